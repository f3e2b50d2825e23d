"""A picture as steps, to be read aloud or heard: the rows of its table, each with its figure and interval as a sentence.

Read from the table that a reader may take away, not from the drawing: so the interval, the number of people and the remark come
along, and whatever is withheld there is withheld here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from exhibits.base import Exhibit
from exhibits.choices import Choices

FROM, TO = re.compile(r"(.*?)\bfrom\b(.*)", re.I), re.compile(r"(.*?)\bto\b(.*)", re.I)
PEOPLE = "People, unweighted"
REMARKS = ("Remark",)
NO_FIGURES = (" id", "Analysis")  # numbers that count nothing
NUMBERS = (int, float, np.number)
MOST_FIGURES = 4
LONGEST_LABEL = 160


@dataclass(frozen=True)
class Step:
    """One stop: what it is called, what is said there, and what is heard (None: nothing)."""

    label: str
    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Series:
    """Stops one after another, of one figure. `name` is the column that it is, unit included; "" where there is no figure."""

    name: str
    steps: list[Step] = field(default_factory=list)


@dataclass(frozen=True)
class Figure:
    """A column of the table, and those of its interval ("" where it has none)."""

    value: str
    low: str = ""
    high: str = ""


def series_of(shown: Exhibit, choices: Choices) -> list[Series]:
    """The table of an exhibit as series, one for each of its figures (`figures_of`); as one of words where it has none.

    What the exhibit says is heard first (`Exhibit.heard`) comes first. Empty where there is nothing to see.
    """
    if shown.empty(choices):
        return []
    table = shown.table(choices)
    first = shown.heard_first(choices)
    figures = sorted(
        figures_of(table), key=lambda figure: first.index(figure.value) if figure.value in first else len(first)
    )
    return [_series(table, figure) for figure in figures[:MOST_FIGURES]] or [_told(table)]


def figures_of(table: pd.DataFrame) -> list[Figure]:
    """What can be heard of a table: figures with intervals, else ranges, else its columns of numbers."""
    columns = [str(name) for name in table.columns]
    numbers = [name for name in columns if _is_number(table[name]) and not name.endswith(NO_FIGURES)]
    pairs = [at for at in range(len(columns) - 1) if _is_pair(columns[at], columns[at + 1], numbers)]
    if valued := [at for at in pairs if at and columns[at - 1] in numbers and at - 2 not in pairs]:
        return [Figure(columns[at - 1], columns[at], columns[at + 1]) for at in valued]
    if pairs:
        return [Figure("", columns[at], columns[at + 1]) for at in pairs]
    named = columns[:1] if columns[:1] == numbers[:1] and len(numbers) > 1 else []  # the dose of a curve is no figure
    return [Figure(name) for name in numbers if name not in (PEOPLE, *named)] or [Figure(name) for name in numbers]


def _is_pair(low: str, high: str, numbers: list[str]) -> bool:
    """Whether two columns are the ends of one interval or range: "95% from" and "95% to"."""
    start, end = FROM.match(low), TO.match(high)
    if not (start and end and low in numbers and high in numbers):
        return False
    return high == "to" or start[1].lower() == end[1].lower()


def _is_number(column: pd.Series) -> bool:
    return is_numeric_dtype(column) and not is_bool_dtype(column)


def _series(table: pd.DataFrame, figure: Figure) -> Series:
    name = figure.value or _range_name(figure.low)
    names = _named_by(table, figure)
    rows = table.to_dict("records")
    steps = [_step(name, _label(names, row) or f"Row {at}", row, figure) for at, row in enumerate(rows, 1)]
    return Series(name, steps)


def _range_name(low: str) -> str:
    """What a range is called after its lower end: "Range (mmol/L)" of "From (mmol/L)"."""
    before, after = FROM.match(low).groups()  # type: ignore[union-attr]
    return f"{before.rstrip(' ,')}{' ' if before else 'Range'}{after.lstrip(', ') if before else after}"


def _named_by(table: pd.DataFrame, figure: Figure) -> list[str]:
    """The columns that say what a row is: the words before the figure, and a number (a dose) where they do not tell rows apart."""
    before = list(table.columns[: list(table.columns).index(figure.value or figure.low)])
    words = [name for name in before if not _is_number(table[name])]
    doses = [name for name in before if _is_number(table[name]) and name != PEOPLE]
    return [*words, *doses[:1]] if not words or table.duplicated(words).any() else words


def _label(names: list[str], row: dict[str, Any]) -> str:
    """What a row is called, nothing twice."""
    there = [name for name in names if _there(row[name])]
    said = [
        f"{name} {_number(row[name])}" if isinstance(row[name], NUMBERS) else str(row[name]).rstrip(".")
        for name in there
    ]
    return _cut(", ".join(part for at, part in enumerate(said) if part.lower() not in map(str.lower, said[:at])))


def _step(name: str, label: str, row: dict[str, Any], figure: Figure) -> Step:
    value, low, high = (
        _float(row.get(column)) if column else None for column in (figure.value, figure.low, figure.high)
    )
    people = f"; {_number(row[PEOPLE])} people" if PEOPLE in row and _there(row[PEOPLE]) and name != PEOPLE else ""
    unit = f" {row['Unit']}" if _there(row.get("Unit")) and "ratio" not in name.lower() else ""
    remark = "".join(f" {row[column]}" for column in REMARKS if column in row and _there(row[column]))
    if figure.value and value is None:
        return Step(label, f"{label}: {name} not shown{people}.{remark}")
    said = [_number(value)] if figure.value else []
    if low is not None and low == high and not figure.value:
        said.append(_number(low))
    elif low is not None and high is not None:
        said.append(f"between {_number(low)} and {_number(high)}")
    elif low is not None:
        said.append(f"{_number(low)} and more")
    elif high is not None:
        said.append(f"up to {_number(high)}")
    return Step(label, f"{label}: {name} {', '.join(said)}{unit}{people}.{remark}", value, low, high)


def _told(table: pd.DataFrame) -> Series:
    """A table of words alone: each row is read."""
    rows = table.to_dict("records")
    first = str(table.columns[0]) if len(table.columns) else ""
    return Series("", [_row(first, row) for row in rows])


def _row(first: str, row: dict[str, Any]) -> Step:
    rest = [
        f"{name}{'' if name.endswith('?') else ':'} {value}"
        for name, value in row.items()
        if name not in (first, "Link", "Sources") and _there(value)
    ]
    return Step(_cut(str(row[first])), ". ".join([str(row[first]), *rest]))


def _there(value: Any) -> bool:
    return value is not None and value is not pd.NA and value == value and value != ""


def _float(value: Any) -> float | None:
    return float(value) if _there(value) and np.isfinite(float(value)) else None


def _number(value: Any) -> str:
    return f"{float(value):,.6g}" if float(value) < 1e6 else f"{float(value):,.0f}"


def _cut(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"
