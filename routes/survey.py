"""`/api/v1/survey/…`: the survey's estimates, asked for with the command line's arguments.

Each comes with interval, n, degrees of freedom and what to keep in mind. One that is withheld has its reason in `flag`, and
no number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from data import associations, survey, survey_intake
from data.cautions import CAUTIONS, cautions_of
from data.nutrients import nutrient_list, outcomes_tested
from data.releases import RELEASED, VERSION
from data.survey import SurveyQueryError
from exhibits.choices import ChoiceError
from exhibits.survey.sentences import is_very_uncertain
from routes.answers import Answer, Asked, Problem, json_bytes
from routes.asked import near, one_of
from routes.files import records
from routes.tables import FORMATS, csv_bytes

SOURCE = "NHANES public-use files (National Center for Health Statistics). Our own analysis."
Rows = tuple[pd.DataFrame, dict[str, Any]]


def estimates(asked: Asked) -> Answer:
    """The answer of one question, as JSON with what it rests on, or as CSV."""
    name = asked.path["name"]
    if name not in QUESTIONS:
        raise Problem(
            404,
            f"There is no question '{name}'.",
            parameter="name",
            near=near(name, list(QUESTIONS)),
            allowed=list(QUESTIONS),
        )
    make, parameters, tables = QUESTIONS[name]
    values = asked.values()
    for said in values:
        if said not in (*parameters, "format"):
            raise ChoiceError("parameter", said, [*parameters, "format"])
    form = one_of(values, "format", FORMATS)
    rows, question = make(values)
    if form == "csv":
        return Answer(csv_bytes(rows), "text/csv; charset=utf-8")
    told = {
        "question": question,
        "source": SOURCE,
        "cautions": [CAUTIONS[key] for key in cautions_of(tables)],
        "licence": "CC-BY-4.0",
        "data_version": VERSION,
        "date": RELEASED,
    }
    return Answer(json_bytes(told | {"rows": records(rows)}), "application/json")


def prevalence(values: dict[str, list[str]]) -> Rows:
    """`outcome`, `by`, `where` (again for more), `standardize`, `variance`: as `python -m pipeline prevalence`."""
    outcome, where = outcome_of(values), where_of(values)
    by = one_of(values, "by", survey.BY)
    standardize = one_of(values, "standardize", survey.STANDARDIZE)
    variance = one_of(values, "variance", survey.VARIANCE)
    rows = survey.estimate_prevalence(outcome, by, where, standardize, variance)
    question = {"outcome": outcome, "by": by, "where": where, "standardize": standardize, "variance": variance}
    rows = rows.assign(
        very_uncertain=[bool(row["reliable"]) and is_very_uncertain(row) for row in rows.to_dict("records")]
    )
    return withheld(rows, ~rows["reliable"], ("prevalence", "se", "ci_low", "ci_high", "cases", "population")), question


def odds_ratios(values: dict[str, list[str]]) -> Rows:
    """`outcome`, `adjustment`, `where` (one value a key), `nutrient`, `scale`."""
    model = model_of(values)
    rows = associations.load_odds_ratios(**model)
    question = model | {"reference": "quintile 3"}
    return withheld(rows, rows["flag"] != "", ("odds_ratio", "ci_low", "ci_high", "se_log", "cases")), question


def curve(values: dict[str, list[str]]) -> Rows:
    """As `odds_ratios`; the question says what the curve rests on."""
    model = model_of(values)
    test = associations.load_curve_test(**model).to_dict()
    rows = associations.load_curve(**model)
    hidden = pd.Series(bool(test["flag"]), rows.index)
    question = model | {"test": test}
    rows = rows.assign(n=test["n"], df=test["nonlinearity_df"], flag=test["flag"])
    return withheld(rows, hidden, ("odds_ratio", "ci_low", "ci_high")), question


def multiverse(values: dict[str, list[str]]) -> Rows:
    """`where` with the choices of an analysis, such as `where=weights=dietary`."""
    where = single(where_of(values))
    return associations.load_multiverse(where), {"outcome": "neuropathy", "where": where}


def nutrients(values: dict[str, list[str]]) -> Rows:
    """`outcome`, `adjustment`: every nutrient, counted each way, with its test for a bend, or why there is none."""
    asked = {"outcome": outcome_of(values), "adjustment": values.get("adjustment", ["full"])[-1]}
    survey.check_outcome(asked["outcome"], outcomes_tested())
    survey.check_choice("adjustment", asked["adjustment"], associations.ADJUSTMENTS)
    return nutrient_list(**asked), asked


def intake(values: dict[str, list[str]]) -> Rows:
    """`cycle`, `source`, `method`, `where`."""
    said = {name: values.get(name, [default])[-1] for name, default in INTAKE.items()}
    where = single(where_of(values))
    rows = survey_intake.load_intake(said["cycle"], where, said["source"], said["method"])
    hidden = ~rows["reliable"].astype(bool) if "reliable" in rows else pd.Series(False, rows.index)
    return withheld(rows, hidden, ("estimate", "se", "ci_low", "ci_high")), said | {"where": where}


MODEL_UNLESS_SAID = {"adjustment": "full", "nutrient": "magnesium", "scale": "amount"}
INTAKE = {"cycle": "2021-2023", "source": "food", "method": "usual"}
MODEL = ("outcome", "adjustment", "where", "nutrient", "scale")
QUESTIONS: dict[str, tuple[Callable[[dict[str, list[str]]], Rows], Sequence[str], Sequence[str]]] = {
    "prevalence": (prevalence, ("outcome", "by", "where", "standardize", "variance"), ("cells-neuropathy",)),
    "odds-ratios": (odds_ratios, MODEL, ("odds-ratios",)),
    "curve": (curve, MODEL, ("curves",)),
    "nutrients": (nutrients, ("outcome", "adjustment"), ("odds-ratios",)),
    "multiverse": (multiverse, ("where",), ("multiverse",)),
    "intake": (intake, (*INTAKE, "where"), ("intake",)),
}


def outcome_of(values: dict[str, list[str]]) -> str:
    """The outcome asked for; there is none by default."""
    if "outcome" not in values:
        raise Problem(
            400,
            "The parameter outcome is missing. It says which condition is meant.",
            parameter="outcome",
            allowed=list(survey.outcomes().index),
        )
    return values["outcome"][-1]


def model_of(values: dict[str, list[str]]) -> dict[str, Any]:
    """What a model is asked for by, as the loaders name it."""
    asked = {"outcome": outcome_of(values), "where": single(where_of(values))}
    return asked | {name: values.get(name, [default])[-1] for name, default in MODEL_UNLESS_SAID.items()}


def where_of(values: dict[str, list[str]]) -> dict[str, list[str]]:
    """`where=sex=female&where=age=60-74` as {"sex": ["female"], "age": ["60-74"]}."""
    where: dict[str, list[str]] = {}
    for pair in values.get("where", []):
        key, separator, value = pair.partition("=")
        if not separator:
            raise SurveyQueryError("where", pair, ["key=value, such as sex=female"], expected="the form")
        where.setdefault(key, []).append(value)
    return where


def single(where: dict[str, list[str]]) -> dict[str, str]:
    """For questions that take one value of a key."""
    for key, said in where.items():
        if len(said) > 1:
            raise SurveyQueryError(f"where {key}", ", ".join(said), said, expected="only one of")
    return {key: said[0] for key, said in where.items()}


def withheld(rows: pd.DataFrame, hidden: pd.Series, numbers: Sequence[str]) -> pd.DataFrame:
    """The rows without the numbers of those that must not be shown; their flag says why."""
    rows = rows.copy()
    for name in numbers:
        if name in rows:
            rows[name] = np.where(hidden, None, rows[name].astype(object))
    return rows
