"""Headings in order: one title, then no level skipped, so that who moves by headings knows what belongs to what.

On every view, with everything folded opened, and with a record beside its picture.
"""

import pytest
from playwright.sync_api import Page

from exhibits.base import Look
from exhibits.catalog import catalog
from tests.browser.helpers import unfold
from tests.browser.views import VIEWS
from tests.exhibits.test_marks import ANSWERING, marked

HEADINGS = """() => [...document.querySelectorAll(':is([data-testid=stMain], [data-testid=stPopoverBody]) :is(h1, h2, h3, h4, h5, h6)')]
  .filter(heading => heading.checkVisibility()).map(heading => [+heading.tagName[1], heading.textContent])"""


def out_of_order(page: Page) -> list[str]:
    """Each heading more than one level below the one before it, and every title after the first."""
    found = page.evaluate(HEADINGS)
    assert found
    levels = [0, *(level for level, _ in found)]
    return [
        f"h{before} → h{level}: {text}"
        for before, (level, text) in zip(levels, found, strict=False)
        if level > before + 1 or (level == 1 and before)
    ]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
@pytest.mark.parametrize("width", [1280, 390])
def test_no_level_of_heading_is_skipped(visit, view, width):
    """Also in drawers: the first of each is opened last, as it lies over the page."""
    page = unfold(visit(view.slug, width=width, **view.query))
    for drawer in page.locator("[data-testid=stPopoverButton]:visible").all()[:1]:
        drawer.click()
        page.get_by_test_id("stPopoverBody").wait_for()
    assert out_of_order(page) == []


@pytest.mark.parametrize("key", ANSWERING)
def test_the_heading_of_a_record_belongs_to_its_picture(visit, key):
    """A record that is open stands one level below."""
    one = catalog()[key]
    choices = marked(key)
    mark = one.figure(choices, Look()).marks[0]
    page = visit(one.page, **one.address(choices) | {one.opens.name: mark})
    assert out_of_order(unfold(page)) == []
