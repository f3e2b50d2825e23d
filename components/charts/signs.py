"""The symptom matrix: too little on the left, too much on the right, the stages outward from the middle."""

from __future__ import annotations

from itertools import groupby

import pandas as pd
import plotly.graph_objects as go

from components.charts.base import PALETTE, SIDE_SHAPE, SIDE_SYMBOL, TYPE, Chart, blank, layout, texts, words, wrapped
from data.signs import SYSTEM_WORDS

# Columns outward from the names in the middle; deficiency has no stage beyond severe in the sources.
COLUMNS = {
    "deficiency": {"not_stated": -1, "early": -2, "moderate": -3, "severe": -4},
    "toxicity": {"not_stated": 1, "early": 2, "moderate": 3, "severe": 4, "extreme": 5},
}
SHORT = {"not_stated": "No stage", "early": "Early", "moderate": "Moderate", "severe": "Severe", "extreme": "Extreme"}
NARROW = {"not_stated": "?", "early": "1", "moderate": "2", "severe": "3", "extreme": "4"}
SIDES = {"deficiency": "Too little", "toxicity": "Too much"}


def symptom_matrix(signs: pd.DataFrame, *, mode: str, size: str = "wide") -> go.Figure:
    """A row a sign, a mark for each stage at which it is described; signs of both sides are bold with ◆.

    Expects name, system, side, deficiency, toxicity (tuples of stages), in the order they are to stand.
    """
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    rows = signs.to_dict("records")
    place = _places(size)
    step, head = (1.75, 1.35) if narrow else (1.0, 1.15)
    names, systems, marks, links, y = [], [], {side: [] for side in COLUMNS}, [], 0.0
    for system, part in groupby(rows, key=lambda row: row["system"]):
        systems.append((y, SYSTEM_WORDS[system]))
        y -= head
        for row in part:
            dots = y - 0.78 if narrow else y
            names.append((y, f"<b>{SIDE_SHAPE['both']} {row['name']}</b>" if row["side"] == "both" else row["name"]))
            for side in COLUMNS:
                at = [place[side][stage] for stage in row[side]]
                said = f"{row['name']}, {SIDES[side].lower()}: {row['stage_words']}"
                marks[side] += [(x, dots, stage, said) for x, stage in zip(at, row[side], strict=True)]
                if len(at) > 1:
                    links.append((min(at), max(at), dots, side))
            y -= step
        y -= 0.35
    bottom, top = y + step * 0.5, 2.6
    unit = {"wide": 27, "narrow": 25, "projector": 46}[size]
    figure = layout(mode, size, height=round((top - bottom) * unit), meta=_meta(signs, size))
    figure |= {"xaxis": blank(range=[0, 1]), "yaxis": blank(range=[bottom, top])}
    dots = [y - 0.78 for y, _ in names] if narrow else None
    data = [*_grid(place, systems, bottom, color, dots), *_links(links, color, text)]
    data += [_marks(marks[side], side, color, text) for side in COLUMNS if marks[side]]
    data += _headings(place, size, color, text)
    at, middle = (0.0, "middle right") if narrow else (0.5, "middle center")
    for lines, shade, bold in ((names, color["ink"], False), (systems, color["muted"], True)):
        said = [f"<b>{line}</b>" if bold else wrapped(line, 46) for _, line in lines]
        data.append(
            texts([at] * len(lines), [y for y, _ in lines], said, color=shade, size=text["body"], position=middle)
        )
    return Chart(data=data, layout=figure)


def _places(size: str) -> dict[str, dict[str, float]]:
    """Where each stage of each side stands, from 0 to 1."""
    if size == "narrow":  # names above, so the columns take the whole width
        return {side: {stage: 0.5 + (at - 0.5) * 0.1 for stage, at in of.items()} for side, of in COLUMNS.items()}
    inner, step = 0.2, 0.067
    return {
        side: {stage: 0.5 + (1 if at > 0 else -1) * (inner + (abs(at) - 1) * step) for stage, at in of.items()}
        for side, of in COLUMNS.items()
    }


