"""The Evidence page as readers use it: rows that open, tabs and links in the address."""

import re

from playwright.sync_api import expect


def test_choosing_a_row_opens_the_claim_and_names_it_in_the_address(visit):
    """A click on the first row of the ledger opens J01 above it."""
    page = visit("evidence", tab="Claims")
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
