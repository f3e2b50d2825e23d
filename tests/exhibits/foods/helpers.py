"""What the tests of foods share: looking into a finished figure, and a few targets."""

import json

from exhibits.base import Look
from exhibits.foods.needs import Needs
from exhibits.foods.target import Aim

DV = Aim("the Daily Value", "DV", 420)
WOMAN = Needs("women, 31 to 50", 265, 320, "RDA", 350, 250)
LIGHT = Look("light", "wide")
SIZES = ("wide", "narrow", "projector")


def drawn(figure) -> dict:
    """A figure as plain JSON."""
    return json.loads(figure.to_json(engine="json"))


def written(figure) -> list[str]:
    """The notes inside the plot."""
    return [note["text"] for note in drawn(figure)["layout"]["annotations"]]


def points(figure) -> int:
    """How many foods are drawn."""
    return sum(len(trace["customdata"]) for trace in drawn(figure)["data"] if trace.get("marker", {}).get("opacity"))
