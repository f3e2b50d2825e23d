"""The declared columns of every survey result in `data/results/`; the files are written by `make results` alone.

A result row has no key of its own, so these rows are plain models and a `ResultTable` names the columns that tell
rows apart and the sources the whole table rests on. A new file there needs its declaration here.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pandas as pd
from pydantic import BaseModel, Field, ValidationError

from data.base import DataError, RecordError, quantity
from data.files import DATA_FOLDER, check_bytes, read_bytes

Outcome = Literal["neuropathy", "neuropathy_one_foot", "chronic_pain", "rheumatoid_arthritis"]
Sex = Literal["female", "male"]
AgeGroup = Literal["20-39", "40-59", "60-74", "75+"]
Adjustment = Literal["crude", "demographic", "full"]
AnyAdjustment = Literal["crude", "demographic", "full", "full_energy_spline"]
Scale = Literal["amount", "density", "residual"]
YesNo = Literal["yes", "no", "unknown"]

NEUROPATHY_CYCLES = ("nhanes_1999_2004",)
ALL_CYCLES = ("nhanes_1999_2004", "nhanes_2003_2016")
RECENT_CYCLES = ("nhanes_2017_2023",)


@dataclass(frozen=True)
class ResultTable:
    """A table written by the pipeline: `identity` are the columns that tell its rows apart."""

    name: str
    path: str  # below DATA_FOLDER
    row: type[BaseModel]
    title: str
    description: str
    identity: tuple[str, ...]
    sources: tuple[str, ...]
    licence: str = "CC-BY-4.0"

    @property
    def file(self) -> Path:
        return DATA_FOLDER / self.path


def read_result(table: ResultTable) -> pd.DataFrame:
    """The rows of a result table. Raises DataError where it is missing or damaged, or its rows are not as declared."""
    content = read_bytes(table.file)
    read = pd.read_parquet if table.file.suffix == ".parquet" else pd.read_csv
    try:
        rows = read(io.BytesIO(content))
    except (OSError, ValueError) as problem:  # pandas' and pyarrow's faults of content are ValueErrors
        raise DataError(f"{table.file.name}: is not a readable table ({problem}). {RECOMPUTE}.") from problem
    check_rows(table, rows)
    check_bytes(table.file, content)
    return rows


RECOMPUTE = "Restore it with git, or run `make results`"


def check_rows(table: ResultTable, rows: pd.DataFrame) -> None:
    """Raise RecordError for a column that is missing, or the first value that its declaration does not allow."""
    if missing := [column for column in table.row.model_fields if column not in rows.columns]:
        expected = f"column is missing; expected {list(table.row.model_fields)}. {RECOMPUTE}"
        raise RecordError(table.file, "(header)", missing[0], expected)
    any_row = table.row.model_construct()
    for column in table.row.model_fields:
        for value in _telling(rows[column]):
            try:
                table.row.__pydantic_validator__.validate_assignment(any_row, column, value)
            except ValidationError as problem:
                at = int((rows[column].isna() if value is None else rows[column] == value).to_numpy().argmax())
                said = problem.errors()[0]["msg"].removeprefix("Input should be ")
                wrong = f"is {value!r}; expected {said}. {RECOMPUTE}"
                raise RecordError(table.file, f"(row {at + 2})", column, wrong) from None


def _telling(column: pd.Series) -> list[object]:
    """The values that tell for all: of numbers the lowest, the highest and one with a fraction; None for no value."""
    given = column.dropna()
    if not pd.api.types.is_numeric_dtype(given) or pd.api.types.is_bool_dtype(given) or given.empty:
        values = given.unique().tolist()
    elif pd.api.types.is_integer_dtype(given):
        values = [int(given.min()), int(given.max())]
    else:
        values = [float(given.min()), float(given.max()), *given[given % 1 != 0].head(1).tolist()]
    return [*values, None] if column.hasnans else values


def _of_block(what: str) -> str:
    return f"{what}; empty in blocks that do not cross it"


class CellRow(BaseModel):
    """People of one cell in one sampling unit, cases and others apart."""

    block: str = Field(description="Which conditions are crossed in this row, joined by hyphens")
    intake_band: int = Field(description="Intake band, numbered from 0; bounds in the table of intake bands", ge=0)
    sex: Sex = Field(description="Sex as recorded in the survey")
    age: AgeGroup = Field(description="Age group, years")
    race: Literal["mexican-american", "other-hispanic", "white", "black", "other"] | None = Field(
        None, description=_of_block("Race and Hispanic origin as recorded in the survey")
    )
    diabetes: YesNo | None = Field(None, description=_of_block("Told by a doctor of diabetes"))
    ckd: YesNo | None = Field(None, description=_of_block("Estimated GFR below 60 mL/min/1.73 m² (CKD-EPI 2021)"))
    diuretic: YesNo | None = Field(None, description=_of_block("Takes a prescribed diuretic"))
    ppi: YesNo | None = Field(None, description=_of_block("Takes a prescribed proton pump inhibitor"))
    bmi: Literal["under25", "25-29", "30plus", "unknown"] | None = Field(
        None, description=_of_block("Body mass index group, kg/m²")
    )
    weak_kidneys: YesNo | None = Field(None, description=_of_block("Told by a doctor of weak or failing kidneys"))
    case: int = Field(description="1 for people with the outcome, 0 for those without", ge=0, le=1)
    stratum: int = Field(description="Sampling stratum of the survey (masked)", ge=1)
    psu: int = Field(description="Primary sampling unit within the stratum (masked)", ge=1)
    n: int = quantity("People seen", "people", ge=1)
    population: float = quantity("Sum of the dietary day-1 weights", "people represented", gt=0)


class IntakeBandRow(BaseModel):
    """One intake band; bands nest the quintile cut points and 50 mg steps."""

    outcome: Outcome = Field(description="The outcome the band belongs to")
    intake_band: int = Field(description="Number of the band, from 0", ge=0)
    intake_low_mg: float = quantity("Lower bound, not included", "mg/day", ge=0)
    intake_high_mg: float | None = quantity("Upper bound, included; empty for no bound", "mg/day", default=None, gt=0)
    quintile: int = Field(description="Fifth of the population by intake, 1 lowest", ge=1, le=5)
    step_low_mg: float = quantity("Lower bound of the 50 mg step the band lies in", "mg/day", ge=0)


class MeanIntakeRow(BaseModel):
    """Weighted mean magnesium from food of one intake band, sex and age group."""

    outcome: Outcome = Field(description="The outcome whose sample it is")
    intake_band: int = Field(description="Number of the intake band, from 0", ge=0)
    sex: Sex = Field(description="Sex as recorded in the survey")
    age: AgeGroup = Field(description="Age group, years")
    intake_mean_mg: float = quantity("Weighted mean magnesium from food, first recall day", "mg/day", ge=0)


class DesignRow(BaseModel):
    """One primary sampling unit of a pooled survey design."""

    design: str = Field(description="Survey years pooled", pattern=r"^\d{4}-\d{4}$")
    stratum: int = Field(description="Sampling stratum (masked)", ge=1)
    psu: int = Field(description="Primary sampling unit within the stratum (masked)", ge=1)


class OutcomeRow(BaseModel):
    """The sample of one outcome and its quintile cut points."""

    outcome: Outcome = Field(description="Outcome")
    design: str = Field(description="Survey years pooled", pattern=r"^\d{4}-\d{4}$")
    n: int = quantity("People in the analytic sample", "people", ge=1)
    cases: int = quantity("People with the outcome", "people", ge=0)
    cut_1_mg: float = quantity("Upper bound of the lowest fifth", "mg/day", gt=0)
    cut_2_mg: float = quantity("Upper bound of the second fifth", "mg/day", gt=0)
    cut_3_mg: float = quantity("Upper bound of the middle fifth", "mg/day", gt=0)
    cut_4_mg: float = quantity("Upper bound of the fourth fifth", "mg/day", gt=0)


class FunnelRow(BaseModel):
    """How many people are left after one step towards an outcome's analytic sample."""

    outcome: Outcome = Field(description="Outcome")
    step: Literal["sampled", "of_age", "examined", "classified", "reliable_recall"] = Field(description="The step")
    label: str = Field(description="The step in words")
    n: int = quantity("People left", "people", ge=1)


