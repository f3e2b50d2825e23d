"""The survey page in real Chromium: small groups, the address, the guess."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import accessibility_problems, settled, shown, sideways
from tests.browser.views import TOO_SMALL


@pytest.mark.parametrize("width", [360, 1280])
def test_a_group_too_small_fits_and_is_told(visit, width):
    """The condition stands in words beside the drawer; words and table stand in the place of the chart, for everybody to read."""
    page = visit("intake-nerves", width=width, **TOO_SMALL)
    assert shown(page, "Too few to say: neuropathy by intake among women 60 to 74 with diabetes")
    assert page.get_by_text("Kidney function: Reduced").first.is_visible()
    assert not sideways(page)
    if width == 1280:
        problems = accessibility_problems(page)
        assert not problems, "\n".join(problems)


@pytest.mark.parametrize("width", [360, 1280])
def test_words_stand_in_the_place_of_a_hidden_point(visit, width):
    """Men with diabetes: the lowest fifth is told in the chart itself, which fits."""
    page = visit("intake-nerves", width=width, who="Men", diabetes="Yes")
    chart = page.get_by_role("figure", name=re.compile("men 40 and over with diabetes"))
    assert "Too few to say" in chart.text_content() or "Intervaltoo wide(102)" in chart.text_content()
    assert not sideways(page)


def test_a_choice_goes_into_the_address_and_back(visit):
    """A click on Women changes chart and address; the address opens the same again."""
    page = visit("intake-nerves")
    page.get_by_role("radio", name="Women", exact=True).click()
    expect(page.get_by_role("figure", name=re.compile("by magnesium intake, women 40 and over")).first).to_be_visible()
    expect(page).to_have_url(re.compile("who=Women"))
    page.reload()
    settled(page)
    expect(page.get_by_role("figure", name=re.compile("by magnesium intake, women 40 and over")).first).to_be_visible()


def test_the_guess_is_set_by_keyboard_and_revealed(visit):
    """One step right makes 21; the data come only with the reveal; the link holds both."""
    page = visit("intake-nerves", tab="Draw it first")
    page.get_by_role("slider").first.press("ArrowRight")
    expect(page.get_by_role("figure", name=re.compile("fifth of intake: 21%, 20%"))).to_be_visible()
    assert not shown(page, "15.6%")
    page.get_by_text("Reveal the data").click()
    expect(page.get_by_role("figure", name=re.compile("The data: lowest 15.6%"))).to_be_visible()
    settled(page)
    assert "guess1=21" in page.url
    assert "reveal=true" in page.url


def test_sliders_stand_right_under_the_picture_on_a_phone(visit):
    """The first ones on the screen that the page opens with; source, table and what can be taken away come after the last."""
    page = visit("intake-nerves", width=390, tab="Draw it first")
    tops = [slider.bounding_box()["y"] for slider in page.get_by_role("slider").all()]
    assert len(tops) == 5 and tops[1] < 844
    source = page.get_by_text("Source: your own guess").bounding_box()["y"]
    assert tops[4] < source


def test_hidden_tabs_are_not_drawn(visit):
    """On the first tab there are its two charts and no other."""
    page = visit("intake-nerves")
    assert page.get_by_test_id("stPlotlyChart").count() == 2
