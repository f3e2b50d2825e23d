"""A class on real phones and on phones by HTTP: discussion, second round, reveal, and all that goes wrong on the way."""

from __future__ import annotations

import asyncio
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.phones import Phone
from classroom import database, store
from classroom.tally import export_csv, tally
from tests.browser.helpers import axe_findings, new_page
from tests.browser.server import serving
from tests.classroom.lesson import LESSON
from tests.loops import apart
from tests.postgres import MISSING, find_postgres, postgres

HTTP_PHONES = 27
ON_BOTH = "test_thirty_phones_answer_discuss_answer_again_and_see_the_class"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The whole course of a class on both databases, what phones do by themselves on one."""
    kinds = ["sqlite", "postgresql"] if metafunc.function.__name__ == ON_BOTH else ["sqlite"]
    metafunc.parametrize("server", kinds, indirect=True, scope="module")


@pytest.fixture(scope="module")
def server(request, tmp_path_factory) -> Iterator[str]:
    """The dashboard with a database of its own, in either kind."""
    folder = tmp_path_factory.mktemp("class")
    before = {name: os.environ.pop(name, None) for name in ("DATABASE_URL", "CLASSROOM_DB")}
    if request.param == "sqlite":
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


def pressed(page: Page, number: str) -> None:
    """Type a number and send it."""
    page.get_by_role("textbox").fill(number)
    page.get_by_role("button", name=re.compile("^Send")).click()
    expect(page.locator(".mine")).to_contain_text(f"Stored: {number}%")


def test_thirty_phones_answer_discuss_answer_again_and_see_the_class(class_):
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
    rows = export_csv(class_.code, class_.opened.host_secret).decode("utf-8-sig").splitlines()
    assert [row.split(",")[4:8] for row in rows if ",all," in row] == [["1", "30", "all", "30"], ["2", "3", "all", "3"]]


def test_every_question_can_be_answered_by_keyboard_and_is_clean_for_axe(class_):
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
    """From the heading, which has the focus, with Tab, arrows, letters and Enter or Space."""
    expect(phone.get_by_role("heading", level=1)).to_be_focused()
    phone.keyboard.press("Tab")
    keys = {
        "more": ["Space", "ArrowDown", "Tab"],
        "share": ["1", "2", "Tab"],
        "sort": ["B", "Tab", "A", "Tab", "C", "Tab"],
        "curve": ["ArrowRight", "Tab"] * 5,
    }
    for key in keys[step]:
        phone.keyboard.press(key)
    phone.keyboard.press("Enter")


def too_small(phone: Page) -> list[str]:
    """What is to be pressed and lower than 44 px."""
    return phone.evaluate(
        """() => [...document.querySelectorAll('main button, main select, main label.one, main input:not([type=radio]):not([type=hidden])')]
        .filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"""
    )


def test_no_phone_scrolls_sideways(class_):
    """At 320 px, with every kind of question."""
    phone = class_.phone(width=320)
    for step in ("more", "share", "sort", "curve"):
        for phase in ("open", "shown"):
            class_.go(step, phase=phase)
            expect(phone.locator(".where")).to_be_visible()
            assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_answer_given_without_a_network_is_sent_when_it_is_back(class_):
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


def test_an_answer_waits_for_a_database_that_is_away(class_):
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


def test_a_phone_without_events_asks_every_few_seconds(class_):
    """Some schools' networks let none through."""
    phone = class_.phone()
    phone.route("**/events", lambda route: route.abort())
    phone.reload()
    class_.go("share")
    expect(phone.get_by_role("textbox")).to_be_visible(timeout=10_000)


def test_two_tabs_and_the_back_button_are_one_pupil(class_):
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


def test_a_question_that_closes_while_a_phone_is_away_is_told(class_):
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


def test_a_clock_runs_by_the_server_and_ten_times_as_long_for_whoever_asks(class_):
    """On a phone whose own clock is a year behind."""
    phone = class_.phone()
    phone.clock.install(time="2025-01-01T00:00:00")
    phone.reload()
    class_.go("share", seconds=30)
    expect(phone.locator("#left")).to_have_text(re.compile(r"^(2\d|30) seconds$"))
    phone.get_by_role("button", name="I need more time").click()
    expect(phone.locator("#left")).to_have_text("about 5 minutes")
    expect(phone.get_by_role("button", name="I need more time")).to_be_hidden()


