"""A day of foods: read from a link, added up, and what would close the gap to the target.

A link names each food with its amount: `day=chia-seeds:1` (servings) or `day=chia-seeds:30g` (grams).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import combinations
from typing import Literal

import pandas as pd

from data.numbers import NumberError, Range, read_number

AMOUNTS = {
    "servings": Range(0.5, 20, unit="servings"),
    "g": Range(1, 2000, unit="g"),
}  # of one food a day; in a link and in the field alike
MOST_PORTIONS = 30
PORTION = re.compile(r"([a-z0-9][a-z0-9_-]*):([^:g]+)(g?)")
Unit = Literal["servings", "g"]
How = Literal["each", "together", "not enough"]


@dataclass(frozen=True)
class Portion:
    """So much of one food: `amount` in servings or in grams."""

    food: str
    amount: float
    unit: Unit = "servings"

    @property
    def token(self) -> str:
        """As it stands in a link."""
        return f"{self.food}:{self.amount:g}{'g' if self.unit == 'g' else ''}"

    def of(self, serving: str) -> str:
        """The amount by the food's own serving: "1 medium", "½ × 1 medium", "1½ × 1 slice", or "30 g"."""
        if self.unit == "g":
            return f"{self.amount:g} g"
        if self.amount == 1:
            return serving
        whole, half = divmod(self.amount, 1)
        times = f"{whole:g}½".removeprefix("0") if half == 0.5 else f"{self.amount:g}"
        return f"{times} × {serving}"


def read_amount(text: str, unit: str) -> float:
    """The amount of one food as a reader gives it, to a hundredth. Raises NumberError."""
    return round(AMOUNTS[unit].read(text), 2)


def read_day(tokens: Iterable[str], known: pd.Index) -> tuple[tuple[Portion, ...], tuple[str, ...]]:
    """The portions that a link asks for, and what is wrong with the others, in words.

    The same food in the same unit is added together. Unknown foods, amounts that the field does not take
    either, anything unreadable and everything beyond 30 portions are told and left out.
    """
    amounts: dict[tuple[str, Unit], float] = {}
    problems: list[str] = []
    for token in tokens:
        portion, problem = _read_portion(token, known)
        if portion is None:
            problems.append(problem)
            continue
        place = (portion.food, portion.unit)
        together = amounts.get(place, 0) + portion.amount
        if together > AMOUNTS[portion.unit].high:
            most = f"{AMOUNTS[portion.unit].high:g} {portion.unit}"
            problems.append(f"“{_short(token)}” brings {portion.food} to more than {most}")
        elif place not in amounts and len(amounts) == MOST_PORTIONS:
            problems.append(f"“{_short(token)}” is more than the {MOST_PORTIONS} foods that a day can hold")
        else:
            amounts[place] = together
    return tuple(Portion(food, amount, unit) for (food, unit), amount in amounts.items()), tuple(problems)


def _read_portion(token: str, known: pd.Index) -> tuple[Portion | None, str]:
    unreadable = f"“{_short(token)}” cannot be read; expected a food and an amount, as chia-seeds:1 or chia-seeds:30g"
    match = PORTION.fullmatch(token)
    if not match:
        return None, unreadable
    food = match[1]
    unit: Unit = "g" if match[3] else "servings"
    try:
        amount = read_number(match[2])
    except NumberError as problem:
        return None, f"{unreadable}. {str(problem).rstrip('.')}"
    faults = []
    if food not in known:
        faults.append(f"names a food that is not in the list, or not any more{_hint(food, tuple(known))}")
    takes = AMOUNTS[unit]
    if not takes.holds(amount):
        faults.append(
            f"has an amount that is no meal; expected at least {takes.low:g} and at most {takes.high:g} {unit}"
        )
    if faults:
        return None, f"“{_short(token)}” {' and '.join(faults)}"
    return Portion(food, round(amount, 2), unit), ""


@lru_cache(maxsize=64)
def _hint(food: str, known: tuple[str, ...]) -> str:
    """ " (did you mean pumpkin-seeds-dried-no-shell?)", for a food of our list that is written nearly so; else ""."""
    if food.startswith("sr-"):
        return " (it is from the whole USDA release, which make foods adds)"
    ours = [key for key in known if not key.startswith("sr-")]
    near = [key for key in ours if key.startswith(food[:60])] or get_close_matches(food[:60], ours, n=1, cutoff=0.6)
    return f" (did you mean {' or '.join(near[:2])}?)" if near else ""


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
                "amount": portion.of(food["serving"]),
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
    """One to three foods that would close a gap: any one of them, all of them together, or not even that."""

    how: How
    foods: pd.DataFrame  # rows of the food frame
    total_mg: float  # of all of them together


def closing_foods(gap_mg: float, foods: pd.DataFrame, taken: Iterable[str] = ()) -> Closing | None:
    """Up to three foods, one serving each, that would close the gap, with the least energy; None where there are none.

    Foods of which one serving is enough come first; else three that do it together, or fewer of them where fewer
    do; else the three richest. They are of different groups where that can be; foods of the day are left out.
    """
    left = foods[~foods["key"].isin(list(taken)) & (foods["magnesium_mg_per_serving"] > 0)]
    light = left.sort_values("energy_kcal_per_serving", kind="stable", na_position="last")
    ways: tuple[tuple[How, float], ...] = (("each", gap_mg), ("together", gap_mg / 3))
    for how, needed in ways:
        enough = light[light["magnesium_mg_per_serving"] >= needed].drop_duplicates("short_name")
        varied = enough.drop_duplicates("group")
        if len(enough) >= 3:
            three = (varied if len(varied) >= 3 else enough).head(3)
            return _closing(how, three if how == "each" else _fewest(three, gap_mg))
    richest = left.sort_values("magnesium_mg_per_serving", ascending=False, kind="stable").drop_duplicates("short_name")
    if richest.empty:
        return None
    closing = _closing("together", _fewest(richest.head(3), gap_mg))
    return closing if closing.total_mg >= gap_mg else _closing("not enough", richest.head(3))


def _fewest(foods: pd.DataFrame, gap_mg: float) -> pd.DataFrame:
    """The smallest set of these foods that closes the gap, the earlier ones first; all where even they do not."""
    magnesium = foods["magnesium_mg_per_serving"].tolist()
    for count in range(1, len(foods)):
        for places in combinations(range(len(foods)), count):
            if sum(magnesium[place] for place in places) >= gap_mg:
                return foods.iloc[list(places)]
    return foods


def _closing(how: How, foods: pd.DataFrame) -> Closing:
    return Closing(how, foods, float(foods["magnesium_mg_per_serving"].sum()))
