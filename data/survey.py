"""Prevalence with its design-based interval for any group, from the committed survey cells.

Source: NHANES public-use files (National Center for Health Statistics), tabulated by `pipeline/`; methods in
`docs/methods.md`. A row of `cells_<outcome>.parquet` holds n and the weighted total ("population") of one cell (intake
band x sex x age x up to three conditions) in one primary sampling unit (PSU), cases and others apart. Ratios,
linearised (Taylor) variances and jackknife (JKn) replicate totals are sums over those rows, so nothing is approximated
here and no person-level file is needed. Tables are read once, at the first call.
"""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import pandas as pd

from data.base import DataError, RecordError
from data.estimation import Design, Totals, presentation_columns, prevalence_columns
from data.results_tables import declared_result

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
ALWAYS_CROSSED = ("sex", "age")


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
    check_choice("outcome", outcome, list(outcomes().index))
    check_choice("by", by, BY)
    standardize = standardize or "none"
    check_choice("standardize", standardize, STANDARDIZE)
    check_choice("variance", variance, VARIANCE)
    chosen = normalize_where(outcome, where or {})

    cells = choose_cells(outcome, tuple(key for key in chosen if key not in ALWAYS_CROSSED))
    keep = np.ones(len(cells), bool)
    for key, values in chosen.items():
        keep &= cells[key].isin(values).to_numpy()
    cells = cells[keep]

    table, row_of_band = intake_rows(outcome, by)
    rows = row_of_band[cells["intake_band"]]
    standard_group, weights = standard_groups(outcome, cells, chosen, standardize)
    design = load_design(outcomes().at[outcome, "design"])
    totals = sum_cells(cells, rows, standard_group, design, (len(table), len(weights)))

    estimates = prevalence_columns(totals, weights, design, variance)
    means = {"intake_mean_mg": mean_intake(cells, rows, len(table))}
    # Built at once: adding columns to a table one by one takes longer than the arithmetic.
    table = pd.DataFrame({**dict(table.items()), **estimates, **presentation_columns(estimates), **means})
    return table[[*COLUMNS, "intake_mean_mg", "population"]]


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
    cells = load_cells(outcome)
    present = {key: set(cells[key].cat.categories) for key in GROUP_ORDER}
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
    return [tuple(name.split("-")) for name in load_cells(outcome)["block"].cat.categories]


def check_choice(parameter: str, value: str, allowed: Sequence[str]) -> None:
    """Raise SurveyQueryError unless `value` is allowed."""
    if value not in allowed:
        raise SurveyQueryError(parameter, value, allowed)


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


def choose_cells(outcome: str, conditions: tuple[str, ...]) -> pd.DataFrame:
    """The first block that crosses all of `conditions`."""
    for block in blocks(outcome):
        if set(conditions) <= set(block):
            return load_block(outcome, block)
    tabulated = [" x ".join(block) for block in blocks(outcome)]
    raise SurveyQueryError("where", " x ".join(conditions), tabulated, expected="any part of one of")


# --- The committed tables ----------------------------------------------------------------------------------------


def read_table(name: str) -> pd.DataFrame:
    """A committed CSV or Parquet table; DataError where it is missing or broken, or lacks a declared column."""
    table = declared_result(name)
    if not table.file.is_file():
        raise DataError(f"{name}: is missing from data/results/. Restore it with git, or run `make results`.")
    try:
        rows = pd.read_parquet(table.file) if table.file.suffix == ".parquet" else pd.read_csv(table.file)
    except (OSError, ValueError) as problem:  # pandas' and pyarrow's faults of content are ValueErrors
        raise DataError(f"{name}: is not a readable table ({problem}). Run `make results`.") from problem
    if missing := [column for column in table.row.model_fields if column not in rows.columns]:
        expected = f"column is missing; expected {list(table.row.model_fields)}. Run `make results`"
        raise RecordError(table.file, "(header)", missing[0], expected)
    return rows


@cache
def load_cells(outcome: str) -> pd.DataFrame:
    """Cells of an outcome: block, intake_band, the group keys (categorical), case, stratum, psu, n, population."""
    check_choice("outcome", outcome, list(outcomes().index))
    return read_table(f"cells_{outcome}.parquet")


@cache
def load_block(outcome: str, block: tuple[str, ...]) -> pd.DataFrame:
    """Cells of one block, with `unit` (the PSU's position in the design) and `intake_mean_mg`."""
    cells = load_cells(outcome)
    used = [*ALWAYS_CROSSED, *block, "intake_band", "case", "stratum", "psu", "n", "population"]
    cells = cells.loc[cells["block"] == "-".join(block), used]
    cells = cells.astype({"n": "int64", "population": "float64", "intake_band": "int64"})
    cells["unit"] = unit_positions(cells, load_design(outcomes().at[outcome, "design"]))
    keys = pd.MultiIndex.from_frame(cells[["intake_band", *ALWAYS_CROSSED]])
    cells["intake_mean_mg"] = load_mean_intakes(outcome).reindex(keys).to_numpy()
    return cells.drop(columns=["stratum", "psu"])


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


