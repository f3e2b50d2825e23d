"""The unit in which blood levels are told."""

from __future__ import annotations

from typing import get_args

from data.serum import Unit
from exhibits.choices import Choices, one_of
from exhibits.unit_words import EXPLAINED

UNITS: dict[Unit, str] = {unit: unit for unit in get_args(Unit)}


class UnitChoices(Choices):
    """In which unit: `?unit=mg/dL`."""

    unit: Unit = one_of("Unit", UNITS, default="mmol/L", help=" ".join(EXPLAINED.values()))