def _grid(place: dict, systems: list, bottom: float, color: dict, dots: list[float] | None) -> list[dict]:
    """A thin line down each column, broken at the heading of each system; on a phone only beside the marks."""
    if dots is None:
        tops = [y for y, _ in systems]
        spans = list(zip((y - 0.6 for y in tops), [*(y + 0.7 for y in tops[1:]), bottom], strict=True))
    else:
        spans = [(y + 0.3, y - 0.3) for y in dots]
    x, y = [], []
    for of in place.values():
        for at in of.values():
            for span in spans:
                x += [at, at, None]
                y += [*span, None]
    line = {"color": color["grid"], "width": 1}
    return [{"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}]


def _links(links: list, color: dict, text: dict) -> list[dict]:
    """A line from the first to the last stage of one sign."""
    found = []
    for side in COLUMNS:
        mine = [(low, high, y) for low, high, y, of in links if of == side]
        if mine:
            x = [at for low, high, _ in mine for at in (low, high, None)]
            y = [at for _, _, y in mine for at in (y, y, None)]
            line = {"color": color[side], "width": text["line"]}
            found.append({"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"})
    return found


def _marks(marks: list, side: str, color: dict, text: dict) -> dict:
    """The marks of one side; hollow where the sources state no stage."""
    hollow = [stage == "not_stated" for _, _, stage, _ in marks]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": side,
        "x": [x for x, *_ in marks],
        "y": [y for _, y, *_ in marks],
        "text": [said for *_, said in marks],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": SIDE_SYMBOL[side],
            "size": text["mark"] + 4,
            "color": [color["bg"] if empty else color[side] for empty in hollow],
            "line": {"width": 2, "color": color[side]},
        },
    }


def _headings(place: dict, size: str, color: dict, text: dict) -> list[dict]:
    """The two sides and, below them, their stages."""
    short = NARROW if size == "narrow" else SHORT
    found = []
    for side, of in place.items():
        ends = list(of.values())
        said = f"<b>{SIDE_SHAPE[side]} {SIDES[side]}</b>"
        found.append(
            texts(
                [(ends[0] + ends[-1]) / 2],
                [2.1],
                [said],
                color=color[side],
                size=text["strong"],
                position="middle center",
            )
        )
        stages = [short[stage] for stage in of]
        found.append(
            texts(ends, [1.2] * len(ends), stages, color=color["muted"], size=text["small"], position="middle center")
        )
    return found


def _meta(signs: pd.DataFrame, size: str) -> dict[str, str]:
    n, both = len(signs), int((signs["side"] == "both").sum())
    low, high = (int((signs[side].map(len) > 0).sum()) for side in COLUMNS)
    if n == 1:
        side = {"both": "too little and too much", "deficiency": "too little", "toxicity": "too much"}[
            signs["side"].iloc[0]
        ]
        title = f"{signs['name'].iloc[0]}: described with {side} magnesium"
    elif both:
        title = f"{both} of the {n} signs shown {'is' if both == 1 else 'are'} described on both sides"
    else:
        title = f"None of the {n} signs shown is described on both sides"
    stages = " Stages: ? none stated, 1 early, 2 moderate, 3 severe, 4 extreme." if size == "narrow" else ""
    return words(
        title=title,
        subtitle="Signs that clinical references list, and the stage at which they list them; stages outward from the "
        f"middle.{stages} “Severe” includes what sources call advanced. A hollow mark: no stage stated. ◆: on both sides.",
        source="clinical references and reviews, each named in the table. Grouping by part of the body is ours. No sign "
        "points to magnesium alone.",
        alt=f"A matrix of {n} signs by stage. {low} are described with too little magnesium, {high} with too much, "
        f"{both} with both: {', '.join(signs.loc[signs['side'] == 'both', 'name'].str.lower()) or 'none'}.",
    )
