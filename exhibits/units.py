"""The unit in which blood levels are told, which every subject that tells one shares, and a level as a reader types it."""

from __future__ import annotations

from typing import get_args

import pandas as pd

from data.numbers import NumberError
from data.serum import Level, Unit, in_unit, level_text, read_level
from exhibits.base import Markup
from exhibits.choices import Choices, one_of
from exhibits.unit_words import EXPLAINED

UNITS: dict[Unit, str] = {unit: unit for unit in get_args(Unit)}


class UnitChoices(Choices):
    """In which unit: `?unit=mg/dL`."""

    unit: Unit = one_of("Unit", UNITS, default="mmol/L", help=" ".join(EXPLAINED.values()))


def markup_in(markup: Markup, unit: Unit) -> Markup:
    """A table or cards with every level told in `unit`; as the texts have it in mmol/L."""
    if unit == "mmol/L":
        return markup
    said = markup.words
    told = {name: in_unit(said[name], unit) for name in said}
    return Markup.of(in_unit(markup, unit), **told)


def table_in(table: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    """A table with every level of its texts told in `unit`; as they have it in mmol/L."""
    if unit == "mmol/L":
        return table
    return table.map(lambda cell: in_unit(cell, unit) if isinstance(cell, str) else cell)


def level_or_problem(text: str, unit: Unit) -> tuple[Level | None, str]:
    """The level typed, or what to tell the reader; neither where nothing was typed."""
    if not text.strip():
        return None, ""
    try:
        return read_level(text, unit), ""
    except NumberError as problem:
        return None, str(problem)


def in_all_units(level: Level) -> str:
    """The level as typed and in the other two units: "0.7 mmol/L (1.7 mg/dL, 1.4 mEq/L)"."""
    others = (f"{level_text(level.mmol_l, unit)} {unit}" for unit in UNITS if unit != level.unit)
    return f"{as_typed(level)} ({', '.join(others)})"


def as_typed(level: Level) -> str:
    """ "1.8 mg/dL", with no digit lost."""
    return f"{level.value:.10g} {level.unit}"
