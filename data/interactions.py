"""Medicines that meet magnesium: which way, what happens, and how many hours to keep between the two."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Literal

import pandas as pd
from pydantic import ConfigDict, Field

from data.base import Record, RecordError, Table, quantity
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
    together: tuple[tuple[str, ...], ...] = Field(
        (), description="Of a pair: keys of the medicines that are its first part, and of those that are its second"
    )
    seen_on: Literal["primary", "secondary"] = Field(description="Read in the source itself, or on a page repeating it")

    @property
    def names(self) -> str:
        """Every name that the medicine or its class is searched by, brands included."""
        whose = (gap.who for gap in self.gaps)
        brands = (f"{brand.brand}, {brand.substance}" for brand in load_brands().get(self.key, ()))
        others = (*whose, *self.named, *self.also_searched, *brands)
        return ", ".join((self.drug, CLASS_WORDS[self.drug_class], *others))

    @property
    def brands(self) -> tuple[str, ...]:
        """Brands of the medicine that were read, in alphabetical order."""
        return tuple(brand.brand for brand in load_brands().get(self.key, ()))

    def is_pair_of(self, keys: Collection[str]) -> bool:
        """Whether this is a pair of which both parts are among the medicines given."""
        return bool(self.together) and all(set(part) & set(keys) for part in self.together)


class Brand(Record, Sourced):
    """A brand and the medicine it stands for: it helps the search and makes no claim about the product."""

    brand: str = Field(description="The brand as the source prints it")
    substance: str = Field(description="What is in it")
    medicine: str = Field(description="Key of the interaction that it is found under")


INTERACTIONS = Table(
    name="interactions",
    path="reference/interactions.yml",
    row=Interaction,
    title="Interactions",
    description="Medicines that meet magnesium: direction, effect, and the hours to keep between them.",
    cautions=("own_reading", "kidneys"),
)


BRANDS = Table(
    name="medicine_brands",
    path="reference/medicine_brands.yml",
    row=Brand,
    title="Brands of medicines",
    description="Brand names that the search knows, each with the substance and where it was read.",
)


@cache
def load_interactions() -> dict[str, Interaction]:
    """The interactions by key. Raises RecordError where a pair names an unknown medicine."""
    interactions = {interaction.key: interaction for interaction in load_sourced(INTERACTIONS)}
    for one in interactions.values():
        for key in (key for part in one.together for key in part):
            if key not in interactions:
                raise RecordError(INTERACTIONS.file, one.key, "together", f"names '{key}', which the table lacks")
    return interactions


@cache
def load_brands() -> dict[str, tuple[Brand, ...]]:
    """The brands of each medicine. Raises RecordError where one names an unknown medicine."""
    known = {interaction.key for interaction in load_sourced(INTERACTIONS)}
    found: dict[str, tuple[Brand, ...]] = {}
    for brand in sorted(load_sourced(BRANDS), key=lambda one: one.brand):
        if brand.medicine not in known:
            raise RecordError(
                BRANDS.file, brand.key, "medicine", f"is '{brand.medicine}', which interactions.yml lacks"
            )
        found[brand.medicine] = (*found.get(brand.medicine, ()), brand)
    return found


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
