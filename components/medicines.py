"""Medicines that meet magnesium, as two pages choose and show them."""

from __future__ import annotations

from functools import partial
from typing import Any

from components import show
from components.controls import choose
from exhibits.medicine_choices import MedicineChoices
from exhibits.risk.medicines import INTERACTIONS


def which() -> dict[str, Any]:
    """Which medicines. Use inside a panel."""
    ways, classes = choose(MedicineChoices, "way"), choose(MedicineChoices, "drug_class")
    drug = choose(MedicineChoices, "drug", placeholder="doxycycline, cisplatin …")
    return {"way": ways, "drug_class": classes, "drug": drug}


def cards(choices: MedicineChoices) -> None:
    """A card for each medicine found and their download, or that there is none."""
    if show.exhibit(INTERACTIONS, choices):
        show.download(partial(INTERACTIONS.table, choices), name="interactions")
