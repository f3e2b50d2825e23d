"""What stands in each column of each survey result: the rows of `data/results_tables.py`.

A result row has no key of its own, so these are plain models. Columns that several tables have are taken by name from
`data/fields.py`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from data.base import quantity
from data.fields import (
    Adjustment,
    AgeGroup,
    AnyAdjustment,
    AnySex,
    BmiGroup,
    Outcome,
    Race,
    Scale,
    Sex,
    YesNo,
    column,
)

ONLY_CROSSED = "; empty in blocks that do not cross it"


class CellRow(BaseModel):
    """People of one cell in one sampling unit, cases and others apart."""

    block: str = Field(description="Which conditions are crossed in this row, joined by hyphens")
    intake_band: int = column("intake_band")
    sex: Sex = column("sex")
    age: AgeGroup = column("age")
    race: Race | None = column("race", of=ONLY_CROSSED, default=None)
    diabetes: YesNo | None = column("diabetes", of=ONLY_CROSSED, default=None)
    ckd: YesNo | None = column("ckd", of=ONLY_CROSSED, default=None)
    diuretic: YesNo | None = column("diuretic", of=ONLY_CROSSED, default=None)
    ppi: YesNo | None = column("ppi", of=ONLY_CROSSED, default=None)
    bmi: BmiGroup | None = column("bmi", of=ONLY_CROSSED, default=None)
    weak_kidneys: YesNo | None = column("weak_kidneys", of=ONLY_CROSSED, default=None)
    case: int = Field(description="1 for people with the outcome, 0 for those without", ge=0, le=1)
    stratum: int = column("stratum")
    psu: int = column("psu")
    n: int = column("n")
    population: float = column("population")


class IntakeBandRow(BaseModel):
    """One intake band; bands nest the quintile cut points and 50 mg steps."""

    outcome: Outcome = column("outcome", of=" the band belongs to")
    intake_band: int = column("intake_band")
    intake_low_mg: float = column("intake_low_mg")
    intake_high_mg: float | None = column("intake_high_mg", default=None)
    quintile: int = column("quintile")
    step_low_mg: float = quantity("Lower bound of the 50 mg step the band lies in", "mg/day", ge=0)


class MeanIntakeRow(BaseModel):
    """Weighted mean magnesium from food of one intake band, sex and age group."""

    outcome: Outcome = column("outcome", of=" whose sample it is")
    intake_band: int = column("intake_band")
    sex: Sex = column("sex")
    age: AgeGroup = column("age")
    intake_mean_mg: float = column("intake_mean_mg")


class DesignRow(BaseModel):
    """One primary sampling unit of a pooled survey design."""

    design: str = column("design")
    stratum: int = column("stratum")
    psu: int = column("psu")


class OutcomeRow(BaseModel):
    """The sample of one outcome and its quintile cut points."""

    outcome: Outcome = column("outcome")
    design: str = column("design")
    n: int = quantity("People in the analytic sample", "people", ge=1)
    cases: int = column("cases")
    cut_1_mg: float = quantity("Upper bound of the lowest fifth", "mg/day", gt=0)
    cut_2_mg: float = quantity("Upper bound of the second fifth", "mg/day", gt=0)
    cut_3_mg: float = quantity("Upper bound of the middle fifth", "mg/day", gt=0)
    cut_4_mg: float = quantity("Upper bound of the fourth fifth", "mg/day", gt=0)


class FunnelRow(BaseModel):
    """How many people are left after one step towards an outcome's analytic sample."""

    outcome: Outcome = column("outcome")
    step: Literal["sampled", "of_age", "examined", "classified", "reliable_recall"] = Field(description="The step")
    label: str = Field(description="The step in words")
    n: int = quantity("People left", "people", ge=1)


class ModelRow(BaseModel):
    """What a row of a survey-weighted logistic regression belongs to."""

    outcome: Outcome = column("outcome")
    adjustment: Adjustment = column("adjustment")
    group: str = Field(description="Whose: all, or a group such as sex=female", pattern=r"^(all|[a-z_]+=[a-z0-9+-]+)$")


class OddsRatioRow(ModelRow):
    """Odds ratio of the outcome in one fifth of intake against the middle fifth."""

    quintile: int = column("quintile", of="; 3 is the reference")
    intake_low_mg: float = column("intake_low_mg", of=", of the fifth")
    intake_high_mg: float | None = column("intake_high_mg", default=None)
    n: int = quantity("People in the model and the fifth", "people", ge=1)
    cases: int = column("cases")
    odds_ratio: float = column("odds_ratio", of=", against the middle fifth")
    ci_low: float = column("ci_low", unit="ratio", gt=0)
    ci_high: float = column("ci_high", unit="ratio", gt=0)
    se_log: float = quantity("Standard error of the log odds ratio; 0 for the reference", "log units", ge=0)
    df: int = column("df", of=" left to the model")
    flag: str | None = column("flag", default=None)


