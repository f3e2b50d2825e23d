"""Charts of foods: which hold most magnesium, how dense they are, how groups spread, a day added up.

`foods` is what `data.foods.find_foods` returns, in the order to draw. `Aim` is the target that shares are counted from.
"""

from __future__ import annotations

import textwrap
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.captions import apart, number
from components.charts.base import PALETTE, TYPE, Chart, axis, blank, layout, rule, texts, words

SOURCE = "USDA FoodData Central, SR Legacy (April 2018). Averages: variety, soil, brand and cooking move them."
PER = {"serving": "per serving", "100g": "per 100 g", "100kcal": "per 100 kcal"}
COLUMN = {
    "serving": "magnesium_mg_per_serving",
    "100g": "magnesium_mg_per_100g",
    "100kcal": "magnesium_mg_per_100kcal",
}


DRAWN = [  # columns of the food frame that the charts of many foods use
    *("name", "short_name", "group", "family", "serving", "serving_g", "fdc_id"),
    *("magnesium_mg_per_serving", "magnesium_mg_per_100g", "magnesium_mg_per_100kcal"),
]
HOVERED = ["name", "serving", "serving_g", "magnesium_mg_per_serving", "magnesium_mg_per_100g", "fdc_id"]


class Aim(NamedTuple):
    """What a share is a share of: "the Daily Value", "DV", 420 mg."""

    words: str
    short: str
    mg: float


def milligrams(mg: float, *marks: float | None) -> str:
    """Magnesium as the tables can bear it: whole milligrams, "under 1 mg" for a trace, and as many digits as tell it from `marks`."""
    return "under 1 mg" if 0 < mg < 0.5 else f"{number(mg, apart(mg, marks))} mg"


def share(mg: float, aim: Aim) -> str:
    """Whole percent of the target."""
    return "under 1%" if 0 < 100 * mg / aim.mg < 0.5 else f"{number(100 * mg / aim.mg)}%"


def serving_words(serving: str) -> str:
    """The serving without what stands in brackets: "1 oz"."""
    return serving.split(" (")[0]


# Ranked bars --------------------------------------------------------------------------------------------------------


def food_bars(
    foods: pd.DataFrame, *, amount: str, aim: Aim, order: str, shown: int, mode: str, size: str = "wide"
) -> go.Figure:
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


def count_foods(count: int) -> str:
    return "1 food" if count == 1 else f"{number(count)} foods"


def _range(low: float, high: float) -> str:
    return milligrams(high) if number(low) == number(high) else f"{number(low)} to {milligrams(high)}"


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
