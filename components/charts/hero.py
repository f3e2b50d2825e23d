"""The Overview picture: one axis with two sides, and a ruler of daily intakes on a scale of its own."""

from __future__ import annotations

import math
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from components.charts.base import (
    PALETTE,
    SIDE_SHAPE,
    TYPE,
    Chart,
    axis,
    blank,
    box,
    layout,
    note,
    rule,
    texts,
    words,
    wrapped,
)

SIDE_WORDS = {"deficiency": "Nerves fire too easily", "balance": "In balance", "toxicity": "Nerve signals fade"}
RULER_ENDS_MG = {180: 250, 260: 400}  # highest value shown → right end of the ruler; else RULER_END_MG
RULER_END_MG = 600


def hero_axis(
    stages: pd.DataFrame,
    intakes: pd.DataFrame | None = None,
    *,
    mode: str,
    size: str = "wide",
    source: str,
) -> go.Figure:
    """Stages from severe deficiency to severe excess with a sketch of how nerves fire in each.

    `stages`: side, stage, level_low_mmol_l, level_high_mmol_l (NaN where open), signs, width, in order of level.
    `intakes` (see `intake_ruler`) puts the ruler below; a projector shows one idea and leaves it out.
    """
    draw = _stacked if size == "narrow" else _side_by_side
    return draw(stages, intakes, mode, size, _hero_words(stages, intakes, source))


def intake_ruler(intakes: pd.DataFrame, *, mode: str, size: str = "wide", title: str, source: str) -> go.Figure:
    """Daily intakes as bands, one row each; only a row of supplements has an upper limit.

    `intakes`: group, average_mg and goal_mg with goal_term (food and all other sources), or limit_low_mg and
    limit_high_mg with limit_low_name and limit_high_name (supplements only). NaN where there is none.
    """
    meta = words(
        title=title,
        subtitle="Magnesium in mg a day. Goals count all sources, the limit counts supplements and medicines alone",
        source=source,
        alt=f"Bands of daily intake, one row each. {_intakes_in_words(intakes)}.",
    )
    shapes, notes = [], []
    _ruler_rows(intakes, mode, size, shapes, notes, yref="y")
    narrow = size == "narrow"
    row_px = {"wide": 46, "narrow": 58, "projector": 92}[size]
    figure = layout(mode, size, height=row_px * len(intakes) + 40, meta=meta, margin={"t": 0, "b": 26})
    figure |= {
        "xaxis": _ruler_axis(mode, size, intakes),
        "yaxis": blank(range=[-0.5, len(intakes) - (0.2 if narrow else 0.5)]),
        "shapes": shapes,
        "annotations": notes,
    }
    return Chart(data=[_anchor()], layout=figure)


# Words -------------------------------------------------------------------------------------------------------------


def _hero_words(stages: pd.DataFrame, intakes: pd.DataFrame | None, source: str) -> dict[str, str]:
    ruler = "" if intakes is None else ", and daily intakes on their own scale"
    return words(
        title=_finding(stages),
        subtitle=f"What happens along the blood level of magnesium (mmol/L){ruler}. Stages are not to scale; "
        "traces are a sketch",
        source=f"{source}. Sources place the borders differently; signs on the low side are not tied to exact levels.",
        alt=f"An axis in {len(stages)} stages. {_stages_in_words(stages)}. "
        "Above it a sketch of a nerve's firing: dense when magnesium is low, even in balance, dying out when it is far "
        "too high." + ("" if intakes is None else f" Below, daily intakes. {_intakes_in_words(intakes)}."),
    )


def _finding(stages: pd.DataFrame) -> str:
    sides = set(stages["side"])
    if {"deficiency", "toxicity"} <= sides:
        return "Too little magnesium over-excites nerves; far too much silences them"
    if "deficiency" in sides:
        return "Too little magnesium over-excites nerves"
    if "toxicity" in sides:
        return "Far too much magnesium silences nerves"
    return "In balance, nerves fire when they should"


def _stages_in_words(stages: pd.DataFrame) -> str:
    parts = [f"{row['stage']}, {_span(row)} mmol/L: {row['signs'].lower()}" for row in stages.to_dict("records")]
    return ". ".join(parts)


