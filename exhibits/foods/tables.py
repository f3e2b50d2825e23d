"""Foods as tables that a reader may take away: units in the columns, rounded once."""

from __future__ import annotations

import pandas as pd

from data.food_search import Choice
from data.foods import LEAST_KCAL_PER_100G, food_frame
from data.measures import percent_of
from exhibits.base import built_once
from exhibits.foods.selection import found
from exhibits.foods.shared import COLUMN, PER
from exhibits.foods.target import Aim


def food_table(wanted: Choice, aim: Aim, version: int = 0) -> pd.DataFrame:
    """The foods found, in order."""
    return food_rows(wanted.amount, aim, version).iloc[found(wanted, version)]


@built_once
def food_rows(amount: str, aim: Aim, version: int = 0) -> pd.DataFrame:
    """Every food as `food_table` gives it."""
    foods = food_frame(whole=version > 0)
    energy = foods["energy_kcal_per_100g"].astype(float)
    return pd.DataFrame(
        {
            "Food": foods["name"],
            magnesium_column(amount): _rounded(foods, amount),
            f"Share of {aim.short}, %": percent_of(foods[COLUMN[amount]], aim.mg).round(),
            "Serving": foods["serving"],
            "Serving, g": foods["serving_g"].round(1),
            **{magnesium_column(other): _rounded(foods, other) for other in PER if other != amount},
            "Energy per serving, kcal": foods["energy_kcal_per_serving"].round(),
            "Weight of 100 kcal, g": (100 * 100 / energy).where(energy >= LEAST_KCAL_PER_100G).round(),
            "Group": foods["group"],
            "Diet": foods["diet"],
            "Note": foods["note"].where(foods["note"] != ""),
            "USDA description": foods["usda_description"],
            "FDC id": foods["fdc_id"],
        }
    )


def plain_table(foods: pd.DataFrame) -> pd.DataFrame:
    """A few foods by all three amounts."""
    return pd.DataFrame(
        {
            "Food": foods["name"],
            "Serving": foods["serving"],
            **{magnesium_column(amount): _rounded(foods, amount) for amount in PER},
            "FDC id": foods["fdc_id"],
        }
    )


def magnesium_column(amount: str) -> str:
    """The column of magnesium: "Magnesium per 100 g, mg"."""
    return f"Magnesium {PER[amount]}, mg"


def _rounded(foods: pd.DataFrame, amount: str) -> pd.Series:
    return foods[COLUMN[amount]].round(1 if amount == "serving" else 0)
