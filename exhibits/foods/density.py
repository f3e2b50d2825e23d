"""Foods by magnesium per serving and per 100 kcal: which bring much in both."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from data.food_search import Choice
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.foods import selection
from exhibits.foods.card import FOOD
from exhibits.foods.families import MOST_POINTS, above, family_key, family_points
from exhibits.foods.selection import FoodChoices, fitting_best, found_foods, no_food
from exhibits.foods.shared import COLUMN, SOURCE, SOURCES, count_foods, milligrams, short
from exhibits.foods.tables import food_table, magnesium_column
from exhibits.foods.target import daily_value
from exhibits.labels import place_labels
from exhibits.layout import axis, layout, note, texts
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number

PER_SERVING, PER_100_KCAL = COLUMN["serving"], COLUMN["100kcal"]
WELL_KNOWN = (  # named early where there is room
    *("almonds-raw", "spinach-boiled", "black-beans-boiled", "banana", "avocado-cubed", "quinoa-cooked"),
    *("dark-chocolate-70-85-percent-cocoa", "salmon-atlantic-farmed-cooked", "whole-milk", "white-bread"),
    *("whole-wheat-bread", "apple-with-skin", "lentils-boiled", "cola", "white-rice-long-grain-cooked"),
)
LOWEST_MG = 0.5  # below it a log scale would only spread traces
PLOT_PX = {"wide": (860, 560), "narrow": (330, 480), "projector": (1500, 800)}
LEFT, RIGHT, BOTTOM = 40, 8, 52  # margins, px
MOST_NAMES = {"wide": 40, "narrow": 14, "projector": 40}
TICKS = [1, 2, 5, 10, 20, 50, 100, 200, 500]


def empty(choices: FoodChoices) -> str:
    """Why there is nothing to draw."""
    if none := no_food(choices):
        return none
    if (found_foods(choices.wanted, choices.version)[PER_100_KCAL] >= LOWEST_MG).any():
        return ""
    return "None of these foods has magnesium and energy enough for a figure per 100 kcal."


def table(choices: FoodChoices) -> pd.DataFrame:
    """The foods found, with their share of the Daily Value."""
    return food_table(choices.wanted, daily_value(), choices.version)


def figure(choices: FoodChoices, look: Look) -> Chart:
    """The foods found by both figures."""
    wanted = choices.wanted
    if wanted.least_mg is None and wanted.most_kcal is None:  # the same foods, so the same picture
        wanted = replace(wanted, amount="serving")
    return _figure(wanted, look, choices.version)


@built_once
def _figure(wanted: Choice, look: Look, version: int) -> Chart:
    return density_chart(found_foods(wanted, version), look, named=fitting_best(wanted, version))


class _Plot(NamedTuple):
    """Where things are: the range of each axis as log10, the plot's inner size and top margin in pixels."""

    x: tuple[float, float]
    y: tuple[float, float]
    inner: tuple[float, float]
    top: int

    def pixels(self, foods: pd.DataFrame) -> list[tuple[float, float]]:
        """Where each food's point lies, y downward."""
        (x0, x1), (y0, y1), (across, down) = self.x, self.y, self.inner
        return [
            ((math.log10(x) - x0) / (x1 - x0) * across, (y1 - math.log10(y)) / (y1 - y0) * down)
            for x, y in zip(foods[PER_SERVING], foods[PER_100_KCAL], strict=True)
        ]


def density_chart(foods: pd.DataFrame, look: Look, *, named: int | None = None) -> Chart:
    """Magnesium per 100 kcal against magnesium per serving, both on log scales; family by shape and color.

    The heading names the first `named` foods alone: those that fit a search best.
    """
    drawable = foods[(foods[PER_SERVING] >= LOWEST_MG) & (foods[PER_100_KCAL] >= LOWEST_MG)]
    shown = _most_telling(drawable)
    color, text, plot = PALETTE[look.mode], TYPE[look.size], _plot(shown, look)
    across = {"text": "Magnesium, mg per serving", "font": {"size": text["body"], "color": color["ink"]}, "standoff": 6}
    up = {"color": color["ink"], "size": text["body"], "bold": True, **above(LEFT, 6)}
    margin = {"l": LEFT, "t": plot.top, "b": BOTTOM, "r": RIGHT}
    plain = layout(*look, height=PLOT_PX[look.size][1], meta=_words(foods, drawable, shown, named), margin=margin)
    plain |= {
        "xaxis": _log_axis(plot.x, look, title=across, showline=True, linecolor=color["axis"]),
        "yaxis": _log_axis(plot.y, look),
        "annotations": [
            family_key(shown, look, left=LEFT, up=30),
            note(0, 1, "Magnesium, mg per 100 kcal", **up),
        ],
    }
    points = family_points(shown, PER_SERVING, PER_100_KCAL, look, text["mark"])
    return Chart(data=[*points, _names(shown, plot, look)], layout=plain)


