"""Pairs of foods: what milling takes from a grain, and what cooking changes."""

from __future__ import annotations

from functools import partial

import pandas as pd

from data.foods import food_frame, load_contrasts
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import Choices, one_of
from exhibits.foods.card import FOOD
from exhibits.foods.shared import (
    AMOUNTS,
    COLUMN,
    PER,
    SOURCE,
    SOURCES,
    hovers,
    milligrams,
    names_beside,
    times,
)
from exhibits.foods.tables import plain_table
from exhibits.layout import blank, layout, texts
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number
from exhibits.rows import Row, records

WHOLE, COOKED = "refined or whole", "raw or cooked"  # kinds of data.foods.FoodContrast
PAIR_AMOUNTS = {amount: AMOUNTS[amount] for amount in ("100g", "serving", "100kcal")}
COOKING_NOTE = (
    "Part of what cooking changes per 100 g is water: oats take it up, leaves lose it. Choose 100 kcal to leave water out "
    "of account; what then remains is magnesium lost to the cooking water, or the difference between two samples."
)


class PairChoices(Choices):
    """Per what amount."""

    per: str = one_of("Amount", PAIR_AMOUNTS, default="100g", address="contrast")


def table(kind: str, choices: PairChoices) -> pd.DataFrame:
    """The pairs of a kind by all three amounts."""
    return plain_table(pair_foods(kind))


def figure(kind: str, choices: PairChoices, look: Look) -> Chart:
    """The pairs of a kind as bars."""
    return _figure(kind, choices.per, look)


@built_once
def _figure(kind: str, amount: str, look: Look) -> Chart:
    return pairs_chart(pair_foods(kind), kind=kind, amount=amount, look=look)


@built_once
def pair_foods(kind: str) -> pd.DataFrame:
    """The foods of the pairs of a kind, two rows a pair, and `pair`, its key."""
    foods = food_frame()
    return pd.concat([foods.loc[list(c.foods)].assign(pair=c.key) for c in load_contrasts() if c.kind == kind])


