"""The server a reader meets, started for this test alone."""

import pytest

from tests.browser.helpers import new_page, open_page, shown, watch
from tests.browser.server import ROOT, serving
from tests.site_map import page_slugs


@pytest.fixture
def fresh_url():
    """A server nobody has visited yet."""
    with serving() as url:
        yield url


@pytest.mark.parametrize("slug", [page_slugs()[1], next(slug for slug in page_slugs() if "-" in slug)])
def test_the_first_visitor_may_come_by_a_deep_link(browser, fresh_url, slug):
    """Streamlit would take the link for a file in pages/ until st.navigation has run once."""
    page = new_page(browser)
    problems = watch(page, fresh_url)
    open_page(page, fresh_url, slug)
    assert shown(page, "not medical advice")
    assert not problems
    page.context.close()


def test_the_icon_is_our_own(browser, url):
    """The browser's tab shows the file in static/, fetched from our server."""
    page = open_page(new_page(browser), url)
    icon = page.locator("link[rel='shortcut icon'], link[rel='icon']").first.get_attribute("href")
    held = page.request.get(icon if "://" in icon else f"{url}/{icon.lstrip('./')}")
    assert held.body() == (ROOT / "static" / "icon.png").read_bytes(), f"{icon} is another one, perhaps Streamlit's"
    page.context.close()


def test_plain_streamlit_run_works_too(browser):
    """`streamlit run dashboard.py`, for those used to it: the first visitor's pages are whole."""
    with serving(entry="dashboard.py") as url:
        page = new_page(browser)
        problems = watch(page, url)
        for slug in page_slugs()[:2]:
            open_page(page, url, slug)
            assert shown(page, "not medical advice")
        assert not problems
        page.context.close()
