"""A day, comparisons and contrasts: from the reader's choices to tables and finished figures."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from components.captions import apart, number
from components.charts import food_compare
from components.charts.food_day import Needs, day_chart
from components.charts.foods import COLUMN, Aim, milligrams
from components.views import built_once
from components.views.foods import PER
from data.day import Closing, Portion, closing_foods, day_table
from data.foods import NUTRIENTS, Choice, find_foods, food_frame, load_contrasts, load_groups
from data.intakes import LifeStage, target_for

NOT_SUGGESTED = ("Drinks", "Sweets and snacks")


# Compare ------------------------------------------------------------------------------------------------------------


@built_once
def comparison(foods: tuple[str, ...], amount: str, mode: str, size: str, version: int = 0) -> go.Figure:
    """The chosen foods by nutrient."""
    return food_compare.compare_chart(_nutrients(foods, amount, version), amount=amount, mode=mode, size=size)


@built_once
def comparison_table(foods: tuple[str, ...], amount: str, aim: Aim, version: int = 0) -> pd.DataFrame:
    """A row a figure, a column a food: the serving, magnesium by all three amounts, the rest by the chosen one."""
    chosen = food_frame(whole=version > 0).loc[list(foods)]
    rows: dict[str, list[str]] = {
        "Serving": [
            f"{serving}, {grams:g} g" for serving, grams in zip(chosen["serving"], chosen["serving_g"], strict=True)
        ],
        **{
            f"Magnesium per {words}, mg": [_figure(value, 0) for value in chosen[COLUMN[per]]]
            for per, words in PER.items()
        },
        f"Serving’s share of {aim.short}": [
            "not measured" if pd.isna(mg) else f"{100 * mg / aim.mg:.0f}%" for mg in chosen["magnesium_mg_per_serving"]
        ],
    }
    figures = _nutrients(foods, amount, version)
    for nutrient, some in figures[figures["nutrient"] != "Magnesium"].groupby("nutrient", sort=False):
        head = some.iloc[0]
        name = f"{nutrient} per {PER[amount]}, {head['unit']}"
        rows[name] = [_figure(value, head["digits"]) for value in some["value"]]
    rows["FoodData Central id"] = [str(fdc_id) for fdc_id in chosen["fdc_id"]]
    if chosen["note"].any():
        rows["Note"] = chosen["note"].tolist()
    return pd.DataFrame(
        {"Figure": list(rows), **{name: [row[i] for row in rows.values()] for i, name in enumerate(chosen["name"])}}
    )


def _figure(value: float, digits: int) -> str:
    return "not measured" if pd.isna(value) else f"{value:.{digits}f}"


@built_once
def _nutrients(foods: tuple[str, ...], amount: str, version: int) -> pd.DataFrame:
    """One row a food and nutrient for the chosen amount; per 100 kcal energy itself is left out, being 100."""
    chosen = food_frame(whole=version > 0).loc[list(foods)]
    factor = {"serving": chosen["serving_g"] / 100, "100g": 1.0, "100kcal": 100 / chosen["energy_kcal_per_100g"]}[
        amount
    ]
    figured = chosen[COLUMN["100kcal"]].notna() | (amount != "100kcal")  # no figures per kilogram of tea
    rows = [
        pd.DataFrame(
            {
                "food": chosen["name"],
                "short_name": chosen["short_name"],
                "nutrient": name,
                "unit": unit,
                "digits": digits,
                "value": (chosen[column].astype(float) * factor).where(figured),
            }
        )
        for column, (name, unit, digits) in NUTRIENTS.items()
        if not (amount == "100kcal" and name == "Energy")
    ]
    return pd.concat(rows, ignore_index=True)


# Build a day ----------------------------------------------------------------------------------------------------------


def needs_of(stage: LifeStage) -> Needs:
    """The reference intakes of the reader's life stage."""
    target = target_for(*stage)
    who = stage.label[0].lower() + stage.label[1:]
    ul_eu = target.ul_eu.ul_mg if target.ul_eu else None
    return Needs(who, target.us.ear_mg, target.aim_mg, target.us.aim_term, target.ul_us_mg, ul_eu)


@built_once
def day_of(portions: tuple[Portion, ...], version: int = 0) -> pd.DataFrame:
    """The day, one row a portion."""
    return day_table(portions, food_frame(whole=version > 0))


@built_once
def day_picture(
    portions: tuple[Portion, ...], needs: Needs, supplement_mg: float, mode: str, size: str, version: int = 0
) -> go.Figure:
    """The day against the reference intakes."""
    return day_chart(day_of(portions, version), needs, supplement_mg, mode=mode, size=size)


def day_rows(portions: tuple[Portion, ...], needs: Needs, version: int = 0) -> pd.DataFrame:
    """The day for reading and downloading."""
    day = day_of(portions, version)
    return pd.DataFrame(
        {
            "Food": day["name"],
            "Amount": day["amount"],
            "Grams": day["grams"].round(1),
            "Magnesium, mg": day["magnesium_mg"].round(1),
            f"Share of {needs.aim_term}, %": (100 * day["magnesium_mg"] / needs.aim_mg).round(),
            "Energy, kcal": day["energy_kcal"].round(),
            "Note": day["note"].replace("", None),
            "FDC id": day["fdc_id"],
        }
    )


@built_once
def closing(gap_mg: float, choice: Choice, taken: tuple[str, ...], version: int = 0) -> Closing | None:
    """Up to three foods of those the filters leave that would close the gap.

    Drinks and sweets only where the reader chose them: a day is hardly mended with espresso.
    """
    if not (choice.groups or choice.whole or choice.text):
        choice = replace(choice, groups=tuple(group for group in load_groups() if group not in NOT_SUGGESTED))
    return closing_foods(gap_mg, find_foods(food_frame(whole=choice.whole), choice), taken)