def _odds_ratio(what: str) -> Any:
    return quantity(f"Odds ratio, {what}; 1 means no difference", "ratio", gt=0)


def _bound(which: str) -> Any:
    return quantity(f"{which} bound of the 95% interval", "ratio", gt=0)


class ModelRow(BaseModel):
    """What a row of a survey-weighted logistic regression belongs to."""

    outcome: Outcome = Field(description="Outcome")
    adjustment: Adjustment = Field(
        description="What was adjusted for: nothing, age with sex and race, or the full set of the methods"
    )
    group: str = Field(description="Whose: all, or a group such as sex=female", pattern=r"^(all|[a-z_]+=[a-z0-9+-]+)$")


class OddsRatioRow(ModelRow):
    """Odds ratio of the outcome in one fifth of intake against the middle fifth."""

    quintile: int = Field(description="Fifth of the population by intake, 1 lowest; 3 is the reference", ge=1, le=5)
    intake_low_mg: float = quantity("Lower bound of the fifth, not included", "mg/day", ge=0)
    intake_high_mg: float | None = quantity("Upper bound, included; empty for no bound", "mg/day", default=None, gt=0)
    n: int = quantity("People in the model and the fifth", "people", ge=1)
    cases: int = quantity("Of them with the outcome", "people", ge=0)
    odds_ratio: float = _odds_ratio("against the middle fifth")
    ci_low: float = _bound("Lower")
    ci_high: float = _bound("Upper")
    se_log: float = quantity("Standard error of the log odds ratio; 0 for the reference", "log units", ge=0)
    df: int = Field(description="Degrees of freedom left to the model", ge=1)
    flag: str | None = Field(None, description="Why the row should not be shown, in words")


