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


def test_on_a_phone_the_code_of_a_claim_opens_it_and_keeps_the_search(visit):
    """Rows are cards there, and Back brings the list again."""
    page = visit("evidence", width=390, tab="Claims", ask="cramps")
    code = page.locator(".plain td:first-child a").first
    said = code.inner_text()
    code.click()
    expect(page.get_by_role("heading", name=re.compile(f"^{said} · "))).to_be_visible()
    expect(page).to_have_url(re.compile(f"ask=cramps.*claim={said}"))
    page.go_back()
    expect(page.locator(".plain td:first-child a").first).to_be_visible()
    expect(page).not_to_have_url(re.compile("claim="))


def test_a_tab_chosen_by_hand_is_in_the_address(visit):
    """So that the view can be shared."""
    page = visit("evidence")
    page.get_by_role("tab", name="Two views").click()
    expect(page.get_by_role("heading", name="Does magnesium help in fibromyalgia?")).to_be_visible()
    expect(page).to_have_url(re.compile(r"tab=Two\+views|tab=Two%20views"))
