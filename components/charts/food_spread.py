"""How foods lie: density against serving, and the spread inside each group. `foods` as `data.foods.find_foods` gives them."""

from __future__ import annotations

import math
import textwrap

import pandas as pd
import plotly.graph_objects as go

from components.captions import number
from components.charts.base import PALETTE, TYPE, Chart, axis, blank, layout, note, texts, words
from components.charts.foods import COLUMN, PER, SOURCE, as_records, count_foods, food_hover, milligrams
from components.charts.labels import place_labels

MOST_POINTS = 600  # the foods with most magnesium; more would be slow to draw and impossible to read
FAMILIES = {  # symbol in the plot, the same as a sign, name, color in light and in dark
    "seeds": ("diamond", "◆", "nuts, seeds, beans", {"light": "#7748A5", "dark": "#BC87EB"}),
    "grains": ("square", "■", "grains", {"light": "#3B4652", "dark": "#B4C2CD"}),
    "plants": ("circle", "●", "vegetables, fruit", {"light": "#4A7A1F", "dark": "#E3D26F"}),
    "animal": ("cross", "✚", "dairy, eggs, fish, meat", {"light": "#6E2A2A", "dark": "#D98C8C"}),
    "other": ("circle-open", "○", "sweets, drinks, the rest", {"light": "#8593A0", "dark": "#71808D"}),
}
WELL_KNOWN = (  # named early where there is room
    *("almonds-raw", "spinach-boiled", "black-beans-boiled", "banana", "avocado-cubed", "quinoa-cooked"),
    *("dark-chocolate-70-85-percent-cocoa", "salmon-atlantic-farmed-cooked", "whole-milk", "white-bread"),
    *("whole-wheat-bread", "apple-with-skin", "lentils-boiled", "cola", "white-rice-long-grain-cooked"),
)
LOWEST_MG = 0.5  # below it a log scale would only spread traces


def density_chart(foods: pd.DataFrame, *, mode: str, size: str = "wide") -> go.Figure:
    """Magnesium per 100 kcal against magnesium per serving, both on log scales; family by shape and color."""
    drawable = (foods["magnesium_mg_per_serving"] >= LOWEST_MG) & (foods["magnesium_mg_per_100kcal"] >= LOWEST_MG)
    drawable_foods = foods[drawable]
    shown = _most_telling(drawable_foods)
    color, text, narrow = PALETTE[mode], TYPE[size], size == "narrow"
    plain_size = {"wide": (860, 560), "narrow": (330, 480), "projector": (1500, 800)}[size]
    left, bottom, top = 40, 52, 84 if narrow else 58
    ranges = [_log_range(shown[column]) for column in ("magnesium_mg_per_serving", "magnesium_mg_per_100kcal")]
    inner = (plain_size[0] - left - 8, plain_size[1] - top - bottom)
    named, positions = _named(shown, ranges, inner, text, 14 if narrow else 40)
    data = [
        *_family_traces(shown, "magnesium_mg_per_serving", "magnesium_mg_per_100kcal", mode, text["mark"]),
        texts(
            named["magnesium_mg_per_serving"].to_numpy(),
            named["magnesium_mg_per_100kcal"].to_numpy(),
            [_spaced(name, place) for name, place in zip(named["short_name"], positions, strict=True)],
            color=color["ink"],
            size=text["small"],
            position=positions,
        ),
    ]
    title_font = {"size": text["body"], "color": color["ink"]}
    log = {"type": "log", "tickvals": [1, 2, 5, 10, 20, 50, 100, 200, 500]}
    across = {"text": "Magnesium, mg per serving", "font": title_font, "standoff": 6}
    plain = layout(
        mode,
        size,
        height=plain_size[1],
        meta=_density_words(foods, drawable_foods, shown),
        margin={"l": left, "t": top, "b": bottom, "r": 8},
    )
    plain |= {
        "xaxis": axis(mode, size, range=ranges[0], title=across, showline=True, linecolor=color["axis"], **log),
        "yaxis": axis(mode, size, range=ranges[1], **log),
        "annotations": [
            note(0, 1, _key(shown, mode, narrow), color=color["ink"], size=text["small"], **_above(left, 30)),
            note(
                0, 1, "Magnesium, mg per 100 kcal", color=color["ink"], size=text["body"], bold=True, **_above(left, 6)
            ),
        ],
    }
    return Chart(data=data, layout=plain)


