"""Every page in real Chromium: opens clean, fits every screen, can be read by everybody."""

import pytest

from tests.browser.helpers import accessibility_problems, chart_names, sideways
from tests.site_map import page_slugs

PHONE_SMALL, PHONE, LAPTOP, PROJECTOR = 360, 390, 1280, 1920

ADDRESSES = "links => links.map(link => link.href)"

every_page = pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")


@every_page
@pytest.mark.parametrize("width", [PHONE_SMALL, PHONE, LAPTOP, PROJECTOR])
def test_the_page_opens_clean_and_fits_the_screen(visit, slug, width):
    """No error in page or console, no request elsewhere, nothing to scroll sideways, a name for each chart."""
    page = visit(slug, width=width)
    assert page.get_by_test_id("stException").count() == 0, visit.log()
    assert page.get_by_role("heading", level=1).count() == 1
    assert not visit.problems
    assert not sideways(page)
    assert "" not in chart_names(page), f"text alternatives of the charts: {chart_names(page)}"


@every_page
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(visit, slug, theme):
    """axe-core has no serious or critical finding, in either theme."""
    problems = accessibility_problems(visit(slug, theme=theme))
    assert not problems, "\n".join(problems)


@every_page
def test_the_theme_follows_the_reader(visit, slug):
    """A reader who prefers dark gets the dark page, and one who prefers light the light one."""
    background = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    assert visit(slug, theme="dark").evaluate(background) == "rgb(17, 24, 31)"
    assert visit(slug, theme="light").evaluate(background) == "rgb(255, 255, 255)"


def test_the_navigation_names_every_page(visit):
    """The menu at the top, with its drop-downs opened, leads to each page of dashboard.py."""
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
