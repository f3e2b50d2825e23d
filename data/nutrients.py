"""The models of every nutrient, counted three ways, and what goes with them, as the pipeline committed them.

Source: NHANES public-use files; methods in `docs/methods.md`. Odds ratios say what is associated with what.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from data.nutrient_tables import (
    ADJUSTMENTS,
    COUNTED_PREVALENCE,
    HELD_STILL,
    LEFT_OUT,
    NUTRIENT_CURVES,
    NUTRIENT_ODDS,
    NUTRIENT_TABLE,
    NUTRIENT_TESTS,
    NUTRIENTS,
    OBJECTIONS,
    SCALES,
    SHUFFLES,
)
from data.result_files import ResultTable, read_result
from data.survey import SurveyQueryError, check_choice, check_outcome, groups

KEYS = ["outcome", "nutrient", "scale", "adjustment", "group"]


class Model(NamedTuple):
    """Which model is asked for."""

    outcome: str
    nutrient: str = "magnesium"
    scale: str = "amount"
    adjustment: str = "full"
    group: str = "all"


def load_nutrient_odds(model: Model) -> pd.DataFrame:
    """Odds ratios of each fifth against the third: as `load_odds_ratios`, the bounds with their unit in the name.

    Raises SurveyQueryError naming the parameter and what is allowed, or why the nutrient has no fifths.
    """
    check_model(model)
    rows = _rows(NUTRIENT_ODDS, model)
    if len(rows) == 0:
        raise no_model(model)
    unit = unit_name(model.nutrient, model.scale)
    if model.scale != "residual":  # nothing is below nothing; a residual may be
        rows = rows.assign(intake_low=rows["intake_low"].fillna(0.0))
    return rows.rename(columns={"intake_low": f"intake_low_{unit}", "intake_high": f"intake_high_{unit}"})


def load_nutrient_curve(model: Model) -> pd.DataFrame:
    """The curve, point by point: intake with its unit in the name, odds_ratio, ci_low, ci_high. Raises as the above."""
    check_model(model)
    rows = _rows(NUTRIENT_CURVES, model)
    if len(rows) == 0:
        raise no_model(model)
    return rows.rename(columns={"intake": f"intake_{unit_name(model.nutrient, model.scale)}"})


def load_nutrient_test(model: Model) -> pd.Series:
    """n, cases, reference, knot_1 to knot_4, bend_f, bend_p, any_f, any_p, df, flag; empty numbers without a model."""
    check_model(model)
    return _rows(NUTRIENT_TESTS, model).iloc[0]


def no_model(model: Model) -> SurveyQueryError:
    """Why there is none: the nutrient has no fifths, or nothing can be estimated in the group."""
    why = load_nutrient_test(model)["flag"]
    fitting = [key for key in NUTRIENTS if len(_rows(NUTRIENT_ODDS, model._replace(nutrient=key)))]
    return SurveyQueryError("nutrient", f"{model.nutrient} ({why})", fitting)


def check_model(model: Model) -> None:
    """Raise SurveyQueryError for the first part that there is not, with what is allowed."""
    check_outcome(model.outcome, outcomes_tested(), NUTRIENT_TESTS.file.name)
    check_choice("nutrient", model.nutrient, NUTRIENTS)
    check_choice("scale", model.scale, scales_of(model.nutrient))
    check_choice("adjustment", model.adjustment, ADJUSTMENTS)
    allowed = groups_tested(model.outcome)
    if model.group not in allowed:
        raise SurveyQueryError("where", model.group, allowed)


def group_name(outcome: str, where: Mapping[str, str] | None) -> str:
    """A group as the tables name it: "sex=female"; "all" for everybody, which is also the one sex that an outcome has."""
    asked = dict(where or {})
    if "sex" in asked and [asked["sex"]] == groups(outcome)["sex"]:
        del asked["sex"]
    return " x ".join(f"{key}={value}" for key, value in asked.items()) or "all"


def unit_name(nutrient: str, scale: str) -> str:
    """The unit as the end of a column's name: mg, or mg_per_1000kcal."""
    unit = load_nutrients().at[nutrient, "unit"]
    return f"{unit}_per_1000kcal" if scale == "density" else str(unit)


