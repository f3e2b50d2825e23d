"""Where a lesson names a place in an exhibit's table, what stands there."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pandas as pd

from data.base import DataError
from data.lesson_records import POINTS, Answer, Figure, Question, Reveal, View
from exhibits.base import Exhibit
from exhibits.catalog import catalog, exhibit
from exhibits.choices import ChoiceError, Choices

MOST_NAMED = 8  # rows that are offered in the place of one that is not there


class Right(NamedTuple):
    """The right answer: a number or five with their intervals, or the key of the right option, or all keys in order."""

    values: tuple[float, ...] = ()
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()
    keys: tuple[str, ...] = ()


def chosen(view: View | Reveal) -> tuple[Exhibit, Choices]:
    """The exhibit that is named, with its choices. Raises DataError that says what there is."""
    try:
        shown = exhibit(view.exhibit or "")
        given = {name: [said] if isinstance(said, str) else list(said) for name, said in view.choices.items()}
        return shown, shown.choices.read(given)
    except ChoiceError as problem:
        raise DataError(str(problem)) from None


def rows(view: View, wanted: Mapping[str, str]) -> pd.DataFrame:
    """The rows of the exhibit's table that fit, in its order. Raises DataError for a column or a row there is none of."""
    shown, choices = chosen(view)
    if reason := shown.empty(choices):
        raise DataError(f"'{shown.key}' shows nothing with these choices ({reason}). Choose others")
    table = shown.table(choices)
    for column, said in wanted.items():
        cells = table[_column(shown, table, column)].map(_as_text)
        if not (cells == said).any():
            some = ", ".join(f"'{cell}'" for cell in _alike(said, cells.unique().tolist()))
            raise DataError(f"no row of '{shown.key}' has '{said}' in '{column}'; there is {some}")
        table = table[cells == said]
    return table


def _alike(said: str, cells: Sequence[str]) -> list[str]:
    """Some of the cells: those that hold what was said, then those that are written much like it, else the first."""
    holding = [cell for cell in cells if said.casefold() in cell.casefold()]
    return list(dict.fromkeys((*holding, *get_close_matches(said, cells, MOST_NAMED, 0.5))))[:MOST_NAMED] or list(
        cells[:MOST_NAMED]
    )


def _column(shown: Exhibit, table: pd.DataFrame, column: str) -> str:
    if column not in table.columns:
        there = ", ".join(f"'{name}'" for name in table.columns)
        raise DataError(f"the table of '{shown.key}' has no column '{column}'; it has {there}")
    return column


def _as_text(cell: Any) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def _cells(view: View, wanted: Mapping[str, str], column: str, count: int = 1) -> list[Any]:
    """What stands in a column of exactly `count` rows."""
    found = rows(view, wanted)
    if len(found) != count:
        raise DataError(f"{len(found)} rows of '{view.exhibit}' fit; expected {count}. Say under `row` which")
    shown = catalog()[view.exhibit]
    cells = found[_column(shown, found, column)].tolist()
    if any(cell is None or (isinstance(cell, float) and math.isnan(cell)) for cell in cells):
        raise DataError(f"'{column}' of '{view.exhibit}' is empty there")
    return cells


def _numbers(view: View, wanted: Mapping[str, str], column: str, count: int = 1) -> tuple[float, ...]:
    cells = _cells(view, wanted, column, count)
    try:
        return tuple(map(float, cells))
    except (TypeError, ValueError):
        raise DataError(f"'{column}' of '{view.exhibit}' holds words there, and no number") from None


def figure_text(figure: Figure) -> str:
    """A figure as it is told: "1.42", "1,378", or the words of its cell."""
    if figure.count:
        return f"{len(rows(figure, figure.row)):,}"
    assert figure.column is not None
    (cell,) = _cells(figure, figure.row, figure.column)
    if isinstance(cell, str):
        return cell
    if figure.decimals is not None:
        return f"{cell:,.{figure.decimals}f}"
    return f"{cell:,.0f}" if float(cell).is_integer() else f"{cell:,g}"


def right_answer(question: Question) -> Right | None:
    """What the data say to a question; None where they say nothing."""
    answer = question.answer
    if answer is None:
        return None
    if question.kind in ("number", "curve"):
        return _measured(answer, POINTS if question.kind == "curve" else 1)
    if answer.rows:
        ordered = _ordered(answer)
        return Right(keys=ordered if question.kind == "ordering" else ordered[:1])
    return Right(keys=(_option(answer),))


def _measured(answer: Answer, count: int) -> Right:
    columns = (answer.column, answer.low, answer.high)
    values, low, high = (_numbers(answer, answer.row, column, count) if column else () for column in columns)
    return Right(values, low, high)


def _ordered(answer: Answer) -> tuple[str, ...]:
    """The keys of the options by the numbers in their rows. Raises DataError where two are the same: no order then."""
    found = {key: _numbers(answer, row, answer.column)[0] for key, row in answer.rows.items()}
    if len(set(found.values())) < len(found):
        raise DataError(f"two of the rows have the same '{answer.column}', so they have no order")
    return tuple(sorted(found, key=lambda key: found[key], reverse=answer.first == "highest"))


def _option(answer: Answer) -> str:
    if answer.means:
        (cell,) = _cells(answer, answer.row, answer.column)
        for key, said in answer.means.items():
            if _as_text(cell) == said:
                return key
        raise DataError(f"'{answer.column}' says '{_as_text(cell)}' there, which none of `means` is")
    (value,) = _numbers(answer, answer.row, answer.column)
    below = {start: key for key, start in answer.starts_at.items() if start <= value}
    if not below:
        raise DataError(f"'{answer.column}' is {value:g} there, below every start of `starts_at`")
    return below[max(below)]


def check_reveal(reveal: Reveal) -> None:
    """Raise DataError where what is to be revealed is not there."""
    if reveal.exhibit:
        shown, choices = chosen(reveal)
        if reason := shown.empty(choices):
            raise DataError(f"'{shown.key}' shows nothing with these choices ({reason})")
        return
    url = urlsplit(reveal.address or "/")
    pages = sorted({one.page for one in catalog().values()})
    if url.path.lstrip("/") not in pages:
        raise DataError(f"there is no page '{url.path}'; there is {', '.join('/' + page for page in pages)}")
    if tab := parse_qs(url.query).get("tab"):
        tabs = sorted({one.tab for one in catalog().values() if one.page == url.path.lstrip("/") and one.tab})
        if tab[0] not in tabs:
            raise DataError(f"the page '{url.path}' has no tab '{tab[0]}'; it has {', '.join(tabs)}")
