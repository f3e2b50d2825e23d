"""What the exhibits of foods share: which foods are chosen, what shares are counted from, and how amounts are told."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from data.base import DataError
from data.foods import DIETS, Choice, find_places, food_frame, load_groups, whole_release
from data.intakes import LifeStage, load_label_values, target_for
from exhibits.base import built_once
from exhibits.captions import number
from exhibits.choices import Choices, amount, one_of, some_of, switch, text

SOURCE = "USDA FoodData Central, SR Legacy (April 2018). Averages: variety, soil, brand and cooking move them."
SOURCES = ("usda_sr_legacy",)
AMOUNTS = {"serving": "Serving", "100g": "100 g", "100kcal": "100 kcal"}
PER = {"serving": "per serving", "100g": "per 100 g", "100kcal": "per 100 kcal"}
COLUMN = {
    "serving": "magnesium_mg_per_serving",
    "100g": "magnesium_mg_per_100g",
    "100kcal": "magnesium_mg_per_100kcal",
}
TARGETS = {"dv": "Daily Value", "rda": "My RDA"}
DRAWN = [  # columns of the food frame that the charts of many foods use
    *("name", "short_name", "group", "family", "serving", "serving_g", "fdc_id"),
    *("magnesium_mg_per_serving", "magnesium_mg_per_100g", "magnesium_mg_per_100kcal"),
]
HOVERED = ["name", "serving", "serving_g", "magnesium_mg_per_serving", "magnesium_mg_per_100g", "fdc_id"]


def _groups() -> dict[str, str]:
    return {name: name for name in load_groups()}


def _categories() -> dict[str, str]:
    return {name: name for name in sorted(food_frame(whole=release_version() > 0)["usda_category"].unique())}


class FoodChoices(Choices):
    """Which foods, and per what amount."""

    q: str = text("Search")
    group: tuple[str, ...] = some_of("Group", _groups)
    category: tuple[str, ...] = some_of("USDA category", _categories)
    diet: tuple[str, ...] = some_of("Diet", DIETS, help="A filter, not allergy advice. Known for our list alone.")
    per: str = one_of("Amount", AMOUNTS, default="serving", help="What the figures and the ranking are for.")
    least: float | None = amount("At least, mg", low=0, high=1000)
    kcal: float | None = amount("At most, kcal", low=0, high=2000)
    whole: bool = switch("Whole USDA release")

    @property
    def wanted(self) -> Choice:
        """The same as a question to the food frame."""
        return Choice(
            self.q.lower(), self.group, self.category, self.diet, self.per, self.least, self.kcal,
            getattr(self, "order", "most"), self.whole,
        )  # fmt: skip


class Aim(NamedTuple):
    """What a share is a share of: "the Daily Value", "DV", 420 mg."""

    words: str
    short: str
    mg: float


def daily_value() -> Aim:
    """The Daily Value that US labels count from."""
    return Aim("the Daily Value", "DV", load_label_values()["us-dv"].value_mg)


def own_aim(stage: LifeStage) -> Aim:
    """The RDA (AI where none is set) of the reader's life stage."""
    us = target_for(*stage).us
    who = stage.label[0].lower() + stage.label[1:]
    return Aim(f"the {us.aim_term} for {who}", us.aim_term, us.aim_mg)


# Which foods -----------------------------------------------------------------------------------------------------------


def release_version() -> int:
    """Changes when the reader makes the whole release anew; 0 where it was not made or is broken."""
    file = whole_release().file
    return file.stat().st_mtime_ns if file.exists() and not release_fault() else 0


def release_fault() -> str:
    """What is wrong with the table that the reader made; empty where nothing is, or where it was not made."""
    try:
        if whole_release().file.exists():
            food_frame(whole=True)
    except DataError as problem:
        return str(problem)
    return ""


def version_of(choices: FoodChoices) -> int:
    """The version of the whole release where it is asked for and was made, else 0: our own list."""
    return release_version() if choices.whole else 0


@built_once
def found(wanted: Choice, version: int = 0) -> np.ndarray:
    """The positions of the foods that fit, in order."""
    return find_places(food_frame(whole=version > 0), wanted)


def found_foods(wanted: Choice, version: int = 0) -> pd.DataFrame:
    """The foods that fit, in order, with the columns that charts draw."""
    return _drawn(version).iloc[found(wanted, version)]


@built_once
def _drawn(version: int) -> pd.DataFrame:
    return food_frame(whole=version > 0)[DRAWN]


def no_food(choices: FoodChoices) -> str:
    """Why no food is left; empty where one is."""
    return "" if len(found(choices.wanted, version_of(choices))) else f"No food matches {in_words(choices.wanted)}."


def in_words(wanted: Choice) -> str:
    """The choice as a reader would say it: "“tofoo”, vegan, in fruit"."""
    said = [f"“{wanted.text}”"] if wanted.text else []
    said += [DIETS[diet].lower() for diet in wanted.diets]
    if wanted.groups or wanted.categories:
        said.append("in " + " or ".join((*wanted.groups, *wanted.categories)).lower())
    if wanted.least_mg is not None:
        said.append(f"at least {wanted.least_mg:g} mg {PER[wanted.amount]}")
    if wanted.most_kcal is not None:
        said.append(f"at most {wanted.most_kcal:g} kcal per {'100 g' if wanted.amount == '100g' else 'serving'}")
    return ", ".join(said) or "all groups"


# How amounts are told --------------------------------------------------------------------------------------------------


def milligrams(mg: float) -> str:
    """Magnesium as the tables can bear it: whole milligrams, "under 1 mg" for a trace."""
    return "under 1 mg" if 0 < mg < 0.5 else f"{number(mg)} mg"


def share(mg: float, aim: Aim) -> str:
    """Whole percent of the target."""
    return "under 1%" if 0 < 100 * mg / aim.mg < 0.5 else f"{number(100 * mg / aim.mg)}%"


def serving_words(serving: str) -> str:
    """The serving without what stands in brackets: "1 oz"."""
    return serving.split(" (")[0]


def count_foods(count: int) -> str:
    """ "1 food", "259 foods"."""
    return "1 food" if count == 1 else f"{number(count)} foods"


def as_records(foods: pd.DataFrame) -> list[dict]:
    """What `food_hover` needs of each food; three times as fast as `to_dict`."""
    columns = zip(*(foods[column].tolist() for column in HOVERED), strict=True)
    return [dict(zip(HOVERED, values, strict=True)) for values in columns]


def food_hover(food: dict) -> str:
    """Serving, grams and source id, as every point of these charts tells them."""
    lines = [
        f"<b>{food['name']}</b>",
        f"{food['serving']}, {number(food['serving_g'], 0 if food['serving_g'] >= 10 else 1)} g",
        f"{milligrams(food['magnesium_mg_per_serving'])} per serving, {milligrams(food['magnesium_mg_per_100g'])} per 100 g",
        f"FoodData Central {food['fdc_id']}",
    ]
    return "<br>".join(lines)