def closing_words(closing: Closing, gap_mg: float) -> str:
    """What the foods would do, in a sentence."""
    need = milligrams(gap_mg)
    if closing.how == "each":
        return f"**{need} to go.** One serving of any of these would do it:"
    if closing.how == "together":
        of = {1: "this food", 2: "each of these two", 3: "each of these three"}[len(closing.foods)]
        together = f", together {milligrams(closing.total_mg)}" if len(closing.foods) > 1 else ""
        return f"**{need} to go.** One serving of {of} would do it{together}:"
    left = milligrams(gap_mg - closing.total_mg)
    richest = {1: "only food", 2: "two foods"}.get(len(closing.foods), "three richest foods")
    return f"**{need} to go.** Even the {richest} left by the filters bring{'s' if len(closing.foods) == 1 else ''} {milligrams(closing.total_mg)}; {left} would remain:"


def with_supplement(food_mg: float, supplement_mg: float, needs: Needs) -> str:
    """Food and supplement together against the goal, which counts both."""
    total = food_mg + supplement_mg
    percent = 100 * total / needs.aim_mg
    share = f"{number(percent, apart(percent, [100]))}% of the {needs.aim_term}, which counts both"
    return f"Food and supplements together: {milligrams(total)}, {share}."


def supplement_words(supplement_mg: float, needs: Needs) -> str:
    """The supplement against the upper limits, which are for it alone."""
    limits = [("US", needs.ul_us_mg), ("EU", needs.ul_eu_mg)]
    over = [f"the {who} upper limit of {number(limit)} mg" for who, limit in limits if limit and supplement_mg > limit]
    taken = f"{milligrams(supplement_mg, *needs.upper_mg)} from supplements"
    return f"{taken} is above {' and '.join(over)}." if over else f"{taken} is within the US and EU upper limits."


def in_words(day: pd.DataFrame) -> str:
    """The segments of the picture from left to right, which on a phone have no room for their names."""
    named = [
        f"{food['short_name']}, {food['amount']}, {milligrams(food['magnesium_mg'])}"
        for food in day[day["magnesium_mg"] > 0].to_dict("records")
    ]
    return f"From left to right: {'; '.join(named)}." if named else ""


def coverage(day: pd.DataFrame) -> str:
    """How many foods the sum counts, and which are missing for want of a value."""
    missing = day[day["magnesium_mg"].isna()]["name"].tolist()
    if missing:
        counted = len(day) - len(missing)
        return f"The sum counts {counted} of {len(day)} foods; USDA gives no magnesium for {'; '.join(missing)}, so it is a lower bound."
    energy = day["energy_kcal"].sum()
    count = "the one food" if len(day) == 1 else f"all {len(day)} foods"
    return f"The sum counts {count}; together {number(energy)} kcal."


# Contrast -------------------------------------------------------------------------------------------------------------


def _pairs(kind: str) -> pd.DataFrame:
    foods = food_frame()
    parts = [foods.loc[list(c.foods)].assign(pair=c.key) for c in load_contrasts() if c.kind == kind]
    return pd.concat(parts)


@built_once
def pairs(kind: str, amount: str, mode: str, size: str) -> go.Figure:
    """Refined and whole, or raw and cooked."""
    return food_compare.pairs_chart(_pairs(kind), kind=kind, amount=amount, mode=mode, size=size)


@built_once
def pairs_table(kind: str) -> pd.DataFrame:
    """The pairs by all three amounts."""
    return _plain_table(_pairs(kind))


def milling_words() -> str:
    """Where the magnesium of a grain goes."""
    mg = food_frame()["magnesium_mg_per_100g"]
    return (
        f"Milling takes it away: per 100 g, wheat bran has {number(mg['wheat-bran-crude'])} mg and wheat germ "
        f"{number(mg['wheat-germ-toasted'])} mg, whole-wheat flour {number(mg['whole-wheat-flour'])} mg and white flour "
        f"{number(mg['white-wheat-flour'])} mg."
    )


def _named() -> pd.DataFrame:
    keys = [key for contrast in load_contrasts() if contrast.kind == "named as sources" for key in contrast.foods]
    return food_frame().loc[keys].sort_values("magnesium_mg_per_serving", ascending=False)


@built_once
def named(aim: Aim, mode: str, size: str) -> go.Figure:
    """The foods that articles name as sources."""
    return food_compare.named_chart(_named(), aim=aim, mode=mode, size=size)


def named_words(aim: Aim) -> str:
    """Which of the named foods are strong sources and which are not."""
    foods = _named()
    share = foods["magnesium_mg_per_serving"] / aim.mg
    parts = {
        f"A fifth of the {aim.short} or more": share >= food_compare.STRONG,
        "A tenth to a fifth": (share < food_compare.STRONG) & (share >= food_compare.WEAK),
        "Less than a tenth": share < food_compare.WEAK,
    }
    return "  \n".join(
        f"**{words}:** {', '.join(foods['short_name'][some]) or 'none'}." for words, some in parts.items()
    )


def named_table() -> pd.DataFrame:
    """The named foods by all three amounts."""
    return _plain_table(_named())


def _plain_table(foods: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Food": foods["name"],
            "Serving": foods["serving"],
            **{
                f"Magnesium per {words}, mg": foods[COLUMN[per]].round(1 if per == "serving" else 0)
                for per, words in PER.items()
            },
            "FDC id": foods["fdc_id"],
        }
    )
