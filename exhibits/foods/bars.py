"""Foods ranked by magnesium, as bars."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from data.food_search import Choice
from data.foods import food_frame
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import one_of
from exhibits.foods import selection, target
from exhibits.foods.card import FOOD
from exhibits.foods.selection import FoodChoices, count, fitting_best, found, found_foods, in_words, no_food
from exhibits.foods.shared import (
    COLUMN,
    PER,
    SOURCE,
    SOURCES,
    count_foods,
    first_upper,
    hovers,
    milligrams,
    names_beside,
    serving_words,
    share,
    short,
)
from exhibits.foods.tables import food_table, magnesium_column
from exhibits.foods.target import Aim, TargetChoices
from exhibits.layout import blank, layout, rule, texts
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number

ORDERS = {"most": "Most magnesium", "least": "Least magnesium", "name": "Name"}
SHOWN = {"12": "12", "24": "24", "48": "48"}
MARKS = (0.25, 0.5, 1)  # shares of the target that get a line
MOST_NOTES, MOST_FOODS_WITH_NOTES = 4, 40
BEST_FIRST = "Foods that are called so come first, then those that only mention it."
NO_FIGURE = "None of these foods has a figure for this amount: it was not measured, or they hold hardly any energy."
DIET_NOTE = (
    "The diet flags say what a food ordinarily contains. “No” means not assured; traces from a factory are not "
    "considered. They are for filtering a table, not allergy advice. Empty cells were not measured, which is not zero."
)


class BarsChoices(TargetChoices, FoodChoices):
    """Which foods, in which order, how many, and what shares are counted from."""

    order: str = one_of("Order", ORDERS, default="most", help="Share of the target sorts the same way.")
    bars: str = one_of("Bars to show", SHOWN, default="12")

    @property
    def wanted(self) -> Choice:
        """The question to the food frame, with the order of its answer."""
        return replace(super().wanted, order=self.order)


def empty(choices: BarsChoices) -> str:
    """Why there is nothing to draw."""
    if none := no_food(choices):
        return none
    foods = found_foods(choices.wanted, choices.version)
    return "" if foods[COLUMN[choices.per]].notna().any() else NO_FIGURE


def table(choices: BarsChoices) -> pd.DataFrame:
    """The foods found, all of them."""
    return food_table(choices.wanted, choices.aim, choices.version)


def figure(choices: BarsChoices, look: Look) -> Chart:
    """The first foods found as bars of magnesium, with their share of the target."""
    return _figure(choices.wanted, choices.aim, int(choices.bars), look, choices.version)


@built_once
def _figure(wanted: Choice, aim: Aim, shown: int, look: Look, version: int) -> Chart:
    foods = found_foods(wanted, version)
    chart = food_bars(foods, amount=wanted.amount, aim=aim, order=wanted.order, shown=shown, look=look)
    if fitting_best(wanted, version) == len(foods):
        return chart
    return chart.with_words(subtitle=f"{chart.words['subtitle']} {BEST_FIRST}")


def food_bars(foods: pd.DataFrame, *, amount: str, aim: Aim, order: str, shown: int, look: Look) -> Chart:
    """The first `shown` foods as bars of magnesium per `amount`, with their share of the target.

    Foods without a value are left out and counted in the subtitle.
    """
    measured = np.flatnonzero(foods[COLUMN[amount]].notna())
    rows = foods.iloc[measured[:shown]]
    mg, y, narrow = rows[COLUMN[amount]].to_numpy(), list(range(len(rows)))[::-1], look.size == "narrow"
    top, head = max(mg.max(), 1.0), len(rows) - 0.45
    labels = _names(rows, amount, look)
    marks = [part for part in MARKS if part * aim.mg < top * 1.05]
    data = [_bars(rows, mg, y, look), _values(mg, y, aim, look), _mark_words(marks, head, aim, look)]
    if narrow:  # names above the bars instead of beside them
        ink, body = PALETTE[look.mode]["ink"], TYPE[look.size]["body"]
        data.append(texts([0] * len(y), [at + 0.16 for at in y], labels, color=ink, size=body))
    row_px = {"wide": 32, "narrow": 46, "projector": 56}[look.size]
    meta = _words(rows, amount=amount, aim=aim, order=order, found=len(foods), measured=len(measured))
    plain = layout(*look, height=row_px * len(rows) + 34, meta=meta, margin={"t": 30, "b": 4})
    plain |= {
        "xaxis": blank(range=[0, top * (1.42 if narrow else 1.3)]),
        "yaxis": {**(blank() if narrow else names_beside(y, labels, look)), "range": [-0.55, head]},
        "shapes": _mark_lines(marks, head, aim, look),
    }
    return Chart(data=data, layout=plain)


# Marks -----------------------------------------------------------------------------------------------------------------


def _bars(rows: pd.DataFrame, mg: np.ndarray, y: list[int], look: Look) -> dict:
    narrow = look.size == "narrow"
    return {
        "type": "bar",
        "orientation": "h",
        "x": mg,
        "y": y,
        "width": 0.34 if narrow else 0.66,
        "offset": -0.46 if narrow else -0.33,
        "marker": {"color": PALETTE[look.mode]["balance"]},
        **hovers(rows),
    }


def _values(mg: np.ndarray, y: list[int], aim: Aim, look: Look) -> dict:
    """Milligrams and share behind each bar."""
    drop, kind = (0.29, "small") if look.size == "narrow" else (0, "body")
    said = [f"\u2002<b>{milligrams(value)}</b>  {share(value, aim)}" for value in mg]
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size][kind]}
    return texts(mg, [at - drop for at in y], said, **style)


def _mark_words(marks: list[float], head: float, aim: Aim, look: Look) -> dict:
    said = [f"{part:.0%} of {aim.short}" for part in marks]
    style = {"color": PALETTE[look.mode]["muted"], "size": TYPE[look.size]["small"], "position": "top center"}
    return texts([part * aim.mg for part in marks], [head] * len(marks), said, **style)


def _mark_lines(marks: list[float], head: float, aim: Aim, look: Look) -> list[dict]:
    grid = PALETTE[look.mode]["grid"]
    return [rule(part * aim.mg, part * aim.mg, -0.55, head, grid, 1.5, dash="dot") for part in marks]


def _names(rows: pd.DataFrame, amount: str, look: Look) -> list[str]:
    """The name of each food, with its serving where figures are per serving."""
    names = [short(name, 48 if look.size == "narrow" else 54) for name in rows["name"]]
    if amount != "serving":
        return names
    muted = PALETTE[look.mode]["muted"]
    return [
        f"{name}  <span style='color:{muted}'>{serving_words(serving)}</span>"
        for name, serving in zip(names, rows["serving"], strict=True)
    ]


# Words -----------------------------------------------------------------------------------------------------------------


def _words(rows: pd.DataFrame, *, amount: str, aim: Aim, order: str, found: int, measured: int) -> dict[str, str]:
    per, mg, shown = PER[amount], rows[COLUMN[amount]], count_foods(len(rows))
    of_all = f"{number(len(rows))} of {number(found)} foods" if len(rows) < found else shown
    unmeasured = found - measured
    missing = f" Not measured and left out: {count_foods(unmeasured)}." if unmeasured else ""
    first, last = rows.iloc[0], rows.iloc[-1]
    return words(
        title=_title(rows, amount, aim, order),
        subtitle=f"Magnesium {per}, mg, and share of {aim.words} ({number(aim.mg)} mg). {first_upper(of_all)}.{missing}",
        source=SOURCE,
        alt=f"Ranked bars of magnesium {per}, {shown}, from {first['name']} with {milligrams(mg.iloc[0])} "
        f"({share(mg.iloc[0], aim)} of {aim.words}) to {last['name']} with {milligrams(mg.iloc[-1])}.",
    )


LONGEST = 79  # characters of a heading


def _title(rows: pd.DataFrame, amount: str, aim: Aim, order: str) -> str:
    """The finding, or what is shown where there is none."""
    per, mg, name = PER[amount], rows[COLUMN[amount]], _first_named(rows)
    if mg.max() < 0.5:
        return f"Less than 1 mg of magnesium {per} in {'this food' if len(rows) == 1 else f'all {len(rows)} foods'}"
    if order == "least":
        return f"Least magnesium {per}: {_range(mg.min(), mg.max())} in {count_foods(len(rows))}"
    if order == "name":
        return f"Magnesium {per}, {count_foods(len(rows))} in order of name"
    if amount == "serving":
        covered = f"{share(mg.iloc[0], aim)} of {aim.words}"
        if len(whole := f"One serving of {name} covers {covered}") <= LONGEST:
            return whole
        tail = f": {covered} {per}"
    else:
        tail = f": {milligrams(mg.iloc[0])} of magnesium {per}"
    return f"{short(first_upper(name), LONGEST - len(tail))}{tail}"


def _first_named(rows: pd.DataFrame) -> str:
    """The first food by its short name, or in full where another one has the same: of two kinds of tofu which it is."""
    brief, full = rows["short_name"].iloc[0], rows["name"].iloc[0]
    alone = (rows["short_name"] == brief).sum() == 1
    rest = full[len(brief) :].lstrip(", ") if full.casefold().startswith(brief.casefold()) else ""
    return brief if alone or not rest else f"{brief} ({rest})"


def _range(low: float, high: float) -> str:
    return milligrams(high) if number(low) == number(high) else f"{number(low)} to {milligrams(high)}"


def found_words(choices: BarsChoices) -> str:
    """What was found, as the heading of the table: "24 foods, in fruit"."""
    wanted = choices.wanted
    return f"{count(wanted, choices.version)}, {in_words(wanted)}"


def notes(choices: BarsChoices) -> list[str]:
    """What to know about the figures of the foods found, in markdown, where there are few enough to read it."""
    return _notes(choices.wanted, choices.version)


@built_once
def _notes(wanted: Choice, version: int) -> list[str]:
    places = found(wanted, version)
    if len(places) > MOST_FOODS_WITH_NOTES:
        return []
    foods = food_frame(whole=version > 0)
    names, said = foods["name"].iloc[places], foods["note"].iloc[places]
    return [f"**{name}.** {text}" for name, text in zip(names, said, strict=True) if text][:MOST_NOTES]


def sources(choices: BarsChoices) -> tuple[str, ...]:
    """Of the figures, and of the target."""
    return (*SOURCES, *choices.aim_sources)


FOOD_BARS = Exhibit(
    "food-bars",
    title="Foods ranked by magnesium",
    page="foods",
    tab="Find",
    choices=BarsChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=(*selection.RESTS_ON, *target.RESTS_ON),
    sources=sources,
    heard=lambda choices: (magnesium_column(choices.per),),
    also="rich sources, which food has most, almonds, spinach, seeds",
    opens=FOOD,
)
