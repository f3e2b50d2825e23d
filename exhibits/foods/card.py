"""One food in full, as a mark of a picture opens it: its magnesium by all three amounts, its other figures, and the notes on them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data.foods import NUTRIENTS, food_frame
from exhibits.base import Opens, built_once
from exhibits.foods.selection import names
from exhibits.foods.shared import COLUMN, PER, food_weight, milligrams, share
from exhibits.foods.target import Aim, TargetChoices, daily_value
from exhibits.markdown import plain
from exhibits.rounding import number
from exhibits.rows import Row

NOT_MEASURED = "not measured"


def _told(choices: Any, key: str) -> str:
    aim = choices.aim if isinstance(choices, TargetChoices) else daily_value()
    return food_card(key, aim, _version(choices))


def _names(choices: Any) -> dict[str, str]:
    return names(_version(choices))


def _version(choices: Any) -> int:
    """Of the whole release, where the choices may take foods from it."""
    return getattr(choices, "version", 0)


@built_once
def food_card(key: str, aim: Aim, version: int = 0) -> str:
    """The food of this key as paragraphs of markdown."""
    food = food_frame(whole=version > 0).loc[key].to_dict()
    parts = [
        f"### {plain(food['name'])}",
        _magnesium(food, aim),
        f"Besides, per 100 g: {_others(food)}.",
        plain(" · ".join(part for part in (food["group"], food["diet"]) if part)),
        f"**Note.** {plain(food['note'])}" if food["note"] else "",
        f":gray[:small[USDA FoodData Central {food['fdc_id']}: {plain(food['usda_description'])}. An average.]]",
    ]
    return "\n\n".join(part for part in parts if part)


def _magnesium(food: Row, aim: Aim) -> str:
    """A line for each amount; the serving with its weight and its share of the target."""
    lines = []
    for amount, per in PER.items():
        mg = food[COLUMN[amount]]
        said = NOT_MEASURED if pd.isna(mg) else f"**{milligrams(mg)}**"
        if amount == "serving":
            per = f"{per} ({plain(food_weight(food))})"
            said += "" if pd.isna(mg) else f", {share(mg, aim)} of {aim.words}"
        lines.append(f"- Magnesium {per}: {said}")
    return "\n".join(lines)


def _others(food: Row) -> str:
    """Its other figures, and which were not measured."""
    said = []
    for column, (name, unit, digits) in NUTRIENTS.items():
        if column != COLUMN["100g"]:
            value = food[column]
            said.append(f"{name.lower()} {NOT_MEASURED if pd.isna(value) else f'{number(value, digits)} {unit}'}")
    return ", ".join(said)


FOOD = Opens("food", "Open a food", names=_names, told=_told)
