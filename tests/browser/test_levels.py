"""The switch Plain / Clinical: in reach on every screen, kept by links and menu, and no picture is drawn anew for it."""

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import settled, sideways

MARKED = "() => { for (const one of document.querySelectorAll('.js-plotly-plot')) one.dataset.seen = 'yes' }"
STILL = "() => [...document.querySelectorAll('.js-plotly-plot')].map(one => one.dataset.seen ?? 'new')"
LEAST_PX = 24  # of what is pressed


def switch(page, level: str):
    """One of the two buttons."""
    return page.locator(".st-key-words").get_by_role("radio", name=level, exact=True)


def test_the_level_changes_words_and_moves_no_chart(visit):
    """Other words, the level in the address, the same chart in the page; and back."""
    page = settled(visit("balance", tab="Blood levels", fresh=True))
    page.evaluate(MARKED)
    switch(page, "clinical").click()
    expect(page.get_by_text("Deficiency: neuromuscular hyperexcitability.")).to_be_visible()
    expect(page.get_by_text("Serum magnesium in mmol/L")).to_be_visible()
    settled(page)
    assert "words=clinical" in page.url and "tab=Blood+levels" in page.url
    assert page.evaluate(STILL) == ["yes"]
    switch(page, "plain").click()
    expect(page.get_by_text("Too little magnesium makes nerves fire too easily;")).to_be_visible()
    assert "words=" not in page.url
    assert page.evaluate(STILL) == ["yes"]


def test_menu_and_links_keep_the_level(visit):
    """The menu, a line that opens a page, and a link in a text, which loads the page anew."""
    page = settled(visit("", words="clinical", fresh=True))
    page.get_by_role("link", name="See which sign appears at which level").click()
    expect(page.get_by_text("Deficiency: neuromuscular hyperexcitability.")).to_be_visible()
    assert "words=clinical" in page.url and "tab=Blood+levels" in page.url
    page.get_by_test_id("stTopNavLink").filter(has_text="Foods").click()
    expect(page.get_by_text("Seeds, nuts, legumes, leafy greens")).to_be_visible()
    assert "words=clinical" in page.url
    page = settled(visit("balance", words="clinical", fresh=True))
    link = page.get_by_role("link", name="What the marks mean").first
    link.dispatch_event("pointerdown")
    assert "words=clinical" in (link.get_attribute("href") or "")


@pytest.mark.parametrize("width", [320, 390, 900, 1280, 1920])
def test_the_switch_is_in_reach_on_every_screen(visit, width):
    """Whole on the first screen, large enough for a finger, on nothing else, and the page does not scroll sideways."""
    page = settled(visit("foods", width=width, fresh=True))
    for level in ("plain", "clinical"):
        button = switch(page, level)
        box = button.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] < 200
        assert min(box["width"], box["height"]) >= LEAST_PX
        button.click(trial=True)  # fails where something lies on it
    assert not sideways(page)
