"""The same test on every nutrient: odds ratios by fifth, curve and bend, as amount, per 1,000 kcal and energy-adjusted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from pipeline.arrays import SETS, Model, People, fifth_columns, of_weighted, people_of, terms_of
from pipeline.counted import Counted, counted
from pipeline.models import spline_basis
from pipeline.nutrients import NUTRIENTS, scales_of
from pipeline.steps.associations import Group, flag, groups_of
from pipeline.steps.tables import write_csv

OUTCOMES_TESTED = ("neuropathy", "chronic_pain", "rheumatoid_arthritis")
CURVE_SHARES = (0.02, 0.98)
CURVE_POINTS = 25
ENERGY = ("energy_kcal", "energy_spline")


def questions(outcome: str) -> Iterator[tuple[str, str, Group, str]]:
    """Nutrient, scale, group and adjustment of every model: every nutrient in everybody, magnesium in each group too."""
    for nutrient in NUTRIENTS:
        for scale in scales_of(nutrient):
            for group in groups_of(outcome) if nutrient == "magnesium" else groups_of(outcome)[:1]:
                for adjustment in SETS:
                    yield nutrient, scale, group, adjustment


def estimate(outcome: str, nutrient: str, scale: str, group: Group, adjustment: str) -> tuple[list, list, list]:
    """The rows of one model for the three tables: odds ratios, curve, tests."""
    people, exposure = people_of(outcome), counted(outcome, nutrient, scale)
    labels = {"outcome": outcome, "nutrient": nutrient, "scale": scale, "adjustment": adjustment, "group": group.name}
    if why := exposure.why_no_fifths:
        return [], [], [{**labels, "flag": why}]
    terms = terms_of(adjustment, outcome, without=left_out(nutrient, group))
    fifth, spline = of_weighted(people, exposure)
    inside = group.members(people.table).to_numpy(bool)
    by_fifth = people.model(fifth_columns(fifth), inside, terms)
    smooth = people.model(spline, inside, terms)
    return (
        [{**labels, **row} for row in odds_rows(people, exposure, fifth, by_fifth)],
        [{**labels, **row} for row in curve_rows(people, exposure, spline[:, 0], smooth)],
        [{**labels, **test_row(exposure, smooth)}],
    )


def left_out(nutrient: str, group: Group) -> tuple[str, ...]:
    """Terms that a model goes without: energy where it is the exposure, and what makes the group."""
    return (*(ENERGY if nutrient == "energy" else ()), *((group.key,) if group.key in ("sex", "diabetes") else ()))


def odds_rows(people: People, exposure: Counted, fifth: np.ndarray, model: Model) -> Iterator[dict]:
    """Odds ratios of fifths 1 to 5 against the third, with the people and cases each rests on."""
    bounds = [np.nan, *exposure.cuts, np.nan]
    contrasts = dict(zip((1, 2, 4, 5), np.eye(len(model.fit.beta))[model.exposure], strict=True))
    for number in range(1, 6):
        members = model.people[fifth[model.people] == number]
        odds = model.fit.odds_ratio(contrasts[number]) if number in contrasts else (1.0, 1.0, 1.0)
        cases = int(people.case[members].sum())
        yield {
            "quintile": number,
            "intake_low": bounds[number - 1],
            "intake_high": bounds[number],
            "n": len(members),
            "cases": cases,
            **dict(zip(("odds_ratio", "ci_low", "ci_high"), odds, strict=True)),
            "df": model.fit.df,
            "flag": flag(cases, model.fit.df),
        }


def curve_rows(people: People, exposure: Counted, values: np.ndarray, model: Model) -> Iterator[dict]:
    """The spline's odds ratio against the reference at points between the 2nd and the 98th percentile of the sample."""
    low, high = np.nanquantile(values[people.in_sample], CURVE_SHARES)
    points = np.unique(np.append(np.linspace(low, high, CURVE_POINTS), exposure.reference))
    basis = spline_columns(points, exposure)
    difference = basis - spline_columns(np.array([exposure.reference]), exposure)
    for point, row in zip(points, difference, strict=True):
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


def run(folder: Path) -> None:
    """Write nutrient_odds_ratios.csv, nutrient_curves.csv and nutrient_tests.csv."""
    parts = [estimate(outcome, *question) for outcome in OUTCOMES_TESTED for question in questions(outcome)]
    odds, curves, tests = (pd.DataFrame([row for rows in table for row in rows]) for table in zip(*parts, strict=True))
    outside = odds[(odds["odds_ratio"] < odds["ci_low"]) | (odds["odds_ratio"] > odds["ci_high"])]
    assert outside.empty, f"nutrient_odds_ratios: outside its own interval: {outside.to_string()}"
    write_csv(odds, folder / "nutrient_odds_ratios.csv", digits=6)
    write_csv(curves, folder / "nutrient_curves.csv", digits=5)
    write_csv(tests, folder / "nutrient_tests.csv", digits=6)
