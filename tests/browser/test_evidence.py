"""The Evidence and Sources pages as readers use them: rows that open, tabs and links in the address, every tab clean."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import accessibility_problems, sideways

EVIDENCE = ["Claims", "Articles", "Effects", "Two views", "Studies", "Not found"]
SOURCES = ["Bibliography", "Data", "Methods", "Glossary", "Corrections"]
TABS = [("evidence", tab) for tab in EVIDENCE] + [("sources", tab) for tab in SOURCES]


@pytest.mark.parametrize("slug, tab", TABS)
@pytest.mark.parametrize("width", [360, 1280])
def test_every_tab_opens_clean_and_fits(visit, slug, tab, width):
    """A link to a tab opens it, without an error, a request elsewhere or a sideways scroll."""
    page = visit(slug, width=width, tab=tab)
    expect(page.get_by_role("tab", name=tab)).to_have_attribute("aria-selected", "true")
    assert not visit.problems
    assert not sideways(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("slug, tab", TABS)
def test_axe_finds_nothing_serious_on_any_tab(visit, slug, tab, theme):
    """Each tab can be read by everybody, in either theme."""
    problems = accessibility_problems(visit(slug, theme=theme, tab=tab))
    assert not problems, "\n".join(problems)


def test_choosing_a_row_opens_the_claim_and_names_it_in_the_address(visit):
    """A click on the first row of the ledger opens J01 above it."""
    page = visit("evidence")
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.click(position={"x": 18, "y": 55})
    expect(page.get_by_role("heading", name=re.compile("^J01 · "))).to_be_visible()
    expect(page).to_have_url(re.compile("claim=J01"))


def test_a_tab_chosen_by_hand_is_in_the_address(visit):
    """So that the view can be shared."""
    page = visit("evidence")
    page.get_by_role("tab", name="Two views").click()
    expect(page.get_by_role("heading", name="Does magnesium help in fibromyalgia?")).to_be_visible()
    expect(page).to_have_url(re.compile(r"tab=Two\+views|tab=Two%20views"))
