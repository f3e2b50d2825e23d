"""The drawer of rarer controls: it says what is set, keeps it in the address, and gives it all back."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import axe_findings, open_drawer, settled

WITH_DIABETES = re.compile("by magnesium intake, adults 40 and over with diabetes")


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_set_in_the_drawer_is_said_beside_it_and_can_be_cleared(visit, width):
    """A choice in it draws the picture anew, stands in words and in the address, leaves the drawer open, and goes at one click."""
    page = visit("intake-nerves", width=width)
    open_drawer(page).get_by_role("radio", name="Yes", exact=True).first.click()
    expect(page.get_by_role("figure", name=WITH_DIABETES).first).to_be_attached()
    expect(page).to_have_url(re.compile("diabetes=Yes"))
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("1 set · Diabetes: Yes")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    expect(
        page.get_by_role("figure", name=re.compile("by magnesium intake, adults 40 and over\\.")).first
    ).to_be_visible()
    expect(page).not_to_have_url(re.compile("diabetes"))
    expect(page.get_by_text("1 set")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_open_drawer_is_clean_for_axe(visit, width, theme):
    """Its notes too, which lie outside the app and its theme."""
    page = visit("foods", width=width, theme=theme)
    open_drawer(page)
    assert axe_findings(settled(page)) == []


def test_a_link_sets_what_lies_in_a_closed_drawer(visit):
    """The drawer need not be opened; another choice, a reload and the drawer itself leave it as it is."""
    page = visit("intake-nerves", diabetes="Yes")
    expect(page.get_by_text("1 set · Diabetes: Yes")).to_be_visible()
    page.get_by_role("radio", name="Women", exact=True).click()
    expect(page.get_by_role("figure", name=re.compile("women 40 and over with diabetes")).first).to_be_visible()
    expect(page).to_have_url(re.compile("diabetes=Yes"))
    drawer = open_drawer(page)
    settled(page)
    expect(drawer.get_by_role("radio", name="Yes", exact=True).first).to_be_checked()
    page.keyboard.press("Escape")
    page.reload()
    settled(page)
    expect(page.get_by_role("figure", name=re.compile("women 40 and over with diabetes")).first).to_be_visible()
    assert "diabetes=Yes" in page.url


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("how", ["Clear all", "Back"])
def test_what_was_taken_back_does_not_come_again_with_the_next_choice(visit, how, width):
    """The browser has not drawn the control since and reports it as it was; chosen once more, it stays chosen."""
    page = visit("intake-nerves", width=width)
    open_drawer(page).get_by_role("radio", name="Yes", exact=True).first.click()
    expect(page).to_have_url(re.compile("diabetes=Yes"))
    settled(page)
    page.keyboard.press("Escape")
    if how == "Back":
        page.go_back()
    else:
        page.get_by_role("button", name="Clear all").click()
    expect(page).not_to_have_url(re.compile("diabetes"))
    settled(page)
    for step in ("Chronic pain", "Neuropathy"):
        outcome = page.get_by_role("combobox", name="Outcome")
        outcome.click()
        page.get_by_role("option", name=re.compile(f"^{step}")).first.click()
        settled(page)
        assert "diabetes" not in page.url
        assert not page.get_by_text("set · Diabetes: Yes").count()
    drawer = open_drawer(page)
    expect(drawer.get_by_role("radio", name="Yes", exact=True).first).not_to_be_checked()
    drawer.get_by_role("radio", name="Yes", exact=True).first.click()
    expect(page).to_have_url(re.compile("diabetes=Yes"))
    settled(page)
    assert "diabetes=Yes" in page.url
