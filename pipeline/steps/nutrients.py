"""The same test on every nutrient: odds ratios by fifth, curve and bend, as amount, per 1,000 kcal and energy-adjusted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from data.nutrients import scales_of
from pipeline.arrays import OTHERS, SETS, Model, People, fifth_columns, of_weighted, people_of, terms_of
from pipeline.counted import Counted, counted
from pipeline.engine import run_tasks
from pipeline.grid import curve_points
from pipeline.logistic import NoFit
from pipeline.models import spline_basis
from pipeline.nutrients import NUTRIENTS, column_of
from pipeline.outcomes import OUTCOMES
from pipeline.people import CYCLES
from pipeline.steps.associations import Group, flag, groups_of
from pipeline.steps.tables import rounded, write_csv, write_parquet

ENERGY = ("energy_kcal", "energy_spline")
DIGITS = 6


class Question(NamedTuple):
    """What is counted, in whose outcome."""

    outcome: str
    nutrient: str
    scale: str

    @property
    def exposure(self) -> Counted:
        """The nutrient's intake, counted."""
        return counted(self.outcome, self.nutrient, self.scale)


class Rows(NamedTuple):
    """Rows for the three tables."""

    odds: list[dict]
    curve: list[dict]
    tests: list[dict]


def questions() -> list[Question]:
    """Every outcome, nutrient and way to count it."""
    return [
        Question(outcome, nutrient, scale)
        for outcome in OUTCOMES
        for nutrient in NUTRIENTS
        for scale in scales_of(nutrient)
    ]


def estimate_all(question: Question, people: People | None = None, exposure: Counted | None = None) -> Rows:
    """Every group and adjustment set of one question."""
    people, exposure = people or people_of(question.outcome), exposure or question.exposure
    rows = Rows([], [], [])
    for group in groups_of(question.outcome):
        for adjustment in SETS:
            labels = {**question._asdict(), "adjustment": adjustment, "group": group.name}
            found = estimate(people, exposure, question, group, adjustment)
            for table, more in zip(rows, found, strict=True):
                table += [labels | row for row in more]
    return rows


def estimate(people: People, exposure: Counted, question: Question, group: Group, adjustment: str) -> Rows:
    """One model by fifths and one by the spline; where there are none, a row of tests alone that says why."""
    if why := exposure.why_no_fifths:
        return Rows([], [], [{"flag": why}])
    terms = terms_of(adjustment, question.outcome, without=left_out(question.nutrient, group))
    fifth, spline = of_weighted(people, exposure)
    inside = group.members(people.table).to_numpy(bool)
    try:
        by_fifth = people.model(fifth_columns(fifth), inside, terms)
        smooth = people.model(spline, inside, terms)
    except NoFit as why:
        return Rows([], [], [{"flag": f"no estimate: {why}"}])
    points = curve_points(question.nutrient, question.scale, exposure)
    return Rows(
        list(odds_rows(people, exposure, fifth, by_fifth)),
        list(curve_rows(exposure, points, smooth)),
        [test_row(exposure, smooth)],
    )


def left_out(nutrient: str, group: Group) -> tuple[str, ...]:
    """Terms that a model goes without: energy where it is the exposure, and what makes the group."""
    return (*(ENERGY if nutrient == "energy" else ()), *((group.key,) if group.key in ("sex", "diabetes") else ()))


def odds_rows(people: People, exposure: Counted, fifth: np.ndarray, model: Model) -> Iterator[dict]:
    """Odds ratios of fifths 1 to 5 against the third, with the people and cases each rests on."""
    bounds = [np.nan, *exposure.cuts, np.nan]
    contrasts = dict(zip(OTHERS, np.eye(len(model.fit.beta))[model.exposure], strict=True))
    for number in range(1, 6):
        members = model.people[fifth[model.people] == number]
        contrast = contrasts.get(number)
        odds = (1.0, 1.0, 1.0) if contrast is None else model.fit.odds_ratio(contrast)
        cases = int(people.case[members].sum())
        yield {
            "quintile": number,
            "intake_low": bounds[number - 1],
            "intake_high": bounds[number],
            "n": len(members),
            "cases": cases,
            **dict(zip(("odds_ratio", "ci_low", "ci_high"), odds, strict=True)),
            "se_log": 0.0 if contrast is None else model.fit.se(contrast),
            "df": model.fit.df,
            "flag": flag(cases, model.fit.df),
        }


