"""Medicines that meet magnesium: which way, what happens, and how many hours to keep between the two."""

from __future__ import annotations

from functools import cache
from typing import Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field

from data.base import Record, Table, quantity
from data.risk import Figure
from data.sources import Sourced, load_sourced

Way = Literal["magnesium_lowers_drug", "drug_lowers_magnesium", "drug_raises_magnesium", "added_effect"]
WAY_WORDS: dict[Way, str] = {
    "magnesium_lowers_drug": "Magnesium lowers the drug",
    "drug_lowers_magnesium": "Drug lowers magnesium",
    "drug_raises_magnesium": "Drug raises magnesium",
    "added_effect": "Added effect",
}
WAY_SHAPES: dict[Way, str] = {
    "magnesium_lowers_drug": "↓",
    "drug_lowers_magnesium": "▼",
    "drug_raises_magnesium": "▲",
    "added_effect": "+",
}
DrugClass = Literal[
    "antibiotic",
    "bone",
    "thyroid",
    "nerve",
    "diuretic",
    "stomach",
    "heart",
    "anesthesia",
    "cancer",
    "mineral",
    "several",
]
CLASS_WORDS: dict[DrugClass, str] = {
    "antibiotic": "Antibiotic",
    "bone": "Bone medicine",
    "thyroid": "Thyroid hormone",
    "nerve": "Nerve medicine",
    "diuretic": "Diuretic",
    "stomach": "Stomach acid",
    "heart": "Heart and blood pressure",
    "anesthesia": "Anesthesia and opioids",
    "cancer": "Cancer medicine",
    "mineral": "Mineral",
    "several": "Several",
}


class Gap(BaseModel):
    """Hours to keep between drug and magnesium, as one source or for one drug. An order that is not given has no hours."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    who: str = Field(description="The drug, or the advice, the hours hold for")
    before_hours: float | None = quantity("Drug first: hours before magnesium", "hours", default=None, gt=0, le=24)
    before_hours_at_most: float | None = quantity(
        "Upper end where the advice is a range", "hours", default=None, gt=0, le=24
    )
    after_hours: float | None = quantity("Drug second: hours after magnesium", "hours", default=None, gt=0, le=24)
    after_hours_at_most: float | None = quantity(
        "Upper end where the advice is a range", "hours", default=None, gt=0, le=24
    )


class Interaction(Record, Sourced):
    """A medicine, or a few of a kind, and magnesium."""

    drug: str = Field(description="The medicine or medicines")
    drug_class: DrugClass = Field(description="Class of medicine")
    direction: Way = Field(description="Which acts on which")
    effect: str = Field(description="What happens")
    timing: str = Field(description="What to do, and how far apart to take them")
    differs: str | None = Field(None, description="Where sources part")
    gaps: tuple[Gap, ...] = Field((), description="Hours to keep between the two; empty where timing does not help")
    figures: tuple[Figure, ...] = Field((), description="Figures, each with its sources")
    also_searched: tuple[str, ...] = Field(
        (),
        description="Other names, abbreviations and members of the class that a search finds it by; no claim about each",
    )
    seen_on: Literal["primary", "secondary"] = Field(description="Read in the source itself, or on a page repeating it")


INTERACTIONS = Table(
    name="interactions",
    path="reference/interactions.yml",
    row=Interaction,
    title="Interactions",
    description="Medicines that meet magnesium: direction, effect, and the hours to keep between them.",
)


@cache
def load_interactions() -> dict[str, Interaction]:
    """The interactions by key."""
    return {interaction.key: interaction for interaction in load_sourced(INTERACTIONS)}


@cache
def gaps() -> pd.DataFrame:
    """A row for each piece of timing advice: key, drug, who, before_low, before_high, after_low, after_high (hours)."""
    rows = [
        (
            interaction.key,
            interaction.drug,
            gap.who,
            gap.before_hours,
            gap.before_hours_at_most,
            gap.after_hours,
            gap.after_hours_at_most,
            interaction.sources,
        )
        for interaction in load_interactions().values()
        for gap in interaction.gaps
    ]
    columns = ["key", "drug", "who", "before_low", "before_high", "after_low", "after_high", "sources"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns[3:7], float))