def scales_of(nutrient: str) -> tuple[str, ...]:
    """The ways a nutrient is counted; energy itself as amount only."""
    return ("amount",) if nutrient == "energy" else SCALES


@cache
def outcomes_tested() -> tuple[str, ...]:
    """The outcomes that every nutrient was tested for."""
    return tuple(dict.fromkeys(_held(NUTRIENT_TESTS).keys["outcome"]))


@cache
def groups_tested(outcome: str) -> list[str]:
    """The groups that models were fitted in."""
    tests = _held(NUTRIENT_TESTS).keys
    return list(dict.fromkeys(tests.loc[tests["outcome"] == outcome, "group"]))


def load_nutrient_models() -> None:
    """Read the three large tables, so that no reader waits for them."""
    for table in (NUTRIENT_ODDS, NUTRIENT_CURVES, NUTRIENT_TESTS):
        _held(table)
    _all_ends()
    _all_tests()


def how_many_models() -> int:
    """Of every outcome, nutrient, way to count, adjustment and group."""
    return len(_held(NUTRIENT_ODDS).places)


# The tables ------------------------------------------------------------------------------------------------------------


@cache
def load_nutrients() -> pd.DataFrame:
    """Each nutrient by key: name, unit, columns, first_survey."""
    return read_result(NUTRIENT_TABLE).set_index("nutrient")


class Ends(NamedTuple):
    """A nutrient in everybody: odds ratio and bounds of its lowest and its highest fifth, and the cut points below and above."""

    q1_odds_ratio: float
    q1_ci_low: float
    q1_ci_high: float
    q5_odds_ratio: float
    q5_ci_low: float
    q5_ci_high: float
    cut_1: float
    cut_4: float


@cache
def _all_ends() -> dict[tuple[str, ...], Ends]:
    """Of every model in everybody, read once for all tables of nutrients."""
    held = _held(NUTRIENT_ODDS)
    asked = {model[:4]: place.start for model, place in held.places.items() if model[4] == "all"}
    first = np.array(list(asked.values()))
    odds = held.values[["odds_ratio", "ci_low", "ci_high"]].to_numpy()
    low, high = (held.values[name].to_numpy() for name in ("intake_low", "intake_high"))
    ends = np.column_stack([odds[first], odds[first + 4], high[first], low[first + 4]])
    return {model: Ends(*row) for model, row in zip(asked, ends.tolist(), strict=True)}


def ends_of(outcome: str, scale: str, adjustment: str) -> dict[str, Ends]:
    """Both ends of every nutrient that has fifths, by nutrient, in everybody."""
    found = {key: _all_ends().get((outcome, key, scale, adjustment)) for key in NUTRIENTS}
    return {key: ends for key, ends in found.items() if ends}


@cache
def load_ends(outcome: str, scale: str, adjustment: str) -> pd.DataFrame:
    """The same as a table by nutrient."""
    ends = ends_of(outcome, scale, adjustment)
    return pd.DataFrame(list(ends.values()), index=pd.Index(list(ends), name="nutrient"))


@cache
def _all_tests() -> dict[tuple[str, ...], dict[str, Any]]:
    """The test of every model in everybody, by outcome, scale, adjustment and nutrient."""
    held = _held(NUTRIENT_TESTS)
    everybody = np.flatnonzero(held.keys["group"] == "all")
    keys = held.keys.iloc[everybody][["outcome", "scale", "adjustment", "nutrient"]]
    rows = held.values.iloc[everybody].to_dict("records")
    return dict(zip(keys.itertuples(index=False, name=None), rows, strict=True))


def tests_of(outcome: str, scale: str, adjustment: str) -> dict[str, dict[str, Any]]:
    """Every nutrient's test in everybody, by nutrient; without those that are not counted on this scale."""
    found = {key: _all_tests().get((outcome, scale, adjustment, key)) for key in NUTRIENTS}
    return {key: test for key, test in found.items() if test}


@cache
def load_tests(outcome: str, scale: str, adjustment: str) -> pd.DataFrame:
    """The same as a table by nutrient."""
    tests = tests_of(outcome, scale, adjustment)
    return pd.DataFrame(list(tests.values()), index=pd.Index(list(tests), name="nutrient"))


