"""Prevalence with its design-based interval for any group, from the committed survey cells.

Source: NHANES public-use files (National Center for Health Statistics), tabulated by `pipeline/`; methods in
`docs/methods.md`. A row of `cells_<outcome>.parquet` holds n and the weighted total ("population") of one cell (intake
band x sex x age x up to three conditions) in one primary sampling unit (PSU), cases and others apart. Ratios,
linearised (Taylor) variances and jackknife (JKn) replicate totals are sums over those rows, so nothing is approximated
here and no person-level file is needed. Tables are read once, at the first call.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, get_args

import numpy as np
import pandas as pd

from data.base import DataError
from data.estimation import Design, presentation_columns, prevalence_columns
from data.fields import Outcome
from data.result_files import RECOMPUTE, read_result
from data.results_tables import declared_result
from data.survey_cells import ALWAYS_CROSSED, Cells, split_into_blocks

COLUMNS = [
    "quintile",
    "intake_low_mg",
    "intake_high_mg",
    "n",
    "cases",
    "prevalence",
    "se",
    "ci_low",
    "ci_high",
    "n_eff",
    "df",
    "reliable",
    "flag",
]
"""The promised columns, in order; `estimate_prevalence` adds `intake_mean_mg` and `population` after them."""

BY = ("quintile", "band", "none")
STANDARDIZE = ("none", "age-sex")
VARIANCE = ("taylor", "jackknife")


class SurveyQueryError(ValueError):
    """A question the tables cannot answer; the message names the parameter and what is allowed."""

    def __init__(self, parameter: str, value: object, allowed: Sequence[str], expected: str = "one of"):
        self.parameter = parameter
        self.allowed = list(allowed)
        super().__init__(f"{parameter}: '{value}' is not available; expected {expected} {', '.join(self.allowed)}")


def estimate_prevalence(
    outcome: str,
    by: str = "quintile",
    where: Mapping[str, str | Sequence[str]] | None = None,
    standardize: str | None = None,
    variance: str = "taylor",
) -> pd.DataFrame:
    """Prevalence of `outcome` by intake among the people chosen by `where`, one row per intake group.

    Parameters
    ----------
    outcome: a key of `outcomes()`: neuropathy, neuropathy_one_foot, chronic_pain, rheumatoid_arthritis.
    by: "quintile" (cut points fixed on the whole sample), "band" (50 mg steps, the last open) or "none" (one row).
    where: group keys and values, such as {"sex": "female", "age": ["60-74", "75+"]}; several values of a key are
        pooled. At most three keys beside sex and age. Allowed values: `groups(outcome)`.
    standardize: "age-sex" for direct standardization to the age x sex distribution of the outcome's whole sample
        (of its chosen sexes and ages), or "none".
    variance: "taylor" (linearization) or "jackknife" (JKn, centered on the full-sample estimate).

    Returns
    -------
    A DataFrame with COLUMNS, then intake_mean_mg and population. Intake is first-day magnesium from food, mg/day, in
    (intake_low_mg, intake_high_mg], with NaN for no upper bound. prevalence, se, ci_low and ci_high are proportions
    (0-1); the interval is Korn-Graubard, 95%. n and cases count people, population is their weighted total. `df` is
    PSUs minus strata holding anyone of the row. A row that NCHS's standard suppresses stays, with reliable False and
    the reason in words in `flag`.

    Raises SurveyQueryError naming the parameter and the allowed values.
    """
    check_outcome(outcome, outcomes().index)
    check_choice("by", by, BY)
    standardize = standardize or "none"
    check_choice("standardize", standardize, STANDARDIZE)
    check_choice("variance", variance, VARIANCE)
    chosen = normalize_where(outcome, where or {})

    cells = choose_cells(outcome, tuple(key for key in chosen if key not in ALWAYS_CROSSED)).within(chosen)
    table, row_of_band = intake_rows(outcome, by)
    rows, n_rows = row_of_band[cells.intake_band], len(table["quintile"])
    groups, weights = standard_groups(outcome, cells, chosen, standardize)
    design = load_design(outcomes().at[outcome, "design"])
    totals = cells.sums(rows, groups, (n_rows, len(weights), len(design.stratum)))

    columns = table | prevalence_columns(totals, weights, design, variance)
    columns |= presentation_columns(columns) | {"intake_mean_mg": cells.mean_intake(rows, n_rows)}
    return pd.DataFrame({name: columns[name] for name in (*COLUMNS, "intake_mean_mg", "population")})


# --- What can be asked -------------------------------------------------------------------------------------------


@cache
def outcomes() -> pd.DataFrame:
    """Outcomes by key: design, n, cases, and the four quintile cut points (cut_1_mg ... cut_4_mg)."""
    return read_table("survey_outcomes.csv").set_index("outcome")


@cache
def groups(outcome: str) -> dict[str, list[str]]:
    """Group keys of an outcome and the values each may take, such as {"sex": ["female", "male"], ...}.

    "unknown" (not examined, refused) is counted in totals but is no group to choose.
    """
    present = next(iter(load_cells(outcome).values())).values
    return {key: [value for value in values if value in present[key]] for key, values in GROUP_ORDER.items()}


GROUP_ORDER = {
    "sex": ["female", "male"],
    "age": ["20-39", "40-59", "60-74", "75+"],
    "race": ["mexican-american", "other-hispanic", "white", "black", "other"],
    "diabetes": ["yes", "no"],
    "ckd": ["yes", "no"],
    "diuretic": ["yes", "no"],
    "ppi": ["yes", "no"],
    "bmi": ["under25", "25-29", "30plus"],
    "weak_kidneys": ["yes", "no"],
}


@cache
def blocks(outcome: str) -> list[tuple[str, ...]]:
    """Conditions crossed with one another, block by block; any part of a block can be asked for."""
    return list(load_cells(outcome))


def check_choice(parameter: str, value: str, allowed: Sequence[str]) -> None:
    """Raise SurveyQueryError unless `value` is allowed."""
    if value not in allowed:
        raise SurveyQueryError(parameter, value, allowed)


def check_outcome(outcome: str, in_table: Collection[str], table: str = "survey_outcomes.csv") -> None:
    """Raise SurveyQueryError for an outcome nobody declared, DataError for a declared one that the table lacks."""
    check_choice("outcome", outcome, get_args(Outcome))
    if outcome not in in_table:
        raise DataError(f"{table}: has no row of '{outcome}'. {RECOMPUTE}.")


def normalize_where(outcome: str, where: Mapping[str, str | Sequence[str]]) -> dict[str, list[str]]:
    """Every value as a list, checked against `groups(outcome)`."""
    allowed = groups(outcome)
    chosen = {}
    for key, values in where.items():
        check_choice("where", key, list(allowed))
        chosen[key] = [values] if isinstance(values, str) else list(dict.fromkeys(values))
        if not chosen[key]:
            raise SurveyQueryError(f"where {key}", "", allowed[key])
        for value in chosen[key]:
            check_choice(f"where {key}", value, allowed[key])
    return chosen


def choose_cells(outcome: str, conditions: tuple[str, ...]) -> Cells:
    """The first block that crosses all of `conditions`."""
    for block, cells in load_cells(outcome).items():
        if set(conditions) <= set(block):
            return cells
    tabulated = [" x ".join(block) for block in blocks(outcome)]
    raise SurveyQueryError("where", " x ".join(conditions), tabulated, expected="any part of one of")


# --- The committed tables ----------------------------------------------------------------------------------------


def read_table(name: str) -> pd.DataFrame:
    """A committed CSV or Parquet table; DataError where it is missing or broken, or lacks a declared column."""
    return read_result(declared_result(name))


@cache
def load_cells(outcome: str) -> dict[tuple[str, ...], Cells]:
    """Cells of an outcome by the conditions their block crosses, in file order."""
    check_outcome(outcome, outcomes().index)
    table = read_table(f"cells_{outcome}.parquet")
    design = load_design(outcomes().at[outcome, "design"])
    return dict(split_into_blocks(table, design, load_mean_intakes(outcome)))


@cache
def load_bands(outcome: str) -> pd.DataFrame:
    """Intake bands of an outcome, which nest quintile cut points and 50 mg steps."""
    bands = read_table("intake_bands.csv")
    return bands[bands["outcome"] == outcome].reset_index(drop=True)


@cache
def load_design(design: str) -> Design:
    """All PSUs of a design ("1999-2004"), with or without anyone of the sample."""
    units = read_table("survey_design.csv")
    units = units[units["design"] == design]
    stratum = pd.factorize(units["stratum"])[0]
    position = {unit: i for i, unit in enumerate(zip(units["stratum"], units["psu"], strict=True))}
    return Design(stratum, np.bincount(stratum), position)


@cache
def load_mean_intakes(outcome: str) -> pd.Series:
    """Weighted mean intake, mg, by intake band, sex and age."""
    means = read_table("mean_intakes.csv")
    return means[means["outcome"] == outcome].set_index(["intake_band", "sex", "age"])["intake_mean_mg"]


@cache
def load_funnel(outcome: str) -> pd.DataFrame:
    """How the sample came about: step, label and n, from everyone sampled to the analytic sample."""
    check_outcome(outcome, outcomes().index)
    funnel = read_table("survey_funnel.csv")
    return funnel[funnel["outcome"] == outcome].drop(columns="outcome").reset_index(drop=True)


@cache
def load_benchmarks() -> pd.DataFrame:
    """Published figures beside ours: key, study, what, unit, published and ours with their bounds, note."""
    return read_table("benchmarks.csv")


# --- Sums --------------------------------------------------------------------------------------------------------


@cache
def intake_rows(outcome: str, by: str) -> tuple[dict[str, Any], np.ndarray]:
    """The first columns of the answer (quintile, intake bounds), and its row for each intake band."""
    bands = load_bands(outcome)
    step = {"quintile": bands["quintile"], "band": bands["step_low_mg"], "none": pd.Series(0, bands.index)}[by]
    row_of_band, _ = pd.factorize(step)
    grouped = bands.groupby(row_of_band)
    first = grouped[["quintile", "intake_low_mg"]].first()
    quintile = first["quintile"] if by == "quintile" else pd.Series(pd.NA, first.index)
    # `last` would skip the missing bound that stands for "and above".
    high = grouped["intake_high_mg"].nth(-1).to_numpy()
    low = first["intake_low_mg"].to_numpy()
    return {"quintile": quintile.astype("Int64").array, "intake_low_mg": low, "intake_high_mg": high}, row_of_band


def standard_groups(
    outcome: str, cells: Cells, chosen: dict[str, list[str]], standardize: str
) -> tuple[np.ndarray, np.ndarray]:
    """The standardizing group (age x sex) of each cell, and the groups' weights, which sum to 1."""
    if standardize != "age-sex":
        return np.zeros(len(cells.unit), int), np.ones(1)
    standard = standard_population(outcome)
    for key, shape in (("age", (-1, 1)), ("sex", (1, -1))):
        if key in chosen:
            standard = standard * cells.is_one_of(key, chosen[key]).reshape(shape)
    present = standard.ravel() > 0
    position = np.cumsum(present) - 1
    group = position[cells.codes["age"] * standard.shape[1] + cells.codes["sex"]]
    return group, standard.ravel()[present] / standard.sum()


@cache
def standard_population(outcome: str) -> np.ndarray:
    """Weighted total of the outcome's whole sample, ages x sexes."""
    cells = choose_cells(outcome, ())
    shape = (len(cells.values["age"]), len(cells.values["sex"]))
    place = cells.codes["age"] * shape[1] + cells.codes["sex"]
    return np.bincount(place, cells.population, shape[0] * shape[1]).reshape(shape)
