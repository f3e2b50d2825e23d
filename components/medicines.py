"""Medicines that meet magnesium, as two pages choose and show them."""

from __future__ import annotations

from typing import Any

from components import searching, show, ways
from components.controls import choose
from components.line import Line
from exhibits.medicine_choices import MedicineChoices, magnesium_itself
from exhibits.risk.medicines import INTERACTIONS, intro
from exhibits.safety import safety


def which(asked: Line) -> dict[str, Any]:
    """Which medicines."""
    drug = choose(MedicineChoices, "drug", placeholder="doxycycline, cisplatin …")
    with asked.drawer():
        ways, classes = choose(MedicineChoices, "way"), choose(MedicineChoices, "drug_class")
        unit = choose(MedicineChoices, "unit")
    return {"way": ways, "drug_class": classes, "drug": drug, "unit": unit}


def rule() -> None:
    """What stands above every list of medicines."""
    show.alert(f"**{safety('any-medicine')}**", intro(), key="medicines")


def rows(choices: MedicineChoices, *, missed: bool = True) -> None:
    """A row for each medicine found, or that there is none; `missed` False where those not found are told already."""
    if missed:
        more = f"{magnesium_itself(choices.drug)} {safety('medicine-not-listed')}".strip()
        searching.tell_missed(MedicineChoices, "drug", choices.drug, more=more)
    if not show.exhibit(INTERACTIONS, choices):
        if magnesium_itself(choices.drug):
            ways.to("risk-groups", "What laxatives, antacids and supplements with magnesium do", {"find": choices.drug})
        else:
            searching.offer_instead(MedicineChoices, "drug", choices.drug)
