"""Medicines that meet magnesium, as two pages choose and show them."""

from __future__ import annotations

from typing import Any

from components import searching, show
from components.controls import choose
from exhibits.medicine_choices import MedicineChoices
from exhibits.risk.medicines import INTERACTIONS


def which() -> dict[str, Any]:
    """Which medicines. Use inside a panel."""
    ways, classes = choose(MedicineChoices, "way"), choose(MedicineChoices, "drug_class")
    drug = choose(MedicineChoices, "drug", placeholder="doxycycline, cisplatin …")
    return {"way": ways, "drug_class": classes, "drug": drug}


def rows(choices: MedicineChoices) -> None:
    """A row for each medicine found, or that there is none."""
    if not show.exhibit(INTERACTIONS, choices):
        searching.offer_instead(MedicineChoices, "drug", choices.drug)
