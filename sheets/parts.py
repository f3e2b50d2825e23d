"""What a sheet is made of, whatever it becomes: a PDF (`typst.py`) or a page (`pages.py`). Every text is text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Title:
    """The head of a sheet."""

    text: str
    under: str = ""


@dataclass(frozen=True)
class Heading:
    """The head of a part."""

    text: str


@dataclass(frozen=True)
class Words:
    """A paragraph; a `note` is in small letters."""

    text: str
    note: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Listed:
    """A list: bullets, letters, boxes to write into, or boxes with a letter to tick."""

    items: tuple[str, ...]
    marks: Literal["bullet", "letter", "box", "tick"] = "bullet"


@dataclass(frozen=True)
class Rules:
    """Empty lines to write on; `begins` is what the first begins with."""

    count: int
    begins: str = ""


@dataclass(frozen=True)
class Scale:
    """A line from `low` to `high` to put a cross on."""

    low: str
    high: str
    unit: str


@dataclass(frozen=True)
class Grid:
    """An empty picture to draw a curve in: named points along, a scale up; `found` are the heights on the teacher's."""

    points: tuple[str, ...]
    low: float
    high: float
    unit: str
    found: tuple[float, ...] = ()


@dataclass(frozen=True)
class Pairs:
    """What may be heard, and what to say then."""

    pairs: tuple[tuple[str, str], ...]


Part = Title | Heading | Words | Listed | Rules | Scale | Grid | Pairs


@dataclass(frozen=True)
class Sheet:
    """A sheet: its parts in order, its language, what stands at its foot, and the address behind its code to scan."""

    title: str
    language: str
    parts: tuple[Part, ...]
    foot: str
    address: str = ""
