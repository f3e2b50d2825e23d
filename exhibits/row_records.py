"""Records that are rows: what a mark opens where the exhibit's own table has a row for it, told column by column."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection
from typing import Any

import pandas as pd
from pandas.api.types import is_bool, is_number

from exhibits.base import Opens
from exhibits.markdown import plain

FEW = re.compile(r"[^a-z0-9]+")


def row_key(*named: str) -> str:
    """The key of a row by what names it: "Women, 20 to 39" is women-20-to-39. It stands in the address and in `ids`."""
    return FEW.sub("-", " ".join(named).lower()).strip("-")


def opens_rows(
    name: str,
    label: str,
    table: Callable[[Any], pd.DataFrame],
    *by: str,
    caveat: str,
    kind: str = "",
    without: Collection[str] = (),
) -> Opens:
    """What the marks of an exhibit open whose table has a row for each: that row in full, then the caveat.

    `by` are the columns that name a row together, an empty cell left out, with `kind` behind them; where a table of other choices lacks them, its first
    column does. Columns that say nothing of one row alone, or only how it was computed, are left out (`without`); the table has them.
    """

    def rows(choices: Any) -> dict[str, tuple[str, dict[str, Any]]]:
        shown = table(choices)
        whole = set(by) <= set(shown.columns)
        named = list(by) if whole else [shown.columns[0]]
        found = {}
        for row in shown.to_dict("records"):
            parts = [str(row[column]) for column in named if not pd.isna(row[column])]
            rest = {
                str(column): value for column, value in row.items() if column not in named and column not in without
            }
            found[row_key(*parts)] = (", ".join(parts) + (kind if whole else ""), rest)
        return found

    def names(choices: Any) -> dict[str, str]:
        return {key: said for key, (said, _) in rows(choices).items()}

    def told(choices: Any, key: str) -> str:
        said, rest = rows(choices)[key]
        return f"### {plain(said)}\n\n" + "\n".join(_lines(rest)) + f"\n\n{caveat}"

    return Opens(name, label, names=names, told=told, keys="the name of a row of the table")


def _lines(row: dict[str, Any]) -> list[str]:
    """A line a column; an empty cell has none, and the bounds of an interval stand behind its estimate."""
    cells = [(column, value) for column, value in row.items() if not pd.isna(value)]
    said: list[str] = []
    for place, (column, value) in enumerate(cells):
        after = cells[place + 1] if place + 1 < len(cells) else ("", math.nan)
        if said and _bound(column, "from") and _bound(after[0], "to"):
            said[-1] += f" ({_figure(value)} to {_figure(after[1])})"
        elif not (place and _bound(column, "to") and _bound(cells[place - 1][0], "from")):
            said.append(f"- {plain(column)}: {_told(value)}")
    return said


def _bound(column: str, end: str) -> bool:
    return bool(re.search(rf"(^|[ ,]){end}$", column))


def _told(value: Any) -> str:
    """A number in bold, a link as one, all else as text."""
    if is_number(value) and not is_bool(value):
        return f"**{_figure(value)}**"
    return f"[open]({value})" if str(value).startswith("https://") else plain(str(value))


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) and abs(value) >= 1000 else f"{value:g}"
