"""A real phone while the server is killed and comes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from bench.classroom import Server
from classroom import database
from classroom.tally import tally
from tests.browser.a_class import Class, pressed
from tests.browser.server import HOST


@pytest.fixture
def mortal(tmp_path, monkeypatch) -> Iterator[Server]:
    """A server of this test alone, with a database of its own."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("CLASSROOM_DB", str(tmp_path / "classroom.db"))
    database.forget()
    running = Server({"CLASSROOM_DB": str(tmp_path / "classroom.db")})
    yield running
    running.stop()
    database.forget()


@pytest.mark.faults
def test_a_phone_outlives_a_server_that_is_killed(browser: Browser, mortal: Server):
    """What was stored is there, what is pressed meanwhile is kept and stored later, and the lesson goes on."""
    begun = Class(browser, f"http://{HOST}:{mortal.port}")
    early, late = begun.phone(), begun.phone()
    begun.go("share")
    pressed(early, "10")
    expect(late.get_by_role("textbox")).to_be_visible()
    mortal.kill()
    late.get_by_role("textbox").fill("20")
    late.get_by_role("button", name="Send").click()
    expect(late.get_by_role("status")).to_contain_text("kept on this phone")
    mortal.start()
    expect(late.locator(".mine")).to_have_text("Stored: 20%")
    assert tally(begun.code, "share").values == (10.0, 20.0)
    begun.go("share", phase="shown")
    for phone in (early, late):
        expect(phone.get_by_role("heading", level=2)).to_have_text("What the class answered: 2 answers")
        phone.context.close()
    assert begun.problems == []
