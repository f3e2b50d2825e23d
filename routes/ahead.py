"""Pictures drawn before anybody asks for them, where PUBLIC_URL says under which address readers will."""

from __future__ import annotations

import os
from asyncio import CancelledError, create_task
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import parse_qsl, urlencode

from exhibits.base import Exhibit
from exhibits.catalog import catalog
from routes.answers import Asked, Problem, answered
from routes.exhibits import exhibit_file

PATH = "/exhibits/{name}"
DEFAULTS = (
    ("png", "slide"),
    ("svg", "slide"),
    ("png", "print"),
    ("svg", "print"),
)  # as seen depends on the reader's theme


@asynccontextmanager
async def drawing() -> AsyncIterator[None]:
    """While the server runs; without PUBLIC_URL nothing is drawn, for the address that a picture carries is not known."""
    if not (home := os.environ.get("PUBLIC_URL", "").rstrip("/")):
        yield
        return
    task = create_task(draw(catalog().values(), home))
    yield
    task.cancel()
    with suppress(CancelledError):
        await task


async def draw(exhibits: Iterable[Exhibit], home: str) -> None:
    """One after the other, in the process that draws, which lets readers go first; what cannot be drawn is left out."""
    for asked in defaults(exhibits, home):
        with suppress(Problem):
            await answered(PATH, exhibit_file, asked)


def defaults(exhibits: Iterable[Exhibit], home: str) -> Iterator[Asked]:
    """What "Take it away" links to under each exhibit as it is shown first, in light."""
    for shown in exhibits:
        query = parse_qsl(urlencode(shown.shown_first.address(), doseq=True))
        for ending, kind in DEFAULTS:
            yield Asked({"name": f"{shown.key}.{ending}"}, (("as", kind), ("mode", "light"), *query), home)