def _intakes_in_words(intakes: pd.DataFrame) -> str:
    said = []
    for row in intakes.to_dict("records"):
        marks = []
        if pd.notna(row["average_mg"]):
            marks.append(f"average need {row['average_mg']:.0f} mg")
        if pd.notna(row["goal_mg"]):
            marks.append(f"{row['goal_term']} {row['goal_mg']:.0f} mg")
        marks += [
            f"{row[f'limit_{end}_name']} {row[f'limit_{end}_mg']:.0f} mg"
            for end in ("low", "high")
            if pd.notna(row[f"limit_{end}_mg"])
        ]
        said.append(f"{row['group']}: {', '.join(marks) or 'no value is set'}")
    return ". ".join(said)


def _level(mmol_l: float) -> str:
    return f"{mmol_l:.2f}" if mmol_l < 1.5 else f"{mmol_l:.1f}"


def _span(row: dict) -> str:
    low, high = row["level_low_mmol_l"], row["level_high_mmol_l"]
    if pd.isna(low):
        return f"below {_level(high)}"
    return f"above {_level(low)}" if pd.isna(high) else f"{_level(low)} to {_level(high)}"


def _borders(rows: list[dict]) -> list[str]:
    """The level between each stage and the next; two where sources draw it differently."""
    pairs = [(below["level_high_mmol_l"], above["level_low_mmol_l"]) for below, above in pairwise(rows)]
    return [_level(low) if math.isclose(low, high) else f"{_level(low)}–{_level(high)}" for low, high in pairs]


def _bold(labels) -> list[str]:
    return [f"<b>{label}</b>" for label in labels]


# Traces: a sketch, not data ----------------------------------------------------------------------------------------


def _spikes(start: float, stop: float, gap, height) -> tuple[list[float], list[float]]:
    """A flat line with a sharp spike after each gap; `gap(place, beat)` and `height(place)` with place from 0 to 1."""
    x, y, at, beat = [start], [0.0], start, 0
    while (at := at + gap((at - start) / (stop - start), beat)) <= stop - 0.05:
        tall = height((at - start) / (stop - start))
        x += [at - 0.03, at, at + 0.03, at + 0.06]
        y += [0.0, tall, -0.22 * tall, 0.0]
        beat += 1
    return [*x, stop], [*y, 0.0]


def _trace(x: list[float], y: list[float], color: str, width: float) -> dict:
    line = {"color": color, "width": width}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip", "line": line}


def _anchor(**axes) -> dict:
    """An unseen point: plotly draws an axis, and the notes on it, only where a trace is."""
    return {"type": "scatter", "x": [0], "y": [0], "opacity": 0, "hoverinfo": "skip", **axes}


_FIRING = {  # gap after each spike and its height along one side of the wide picture
    "deficiency": (lambda place, beat: (0.085 if beat % 5 else 0.2) + 0.13 * place**2, lambda place: 1 - 0.3 * place),
    "balance": (lambda place, beat: 0.30, lambda place: 0.68),
    "toxicity": (lambda place, beat: 0.42 + 1.9 * place**1.4, lambda place: max(0.0, 0.62 - 0.72 * place)),
}


# Wide and projector: side by side ----------------------------------------------------------------------------------