class CurveRow(ModelRow):
    """One point of a smooth curve (restricted cubic spline) of the odds ratio by intake."""

    intake_mg: float = quantity("Magnesium from food, first recall day", "mg/day", ge=0)
    odds_ratio: float = _odds_ratio("against the reference intake")
    ci_low: float = _bound("Lower")
    ci_high: float = _bound("Upper")


class CurveTestRow(ModelRow):
    """What a smooth curve rests on, and its test for non-linearity."""

    n: int = quantity("People in the model", "people", ge=1)
    cases: int = quantity("Of them with the outcome", "people", ge=0)
    reference_mg: float = quantity("Intake at which the odds ratio is 1", "mg/day", gt=0)
    knot_1_mg: float = quantity("First knot of the spline", "mg/day", gt=0)
    knot_2_mg: float = quantity("Second knot", "mg/day", gt=0)
    knot_3_mg: float = quantity("Third knot", "mg/day", gt=0)
    knot_4_mg: float = quantity("Fourth knot", "mg/day", gt=0)
    nonlinearity_f: float = Field(description="F statistic of the test for non-linearity", ge=0)
    nonlinearity_df: int = Field(description="Denominator degrees of freedom of the test", ge=1)
    nonlinearity_p: float = Field(description="p value of the test", ge=0, le=1)
    flag: str | None = Field(None, description="Why the curve should not be shown, in words")


class MultiverseRow(BaseModel):
    """One analysis of a list; the first part was written before it was run. Neuropathy, odds ratios against the middle fifth."""

    specification: int = Field(description="Number of the analysis, from 1", ge=1)
    weights: Literal["dietary", "exam", "none"] = Field(description="Survey weights used")
    case_rule: Literal["strict", "one_foot"] = Field(description="Both feet classified, or one foot enough")
    cuts: Literal["weighted", "unweighted"] = Field(
        description="Quintile cut points of the population or of the sample"
    )
    adjustment: AnyAdjustment = Field(description="What was adjusted for")
    energy: Literal["all", "500-5000"] = Field(description="Everybody, or 500 to 5,000 kcal on the recall day only")
    diabetes: Literal["all", "without"] = Field(description="Everybody, or people without diabetes only")
    n: int = quantity("People in the analysis", "people", ge=1)
    cases: int = quantity("Of them with neuropathy", "people", ge=0)
    q1_odds_ratio: float = _odds_ratio("lowest fifth")
    q1_ci_low: float = _bound("Lower")
    q1_ci_high: float = _bound("Upper")
    q2_odds_ratio: float = _odds_ratio("second fifth")
    q2_ci_low: float = _bound("Lower")
    q2_ci_high: float = _bound("Upper")
    q4_odds_ratio: float = _odds_ratio("fourth fifth")
    q4_ci_low: float = _bound("Lower")
    q4_ci_high: float = _bound("Upper")
    q5_odds_ratio: float = _odds_ratio("highest fifth")
    q5_ci_low: float = _bound("Lower")
    q5_ci_high: float = _bound("Upper")
    lowest_quintile: int = Field(description="Fifth with the lowest odds", ge=1, le=5)
    low_arm_excludes_1: bool = Field(description="The interval of the lowest fifth lies above 1")
    high_arm_excludes_1: bool = Field(description="The interval of the highest fifth lies above 1")
    nonlinearity_p: float = Field(description="p value of the test for non-linearity", ge=0, le=1)
    scale: Scale = Field(description="Intake as amount, per 1,000 kcal of that day, or adjusted for energy")
    declared_on: str = Field(description="Day on which the analysis was listed", pattern=r"^\d{4}-\d{2}-\d{2}$")