def unit_positions(cells: pd.DataFrame, design: Design) -> np.ndarray:
    """Position of each row's PSU in the design."""
    lookup = np.full((cells["stratum"].max() + 1, cells["psu"].max() + 1), -1)
    for (stratum, psu), i in design.position.items():
        if stratum < lookup.shape[0] and psu < lookup.shape[1]:
            lookup[stratum, psu] = i
    return lookup[cells["stratum"], cells["psu"]]


@cache
def load_mean_intakes(outcome: str) -> pd.Series:
    """Weighted mean intake, mg, by intake band, sex and age."""
    means = read_table("mean_intakes.csv")
    return means[means["outcome"] == outcome].set_index(["intake_band", "sex", "age"])["intake_mean_mg"]


@cache
def load_funnel(outcome: str) -> pd.DataFrame:
    """How the sample came about: step, label and n, from everyone sampled to the analytic sample."""
    check_choice("outcome", outcome, list(outcomes().index))
    funnel = read_table("survey_funnel.csv")
    return funnel[funnel["outcome"] == outcome].drop(columns="outcome").reset_index(drop=True)


# --- Sums --------------------------------------------------------------------------------------------------------


@cache
def intake_rows(outcome: str, by: str) -> tuple[pd.DataFrame, np.ndarray]:
    """The empty output table (quintile, intake bounds) and the output row of each intake band."""
    bands = load_bands(outcome)
    step = {"quintile": bands["quintile"], "band": bands["step_low_mg"], "none": pd.Series(0, bands.index)}[by]
    row_of_band, _ = pd.factorize(step)
    grouped = bands.groupby(row_of_band)
    table = pd.DataFrame(
        {
            "quintile": grouped["quintile"].first().astype("Int64") if by == "quintile" else pd.NA,
            "intake_low_mg": grouped["intake_low_mg"].first(),
            # `last` would skip the missing bound that stands for "and above".
            "intake_high_mg": grouped["intake_high_mg"].nth(-1).to_numpy(),
        }
    )
    return table.astype({"quintile": "Int64"}), row_of_band


def standard_groups(
    outcome: str, cells: pd.DataFrame, chosen: dict[str, list[str]], standardize: str
) -> tuple[np.ndarray, np.ndarray]:
    """The standardizing group (age x sex) of each cell, and the groups' weights, which sum to 1."""
    if standardize != "age-sex":
        return np.zeros(len(cells), int), np.ones(1)
    standard = standard_population(outcome)
    for key in ALWAYS_CROSSED:
        if key in chosen:
            standard = standard[standard.index.get_level_values(key).isin(chosen[key])]
    position = standard.index.get_indexer(pd.MultiIndex.from_arrays([cells[key] for key in standard.index.names]))
    return position, (standard / standard.sum()).to_numpy()


@cache
def standard_population(outcome: str) -> pd.Series:
    """Weighted total of the outcome's whole sample by age and sex."""
    return load_block(outcome, blocks(outcome)[0]).groupby(["age", "sex"], observed=True)["population"].sum()


def sum_cells(
    cells: pd.DataFrame, rows: np.ndarray, groups: np.ndarray, design: Design, shape: tuple[int, int]
) -> Totals:
    """Sums of the cells by output row, standardizing group and PSU."""
    shape = (*shape, len(design.stratum))
    place = np.ravel_multi_index((rows, groups, cells["unit"].to_numpy()), shape)
    case = cells["case"].to_numpy()

    def total(column: str, weight: np.ndarray | int = 1) -> np.ndarray:
        return np.bincount(place, cells[column].to_numpy() * weight, np.prod(shape)).reshape(shape)

    return Totals(total("n"), total("population"), total("n", case), total("population", case))


def mean_intake(cells: pd.DataFrame, rows: np.ndarray, n_rows: int) -> np.ndarray:
    """Mean intake of each row, mg/day: where a chart places it, and no estimate of its own.

    Averages the means of (band, sex, age) by the group's weights, so within a band a condition moves nothing.
    """
    population = cells["population"].to_numpy()
    totals = np.bincount(rows, population * cells["intake_mean_mg"].to_numpy(), n_rows)
    with np.errstate(invalid="ignore"):
        return totals / np.bincount(rows, population, n_rows)