def spread_chart(foods: pd.DataFrame, *, amount: str, mode: str, size: str = "wide") -> go.Figure:
    """Every food as a point in the row of its group, the median as a bar; groups with the highest median first.

    Of more than MOST_POINTS foods a box with the middle half of each group is drawn, and the food with most.
    """
    column = COLUMN[amount]
    measured = foods[foods[column].notna()]
    many = len(measured) > MOST_POINTS
    quarters = measured.groupby("group")[column].quantile([0.25, 0.5, 0.75]).unstack()
    quarters = quarters.sort_values(0.5, ascending=False)
    medians = quarters[0.5]
    color, text, narrow = PALETTE[mode], TYPE[size], size == "narrow"
    place = {group: len(medians) - 1 - i for i, group in enumerate(medians.index)}
    drop, step = (0.2, 0.05) if narrow else (0, 0.075)  # on a phone the name stands above its row
    rows = measured.assign(y=measured["group"].map(place) + (0 if many else step) * _heights(measured, column) - drop)
    best = rows.loc[rows.groupby("group")[column].idxmax()]
    top = max(measured[column].max(), 1.0)
    middle = [place[group] - drop for group in medians.index]
    told = [
        f"<b>{group}</b><br>median {milligrams(half)}, middle half {number(low)} to {milligrams(high)}"
        for group, (low, half, high) in zip(quarters.index, quarters.to_numpy(), strict=True)
    ]
    data = [
        *([_middle_halves(quarters, middle, color)] if many else []),
        *_family_traces(best if many else rows, column, "y", mode, text["mark"] - 1),
        {
            "type": "scatter",
            "mode": "markers",
            "x": medians.to_numpy(),
            "y": middle,
            "marker": {"symbol": "line-ns", "size": 16 if narrow else 22, "line": {"color": color["ink"], "width": 3}},
            "customdata": told,
            "hovertemplate": "%{customdata}<extra></extra>",
        },
        texts(
            best[column].to_numpy(),
            best["y"].to_numpy(),
            [f"\u2002{textwrap.shorten(name, 26, placeholder='…')}" for name in best["short_name"]],
            color=color["ink"],
            size=text["small"],
        ),
    ]
    if narrow:
        data.append(
            texts(
                [0] * len(medians),
                [at + 0.5 for at in middle],
                list(medians.index),
                color=color["ink"],
                size=text["body"],
            )
        )
    names = {
        "tickvals": middle,
        "ticktext": list(medians.index),
        "tickfont": {"size": text["body"], "color": color["ink"]},
    }
    beside = axis(mode, size, showgrid=False, automargin=True, ticklabelstandoff=8, **names)
    head = {"l": 0, "t": 64 if narrow else 40, "b": 30, "r": 4}
    row_px = {"wide": 40, "narrow": 54, "projector": 56}[size]
    plain = layout(
        mode,
        size,
        height=row_px * len(medians) + head["t"] + head["b"],
        meta=_spread_words(foods, measured, medians, amount),
        margin=head,
    )
    plain |= {
        "xaxis": axis(mode, size, range=[-0.02 * top, top * (1.45 if narrow else 1.22)], nticks=5 if narrow else 9),
        "yaxis": {**(blank() if narrow else beside), "range": [-0.6, len(medians) - 0.3]},
        "annotations": [
            note(0, 1, _key(measured, mode, narrow), color=color["ink"], size=text["small"], **_above(0, 8)),
        ],
    }
    return Chart(data=data, layout=plain)


def _middle_halves(quarters: pd.DataFrame, y: list[float], color: dict) -> dict:
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


def _above(left: int, up: int) -> dict:
    """Over the plot's top left corner."""
    return {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": up, "xshift": -left}


def _family_traces(foods: pd.DataFrame, x: str, y: str, mode: str, mark: int) -> list[dict]:
    traces = []
    for family, (symbol, _, _, colors) in FAMILIES.items():
        if not (some := foods[foods["family"] == family]).empty:
            edge = {"color": colors[mode] if symbol.endswith("open") else PALETTE[mode]["bg"], "width": 1}
            traces.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": some[x].to_numpy(),
                    "y": some[y].to_numpy(),
                    "marker": {"symbol": symbol, "size": mark, "color": colors[mode], "opacity": 0.85, "line": edge},
                    "customdata": [food_hover(food) for food in as_records(some)],
                    "hovertemplate": "%{customdata}<extra></extra>",
                }
            )
    return traces


def _key(foods: pd.DataFrame, mode: str, narrow: bool) -> str:
    """The shapes in words, in one or two lines above the plot."""
    here = [
        f"<span style='color:{colors[mode]}'>{sign}</span> {name}"
        for family, (_, sign, name, colors) in FAMILIES.items()
        if (foods["family"] == family).any()
    ]
    return (
        "<br>".join("\u2003".join(here[i : i + 2]) for i in range(0, len(here), 2)) if narrow else "\u2003".join(here)
    )


