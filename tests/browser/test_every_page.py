"""Every page and tab in real Chromium: opens clean, fits every screen, can be read by everybody.

One opening is looked at in every way, because opening is what takes the time.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import Visits, accessibility_problems, chart_names, forbidden, sideways
from tests.browser.views import PLAIN, TABS, VIEWS, View
from tests.site_map import page_slugs

PHONE_SMALL, PHONE, LAPTOP, PROJECTOR = 360, 390, 1280, 1920
BACKGROUND = {"light": "rgb(255, 255, 255)", "dark": "rgb(17, 24, 31)"}

ADDRESSES = "links => links.map(link => link.href)"
BACKGROUND_NOW = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"


def look_at(visit: Visits, page: Page, view: View, theme: str) -> None:
    """No error in page or console, no request elsewhere, nothing forbidden by our policy, nothing to scroll sideways, a
    name for each chart, and one title."""
    assert page.get_by_test_id("stException").count() == 0, visit.log()
    assert page.get_by_role("heading", level=1).count() == 1
    assert not visit.problems
    assert not sideways(page)
    names = chart_names(page)
    assert "" not in names, f"text alternatives of the charts: {names}"
    assert names or not view.drawn, "no chart on this view"
    assert page.evaluate(BACKGROUND_NOW) == BACKGROUND[theme], "the theme does not follow the reader"
    assert forbidden(page) == []
    if "tab" in view.query:
        expect(page.get_by_role("tab", name=view.query["tab"], exact=True)).to_have_attribute("aria-selected", "true")


def open_a_table(page: Page) -> None:
    """The table under the first chart, where there is one: drawn on a canvas, under our policy."""
    for toggle in page.get_by_text("Show as table", exact=True).all()[:1]:
        toggle.click()
        page.get_by_test_id("stDataFrame").first.wait_for()
    assert forbidden(page) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_view_is_clean_and_can_be_read_by_everybody(visit, view, theme):
    """And axe-core has no serious or critical finding, in either theme."""
    page = visit(view.slug, width=LAPTOP, theme=theme, **view.query)
    look_at(visit, page, view, theme)
    problems = accessibility_problems(page)
    assert not problems, "\n".join(problems)
    open_a_table(page)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_fits_the_smallest_phone(visit, view):
    """Composed anew at 360 px."""
    look_at(visit, visit(view.slug, width=PHONE_SMALL, **view.query), view, "light")


@pytest.mark.parametrize("view", PLAIN, ids=lambda view: view.name)
@pytest.mark.parametrize("width", [PHONE, PROJECTOR])
def test_every_page_fits_other_screens(visit, view, width):
    """On a phone as most are, for somebody who has never been here; and on a projector."""
    look_at(visit, visit(view.slug, width=width, fresh=width == PHONE), view, "light")


@pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")
def test_every_tab_is_looked_at(app, slug):
    """The list of views has each tab that the page has, beside the first."""
    assert list(dict.fromkeys(tab.label for tab in app(slug).tabs))[1:] == list(TABS.get(slug, ()))


def test_the_navigation_names_every_page(visit):
    """The menu at the top, with its drop-downs opened, leads to each page of menu.py."""
    page = visit("")
    links = page.get_by_test_id("stTopNavLink")
    found = set(links.evaluate_all(ADDRESSES))
    for button in page.get_by_role("navigation", name="App pages").get_by_role("button").all():
        button.click()
        dropped = page.get_by_test_id("stTopNavDropdownLink")
        dropped.first.wait_for()
        found |= set(dropped.evaluate_all(ADDRESSES))
        page.keyboard.press("Escape")
        dropped.first.wait_for(state="hidden")
    assert {address.removeprefix(visit.url).strip("/") for address in found} == set(page_slugs())
