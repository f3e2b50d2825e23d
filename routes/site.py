"""Every address of this room, for the server."""

from __future__ import annotations

from starlette.routing import BaseRoute, Mount

from routes import exhibits
from routes.answers import get


def routes(base: str) -> list[BaseRoute]:
    """The routes below the path that the dashboard has on its host ("" or "/magnesium")."""
    found: list[BaseRoute] = [get("/exhibits/{name}", exhibits.exhibit_file)]
    return [Mount(base, routes=found)] if base else found
