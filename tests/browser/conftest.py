"""One running dashboard and one Chromium for all browser tests of a process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import LAUNCH_ARGS, MISSING, find_chromium
from tests.browser.helpers import Visits
from tests.browser.server import serving


@pytest.fixture(scope="session")
def server_log(tmp_path_factory) -> Path:
    """What the server prints: tracebacks stand here and not on the page."""
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="session")
def url(server_log: Path) -> Iterator[str]:
    """The address of a dashboard started for these tests, as `make run` starts it."""
    with serving(log=server_log, NO_COLOR="1", PYTHONUNBUFFERED="1") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium; without one the tests fail, they are not skipped."""
    path = find_chromium()
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=LAUNCH_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, url: str, server_log: Path) -> Iterator[Visits]:
    """Open pages in fresh profiles: `page = visit("foods", width=390, theme="dark", group="nuts")`.

    Fails after the test if any page wrote an error to the console, raised one, or asked another host for anything.
    """
    visits = Visits(browser, url, server_log)
    yield visits
    visits.close()
    assert not visits.problems, "\n".join(visits.problems)
