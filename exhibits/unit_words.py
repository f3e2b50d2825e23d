"""What the units of blood levels are, for a reader who has not met them; more than one subject says it."""

from __future__ import annotations

from data.serum import Unit

EXPLAINED: dict[Unit, str] = {
    "mmol/L": "The unit mmol/L (millimoles in a liter) counts the particles of magnesium in a liter of blood.",
    "mg/dL": "The unit mg/dL tells the milligrams of magnesium in a tenth of a liter of blood.",
    "mEq/L": "The unit mEq/L (milliequivalents in a liter) counts electric charges, of which each particle of magnesium has two.",
}
