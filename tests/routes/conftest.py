"""The addresses of routes/ as a server answers them, without one."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from routes.site import routes

HOME = "http://testserver"


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """Asks the routes; one event loop for all tests, as a server has."""
    with TestClient(Starlette(routes=routes(""))) as asking:
        yield asking
