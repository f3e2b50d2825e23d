"""The four outcomes: who is in the sample, who is a case, with which weights and design."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pandas as pd

from pipeline.people import CYCLES, read_people
from pipeline.sources import read_columns
from pipeline.survey import quantiles

EARLY_CYCLES = ("1999-2000", "2001-2002", "2003-2004")
ARTHRITIS_CYCLES = tuple(years for years in CYCLES if "2003" < years < "2017")
QUINTILES = (0.2, 0.4, 0.6, 0.8)


@dataclass(frozen=True)
class Outcome:
    """An outcome: its cycles, age groups, and the function that marks cases among everyone sampled.

    `mark(people)` returns 1.0 for a case, 0.0 for a person known not to be one, NaN for everyone else.
    """

    key: str
    design: str
    cycles: tuple[str, ...]
    ages: dict[str, tuple[int, int]]
    sexes: tuple[str, ...]
    mark: Callable[[pd.DataFrame], pd.Series]

    @property
    def age_range(self) -> tuple[int, int]:
        """Youngest and oldest completed years of age in the sample."""
        return min(low for low, _ in self.ages.values()), max(high for _, high in self.ages.values())


def read_feet(people: pd.DataFrame) -> pd.DataFrame:
    """Number of insensate sites (0-3) on each foot; -1 (not enough information) is missing."""
    sites = {"LEALPN": "left", "LEARPN": "right"}
    feet = pd.concat([read_columns(f"LEXPN{CYCLES[years].suffix}", sites) for years in EARLY_CYCLES])
    return feet.where(feet >= 0).reindex(people.index)


def mark_neuropathy(people: pd.DataFrame) -> pd.Series:
    """1 or more insensate sites on either foot, against 0 on both feet."""
    feet = read_feet(people)
    insensate = (feet >= 1).any(axis=1)
    return insensate.astype(float).where(insensate | (feet == 0).all(axis=1))


def mark_neuropathy_one_foot(people: pd.DataFrame) -> pd.Series:
    """The looser rule of Gregg 2004 and Hicks 2020: 0 on one foot is enough where the other is unknown."""
    feet = read_feet(people)
    return (feet >= 1).any(axis=1).astype(float).where(feet.notna().any(axis=1))


def mark_chronic_pain(people: pd.DataFrame) -> pd.Series:
    """Pain for more than a day in the past month (MPQ100), lasting three months or more (MPQ110 3 or 4)."""
    columns = {"MPQ100": "pain", "MPQ110": "duration"}
    pain = pd.concat([read_columns(f"MPQ{CYCLES[years].suffix}", columns) for years in EARLY_CYCLES])
    pain = pain.reindex(people.index)
    # 7 (refused) and 9 (don't know) leave the duration unknown.
    known = (pain["pain"] == 2) | ((pain["pain"] == 1) & pain["duration"].isin([1, 2, 3, 4]))
    return ((pain["pain"] == 1) & pain["duration"].isin([3, 4])).astype(float).where(known)


def mark_rheumatoid_arthritis(people: pd.DataFrame) -> pd.Series:
    """Women told they have rheumatoid arthritis, against women told of no arthritis; other arthritis dropped."""
    marks = pd.concat([mark_arthritis_cycle(years) for years in ARTHRITIS_CYCLES]).reindex(people.index)
    return marks.where(people["sex"] == "female")


def mark_arthritis_cycle(years: str) -> pd.Series:
    """The question on the type of arthritis changed its name and codes twice."""
    kind, code = ("MCQ190", 1) if years < "2009" else ("MCQ191", 1) if years < "2011" else ("MCQ195", 2)
    answers = read_columns(f"MCQ{CYCLES[years].suffix}", {"MCQ160A": "arthritis", kind: "kind"})
    rheumatoid = (answers["arthritis"] == 1) & (answers["kind"] == code)
    return rheumatoid.astype(float).where(rheumatoid | (answers["arthritis"] == 2))


ADULTS_40 = {"40-59": (40, 59), "60-74": (60, 74), "75+": (75, 150)}
ADULTS_20 = {"20-39": (20, 39), **ADULTS_40}
BOTH = ("female", "male")

OUTCOMES = {
    outcome.key: outcome
    for outcome in [
        Outcome("neuropathy", "1999-2004", EARLY_CYCLES, ADULTS_40, BOTH, mark_neuropathy),
        Outcome("neuropathy_one_foot", "1999-2004", EARLY_CYCLES, ADULTS_40, BOTH, mark_neuropathy_one_foot),
        Outcome("chronic_pain", "1999-2004", EARLY_CYCLES, ADULTS_20, BOTH, mark_chronic_pain),
        Outcome(
            "rheumatoid_arthritis",
            "2003-2016",
            ARTHRITIS_CYCLES,
            {"20-39": (20, 39), "40-59": (40, 59), "60-74": (60, 74), "75+": (75, 80)},
            ("female",),
            mark_rheumatoid_arthritis,
        ),
    ]
}


@cache
def read_population(outcome_key: str) -> pd.DataFrame:
    """Everyone sampled in the outcome's cycles, marked: the frame a design is built on before domains are taken.

    Adds `case` (1, 0 or NaN), `age` (the outcome's age group), `weight_diet` and `weight_exam` (pooled over the
    cycles), and `in_sample`: of age, marked, and with a reliable first-day recall.
    """
    outcome = OUTCOMES[outcome_key]
    people = pd.concat([read_people(years) for years in outcome.cycles])
    people["age"] = age_group(people["age_years"], outcome.ages)
    people["case"] = outcome.mark(people).where(people["age"].notna())
    people["weight_diet"] = pooled_weight(people, "weight_diet", outcome.cycles)
    people["weight_exam"] = pooled_weight(people, "weight_exam", outcome.cycles)
    people["in_sample"] = people["case"].notna() & people["recall_reliable"].eq(True) & people["intake_mg"].notna()
    return people


def age_group(age_years: pd.Series, groups: dict[str, tuple[int, int]]) -> pd.Series:
    """The name of the group whose bounds (both included) hold the age; None outside all of them."""
    ages = pd.Series(None, index=age_years.index, dtype=object)
    for name, (low, high) in groups.items():
        ages[age_years.between(low, high)] = name
    return ages


def pooled_weight(people: pd.DataFrame, kind: str, cycles: tuple[str, ...]) -> pd.Series:
    """Weights over several cycles: each cycle's share is its part of the years; none means 0.

    1999-2002 has weights of its own for four years; the two-year weights of 1999-2000 and 2001-2002 refer to
    different census populations and are not to be pooled (NCHS analytic guidelines).
    """
    weight = people[f"{kind}_2yr"] / len(cycles)
    if "1999-2000" in cycles:
        weight = weight.where(people["cycle"] > "2003", people[f"{kind}_4yr"] * 2 / len(cycles))
    return weight.fillna(0)


@cache
def read_sample(outcome_key: str) -> pd.DataFrame:
    """The analytic sample of an outcome with `quintile` (1-5, by the population-weighted cut points)."""
    people = read_population(outcome_key)
    sample = people[people["in_sample"]].copy()
    sample["quintile"] = assign_quintile(sample["intake_mg"], cut_points(outcome_key))
    return sample


@cache
def cut_points(outcome_key: str) -> tuple[float, ...]:
    """The four population-weighted quintile cut points of first-day intake, mg."""
    people = read_population(outcome_key)
    sample = people[people["in_sample"]]
    return tuple(quantiles(sample["intake_mg"], sample["weight_diet"], QUINTILES))


def assign_quintile(intake_mg: pd.Series, cuts: tuple[float, ...]) -> pd.Series:
    """Quintile 1-5; intervals are closed on the right."""
    return pd.cut(intake_mg, [-1, *cuts, float("inf")], labels=[1, 2, 3, 4, 5]).astype("int64")
