"""What fits: rows go, from the last of the longest table on, until the sheet has one page and its sources a second."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import ceil

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
FULL = 0.95  # of a page, above its margin
GUESSES = 4  # before what is left is halved: rows differ in height, so a guess may be wrong again and again


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

    def made(gone: Sequence[tuple[int, int]]) -> OnePage:
        return without(choices, whole, gone, ANYWHERE)

    fewest = _fewest(len(order), lambda count: rows_over(made(order[:count])))
    if fewest > len(order):
        parts = ", ".join(SECTIONS[key] for key in choices.included)
        raise ChoiceError("include", parts, ("fewer of these parts: all together do not fit on one page",))
    gone = order[:fewest]
    for row in reversed(gone[-TRIED_AGAIN - 1 : -1]):  # a shorter one may find room where a longer one did not
        fewer = [one for one in gone if one != row]
        gone = fewer if fits(made(fewer)) else gone
    return tuple(gone)


def _fewest(most: int, over: Callable[[int], float]) -> int:
    """How many rows must go at least, and `most` + 1 where all are too few; `over` says about how many are still too many.

    Each sheet that is measured tells where to look next, until GUESSES were made.
    """
    low, high, tried, measured = 0, most + 1, 0, 0
    while low < high:
        left = over(tried)
        measured += 1
        low, high = (tried + 1, high) if left > 0 else (low, tried)
        near = tried + ceil(left) if measured < GUESSES else (low + high) // 2
        tried = max(low, min(near, high - 1))
    return low


def rows_over(page: OnePage) -> float:
    """About how many rows are too many, by their mean height: above 0 where the sheet or its sources need more than their page."""
    sheet, _ = ends = typst.ends(page)
    rows = sum(len(block.rows) for block in (*page.blocks, *page.after))
    about = (sheet - FULL) / sheet * rows
    return min(about, 0) if _are_pages(ends) else max(about, 1)


def fits(page: OnePage) -> bool:
    """Whether the sheet ends on its first page and the sources on the second."""
    return _are_pages(typst.ends(page))


def _are_pages(ends: Sequence[float]) -> bool:
    return tuple(map(ceil, ends)) == PAGES


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
