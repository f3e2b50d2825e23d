"""Foods ranked by magnesium, as bars."""

from __future__ import annotations

import textwrap

import numpy as np
import pandas as pd

from data.foods import Choice, food_frame
from data.measures import percent_of
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.captions import number
from exhibits.choices import one_of
from exhibits.foods.shared import (
    COLUMN,
    PER,
    SOURCE,
    SOURCES,
    TARGETS,
    Aim,
    FoodChoices,
    as_records,
    count_foods,
    daily_value,
    food_hover,
    found,
    found_foods,
    milligrams,
    no_food,
    own_aim,
    serving_words,
    share,
    version_of,
)
from exhibits.layout import axis, blank, layout, rule, texts
from exhibits.life_stage import LifeStageChoices
from exhibits.palette import PALETTE, TYPE

ORDERS = {"most": "Most magnesium", "least": "Least magnesium", "name": "Name"}
SHOWN = {"12": "12", "24": "24", "48": "48"}


class BarsChoices(FoodChoices, LifeStageChoices):
    """Which foods, in which order, how many, and what shares are counted from."""

    order: str = one_of("Order", ORDERS, default="most", help="Share of the target sorts the same way.")
    bars: str = one_of("Bars to show", SHOWN, default="12")
    target: str = one_of("Share of", TARGETS, default="dv", help="US labels count from the Daily Value.")

    @property
    def aim(self) -> Aim:
        """What shares are counted from."""
        return own_aim(self.stage) if self.target == "rda" else daily_value()


def empty(choices: BarsChoices) -> str:
    """Why there is nothing to draw."""
    if none := no_food(choices):
        return none
    foods = found_foods(choices.wanted, version_of(choices))
    if foods[COLUMN[choices.per]].notna().any():
        return ""
    return "None of these foods has a figure for this amount: it was not measured, or they hold hardly any energy."


# Table -----------------------------------------------------------------------------------------------------------------


def table(choices: BarsChoices) -> pd.DataFrame:
    """The foods found, for reading and downloading: units in the columns, rounded once."""
    version = version_of(choices)
    return food_rows(choices.per, choices.aim, version).iloc[found(choices.wanted, version)]


@built_once
def food_rows(amount: str, aim: Aim, version: int) -> pd.DataFrame:
    """Every food as `table` gives it."""
    foods = food_frame(whole=version > 0)
    return pd.DataFrame(
        {
            "Food": foods["name"],
            magnesium_column(amount): _rounded(foods, amount),
            f"Share of {aim.short}, %": percent_of(foods[COLUMN[amount]], aim.mg).round(),
            "Serving": foods["serving"],
            "Serving, g": foods["serving_g"].round(1),
            **{magnesium_column(other): _rounded(foods, other) for other in PER if other != amount},
            "Energy per serving, kcal": foods["energy_kcal_per_serving"].round(),
            "Group": foods["group"],
            "Diet": foods["diet"],
            "Note": foods["note"].where(foods["note"] != ""),
            "USDA description": foods["usda_description"],
            "FDC id": foods["fdc_id"],
        }
    )


def magnesium_column(amount: str) -> str:
    """The column of magnesium: "Magnesium per 100 g, mg"."""
    return f"Magnesium {PER[amount]}, mg"


def _rounded(foods: pd.DataFrame, amount: str) -> pd.Series:
    return foods[COLUMN[amount]].round(1 if amount == "serving" else 0)


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: BarsChoices, look: Look) -> Chart:
    """The first foods found as bars of magnesium, with their share of the target."""
    return _figure(choices.wanted, choices.aim, int(choices.bars), look, version_of(choices))


@built_once
def _figure(wanted: Choice, aim: Aim, shown: int, look: Look, version: int) -> Chart:
    foods = found_foods(wanted, version)
    return food_bars(
        foods, amount=wanted.amount, aim=aim, order=wanted.order, shown=shown, mode=look.mode, size=look.size
    )