def _plot(shown: pd.DataFrame, look: Look) -> _Plot:
    width, height = PLOT_PX[look.size]
    top = 84 if look.size == "narrow" else 58
    inner = (width - LEFT - RIGHT, height - top - BOTTOM)
    return _Plot(_log_range(shown[PER_SERVING]), _log_range(shown[PER_100_KCAL]), inner, top)


def _log_range(values: pd.Series) -> tuple[float, float]:
    return math.log10(max(values.min() / 1.5, LOWEST_MG / 1.2)), math.log10(values.max() * 1.6)


def _log_axis(ends: tuple[float, float], look: Look, **more: Any) -> dict:
    return axis(*look, type="log", range=list(ends), tickvals=TICKS, **more)


def _most_telling(foods: pd.DataFrame) -> pd.DataFrame:
    """All foods; of very many those with most per serving and those with most per 100 kcal."""
    if len(foods) <= MOST_POINTS:
        return foods.sort_values(PER_SERVING, ascending=False)
    rich = foods.nlargest(MOST_POINTS * 2 // 3, PER_SERVING).index
    dense = foods.nlargest(MOST_POINTS // 3, PER_100_KCAL).index
    return foods.loc[rich.union(dense, sort=False)]


# Names -----------------------------------------------------------------------------------------------------------------


def _names(shown: pd.DataFrame, plot: _Plot, look: Look) -> dict:
    """The names that have room, each beside its point."""
    text, foods = TYPE[look.size], _to_name(shown, MOST_NAMES[look.size])
    places = place_labels(
        plot.pixels(foods),
        foods["short_name"].tolist(),
        size=plot.inner,
        char_px=text["small"] * 0.52,
        line_px=text["small"] * 1.25,
        avoid=plot.pixels(shown),
    )
    named, placed = foods[[place is not None for place in places]], [place for place in places if place]
    said = [_spaced(name, place) for name, place in zip(named["short_name"], placed, strict=True)]
    style = {"color": PALETTE[look.mode]["ink"], "size": text["small"], "position": placed}
    return texts(named[PER_SERVING].to_numpy(), named[PER_100_KCAL].to_numpy(), said, **style)


def _to_name(shown: pd.DataFrame, most: int) -> pd.DataFrame:
    """The foods to name while there is room: leaders first, then well-known foods, then the lowest."""
    leaders = [
        *shown.nlargest(8, PER_SERVING).index,
        *shown.nlargest(6, PER_100_KCAL).index,
        *(key for key in WELL_KNOWN if key in shown.index),
        *shown.nsmallest(3, PER_100_KCAL).index,
        *shown.index,
    ]
    foods = shown.loc[list(dict.fromkeys(leaders))[: most * 2]].drop_duplicates("short_name").head(most)
    return foods.assign(short_name=[short(name, 30) for name in foods["short_name"]])


def _spaced(name: str, place: str) -> str:
    return f"\u2002{name}" if place.endswith("right") else f"{name}\u2002" if place.endswith("left") else name


# Words -----------------------------------------------------------------------------------------------------------------


def _words(foods: pd.DataFrame, drawable: pd.DataFrame, shown: pd.DataFrame, named: int | None) -> dict[str, str]:
    fit = drawable[drawable.index.isin(foods.index[:named])]
    first = fit if len(fit) else drawable
    serving = drawable.loc[drawable[PER_SERVING].idxmax()]
    dense = drawable.loc[drawable[PER_100_KCAL].idxmax()]
    count = count_foods(len(shown))
    names = [first.loc[first[per].idxmax(), "short_name"] for per in (PER_SERVING, PER_100_KCAL)]
    return words(
        title=_title(*(short(name, 26) for name in names)),
        subtitle=f"Magnesium per serving and per 100 kcal, {count}, log scales. Top right: much in both."
        f"{_left_out(len(foods), len(drawable), len(shown))}",
        source=SOURCE,
        alt=f"Scatter of {count} by magnesium per serving and per 100 kcal. Most per serving: {serving['name']}, "
        f"{milligrams(serving[PER_SERVING])}; most per 100 kcal: {dense['name']}, {milligrams(dense[PER_100_KCAL])}.",
    )


def _title(per_serving: str, per_100_kcal: str) -> str:
    if per_serving == per_100_kcal:
        return f"Most per serving and per 100 kcal: {per_serving}"
    return f"Most per serving: {per_serving}; most per 100 kcal: {per_100_kcal}"


def _left_out(found: int, drawable: int, shown: int) -> str:
    said = ""
    if out := found - drawable:
        said = f" Not drawn: {count_foods(out)} with under {LOWEST_MG:g} mg, no value or hardly any energy."
    if shown < drawable:
        said += f" Of {number(drawable)} only those with most per serving or per 100 kcal are drawn."
    return said


FOOD_DENSITY = Exhibit(
    "food-density",
    title="Magnesium per serving and per 100 kcal",
    page="foods",
    tab="See",
    within={"picture": "Density"},
    choices=FoodChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=(*selection.RESTS_ON, "label_values"),
    sources=SOURCES,
    heard=(magnesium_column("serving"), magnesium_column("100kcal")),
    also="nutrient density, calories, light foods, magnesium for the energy, scatter",
    opens=FOOD,
)
