"""The unit in which blood levels are told."""

from __future__ import annotations

from data.serum import PER_MMOL_L
from exhibits.choices import Choices, one_of

UNITS = {unit: unit for unit in PER_MMOL_L}


class UnitChoices(Choices):
    """In which unit: `?unit=mg/dL`."""

    unit: str = one_of("Unit", UNITS, default="mmol/L")
