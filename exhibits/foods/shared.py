"""How the exhibits of foods tell their figures: per what, in whole milligrams, as a share, on hover; and their source."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pandas as pd

from exhibits.base import Look
from exhibits.foods.target import Aim
from exhibits.layout import axis
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import apart, number
from exhibits.rows import Row

SOURCE = "USDA FoodData Central, SR Legacy (April 2018). Averages: variety, soil, brand and cooking move them."
SOURCES = ("usda_sr_legacy",)
AMOUNTS = {"serving": "Serving", "100g": "100 g", "100kcal": "100 kcal"}
PER = {"serving": "per serving", "100g": "per 100 g", "100kcal": "per 100 kcal"}
COLUMN = {
    "serving": "magnesium_mg_per_serving",
    "100g": "magnesium_mg_per_100g",
    "100kcal": "magnesium_mg_per_100kcal",
}
HOVERED = ["key", "name", "serving", "serving_g", "magnesium_mg_per_serving", "magnesium_mg_per_100g", "fdc_id"]


def milligrams(mg: float, *marks: float | None) -> str:
    """Magnesium as the tables can bear it: whole milligrams, "under 1 mg" for a trace, and as many digits as tell it from `marks`."""
    return "under 1 mg" if 0 < mg < 0.5 else f"{number(mg, apart(mg, marks))} mg"


def share(mg: float, aim: Aim) -> str:
    """Whole percent of the target."""
    return "under 1%" if 0 < 100 * mg / aim.mg < 0.5 else f"{number(100 * mg / aim.mg)}%"


def times(ratio: float) -> str:
    """ "2.3 times", "12 times"."""
    return f"{number(ratio, 1 if ratio < 9.95 else 0)} times"


def count_foods(count: int) -> str:
    """ "1 food", "259 foods"."""
    return "1 food" if count == 1 else f"{number(count)} foods"


def serving_words(serving: str) -> str:
    """The serving without what stands in brackets: "1 oz"."""
    return serving.split(" (")[0]


def short(name: str, letters: int) -> str:
    """The name in at most so many letters."""
    return textwrap.shorten(name, letters, placeholder="…")


def first_upper(name: str) -> str:
    """The name as a sentence begins with it."""
    return name[0].upper() + name[1:]


def as_records(foods: pd.DataFrame) -> list[dict]:
    """What `food_hover` needs of each food; three times as fast as `to_dict`."""
    columns = zip(*(foods[column].tolist() for column in HOVERED), strict=True)
    return [dict(zip(HOVERED, values, strict=True)) for values in columns]


def food_hover(food: dict) -> str:
    """Serving, grams and source id, as every point of these charts tells them."""
    lines = [
        f"<b>{food['name']}</b>",
        food_weight(food),
        f"{milligrams(food['magnesium_mg_per_serving'])} per serving, {milligrams(food['magnesium_mg_per_100g'])} per 100 g",
        f"FoodData Central {food['fdc_id']}",
    ]
    return "<br>".join(lines)


def food_weight(food: Row) -> str:
    """The serving and what it weighs: "1 oz, 28 g"."""
    return f"{food['serving']}, {number(food['serving_g'], 0 if food['serving_g'] >= 10 else 1)} g"


def hovers(foods: pd.DataFrame) -> dict[str, object]:
    """The part of a trace that tells each of these foods on hover, and by which key it is opened."""
    rows = as_records(foods)
    told = [food_hover(food) for food in rows]
    return {"ids": [food["key"] for food in rows], "customdata": told, "hovertemplate": "%{customdata}<extra></extra>"}


def names_beside(y: Sequence[float], labels: Sequence[str], look: Look, **more: object) -> dict:
    """The axis with a name beside each row."""
    font = {"size": TYPE[look.size]["body"], "color": PALETTE[look.mode]["ink"]}
    names = {"tickvals": y, "ticktext": labels, "tickfont": font, **more}
    return axis(*look, showgrid=False, automargin=True, ticklabelstandoff=8, **names)
