"""What a class answered, computed from the answers at the moment it is asked for, and stored nowhere.

`tally` is for the presenter; `shown_tally` for the phones, which get one in the phase "shown" alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, select

from classroom import codes, rows
from classroom.database import reading
from classroom.faults import no_step, not_host
from classroom.questions import Plan, Question, Value
from classroom.tables import ANSWERS
from data.spreadsheets import csv_bytes

BINS = 10
SHARES = {"p10": 0.10, "p25": 0.25, "p50": 0.50, "p75": 0.75, "p90": 0.90}


@dataclass(frozen=True)
class Bin:
    """How many numbers lie from `low` to below `high`; the last holds its upper end too."""

    low: float
    high: float
    count: int


@dataclass(frozen=True)
class Tally:
    """The answers to one question in one round; `n` of them. Nothing in it says whose they are.

    `counts`: of a choice, by key. `orders`: orders with their counts, the most common first; `places`: how often each item
    stood at each place. `quantiles` and `histogram`: of a number. `points`: quantiles of each point of a curve. `values`: all.
    """

    question: Question
    round: int
    n: int
    values: tuple[Value, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    orders: tuple[tuple[tuple[str, ...], int], ...] = ()
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    quantiles: Mapping[str, float] = field(default_factory=dict)
    histogram: tuple[Bin, ...] = ()
    points: tuple[Mapping[str, float], ...] = ()

    def share(self, right: Callable[[Any], bool]) -> float | None:
        """The share of answers for which `right` holds, 0 to 1; None where nobody has answered."""
        return sum(map(right, self.values)) / self.n if self.n else None


def tally(code: str, step: str, round_: int = 1) -> Tally:
    """The tally for the presenter. Raises ClassFault: unknown, step."""
    with reading() as connection:
        lesson = rows.lesson_of(rows.class_row(connection, code))
        return _tally(connection, lesson, code, step, round_)


def shown_tally(code: str) -> tuple[rows.State, Tally | None]:
    """Where a class is, and the tally if the teacher shows one: read in one transaction, so that none slips out."""
    with reading() as connection:
        row = rows.class_row(connection, code)
        current = rows.state_of(row, rows.at_of(connection, None))
        if current.phase != "shown" or current.ended:
            return current, None
        return current, _tally(connection, rows.lesson_of(row), code, current.step, current.round)


def _tally(connection: Connection, lesson: Plan, code: str, step: str, round_: int) -> Tally:
    question = lesson.question(step)
    if question is None:
        raise no_step(step)
    of_step = (ANSWERS.c.code == code) & (ANSWERS.c.step == step) & (ANSWERS.c.round == round_)
    found = connection.execute(select(ANSWERS.c.value).where(of_step)).scalars()
    return counted(question, round_, [json.loads(value) for value in found])


def counted(question: Question, round_: int, values: list[Any]) -> Tally:
    """The tally of these answers."""
    values = sorted(values)  # so that the order in which they came says nothing
    kind: dict[str, Any] = {}
    if question.kind == "choice":
        kind["counts"] = {key: values.count(key) for key in question.options}
    elif question.kind == "ordering":
        kind["orders"] = tuple(Counter(tuple(value) for value in values).most_common())
        kind["places"] = _places(question, values)
    elif question.kind == "number":
        kind["quantiles"], kind["histogram"] = quantiles(values), _histogram(question, values)
    elif values:
        kind["points"] = tuple(quantiles(column) for column in zip(*values, strict=True))
    return Tally(question, round_, len(values), tuple(values), **kind)


def quantiles(numbers: Any) -> dict[str, float]:
    """By name; none of no numbers."""
    if not len(numbers):
        return {}
    return dict(zip(SHARES, np.quantile(numbers, list(SHARES.values())).tolist(), strict=True))


def _places(question: Question, values: list[list[str]]) -> dict[str, tuple[int, ...]]:
    stood = {key: [0] * len(question.options) for key in question.options}
    for order in values:
        for place, key in enumerate(order):
            stood[key][place] += 1
    return {key: tuple(counts) for key, counts in stood.items()}


def _histogram(question: Question, values: list[float]) -> tuple[Bin, ...]:
    counts, edges = np.histogram(values, bins=BINS, range=(question.low, question.high))
    ends = edges.tolist()
    return tuple(Bin(*part) for part in zip(ends[:-1], ends[1:], counts.tolist(), strict=True))


# Export ------------------------------------------------------------------------------------------------------------------


def export_key(code: str, secret: str) -> str:
    """For a link to `export_csv`, in the place of the host's secret: it takes the answers away, and cannot lead the class."""
    return codes.answers_key(code, codes.kept_secret(secret))


def export_csv(code: str, key: str) -> bytes:
    """The tally of every question and round that was answered, a row for each option, bin, order or point.

    Raises ClassFault: unknown; "host" for a key that is not this class's, or of a browser that no longer leads it.
    """
    with reading() as connection:
        row = rows.class_row(connection, code)
        if not codes.same(codes.answers_key(code, row.secret), key):
            raise not_host()
        lesson = rows.lesson_of(row)
        which = (ANSWERS.c.step, ANSWERS.c.round)
        answered = {
            (name, number)
            for name, number in connection.execute(select(*which).where(ANSWERS.c.code == code).distinct())
        }
        found = [
            (step.words, _tally(connection, lesson, code, step.key, round_))
            for step in lesson.asked
            for round_ in sorted(number for name, number in answered if name == step.key)
        ]
    lines = [_about(lesson, words, one) | line for words, one in found for line in _lines(one)]
    return csv_bytes(pd.DataFrame(lines, columns=COLUMNS).astype({"count": "Int64"}))  # a curve has no counts


COLUMNS = ["lesson", "question", "kind", "unit", "round", "answers", "part", "count", *SHARES]


def _about(lesson: Plan, words: str, one: Tally) -> dict[str, Any]:
    asked = one.question
    told = {"lesson": lesson.title, "question": words, "kind": asked.kind, "unit": asked.unit}
    return told | {"round": one.round, "answers": one.n}


def _lines(one: Tally) -> list[dict[str, Any]]:
    asked = one.question
    if asked.kind == "choice":
        return [{"part": asked.options[key], "count": count} for key, count in one.counts.items()]
    if asked.kind == "ordering":
        named = [(" > ".join(asked.options[key] for key in order), count) for order, count in one.orders]
        return [{"part": part, "count": count} for part, count in named]
    if asked.kind == "curve":
        return [{"part": name, **parts} for name, parts in zip(asked.points, one.points, strict=True)]
    bins = [{"part": f"{one_.low:g} to {one_.high:g}", "count": one_.count} for one_ in one.histogram]
    return [{"part": "all", "count": one.n, **one.quantiles}, *bins]
