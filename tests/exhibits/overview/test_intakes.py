"""The ruler of daily intakes: bands where the figures put them, and words for what is not set."""

import pandas as pd
import pytest

from exhibits.base import Look
from exhibits.overview.target import intake_ruler
from exhibits.palette import PALETTE
from tests.exhibits.overview.helpers import INTAKES, labels, row


def ruler(intakes=INTAKES, mode="light", size="wide"):
    return intake_ruler(intakes, look=Look(mode, size), title="Aim", source="IOM 1997")


def bands(figure) -> list[tuple[float, float, str]]:
    """The boxes of the ruler from the lowest row up: start, end, fill."""
    return [(shape.x0, shape.x1, shape.fillcolor) for shape in figure.layout.shapes]


def test_only_the_row_of_supplements_has_a_limit():
    """Pills: neutral to 250, pale to 350, orange beyond; goals end in teal, never in orange."""
    color = PALETTE["light"]
    pills, eu, women = bands(ruler())[:3], bands(ruler())[3:5], bands(ruler())[5:]
    assert pills == [(0, 250, color["panel"]), (250, 350, color["toxicity_fill"]), (350, 600, color["toxicity"])]
    assert women == [
        (0, 255, color["deficiency_fill"]),
        (255, 310, color["balance_fill"]),
        (310, 600, color["balance"]),
    ]
    assert eu == [(0, 300, color["panel"]), (300, 600, color["balance"])], "below an AI nothing is known"


def test_a_row_without_a_value_says_so():
    """Words in the place of a band."""
    figure = ruler(pd.DataFrame([row("US", goal=30, term="AI"), row("EU", nothing="no value below 7 months")]))
    assert "no value below 7 months" in labels(figure)
    assert "EU: no value is set" in figure.layout.meta["alt"]


@pytest.mark.parametrize(("goal", "end"), [(75, 250), (170, 250), (250, 400), (310, 600), (420, 600)])
def test_the_scale_fits_the_life_stage(goal, end):
    """Small needs get a shorter ruler, so that their labels have room."""
    figure = ruler(pd.DataFrame([row("Goal", goal=goal, term="AI")]))
    assert tuple(figure.layout.xaxis.range) == (0, end)


def test_labels_are_short_on_a_phone():
    """The tails are dropped where there is no room for them."""
    assert "RDA 310: the amount to aim for" in labels(ruler())
    assert {"RDA 310", "EAR 255", "US limit 350"} <= set(labels(ruler(size="narrow")))
