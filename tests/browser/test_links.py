"""What a reader sees stands in the address: a shared link restores it, and a bad one is told, on every page."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.helpers import settled, shown
from tests.site_map import page_slugs

every_page = pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")

# Rows of buttons (segmented controls and pills), each by the key it has in the address.
ROWS = """() => [...document.querySelectorAll('main [data-testid=stButtonGroup]')]
  .filter(row => row.checkVisibility())
  .map(row => row.closest('[class*=st-key-]').className.match(/st-key-([\\w-]+)/)[1])"""


def rows(page: Page) -> list[str]:
    """The keys of the rows of buttons on show; each page has one at least."""
    keys = page.evaluate(ROWS)
    assert keys, "no row of buttons on this page: test its links in a file of its own"
    return keys


def choose_another(page: Page, key: str) -> None:
    """Click a button of the row that is not chosen, and wait until the address says so."""
    page.locator(f".st-key-{key} button[data-variant]:not([data-selected])").last.click()
    page.wait_for_url(re.compile(rf"[?&]{key}="))
    settled(page)


def words(page: Page) -> str:
    """Everything that can be read on the page, charts included."""
    return page.get_by_test_id("stMain").evaluate("main => main.textContent")


@every_page
def test_a_shared_link_restores_the_view(visit, slug):
    """Choose something else in each row of buttons; whoever opens the address sees the same page."""
    page = visit(slug)
    before = words(page)
    for key in rows(page):
        if key in rows(page):  # one choice may take another row away
            choose_another(page, key)
    query = parse_qs(urlsplit(page.url).query)
    assert words(page) != before
    assert words(visit(slug, **query)) == words(page)


@every_page
def test_what_is_not_known_is_named_and_ignored(visit, slug):
    """A value and a parameter that the page does not have: it opens as without them, and names both."""
    page = visit(slug)
    page = visit(slug, **{rows(page)[0]: "zebra", "unicorn": "1"})
    assert shown(page, "zebra")
    assert shown(page, "unicorn")
    assert page.get_by_test_id("stException").count() == 0
