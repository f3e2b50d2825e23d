"""How intake is counted: as it is, per 1,000 kcal, or adjusted for energy; how each is told, and where it is drawn."""

from __future__ import annotations

from typing import NamedTuple

COUNTED_AS = {"amount": "Amount", "density": "Per 1,000 kcal", "residual": "Energy-adjusted"}
HELP = (
    "As it is, in mg. Per 1,000 kcal: divided by the calories of that day, so that eating more of everything changes nothing. "
    "Energy-adjusted: what is above or below the amount that goes with that day's calories (residual method)."
)


class Scale(NamedTuple):
    """Of magnesium: `ends` of the axis (on a phone `narrow`), where an open band is drawn to, and where both arms are judged."""

    unit: str
    told: str  # after "magnesium intake", in a sentence
    axis: str
    ends: tuple[float, float]
    narrow: tuple[float, float]
    open_end: float
    tick: float
    arms: tuple[int, int]  # near the outer knots, so inside the data


SCALES = {
    "amount": Scale(
        " mg", "in milligrams", "Magnesium from food that day, mg", (-8, 648), (40, 608), 640, 100, (100, 500)
    ),
    "density": Scale(
        " mg per 1,000 kcal",
        "per 1,000 kcal",
        "Magnesium per 1,000 kcal that day, mg",
        (40, 304),
        (60, 290),
        300,
        50,
        (80, 220),
    ),
    "residual": Scale(
        " mg (energy-adjusted)",
        "adjusted for energy",
        "Magnesium that day, energy-adjusted, mg",
        (60, 568),
        (80, 548),
        560,
        100,
        (160, 440),
    ),
}


def counted_column(scale: str) -> str:
    """The column of a table with the intake, as it is counted: "Magnesium, mg a day", "Magnesium, mg per 1,000 kcal"."""
    return "Magnesium, mg a day" if scale == "amount" else f"Magnesium,{SCALES[scale].unit}"
