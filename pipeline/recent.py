"""Adults of the two latest surveys, with two recall days and supplements, for the intake tables."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from pipeline.outcomes import ADULTS_20, age_group
from pipeline.people import (
    CYCLES,
    DIABETES,
    SEXES,
    kidney_class,
    label,
    medicine_use,
    read_people,
)
from pipeline.sources import read_columns, read_nhanes

RACES = {1: "mexican-american", 2: "other-hispanic", 3: "white", 4: "black", 6: "asian", 7: "other"}


@dataclass(frozen=True)
class RecentCycle:
    """A survey with two recall days, and how its files are named.

    `laboratory` and `prescriptions` are None where CDC has published none with what is needed: 2021-2023 has no
    creatinine here and no drug names.
    """

    years: str
    prefix: str
    suffix: str
    weight_day1: str
    weight_two_days: str
    laboratory: str | None
    prescriptions: str | None

    def file(self, topic: str) -> str:
        """A file's name."""
        return f"{self.prefix}{topic}{self.suffix}"


RECENT = {
    cycle.years: cycle
    for cycle in [
        RecentCycle("2017-2020", "P_", "", "WTDRD1PP", "WTDR2DPP", "P_BIOPRO", "P_RXQ_RX"),
        RecentCycle("2021-2023", "", "_L", "WTDRD1", "WTDR2D", None, None),
    ]
}


@cache
def read_recent(years: str) -> pd.DataFrame:
    """Everyone with a first-day dietary weight; `adult` marks those of 20 and over with a reliable first day.

    food_mg is day 1, food_day2_mg day 2 (missing without a reliable second day), supplement_mg the average day of the
    past month (0 where none with magnesium was taken).
    """
    cycle = RECENT[years]
    people = read_columns(
        cycle.file("DEMO"),
        {
            "RIAGENDR": "sex",
            "RIDAGEYR": "age_years",
            "RIDRETH3": "race",
            "INDFMPIR": "income_ratio",
            "SDMVSTRA": "stratum",
            "SDMVPSU": "psu",
        },
    )
    for part in (read_recalls, read_supplements, read_recent_conditions):
        people = people.join(part(cycle))
    people["sex"], people["race"] = label(people["sex"], SEXES), label(people["race"], RACES)
    people["age"] = age_group(people["age_years"], ADULTS_20)
    people["income"] = income_class(people["income_ratio"])
    people["ckd"] = kidney_class(people)
    people = people[people["weight"] > 0].astype({"stratum": "int64", "psu": "int64"})
    people["adult"] = people["age"].notna() & people["food_mg"].notna()
    return people


def read_recalls(cycle: RecentCycle) -> pd.DataFrame:
    """Both recall days; an unreliable day is missing."""
    day1 = read_columns(
        cycle.file("DR1TOT"),
        {
            "DR1TMAGN": "food_mg",
            "DR1DRSTZ": "status1",
            cycle.weight_day1: "weight",
            cycle.weight_two_days: "weight_two_days",
        },
    )
    day2 = read_columns(cycle.file("DR2TOT"), {"DR2TMAGN": "food_day2_mg", "DR2DRSTZ": "status2"})
    both = day1.join(day2)
    both["food_mg"] = both["food_mg"].where(both["status1"] == 1)
    two_days = (both["status1"] == 1) & (both["status2"] == 1) & (both["weight_two_days"] > 0)
    both["food_day2_mg"] = both["food_day2_mg"].where(two_days)
    return both.drop(columns=["status1", "status2"])


def read_supplements(cycle: RecentCycle) -> pd.DataFrame:
    """Magnesium from supplements and antacids, mg on an average day of the past 30; missing means none taken."""
    return read_columns(cycle.file("DSQTOT"), {"DSQTMAGN": "supplement_mg"}).fillna(0.0)


def read_recent_conditions(cycle: RecentCycle) -> pd.DataFrame:
    """Diabetes, creatinine and medicines, as far as the survey has published them."""
    conditions = read_columns(cycle.file("DIQ"), {"DIQ010": "diabetes"})
    conditions["diabetes"] = label(conditions["diabetes"], DIABETES)
    conditions["creatinine_mg_dl"] = np.nan
    if cycle.laboratory:
        conditions["creatinine_mg_dl"] = read_columns(cycle.laboratory, {"LBXSCR": "creatinine_mg_dl"})
    if cycle.prescriptions:
        return conditions.join(medicine_use(read_nhanes(cycle.prescriptions), "RXDUSE"))
    return conditions.assign(diuretic=None, ppi=None)


def income_class(income_ratio: pd.Series) -> pd.Series:
    """Family income under 130%, 130 to 349%, and 350% or more of the poverty line."""
    classes = pd.cut(income_ratio, [-1, 1.3, 3.5, np.inf], right=False, labels=["under130", "130-349", "350plus"])
    return classes.astype(object).where(income_ratio.notna(), None)


@cache
def read_cycle_intake(years: str) -> pd.DataFrame:
    """Everyone with a first-day weight of any cycle since 1999, with food_mg and `adult`, for the trend."""
    if years in RECENT:
        return read_recent(years)
    people = read_people(years)
    people = people[people["weight_diet_2yr"] > 0].rename(columns={"weight_diet_2yr": "weight"})
    people["food_mg"] = people["intake_mg"].where(people["recall_reliable"].eq(True))
    people["adult"] = (people["age_years"] >= 20) & people["food_mg"].notna()
    return people


TREND_CYCLES = (*(years for years in CYCLES if years < "2017"), *RECENT)
