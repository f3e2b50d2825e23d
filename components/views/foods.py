"""Foods: from the reader's choices to tables and finished figures."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts import food_spread
from components.charts import foods as charts
from components.charts.foods import Aim
from components.views import built_once
from data.foods import DIETS, Choice, find_foods, food_frame, whole_release
from data.intakes import LifeStage, load_label_values, target_for
from data.measures import percent_of

MOST_ROWS = 300  # rows sent to the browser; the CSV has them all
MOST_NOTES, MOST_FOODS_WITH_NOTES = 4, 40
PER = {"serving": "serving", "100g": "100 g", "100kcal": "100 kcal"}


def daily_value() -> Aim:
    """The Daily Value that US labels count from."""
    value = load_label_values()["us-dv"].value_mg
    return Aim("the Daily Value", "DV", value)


def own_aim(stage: LifeStage) -> Aim:
    """The RDA (AI where none is set) of the reader's life stage."""
    us = target_for(*stage).us
    who = stage.label[0].lower() + stage.label[1:]
    return Aim(f"the {us.aim_term} for {who}", us.aim_term, us.aim_mg)


def release_version() -> int:
    """Changes when the reader makes the whole release anew; 0 where it was not made."""
    file = whole_release().file
    return file.stat().st_mtime_ns if file.exists() else 0


@built_once()
def found(choice: Choice, version: int = 0) -> pd.DataFrame:
    """The foods that fit, in order. `version` is `release_version()` for the whole release."""
    return find_foods(food_frame(whole=choice.whole), choice)


@built_once()
def bars(choice: Choice, aim: Aim, shown: int, mode: str, size: str, version: int = 0) -> go.Figure:
    """The ranked bars of the foods found."""
    return charts.food_bars(
        found(choice, version), amount=choice.amount, aim=aim, order=choice.order, shown=shown, mode=mode, size=size
    )


@built_once()
def density(choice: Choice, mode: str, size: str, version: int = 0) -> go.Figure | None:
    """The density scatter of the foods found; None where no food has a figure for both axes."""
    foods = found(choice, version)
    if not (foods["magnesium_mg_per_100kcal"] >= food_spread.LOWEST_MG).any():
        return None
    return food_spread.density_chart(foods, mode=mode, size=size)


@built_once()
def spread(choice: Choice, mode: str, size: str, version: int = 0) -> go.Figure:
    """The foods found, by group."""
    return food_spread.spread_chart(found(choice, version), amount=choice.amount, mode=mode, size=size)


@built_once()
def food_table(choice: Choice, aim: Aim, version: int = 0) -> pd.DataFrame:
    """The foods found, for reading and downloading: names and units in the columns, rounded once."""
    foods = found(choice, version)
    first = choice.amount
    others = [amount for amount in PER if amount != first]
    diets = zip(*(foods[diet] for diet in DIETS), strict=True)
    return pd.DataFrame(
        {
            "Food": foods["name"],
            **{_per(first): _rounded(foods, first)},
            f"Share of {aim.short}, %": percent_of(foods[charts.COLUMN[first]], aim.mg).round(),
            "Serving": foods["serving"],
            "Serving, g": foods["serving_g"].round(1),
            **{_per(amount): _rounded(foods, amount) for amount in others},
            "Energy per serving, kcal": foods["energy_kcal_per_serving"].round(),
            "Group": foods["group"],
            "Diet": [_diet_words(fits) for fits in diets],
            "Note": foods["note"].replace("", None),
            "USDA description": foods["usda_description"],
            "FDC id": foods["fdc_id"],
        }
    )


def table_columns(aim: Aim) -> dict:
    """How the columns of `food_table` are set: short names, whole numbers, the share as a bar."""
    figures = {_per(amount): f"mg per {words}" for amount, words in PER.items()}
    figures |= {"Energy per serving, kcal": "kcal per serving", "Serving, g": "g per serving"}
    return {
        **{name: st.column_config.NumberColumn(short, format="%.0f") for name, short in figures.items()},
        "Food": st.column_config.TextColumn(pinned=True, width="medium"),
        f"Share of {aim.short}, %": st.column_config.ProgressColumn(
            f"% of {aim.short}", format="%.0f%%", min_value=0, max_value=100, color="primary", width="medium"
        ),
        "FDC id": st.column_config.NumberColumn(format="%d"),
    }


def _per(amount: str) -> str:
    return f"Magnesium per {PER[amount]}, mg"


def _rounded(foods: pd.DataFrame, amount: str) -> pd.Series:
    return foods[charts.COLUMN[amount]].round(1 if amount == "serving" else 0)


def _diet_words(fits: tuple[bool, ...]) -> str | None:
    return ", ".join(label for label, fit in zip(DIETS.values(), fits, strict=True) if fit) or None


def in_words(choice: Choice) -> str:
    """The choice as a reader would say it: "“tofoo”, vegan, in fruit"."""
    said = [f"“{choice.text}”"] if choice.text else []
    said += [DIETS[diet].lower() for diet in choice.diets]
    if choice.groups or choice.categories:
        said.append("in " + " or ".join((*choice.groups, *choice.categories)).lower())
    if choice.least_mg is not None:
        said.append(f"at least {choice.least_mg:g} mg per {PER[choice.amount]}")
    if choice.most_kcal is not None:
        said.append(f"at most {choice.most_kcal:g} kcal per {'100 g' if choice.amount == '100g' else 'serving'}")
    return ", ".join(said) or "all groups"


def notes(choice: Choice, version: int = 0) -> list[str]:
    """What to know about the figures of the foods found, where there are few enough to read it."""
    foods = found(choice, version)
    noted = foods[foods["note"] != ""].head(MOST_NOTES + 1)
    few = 0 < len(noted) <= MOST_NOTES and len(foods) <= MOST_FOODS_WITH_NOTES
    return [f"**{food['name']}.** {food['note']}" for food in noted.to_dict("records")] if few else []


def count(table: pd.DataFrame) -> str:
    """ "1 food", "259 foods"."""
    return charts.count_foods(len(table))
