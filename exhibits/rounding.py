"""Rounding and sentences: a number is rounded once, here, to what the data can bear."""

from __future__ import annotations

from collections.abc import Iterable


def number(value: float, digits: int = 0) -> str:
    """The number as read aloud: "1,480", "0.75", a true minus sign."""
    return f"{value:,.{digits}f}".replace("-", "−")


def apart(value: float, marks: Iterable[float | None], digits: int = 0) -> int:
    """The digits at which the value does not look like a mark that it is not: 350.4 beside 350 needs one more."""
    others = [mark for mark in marks if mark is not None and mark != value]
    while digits < 4 and any(number(value, digits) == number(mark, digits) for mark in others):
        digits += 1
    return digits


def span(low: float, high: float, digits: int = 0) -> str:
    """A range: "150–220"."""
    return f"{number(low, digits)}–{number(high, digits)}"


def percent(share: float, digits: int = 1) -> str:
    """A proportion from 0 to 1 as percent: "14.8%"."""
    return f"{number(share * 100, digits)}%"
