"""The vocabulary of columns: what a column of this name means, in which unit, within which limits, said once.

A record type takes a column by its name, `n: int = column("n")`, and says more only where its table means more.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from pydantic import Field

Outcome = Literal["neuropathy", "neuropathy_one_foot", "chronic_pain", "rheumatoid_arthritis"]
Sex = Literal["female", "male"]
AnySex = Literal["all", "female", "male"]
AgeGroup = Literal["20-39", "40-59", "60-74", "75+"]
Race = Literal["mexican-american", "other-hispanic", "white", "black", "other"]
BmiGroup = Literal["under25", "25-29", "30plus", "unknown"]
YesNo = Literal["yes", "no", "unknown"]
Adjustment = Literal["crude", "demographic", "full"]
AnyAdjustment = Literal["crude", "demographic", "full", "full_energy_spline"]
Scale = Literal["amount", "density", "residual"]


class Column(NamedTuple):
    """What a column means; `limits` are pydantic's (ge, le, gt, lt)."""

    description: str
    unit: str = ""
    limits: Mapping[str, Any] = MappingProxyType({})


COLUMNS: dict[str, Column] = {
    # Who
    "outcome": Column("Outcome"),
    "sex": Column("Sex as recorded in the survey"),
    "age": Column(
        "Age group, years; of rheumatoid arthritis, women of 81 and over are left out before 2007, and from then on recorded as 80"
    ),
    "race": Column("Race and Hispanic origin as recorded in the survey"),
    "diabetes": Column("Told by a doctor of diabetes"),
    "ckd": Column("Estimated GFR below 60 mL/min/1.73 m² (CKD-EPI 2021)"),
    "diuretic": Column("Takes a prescribed diuretic"),
    "ppi": Column("Takes a prescribed proton pump inhibitor"),
    "bmi": Column("Body mass index group, kg/m²"),
    "weak_kidneys": Column("Told by a doctor of weak or failing kidneys"),
    "cycle": Column("Survey years"),
    # Sampling
    "design": Column("Survey years pooled", limits={"pattern": r"^\d{4}-\d{4}$"}),
    "stratum": Column("Sampling stratum of the survey (masked)", limits={"ge": 1}),
    "psu": Column("Primary sampling unit within the stratum (masked)", limits={"ge": 1}),
    "n": Column("People seen", "people", {"ge": 1}),
    "cases": Column("People with the outcome", "people", {"ge": 0}),
    "population": Column("Sum of the dietary day-1 weights", "people represented", {"gt": 0}),
    # Intake
    "intake_band": Column("Number of the intake band, from 0; bounds in the table of intake bands", limits={"ge": 0}),
    "quintile": Column("Fifth of the population by intake, 1 lowest", limits={"ge": 1, "le": 5}),
    "intake_low_mg": Column("Lower bound, not included", "mg/day", {"ge": 0}),
    "intake_high_mg": Column("Upper bound, included; empty for no bound", "mg/day", {"gt": 0}),
    "intake_mg": Column("Magnesium from food, first recall day", "mg/day", {"ge": 0}),
    "intake_mean_mg": Column("Weighted mean magnesium from food, first recall day", "mg/day", {"ge": 0}),
    # Estimates
    "adjustment": Column("What was adjusted for: nothing, age with sex and race, or the full set of the methods"),
    "odds_ratio": Column("Odds ratio (1: no difference)", "ratio", {"gt": 0}),
    "ci_low": Column("Lower bound of the 95% interval", limits={"ge": 0}),
    "ci_high": Column("Upper bound of the 95% interval", limits={"ge": 0}),
    "se": Column("Standard error", limits={"ge": 0}),
    "df": Column("Degrees of freedom", limits={"ge": 1}),
    "p": Column("p value of the test", limits={"ge": 0, "le": 1}),
    "flag": Column("Why it should not be shown, or be read with care"),
    "reliable": Column("Whether it may be shown by the standard of NCHS"),
}


def column(name: str, *, of: str = "", unit: str = "", default: Any = ..., **limits: Any) -> Any:
    """The field of a record for the column `name`; `of` is what this table adds to its meaning."""
    known = COLUMNS[name]
    told = unit or known.unit
    extra: dict[str, Any] = {"json_schema_extra": {"unit": told}} if told else {}
    description = f"{known.description}{of}"
    return Field(default, description=description, **{**known.limits, **limits}, **extra)
