"""Supplements in Chromium: tabs that fit and can be read, the calculator as it is typed, the day in the address."""

import re

import pytest

from tests.browser.helpers import accessibility_problems, chart_names, settled, shown, sideways

TABS = ["Absorption", "From pill to body", "Interactions", "On the skin"]


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("width", [360, 1280])
def test_each_tab_fits(visit, tab, width):
    """Nothing to scroll sideways on any tab; the first is looked at with every page."""
    assert not sideways(visit("supplements", width=width, tab=tab, mg="500"))


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_each_tab(visit, tab, theme):
    """axe-core has no serious or critical finding behind any tab, an upper level passed included."""
    problems = accessibility_problems(visit("supplements", theme=theme, tab=tab, mg="500"))
    assert not problems, "\n".join(problems)


def test_an_amount_is_typed_and_restored(visit):
    """A bad one is answered, a good one is reckoned, and the link keeps it."""
    page = visit("supplements", tab="From pill to body")
    field = page.get_by_label("Amount a day, mg")
    field.fill("-5")
    field.press("Enter")
    page.get_by_text("cannot be below zero").wait_for()
    field.fill("400")
    field.press("Enter")
    page.wait_for_url(re.compile("mg=400"))
    page.get_by_text("241 mg a day: 75% of the RDA, within the EU and US upper levels").wait_for()
    page.goto(page.url)
    assert shown(settled(page), "241 mg a day: 75% of the RDA, within the EU and US upper levels")


def test_the_day_is_told_in_words(visit):
    """The chart's text alternative gives the times of each medicine."""
    page = visit("supplements", tab="Interactions", drug="levothyroxine", at="8:00")
    assert "Levothyroxine, levothyroxine: by 4:00 or from 12:00" in chart_names(page)[0]
