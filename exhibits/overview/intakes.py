"""The ruler of daily intakes: bands that change color at what is needed and, for supplements alone, at a limit."""

from __future__ import annotations

import pandas as pd

from exhibits.base import Look
from exhibits.layout import axis, box, note
from exhibits.palette import PALETTE, TYPE
from exhibits.rows import Row, records

ENDS_MG = {180: 250, 260: 400}  # highest value shown → right end of the ruler; else END_MG
END_MG = 600


# Rows ------------------------------------------------------------------------------------------------------------------


def intake_row(group: str, **values: object) -> dict[str, object]:
    """A row of the ruler; `values` are those that it has.

    average_mg and goal_mg with goal_term (food and all other sources), limit_low_mg and limit_high_mg with
    limit_low_name and limit_high_name (supplements only), or `nothing`: why there is none.
    """
    empty = {"average_mg": None, "goal_mg": None, "goal_term": "", "nothing": ""}
    empty |= {"limit_low_mg": None, "limit_low_name": "", "limit_high_mg": None, "limit_high_name": ""}
    return {"group": group, **empty, **values}


def as_intakes(rows: list[dict[str, object]]) -> pd.DataFrame:
    """The rows as a table, NaN where there is no amount."""
    frame = pd.DataFrame(rows)
    amounts = [name for name in frame.columns if name.endswith("_mg")]
    return frame.astype(dict.fromkeys(amounts, "float64"))


def intakes_in_words(intakes: pd.DataFrame) -> str:
    """Every mark of every row, for the alternative text."""
    return ". ".join(
        f"{row['group']}: {', '.join(_needs_in_words(row) + _limits_in_words(row)) or 'no value is set'}"
        for row in records(intakes)
    )


def _needs_in_words(row: Row) -> list[str]:
    needs = [("average need", row["average_mg"]), (row["goal_term"], row["goal_mg"])]
    return [f"{name} {mg:.0f} mg" for name, mg in needs if pd.notna(mg)]


def _limits_in_words(row: Row) -> list[str]:
    return [f"{name} {mg:.0f} mg" for mg, name in _limits(row)]


# Bands -----------------------------------------------------------------------------------------------------------------


def ruler_axis(intakes: pd.DataFrame, look: Look) -> dict:
    """Milligrams a day, as far as the highest value needs."""
    end, narrow = _end(intakes), look.size == "narrow"
    step = 50 if end == 250 else 200 if narrow and end == END_MG else 100
    ticks = list(range(step if narrow else 0, end, step))  # on a phone a 0 at the very edge would be cut off
    return axis(*look, range=[0, end], domain=[0 if narrow else 0.17, 1], tickvals=ticks, showgrid=False)


def _end(intakes: pd.DataFrame) -> int:
    highest = intakes[["goal_mg", "limit_low_mg", "limit_high_mg"]].max(axis=None)
    return next((end for most, end in ENDS_MG.items() if highest <= most), END_MG)


def bands(intakes: pd.DataFrame, look: Look, **axes: str) -> tuple[list[dict], list[dict]]:
    """The bands, one row each, and the notes on them; `axes` are their xref and yref."""
    shapes, notes, end = [], [], _end(intakes)
    for y, row in enumerate(records(intakes)[::-1]):
        boxes, words = _band(row, y, end, look, axes)
        shapes += boxes
        notes += words
    return shapes, notes


def anchor(**axes: str) -> dict:
    """An unseen point: plotly draws an axis, and the notes on it, only where a trace is."""
    return {"type": "scatter", "x": [0], "y": [0], "opacity": 0, "hoverinfo": "skip", **axes}


def _band(row: Row, y: int, end: int, look: Look, axes: dict[str, str]) -> tuple[list[dict], list[dict]]:
    color, narrow = PALETTE[look.mode], look.size == "narrow"
    low, high = (y - 0.42, y + 0.06) if narrow else (y - 0.32, y + 0.32)
    beside = {"color": color["ink"], "size": TYPE[look.size]["body"], "xref": "paper", "yref": axes["yref"]}
    name = note(0, y + 0.28 if narrow else y, row["group"], **beside)
    marks = _marks(row, short=narrow)
    if not marks:
        inside = {"color": color["ink"], "size": TYPE[look.size]["small"], "xshift": 6, **axes}
        return [box(0, end, low, high, color["panel"], **axes)], [
            name,
            note(0, (low + high) / 2, row["nothing"], **inside),
        ]
    starts = [0, *(mg for mg, _ in marks)]
    parts = zip(starts, [*starts[1:], end], _fills(row, marks), strict=True)
    boxes = [box(x0, x1, low, high, color[fill], **axes) for x0, x1, fill in parts]
    return boxes, [name, *_mark_words(marks, (low + high) / 2, look, axes)]


def _mark_words(marks: list[tuple[float, str]], y: float, look: Look, axes: dict[str, str]) -> list[dict]:
    """The words of the last mark lie behind it, on the full color; those of any before stand before it."""
    color, small = PALETTE[look.mode], {"size": TYPE[look.size]["small"], **axes}
    (last_mg, last), *first = reversed(marks)
    before = {"color": color["ink"], "xanchor": "right", "xshift": -5, **small}
    return [
        note(last_mg, y, last, color=color["bg"], xshift=6, **small),
        *(note(mg, y, word, **before) for mg, word in first),
    ]


def _fills(row: Row, marks: list[tuple[float, str]]) -> tuple[str, ...]:
    """The colors from left to right. Below an AI or a lone limit: what lies there has no meaning of its own."""
    limits = ("panel", "toxicity_fill", "toxicity")
    fills = limits if _limits(row) else ("deficiency_fill", "balance_fill", "balance")
    return fills if len(marks) > 1 else ("panel", fills[2])


def _marks(row: Row, *, short: bool) -> list[tuple[float, str]]:
    """Where the bands of one row change, in mg, with the words beside each line."""
    needs = [(row["average_mg"], "EAR"), (row["goal_mg"], row["goal_term"])]
    limits = _limits(row)
    marks = [(mg, f"{name} {mg:.0f}") for mg, name in limits or needs if pd.notna(mg)]
    if short or not marks:
        return marks
    tail = ": loose stools come first" if limits else ": the amount to aim for"
    return [*marks[:-1], (marks[-1][0], marks[-1][1] + tail)]


def _limits(row: Row) -> list[tuple[float, str]]:
    ends = [(row[f"limit_{end}_mg"], row[f"limit_{end}_name"]) for end in ("low", "high")]
    return [(mg, name) for mg, name in ends if pd.notna(mg)]