def _side_by_side(stages, intakes, mode, size, meta) -> go.Figure:
    color, text, projector = PALETTE[mode], TYPE[size], size == "projector"
    edges = [0.0, *stages["width"].cumsum()]
    rows = stages.to_dict("records")
    data, shapes, notes = [], [], []
    for side in dict.fromkeys(stages["side"]):
        mine = [i for i, row in enumerate(rows) if row["side"] == side]
        left, right = edges[mine[0]], edges[mine[-1] + 1]
        data.append(_trace(*_spikes(left, right, *_FIRING[side]), color[side], text["line"]))
        heading = f"{SIDE_SHAPE[side]} {SIDE_WORDS[side]}"
        notes.append(
            note((left + right) / 2, 1.42, heading, color=color[side], size=text["strong"], xanchor="center", bold=True)
        )
    for left, right, side in zip(edges, edges[1:], stages["side"], strict=False):
        shapes.append(box(left + 0.015, right - 0.015, 0, 1, color[f"{side}_fill"], yref="y3"))
        shapes.append(box(left + 0.015, right - 0.015, -0.1, 0, color[side], yref="y3"))
    shapes += [rule(edge, edge, -0.38, 0, color["axis"], 1.5, yref="y3") for edge in edges[1:-1]]
    per_width = 15.5 if projector else 17.5  # letters in a line of signs for each 1.2 of width
    middles = [(left + right) / 2 for left, right in pairwise(edges)]
    signs = [wrapped(row["signs"], int(per_width * row["width"] / 1.2)) for row in rows]
    below = {"color": color["ink"], "position": "bottom center", "yaxis": "y3"}
    data += [
        texts(
            middles,
            [0.5] * len(rows),
            _bold(stages["stage"]),
            color=color["ink"],
            size=text["body"],
            position="middle center",
            yaxis="y3",
        ),
        texts(edges[1:-1], [-0.46] * (len(rows) - 1), _bold(_borders(rows)), size=text["body"], **below),
        texts(middles, [-1.2] * len(rows), signs, size=text["small"], **below),
    ]
    notes.append(note(0, -0.42, "Blood, mmol/L", color=color["muted"], size=text["body"], yanchor="top", yref="y3"))
    sketch = {"xanchor": "right", "yanchor": "bottom"}
    notes.append(note(edges[-1], 0.12, "a sketch, not measured", color=color["muted"], size=text["small"], **sketch))
    ruler = intakes is not None and not projector
    figure = layout(mode, size, height=565 if ruler else 600 if projector else 360, meta=meta, margin={"t": 0})
    figure |= {
        "xaxis": blank(range=[0, edges[-1]]),
        "yaxis": blank(range=[-0.35, 1.6], domain=[0.735 if ruler else 0.56, 1]),
        "yaxis3": blank(range=[-3.15, 1], domain=[0.345 if ruler else 0, 0.73 if ruler else 0.55]),
        "shapes": shapes,
        "annotations": notes,
    }
    if ruler:
        figure["margin"]["b"] = 24
        figure["xaxis2"] = {**_ruler_axis(mode, size, intakes), "anchor": "y5"}
        figure["yaxis5"] = blank(range=[-0.5, len(intakes) + 0.2], domain=[0, 0.3], anchor="x2")
        about = (
            "Daily intake, mg, on a scale of its own: intake and blood level do not line up. Food has no upper limit"
        )
        notes.append(
            note(0, len(intakes) - 0.12, about, color=color["muted"], size=text["body"], xref="paper", yref="y5")
        )
        _ruler_rows(intakes, mode, size, shapes, notes, xref="x2", yref="y5")
        data.append(_anchor(xaxis="x2", yaxis="y5"))
    return Chart(data=data, layout=figure)


# Narrow: stacked, the highest level on top --------------------------------------------------------------------------


def _stacked(stages, intakes, mode, size, meta) -> go.Figure:
    color, text = PALETTE[mode], TYPE[size]
    data, shapes, notes, count = [], [], [], len(stages)
    for y, row in enumerate(stages.to_dict("records")):
        side = row["side"]
        shapes.append(box(0, 1, y + 0.04, y + 0.96, color[f"{side}_fill"]))
        shapes.append(box(0, 0.018, y + 0.04, y + 0.96, color[side]))
        gap, height = _firing_of(stages, y)
        x, heights = _spikes(3.6, 4.9, lambda place, beat, g=gap: g, lambda place, h=height: h)
        data.append(_trace([v * 0.2 for v in x], [y + 0.18 + v for v in heights], color[side], 1.6))
    spans = [f"{_span(row)} mmol/L" for row in stages.to_dict("records")]
    signs = [wrapped(words, 36) for words in stages["signs"]]
    heads, middles = [y + 0.8 for y in range(count)], [y + 0.36 for y in range(count)]
    data += [
        texts([0.04] * count, heads, _bold(stages["stage"]), color=color["ink"], size=text["body"]),
        texts([0.985] * count, heads, spans, color=color["ink"], size=text["small"], position="middle left"),
        texts([0.04] * count, middles, signs, color=color["ink"], size=text["small"]),
    ]
    sides = list(dict.fromkeys(stages["side"]))
    for side, y in ((sides[-1], count + 0.3), (sides[0], -0.3)):
        heading = f"{SIDE_SHAPE[side]} {SIDE_WORDS[side]}"
        notes.append(note(0, y, heading, color=color[side], size=text["strong"], bold=True))
    notes.append(note(1, -0.3, "traces: a sketch", color=color["muted"], size=text["small"], xanchor="right"))
    ruler = intakes is not None
    figure = layout(mode, size, height=920 if ruler else 680, meta=meta, margin={"t": 0, "b": 24 if ruler else 0})
    figure |= {
        "xaxis": blank(range=[0, 1]),
        "yaxis": blank(range=[-0.5, count + 0.6], domain=[0.265 if ruler else 0, 1]),
        "shapes": shapes,
        "annotations": notes,
    }
    if ruler:
        figure["xaxis2"] = {**_ruler_axis(mode, size, intakes), "anchor": "y5"}
        figure["yaxis5"] = blank(range=[-0.5, len(intakes) + 0.1], domain=[0, 0.255], anchor="x2")
        about = {"color": color["ink"], "size": text["body"], "xref": "paper", "yref": "y5", "bold": True}
        notes.append(note(0, len(intakes) - 0.2, "Daily intake, mg (its own scale)", **about))
        _ruler_rows(intakes, mode, size, shapes, notes, xref="x2", yref="y5")
        data.append(_anchor(xaxis="x2", yaxis="y5"))
    return Chart(data=data, layout=figure)


