"""Who is more likely to have too little or too much magnesium: groups, their figures, and the profile's questions."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field

from data.base import Record, RecordError, Table, quantity, read_records
from data.sources import Sourced, load_sourced

Direction = Literal["deficiency", "toxicity"]
Kind = Literal["age", "condition", "medicine", "habit"]
Strength = Literal["strong", "moderate", "weak", "conflicting", "listed"]
Level = Literal[
    "established_physiology", "human_trial", "human_observational", "animal_or_in_vitro", "hypothesis", "textbook"
]

DIRECTION_WORDS: dict[Direction, str] = {"deficiency": "Too little", "toxicity": "Too much"}
KIND_WORDS: dict[Kind, str] = {"age": "Age", "condition": "Condition", "medicine": "Medicine", "habit": "Habit"}
STRENGTH_WORDS: dict[Strength, str] = {
    "strong": "Strong",
    "moderate": "Moderate",
    "weak": "Weak",
    "conflicting": "Conflicting",
    "listed": "Only listed",
}
LEVEL_WORDS: dict[Level, str] = {
    "established_physiology": "textbook physiology",
    "human_trial": "tested in people",
    "human_observational": "observed in people",
    "animal_or_in_vitro": "animal or laboratory work",
    "hypothesis": "plausible, not tested directly",
    "textbook": "in textbooks, no study read here",
}


class Part(BaseModel):
    """One of several figures that stand side by side."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str = Field(description="Whom or what the figure holds for")
    value: float = Field(description="The figure, in the unit of its parent")


