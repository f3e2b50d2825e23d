"""A day of foods: read from a link, added up, and what would close the gap to the target.

A link names each food with its amount: `day=chia-seeds:1` (servings) or `day=chia-seeds:30g` (grams).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

MOST_SERVINGS = 20.0
MOST_GRAMS = 2000.0
MOST_PORTIONS = 30
PORTION = re.compile(r"([a-z0-9][a-z0-9_-]*):(-?\d+(?:\.\d+)?)(g?)", re.ASCII)


@dataclass(frozen=True)
class Portion:
    """So much of one food: `amount` in servings or in grams."""

    food: str
    amount: float
    unit: Literal["servings", "g"] = "servings"

    @property
    def token(self) -> str:
        """As it stands in a link."""
        return f"{self.food}:{self.amount:g}{'g' if self.unit == 'g' else ''}"

    @property
    def words(self) -> str:
        """ "1 serving", "½ serving", "30 g"."""
        if self.unit == "g":
            return f"{self.amount:g} g"
        amount = "½" if self.amount == 0.5 else f"{self.amount:g}"
        return f"{amount} {'serving' if self.amount <= 1 else 'servings'}"


def most(unit: str) -> float:
    """The largest amount that is taken for meant."""
    return MOST_GRAMS if unit == "g" else MOST_SERVINGS


def read_day(tokens: Iterable[str], known: pd.Index) -> tuple[tuple[Portion, ...], tuple[str, ...]]:
    """The portions that a link asks for, and what is wrong with the others, in words.

    The same food in the same unit is added together. Unknown foods, amounts of zero or less, absurd amounts,
    anything unreadable and everything beyond 30 portions are told and left out.
    """
    amounts: dict[tuple[str, str], float] = {}
    problems: list[str] = []
    for token in tokens:
        portion, problem = _read_portion(token, known)
        if portion is None:
            problems.append(problem)
            continue
        place = (portion.food, portion.unit)
        together = amounts.get(place, 0) + portion.amount
        if together > most(portion.unit):
            problems.append(
                f"“{_short(token)}” brings {portion.food} to more than {most(portion.unit):g} {portion.unit}"
            )
        elif place not in amounts and len(amounts) == MOST_PORTIONS:
            problems.append(f"“{_short(token)}” is more than the {MOST_PORTIONS} foods that a day can hold")
        else:
            amounts[place] = together
    return tuple(Portion(food, amount, unit) for (food, unit), amount in amounts.items()), tuple(problems)


def _read_portion(token: str, known: pd.Index) -> tuple[Portion | None, str]:
    match = PORTION.fullmatch(token)
    if not match:
        return (
            None,
            f"“{_short(token)}” cannot be read; expected a food and an amount, as chia-seeds:1 or chia-seeds:30g",
        )
    food, amount, unit = match[1], float(match[2]), "g" if match[3] else "servings"
    if food not in known:
        where = " (it is from the whole USDA release, which make foods adds)" if food.startswith("sr-") else ""
        return None, f"“{_short(token)}” names a food that is not in the list, or not any more{where}"
    if not 0 < amount <= most(unit):
        return (
            None,
            f"“{_short(token)}” has an amount that is no meal; expected more than 0 and at most {most(unit):g} {unit}",
        )
    return Portion(food, amount, unit), ""


def _short(token: str) -> str:
    return token if len(token) <= 60 else token[:59] + "…"


def day_table(portions: Iterable[Portion], foods: pd.DataFrame) -> pd.DataFrame:
    """One row a portion: key, name, amount, grams, magnesium_mg and energy_kcal (empty where not measured), note.

    Worked: half a serving of chia (28.35 g, 335 mg per 100 g) is 14.175 g and 47.5 mg.
    """
    rows = []
    for portion in portions:
        food = foods.loc[portion.food]
        grams = portion.amount * (1 if portion.unit == "g" else food["serving_g"])
        rows.append(
            {
                "key": portion.food,
                "name": food["name"],
                "short_name": food["short_name"],
                "amount": portion.words,
                "serving": food["serving"],
                "grams": grams,
                "magnesium_mg": food["magnesium_mg_per_100g"] * grams / 100,
                "energy_kcal": food["energy_kcal_per_100g"] * grams / 100,
                "note": food["note"],
                "fdc_id": food["fdc_id"],
            }
        )
    columns = [
        "key",
        "name",
        "short_name",
        "amount",
        "serving",
        "grams",
        "magnesium_mg",
        "energy_kcal",
        "note",
        "fdc_id",
    ]
    numbers = dict.fromkeys(("grams", "magnesium_mg", "energy_kcal"), float)
    return pd.DataFrame(rows, columns=columns).astype(numbers)


@dataclass(frozen=True)
class Closing:
    """Three foods that would close a gap: any one of them, all three together, or not even that."""

    how: Literal["each", "together", "not enough"]
    foods: pd.DataFrame  # rows of the food frame
    total_mg: float  # of the three together


def closing_foods(gap_mg: float, foods: pd.DataFrame, taken: Iterable[str] = ()) -> Closing | None:
    """Three foods, one serving each, that would close the gap, with the least energy; None where there are none.

    Foods of which one serving is enough come first; else three that do it together; else the three richest.
    The three are of different groups where that can be; foods of the day itself are left out.
    """
    left = foods[~foods["key"].isin(list(taken)) & (foods["magnesium_mg_per_serving"] > 0)]
    light = left.sort_values("energy_kcal_per_serving", kind="stable", na_position="last")
    for how, needed in (("each", gap_mg), ("together", gap_mg / 3)):
        enough = light[light["magnesium_mg_per_serving"] >= needed].drop_duplicates("short_name")
        varied = enough.drop_duplicates("group")
        if len(enough) >= 3:
            return _closing(how, (varied if len(varied) >= 3 else enough).head(3))
    richest = left.sort_values("magnesium_mg_per_serving", ascending=False, kind="stable").drop_duplicates("short_name")
    if richest.empty:
        return None
    closing = _closing("together", richest.head(3))
    return closing if closing.total_mg >= gap_mg else _closing("not enough", richest.head(3))


def _closing(how: str, foods: pd.DataFrame) -> Closing:
    return Closing(how, foods, float(foods["magnesium_mg_per_serving"].sum()))
