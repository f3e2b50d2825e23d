"""The mechanism map on a wide screen: stations in four layers, a curve for every step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from data.pain import EVIDENCE_WORDS
from exhibits.base import Chart, Look
from exhibits.layout import blank, box, layout, note, targets, wrapped
from exhibits.pain.steps import LINE
from exhibits.palette import PALETTE, SIDE_SHAPE, TYPE
from exhibits.rows import Row

COLUMN = (0.075, 0.362, 0.643, 0.92)  # middle of each layer's boxes, of the plot's width
HALF_BOX, HALF_ROW = 0.079, 0.38
LEAST = 0.004  # between the end of a curve and its arrow
WORDS_WIDE, WORDS_OFF = 0.115, 0.18  # of the words at a step: their width, and how far from its line
HOVER = "%{text}<extra></extra>"

Stations = dict[str, Row]


def map_layers(nodes: pd.DataFrame, links: pd.DataFrame, said: dict[str, str], look: Look) -> Chart:
    """The whole map, the lit path in ink; nodes and links as for `mechanism_map`, `said` its words."""
    stations: Stations = nodes.set_index("key").to_dict("index")
    steps = links.sort_values("lit").to_dict("records")
    lit = [step for step in steps if step["lit"]]
    lit_stations = {step[end] for step in lit for end in ("start", "end")}
    shapes = [_curve(step, stations, look) for step in steps]
    for key, station in stations.items():
        shapes += _station_box(station, key in lit_stations, look)
    names = [_name(station, key in lit_stations, look) for key, station in stations.items()]
    lowest = nodes["row"].max()
    made = layout(*look, height=round((lowest + 1) * (64 if look.size == "wide" else 96)), meta=said)
    made |= {
        "xaxis": blank(range=[-0.015, 1.005]),
        "yaxis": blank(range=[-lowest - 0.5, 0.5]),
        "shapes": shapes,
        "annotations": [*_evidence_notes(lit, stations, look), *names],
    }
    return Chart(data=[_arrows(lit, stations, look), _where_told(lit, stations)], layout=made)


# Steps -----------------------------------------------------------------------------------------------------------------


def _runs_back(step: Row, stations: Stations) -> bool:
    """Whether a step leads to an earlier layer, as in a circle."""
    return stations[step["start"]]["layer"] > stations[step["end"]]["layer"]


def _ends(step: Row, stations: Stations) -> tuple[float, float, float, float]:
    """Left and right end of a step, x0, y0, x1, y1; one that runs back lies lower."""
    start, end = stations[step["start"]], stations[step["end"]]
    back = _runs_back(step, stations)
    left, right = (end, start) if back else (start, end)
    drop = 0.2 if back else 0.0
    x0, x1 = COLUMN[left["layer"]] + HALF_BOX, COLUMN[right["layer"]] - HALF_BOX
    return x0, -left["row"] - drop, x1, -right["row"] - drop


def _curve(step: Row, stations: Stations, look: Look) -> dict:
    x0, y0, x1, y1 = _ends(step, stations)
    bend, color = (x0 + x1) / 2, PALETTE[look.mode]
    dash, width = LINE[step["evidence"]] if step["lit"] else ("solid", 1)
    line = {"color": color["ink"] if step["lit"] else color["grid"], "width": width, "dash": dash}
    path = f"M {x0},{y0} C {bend},{y0} {bend},{y1} {x1},{y1}"
    return {"type": "path", "path": path, "line": line, "layer": "below"}


def _arrows(lit: list[Row], stations: Stations, look: Look) -> dict:
    """The heads of the lit steps, as one trace."""
    x, y, symbols = [], [], []
    for step in lit:
        x0, y0, x1, y1 = _ends(step, stations)
        back = _runs_back(step, stations)
        x.append(x0 + LEAST if back else x1 - LEAST)
        y.append(y0 if back else y1)
        symbols.append("triangle-left" if back else "triangle-right")
    marker = {"symbol": symbols, "size": TYPE[look.size]["mark"], "color": PALETTE[look.mode]["ink"]}
    told = {"ids": [step["key"] for step in lit], "text": [step_name(step, stations) for step in lit]}
    return {"type": "scatter", "mode": "markers", "x": x, "y": y, "marker": marker, **told, "hovertemplate": HOVER}


def step_name(step: Row, stations: Stations) -> str:
    """ "Low magnesium → Open NMDA channel: animals or cells", as a pointer is told."""
    start, end = (stations[step[place]]["name"] for place in ("start", "end"))
    return f"{start} → {end}: {EVIDENCE_WORDS[step['evidence']]}"


def _where_told(lit: list[Row], stations: Stations) -> dict:
    """Where the words of each lit step stand, for a pointer or a finger."""
    spans, y = [], []
    for (at, height), _, at_end, below in _places_of_words(lit, stations):
        spans.append((at - WORDS_WIDE, at) if at_end else (at, at + WORDS_WIDE))
        y.append(height + (-WORDS_OFF if below else WORDS_OFF))
    ids, told = [step["key"] for step in lit], [step_name(step, stations) for step in lit]
    return targets(spans, y, 2 * WORDS_OFF, ids, told)


def _evidence_notes(lit: list[Row], stations: Stations, look: Look) -> list[dict]:
    """How each step is known, where steps lie apart: at its end, or at its start where several steps meet."""
    return [
        _evidence_note(x, y, step["evidence"], look, at_end=at_end, below=below)
        for (x, y), step, at_end, below in _places_of_words(lit, stations)
    ]


def _places_of_words(lit: list[Row], stations: Stations) -> Iterator[tuple[tuple[float, float], Row, bool, bool]]:
    """Of each step: the end at which its words stand, whether that is its own end, and whether they stand below."""
    arriving = Counter(step["end"] for step in lit)
    told = set()
    for step in lit:
        x0, y0, x1, y1 = _ends(step, stations)
        back = _runs_back(step, stations)
        at_end = arriving[step["end"]] == 1 and not back
        below = back or (not at_end and step["start"] in told)
        if not at_end:
            told.add(step["start"])
        yield ((x1 - LEAST, y1) if at_end else (x0 + LEAST, y0)), step, at_end, below


def _evidence_note(x: float, y: float, evidence: str, look: Look, *, at_end: bool, below: bool) -> dict:
    color, size = PALETTE[look.mode], TYPE[look.size]["small"]
    place = {"xanchor": "right", "xshift": -10} if at_end else {"xanchor": "left", "xshift": 8}
    style = {"color": color["ink"], "size": size, "yshift": -11 if below else 11, "bgcolor": color["bg"]}
    return note(x, y, EVIDENCE_WORDS[evidence], **place, **style, borderpad=0)


# Stations --------------------------------------------------------------------------------------------------------------


def _middle(station: Row) -> tuple[float, float]:
    return COLUMN[station["layer"]], -station["row"]


def _station_box(station: Row, lit: bool, look: Look) -> list[dict]:
    """Its box; on the lit path with an edge in the color of its side."""
    (x, y), color, side = _middle(station), PALETTE[look.mode], station["side"]
    low, high, left = y - HALF_ROW, y + HALF_ROW, x - HALF_BOX
    fill = color[f"{side}_fill"] if lit else color["panel"]
    boxes = [box(left, x + HALF_BOX, low, high, fill, layer="between")]
    if lit:
        boxes.append(box(left, left + 0.005, low, high, color[side], layer="between"))
    return boxes


def _name(station: Row, lit: bool, look: Look) -> dict:
    x, y = _middle(station)
    first = station["layer"] == 0
    name = f"{SIDE_SHAPE[station['side']]} {station['name']}" if first else station["name"]
    ink = PALETTE[look.mode]["ink" if lit else "muted"]
    return note(x, y, wrapped(name, 21), color=ink, size=TYPE[look.size]["small"], xanchor="center", bold=lit)