class CurveRow(ModelRow):
    """One point of a smooth curve (restricted cubic spline) of the odds ratio by intake."""

    intake_mg: float = column("intake_mg")
    odds_ratio: float = column("odds_ratio", of=", against the reference intake")
    ci_low: float = column("ci_low", unit="ratio", gt=0)
    ci_high: float = column("ci_high", unit="ratio", gt=0)


class CurveTestRow(ModelRow):
    """What a smooth curve rests on, and its test for non-linearity."""

    n: int = quantity("People in the model", "people", ge=1)
    cases: int = column("cases")
    reference_mg: float = quantity("Intake at which the odds ratio is 1", "mg/day", gt=0)
    knot_1_mg: float = quantity("First knot of the spline", "mg/day", gt=0)
    knot_2_mg: float = quantity("Second knot", "mg/day", gt=0)
    knot_3_mg: float = quantity("Third knot", "mg/day", gt=0)
    knot_4_mg: float = quantity("Fourth knot", "mg/day", gt=0)
    nonlinearity_f: float = Field(description="F statistic of the test for non-linearity", ge=0)
    nonlinearity_df: int = Field(description="Denominator degrees of freedom of the test", ge=1)
    nonlinearity_p: float = column("p", of=" for non-linearity")
    flag: str | None = column("flag", default=None)


class MultiverseRow(BaseModel):
    """One analysis of a list; the first part was written before it was run. Neuropathy, odds ratios against the middle fifth."""

    specification: int = Field(description="Number of the analysis, from 1", ge=1)
    weights: Literal["dietary", "exam", "none"] = Field(description="Survey weights used")
    case_rule: Literal["strict", "one_foot"] = Field(description="Both feet classified, or one foot enough")
    cuts: Literal["weighted", "unweighted"] = Field(
        description="Quintile cut points of the population or of the sample"
    )
    adjustment: AnyAdjustment = column("adjustment", of=", or that with energy as a spline")
    energy: Literal["all", "500-5000"] = Field(description="Everybody, or 500 to 5,000 kcal on the recall day only")
    diabetes: Literal["all", "without"] = Field(description="Everybody, or people without diabetes only")
    n: int = quantity("People in the analysis", "people", ge=1)
    cases: int = column("cases")
    q1_odds_ratio: float = column("odds_ratio", of=", lowest fifth")
    q1_ci_low: float = column("ci_low", unit="ratio", gt=0)
    q1_ci_high: float = column("ci_high", unit="ratio", gt=0)
    q2_odds_ratio: float = column("odds_ratio", of=", second fifth")
    q2_ci_low: float = column("ci_low", unit="ratio", gt=0)
    q2_ci_high: float = column("ci_high", unit="ratio", gt=0)
    q4_odds_ratio: float = column("odds_ratio", of=", fourth fifth")
    q4_ci_low: float = column("ci_low", unit="ratio", gt=0)
    q4_ci_high: float = column("ci_high", unit="ratio", gt=0)
    q5_odds_ratio: float = column("odds_ratio", of=", highest fifth")
    q5_ci_low: float = column("ci_low", unit="ratio", gt=0)
    q5_ci_high: float = column("ci_high", unit="ratio", gt=0)
    lowest_quintile: int = Field(description="Fifth with the lowest odds", ge=1, le=5)
    low_arm_excludes_1: bool = Field(description="The interval of the lowest fifth lies above 1")
    high_arm_excludes_1: bool = Field(description="The interval of the highest fifth lies above 1")
    nonlinearity_p: float = column("p", of=" for non-linearity")
    scale: Scale = Field(description="Intake as amount, per 1,000 kcal of that day, or adjusted for energy")
    declared_on: str = Field(description="Day on which the analysis was listed", pattern=r"^\d{4}-\d{2}-\d{2}$")


class IntakeRow(BaseModel):
    """One statistic of magnesium intake in one group."""

    cycle: Literal["2017-2020", "2021-2023"] = column("cycle")
    sex: AnySex = column("sex")
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
    n: int = column("n")
    estimate: float = quantity("The statistic", "mg/day, or proportion for a share", ge=0)
    se: float | None = column("se", of=", where one is given", unit="as the estimate", default=None)
    ci_low: float = column("ci_low", unit="as the estimate")
    ci_high: float = column("ci_high", unit="as the estimate")
    df: int = column("df")
    reliable: bool = column("reliable")
    flag: str | None = column("flag", default=None)


class IntakeTrendRow(BaseModel):
    """Mean magnesium intake from food of adults, one survey cycle."""

    cycle: str = column("cycle", pattern=r"^\d{4}-\d{4}$")
    sex: AnySex = column("sex")
    n: int = column("n")
    intake_mean_mg: float = column("intake_mean_mg")
    se: float = column("se", unit="mg/day")
    ci_low: float = column("ci_low", unit="mg/day")
    ci_high: float = column("ci_high", unit="mg/day")
    df: int = column("df")


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
