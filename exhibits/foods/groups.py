"""Groups of foods by magnesium: how the foods of each group spread, and which group has most."""

from __future__ import annotations

import pandas as pd

from data.food_search import Choice
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.foods import selection
from exhibits.foods.card import FOOD
from exhibits.foods.families import MOST_POINTS, family_key, family_points
from exhibits.foods.selection import FoodChoices, found_foods, no_food
from exhibits.foods.shared import COLUMN, PER, SOURCE, SOURCES, count_foods, milligrams, names_beside, short
from exhibits.foods.tables import food_table, magnesium_column
from exhibits.foods.target import daily_value
from exhibits.layout import axis, blank, layout, texts
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number

QUARTERS = [0.25, 0.5, 0.75]


def empty(choices: FoodChoices) -> str:
    """Why there is nothing to draw."""
    if none := no_food(choices):
        return none
    if found_foods(choices.wanted, choices.version)[COLUMN[choices.per]].notna().any():
        return ""
    return f"None of these foods has a figure for magnesium {PER[choices.per]}."


def table(choices: FoodChoices) -> pd.DataFrame:
    """The foods found, with their share of the Daily Value."""
    return food_table(choices.wanted, daily_value(), choices.version)


def figure(choices: FoodChoices, look: Look) -> Chart:
    """The foods found, a row a group."""
    return _figure(choices.wanted, look, choices.version)


@built_once
def _figure(wanted: Choice, look: Look, version: int) -> Chart:
    return groups_chart(found_foods(wanted, version), amount=wanted.amount, look=look)


def groups_chart(foods: pd.DataFrame, *, amount: str, look: Look) -> Chart:
    """Every food as a point in the row of its group, the median as a bar; groups with the highest median first.

    Of more than MOST_POINTS foods a box with the middle half of each group is drawn, and the food with most.
    """
    column = COLUMN[amount]
    measured = foods[foods[column].notna()]
    many, narrow = len(measured) > MOST_POINTS, look.size == "narrow"
    quarters = _quarters(measured, column)
    drop = 0.2 if narrow else 0  # on a phone the name stands above its row
    middle = [place - drop for place in range(len(quarters) - 1, -1, -1)]
    step = 0 if many else 0.05 if narrow else 0.075  # very many points would only cover each other anyway
    rows = measured.assign(y=_places(measured, quarters) + step * _steps(measured, column) - drop)
    best = rows.loc[rows.groupby("group")[column].idxmax()]
    data = [
        *([_middle_halves(quarters, middle, look)] if many else []),
        *family_points(best if many else rows, column, "y", look, TYPE[look.size]["mark"] - 1),
        _medians(quarters, middle, look),
        _leaders(best, column, look),
        *([_names_above(quarters, middle, look)] if narrow else []),
    ]
    plain = _layout(quarters, middle, max(measured[column].max(), 1.0), look, _words(foods, measured, quarters, amount))
    plain["annotations"] = [family_key(measured, look, left=0, up=8)]
    return Chart(data=data, layout=plain)