class IntakeRow(BaseModel):
    """One statistic of magnesium intake in one group."""

    cycle: Literal["2017-2020", "2021-2023"] = Field(description="Survey years")
    sex: Literal["all", "female", "male"] = Field(description="Sex as recorded in the survey")
    key: Literal["all", "age", "race", "income", "diabetes", "ckd", "diuretic", "ppi"] = Field(
        description="What the group is made by"
    )
    value: str = Field(description="Which group: an age in years, a share of the poverty line in percent, yes or no …")
    source: Literal["food", "food_and_supplements", "supplements"] = Field(description="Where the magnesium comes from")
    method: Literal["one_day", "usual", "month"] = Field(
        description="One recall day as it is, usual intake adjusted with two days, or supplements of a month"
    )
    statistic: Literal["mean", "p05", "p10", "p25", "p50", "p75", "p90", "p95", "share_below_ear", "share_above_ul"] = (
        Field(description="Mean and percentiles in mg a day; shares from 0 to 1")
    )
    n: int = quantity("People seen", "people", ge=1)
    estimate: float = quantity("The statistic", "mg/day, or proportion for a share", ge=0)
    se: float | None = quantity("Standard error, where one is given", "as the estimate", default=None, ge=0)
    ci_low: float = quantity("Lower bound of the 95% interval", "as the estimate", ge=0)
    ci_high: float = quantity("Upper bound of the 95% interval", "as the estimate", ge=0)
    df: int = Field(description="Degrees of freedom", ge=1)
    reliable: bool = Field(description="Whether it may be shown by the standard of NCHS")
    flag: str | None = Field(None, description="Why it is not shown, or should be read with care")


class IntakeTrendRow(BaseModel):
    """Mean magnesium intake from food of adults, one survey cycle."""

    cycle: str = Field(description="Survey years", pattern=r"^\d{4}-\d{4}$")
    sex: Literal["all", "female", "male"] = Field(description="Sex as recorded in the survey")
    n: int = quantity("People seen", "people", ge=1)
    intake_mean_mg: float = quantity("Weighted mean magnesium from food, first recall day", "mg/day", gt=0)
    se: float = quantity("Standard error", "mg/day", ge=0)
    ci_low: float = quantity("Lower bound of the 95% interval", "mg/day", gt=0)
    ci_high: float = quantity("Upper bound of the 95% interval", "mg/day", gt=0)
    df: int = Field(description="Degrees of freedom", ge=1)


class BenchmarkRow(BaseModel):
    """A published figure beside ours from the same files."""

    key: str = Field(description="Stable name of the comparison", pattern=r"^[a-z0-9_-]+$")
    doi: str = Field(description="Digital Object Identifier of the paper", pattern=r"^10\.\S+/\S+$")
    study: str = Field(description="First author and year")
    what: str = Field(description="What is compared")
    unit: Literal["percent", "people", "odds ratio", "mg/day"] = Field(description="Unit of all figures of the row")
    published: float = quantity("Figure in the paper", "as the column unit", ge=0)
    published_low: float | None = quantity("Its lower bound", "as the column unit", default=None, ge=0)
    published_high: float | None = quantity("Its upper bound", "as the column unit", default=None, ge=0)
    ours: float = quantity("Our figure", "as the column unit", ge=0)
    ours_low: float | None = quantity("Its lower bound", "as the column unit", default=None, ge=0)
    ours_high: float | None = quantity("Its upper bound", "as the column unit", default=None, ge=0)
    note: str | None = Field(None, description="Why they may differ")


_CELL_IDENTITY = (
    *("block", "intake_band", "sex", "age", "race", "diabetes", "ckd", "diuretic", "ppi", "bmi", "weak_kidneys"),
    *("case", "stratum", "psu"),
)


def _cells(outcome: str, title: str, sources: tuple[str, ...]) -> ResultTable:
    return ResultTable(
        name=f"cells-{outcome.replace('_', '-')}",
        path=f"results/cells_{outcome}.parquet",
        row=CellRow,
        title=f"Survey cells: {title}",
        description="Counts and weighted totals by intake band, sex, age and up to three conditions in every sampling "
        "unit; prevalence, its variance and jackknife replicates are sums over these rows. Computed by us.",
        identity=_CELL_IDENTITY,
        sources=sources,
    )


CELLS_NEUROPATHY = _cells("neuropathy", "neuropathy, both feet tested", NEUROPATHY_CYCLES)
CELLS_ONE_FOOT = _cells("neuropathy_one_foot", "neuropathy, one foot enough", NEUROPATHY_CYCLES)
CELLS_CHRONIC_PAIN = _cells("chronic_pain", "chronic pain", NEUROPATHY_CYCLES)
CELLS_RHEUMATOID_ARTHRITIS = _cells("rheumatoid_arthritis", "rheumatoid arthritis, women", ("nhanes_2003_2016",))

