"""Whether an exhibit shows what it showed in an earlier version, and what became of each figure that does not."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from data.releases import load_release, order
from data.revisions import Revision, load_revisions
from exhibits.base import Exhibit
from exhibits.catalog import catalog

THE_LOG = "revisions"  # the log of corrections itself: it grows with every version
MOST_ROWS = 400  # of an exhibit that are kept
LONGEST_NAME = 120  # characters
NUMBER = re.compile(r"\d")


class Change(NamedTuple):
    """One figure then and now; None where there was none, or is none any more."""

    row: str
    column: str
    old: Any
    new: Any


def figures(one: Exhibit) -> list[dict[str, Any]]:
    """The rows of an exhibit as it is shown first, as JSON has them: their names, and every value with a number in it."""
    table = one.table(one.shown_first).head(MOST_ROWS)
    rows = json.loads(table.to_json(orient="records", double_precision=10))
    return [_figures(row) for row in rows]


def _figures(row: dict[str, Any]) -> dict[str, Any]:
    name = next((column for column, value in row.items() if isinstance(value, str)), "")
    told = {
        column: value for column, value in row.items() if isinstance(value, int | float) or NUMBER.search(str(value))
    }
    return {name: row[name][:LONGEST_NAME]} | told if name and name not in told else told


def every_figure() -> dict[str, list[dict[str, Any]]]:
    """The rows of every exhibit, by its key: what is kept of a release."""
    return {key: figures(one) for key, one in catalog().items() if key != THE_LOG}


def changes(one: Exhibit, version: str) -> list[Change] | None:
    """What differs from that version, as it is shown first; None where that version's figures were not kept."""
    kept = load_release(version)
    if one.key not in kept:
        return None
    old, new = _by_row(kept[one.key]), _by_row(figures(one))
    return [
        Change(row, column, old.get(row, {}).get(column), new.get(row, {}).get(column))
        for row in dict.fromkeys([*old, *new])
        for column in dict.fromkeys([*old.get(row, {}), *new.get(row, {})])
        if old.get(row, {}).get(column) != new.get(row, {}).get(column)
    ]


def reasons(one: Exhibit, version: str) -> list[Revision]:
    """What the log says of changes after that version on the page of the exhibit, or on every page."""
    pages = {one.page or "overview", "every page"}
    return [entry for entry in load_revisions() if order(entry.version) > order(version) and entry.page in pages]


def _by_row(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Rows by the first text in them, with a number where it comes again."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        name = next((value for value in row.values() if isinstance(value, str)), "row")
        again = sum(1 for known in found if known == name or known.startswith(f"{name} #"))
        found[f"{name} #{again + 1}" if again else name] = row
    return found
