"""The foods that articles name as sources of magnesium: which are strong ones."""

from __future__ import annotations

import pandas as pd

from data.foods import food_frame, load_contrasts
from exhibits.base import Chart, Exhibit, Look, built_once
from exhibits.foods import target
from exhibits.foods.bars import food_bars
from exhibits.foods.card import FOOD
from exhibits.foods.shared import SOURCES
from exhibits.foods.tables import plain_table
from exhibits.foods.target import Aim, TargetChoices

STRONG, WEAK = 0.2, 0.1  # shares of the target in one serving: our reading, a fifth and a tenth


def table(choices: TargetChoices) -> pd.DataFrame:
    """The named foods by all three amounts."""
    return plain_table(named_foods())


def figure(choices: TargetChoices, look: Look) -> Chart:
    """The named foods as bars, with their share of the target."""
    return _figure(choices.aim, look)


@built_once
def _figure(aim: Aim, look: Look) -> Chart:
    return named_chart(named_foods(), aim=aim, look=look)


@built_once
def named_foods() -> pd.DataFrame:
    """The named foods, the one with most in a serving first."""
    keys = [key for contrast in load_contrasts() if contrast.kind == "named as sources" for key in contrast.foods]
    return food_frame().loc[keys].sort_values("magnesium_mg_per_serving", ascending=False)


def named_chart(foods: pd.DataFrame, *, aim: Aim, look: Look) -> Chart:
    """The foods ranked per serving; the title counts the strong and the weak ones."""
    chart = food_bars(foods, amount="serving", aim=aim, order="most", shown=len(foods), look=look)
    share = foods["magnesium_mg_per_serving"] / aim.mg
    strong, weak = int((share >= STRONG).sum()), int((share < WEAK).sum())
    return chart.with_words(
        title=f"Of {len(foods)} foods, {strong} bring at least a fifth of the {aim.short} in a serving, {weak} under a tenth",
        subtitle=f"Foods that articles name as sources. {chart.words['subtitle']}",
    )


def named_words(aim: Aim) -> str:
    """Which of the named foods are strong sources and which are not, in markdown."""
    foods = named_foods()
    share = foods["magnesium_mg_per_serving"] / aim.mg
    parts = {
        f"A fifth of the {aim.short} or more": share >= STRONG,
        "A tenth to a fifth": (share < STRONG) & (share >= WEAK),
        "Less than a tenth": share < WEAK,
    }
    return "  \n".join(
        f"**{words}:** {', '.join(foods['short_name'][some]) or 'none'}." for words, some in parts.items()
    )


def sources(choices: TargetChoices) -> tuple[str, ...]:
    """Of the figures, and of the target."""
    return (*SOURCES, *choices.aim_sources)


FOOD_NAMED = Exhibit(
    "food-named",
    title="Foods that articles name as sources",
    page="foods",
    tab="Contrast",
    within={"topic": "Foods that articles name"},
    choices=TargetChoices,
    table=table,
    figure=figure,
    rests_on=("food_contrasts", "foods", *target.RESTS_ON),
    sources=sources,
    also="claims, strong sources, weak sources, spinach, almonds, avocado, dark chocolate, salmon",
    opens=FOOD,
)