def food_bars(
    foods: pd.DataFrame, *, amount: str, aim: Aim, order: str, shown: int, mode: str, size: str = "wide"
) -> Chart:
    """The first `shown` foods as bars of magnesium per `amount`, with their share of the target.

    Foods without a value are left out and counted in the subtitle.
    """
    measured = np.flatnonzero(foods[COLUMN[amount]].notna())
    rows = foods.iloc[measured[:shown]]
    records, mg = as_records(rows), rows[COLUMN[amount]].to_numpy()
    narrow = size == "narrow"
    color, text = PALETTE[mode], TYPE[size]
    y = list(range(len(rows)))[::-1]
    top, head, value_drop = max(mg.max(), 1.0), len(rows) - 0.45, 0.29 if narrow else 0
    labels = [_bar_name(food, amount, color, 48 if narrow else 54) for food in records]
    values = [f"\u2002<b>{milligrams(value)}</b>  {share(value, aim)}" for value in mg]
    marks = [part for part in (0.25, 0.5, 1) if part * aim.mg < top * 1.05]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": mg,
        "y": y,
        "width": 0.34 if narrow else 0.66,
        "offset": -0.46 if narrow else -0.33,
        "marker": {"color": color["balance"]},
        "customdata": [food_hover(food) for food in records],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    small = text["small"] if narrow else text["body"]
    mark_words = [f"{part:.0%} of {aim.short}" for part in marks]
    mark_style = {"color": color["muted"], "size": text["small"], "position": "top center"}
    data = [
        bars,
        texts(mg, [at - value_drop for at in y], values, color=color["ink"], size=small),
        texts([part * aim.mg for part in marks], [head] * len(marks), mark_words, **mark_style),
    ]
    if narrow:  # names above the bars instead of beside them
        data.append(texts([0] * len(y), [at + 0.16 for at in y], labels, color=color["ink"], size=text["body"]))
    row_px = {"wide": 32, "narrow": 46, "projector": 56}[size]
    meta = _bars_words(len(foods), len(measured), rows, amount, aim, order)
    plain = layout(mode, size, height=row_px * len(rows) + 34, meta=meta, margin={"t": 30, "b": 4})
    names = {"tickvals": y, "ticktext": labels, "tickfont": {"size": text["body"], "color": color["ink"]}}
    beside = axis(mode, size, showgrid=False, automargin=True, ticklabelstandoff=8, **names)
    plain |= {
        "xaxis": blank(range=[0, top * (1.42 if narrow else 1.3)]),
        "yaxis": {**(blank() if narrow else beside), "range": [-0.55, head]},
        "shapes": [rule(part * aim.mg, part * aim.mg, -0.55, head, color["grid"], 1.5, dash="dot") for part in marks],
    }
    return Chart(data=data, layout=plain)


def _bar_name(food: dict, amount: str, color: dict, width: int) -> str:
    name = textwrap.shorten(food["name"], width, placeholder="…")
    if amount != "serving":
        return name
    return f"{name}  <span style='color:{color['muted']}'>{serving_words(food['serving'])}</span>"


def _bars_words(found: int, measured: int, rows, amount, aim, order) -> dict[str, str]:
    per, mg = PER[amount], rows[COLUMN[amount]]
    best = rows.iloc[0]
    count = f"{number(len(rows))} of {number(found)} foods" if len(rows) < found else count_foods(len(rows))
    if mg.max() < 0.5:
        title = f"Less than 1 mg of magnesium {per} in {'this food' if len(rows) == 1 else f'all {len(rows)} foods'}"
    elif order == "least":
        title = f"Least magnesium {per}: {_range(mg.min(), mg.max())} in {count_foods(len(rows))}"
    elif order == "name":
        title = f"Magnesium {per}, {count_foods(len(rows))} in order of name"
    elif amount == "serving":
        tail = f" covers {share(mg.iloc[0], aim)} of {aim.words}"
        title = f"One serving of {textwrap.shorten(best['short_name'], 65 - len(tail), placeholder='…')}{tail}"
    else:
        tail = f": {milligrams(mg.iloc[0])} of magnesium {per}"
        name = best["short_name"][0].upper() + best["short_name"][1:]
        title = f"{textwrap.shorten(name, 79 - len(tail), placeholder='…')}{tail}"
    unmeasured = found - measured
    missing = f" Not measured and left out: {count_foods(unmeasured)}." if unmeasured else ""
    return words(
        title=title,
        subtitle=f"Magnesium {per}, mg, and share of {aim.words} ({number(aim.mg)} mg). {count[0].upper()}{count[1:]}.{missing}",
        source=SOURCE,
        alt=f"Ranked bars of magnesium {per}, {count_foods(len(rows))}, from {best['name']} with {milligrams(mg.iloc[0])} "
        f"({share(mg.iloc[0], aim)} of {aim.words}) to {rows.iloc[-1]['name']} with {milligrams(mg.iloc[-1])}.",
    )


def _range(low: float, high: float) -> str:
    return milligrams(high) if number(low) == number(high) else f"{number(low)} to {milligrams(high)}"


FOOD_BARS = Exhibit(
    "food-bars",
    title="Foods ranked by magnesium",
    page="foods",
    tab="Find",
    choices=BarsChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("foods", "label-values", "reference-intakes"),
    sources=SOURCES,
    also="rich sources, which food has most, almonds, spinach, seeds",
)