class Figure(Sourced):
    """A figure or finding with its own sources. Only what the source gives is filled in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(description="Stable name of the figure", pattern=r"^[a-z0-9_]+$")
    statement: str = Field(description="What the figure says, in a sentence")
    counterpoint: bool = Field(False, description="True where it speaks against the group being at risk, or for less")
    value: float | None = Field(None, description="The figure, in `unit`")
    low: float | None = Field(None, description="Lower end where a range is reported, in `unit`")
    high: float | None = Field(None, description="Upper end where a range is reported, in `unit`")
    ci_low: float | None = Field(None, description="Lower bound of the 95% interval; empty where not read")
    ci_high: float | None = Field(None, description="Upper bound of the 95% interval; empty where not read")
    parts: tuple[Part, ...] = Field((), description="Figures side by side, such as users and non-users")
    unit: str | None = Field(None, description="Unit of the figures; empty for a finding without a number")
    measure: Literal["odds_ratio", "relative_risk"] | None = Field(None, description="Kind of ratio, where it is one")
    compares: str | None = Field(None, description="Who is compared with whom, where the figure is a ratio")
    outcome: Literal["low", "high"] | None = Field(None, description="Low or high blood magnesium, for a ratio")
    note: str | None = Field(None, description="What to know about the figure")
    seen_on: Literal["primary", "secondary"] = Field(
        description="primary: read in the source itself or its abstract; secondary: on a page that repeats it"
    )

    @property
    def words(self) -> str:
        """The number with unit and interval as read: "1.71 (95% interval 1.33 to 2.19), odds ratio"; "" without one."""
        unit = f"{'' if (self.unit or '').startswith('%') else ' '}{self.unit}"
        if self.parts:
            return "; ".join(f"{part.value:g}{unit} {part.label}" for part in self.parts)
        if self.low is not None and self.high is not None:
            return f"{self.low:,g} to {self.high:,g}{unit}"
        if self.value is None:
            return ""
        return f"{self.unit} {self.value:g}{self.interval}" if self.measure else f"{self.value:g}{unit}{self.interval}"

    @property
    def interval(self) -> str:
        """The 95% interval in words, with an end that was not read named as such."""
        if self.ci_low is not None and self.ci_high is not None:
            return f" (95% interval {self.ci_low:g} to {self.ci_high:g})"
        if self.ci_low is not None:
            return f" (95% interval from {self.ci_low:g}; its upper end was not on the page read)"
        return " (no interval on the page read)" if self.measure else ""


class RiskGroup(Record, Sourced):
    """People more likely than others to have too little, or too much, magnesium."""

    name: str = Field(description="The group")
    short: str = Field(description="The group in a few words, for charts", max_length=34)
    direction: Direction = Field(description="Which way the risk goes")
    kinds: tuple[Kind, ...] = Field(description="What makes someone a member", min_length=1)
    strength: Strength = Field(description="How well the group's risk is supported: our reading, not a GRADE rating")
    evidence_level: Level = Field(description="What kind of evidence there is")
    mechanism: str = Field(description="Why the risk is thought to be there")
    note: str | None = Field(None, description="What to know about the group")
    examples: tuple[str, ...] = Field((), description="Members of the group, where it is a list")
    from_age_years: float | None = quantity(
        "Age from which the profile counts someone in: our choice, as sources name no single age",
        "years",
        default=None,
        ge=0,
    )
    below_age_years: float | None = quantity(
        "Age below which alone the profile counts someone in", "years", default=None, gt=0
    )
    profile: tuple[str, ...] = Field((), description="Keys of profile_items; any one of them counts someone in")
    also_searched: tuple[str, ...] = Field(
        (),
        description="Other names, abbreviations and members of the class that a search finds it by; no claim about each",
    )
    seen_on: Literal["primary", "secondary"] = Field(description="Read in the source itself, or on a page repeating it")
    figures: tuple[Figure, ...] = Field((), description="Figures and counterpoints, each with its sources")

    def applies(self, age_years: float | None, chosen: Collection[str]) -> bool:
        """Whether the profile makes someone a member: of an age that fits, and one of the items asked for."""
        if not self.fits(age_years):
            return False
        return not self.profile or any(item in chosen for item in self.profile)

    def fits(self, age_years: float | None) -> bool:
        """Whether someone of this age can be a member; not where an age is needed and none is given."""
        low, high = self.from_age_years, self.below_age_years
        if age_years is None:
            return low is None and high is None
        return (low is None or age_years >= low) and (high is None or age_years < high)


class ProfileItem(Record):
    """One thing a reader can say of themselves on "Who is at risk". Nothing is stored."""

    kind: Literal["condition", "medicine", "habit"] = Field(description="Where it is asked")
    label: str = Field(description="Label of the choice; part of links")


RISK_GROUPS = Table(
    name="risk_groups",
    path="reference/risk_groups.yml",
    row=RiskGroup,
    title="Risk groups",
    description="Groups more likely to have too little or too much magnesium: why, how sure, and the figures.",
    cautions=("association",),
)
PROFILE_ITEMS = Table(
    name="profile_items",
    path="reference/profile_items.yml",
    row=ProfileItem,
    title="Profile",
    description="What the profile asks for, to light up the risk groups that apply.",
)


@cache
def load_risk_groups() -> dict[str, RiskGroup]:
    """The groups by key, deficiency first. Raises RecordError where one names an unknown profile item."""
    groups = {group.key: group for group in load_sourced(RISK_GROUPS)}
    for group in groups.values():
        for item in group.profile:
            if item not in load_profile_items():
                expected = ", ".join(load_profile_items())
                raise RecordError(RISK_GROUPS.file, group.key, "profile", f"names '{item}'; expected one of {expected}")
    return groups


@cache
def load_profile_items() -> dict[str, ProfileItem]:
    """The questions of the profile by key."""
    return {item.key: item for item in read_records(PROFILE_ITEMS)}


@cache
def ratios() -> pd.DataFrame:
    """Every ratio of every group: group, name, statement, measure, compares, outcome, ratio, ci_low, ci_high, sources."""
    rows = [
        {
            "group": group.key,
            "name": group.short,
            "statement": figure.statement,
            "measure": figure.measure,
            "compares": figure.compares,
            "outcome": figure.outcome,
            "ratio": figure.value,
            "ci_low": figure.ci_low,
            "ci_high": figure.ci_high,
            "sources": figure.sources,
        }
        for group in load_risk_groups().values()
        for figure in group.figures
        if figure.measure and figure.verified
    ]
    return pd.DataFrame(rows).astype({"ci_low": float, "ci_high": float})


def groups_that_apply(age_years: float | None, chosen: Collection[str]) -> tuple[RiskGroup, ...]:
    """The groups a profile lights up, in file order; `chosen` are keys of profile items. Computes no score."""
    return tuple(group for group in load_risk_groups().values() if group.applies(age_years, chosen))
