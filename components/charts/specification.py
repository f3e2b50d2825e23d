"""The specification curve: every analysis on the list, sorted, with the choices behind each."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components import survey_words as say
from components.captions import number
from components.charts.base import PALETTE, TYPE, Chart, axis, blank, layout, note, rule, texts, words

Arrays = dict[str, np.ndarray]
SOURCE = (
    "our own analysis of NHANES 1999–2004 public-use files (NCHS, CDC). One recalled day a person; an association, "
    "which cannot show cause"
)
LISTED = (
    "listed in a file before the set was run; the main result and one unweighted variant had been seen by then, and the list was "
    "registered nowhere outside"
)
TICKS = (0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3)
ROW_PX = {"wide": 21, "narrow": 37, "projector": 36}
TOP_PX = {"wide": 310, "narrow": 270, "projector": 440}
LABELS = {"wide": 0.25, "projector": 0.3}  # share of the width that the names of the choices take
NAMES = {"lowest": "lowest fifth", "highest": "highest fifth"}


def specification_curve(
    analyses: pd.DataFrame,
    choices: list[str],
    *,
    arm: str,
    ends: tuple[float, float],
    total: int,
    mode: str,
    size: str = "wide",
) -> go.Figure:
    """One column an analysis, sorted by odds ratio; ticks below tell its choices.

    analyses: odds_ratio, ci_low, ci_high, chosen (True for at most one row), and a column of words for each name in
    `choices`. `arm` is "lowest" or "highest", the fifth that is set against the middle one; `ends` are the odds ratios
    where the axis begins and ends; `total` is how many analyses were run in all.
    """
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    order = np.argsort(analyses["odds_ratio"].to_numpy(), kind="stable")
    shown = {name: analyses[name].to_numpy()[order] for name in ("odds_ratio", "ci_low", "ci_high", "chosen")}
    made = {choice: analyses[choice].to_numpy() for choice in choices}
    at = np.arange(1, len(order) + 1)
    rows = [(choice, option) for choice in choices for option in dict.fromkeys(made[choice])]
    y_of, y = {}, 0.0
    for position, row in enumerate(rows):
        new_choice = position and rows[position - 1][0] != row[0]
        y -= (1.45 if new_choice and not narrow else 1.0) if position else 0
        y_of[row] = y
    chosen, clear = shown["chosen"].astype(bool), _excludes_1(shown)
    data = [
        *_estimates(shown, at, ~clear & ~chosen, color["quiet"], color["bg"], text, size, thick=0.55),
        *_estimates(shown, at, clear & ~chosen, color["ink"], color["bg"], text, size, thick=0.8),
        *_estimates(
            shown,
            at,
            chosen,
            color["series"],
            color["bg"],
            text,
            size,
            thick=1.2,
            symbol="diamond",
            grow=5 if narrow else 6,
        ),
    ]
    half = 0.17 if narrow else 0.32
    heights = np.array([[y_of[choice, option] for option in made[choice]] for choice in choices])[:, order]
    for lit, shade, width in ((~chosen, color["axis"], 1.0), (chosen, color["series"], 2.4)):
        data.append(_ticks(at[lit], heights[:, lit], half, shade, width * (1.8 if size == "projector" else 1)))
    low_px = round((0.9 - y) * ROW_PX[size])
    height = low_px + TOP_PX[size] + 34
    split = low_px / height
    left = 0 if narrow else LABELS[size]
    shapes, notes = _main_line(shown, at, color), _notes(shown, at, arm, color, text, size)
    second = {"range": [y - 0.55, 0.75 if narrow else 0.6], "domain": [0, split], "fixedrange": True}
    if narrow:
        names = [f"{choice}: {option[0].lower()}{option[1:]}" for choice, option in rows]
        look = {"color": color["ink"], "size": text["small"], "position": "middle right", "yaxis": "y2"}
        data.append(texts([0] * len(rows), [y_of[row] + 0.46 for row in rows], names, **look))
        second = blank(**second)
    else:
        look = {"color": color["ink"], "size": text["body"], "xref": "paper", "yref": "y2", "bold": True}
        first = {choice: y_of[choice, option] for choice, option in reversed(rows)}
        notes += [note(0, where, choice, **look) for choice, where in first.items()]
        ticks = {"tickvals": list(y_of.values()), "ticktext": [option for _, option in rows], "showgrid": False}
        second = axis(mode, size, **second, **ticks, anchor="x")
    bounds = [math.log10(ends[0] * 0.96), math.log10(ends[1] * 1.1)]
    figure = layout(
        mode, size, height=height, meta=_words(shown, arm, total), margin={"t": 26, "l": 36 if narrow else 0}
    )
    figure |= {
        "xaxis": blank(range=[0, len(at) + 1], domain=[left, 1], anchor="y2"),
        "yaxis": axis(
            mode,
            size,
            type="log",
            range=bounds,
            tickvals=TICKS,
            ticktext=[f"no difference  {tick:g}" if tick == 1 and not narrow else f"{tick:g}" for tick in TICKS],
            domain=[split + (0.02 if narrow else 0.04), 1],
            anchor="free",
            position=left,
        ),
        "yaxis2": second,
        "shapes": [rule(0, 1, 1, 1, color["axis"], 1.5, xref="x domain"), *shapes],
        "annotations": notes,
    }
    return Chart(data=data, layout=figure)


def _excludes_1(shown: Arrays) -> np.ndarray:
    return (shown["ci_low"] > 1) | (shown["ci_high"] < 1)


def _main_ratio(shown: Arrays) -> str:
    """ "1.42 (1.05 to 1.93)" of the main analysis; empty where it is not among those shown."""
    places = np.flatnonzero(shown["chosen"])
    return say.ratio({name: shown[name][places[0]] for name in shown}) if len(places) else ""


def _words(shown: Arrays, arm: str, total: int) -> dict[str, str]:
    count = len(shown["odds_ratio"])
    above, whole = (int((shown[part] > 1).sum()) for part in ("odds_ratio", "ci_low"))
    name = NAMES[arm].capitalize()
    title = f"{name}: odds ratio above 1 in {say.count_words(above, count)} analyses, interval in {number(whole)}"
    if count == 1:
        only = {part: shown[part][0] for part in ("odds_ratio", "ci_low", "ci_high")}
        title = f"{name}, the one analysis left: odds ratio {say.ratio(only)}"
    marked = _main_ratio(shown)
    main = f" The main analysis, {marked}, is marked." if marked else ""
    absent = "" if marked else " The main analysis is not among those shown."
    part = f"all {total}" if count == total else f"{count} of {total}"
    return words(
        title=title,
        subtitle=f"Odds ratio of neuropathy, {NAMES[arm]} of magnesium intake against the middle fifth, with 95% interval; "
        f"a column for each of {part} analyses. 1 means no difference. US adults of 40 and over.{absent}",
        source=f"{SOURCE}. All {total} analyses were {LISTED}",
        alt=f"Specification curve: {count} analyses sorted by odds ratio, from {number(shown['odds_ratio'].min(), 2)} to "
        f"{number(shown['odds_ratio'].max(), 2)}. The odds ratio lies above 1 in {say.count_words(above, count)}, its whole 95% "
        f"interval in {say.count_words(whole, count)}.{main} Ticks below show the choices of each analysis.",
    )


def _estimates(shown, at, mask, shade, surface, text, size, *, thick, symbol="circle", grow=0.0) -> list[dict]:
    """Points and their intervals; the intervals are one path, which draws faster than an error bar each."""
    odds, low, high = (shown[name][mask] for name in ("odds_ratio", "ci_low", "ci_high"))
    crowded = len(mask) * (2.4 if size == "narrow" else 1) > 60
    line = text["line"] * thick * (0.75 if crowded and not grow else 1)
    dot = text["mark"] * (0.5 if crowded and not grow else 0.75) + grow
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": np.repeat(at[mask], 3),
            "y": np.column_stack([low, high, np.full(len(odds), np.nan)]).ravel(),
            "line": {"color": shade, "width": line},
            "opacity": 0.55 if crowded and size == "narrow" and not grow else 1,
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": at[mask],
            "y": odds,
            "customdata": say.told_bounds(low, high),
            "hovertemplate": "%{y:.2f} (%{customdata[0]} to %{customdata[1]})<extra></extra>",
            "marker": {
                "size": dot,
                "color": shade,
                "symbol": symbol,
                "line": {"color": surface, "width": 1 if grow else 0},
            },
        },
    ]


def _ticks(at: np.ndarray, heights: np.ndarray, half: float, shade: str, width: float) -> dict:
    """A tick for each analysis on each of its choices, as one path."""
    x, y = np.tile(at, len(heights)), heights.ravel()
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.repeat(x, 3),
        "y": np.column_stack([y - half, y + half, np.full(len(y), np.nan)]).ravel(),
        "yaxis": "y2",
        "line": {"color": shade, "width": width},
        "hoverinfo": "skip",
    }


def _main_line(shown, at, color) -> list[dict]:
    """The line from the main analysis down through its choices."""
    return [rule(x, x, 0, 1, color["series"], 1, dash="dot", yref="paper") for x in at[shown["chosen"]].tolist()]


def _notes(shown, at, arm, color, text, size) -> list[dict]:
    narrow = size == "narrow"
    look = {"size": text["small"], "xref": "x domain", "yref": "y domain"}
    notes = [
        note(0, 1, "Odds ratio, log scale", color=color["muted"], yanchor="bottom", yshift=6, **look),
        note(1, 0, "bold: interval excludes 1", color=color["muted"], xanchor="right", yanchor="bottom", **look),
    ]
    for position in np.flatnonzero(shown["chosen"]).tolist():
        flip = at[position] > len(at) * 0.5
        side = {"xanchor": "right", "xshift": -8} if flip else {"xanchor": "left", "xshift": 8}
        said = f"main: {_main_ratio(shown)}"
        large = {"size": text["small"] if narrow else text["body"], "yref": "y domain", "bold": True}
        notes.append(note(at[position], 1, said, color=color["series"], yanchor="top", **large, **side))
    return notes
