"""What a brief is put together from: sections of rows, each row with its sources and the exhibit it was taken from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from data.serum import Unit, in_unit
from exhibits.base import Exhibit
from exhibits.choices import Choices


@dataclass(frozen=True)
class Row:
    """A row of a section; `name` says which it is where it had to go, an `extra` row goes before any other."""

    cells: tuple[str, ...]
    sources: tuple[str, ...]
    name: str
    extra: bool = False

    def told_in(self, unit: Unit) -> Row:
        """The same with its blood levels in this unit."""
        return replace(self, cells=tuple(in_unit(cell, unit) for cell in self.cells))


@dataclass(frozen=True)
class Said:
    """A sentence with its sources."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A table of a brief, taken from `exhibit` as it is shown by `shown`.

    `refers` says what its numbers refer to: people, time, base. `keeps` is how many rows never go, from the first on.
    """

    key: str
    heading: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    exhibit: Exhibit
    shown: Choices
    refers: str = ""
    lead: Said | None = None  # a sentence that stands above the table
    keeps: int = 1

    def with_rows(self, rows: tuple[Row, ...]) -> Section:
        """The same with other rows."""
        return replace(self, rows=rows)
