"""What fits: rows go, from the last of the longest table on, until the sheet has one page and its sources a second."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from brief.choices import BriefChoices
from brief.ready import SECTIONS
from brief.record import record, sections
from brief.section import Section
from exhibits.choices import ChoiceError
from sheets import typst
from sheets.one_page import OnePage

TRIED_AGAIN = 8  # rows that went, whether a shorter sheet has room for them after all
ANYWHERE = "https://example.org"
PAGES = (1, 2)  # where the sheet ends, and its sources


def fitted(choices: BriefChoices, home: str) -> OnePage:
    """The sheet with as many rows as fit on its paper; it says which had to go. Its type size never changes.

    `home` is the dashboard's address. Raises ChoiceError where it does not fit with the fewest rows.
    """
    return without(choices, sections(choices), _gone(choices), home)


@lru_cache(maxsize=256)
def _gone(choices: BriefChoices) -> tuple[tuple[int, int], ...]:
    """The rows that must go, each by its section and place: wherever the dashboard is, its code takes the same room."""
    whole = sections(choices)
    order = goes_first(whole)

    def fit(gone: Sequence[tuple[int, int]]) -> bool:
        return fits(without(choices, whole, gone, ANYWHERE))

    if not fit(order):
        parts = ", ".join(SECTIONS[key] for key in choices.included)
        raise ChoiceError("include", parts, ("fewer of these parts: all together do not fit on one page",))
    low, high = 0, len(order)
    while low < high:  # the fewest rows that must go
        middle = (low + high) // 2
        low, high = (low, middle) if fit(order[:middle]) else (middle + 1, high)
    gone = order[:low]
    for row in reversed(gone[-TRIED_AGAIN - 1 : -1]):  # a shorter one may find room where a longer one did not
        fewer = [one for one in gone if one != row]
        gone = fewer if fit(fewer) else gone
    return tuple(gone)


def fits(page: OnePage) -> bool:
    """Whether the sheet ends on its first page and the sources on the second."""
    return typst.ends(page) == PAGES


def without(choices: BriefChoices, whole: Sequence[Section], gone: Sequence[tuple[int, int]], home: str) -> OnePage:
    """The sheet without these rows, each by its section and place."""
    out = set(gone)
    kept = [
        section.with_rows(tuple(row for place, row in enumerate(section.rows) if (at, place) not in out))
        for at, section in enumerate(whole)
    ]
    names = [(whole[at].heading, whole[at].rows[place].name) for at, place in sorted(out)]
    return record(choices, kept, names, home)


def goes_first(whole: Sequence[Section]) -> list[tuple[int, int]]:
    """The rows that may go, first to go first: single results, then the last row of the table that is longest then."""
    left = {at: list(range(len(section.rows))) for at, section in enumerate(whole)}
    order: list[tuple[int, int]] = []
    while droppable := {
        at: place for at, section in enumerate(whole) if (place := _last(section, left[at])) is not None
    }:
        extra = [at for at, place in droppable.items() if whole[at].rows[place].extra]
        at = max(extra or droppable, key=lambda one: (len(left[one]) - whole[one].keeps, one))
        order.append((at, droppable[at]))
        left[at].remove(droppable[at])
    return order


def _last(section: Section, left: list[int]) -> int | None:
    """The row of a section that would go next; None where none may.

    Extra rows first: the last below the row that has most of them, and of the last such row where several have as many.
    """
    below: list[list[int]] = [[]]
    for place in left:
        if section.rows[place].extra:
            below[-1].append(place)
        else:
            below.append([])
    if most := max(map(len, below)):
        return [rows for rows in below if len(rows) == most][-1][-1]
    return left[-1] if len(left) > section.keeps else None
