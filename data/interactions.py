"""Medicines that meet magnesium: which way, what happens, and how many hours to keep between the two."""

from __future__ import annotations

from functools import cache
from typing import Literal

import pandas as pd
from pydantic import ConfigDict, Field

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
    "antiviral",
    "infection",
    "bone",
    "thyroid",
    "nerve",
    "diuretic",
    "stomach",
    "heart",
    "anesthesia",
    "cancer",
    "immune",
    "blood",
    "mineral",
    "several",
]
CLASS_WORDS: dict[DrugClass, str] = {
    "antibiotic": "Antibiotic",
    "antiviral": "Antiviral",
    "infection": "Fungi, parasites and other infections",
    "bone": "Bone medicine",
    "thyroid": "Thyroid hormone",
    "nerve": "Nerve medicine",
    "diuretic": "Diuretic",
    "stomach": "Stomach acid",
    "heart": "Heart and blood pressure",
    "anesthesia": "Anesthesia and opioids",
    "cancer": "Cancer medicine",
    "immune": "Immune system and joints",
    "blood": "Blood platelets",
    "mineral": "Mineral",
    "several": "Several",
}


Basis = Literal["measured", "advised"]
BASIS_WORDS: dict[Basis, str] = {
    "measured": "these hours were tested in people",
    "advised": "advice, no test of it was read",
}


class Gap(Sourced):
    """Hours to keep between drug and magnesium, as one source or for one drug, with the sources of these very hours.

    An order that is not given has no hours.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    who: str = Field(description="The drug, or the advice, the hours hold for", max_length=34)
    before_hours: float | None = quantity("Drug first: hours before magnesium", "hours", default=None, gt=0, le=24)
    before_hours_at_most: float | None = quantity(
        "Upper end where the advice is a range", "hours", default=None, gt=0, le=24
    )
    after_hours: float | None = quantity("Drug second: hours after magnesium", "hours", default=None, gt=0, le=24)
    after_hours_at_most: float | None = quantity(
        "Upper end where the advice is a range", "hours", default=None, gt=0, le=24
    )
    basis: Basis = Field(description="How the hours are known: tested in people, or advised")


class Interaction(Record, Sourced):
    """A medicine, or a few of a kind, and magnesium."""

    drug: str = Field(description="The medicine or medicines")
    drug_class: DrugClass = Field(description="Class of medicine")
    direction: Way = Field(description="Which acts on which")
    effect: str = Field(description="What happens")
    timing: str = Field(description="What to do, and how far apart to take them")
    differs: str | None = Field(None, description="Where sources part")
    gaps: tuple[Gap, ...] = Field((), description="Hours to keep between the two; empty where none is known")
    figures: tuple[Figure, ...] = Field((), description="Figures, each with its sources")
    named: tuple[str, ...] = Field((), description="Further medicines that the sources name")
    also_searched: tuple[str, ...] = Field(
        (),
        description="Other names, abbreviations and members of the class that a search finds it by; no claim about each",
    )
    seen_on: Literal["primary", "secondary"] = Field(description="Read in the source itself, or on a page repeating it")

    @property
    def names(self) -> str:
        """Every name that the medicine or its class is searched by."""
        whose = (gap.who for gap in self.gaps)
        return ", ".join((self.drug, CLASS_WORDS[self.drug_class], *whose, *self.named, *self.also_searched))


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
    """A row for each piece of timing advice that was read in its own sources.

    Columns: key, drug, who, before_low, before_high, after_low, after_high (hours), basis, sources.
    """
    rows = [
        (
            interaction.key,
            interaction.drug,
            gap.who,
            gap.before_hours,
            gap.before_hours_at_most,
            gap.after_hours,
            gap.after_hours_at_most,
            gap.basis,
            gap.sources,
        )
        for interaction in load_interactions().values()
        for gap in interaction.gaps
        if gap.verified
    ]
    columns = ["key", "drug", "who", "before_low", "before_high", "after_low", "after_high", "basis", "sources"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns[3:7], float))