def test_time_is_added_while_a_pupil_writes_and_nothing_of_theirs_is_lost(class_):
    """What is being filled in stays, and the focus with it; after the end the button waits for more time, which ends the wait."""
    phone = class_.phone()
    class_.go("share", seconds=2)
    field, send = phone.get_by_role("textbox"), phone.get_by_role("button", name=re.compile("^Send"))
    field.fill("12")
    expect(phone.locator("#left")).to_have_text("none, the time is up")
    expect(send).to_be_disabled()
    field.focus()
    store.add_time(class_.code, class_.opened.host_secret, 60)
    expect(phone.locator("#left")).to_have_text(re.compile(r"^(5\d|60) seconds$"))
    expect(field).to_be_focused()
    expect(field).to_have_value("12")
    send.click()
    expect(phone.locator(".mine")).to_have_text("Stored: 12%")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_whoever_comes_when_the_time_is_up_can_still_ask_for_more(class_, script):
    """The page says that it is up, offers more, and then takes an answer."""
    class_.go("share", seconds=0.5)
    phone = class_.phone(script=script)
    phone.wait_for_timeout(1500)
    phone.reload()
    expect(phone.get_by_text("The time is up.")).to_be_visible()
    class_.go("share", seconds=2)
    phone.wait_for_timeout(3500)
    phone.reload()
    phone.get_by_role("button", name="I need more time").click()
    pressed(phone, "30")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_no_curve_is_sent_that_nobody_drew(class_, script):
    """Without a script five empty fields for numbers; with it five sliders of which each must be set, and a tap sets one."""
    class_.go("curve")
    phone = class_.phone(script=script)
    fields = phone.locator("#ask input[name=value]")
    phone.locator("#ask button").click()
    if script:
        expect(phone.get_by_role("status")).to_have_text("Set every slider first: Lowest.")
        expect(phone.locator("#ask button")).to_have_text("Set every slider first")
        for place in range(5):
            expect(phone.locator(".draw b").nth(place)).to_have_text("not set")
            fields.nth(place).click()  # in the middle, where it stands
    else:
        assert fields.evaluate_all("all => all.map(e => e.type + e.value)") == ["number"] * 5
        assert phone.evaluate("document.querySelector('#ask').checkValidity()") is False
        for place in range(5):
            fields.nth(place).fill("20")
    assert tally(class_.code, "curve").n == 0
    phone.locator("#ask button").click()
    expect(phone.locator(".mine")).to_have_text("Stored: 20, 20, 20, 20, 20%")
    assert tally(class_.code, "curve").n == 1


def test_options_have_the_letters_of_the_screen(class_):
    """A, B, C before the words, where they are chosen and where they are shown."""
    phone = class_.phone()
    class_.go("more")
    expect(phone.locator("label.one").nth(1)).to_have_text("B White <rice>")
    class_.go("more", phase="shown")
    class_.go("more")
    phone.get_by_label("C Neither").check()
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator(".mine")).to_contain_text("Stored: ")
    class_.go("more", phase="shown")
    expect(phone.locator("ul.shown li").nth(2)).to_contain_text("C Neither: 1")


def test_an_ended_class_says_so(class_):
    """At once, and to whoever comes later."""
    phone = class_.phone()
    store.end_class(class_.code, class_.opened.host_secret)
    expect(phone.get_by_role("heading")).to_have_text("This class has ended.")
    expect(class_.phone().get_by_role("heading")).to_have_text("This class has ended.")


def test_a_code_typed_at_the_door_leads_to_the_class(class_):
    """As it was read from the screen; a wrong one is told."""
    phone = class_.phone(script=False)
    phone.goto(f"{class_.url}/c")
    phone.get_by_role("textbox").fill("zzz")
    phone.get_by_role("button", name="Join").click()
    expect(phone.get_by_role("alert")).to_contain_text("No class has the code “zzz”")
    phone.get_by_role("textbox").fill(f"{class_.code[:3].lower()} {class_.code[3:].lower()}")
    phone.get_by_role("button", name="Join").click()
    expect(phone.get_by_role("heading")).to_have_text("You are in. Wait for your teacher.")
