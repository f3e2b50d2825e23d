"""A page that is chosen from the menu begins at its top, and one that Back brings stands where it was left."""

import pytest

from tests.browser.helpers import settled

TOP = "document.querySelector('[data-testid=stMain]').scrollTop"
DOWN = "document.querySelector('[data-testid=stMain]').scrollTo(0, 1600)"


@pytest.mark.parametrize(
    ("slug", "name"), [("balance", "Too little or too much"), ("foods", "Foods"), ("find", "Find")]
)
@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_from_the_menu_begins_at_its_top(visit, slug, name, width):
    """From far down another one, on a phone and on a laptop."""
    page = visit("", width=width)
    page.evaluate(DOWN)
    settled(page)
    assert page.evaluate(TOP) > 500
    if width == 390:
        page.get_by_test_id("stExpandSidebarButton").click()
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True).click()
    elif slug == "find":
        page.get_by_role("navigation", name="App pages").get_by_role("button").first.click()
        page.get_by_test_id("stTopNavDropdownLink").filter(has_text=name).click()
    else:
        page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
    page.wait_for_url(f"**/{slug}*")
    settled(page)
    assert page.evaluate(TOP) == 0
