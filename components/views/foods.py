"""Foods: from the reader's choices to tables and finished figures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa
import streamlit as st

from components.charts import food_spread
from components.charts import foods as charts
from components.charts.foods import Aim
from components.views import built_once
from data.base import DataError
from data.foods import DIETS, Choice, find_places, food_frame, load_contrasts, whole_release
from data.intakes import LifeStage, load_label_values, load_reference_intakes, target_for
from data.measures import percent_of

MOST_ROWS = 300  # rows sent to the browser; the CSV has them all
MOST_OFFERED = 200
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


def need_data() -> None:
    """Read every table of the page; raises DataError for a broken one here, before any fragment would swallow it."""
    food_frame()
    load_contrasts()
    load_label_values()
    load_reference_intakes()


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


@built_once
def found(choice: Choice, version: int = 0) -> np.ndarray:
    """The positions of the foods that fit, in order. `version` is `release_version()` for the whole release."""
    return find_places(food_frame(whole=version > 0), choice)


def found_foods(choice: Choice, version: int = 0) -> pd.DataFrame:
    """The foods that fit, in order, with the columns that charts draw."""
    return _drawn(version).iloc[found(choice, version)]


@built_once
def names(version: int = 0) -> dict[str, str]:
    """Key of each food: its name."""
    return food_frame(whole=version > 0)["name"].to_dict()


@built_once
def to_choose_from(choice: Choice, kept: tuple[str, ...], version: int) -> tuple[str, ...]:
    """Keys of the foods that a list offers: ours, those kept, and of the whole release the first that fit the choice.

    A list of all 7,793 would cost each reader half a megabyte and 50 ms a click.
    """
    ours = food_frame().index
    if not version:
        return tuple(dict.fromkeys([*ours, *kept]))
    frame = food_frame(whole=True)
    fitting = frame.index[found(replace(choice, whole=True), version)[:MOST_OFFERED]]
    return tuple(dict.fromkeys([*fitting, *ours, *kept]))


@built_once
def _drawn(version: int) -> pd.DataFrame:
    return food_frame(whole=version > 0)[charts.DRAWN]


@built_once
def bars(choice: Choice, aim: Aim, shown: int, mode: str, size: str, version: int = 0) -> go.Figure | None:
    """The ranked bars of the foods found; None where none of them has a figure for the amount."""
    foods = found_foods(choice, version)
    if foods[charts.COLUMN[choice.amount]].isna().all():
        return None
    look = {"shown": shown, "mode": mode, "size": size}
    return charts.food_bars(foods, amount=choice.amount, aim=aim, order=choice.order, **look)


@built_once
def density(choice: Choice, mode: str, size: str, version: int = 0) -> go.Figure | None:
    """The density scatter of the foods found; None where no food has a figure for both axes."""
    if choice.least_mg is None and choice.amount != "serving":  # the same foods, so the same picture
        return density(replace(choice, amount="serving"), mode, size, version)
    foods = found_foods(choice, version)
    if not (foods["magnesium_mg_per_100kcal"] >= food_spread.LOWEST_MG).any():
        return None
    return food_spread.density_chart(foods, mode=mode, size=size)


@built_once
def spread(choice: Choice, mode: str, size: str, version: int = 0) -> go.Figure:
    """The foods found, by group."""
    return food_spread.spread_chart(found_foods(choice, version), amount=choice.amount, mode=mode, size=size)


def food_table(choice: Choice, aim: Aim, version: int = 0) -> pd.DataFrame:
    """The foods found, for reading and downloading: units in the columns, rounded once."""
    return _all_rows(choice.amount, aim, version).iloc[found(choice, version)]


@built_once
def first_rows(choice: Choice, aim: Aim, version: int = 0) -> pa.Table:
    """What of `food_table` is sent to the browser, taken from a table that was made ready for it once."""
    return _all_ready(choice.amount, aim, version).take(found(choice, version)[:MOST_ROWS])


@built_once
def _all_ready(amount: str, aim: Aim, version: int) -> pa.Table:
    table = pa.Table.from_pandas(_all_rows(amount, aim, version), preserve_index=False)
    return table.drop_columns(["USDA description"])  # in the download


@built_once
def _all_rows(amount: str, aim: Aim, version: int) -> pd.DataFrame:
    """Every food as `food_table` gives it."""
    foods = food_frame(whole=version > 0)
    return pd.DataFrame(
        {
            "Food": foods["name"],
            _per(amount): _rounded(foods, amount),
            f"Share of {aim.short}, %": percent_of(foods[charts.COLUMN[amount]], aim.mg).round(),
            "Serving": foods["serving"],
            "Serving, g": foods["serving_g"].round(1),
            **{_per(other): _rounded(foods, other) for other in PER if other != amount},
            "Energy per serving, kcal": foods["energy_kcal_per_serving"].round(),
            "Group": foods["group"],
            "Diet": foods["diet"],
            "Note": foods["note"].where(foods["note"] != ""),
            "USDA description": foods["usda_description"],
            "FDC id": foods["fdc_id"],
        }
    )


@built_once
def table_columns(aim: Aim, size: str) -> dict:
    """How the columns of `food_table` are set: short names, whole numbers, the share as a bar."""
    figures = {_per(amount): f"mg per {words}" for amount, words in PER.items()}
    figures |= {"Energy per serving, kcal": "kcal per serving", "Serving, g": "g per serving"}
    return {
        **{name: st.column_config.NumberColumn(short, format="%.0f") for name, short in figures.items()},
        "Food": st.column_config.TextColumn(pinned=True, width=150 if size == "narrow" else 270),
        f"Share of {aim.short}, %": st.column_config.ProgressColumn(
            f"% of {aim.short}", format="%.0f%%", min_value=0, max_value=100, color="primary", width="medium"
        ),
        "FDC id": st.column_config.NumberColumn(format="%d"),
    }


def _per(amount: str) -> str:
    return f"Magnesium per {PER[amount]}, mg"


def _rounded(foods: pd.DataFrame, amount: str) -> pd.Series:
    return foods[charts.COLUMN[amount]].round(1 if amount == "serving" else 0)


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


@built_once
def notes(choice: Choice, version: int = 0) -> list[str]:
    """What to know about the figures of the foods found, where there are few enough to read it."""
    places = found(choice, version)
    if len(places) > MOST_FOODS_WITH_NOTES:
        return []
    foods = food_frame(whole=version > 0)
    names, texts = foods["name"].iloc[places], foods["note"].iloc[places]
    return [f"**{name}.** {text}" for name, text in zip(names, texts, strict=True) if text][:MOST_NOTES]


def count(choice: Choice, version: int = 0) -> str:
    """ "1 food", "259 foods"."""
    return charts.count_foods(len(found(choice, version)))
