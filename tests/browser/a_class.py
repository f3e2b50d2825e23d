"""A class as its teacher has it, with real phones, and the server that it is on: fixtures for the tests of the phones."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from classroom import database, store
from tests.browser.helpers import new_page
from tests.browser.server import serving
from tests.classroom.lesson import LESSON
from tests.postgres import MISSING, find_postgres, postgres


@pytest.fixture(scope="module")
def server(request, tmp_path_factory) -> Iterator[str]:
    """The dashboard with a database of its own: an SQLite, unless the test asks for the other kind."""
    folder = tmp_path_factory.mktemp("class")
    before = {name: os.environ.pop(name, None) for name in ("DATABASE_URL", "CLASSROOM_DB")}
    if getattr(request, "param", "sqlite") == "sqlite":
        yield from served(folder, CLASSROOM_DB=str(folder / "classroom.db"))
    else:
        if find_postgres() is None:
            pytest.fail(MISSING, pytrace=False)
        with postgres() as running:
            yield from served(folder, DATABASE_URL=running.url)
    for name, value in before.items():
        os.environ.pop(name, None)
        os.environ.update({name: value} if value else {})
    database.forget()


def served(folder: Path, **settings: str) -> Iterator[str]:
    """The server, and the same database for this process."""
    os.environ.update(settings)
    database.forget()
    with serving(log=folder / "log.txt", **settings) as url:
        yield url


class Class:
    """A class as its teacher has it, and phones that come to it."""

    def __init__(self, browser: Browser, url: str):
        self.browser, self.url = browser, url
        self.opened = store.open_class(LESSON)
        self.pages: list[Page] = []
        self.problems: list[str] = []

    @property
    def code(self) -> str:
        """Its code."""
        return self.opened.code

    def go(self, step: str, round_: int = 1, phase: store.Phase = "open", **more) -> None:
        """The teacher moves."""
        store.go(self.code, self.opened.host_secret, step, round_, phase, **more)

    def phone(self, *, theme: str = "light", script: bool = True, width: int = 390) -> Page:
        """A phone at the page of the class."""
        page = new_page(self.browser, width=width, height=844, theme=theme, java_script_enabled=script)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda said: self.problems.append(said.text) if "Content Security" in said.text else None)
        page.goto(f"{self.url}/c/{self.code}")
        self.pages.append(page)
        return page


@pytest.fixture
def class_(browser: Browser, server: str) -> Iterator[Class]:
    """A class that begins; afterwards no phone has met an error."""
    begun = Class(browser, server)
    yield begun
    for page in begun.pages:
        page.context.close()
    assert begun.problems == []


def pressed(page: Page, number: str) -> None:
    """Type a number and send it."""
    page.get_by_role("textbox").fill(number)
    page.get_by_role("button", name=re.compile("^Send")).click()
    expect(page.locator(".mine")).to_contain_text(f"Stored: {number}%")