def _firing_of(stages: pd.DataFrame, row: int) -> tuple[float, float]:
    """Gap and height of the small trace of one stage: rarer and lower the higher the level."""
    side = stages["side"].iloc[row]
    if side == "deficiency":
        return (0.12, 0.4) if row == 0 else (0.2, 0.34)
    if side == "balance":
        return 0.31, 0.3
    step = int((stages["side"].iloc[:row] == "toxicity").sum())
    last = row == len(stages) - 1 and step > 0
    return (45.0, 0.0) if last else (0.375 + 0.275 * step, 0.24 - 0.08 * step)


# The ruler -----------------------------------------------------------------------------------------------------------


def _ruler_axis(mode: str, size: str, intakes: pd.DataFrame) -> dict:
    highest = intakes[["goal_mg", "limit_low_mg", "limit_high_mg"]].max(axis=None)
    end = next((end for most, end in RULER_ENDS_MG.items() if highest <= most), RULER_END_MG)
    narrow = size == "narrow"
    step = 50 if end == 250 else 200 if narrow and end == RULER_END_MG else 100
    ticks = list(range(step if narrow else 0, end, step))  # on a phone a 0 at the very edge would be cut off
    left = 0 if narrow else 0.17
    return axis(mode, size, range=[0, end], domain=[left, 1], tickvals=ticks, showgrid=False)


def _ruler_rows(intakes, mode, size, shapes, notes, *, xref="x", yref) -> None:
    color, text, narrow = PALETTE[mode], TYPE[size], size == "narrow"
    end = _ruler_axis(mode, size, intakes)["range"][1]
    for y, row in enumerate(intakes.iloc[::-1].to_dict("records")):
        low, high = (y - 0.42, y + 0.06) if narrow else (y - 0.32, y + 0.32)
        here = {"size": text["small"], "xref": xref, "yref": yref}
        place = {"xref": "paper", "yref": yref, "size": text["body"], "color": color["ink"]}
        notes.append(note(0, y + 0.28 if narrow else y, row["group"], **place))
        marks = _marks(row, short=narrow)
        fills = (
            ("panel", "toxicity_fill", "toxicity") if _is_limit(row) else ("deficiency_fill", "balance_fill", "balance")
        )
        if not marks:
            shapes.append(box(0, end, low, high, color["panel"], xref=xref, yref=yref))
            notes.append(note(0, (low + high) / 2, row["nothing"], color=color["ink"], xshift=6, **here))
            continue
        if len(marks) == 1:  # an AI or a lone limit: what lies below it has no meaning of its own
            fills = ("panel", fills[2])
        starts = [0, *(mg for mg, _ in marks)]
        for x0, x1, fill in zip(starts, [*starts[1:], end], fills, strict=True):
            shapes.append(box(x0, x1, low, high, color[fill], xref=xref, yref=yref))
        (last_mg, last), *first = reversed(marks)
        notes.append(note(last_mg, (low + high) / 2, last, color=color["bg"], xshift=6, **here))
        for mg, word in first:
            place = {"xanchor": "right", "xshift": -5, **here}
            notes.append(note(mg, (low + high) / 2, word, color=color["ink"], **place))


def _is_limit(row: dict) -> bool:
    return pd.notna(row["limit_low_mg"]) or pd.notna(row["limit_high_mg"])


def _marks(row: dict, *, short: bool) -> list[tuple[float, str]]:
    """Where the bands of one row change, in mg, with the words beside each line."""
    if _is_limit(row):
        ends = [(row[f"limit_{end}_mg"], row[f"limit_{end}_name"]) for end in ("low", "high")]
        marks = [(mg, f"{name} {mg:.0f}") for mg, name in ends if pd.notna(mg)]
        tail = "" if short else ": loose stools come first"
    else:
        ends = [(row["average_mg"], "EAR"), (row["goal_mg"], row["goal_term"])]
        marks = [(mg, f"{name} {mg:.0f}") for mg, name in ends if pd.notna(mg)]
        tail = "" if short else ": the amount to aim for"
    return [*marks[:-1], (marks[-1][0], marks[-1][1] + tail)] if marks else []