INTAKE_BANDS = ResultTable(
    name="intake-bands",
    path="results/intake_bands.csv",
    row=IntakeBandRow,
    title="Intake bands",
    description="Bounds of the intake bands of the survey cells, and the fifth each belongs to.",
    identity=("outcome", "intake_band"),
    sources=ALL_CYCLES,
)
MEAN_INTAKES = ResultTable(
    name="mean-intakes",
    path="results/mean_intakes.csv",
    row=MeanIntakeRow,
    title="Mean intake by band",
    description="Where the people of a band lie on the intake axis.",
    identity=("outcome", "intake_band", "sex", "age"),
    sources=ALL_CYCLES,
)
SURVEY_DESIGN = ResultTable(
    name="survey-design",
    path="results/survey_design.csv",
    row=DesignRow,
    title="Survey design",
    description="Every sampling unit of the pooled designs, with or without anyone of a sample in it.",
    identity=("design", "stratum", "psu"),
    sources=ALL_CYCLES,
)
SURVEY_OUTCOMES = ResultTable(
    name="survey-outcomes",
    path="results/survey_outcomes.csv",
    row=OutcomeRow,
    title="Survey outcomes",
    description="People, cases and quintile cut points of each outcome.",
    identity=("outcome",),
    sources=ALL_CYCLES,
)
SURVEY_FUNNEL = ResultTable(
    name="survey-funnel",
    path="results/survey_funnel.csv",
    row=FunnelRow,
    title="From sampled people to analytic samples",
    description="How many people are left after each step towards the analytic sample of an outcome.",
    identity=("outcome", "step"),
    sources=ALL_CYCLES,
)
ODDS_RATIOS = ResultTable(
    name="odds-ratios",
    path="results/odds_ratios.csv",
    row=OddsRatioRow,
    title="Odds ratios by fifth of intake",
    description="Survey-weighted logistic regression, the middle fifth as reference. Computed by us; associations only.",
    identity=("outcome", "adjustment", "group", "quintile"),
    sources=ALL_CYCLES,
)
CURVES = ResultTable(
    name="curves",
    path="results/curves.csv",
    row=CurveRow,
    title="Smooth curves of the odds ratio",
    description="Restricted cubic splines of the odds ratio by intake, with pointwise intervals. Computed by us.",
    identity=("outcome", "adjustment", "group", "intake_mg"),
    sources=ALL_CYCLES,
)
CURVE_TESTS = ResultTable(
    name="curve-tests",
    path="results/curve_tests.csv",
    row=CurveTestRow,
    title="What the smooth curves rest on",
    description="People, knots and the test for non-linearity of each curve.",
    identity=("outcome", "adjustment", "group"),
    sources=ALL_CYCLES,
)
MULTIVERSE = ResultTable(
    name="multiverse",
    path="results/multiverse.csv",
    row=MultiverseRow,
    title="Multiverse of analyses",
    description="Every combination of analysis choices for neuropathy by intake, each with the day it was listed on. The first 144 "
    "were listed before the set was run, when the main result and one unweighted variant had been seen; the others, which count "
    "intake per calorie or hold energy by a curve, after those. The list was registered nowhere outside.",
    identity=("specification",),
    sources=NEUROPATHY_CYCLES,
)
INTAKE = ResultTable(
    name="intake",
    path="results/intake.csv",
    row=IntakeRow,
    title="How much people get",
    description="Magnesium intake of US adults by group, from food and supplements. Computed by us.",
    identity=("cycle", "sex", "key", "value", "source", "method", "statistic"),
    sources=RECENT_CYCLES,
)
INTAKE_TREND = ResultTable(
    name="intake-trend",
    path="results/intake_trend.csv",
    row=IntakeTrendRow,
    title="Mean intake over the years",
    description="Mean magnesium from food of US adults, cycle by cycle; recall methods and food tables changed between.",
    identity=("cycle", "sex"),
    sources=ALL_CYCLES + RECENT_CYCLES,
)
BENCHMARKS = ResultTable(
    name="benchmarks",
    path="results/benchmarks.csv",
    row=BenchmarkRow,
    title="Published figures beside ours",
    description="What papers print from the same survey files, and what our code gives.",
    identity=("key",),
    sources=("gregg_2004", "hicks_2020", "wu_2024_phosphorus", "tarleton_2020", "hu_2020", "ford_mokdad_2003"),
)


def declared_result(file_name: str) -> ResultTable:
    """The declaration of a file of `data/results/`, such as "curves.csv"."""
    (table,) = (
        value for value in globals().values() if isinstance(value, ResultTable) and value.file.name == file_name
    )
    return table
