"""Supplements in Chromium: the calculator as it is typed, the day in the address."""

import re
from io import BytesIO

import pytest
from PIL import Image

from data.interactions import gaps
from tests.browser.helpers import chart_names, settled, shown, unroll


def test_an_amount_is_typed_and_restored(visit):
    """A bad one is answered, a good one is reckoned, and the link keeps it."""
    page = visit("supplements", tab="From pill to body")
    field = page.get_by_role("textbox", name="Amount a day, mg")
    field.fill("-5")
    field.press("Enter")
    page.get_by_text("cannot be below zero").wait_for()
    field.fill("400")
    field.press("Enter")
    page.wait_for_url(re.compile("mg=400"))
    page.get_by_text("400 mg a day: 125% of the RDA, above the EU and US upper levels").wait_for()
    page.goto(page.url)
    assert shown(settled(page), "400 mg a day: 125% of the RDA, above the EU and US upper levels")


def test_the_day_is_told_in_words(visit):
    """The chart's text alternative gives the times of each medicine."""
    page = visit("supplements", tab="Interactions", drug="levothyroxine", at="8:00")
    assert "Levothyroxine, the cautious advice: by 4:00 or from 12:00" in chart_names(page)[0]


# A text counts as seen where removing it changes the picture; elementFromPoint would not tell of what is painted over it.
NAMES = """() => [...document.querySelectorAll('.js-plotly-plot .scatterlayer .textpoint text')]
  .filter(t => t.textContent.trim() && t.querySelector('[style*=bold], tspan[style*=bold]'))
  .map(t => { const r = t.getBoundingClientRect(); const p = t.closest('.js-plotly-plot').getBoundingClientRect();
    return { said: t.textContent, x: r.x, y: r.y, width: r.width, height: r.height,
             inside: r.left >= p.left - 1 && r.right <= p.right + 1 && r.top >= p.top - 1 && r.bottom <= p.bottom + 1 } })"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 390, 1280])
def test_each_medicine_is_painted_beside_its_bar(visit, width, theme):
    """The box of each name lies inside the chart, and holds other pixels with the name than without it."""
    page = unroll(visit("supplements", tab="Interactions", width=width, theme=theme))
    names = page.evaluate(NAMES)
    assert len(names) == gaps()["drug"].nunique()
    with_names = Image.open(BytesIO(page.screenshot()))
    page.add_style_tag(content=".js-plotly-plot .textpoint text { visibility: hidden }")
    without = Image.open(BytesIO(page.screenshot()))
    for name in names:
        assert name["inside"], name
        box = [round(at) for at in (name["x"], name["y"], name["x"] + name["width"], name["y"] + name["height"])]
        assert with_names.crop(box).tobytes() != without.crop(box).tobytes(), name
