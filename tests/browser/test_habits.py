"""What is chosen once goes with the reader: the unit of blood levels, and whose targets count."""

import re

from playwright.sync_api import Page, expect

from tests.browser.helpers import settled, shown


def menu(page: Page, name: str) -> None:
    """Go to another page by the menu."""
    page.get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_url(re.compile(".*"))
    settled(page)


def test_a_unit_chosen_once_is_kept_over_pages_that_do_not_ask_for_it(visit):
    """From the levels over the foods to the overview and back; each step of the browser's history keeps its own."""
    page = visit("balance", tab="Blood levels")
    page.get_by_role("radio", name="mg/dL").click()
    settled(page)
    menu(page, "Foods")
    assert "unit" not in page.url
    menu(page, "Overview")
    assert "unit=mg%2FdL" in page.url and shown(page, "from about 4.9 mg/dL")
    page.get_by_role("radio", name="mEq/L").click()
    settled(page)
    assert "unit=mEq%2FL" in page.url and shown(page, "from about 4 mEq/L")
    menu(page, "Too little or too much")
    assert "unit=mEq%2FL" in page.url
    page.go_back()
    settled(page)
    page.go_back()
    settled(page)
    assert "unit=mg%2FdL" in page.url and shown(page, "from about 4.9 mg/dL")


def test_a_link_to_our_own_page_carries_what_was_chosen(visit):
    """One in a text starts a visit of its own, which would not know it; what the link says itself stays."""
    page = visit("sources", tab="Glossary", word="millimoles")
    told = '{"unit": "mg/dL", "targets": "EU", "words": "clinical"}'
    page.evaluate("told => { document.querySelector('.paper-foot').dataset.kept = told }", told)
    link = page.locator("[data-testid=stMain] a", has_text="Blood levels").first
    link.dispatch_event("pointerdown")
    assert "unit=mg%2FdL" in link.get_attribute("href") and "targets=EU" in link.get_attribute("href")
    outside = page.locator("[data-testid=stMain] a[href^='https://']").first
    if outside.count():
        outside.dispatch_event("pointerdown")
        assert "unit=" not in outside.get_attribute("href")


def test_targets_chosen_on_the_overview_count_for_a_day_of_foods(visit):
    """The EU's goal on the overview is the goal of the day too, and the address says so."""
    page = visit("")
    line = page.locator(".st-key-targets")
    line.scroll_into_view_if_needed()
    page.wait_for_timeout(400)
    line.get_by_role("radio", name="EU").click()
    settled(page)
    assert "targets=EU" in page.url and shown(page, "mg a day in the EU, ")
    menu(page, "Foods")
    page.get_by_role("tab", name="Build a day").click()
    settled(page)
    page.get_by_role("button", name=re.compile("example")).first.click()
    settled(page)
    expect(page.get_by_role("heading", name=re.compile("of the EU AI"))).to_be_visible()
    assert "targets=EU" in page.url
