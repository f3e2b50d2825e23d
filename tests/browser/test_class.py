"""A class on real phones and on phones by HTTP: discussion, second round, reveal, and all that goes wrong on the way."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from bench.phones import Phone
from classroom import store
from classroom.tally import export_csv, export_key, tally
from tests.browser.a_class import class_, pressed, server  # noqa: F401  fixtures
from tests.browser.helpers import axe_findings
from tests.browser.keyboard import Walk
from tests.loops import apart

HTTP_PHONES = 27
ON_BOTH = "test_thirty_phones_answer_discuss_answer_again_and_see_the_class"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The whole course of a class on both databases, what phones do by themselves on one."""
    kinds = ["sqlite", "postgresql"] if metafunc.function.__name__ == ON_BOTH else ["sqlite"]
    metafunc.parametrize("server", kinds, indirect=True, scope="module")


def http_phones(url: str, code: str, step: str, value: float) -> None:
    """Phones by HTTP that open the page and answer, all at once; in a thread, because the browser's driver has this one."""
    phones = [Phone(int(url.rpartition(":")[2]), code, number) for number in range(HTTP_PHONES)]

    async def answer() -> None:
        await asyncio.gather(*(phone.opens_the_page() for phone in phones))
        await asyncio.gather(*(phone.answers(step, 1, value, 0) for phone in phones))

    apart(asyncio.run, answer())


def looks_again(page: Page, words: str) -> None:
    """A pupil without a script, who follows the link until the class has gone on: the server looks once a second."""
    for _ in range(20):
        page.get_by_role("link", name="See if the class went on").click()
        if words in page.inner_text("main"):
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"“{words}” did not come: {page.inner_text('main')}")


def test_thirty_phones_answer_discuss_answer_again_and_see_the_class(class_):  # noqa: F811
    """Three real ones, one of them without a script, and 27 by HTTP; then the export."""
    phones = [class_.phone(), class_.phone(theme="dark"), class_.phone(script=False)]
    for phone in phones:
        expect(phone.get_by_role("heading")).to_have_text("You are in. Wait for your teacher.")
    class_.go("share")
    looks_again(phones[2], "How many of a hundred?")
    for phone, number in zip(phones, ("10", "20", "30"), strict=True):
        expect(phone.get_by_role("heading")).to_have_text("How many of a hundred?")
        pressed(phone, number)
    http_phones(class_.url, class_.code, "share", 50)
    assert store.counts(class_.code).answered == tally(class_.code, "share").n == 30
    class_.go("talk", phase="waiting")
    expect(phones[0].get_by_role("heading")).to_have_text("Talk with your neighbor.")
    class_.go("share", 2)
    looks_again(phones[2], "second answer")
    for phone in phones:
        assert "class answered" not in phone.content()
        pressed(phone, "40")
    class_.go("share", 2, "shown")
    looks_again(phones[2], "What the class answered")
    for phone in phones:
        expect(phone.get_by_role("heading", level=2)).to_have_text("What the class answered: 3 answers")
    rows = export_csv(class_.code, export_key(class_.code, class_.opened.host_secret)).decode("utf-8-sig").splitlines()
    assert [row.split(",")[4:8] for row in rows if ",all," in row] == [["1", "30", "all", "30"], ["2", "3", "all", "3"]]


def test_every_question_can_be_answered_by_keyboard_and_is_clean_for_axe(class_):  # noqa: F811
    """In both themes; each field and button is large enough for a thumb."""
    for theme in ("light", "dark"):
        phone = class_.phone(theme=theme)
        assert axe_findings(phone) == []
        for step in ("more", "share", "sort", "curve"):
            class_.go(step)
            expect(phone.locator(f"#ask [value={step}]")).to_be_attached()
            assert axe_findings(phone) == []
            assert too_small(phone) == []
            by_keyboard(phone, step)
            expect(phone.locator(".mine")).to_contain_text("Stored: ")
            expect(phone.get_by_role("status")).to_have_text("Stored.")  # said aloud
            class_.go(step, phase="shown")
            expect(phone.get_by_role("heading", level=2)).to_contain_text("What the class answered")
            assert axe_findings(phone) == []
        phone.goto(f"{class_.url}/c?code=zebra")
        assert axe_findings(phone) == []
    orders = tally(class_.code, "sort").values
    assert orders == (["b", "a", "c"], ["b", "a", "c"])


def by_keyboard(phone: Page, step: str) -> None:
    """From the heading, which has the focus, with Tab, arrows, letters and Enter or Space; each stop is marked."""
    expect(phone.get_by_role("heading", level=1)).to_be_focused()
    walk = Walk(phone)
    walk.press("Tab")
    keys = {
        "more": ["Space", "ArrowDown", "Tab"],
        "share": ["1", "2", "Tab"],
        "sort": ["B", "Tab", "A", "Tab", "C", "Tab"],
        "curve": ["ArrowRight", "Tab"] * 5,
    }
    for key in keys[step]:
        walk.press(key)
    phone.keyboard.press("Enter")