def nutrient_list(outcome: str, adjustment: str) -> pd.DataFrame:
    """Every nutrient and scale: name, unit, people, the tests for a bend and for any association, or why there are none."""
    parts = [load_tests(outcome, scale, adjustment).assign(scale=scale) for scale in SCALES]
    rows = pd.concat(parts).reset_index()
    known = load_nutrients()[["name", "unit"]]
    order = {key: place for place, key in enumerate(known.index)}
    rows = rows.join(known, on="nutrient").sort_values("nutrient", key=lambda keys: keys.map(order), kind="stable")
    columns = [
        "nutrient",
        "name",
        "unit",
        "scale",
        "n",
        "cases",
        "reference",
        "bend_f",
        "bend_p",
        "any_f",
        "any_p",
        "df",
    ]
    return rows[[*columns, "flag"]].reset_index(drop=True)


@cache
def load_shuffles() -> pd.DataFrame:
    """Each statistic beside chance, by statistic and scale."""
    return read_result(SHUFFLES).set_index(["statistic", "scale"])


@cache
def load_held_still(outcome: str, adjustment: str) -> pd.DataFrame:
    """Magnesium with each nutrient held still, first without any."""
    table = read_result(HELD_STILL)
    asked = (table["outcome"] == outcome) & (table["adjustment"] == adjustment)
    return table[asked].reset_index(drop=True)


@cache
def load_objections() -> pd.DataFrame:
    """Every row of every objection."""
    return read_result(OBJECTIONS)


@cache
def load_left_out() -> pd.DataFrame:
    """Who is left out of the full model, by characteristic."""
    return read_result(LEFT_OUT).set_index("characteristic")


@cache
def load_counted_prevalence(
    outcome: str, scale: str, key: str = "all", value: str = "all", standardized: str = "none"
) -> pd.DataFrame:
    """Prevalence by fifths of magnesium on a scale, with the columns of `estimate_prevalence` (intake_low_mg … on the
    scale). Raises SurveyQueryError for a group that was not tabulated."""
    table = read_result(COUNTED_PREVALENCE).fillna({"flag": ""})
    of_outcome = table[(table["outcome"] == outcome) & (table["scale"] == scale)]
    rows = of_outcome[
        (of_outcome["key"] == key) & (of_outcome["value"] == value) & (of_outcome["standardized"] == standardized)
    ]
    if rows.empty:
        known = (of_outcome["key"] + "=" + of_outcome["value"]).str.replace("all=all", "all").unique()
        raise SurveyQueryError("where", f"{key}={value}", list(known))
    rows = rows.drop(columns=["outcome", "scale", "key", "value", "standardized"]).reset_index(drop=True)
    rows["intake_low"] = rows["intake_low"].fillna(0.0)
    return rows.rename(columns={name: f"{name}_mg" for name in ("intake_low", "intake_high", "intake_mean")})


class _Held(NamedTuple):
    """A table of models: the keys of its rows, their other columns, and where the rows of each model stand."""

    keys: pd.DataFrame
    values: pd.DataFrame
    places: dict[tuple[str, ...], slice]


@cache
def _held(table: ResultTable) -> _Held:
    """A table read once: the rows of a model follow one another, so a slice finds them."""
    rows = read_result(table)
    codes = np.zeros(len(rows), np.int64)
    for key in KEYS:
        found, names = pd.factorize(rows[key])
        codes = codes * len(names) + found
    first = np.flatnonzero(np.diff(codes, prepend=-1))
    ends = [*first[1:].tolist(), len(rows)]
    models = rows[KEYS].iloc[first].itertuples(index=False, name=None)
    places = {model: slice(*pair) for model, *pair in zip(models, first.tolist(), ends, strict=True)}
    values = rows.drop(columns=KEYS)
    if "flag" in values:
        values["flag"] = values["flag"].astype("object").fillna("")
    return _Held(rows[KEYS], values, places)


def _rows(table: ResultTable, model: Model) -> pd.DataFrame:
    held = _held(table)
    return held.values.iloc[held.places.get(tuple(model), slice(0, 0))].reset_index(drop=True)