def _named(shown: pd.DataFrame, ranges: list, inner: tuple, text: dict, most: int) -> tuple[pd.DataFrame, list[str]]:
    """The foods that get their name, and where it stands: leaders first, then well-known foods, then the lowest."""
    leaders = [
        *shown.nlargest(8, "magnesium_mg_per_serving").index,
        *shown.nlargest(6, "magnesium_mg_per_100kcal").index,
        *(key for key in WELL_KNOWN if key in shown.index),
        *shown.nsmallest(3, "magnesium_mg_per_100kcal").index,
        *shown.index,
    ]
    candidates = shown.loc[list(dict.fromkeys(leaders))[: most * 2]].drop_duplicates("short_name").head(most)
    candidates = candidates.assign(
        short_name=[textwrap.shorten(n, 30, placeholder="…") for n in candidates["short_name"]]
    )

    def pixels(foods: pd.DataFrame) -> list[tuple[float, float]]:
        (x0, x1), (y0, y1) = ranges
        across = zip(foods["magnesium_mg_per_serving"], foods["magnesium_mg_per_100kcal"], strict=True)
        return [
            ((math.log10(x) - x0) / (x1 - x0) * inner[0], (y1 - math.log10(y)) / (y1 - y0) * inner[1])
            for x, y in across
        ]

    places = place_labels(
        pixels(candidates),
        candidates["short_name"].tolist(),
        size=inner,
        char_px=text["small"] * 0.52,
        line_px=text["small"] * 1.25,
        avoid=pixels(shown),
    )
    kept = [place is not None for place in places]
    return candidates[kept], [place for place in places if place]


def _spaced(name: str, place: str) -> str:
    return f"\u2002{name}" if place.endswith("right") else f"{name}\u2002" if place.endswith("left") else name


def _log_range(values: pd.Series) -> list[float]:
    return [math.log10(max(values.min() / 1.5, LOWEST_MG / 1.2)), math.log10(values.max() * 1.6)]


def _heights(foods: pd.DataFrame, column: str) -> pd.Series:
    """A step of −3 to 3 for each point of a row, the same every time: neighbors in value stand apart."""
    return (foods.groupby("group")[column].rank(method="first") * 5) % 7 - 3


def _most_telling(foods: pd.DataFrame) -> pd.DataFrame:
    """All foods; of very many those with most per serving and those with most per 100 kcal."""
    if len(foods) <= MOST_POINTS:
        return foods.sort_values("magnesium_mg_per_serving", ascending=False)
    rich = foods.nlargest(MOST_POINTS * 2 // 3, "magnesium_mg_per_serving").index
    dense = foods.nlargest(MOST_POINTS // 3, "magnesium_mg_per_100kcal").index
    return foods.loc[rich.union(dense, sort=False)]


def _density_words(foods: pd.DataFrame, drawable: pd.DataFrame, shown: pd.DataFrame) -> dict[str, str]:
    serving = drawable.loc[drawable["magnesium_mg_per_serving"].idxmax()]
    dense = drawable.loc[drawable["magnesium_mg_per_100kcal"].idxmax()]
    names = [textwrap.shorten(food["short_name"], 26, placeholder="…") for food in (serving, dense)]
    both = names[0] == names[1]
    title = f"Most per serving{' and per 100 kcal: ' + names[0] if both else f': {names[0]}; most per 100 kcal: {names[1]}'}"
    out = len(foods) - len(drawable)
    left_out = (
        f" Not drawn: {count_foods(out)} with under {LOWEST_MG:g} mg, no value or hardly any energy." if out else ""
    )
    if len(shown) < len(drawable):
        left_out += f" Of {number(len(drawable))} only those with most per serving or per 100 kcal are drawn."
    return words(
        title=title,
        subtitle=f"Magnesium per serving and per 100 kcal, {count_foods(len(shown))}, log scales. Top right: much in both.{left_out}",
        source=SOURCE,
        alt=f"Scatter of {count_foods(len(shown))} by magnesium per serving and per 100 kcal. Most per serving: {serving['name']}, "
        f"{milligrams(serving['magnesium_mg_per_serving'])}; most per 100 kcal: {dense['name']}, "
        f"{milligrams(dense['magnesium_mg_per_100kcal'])}.",
    )


def _spread_words(foods: pd.DataFrame, measured: pd.DataFrame, medians: pd.Series, amount: str) -> dict[str, str]:
    per, best = PER[amount], medians.index[0]
    half = "half have" if (measured["group"] == best).sum() > 1 else "the one food has"
    out = len(foods) - len(measured)
    left_out = f" Without a value and not drawn: {count_foods(out)}." if out else ""
    box = ", the box the middle half" if len(measured) > MOST_POINTS else ""
    return words(
        title=f"{best}: {half} {milligrams(medians.iloc[0])} {per}{' or more' if half == 'half have' else ''}",
        subtitle=f"Magnesium {per}, mg, {count_foods(len(measured))} by group; the bar is the median{box}, the name the food with most.{left_out}",
        source=SOURCE,
        alt=f"Points by group, magnesium {per}. Highest median: {best}, {milligrams(medians.iloc[0])}; lowest: "
        f"{medians.index[-1]}, {milligrams(medians.iloc[-1])}. {number(len(medians))} groups.",
    )
