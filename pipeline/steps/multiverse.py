"""Every analysis the list `pipeline/multiverse.csv` names, one row each. A part of the list is written before it is run.

The first 144 count intake in milligrams and were declared before they were run. The others count it otherwise, or adjust
for energy as a spline; they were added after the first had been seen, and carry the date of their own.
"""

from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from pipeline.arrays import OTHERS, SETS, People, fifth_columns, of_weighted
from pipeline.counted import Counted, counted_of
from pipeline.engine import run_tasks
from pipeline.nutrients import SCALES
from pipeline.outcomes import read_population
from pipeline.steps.tables import write_csv

LISTED = Path(__file__).parent.parent / "multiverse.csv"
CHOICES = {
    "weights": ("dietary", "exam", "none"),
    "case_rule": ("strict", "one_foot"),
    "cuts": ("weighted", "unweighted"),
    "adjustment": tuple(SETS),
    "energy": ("all", "500-5000"),
    "diabetes": ("all", "without"),
    "scale": SCALES,
}
DECLARED_FIRST, DECLARED_LATER = "2026-11-22", "2026-11-26"
"""When the analyses in milligrams with the first three adjustments were listed, and when all others were."""
WEIGHT_COLUMNS = {"dietary": "weight_diet", "exam": "weight_exam", "none": "weight_none"}
ESTIMATE = ("odds_ratio", "ci_low", "ci_high")
OUTCOME_OF_RULE = {"strict": "neuropathy", "one_foot": "neuropathy_one_foot"}


def specifications() -> pd.DataFrame:
    """Every combination of choices, numbered from 1: those declared first before all others."""
    table = pd.DataFrame(product(*CHOICES.values()), columns=list(CHOICES))
    first = (table["scale"] == "amount") & (table["adjustment"] != "full_energy_spline")
    table["declared_on"] = first.map({True: DECLARED_FIRST, False: DECLARED_LATER})
    table = table.sort_values("declared_on", kind="stable", ignore_index=True)
    table.insert(0, "specification", range(1, len(table) + 1))
    return table


def read_specifications() -> pd.DataFrame:
    """The committed list."""
    return pd.read_csv(LISTED)


@cache
def people_weighted(case_rule: str, weights: str) -> People:
    """The people of a case rule, with one of the weights."""
    people = read_population(OUTCOME_OF_RULE[case_rule]).assign(weight_none=1.0)
    return People(people, WEIGHT_COLUMNS[weights])


@cache
def exposure_cut(case_rule: str, cuts: str, scale: str) -> Counted:
    """Everyone's intake, its fifths and its spline by the choice of cut points.

    Cut points (and knots) are fixed on the whole sample of the case rule, before any exclusion.
    """
    people = read_population(OUTCOME_OF_RULE[case_rule])
    amount = people["magnesium_day1"].to_numpy(float)
    return counted_of(people, amount, scale, weighted_cuts=cuts == "weighted")


def chosen_people(people: People, energy: str, diabetes: str) -> np.ndarray:
    """Whom the choices on energy and diabetes leave."""
    inside = np.ones(len(people.case), bool)
    if energy == "500-5000":
        inside &= people.table["energy_kcal"].between(500, 5000).to_numpy()
    if diabetes == "without":
        inside &= (people.table["diabetes"] == "no").to_numpy()
    return inside


def terms_left(adjustment: str, diabetes: str) -> tuple[str, ...]:
    """The terms of an adjustment set; diabetes is none among people without."""
    return tuple(term for term in SETS[adjustment] if diabetes == "all" or term != "diabetes")


class Shared(NamedTuple):
    """What the analyses have in common that share weights, case rule, cut points and the way intake is counted."""

    people: People
    exposure: Counted
    analyses: list[dict]


def run_shared(shared: Shared) -> list[dict]:
    """A row for each of the analyses."""
    return [run_specification(shared.people, shared.exposure, choice) for choice in shared.analyses]


def run_specification(people: People, exposure: Counted, choice: dict) -> dict:
    """Odds ratios of quintiles 1, 2, 4, 5 against 3, and the test of non-linearity, for one row of the list."""
    fifth, spline = of_weighted(people, exposure)
    inside = chosen_people(people, choice["energy"], choice["diabetes"])
    terms = terms_left(choice["adjustment"], choice["diabetes"])
    by_fifth = people.model(fifth_columns(fifth), inside, terms)
    smooth = people.model(spline, inside, terms)
    row = {**choice, "n": len(by_fifth.people), "cases": by_fifth.cases}
    odds = {3: 1.0}
    for quintile, told in zip(OTHERS, by_fifth.odds_ratios(), strict=True):
        row |= {f"q{quintile}_{name}": value for name, value in zip(ESTIMATE, told, strict=True)}
        odds[quintile] = told[0]
    row["lowest_quintile"] = min(sorted(odds), key=odds.__getitem__)
    row["low_arm_excludes_1"] = row["q1_ci_low"] > 1
    row["high_arm_excludes_1"] = row["q5_ci_low"] > 1
    row["nonlinearity_p"] = smooth.fit.wald_test(smooth.exposure[1:])[1]
    return row


def shared_analyses(listed: pd.DataFrame) -> list[Shared]:
    """The list in parts that go to a worker as one."""
    parts = []
    for (rule, weights, cuts, scale), rows in listed.groupby(["case_rule", "weights", "cuts", "scale"], sort=False):
        exposure = exposure_cut(rule, cuts, scale)
        parts.append(Shared(people_weighted(rule, weights), exposure, rows.to_dict("records")))
    return parts


def run(folder: Path, scheduler: str = "") -> None:
    """Write multiverse.csv, one row per specification of the list."""
    listed = read_specifications()
    assert listed.equals(specifications()), "pipeline/multiverse.csv: is not every combination of the choices, once"
    parts = run_tasks(run_shared, shared_analyses(listed), label="multiverse", scheduler=scheduler)
    table = pd.DataFrame([row for part in parts for row in part]).sort_values("specification")
    last = ["scale", "declared_on"]  # so that the columns that were there keep their places
    write_csv(table[[*table.columns.drop(last), *last]], folder / "multiverse.csv", digits=6)
