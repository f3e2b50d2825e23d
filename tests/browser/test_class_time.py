"""Filling in on a real phone: the clock and more time, sliders that nobody moved, letters of the options."""

import re

import pytest
from playwright.sync_api import expect

from classroom import store
from classroom.tally import tally
from tests.browser.a_class import class_, pressed, server  # noqa: F401  fixtures


def test_a_clock_runs_by_the_server_and_ten_times_as_long_for_whoever_asks(class_):  # noqa: F811
    """On a phone whose own clock is a year behind."""
    phone = class_.phone()
    phone.clock.install(time="2025-01-01T00:00:00")
    phone.reload()
    class_.go("share", seconds=30)
    expect(phone.locator("#left")).to_have_text(re.compile(r"^(2\d|30) seconds$"))
    phone.get_by_role("button", name="I need more time").click()
    expect(phone.locator("#left")).to_have_text("about 5 minutes")
    expect(phone.get_by_role("button", name="I need more time")).to_be_hidden()


def test_time_is_added_while_a_pupil_writes_and_nothing_of_theirs_is_lost(class_):  # noqa: F811
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
def test_whoever_comes_when_the_time_is_up_can_still_ask_for_more(class_, script):  # noqa: F811
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
def test_no_curve_is_sent_that_nobody_drew(class_, script):  # noqa: F811
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


def test_options_have_the_letters_of_the_screen(class_):  # noqa: F811
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