def pairs_chart(pairs: pd.DataFrame, *, kind: str, amount: str, look: Look) -> Chart:
    """Two bars a pair, the second filled, with how many times the first it is.

    `pairs` as `pair_foods` gives them. Pairs without both figures are left out.
    """
    rows = pairs[pairs.groupby("pair")[COLUMN[amount]].transform("count") == 2].reset_index(drop=True)
    mg, narrow = rows[COLUMN[amount]].to_numpy(), look.size == "narrow"
    ratios = [value / mg[i - 1] if i % 2 else None for i, value in enumerate(mg)]
    y = [-(i // 2) * (3.2 if narrow else 2.6) - (i % 2) * (1.35 if narrow else 1.0) for i in range(len(rows))]
    data, names = [_bars(rows, mg, y, look), _values(mg, ratios, y, look)], rows["name"].tolist()
    if narrow:
        style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"]}
        data.append(texts([0] * len(rows), [at + 0.55 for at in y], names, **style))
    span = [min(y) - 0.5, 0.5 + (0.45 if narrow else 0)]
    height = int((span[1] - span[0]) * (34 if narrow else 29)) + 8
    plain = layout(*look, height=height, meta=_words(rows, ratios, kind, amount), margin={"t": 4, "b": 4})
    plain |= {
        "xaxis": blank(range=[0, max(mg) * (1.55 if narrow else 1.3)]),
        "yaxis": {**(blank() if narrow else names_beside(y, names, look)), "range": span},
    }
    return Chart(data=data, layout=plain)


def _bars(rows: pd.DataFrame, mg: pd.Series, y: list[float], look: Look) -> dict:
    color = PALETTE[look.mode]
    fill = [color["balance"] if i % 2 else color["balance_fill"] for i in range(len(rows))]
    return {
        "type": "bar",
        "orientation": "h",
        "x": mg,
        "y": y,
        "width": 0.5 if look.size == "narrow" else 0.72,
        "marker": {"color": fill, "line": {"color": color["balance"], "width": 1.5}},
        **hovers(rows),
    }


def _values(mg: pd.Series, ratios: list[float | None], y: list[float], look: Look) -> dict:
    """Milligrams behind each bar, and behind the second how many times the first it is."""
    said = [
        f"\u2002<b>{milligrams(value)}</b>" + (f"  {times(ratio)}" if ratio else "")
        for value, ratio in zip(mg, ratios, strict=True)
    ]
    size = TYPE[look.size]["small" if look.size == "narrow" else "body"]
    return texts(mg, y, said, color=PALETTE[look.mode]["ink"], size=size)


# Words -----------------------------------------------------------------------------------------------------------------


def _words(rows: pd.DataFrame, ratios: list[float | None], kind: str, amount: str) -> dict[str, str]:
    per, column = PER[amount], COLUMN[amount]
    swollen = _swollen(rows) if kind == COOKED and amount == "100g" else []
    told = [ratio for i, ratio in enumerate(ratios) if ratio and i not in swollen]
    apart = "; ".join(f"{rows['short_name'][i]}, {times(ratios[i] or 0)}" for i in swollen)
    apart = f" Not in the headline, for the water taken up in cooking: {apart}." if apart else ""
    each = {WHOLE: "refined, then whole grain", COOKED: "raw or dry, then boiled or roasted"}[kind]
    foods = records(rows)
    pairs = "; ".join(_pair_words(*pair, column) for pair in zip(foods[::2], foods[1::2], strict=True))
    return words(
        title=_title(min(told), max(told), kind, per),
        subtitle=f"Magnesium {per}, mg. Each pair: {each}; behind the figure, how many times the first it is.{apart}",
        source=SOURCE,
        alt=f"{number(len(rows) // 2)} pairs of bars, magnesium {per}: {pairs}.",
    )


def _title(low: float, high: float, kind: str, per: str) -> str:
    ratios = f"{number(low, 1)} to {times(high)}"
    if kind == WHOLE:
        return f"Whole grain: {ratios} the magnesium of refined, {per}"
    return f"Cooked or roasted: {ratios} the raw food’s magnesium, {per}"


def _pair_words(first: Row, second: Row, column: str) -> str:
    return f"{first['name']} {milligrams(first[column])}, {second['name']} {milligrams(second[column])}"


def _swollen(rows: pd.DataFrame) -> list[int]:
    """Places of the cooked foods that hold less than half the energy of the raw per 100 g: the rest is water."""
    energy = rows["energy_kcal_per_100g"].tolist()
    return [i for i in range(1, len(energy), 2) if energy[i] < energy[i - 1] / 2]


def milling_words() -> str:
    """Where the magnesium of a grain goes."""
    mg = food_frame()["magnesium_mg_per_100g"]
    return (
        f"Milling takes it away: per 100 g, wheat bran has {number(mg['wheat-bran-crude'])} mg and wheat germ "
        f"{number(mg['wheat-germ-toasted'])} mg, whole-wheat flour {number(mg['whole-wheat-flour'])} mg and white flour "
        f"{number(mg['white-wheat-flour'])} mg."
    )


FOOD_WHOLE = Exhibit(
    "food-whole",
    title="Refined and whole grains in pairs",
    page="foods",
    tab="Contrast",
    within={"topic": "Refined or whole"},
    choices=PairChoices,
    table=partial(table, WHOLE),
    figure=partial(figure, WHOLE),
    rests_on=("food_contrasts", "foods"),
    sources=SOURCES,
    also="milling, white, whole wheat, brown rice, bread, pasta, flour, bran, germ",
    opens=FOOD,
)
FOOD_COOKED = Exhibit(
    "food-cooked",
    title="Raw and cooked foods in pairs",
    page="foods",
    tab="Contrast",
    within={"topic": "Raw or cooked"},
    choices=PairChoices,
    table=partial(table, COOKED),
    figure=partial(figure, COOKED),
    rests_on=("food_contrasts", "foods"),
    sources=SOURCES,
    also="boiling, roasting, cooking losses, spinach, oats, nuts",
    opens=FOOD,
)
