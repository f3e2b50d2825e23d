"""The Overview in Chromium."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import chart_names, cut_off, open_drawer, settled, shown, sideways


@pytest.mark.parametrize("width", [390, 1280])
def test_a_reader_finds_a_target_and_shares_it(visit, width):
    """Choosing sex and age changes picture and address; the link restores both."""
    page = visit("", width=width)
    page.get_by_role("radio", name="Male", exact=True).click()
    page.get_by_role("combobox").click()
    page.get_by_role("option", name="10 to 13 years").click()
    expect(page.get_by_role("heading", name=re.compile("^Boys, 10 to 13 years: aim for 240 mg"))).to_be_visible()
    expect(page).to_have_url(re.compile(r"age=10\+to\+13\+years"))
    expect(page).to_have_url(re.compile("sex=Male"))
    again = visit("", width=width, sex="Male", age="10 to 13 years")
    assert shown(again, "Boys, 10 to 13 years: aim for 240 mg a day in the US, 300 mg in the EU")
    assert not sideways(again)


def test_the_phone_has_a_composition_of_its_own(visit):
    """On a narrow screen the stages are stacked: taller than wide."""
    tall = visit("", width=390).locator(".st-key-hero svg.main-svg").first.bounding_box()
    wide = visit("", width=1280).locator(".st-key-hero svg.main-svg").first.bounding_box()
    assert tall["height"] > 2 * tall["width"]
    assert wide["width"] > 1.5 * wide["height"]


def test_no_word_of_the_picture_is_cut_off(visit):
    """At 360 px every label lies inside its chart."""
    page = visit("", width=360)
    assert cut_off(page) == []
    assert len(chart_names(page)) == 2


def test_a_takeaway_leads_to_the_page_that_shows_it(visit):
    """A click on the link of a card opens that page."""
    page = visit("")
    page.get_by_role("link", name="Find foods that are rich in it").click()
    expect(page).to_have_url(re.compile("/foods"))
    settled(page)
    assert page.get_by_role("heading", level=1).count() == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("slug", ["", "sources"])
def test_the_wordmark_is_drawn_for_the_theme(visit, slug, theme):
    """Top left on every page, at its own size, in the colors of the theme."""
    logo = visit(slug, width=360, theme=theme).get_by_test_id("stHeaderLogo")
    expect(logo).to_be_visible()
    assert logo.get_attribute("src").endswith(f"wordmark_{theme}.svg")
    assert logo.evaluate("image => image.complete && image.naturalWidth") == 253
    box = logo.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] < 310, "the menu button needs the rest"


def test_a_choice_follows_the_reader_where_it_has_a_meaning(visit):
    """From a boy of 4 to 8 to the foods for adults: the sex stays, the age, unknown there, leaves the address."""
    page = visit("", sex="Male", age="4 to 8 years")
    page.get_by_role("link", name="Find foods that are rich in it").click()
    page.get_by_role("tab", name="Find").wait_for()
    open_drawer(settled(page)).get_by_role("radio", name="My RDA").click()
    expect(page.get_by_role("radio", name="31 to 50")).to_be_checked()
    expect(page.get_by_role("radio", name="Men", exact=True)).to_be_checked()
    expect(page).to_have_url(re.compile("sex=Men"))
    expect(page).not_to_have_url(re.compile("age="))
    expect(page.get_by_test_id("stAlert")).to_have_count(0)


def test_the_menu_closes_over_the_page_chosen_from_it(visit):
    """On a phone a tap on a page in the menu shows that page, not the menu above it."""
    page = visit("", width=390)
    page.get_by_test_id("stExpandSidebarButton").click()
    menu = page.get_by_test_id("stSidebar")
    expect(menu).to_be_in_viewport()
    menu.get_by_role("link", name="Foods").first.click()
    expect(page.get_by_role("heading", name=re.compile("Where does magnesium come from"))).to_be_visible()
    expect(menu).not_to_be_in_viewport()
