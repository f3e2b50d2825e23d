"""The stages of the balance as they are drawn: side by side on a wide screen, stacked on a phone."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from data.serum import Unit, level_text
from exhibits.base import Look
from exhibits.layout import blank, box, note, rule, texts, wrapped
from exhibits.overview.firing import FIRING, firing_at, spikes, trace
from exhibits.palette import PALETTE, SIDE_SHAPE, TYPE
from exhibits.rows import Row, records

SIDE_WORDS = {"deficiency": "Nerves fire too easily", "balance": "In balance", "toxicity": "Nerve signals fade"}


class Drawn(NamedTuple):
    """What a picture is put together from, as plotly takes it."""

    data: list[dict]
    shapes: list[dict]
    notes: list[dict]
    axes: dict[str, dict]

    def with_below(self, other: Drawn) -> Drawn:
        """The two as one picture."""
        notes, axes = self.notes + other.notes, self.axes | other.axes
        return Drawn(self.data + other.data, self.shapes + other.shapes, notes, axes)


# Wide and projector: side by side --------------------------------------------------------------------------------------


def side_by_side(stages: pd.DataFrame, look: Look, *, ruler: bool, unit: Unit) -> Drawn:
    """From left to right, with room for a `ruler` below."""
    edges, rows = [0.0, *stages["width"].cumsum()], records(stages)
    sides, color, width = _ends_of_sides(rows, edges), PALETTE[look.mode], TYPE[look.size]["line"]
    traces = [trace(*spikes(*ends, FIRING[side]), color[side], width) for side, ends in sides.items()]
    axes = {
        "xaxis": blank(range=[0, edges[-1]]),
        "yaxis": blank(range=[-0.35, 1.6], domain=[0.735 if ruler else 0.56, 1]),
        "yaxis3": blank(range=[-3.15, 1], domain=[0.345, 0.73] if ruler else [0, 0.55]),
    }
    words, notes = _words(rows, edges, look, unit), _notes(sides, edges, look, unit)
    return Drawn(traces + words, _boxes(rows, edges, look), notes, axes)


def _ends_of_sides(rows: list[Row], edges: list[float]) -> dict[str, tuple[float, float]]:
    """Where each side begins and ends."""
    places: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        places.setdefault(row["side"], []).append(place)
    return {side: (edges[mine[0]], edges[mine[-1] + 1]) for side, mine in places.items()}


def _boxes(rows: list[Row], edges: list[float], look: Look) -> list[dict]:
    """Each stage in its color, and a line where the next begins."""
    color, shapes = PALETTE[look.mode], []
    for (left, right), row in zip(pairwise(edges), rows, strict=True):
        shapes.append(box(left + 0.015, right - 0.015, 0, 1, color[f"{row['side']}_fill"], yref="y3"))
        shapes.append(box(left + 0.015, right - 0.015, -0.1, 0, color[row["side"]], yref="y3"))
    return shapes + [rule(edge, edge, -0.38, 0, color["axis"], 1.5, yref="y3") for edge in edges[1:-1]]


def _words(rows: list[Row], edges: list[float], look: Look, unit: Unit) -> list[dict]:
    """Names in the boxes, levels at the borders, signs below."""
    ink, size = PALETTE[look.mode]["ink"], TYPE[look.size]
    letters = 15.5 if look.size == "projector" else 17.5  # in a line of signs for each 1.2 of width
    middles = [(left + right) / 2 for left, right in pairwise(edges)]
    names = _bold([row["stage"] for row in rows])
    signs = [wrapped(row["signs"], int(letters * row["width"] / 1.2)) for row in rows]
    inside = {"color": ink, "size": size["body"], "position": "middle center", "yaxis": "y3"}
    below = {"color": ink, "position": "bottom center", "yaxis": "y3"}
    return [
        texts(middles, [0.5] * len(rows), names, **inside),
        texts(edges[1:-1], [-0.46] * (len(rows) - 1), _bold(_borders(rows, unit)), size=size["body"], **below),
        texts(middles, [-1.2] * len(rows), signs, size=size["small"], **below),
    ]


def _notes(sides: dict[str, tuple[float, float]], edges: list[float], look: Look, unit: Unit) -> list[dict]:
    """What each side means, what the levels are, and that the traces are a sketch."""
    color, size = PALETTE[look.mode], TYPE[look.size]
    head = {"size": size["strong"], "xanchor": "center", "bold": True}
    heads = [note(sum(ends) / 2, 1.42, _heading(side), color=color[side], **head) for side, ends in sides.items()]
    levels = {"color": color["muted"], "size": size["body"], "yanchor": "top", "yref": "y3"}
    sketch = {"color": color["muted"], "size": size["small"], "xanchor": "right", "yanchor": "bottom"}
    return [
        *heads,
        note(0, -0.42, f"Blood, {unit}", **levels),
        note(edges[-1], 0.12, "a sketch, not measured", **sketch),
    ]


# Narrow: stacked, the highest level on top -----------------------------------------------------------------------------


def stacked(stages: pd.DataFrame, look: Look, *, ruler: bool, unit: Unit) -> Drawn:
    """One above the other, with room for a `ruler` below."""
    rows = records(stages)
    axes = {
        "xaxis": blank(range=[0, 1]),
        "yaxis": blank(range=[-0.5, len(rows) + 0.6], domain=[0.265 if ruler else 0, 1]),
    }
    data = _stacked_traces(stages, look) + _stacked_words(rows, look, unit)
    return Drawn(data, _stacked_boxes(rows, look), _stacked_notes(rows, look), axes)


def _stacked_traces(stages: pd.DataFrame, look: Look) -> list[dict]:
    color, traces = PALETTE[look.mode], []
    for y, side in enumerate(stages["side"]):
        x, heights = spikes(3.6, 4.9, firing_at(stages, y))
        traces.append(trace([at * 0.2 for at in x], [y + 0.18 + tall for tall in heights], color[side], 1.6))
    return traces


def _stacked_boxes(rows: list[Row], look: Look) -> list[dict]:
    color, shapes = PALETTE[look.mode], []
    for y, row in enumerate(rows):
        shapes.append(box(0, 1, y + 0.04, y + 0.96, color[f"{row['side']}_fill"]))
        shapes.append(box(0, 0.018, y + 0.04, y + 0.96, color[row["side"]]))
    return shapes


def _spans(rows: list[Row], unit: Unit) -> list[str]:
    """From border to border, each as its sources have it, so that every level belongs somewhere: "0.70–0.75 to 0.95–1.05"."""
    borders = _borders(rows, unit)
    if not borders:
        return [level_span(row, unit) for row in rows]
    between = [f"{low} to {high}" for low, high in pairwise(borders)]
    return [f"below {borders[0]}", *between, f"above {borders[-1]}"]


def _stacked_words(rows: list[Row], look: Look, unit: Unit) -> list[dict]:
    """Name and level of each stage, and its signs below."""
    ink, size, count = PALETTE[look.mode]["ink"], TYPE[look.size], len(rows)
    spans = [f"{span} {unit}" for span in _spans(rows, unit)]
    signs = [wrapped(row["signs"], 36) for row in rows]
    heads, middles = [y + 0.8 for y in range(count)], [y + 0.36 for y in range(count)]
    names = _bold([row["stage"] for row in rows])
    return [
        texts([0.04] * count, heads, names, color=ink, size=size["body"]),
        texts([0.985] * count, heads, spans, color=ink, size=size["small"], position="middle left"),
        texts([0.04] * count, middles, signs, color=ink, size=size["small"]),
    ]


def _stacked_notes(rows: list[Row], look: Look) -> list[dict]:
    """What the side above and the side below mean, and that the traces are a sketch."""
    color, size = PALETTE[look.mode], TYPE[look.size]
    ends = ((rows[-1]["side"], len(rows) + 0.3), (rows[0]["side"], -0.3))
    heads = [note(0, y, _heading(side), color=color[side], size=size["strong"], bold=True) for side, y in ends]
    sketch = {"color": color["muted"], "size": size["small"], "xanchor": "right"}
    return [*heads, note(1, -0.3, "traces: a sketch", **sketch)]


# Levels ----------------------------------------------------------------------------------------------------------------


def level_span(row: Row, unit: Unit) -> str:
    """The blood level of a stage: "0.50 to 0.70", "above 5.0"."""
    low, high = row["level_low_mmol_l"], row["level_high_mmol_l"]
    if pd.isna(low):
        return f"below {_level(high, unit)}"
    return f"above {_level(low, unit)}" if pd.isna(high) else f"{_level(low, unit)} to {_level(high, unit)}"


def _borders(rows: list[Row], unit: Unit) -> list[str]:
    """The level between each stage and the next; two where sources draw it differently."""
    pairs = [(below["level_high_mmol_l"], above["level_low_mmol_l"]) for below, above in pairwise(rows)]
    return [
        _level(low, unit) if math.isclose(low, high) else f"{_level(low, unit)}–{_level(high, unit)}"
        for low, high in pairs
    ]


def _level(mmol_l: float, unit: Unit) -> str:
    if unit != "mmol/L":
        return level_text(mmol_l, unit)
    return f"{mmol_l:.2f}" if mmol_l < 1.5 else f"{mmol_l:.1f}"


def _heading(side: str) -> str:
    return f"{SIDE_SHAPE[side]} {SIDE_WORDS[side]}"


def _bold(labels: list[str]) -> list[str]:
    return [f"<b>{label}</b>" for label in labels]
