"""Which nutrients are tested beside magnesium, and in which column of which survey each stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Nutrient:
    """A nutrient of the first-day recall: `column` follows DRXT (1999-2002) or DR1T (from 2003)."""

    key: str
    name: str
    unit: str
    column: str


NUTRIENTS = {
    nutrient.key: nutrient
    for nutrient in (
        Nutrient("magnesium", "Magnesium", "mg", "MAGN"),
        Nutrient("phosphorus", "Phosphorus", "mg", "PHOS"),
        Nutrient("calcium", "Calcium", "mg", "CALC"),
        Nutrient("potassium", "Potassium", "mg", "POTA"),
        Nutrient("zinc", "Zinc", "mg", "ZINC"),
        Nutrient("protein", "Protein", "g", "PROT"),
        Nutrient("fiber", "Fiber", "g", "FIBE"),
        Nutrient("carbohydrate", "Carbohydrate", "g", "CARB"),
        Nutrient("fat", "Fat", "g", "TFAT"),
        Nutrient("energy", "Energy", "kcal", "KCAL"),
        Nutrient("caffeine", "Caffeine", "mg", "CAFF"),
        Nutrient("alcohol", "Alcohol", "g", "ALCO"),
        Nutrient("sodium", "Sodium", "mg", "SODI"),
        Nutrient("sugars", "Sugars", "g", "SUGR"),
    )
}
"""By key. Sodium is DRDTSODI in 1999-2002; sugars were first recorded in 2001-2002, so their sample is smaller."""

SCALES = ("amount", "density", "residual")
"""How intake is counted: as it is; per 1,000 kcal of that day; or adjusted for energy by the residual method."""

MOST_WITHOUT = 0.4
"""A nutrient that a larger share did not eat at all that day has no fifths."""


def column_of(nutrient: Nutrient, years: str) -> str | None:
    """The column of a survey's first-day file; None where the survey did not record the nutrient."""
    if nutrient.key == "sugars" and years == "1999-2000":
        return None
    if years > "2003":
        return f"DR1T{nutrient.column}"
    return f"{'DRDT' if nutrient.key == 'sodium' else 'DRXT'}{nutrient.column}"