def too_small(phone: Page) -> list[str]:
    """What is to be pressed and lower than 44 px."""
    return phone.evaluate(
        """() => [...document.querySelectorAll('main button, main select, main label.one, main input:not([type=radio]):not([type=hidden])')]
        .filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"""
    )


def test_no_phone_scrolls_sideways(class_):  # noqa: F811
    """At 320 px, with every kind of question."""
    phone = class_.phone(width=320)
    for step in ("more", "share", "sort", "curve"):
        for phase in ("open", "shown"):
            class_.go(step, phase=phase)
            expect(phone.locator(".where")).to_be_visible()
            assert phone.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.faults
def test_an_answer_given_without_a_network_is_sent_when_it_is_back(class_):  # noqa: F811
    """The phone says so meanwhile, keeps it over a reload, and stores it once."""
    phone = class_.phone()
    class_.go("share")
    expect(phone.get_by_role("textbox")).to_be_visible()
    phone.route("**/answer", lambda route: route.abort())
    phone.get_by_role("textbox").fill("12.5")
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_role("status")).to_contain_text("kept on this phone")
    assert tally(class_.code, "share").n == 0
    phone.reload()
    expect(phone.get_by_role("textbox")).to_have_value("12.5")
    phone.unroute("**/answer")
    expect(phone.locator(".mine")).to_have_text("Stored: 12.5%")
    assert tally(class_.code, "share").values == (12.5,)


@pytest.mark.faults
def test_an_answer_waits_for_a_database_that_is_away(class_):  # noqa: F811
    """Somebody keeps it for themselves for longer than the server waits; the phone says so and sends again by itself."""
    phone = class_.phone()
    class_.go("share")
    expect(phone.get_by_role("textbox")).to_be_visible()
    with closing(sqlite3.connect(os.environ["CLASSROOM_DB"], isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        phone.get_by_role("textbox").fill("7")
        phone.get_by_role("button", name="Send").click()
        expect(phone.get_by_role("status")).to_contain_text("cannot be stored just now")
        stranger.execute("ROLLBACK")
    expect(phone.locator(".mine")).to_have_text("Stored: 7%")
    assert tally(class_.code, "share").values == (7.0,)


@pytest.mark.faults
def test_a_phone_without_events_asks_every_few_seconds(class_):  # noqa: F811
    """Some schools' networks let none through."""
    phone = class_.phone()
    phone.route("**/events", lambda route: route.abort())
    phone.reload()
    class_.go("share")
    expect(phone.get_by_role("textbox")).to_be_visible(timeout=10_000)


def test_two_tabs_and_the_back_button_are_one_pupil(class_):  # noqa: F811
    """The later answer counts, both tabs know of it, and Back shows what is stored and sends nothing again."""
    class_.go("share")
    first = class_.phone()
    second = first.context.new_page()
    second.goto(first.url)
    pressed(first, "10")
    expect(second.locator(".mine")).to_have_text("Stored: 10%")
    pressed(second, "20")
    expect(first.locator(".mine")).to_have_text("Stored: 20%")
    pressed(first, "30")
    first.goto(f"{class_.url}/c")
    first.go_back()
    expect(first.locator(".mine")).to_have_text("Stored: 30%")
    expect(first.get_by_role("textbox")).to_have_value("30")
    assert tally(class_.code, "share").values == (30.0,)


@pytest.mark.faults
def test_a_question_that_closes_while_a_phone_is_away_is_told(class_):  # noqa: F811
    """What was on its way is not counted, and the phone says why."""
    phone = class_.phone()
    class_.go("share")
    expect(phone.get_by_role("textbox")).to_be_visible()
    phone.route("**/answer", lambda route: route.abort())
    phone.get_by_role("textbox").fill("5")
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_role("status")).to_contain_text("kept on this phone")
    class_.go("share", phase="closed")
    expect(phone.get_by_text("This question is closed.")).to_be_visible()
    phone.unroute("**/answer")
    expect(phone.get_by_role("status")).to_contain_text("closed before your answer arrived")
    assert tally(class_.code, "share").n == 0


def test_an_ended_class_says_so(class_):  # noqa: F811
    """At once, and to whoever comes later."""
    phone = class_.phone()
    store.end_class(class_.code, class_.opened.host_secret)
    expect(phone.get_by_role("heading")).to_have_text("This class has ended.")
    expect(class_.phone().get_by_role("heading")).to_have_text("This class has ended.")


def test_a_code_typed_at_the_door_leads_to_the_class(class_):  # noqa: F811
    """As it was read from the screen; a wrong one is told."""
    phone = class_.phone(script=False)
    phone.goto(f"{class_.url}/c")
    phone.get_by_role("textbox").fill("zzz")
    phone.get_by_role("button", name="Join").click()
    expect(phone.get_by_role("alert")).to_contain_text("No class has the code “zzz”")
    phone.get_by_role("textbox").fill(f"{class_.code[:3].lower()} {class_.code[3:].lower()}")
    phone.get_by_role("button", name="Join").click()
    expect(phone.get_by_role("heading")).to_have_text("You are in. Wait for your teacher.")
