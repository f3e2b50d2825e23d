"""The marks of the symptom matrix: too little on the left, too much on the right, the stages outward from the middle."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

import pandas as pd

from data.signs import SYSTEM_WORDS
from exhibits.balance.sides import MARKED_SIDES, SIDES
from exhibits.base import Look
from exhibits.layout import texts, wrapped
from exhibits.palette import PALETTE, SIDE_SHAPE, SIDE_SYMBOL, TYPE
from exhibits.rows import Row, records

# Columns outward from the names in the middle; deficiency has no stage beyond severe in the sources.
COLUMNS = {
    "deficiency": {"not_stated": -1, "early": -2, "moderate": -3, "severe": -4},
    "toxicity": {"not_stated": 1, "early": 2, "moderate": 3, "severe": 4, "extreme": 5},
}
SHORT = {"not_stated": "No stage", "early": "Early", "moderate": "Moderate", "severe": "Severe", "extreme": "Extreme"}
NARROW = {"not_stated": "?", "early": "1", "moderate": "2", "severe": "3", "extreme": "4"}
DROP = 0.78  # of the marks below the name of their sign, on a phone

Places = dict[str, dict[str, float]]
"""Where each stage of each side stands, from 0 to 1."""


class Placed(NamedTuple):
    """Where each line of the matrix stands."""

    systems: list[tuple[float, str]]
    names: list[tuple[float, str]]
    signs: list[tuple[float, Row]]  # their marks
    bottom: float


def placed(signs: pd.DataFrame, look: Look) -> Placed:
    """The signs from above, each part of the body under its heading."""
    step, head, drop = (1.75, 1.35, DROP) if look.size == "narrow" else (1.0, 1.15, 0)
    systems, names, rows, y = [], [], [], 0.0
    for system, part in groupby(records(signs), key=lambda row: row["system"]):
        systems.append((y, SYSTEM_WORDS[system]))
        y -= head
        for row in part:
            names.append((y, f"<b>{SIDE_SHAPE['both']} {row['name']}</b>" if row["side"] == "both" else row["name"]))
            rows.append((y - drop, row))
            y -= step
        y -= 0.35
    return Placed(systems, names, rows, y + step * 0.5)


def places(look: Look) -> Places:
    """Where each stage of each side stands."""
    if look.size == "narrow":  # names above, so the columns take the whole width
        return {side: {stage: 0.5 + (at - 0.5) * 0.1 for stage, at in of.items()} for side, of in COLUMNS.items()}
    inner, step = 0.2, 0.067
    return {
        side: {stage: 0.5 + (1 if at > 0 else -1) * (inner + (abs(at) - 1) * step) for stage, at in of.items()}
        for side, of in COLUMNS.items()
    }


def grid(place: Places, rows: Placed, look: Look) -> dict:
    """A thin line down each column, broken at the heading of each system; on a phone only beside the marks."""
    spans = [(y + 0.3, y - 0.3) for y, _ in rows.signs] if look.size == "narrow" else _between_headings(rows)
    x, y = [], []
    for at in (at for of in place.values() for at in of.values()):
        for span in spans:
            x += [at, at, None]
            y += [*span, None]
    line = {"color": PALETTE[look.mode]["grid"], "width": 1}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _between_headings(rows: Placed) -> list[tuple[float, float]]:
    tops = [y for y, _ in rows.systems]
    return list(zip((y - 0.6 for y in tops), [*(y + 0.7 for y in tops[1:]), rows.bottom], strict=True))


def links(place: Places, rows: Placed, look: Look) -> list[dict]:
    """A line from the first to the last stage of one sign, a trace a side."""
    found = []
    for side in COLUMNS:
        mine = [(y, [place[side][stage] for stage in row[side]]) for y, row in rows.signs if len(row[side]) > 1]
        if mine:
            x = [at for _, ends in mine for at in (min(ends), max(ends), None)]
            y = [at for place_of, _ in mine for at in (place_of, place_of, None)]
            line = {"color": PALETTE[look.mode][side], "width": TYPE[look.size]["line"]}
            found.append({"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"})
    return found


def marks(place: Places, rows: Placed, look: Look) -> list[dict]:
    """A mark for each stage at which a sign is described, a trace a side."""
    found = []
    for side in COLUMNS:
        mine = [(place[side][stage], y, stage, row) for y, row in rows.signs for stage in row[side]]
        if mine:
            found.append(_marks(mine, side, look))
    return found


def _marks(mine: list[tuple[float, float, str, Row]], side: str, look: Look) -> dict:
    """The marks of one side; hollow where the sources state no stage."""
    color, page = PALETTE[look.mode][side], PALETTE[look.mode]["bg"]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": side,
        "x": [x for x, *_ in mine],
        "y": [y for _, y, *_ in mine],
        "ids": [row["key"] for *_, row in mine],
        "text": [f"{row['name']}, {SIDES[side].lower()}: {row['stage_words']}" for *_, row in mine],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": SIDE_SYMBOL[side],
            "size": TYPE[look.size]["mark"] + 4,
            "color": [page if stage == "not_stated" else color for _, _, stage, _ in mine],
            "line": {"width": 2, "color": color},
        },
    }


def headings(place: Places, look: Look) -> list[dict]:
    """The two sides and, below them, their stages."""
    color, size = PALETTE[look.mode], TYPE[look.size]
    short, found = NARROW if look.size == "narrow" else SHORT, []
    for side, of in place.items():
        ends, names = list(of.values()), [short[stage] for stage in of]
        strong = {"color": color[side], "size": size["strong"], "position": "middle center"}
        small = {"color": color["muted"], "size": size["small"], "position": "middle center"}
        found.append(texts([(ends[0] + ends[-1]) / 2], [2.1], [f"<b>{MARKED_SIDES[side]}</b>"], **strong))
        found.append(texts(ends, [1.2] * len(ends), names, **small))
    return found


def names(rows: Placed, look: Look) -> list[dict]:
    """The signs and the parts of the body, between the sides or, on a phone, from the left."""
    color, body = PALETTE[look.mode], TYPE[look.size]["body"]
    at, position = (0.0, "middle right") if look.size == "narrow" else (0.5, "middle center")
    signs = [wrapped(name, 46) for _, name in rows.names]
    systems = [f"<b>{name}</b>" for _, name in rows.systems]
    return [
        texts([at] * len(lines), [y for y, _ in where], lines, color=shade, size=body, position=position)
        for where, lines, shade in ((rows.names, signs, color["ink"]), (rows.systems, systems, color["muted"]))
    ]
