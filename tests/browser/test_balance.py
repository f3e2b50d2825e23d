"""Too little or too much in Chromium: the unit that goes along, stacking on a phone, print."""

import re

from tests.browser.helpers import open_drawer, settled, shown


def test_the_unit_goes_along_from_tab_to_tab(visit):
    """Chosen beside the ruler, it holds in the table and in the address."""
    page = visit("balance", tab="Blood levels")
    page.get_by_role("radio", name="mEq/L").click()
    page.wait_for_url(re.compile("unit=mEq"))
    assert "anywhere from 12 to 20 mEq/L" in settled(page).get_by_test_id("stMain").inner_text()
    page.get_by_role("tab", name="Side by side").click()
    page.get_by_role("table", name="Deficiency and toxicity compared").wait_for()
    assert shown(settled(page), "Called low below 1.2 to 1.7 mEq/L")


def test_the_matrix_follows_its_filters_and_the_address(visit):
    """Two clicks, then the same view from the link."""
    page = visit("balance", tab="Signs")
    open_drawer(page).get_by_role("button", name="Breathing").click()
    page.wait_for_url(re.compile("system=Breathing"))
    page.get_by_text("Slow or failing breathing: described with too much magnesium").wait_for()
    page.goto(page.url)
    assert shown(settled(page), "Slow or failing breathing: described with too much magnesium")


def test_on_a_phone_each_row_stacks(visit):
    """The cell of too much stands below that of too little, each named and within the screen."""
    page = visit("balance", width=360)
    low, high = (page.locator(f".cmp td.{side}").first.bounding_box() for side in ("deficiency", "toxicity"))
    assert high["y"] >= low["y"] + low["height"]
    assert abs(high["x"] - low["x"]) < 1
    assert page.locator(".cmp td.toxicity > b").first.is_visible()


def test_on_a_wide_screen_the_sides_stand_beside_each_other(visit):
    """One row, two cells at one height."""
    page = visit("balance")
    low, high = (page.locator(f".cmp td.{side}").first.bounding_box() for side in ("deficiency", "toxicity"))
    assert low["y"] == high["y"]
    assert high["x"] > low["x"] + low["width"] - 1


def test_sources_open_beside_the_dashboard(visit):
    """A source opens in a tab of its own, so the reader keeps the place."""
    link = visit("balance").locator(".cmp .from a").first
    assert link.get_attribute("target") == "_blank"


def test_the_comparison_prints_black_on_white(visit):
    """On paper the colors go, the shapes and words stay."""
    page = visit("balance")
    page.emulate_media(media="print")
    heading = page.locator(".cmp thead .deficiency")
    assert heading.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    assert heading.inner_text() == "▼ Too little"
