"""A dose against its marks, and what must be said of it."""

import pytest

from exhibits.base import SIZES, Look
from exhibits.palette import PALETTE
from exhibits.supplements.pill import Taken, pill_chart
from tests.exhibits.supplements.helpers import LIGHT, bars, texts

DOSE = Taken(magnesium_mg=301.5, aim_mg=320.0, aim_term="RDA", stage="women, 31 to 50", ul_us_mg=350.0, ul_eu_mg=250.0)


@pytest.mark.parametrize("size", SIZES)
def test_the_dose_stands_against_its_marks(size):
    """A bar for the dose; a line and a word for target and each upper level, in the color of its meaning."""
    figure = pill_chart(DOSE, look=Look("light", size))
    assert list(bars(figure, "dose").x) == [301.5]
    lines = {shape.x0: shape.line.color for shape in figure.layout.shapes}
    color = PALETTE["light"]
    assert lines == {350: color["toxicity"], 320: color["balance"], 250: color["toxicity"]}
    assert "302 mg in the supplement" in " ".join(texts(figure))
    assert figure.layout.xaxis.range[1] > 350


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "302 mg a day: 94% of the RDA, above the EU upper level"),
        ({"magnesium_mg": 250.0}, "250 mg a day: 78% of the RDA, within the EU and US upper levels"),
        ({"magnesium_mg": 400.0}, "400 mg a day: 125% of the RDA, above the EU and US upper levels"),
        ({"ul_eu_mg": None, "magnesium_mg": 5.0}, "5.0 mg a day: 2% of the RDA, within the US upper level"),
        ({"magnesium_mg": 62.5}, "62.5 mg a day: 20% of the RDA, within the EU and US upper levels"),
        ({"ul_eu_mg": None, "ul_us_mg": None}, "302 mg a day: 94% of the RDA, no upper level is set"),
    ],
)
def test_the_title_judges_the_dose(changes, title):
    """Within, above one, above both, none set."""
    assert pill_chart(DOSE._replace(**changes), look=LIGHT).layout.meta["title"] == title
