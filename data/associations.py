"""Adjusted odds ratios, spline curves and the multiverse, as the pipeline committed them.

Source: NHANES public-use files, survey-weighted logistic regression; methods in `docs/methods.md`. These cannot be
summed from cells, so only the groups that a model was fitted in can be asked for. Odds ratios say what is associated with what.
"""

from collections.abc import Mapping
from functools import cache

import pandas as pd

from data import nutrients
from data.base import DataError
from data.nutrient_tables import ADJUSTMENTS
from data.nutrients import Model, group_name
from data.result_files import RECOMPUTE
from data.survey import SurveyQueryError, check_choice, check_outcome, groups, read_table

FIRST_ADJUSTMENTS = ADJUSTMENTS[:3]
"""Declared before anything was run; the fourth, energy as a spline, was added later."""
CHOICES = ("weights", "case_rule", "cuts", "adjustment", "energy", "diabetes", "scale", "declared_on")

Where = Mapping[str, str] | None


def load_odds_ratios(
    outcome: str, adjustment: str = "full", where: Where = None, nutrient: str = "magnesium", scale: str = "amount"
) -> pd.DataFrame:
    """Odds ratios of each intake quintile against the third, in one group.

    Columns quintile, intake_low_mg, intake_high_mg, n, cases, odds_ratio, ci_low, ci_high (95%; 1 for the reference),
    se_log, df, flag; the unit in the bounds' names is the nutrient's, and mg_per_1000kcal on the scale "density".
    `where` is empty or one of `model_groups(outcome)`, such as {"age": "60+"}; `nutrient` a key of
    `data.nutrients.load_nutrients()`, `scale` one of amount, density and residual. Raises SurveyQueryError naming the
    parameter and what is allowed.
    """
    if in_first_tables(adjustment, nutrient, scale):
        return choose_model("odds_ratios.csv", outcome, adjustment, where)
    return nutrients.load_nutrient_odds(Model(outcome, nutrient, scale, adjustment, group_name(outcome, where)))


def load_curve(
    outcome: str, adjustment: str = "full", where: Where = None, nutrient: str = "magnesium", scale: str = "amount"
) -> pd.DataFrame:
    """Restricted cubic spline: odds ratio by intake (mg/day) against the reference intake.

    Columns intake_mg, odds_ratio, ci_low, ci_high (95%, pointwise). Units and errors as in `load_odds_ratios`.
    """
    if in_first_tables(adjustment, nutrient, scale):
        return choose_model("curves.csv", outcome, adjustment, where)
    return nutrients.load_nutrient_curve(Model(outcome, nutrient, scale, adjustment, group_name(outcome, where)))


def load_curve_test(
    outcome: str, adjustment: str = "full", where: Where = None, nutrient: str = "magnesium", scale: str = "amount"
) -> pd.Series:
    """What the curve rests on: n, cases, reference_mg, knot_1_mg ... knot_4_mg, nonlinearity_f, _df and _p, flag.

    Other nutrients and scales also have any_f and any_p, the test for any association.
    """
    if in_first_tables(adjustment, nutrient, scale):
        return choose_model("curve_tests.csv", outcome, adjustment, where).iloc[0]
    test = nutrients.load_nutrient_test(Model(outcome, nutrient, scale, adjustment, group_name(outcome, where)))
    unit = nutrients.unit_name(nutrient, scale)
    names = {name: f"{name}_{unit}" for name in ("reference", "knot_1", "knot_2", "knot_3", "knot_4")}
    return test.rename(names | {"bend_f": "nonlinearity_f", "bend_p": "nonlinearity_p", "df": "nonlinearity_df"})


def in_first_tables(adjustment: str, nutrient: str, scale: str) -> bool:
    """Whether the tables that were there first have it: magnesium in milligrams, three adjustments (or one that is none)."""
    return nutrient == "magnesium" and scale == "amount" and adjustment != ADJUSTMENTS[3]


def load_multiverse(where: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Every listed analysis of neuropathy, one row each, narrowed to the choices in `where`.

    Columns specification, six of the CHOICES, n, cases, q1_/q2_/q4_/q5_ odds_ratio, ci_low and ci_high (against quintile
    3), lowest_quintile, low_arm_excludes_1 and high_arm_excludes_1 (interval above 1), nonlinearity_p, scale, declared_on.
    """
    table = read_multiverse()
    for choice, value in (where or {}).items():
        check_choice("where", choice, CHOICES)
        check_choice(f"where {choice}", value, list(read_multiverse()[choice].unique()))
        table = table[table[choice] == value]
    return table.reset_index(drop=True)


@cache
def model_groups(outcome: str) -> list[dict[str, str]]:
    """Groups models were fitted in: {} for everybody, then such as {"sex": "female"}."""
    models = load_models("odds_ratios.csv")
    check_outcome(outcome, {model for model, _, _ in models}, "odds_ratios.csv")
    names = dict.fromkeys(name for model, _, name in models if model == outcome)
    return [{} if name == "all" else dict([name.split("=")]) for name in names]


def choose_model(table: str, outcome: str, adjustment: str, where: Mapping[str, str] | None) -> pd.DataFrame:
    """Rows of one outcome, adjustment and group."""
    models = load_models(table)
    check_outcome(outcome, {model for model, _, _ in models}, table)
    check_choice("adjustment", adjustment, ADJUSTMENTS)
    where = dict(where or {})
    if "sex" in where and where["sex"] == only_sex(outcome):
        del where["sex"]  # all of them: the models of everybody are theirs
    group = " x ".join(f"{key}={value}" for key, value in where.items()) or "all"
    if (outcome, adjustment, group) not in models:
        allowed = [name for model, _, name in models if model == outcome]
        if group == "all" or group in allowed or where in model_groups(outcome):
            raise DataError(f"{table}: lacks the {adjustment} model of '{outcome}', group {group}. {RECOMPUTE}.")
        raise SurveyQueryError("where", group, list(dict.fromkeys(allowed)))
    return models[outcome, adjustment, group]


def only_sex(outcome: str) -> str | None:
    """The sex of everybody in an outcome's sample, where there is one only."""
    sexes = groups(outcome)["sex"]
    return sexes[0] if len(sexes) == 1 else None


@cache
def load_models(table: str) -> dict[tuple[str, str, str], pd.DataFrame]:
    """The rows of each model, by outcome, adjustment and group, in file order. To be read, never changed."""
    models = read_table(table)
    if "flag" in models:
        models["flag"] = models["flag"].astype("object").fillna("")
    keys = ["outcome", "adjustment", "group"]
    return {key: rows.drop(columns=keys).reset_index(drop=True) for key, rows in models.groupby(keys, sort=False)}


@cache
def read_multiverse() -> pd.DataFrame:
    """The whole table."""
    return read_table("multiverse.csv")
