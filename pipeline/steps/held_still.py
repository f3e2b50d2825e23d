"""Magnesium with another nutrient held still: calcium, phosphorus, potassium or fiber in the model, as a line or a spline."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from pipeline.arrays import SETS, fifth_columns, of_weighted, people_of, terms_of
from pipeline.counted import counted
from pipeline.outcomes import OUTCOMES
from pipeline.steps.associations import flag
from pipeline.steps.tables import write_csv

HELD = ("calcium", "phosphorus", "potassium", "fiber")
FORMS = ("line", "spline")


def rows() -> list[dict]:
    """Every outcome, adjustment set and nutrient held still; first without any, for comparison."""
    asked = [("none", "none"), *((nutrient, form) for nutrient in HELD for form in FORMS)]
    return [
        held_row(outcome, adjustment, nutrient, form)
        for outcome in OUTCOMES
        for adjustment in SETS
        for nutrient, form in asked
    ]


def held_row(outcome: str, adjustment: str, nutrient: str, form: str) -> dict:
    """Odds ratios of both ends of magnesium and its test for a bend, in the same people with and without the nutrient."""
    people = people_of(outcome)
    fifth, spline = of_weighted(people, counted(outcome, "magnesium", "amount"))
    everyone = np.ones(len(people.case), bool)
    more = []
    if form != "none":
        _, of_held = of_weighted(people, counted(outcome, nutrient, "amount"))
        more = [of_held if form == "spline" else of_held[:, :1]]
    terms = terms_of(adjustment, outcome)
    by_fifth = people.model(fifth_columns(fifth), everyone, terms, *more)
    smooth = people.model(spline, everyone, terms, *more)
    ends = by_fifth.odds_ratios()
    row: dict = {"outcome": outcome, "adjustment": adjustment, "held": nutrient, "form": form}
    row |= {"n": len(by_fifth.people), "cases": by_fifth.cases}
    for quintile, odds in ((1, ends[0]), (5, ends[-1])):
        row |= {
            f"q{quintile}_{name}": value for name, value in zip(("odds_ratio", "ci_low", "ci_high"), odds, strict=True)
        }
    row["bend_f"], row["bend_p"] = smooth.fit.wald_test(smooth.exposure[1:])
    return {**row, "df": smooth.fit.df, "flag": flag(by_fifth.cases, by_fifth.fit.df)}


def run(folder: Path) -> None:
    """Write held_still.csv."""
    write_csv(pd.DataFrame(rows()), folder / "held_still.csv", digits=6)
