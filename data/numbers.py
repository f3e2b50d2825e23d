"""Numbers as people write them: every field and every link reads them here, so that none is taken for another.

A comma and a point are both read as the decimal sign. "1,200" and "1.200" could be a thousand or one, so they are asked
back, unless another sign in them tells which is which; blanks and apostrophes between thousands leave no doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_WRITTEN = 40  # characters; nothing longer is meant as a number
_HALVES = str.maketrans(
    {"½": ".5", "¼": ".25", "¾": ".75", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'"}
)
_ONE_SIGN = re.compile(r"([+-]?)([1-9]\d{0,2}(?:([ '])\d{3})(?:\3\d{3})*|\d*)(?:[.,](\d*))?", re.ASCII)
_THOUSANDS = re.compile(r"([+-]?)([1-9]\d{0,2}(?:([.,])\d{3})(?:\3\d{3})*)(?!\3)(?:[.,](\d+))?", re.ASCII)


class NumberError(ValueError):
    """A number that cannot be used; the message says what was expected."""


def read_number(text: str) -> float:
    """The number that a reader typed: "62.5", "62,5", "1 200", "1½", "1.234,5". Raises NumberError."""
    written = text.strip().translate(_HALVES)
    if len(text) <= MOST_WRITTEN and (found := _ONE_SIGN.fullmatch(written)) and re.search(r"\d", written):
        sign, whole, _, decimals = found.groups("")
        if len(decimals) == 3 and re.fullmatch(r"[1-9]\d{0,2}", whole):
            small = f"{whole}.{decimals}".rstrip("0").rstrip(".") if decimals.endswith("0") else f"{whole}.{decimals}0"
            raise NumberError(f"“{text}” could be {whole}{decimals} or {small}. Write one of these two.")
        return float(f"{sign}{re.sub('[^0-9]', '', whole) or 0}.{decimals or 0}")
    if len(text) <= MOST_WRITTEN and (found := _THOUSANDS.fullmatch(written)):
        sign, whole, _, decimals = found.groups("")
        return float(f"{sign}{re.sub('[^0-9]', '', whole)}.{decimals or 0}")
    raise NumberError(f"“{_short(text)}” is not a number. Write it in digits, such as 400 or 62.5.")


@dataclass(frozen=True)
class Range:
    """What a field, and a link to it, takes: numbers from `low` to `high`, without decimals where `whole`."""

    low: float
    high: float
    whole: bool = False

    @property
    def words(self) -> str:
        """What is allowed."""
        return f"a {'whole ' if self.whole else ''}number from {self.low:g} to {self.high:g}"

    def holds(self, number: float) -> bool:
        """Whether it lies in the range."""
        return self.low <= number <= self.high

    def read(self, text: str) -> float:
        """The number written. Raises NumberError, which says what is allowed."""
        number = read_number(text)
        if self.whole and number != int(number):
            raise NumberError(f"“{_short(text)}” is not a whole number. Allowed: {self.words}.")
        if not self.holds(number):
            raise NumberError(f"“{_short(text)}” is out of range. Allowed: {self.words}.")
        return number

    def takes(self, text: str) -> bool:
        """Whether it can be read and lies in the range."""
        try:
            self.read(text)
        except NumberError:
            return False
        return True


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
