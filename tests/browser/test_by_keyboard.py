"""Whole tasks by keyboard alone: the focus is seen at every stop, never lost, and what a choice brought is told."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import settled
from tests.browser.keyboard import Walk
from tests.browser.views import DAY

TOLD = "#told"


def test_a_day_is_built_and_a_food_taken_out(visit):
    """Foods, in the dark theme: from the skip link to a day of two foods; a food that is removed leaves the focus at the next one."""
    page = visit("foods", theme="dark", tab="Build a day", day=["banana:50g"])
    walk = Walk(page)
    walk.to(page.get_by_role("combobox", name="Food", exact=True))
    walk.type("chia")
    page.get_by_role("option", name="Chia seeds").wait_for()
    walk.press("Enter")
    walk.to(page.get_by_role("radio", name="½ serving"))
    for key in ("ArrowRight", "ArrowRight", "Space"):
        walk.press(key)
    walk.to(page.get_by_role("button", name="Add to the day"))
    walk.press("Enter")
    page.wait_for_url("**chia-seeds%3A2**")
    walk.to(page.get_by_role("button", name="Remove banana"))
    walk.press("Enter")
    page.get_by_role("button", name="Remove banana").wait_for(state="detached")
    walk.look("removing banana")
    assert "Servings of Chia seeds" in walk.stops[-1]
    expect(page.locator(TOLD)).to_contain_text("This day brings")
    walk.to(page.get_by_role("button", name="Remove chia seeds"))
    walk.press("Enter")
    page.get_by_text("No food in the day yet").wait_for()
    walk.look("removing the last")
    walk.to(page.get_by_role("button", name="Start from an example day"))
    walk.press("Enter")
    page.wait_for_url("**day=**")
    walk.look("the example day")


def test_the_curve_is_read(visit):
    """Intake and nerves, in the dark theme: the drawer, a choice in it and back; the steps of the picture; its table."""
    page = visit("intake-nerves", theme="dark")
    walk = Walk(page)
    drawer = page.locator("[data-testid=stPopoverButton]:visible").first
    walk.to(drawer)
    walk.press("Enter")
    body = page.get_by_test_id("stPopoverBody")
    body.wait_for()
    walk.to(body.get_by_role("radio", name="Any", exact=True).first)
    walk.press("ArrowRight")
    walk.press("Space")
    page.wait_for_url(re.compile("diabetes="))
    expect(page.locator(TOLD)).to_contain_text("Odds")
    walk.press("Escape")
    walk.look("closing the drawer")
    walk.to(page.locator("details.listen summary").first)
    walk.press("Enter")
    page.locator("details.listen .walk").first.wait_for()
    walk.press("Tab")
    walk.press("ArrowRight")
    expect(page.locator("details.listen .said").first).to_contain_text("between")


def test_a_lesson_is_begun_and_a_class_opened(visit):
    """Teach: Begin, the first question, a class; the code is on the screen and the focus on a button."""
    page = visit("teach", lesson="is-the-curve-a-u", fresh=True)
    walk = Walk(page)
    walk.to(page.get_by_role("button", name="Begin"))
    walk.press("Enter")
    page.wait_for_url(re.compile("step="))
    walk.look("beginning")
    walk.to(page.get_by_role("button", name="Open a class for phones"))
    walk.press("Enter")
    page.locator(".join strong").wait_for()
    walk.look("opening a class")
    walk.to(page.get_by_role("button", name="Hide the code"))
    walk.press("Enter")
    page.locator(".join strong").wait_for(state="detached")
    walk.look("hiding the code")
    walk.to(page.get_by_role("button", name="Teacher"))
    walk.press("Enter")
    walk.to(page.get_by_role("button", name="End the class"))
    walk.press("Enter")
    walk.to(page.get_by_role("button", name="End it now"))
    walk.press("Enter")
    page.get_by_text("This class has ended.").first.wait_for()
    walk.look("ending the class")


def test_a_brief_is_made_and_its_files_reached(visit):
    """Brief: a part ticked from the list in the drawer, then the links to take the sheet along."""
    page = visit("brief", fresh=True)
    walk = Walk(page)
    walk.to(page.locator("[data-testid=stPopoverButton]:visible").first)
    walk.press("Enter")
    box = page.get_by_test_id("stPopoverBody").get_by_role("combobox", name="Take in")
    walk.to(box)
    walk.type("Intake targets")
    page.get_by_role("option", name="Intake targets and limits").wait_for()
    walk.press("Enter")
    page.wait_for_url(re.compile("include=Intake"))
    walk.press("Escape")
    if page.get_by_test_id("stPopoverBody").count():  # the first Escape closes the list, the second the drawer
        walk.press("Escape")
    walk.to(page.get_by_role("link", name="Download the PDF"))
    walk.to(page.get_by_role("link", name="Open the page to print"))


def test_a_record_opens_and_closes_without_losing_the_place(visit):
    """A mark's record, opened by its box: told by name; closing it leaves the focus on the page."""
    page = visit("foods")
    walk = Walk(page)
    walk.to(page.get_by_role("combobox", name=re.compile("^Open a food")))
    page.keyboard.press("ArrowDown")
    walk.press("Enter")
    close = page.get_by_role("button", name="Close")
    close.wait_for()
    name = page.locator("[class*=st-key-record-] h3").first.inner_text()
    expect(page.locator(TOLD)).to_contain_text(name)
    close.focus()
    walk.press("Enter")
    close.wait_for(state="detached")
    walk.look("closing the record")


COUNTED = [
    ("foods", {}, "Search", "natto", "1 food"),
    ("evidence", {"tab": "Claims"}, "Search", "cramps", "claims"),
    ("evidence", {"tab": "Studies"}, "Search", "citrate", "studies"),
    ("sources", {}, "Search", "magnesium", "sources"),
    ("sources", {"tab": "Glossary"}, "Search", "upper", "word"),
    ("find", {}, "Search", "almonds", "almonds"),
    ("risk-groups", {}, "Search", "diabetes", "group"),
]


@pytest.mark.parametrize(("slug", "query", "box", "text", "said"), COUNTED, ids=lambda value: str(value)[:20])
def test_how_many_were_found_is_told(visit, slug, query, box, text, said):
    """A search that changes what is shown is told in a region of the role status, and nothing is told before."""
    page = visit(slug, **query)
    assert told(page) == ""
    field = page.get_by_role("textbox", name=box).first
    field.fill(text)
    field.press("Enter")
    expect(page.locator(TOLD)).to_contain_text(said)
    assert page.get_by_role("status").and_(page.locator(TOLD)).count() == 1


def test_another_tab_or_page_is_not_told_as_a_change(visit):
    """Its heading is read where it stands."""
    page = visit("foods", tab="Build a day", day=DAY)
    page.get_by_role("tab", name="Contrast").click()
    settled(page, 900)
    assert told(page) == ""


def told(page: Page) -> str:
    """What was told last."""
    return page.evaluate("() => document.querySelector('#told')?.textContent ?? ''")
