"""Every analysis the list `pipeline/multiverse.csv` names, one row each. The list is written before it is run."""

from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.models import ADJUSTMENTS, SPLINE, add_spline, fit_logistic, knots_of, quintile_odds
from pipeline.outcomes import QUINTILES, assign_quintile, read_population
from pipeline.steps.tables import write_csv
from pipeline.survey import quantiles

LISTED = Path(__file__).parent.parent / "multiverse.csv"
CHOICES = {
    "weights": ("dietary", "exam", "none"),
    "case_rule": ("strict", "one_foot"),
    "cuts": ("weighted", "unweighted"),
    "adjustment": tuple(ADJUSTMENTS),
    "energy": ("all", "500-5000"),
    "diabetes": ("all", "without"),
}
WEIGHT_COLUMNS = {"dietary": "weight_diet", "exam": "weight_exam", "none": "weight_none"}
OUTCOME_OF_RULE = {"strict": "neuropathy", "one_foot": "neuropathy_one_foot"}


def specifications() -> pd.DataFrame:
    """Every combination of choices, numbered from 1; written once to `pipeline/multiverse.csv`."""
    table = pd.DataFrame(product(*CHOICES.values()), columns=list(CHOICES))
    table.insert(0, "specification", range(1, len(table) + 1))
    return table


def read_specifications() -> pd.DataFrame:
    """The committed list."""
    return pd.read_csv(LISTED)


@cache
def people_cut(case_rule: str, cuts: str) -> pd.DataFrame:
    """Everyone sampled, with quintiles and spline terms by the choice of cut points.

    Cut points (and knots) are fixed on the whole sample of the case rule, before any exclusion.
    """
    people = read_population(OUTCOME_OF_RULE[case_rule])
    sample = people[people["in_sample"]]
    weights = sample["weight_diet"] if cuts == "weighted" else pd.Series(1.0, sample.index)
    bounds = tuple(quantiles(sample["intake_mg"], weights, QUINTILES))
    quintile = assign_quintile(sample["intake_mg"], bounds).reindex(people.index)
    people = people.assign(quintile=quintile, weight_none=1.0)
    return add_spline(people, knots_of(sample["intake_mg"], weights))


def run_specification(choice: Any) -> dict:
    """Odds ratios of quintiles 1, 2, 4, 5 against 3, and the test of non-linearity, for one row of the list."""
    people = people_cut(choice.case_rule, choice.cuts)
    domain = people["in_sample"]
    if choice.energy == "500-5000":
        domain &= people["energy_kcal"].between(500, 5000)
    terms = list(ADJUSTMENTS[choice.adjustment])
    if choice.diabetes == "without":
        domain &= people["diabetes"] == "no"
        terms = [term for term in terms if term != "diabetes"]
    weight = WEIGHT_COLUMNS[choice.weights]
    fit = fit_logistic(people, domain, ["quintile", *terms], weight)
    smooth = fit_logistic(people, domain, [*SPLINE, *terms], weight)
    odds = quintile_odds(fit)
    row = {**choice._asdict(), "n": fit.n, "cases": fit.cases}
    for quintile in odds[odds["quintile"] != 3].itertuples():
        for column in ("odds_ratio", "ci_low", "ci_high"):
            row[f"q{quintile.quintile}_{column}"] = getattr(quintile, column)
    row["lowest_quintile"] = int(odds.loc[odds["odds_ratio"].idxmin(), "quintile"])
    row["low_arm_excludes_1"] = row["q1_ci_low"] > 1
    row["high_arm_excludes_1"] = row["q5_ci_low"] > 1
    row["nonlinearity_p"] = smooth.wald_test(list(SPLINE[1:]))["p"]
    return row


def run(folder: Path) -> None:
    """Write multiverse.csv, one row per specification of the list."""
    listed = read_specifications()
    assert listed.equals(specifications()), "pipeline/multiverse.csv: is not every combination of the choices, once"
    rows = [run_specification(choice) for choice in listed.itertuples(index=False)]
    write_csv(pd.DataFrame(rows), folder / "multiverse.csv", digits=6)