def curve_rows(exposure: Counted, points: np.ndarray, model: Model) -> Iterator[dict]:
    """The spline's odds ratio at each point against the reference."""
    difference = spline_columns(points, exposure) - spline_columns(np.array([exposure.reference]), exposure)
    for point, row in zip(points.tolist(), difference, strict=True):
        contrast = np.zeros(len(model.fit.beta))
        contrast[model.exposure] = row
        odds_ratio, ci_low, ci_high = model.fit.odds_ratio(contrast)
        yield {"intake": point, "odds_ratio": odds_ratio, "ci_low": ci_low, "ci_high": ci_high}


def spline_columns(points: np.ndarray, exposure: Counted) -> np.ndarray:
    """Value and bends at these points."""
    return np.column_stack([points, spline_basis(points, exposure.knots)])


def test_row(exposure: Counted, model: Model) -> dict:
    """People, knots, and the tests for a bend (both bends zero) and for any association (all three terms zero)."""
    (bend_f, bend_p), (any_f, any_p) = (model.fit.wald_test(terms) for terms in (model.exposure[1:], model.exposure))
    return {
        "n": len(model.people),
        "cases": model.cases,
        "reference": exposure.reference,
        **{f"knot_{place}": knot for place, knot in enumerate(exposure.knots, start=1)},
        "bend_f": bend_f,
        "bend_p": bend_p,
        "any_f": any_f,
        "any_p": any_p,
        "df": model.fit.df,
        "flag": flag(model.cases, model.fit.df),
    }


def nutrient_table() -> pd.DataFrame:
    """Each nutrient with its unit and where it stands in the files: one column name a survey, empty where it is in none."""
    return pd.DataFrame(
        {
            "nutrient": one.key,
            "name": one.name,
            "unit": one.unit,
            "columns": " ".join(dict.fromkeys(filter(None, (column_of(one, years) for years in CYCLES)))),
            "first_survey": next(years for years in CYCLES if column_of(one, years)),
        }
        for one in NUTRIENTS.values()
    )


def tables(found: list[Rows]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The three tables, in the order of the questions."""
    odds, curves, tests = (pd.DataFrame([row for rows in each for row in rows]) for each in zip(*found, strict=True))
    whole = ["n", "cases", "df"]
    return odds, curves, tests.astype(dict.fromkeys(whole, "Int64"))


def run(folder: Path, scheduler: str = "") -> None:
    """Write nutrients.csv, nutrient_odds_ratios.parquet, nutrient_curves.parquet and nutrient_tests.parquet."""
    asked = questions()
    work = [partial(estimate_all, question, people_of(question.outcome), question.exposure) for question in asked]
    found = run_tasks(call, work, label="nutrients", scheduler=scheduler)
    odds, curves, tests = tables(found)
    outside = odds[(odds["odds_ratio"] < odds["ci_low"]) | (odds["odds_ratio"] > odds["ci_high"])]
    assert outside.empty, f"nutrient_odds_ratios: outside its own interval: {outside.to_string()}"
    write_csv(nutrient_table(), folder / "nutrients.csv")
    for name, table in (("odds_ratios", odds), ("curves", curves), ("tests", tests)):
        write_parquet(rounded(table, DIGITS), folder / f"nutrient_{name}.parquet")


def call(work: partial) -> Rows:
    """A task that brings all it needs."""
    return work()
