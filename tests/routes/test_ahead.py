"""Pictures drawn before anybody asks, where it is known under which address they are read."""

import asyncio

import pytest

from exhibits.catalog import catalog
from routes import ahead, answers, exhibits
from routes.pictures.drawer import Drawer, NotDrawn
from tests.loops import apart

HOME = "https://example.org/magnesium"


class Broken(Drawer):
    """Draws nothing."""

    async def svg(self, figure, width, height):
        raise NotDrawn("it is broken")


@pytest.fixture
def public(monkeypatch):
    """A site whose address is known, and which has drawn nothing yet."""
    monkeypatch.setenv("PUBLIC_URL", HOME)
    monkeypatch.setattr(answers, "KEPT", answers.Kept())


def drawn_ahead(monkeypatch, *keys: str) -> None:
    """Draw the defaults of these exhibits, in a loop and with a process of their own."""
    own = Drawer()
    monkeypatch.setattr(exhibits, "drawer", lambda: own)

    async def draw() -> None:
        await ahead.draw([catalog()[key] for key in keys], HOME)
        await own.stop()

    apart(asyncio.run, draw())


def test_what_was_drawn_ahead_waits_for_no_drawing(client, monkeypatch, public):
    """The link of "Take it away", as a browser asks for it; another one is still to be drawn."""
    drawn_ahead(monkeypatch, "below-ear", "glossary")  # of a table there is none, and nobody is stopped by that
    monkeypatch.setattr(exhibits, "drawer", Broken)
    kept = client.get("/exhibits/below-ear.png?as=slide&mode=light")
    assert kept.status_code == 200 and kept.content[1:4] == b"PNG"
    assert client.get("/exhibits/below-ear.png?as=slide&mode=dark").status_code == 503


def test_without_an_address_nothing_is_drawn(monkeypatch):
    """It would have to be drawn again."""
    monkeypatch.delenv("PUBLIC_URL", raising=False)
    monkeypatch.setattr(ahead, "draw", lambda *given: pytest.fail("drawn for nowhere"))

    async def served() -> None:
        async with ahead.drawing():
            await asyncio.sleep(0)

    apart(asyncio.run, served())
