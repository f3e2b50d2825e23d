"""Numbers as people write them: every field and every link reads them here, so that none is taken for another.

A comma and a point are both read as the decimal sign. "1,200" and "1.200" could be a thousand or one, so they are asked
back, unless another sign in them tells which is which; blanks and apostrophes between thousands leave no doubt. A unit
behind the number is read too: the field's own, or one that comes to it by a factor; any other is asked back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.outside import visible

MOST_WRITTEN = 40  # characters; nothing longer is meant as a number
UNITS: dict[str, tuple[str, ...]] = {
    "mg": ("mg", "milligram", "milligrams"),
    "g": ("g", "gram", "grams", "gramme", "grammes"),
    "µg": ("µg", "μg", "ug", "mcg", "microgram", "micrograms"),
    "mmol": ("mmol", "mmols"),
    "mEq": ("meq", "meqs"),
    "kcal": ("kcal", "kcals", "kilocalorie", "kilocalories"),
    "years": ("years", "year", "yr", "yrs"),
    "servings": ("servings", "serving"),
    "%": ("%", "percent", "per cent"),
    "mmol/L": ("mmol/l",),
    "mg/dL": ("mg/dl",),
    "mEq/L": ("meq/l",),
}
"""A unit → how people write it, in small letters."""
_MASS_MG = {"mg": 1.0, "g": 1000.0, "µg": 0.001}
FACTORS: dict[str, Mapping[str, float]] = {
    "mg": _MASS_MG,
    "g": {unit: mg / 1000 for unit, mg in _MASS_MG.items()},
    "kcal": {"kcal": 1.0},
    "years": {"years": 1.0},
    "servings": {"servings": 1.0},
    "%": {"%": 1.0},
}
"""Of each unit that a field can be in: the units that are understood there, and what one of them comes to."""
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


_WITH_UNIT = re.compile(r"(.*[\d½¼¾][.,]?)\s*(\D*)", re.DOTALL)
_UNIT_OF = {written: unit for unit, forms in UNITS.items() for written in forms}


def split_unit(text: str) -> tuple[str, str]:
    """The number and the unit behind it, neither read yet: "1,8 mg / dL." gives "1,8" and "mg/dL"; "" where none is."""
    found = _WITH_UNIT.fullmatch(text.strip()) if len(text) <= MOST_WRITTEN else None
    if not found:
        return text, ""
    number, written = found.groups()
    return number, re.sub(r"\s*/\s*", "/", written.strip().rstrip(".").rstrip())


def unit_named(written: str) -> str | None:
    """The unit as we write it ("MG/DL" is mg/dL), or None for one that is not known."""
    return _UNIT_OF.get(written.casefold())


def read_quantity(text: str, unit: str, factors: Mapping[str, float] | None = None) -> float:
    """The number in `unit`, whatever unit of `factors` stands behind it: "0,4 g" is 400 in mg. Raises NumberError."""
    number, written = split_unit(text)
    if not written:
        return read_number(text)
    factors = FACTORS[unit] if factors is None else factors
    named = unit_named(written)
    if named is None or named not in factors:
        understood = " or ".join(factors)
        raise NumberError(
            f"“{_short(text)}” cannot be read here. Write a number alone, or with {understood} behind it."
        )
    return round(read_number(number) * factors[named], 9)


@dataclass(frozen=True)
class Range:
    """What a field, and a link to it, takes: numbers from `low` to `high`, without decimals where `whole`.

    `unit` is what a number alone is in; where it is given, a number with a unit is read too.
    """

    low: float
    high: float
    whole: bool = False
    unit: str = ""

    @property
    def words(self) -> str:
        """What is allowed."""
        return f"a {'whole ' if self.whole else ''}number from {self.low:g} to {self.high:g}"

    def holds(self, number: float) -> bool:
        """Whether it lies in the range."""
        return self.low <= number <= self.high

    def read(self, text: str) -> float:
        """The number written. Raises NumberError, which says what is allowed."""
        number = read_quantity(text, self.unit) if self.unit else read_number(text)
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
    seen = visible(text)
    return seen if len(seen) <= 40 else seen[:39] + "…"
