"""The mechanism map on a phone: the lit steps one below the other, a step further in for every station."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd

from data.pain import EVIDENCE_WORDS
from exhibits.base import Chart, Look
from exhibits.layout import blank, layout, note, targets
from exhibits.pain.map_layers import step_name
from exhibits.pain.steps import LINE
from exhibits.palette import PALETTE, SIDE_SHAPE, TYPE
from exhibits.rows import Row

ROW_PX = 46


def map_ladder(nodes: pd.DataFrame, links: pd.DataFrame, said: dict[str, str], look: Look) -> Chart:
    """The lit path, level of magnesium by level; nodes and links as for `mechanism_map`, `said` its words."""
    stations = nodes.set_index("key").to_dict("index")
    lit = links[links["lit"]].to_dict("records")
    data, notes, y = [], [], 0.0
    reached: list[tuple[int, float, Row]] = []
    for start in _levels(stations, lit):
        notes.append(_level(stations[start], y, look))
        y -= 1
        for depth, step in _walk(lit, start):
            data.append(_line_sample(step, depth, y, look))
            notes.append(_step_note(step, stations[step["end"]]["name"], depth, y, look))
            reached.append((depth, y, step))
            y -= 1
    data.append(_where_told(reached, stations))
    made = layout(*look, height=math.ceil(-y * ROW_PX) + 20, meta=said)
    made |= {"xaxis": blank(range=[0, 1]), "yaxis": blank(range=[y + 0.3, 0.6]), "annotations": notes}
    return Chart(data=data, layout=made)


def _levels(stations: dict[str, Row], lit: list[Row]) -> list[str]:
    """The levels of magnesium that a lit step starts from."""
    starts = {step["start"] for step in lit}
    return [key for key, station in reversed(stations.items()) if station["layer"] == 0 and key in starts]


def _walk(lit: list[Row], start: str, depth: int = 0, seen: frozenset[str] = frozenset()) -> Iterator[tuple[int, Row]]:
    """The steps from a station, depth first; a step back into the path is told but not followed."""
    for step in lit:
        if step["start"] == start:
            yield depth, step
            if step["end"] not in seen | {start}:
                yield from _walk(lit, step["end"], depth + 1, seen | {start})


def _level(station: Row, y: float, look: Look) -> dict:
    side = station["side"]
    style = {"color": PALETTE[look.mode][side], "size": TYPE[look.size]["strong"]}
    return note(0, y, f"{SIDE_SHAPE[side]} {station['name']}", **style, bold=True)


def _left(depth: int) -> float:
    return 0.02 + 0.07 * depth


def _line_sample(step: Row, depth: int, y: float, look: Look) -> dict:
    """The line of the step's evidence."""
    (dash, width), x = LINE[step["evidence"]], _left(depth)
    line = {"color": PALETTE[look.mode]["ink"], "width": width, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": [x, x + 0.1], "y": [y, y], "line": line, "hoverinfo": "skip"}


def _where_told(reached: list[tuple[int, float, Row]], stations: dict[str, Row]) -> dict:
    """The row of each step, for a finger."""
    spans, y = [(_left(depth), 1.0) for depth, *_ in reached], [at for _, at, _ in reached]
    steps = [step for *_, step in reached]
    return targets(spans, y, 0.9, [step["key"] for step in steps], [step_name(step, stations) for step in steps])


def _step_note(step: Row, name: str, depth: int, y: float, look: Look) -> dict:
    """Where the step leads, and how it is known."""
    color = PALETTE[look.mode]
    said = f"<b>{name}</b><br><span style='color:{color['muted']}'>{EVIDENCE_WORDS[step['evidence']]}</span>"
    return note(_left(depth) + 0.13, y, said, color=color["ink"], size=TYPE[look.size]["body"])