def _quarters(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    """The quarter points of each group, the highest median first."""
    return measured.groupby("group")[column].quantile(QUARTERS).unstack().sort_values(0.5, ascending=False)


def _places(measured: pd.DataFrame, quarters: pd.DataFrame) -> pd.Series:
    """The row of each food, counted from below."""
    return measured["group"].map({group: len(quarters) - 1 - i for i, group in enumerate(quarters.index)})


def _steps(measured: pd.DataFrame, column: str) -> pd.Series:
    """A step of −3 to 3 for each point of a row, the same every time: neighbors in value stand apart."""
    return (measured.groupby("group")[column].rank(method="first") * 5) % 7 - 3


def _layout(quarters: pd.DataFrame, middle: list[float], top: float, look: Look, meta: dict[str, str]) -> dict:
    narrow, rows = look.size == "narrow", len(quarters)
    head = {"l": 0, "t": 64 if narrow else 40, "b": 30, "r": 4}
    row_px = {"wide": 40, "narrow": 54, "projector": 56}[look.size]
    beside = blank() if narrow else names_beside(middle, list(quarters.index), look)
    across = {"range": [-0.02 * top, top * (1.45 if narrow else 1.22)], "nticks": 5 if narrow else 9}
    plain = layout(*look, height=row_px * rows + head["t"] + head["b"], meta=meta, margin=head)
    return plain | {"xaxis": axis(*look, **across), "yaxis": {**beside, "range": [-0.6, rows - 0.3]}}


# Marks -----------------------------------------------------------------------------------------------------------------


def _middle_halves(quarters: pd.DataFrame, y: list[float], look: Look) -> dict:
    color = PALETTE[look.mode]
    return {
        "type": "bar",
        "orientation": "h",
        "base": quarters[0.25].to_numpy(),
        "x": (quarters[0.75] - quarters[0.25]).to_numpy(),
        "y": y,
        "width": 0.36,
        "marker": {"color": color["grid"], "line": {"color": color["axis"], "width": 1}},
        "hoverinfo": "skip",
    }


def _medians(quarters: pd.DataFrame, y: list[float], look: Look) -> dict:
    size, ink = 16 if look.size == "narrow" else 22, PALETTE[look.mode]["ink"]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": quarters[0.5].to_numpy(),
        "y": y,
        "marker": {"symbol": "line-ns", "size": size, "line": {"color": ink, "width": 3}},
        "customdata": [
            f"<b>{group}</b><br>median {milligrams(half)}, middle half {number(low)} to {milligrams(high)}"
            for group, (low, half, high) in zip(quarters.index, quarters.to_numpy(), strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _leaders(best: pd.DataFrame, column: str, look: Look) -> dict:
    """The name of the food with most in each group."""
    said = [f"\u2002{short(name, 26)}" for name in best["short_name"]]
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"]}
    return texts(best[column].to_numpy(), best["y"].to_numpy(), said, **style)


def _names_above(quarters: pd.DataFrame, y: list[float], look: Look) -> dict:
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"]}
    return texts([0] * len(y), [at + 0.5 for at in y], list(quarters.index), **style)


# Words -----------------------------------------------------------------------------------------------------------------


def _words(foods: pd.DataFrame, measured: pd.DataFrame, quarters: pd.DataFrame, amount: str) -> dict[str, str]:
    per, medians = PER[amount], quarters[0.5]
    best, lowest = medians.index[0], medians.index[-1]
    out = len(foods) - len(measured)
    left_out = f" Without a value and not drawn: {count_foods(out)}." if out else ""
    box = ", the box the middle half" if len(measured) > MOST_POINTS else ""
    return words(
        title=_title(best, medians.iloc[0], per, alone=(measured["group"] == best).sum() == 1),
        subtitle=f"Magnesium {per}, mg, {count_foods(len(measured))} by group; the bar is the median{box}, the name the "
        f"food with most.{left_out}",
        source=SOURCE,
        alt=f"Points by group, magnesium {per}. Highest median: {best}, {milligrams(medians.iloc[0])}; lowest: "
        f"{lowest}, {milligrams(medians.iloc[-1])}. {number(len(medians))} groups.",
    )


def _title(group: str, median_mg: float, per: str, *, alone: bool) -> str:
    if alone:
        return f"{group}: the one food has {milligrams(median_mg)} {per}"
    return f"{group}: half have {milligrams(median_mg)} {per} or more"


FOOD_GROUPS = Exhibit(
    "food-groups",
    title="Magnesium by group of foods",
    page="foods",
    tab="See",
    within={"picture": "Groups"},
    choices=FoodChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=(*selection.RESTS_ON, "label_values"),
    sources=SOURCES,
    heard=lambda choices: (magnesium_column(choices.per),),
    also="nuts, beans, grains, vegetables, fruit, dairy, fish, meat, median, spread",
    opens=FOOD,
)
