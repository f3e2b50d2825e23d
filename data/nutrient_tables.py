"""The declared columns of the results that ask whether it is magnesium at all; written by `make results` alone."""

from __future__ import annotations

from typing import Any, Literal, get_args

from pydantic import BaseModel, Field

from data.base import quantity
from data.fields import AnyAdjustment, Outcome, Scale, column
from data.result_files import ResultTable
from data.results_tables import ALL_CYCLES, CELLS, MODELS, NEUROPATHY_CYCLES

Nutrient = Literal[
    "magnesium",
    "phosphorus",
    "calcium",
    "potassium",
    "zinc",
    "protein",
    "fiber",
    "carbohydrate",
    "fat",
    "energy",
    "caffeine",
    "alcohol",
    "sodium",
    "sugars",
]
AnyScale = Literal["all", "amount", "density", "residual"]
NUTRIENTS: tuple[str, ...] = get_args(Nutrient)
SCALES: tuple[str, ...] = get_args(Scale)
ADJUSTMENTS: tuple[str, ...] = get_args(AnyAdjustment)

_SCALE = "How intake is counted: as amount, per 1,000 kcal of that day, or adjusted for energy by the residual method"
_SPLINE = ", or that with energy as a spline"
_UNIT = "the nutrient's unit a day; for density per 1,000 kcal"
_GROUP = r"^(all|[a-z_]+=[a-z0-9+-]+)$"


class NutrientRow(BaseModel):
    """A nutrient of the first-day recall."""

    nutrient: Nutrient = Field(description="Key of the nutrient")
    name: str = Field(description="Its name")
    unit: Literal["mg", "g", "kcal"] = Field(description="Its unit")
    columns: str = Field(description="Its columns in the survey's first-day files, old ones first, separated by spaces")
    first_survey: str = Field(description="First survey that recorded it", pattern=r"^\d{4}-\d{4}$")


class NutrientModelRow(BaseModel):
    """What a row of a model of a nutrient belongs to."""

    outcome: Outcome = column("outcome")
    nutrient: Nutrient = Field(description="Nutrient whose intake is compared")
    scale: Scale = Field(description=_SCALE)
    adjustment: AnyAdjustment = column("adjustment", of=_SPLINE)
    group: str = Field(description="Whose: all, or a group such as sex=female", pattern=_GROUP)


class NutrientOddsRow(NutrientModelRow):
    """Odds ratio of the outcome in one fifth of a nutrient's intake against the middle fifth."""

    quintile: int = column("quintile", of="; 3 is the reference")
    intake_low: float | None = quantity(
        "Lower bound of the fifth, not included; empty for no bound", _UNIT, default=None
    )
    intake_high: float | None = quantity("Upper bound, included; empty for no bound", _UNIT, default=None)
    n: int = column("n", of=" in the model and the fifth")
    cases: int = column("cases")
    odds_ratio: float = column("odds_ratio")
    ci_low: float = column("ci_low")
    ci_high: float = column("ci_high")
    se_log: float = quantity("Standard error of the log odds ratio; 0 for the reference", "log units", ge=0)
    df: int = column("df")
    flag: str | None = column("flag", default=None)


class NutrientCurveRow(NutrientModelRow):
    """One point of the smooth curve (restricted cubic spline) of the odds ratio by a nutrient's intake."""

    intake: float = quantity("Intake as it is counted", _UNIT)
    odds_ratio: float = column("odds_ratio", of=", against the reference intake")
    ci_low: float = column("ci_low")
    ci_high: float = column("ci_high")


def _knot(which: str) -> Any:
    return quantity(f"{which} knot of the spline", _UNIT, default=None)


class NutrientTestRow(NutrientModelRow):
    """What a curve rests on, its test for a bend and its test for any association; empty where there is no model."""

    n: int | None = column("n", of=" in the model", default=None)
    cases: int | None = column("cases", default=None)
    reference: float | None = quantity("Intake at which the odds ratio is 1: the weighted median", _UNIT, default=None)
    knot_1: float | None = _knot("First")
    knot_2: float | None = _knot("Second")
    knot_3: float | None = _knot("Third")
    knot_4: float | None = _knot("Fourth")
    bend_f: float | None = Field(None, description="F statistic that both bends of the spline are zero", ge=0)
    bend_p: float | None = column("p", of=" for a bend", default=None)
    any_f: float | None = Field(None, description="F statistic that all three terms of the spline are zero", ge=0)
    any_p: float | None = column("p", of=" for any association", default=None)
    df: int | None = column("df", default=None)
    flag: str | None = column("flag", of="; or why there is no model", default=None)


class HeldStillRow(BaseModel):
    """Both ends of magnesium against the middle fifth with another nutrient in the model."""

    outcome: Outcome = column("outcome")
    adjustment: AnyAdjustment = column("adjustment", of=_SPLINE)
    held: Literal["none", "calcium", "phosphorus", "potassium", "fiber"] = Field(description="Nutrient held still")
    form: Literal["none", "line", "spline"] = Field(description="How it is in the model")
    n: int = column("n")
    cases: int = column("cases")
    q1_odds_ratio: float = column("odds_ratio", of=": lowest fifth")
    q1_ci_low: float = column("ci_low")
    q1_ci_high: float = column("ci_high")
    q5_odds_ratio: float = column("odds_ratio", of=": highest fifth")
    q5_ci_low: float = column("ci_low")
    q5_ci_high: float = column("ci_high")
    bend_f: float = Field(description="F statistic of the test for a bend of magnesium", ge=0)
    bend_p: float = column("p", of=" for a bend")
    df: int = column("df")
    flag: str | None = column("flag", default=None)


class CountedPrevalenceRow(BaseModel):
    """Prevalence in one fifth of magnesium as it is counted, in everybody or one group."""

    outcome: Outcome = column("outcome")
    scale: Literal["density", "residual"] = Field(description=_SCALE)
    key: Literal["all", "sex", "age", "diabetes"] = Field(description="What the group is made by")
    value: str = Field(description="Which group: all, female, 40-59, yes …")
    standardized: Literal["none", "age-sex"] = Field(description="Whether to one age and sex mix")
    quintile: int = column("quintile")
    intake_low: float | None = quantity(
        "Lower bound of the fifth, not included; empty for no bound", _UNIT, default=None
    )
    intake_high: float | None = quantity("Upper bound, included; empty for no bound", _UNIT, default=None)
    intake_mean: float = quantity("Weighted mean intake", _UNIT)
    n: int = column("n")
    cases: int = column("cases")
    prevalence: float = quantity("Share with the outcome", "proportion", ge=0, le=1)
    se: float = column("se")
    ci_low: float = column("ci_low")
    ci_high: float = column("ci_high")
    n_eff: float = quantity("Effective sample size", "people", ge=0)
    df: int = column("df")
    reliable: bool = column("reliable")
    flag: str | None = column("flag", default=None)
    population: float = column("population")


class ShuffleRow(BaseModel):
    """One statistic of the data beside what it is when recalls are dealt anew among like people."""

    statistic: Literal[
        "share_both_ends_above_1",
        "median_low_odds_ratio",
        "median_high_odds_ratio",
        "nutrients_both_ends_above_1",
        "nutrients_that_bend",
    ] = Field(description="A share or median of the analyses of magnesium, or a number of nutrients in the full model")
    scale: AnyScale = Field(description=f"{_SCALE}; all for the three together")
    of: int = Field(description="Of how many analyses or nutrients", ge=1)
    ours: float = Field(description="The statistic of the data as they are", ge=0)
    chance_mean: float = Field(description="Its mean over the shuffles", ge=0)
    chance_low: float = Field(description="2.5th percentile over the shuffles", ge=0)
    chance_median: float = Field(description="Median over the shuffles", ge=0)
    chance_high: float = Field(description="97.5th percentile over the shuffles", ge=0)
    at_least_ours: int = Field(description="Shuffles in which it was at least as large as ours", ge=0)
    shuffles: int = Field(description="Shuffles made", ge=1)
    p: float = column("p", of=": one more than the shuffles at least as large, over one more than the shuffles")


class ObjectionRow(BaseModel):
    """One row of a test that a reviewer would ask for: neuropathy by magnesium, full model."""

    objection: str = Field(description="Key of the objection, as docs/methods.md tells it", pattern=r"^[a-z_]+$")
    scale: Scale = Field(description=_SCALE)
    row: str = Field(description="What is compared or tested")
    n: int = column("n")
    cases: int = column("cases")
    odds_ratio: float | None = column("odds_ratio", default=None)
    ci_low: float | None = column("ci_low", default=None)
    ci_high: float | None = column("ci_high", default=None)
    f: float = Field(description="F statistic", ge=0)
    terms: int = Field(description="How many terms are tested", ge=1)
    df: int = column("df")
    p: float = column("p")
    breakpoint: float | None = quantity("Where the two lines meet", _UNIT, default=None)
    per: float | None = quantity("Step of intake that the odds ratio of a line is for", _UNIT, default=None)


class LeftOutRow(BaseModel):
    """A characteristic of the sample of neuropathy, of those in the full model and of those left out of it."""

    characteristic: str = Field(description="What it is, its unit last", pattern=r"^[a-z_]+$")
    sample_n: int = Field(description="People in the sample", ge=1)
    sample: float = Field(description="Weighted share (percent) or mean in the sample", ge=0)
    in_model_n: int = Field(description="People in the full model", ge=1)
    in_model: float = Field(description="The same among them", ge=0)
    left_out_n: int = Field(description="People left out, something that the model adjusts for being unknown", ge=1)
    left_out: float = Field(description="The same among them", ge=0)


class OneDayRow(BaseModel):
    """How much of the spread of one day's magnesium is day to day."""

    cycle: str = Field(description="Survey years", pattern=r"^\d{4}-\d{4}$")
    n: int = column("n", of=", 40 and over, with two reliable days")
    power: float = Field(description="Power of the scale on which days are about normal", gt=0, le=1)
    share_within: float = quantity("Part of the variance of single days that is day to day", "proportion", ge=0, le=1)
    se: float = column("se")
    ci_low: float = column("ci_low")
    ci_high: float = column("ci_high")
    df: int = column("df")
    correlation: float = Field(description="Correlation of a single day with usual intake on that scale", ge=0, le=1)
    prevalence: float = quantity("Share with neuropathy in its whole sample", "proportion", ge=0, le=1)
    p10_mg: float = quantity("10th percentile of the first day", "mg/day", gt=0)
    p50_mg: float = quantity("Median of the first day", "mg/day", gt=0)
    p90_mg: float = quantity("90th percentile of the first day", "mg/day", gt=0)


def _usual(which: str) -> Any:
    return quantity(f"Of them, share in the {which} fifth of usual intake", "proportion", ge=0, le=1)


class OneDayFifthRow(BaseModel):
    """Where people whom one day puts in a fifth would stand by usual intake; a row sums to 1."""

    one_day_fifth: int = Field(description="Fifth by one day, 1 lowest", ge=1, le=5)
    usual_1: float = _usual("lowest")
    usual_2: float = _usual("second")
    usual_3: float = _usual("middle")
    usual_4: float = _usual("fourth")
    usual_5: float = _usual("highest")


class OneDayOddsRow(BaseModel):
    """What one day shows of a true odds ratio."""

    true_odds_ratio: float = Field(description="True odds ratio between extreme fifths of usual intake", gt=0)
    seen: float = Field(description="Odds ratio between extreme fifths of one day", gt=0)
    seen_low: float = Field(description="The same at the upper bound of the share that is day to day", gt=0)
    seen_high: float = Field(description="The same at its lower bound", gt=0)
    seen_u_shaped: float = Field(
        description="Of a U whose both ends truly have this odds ratio to the middle: what one day shows of it", gt=0
    )


_MODEL = ("outcome", "nutrient", "scale", "adjustment", "group")
_ASSOCIATIONS = "Computed by us; associations only."


def _table(name: str, row: type[BaseModel], title: str, description: str, identity: tuple[str, ...]) -> ResultTable:
    kind = "parquet" if name.startswith("nutrient-") else "csv"
    path = f"results/{name.replace('-', '_')}.{kind}"
    whole = name.startswith(("nutrient", "held", "counted"))
    sources = ALL_CYCLES if whole else NEUROPATHY_CYCLES
    cautions = () if name == "nutrients" else CELLS if name == "counted-prevalence" else MODELS
    return ResultTable(name, path, row, title, description, identity, sources, cautions=cautions)


NUTRIENT_TABLE = _table(
    "nutrients", NutrientRow, "Nutrients tested", "Which nutrients, in which columns.", ("nutrient",)
)
NUTRIENT_ODDS = _table(
    "nutrient-odds-ratios",
    NutrientOddsRow,
    "Odds ratios by fifth of each nutrient",
    f"Survey-weighted logistic regression by fifth of each nutrient's intake, counted three ways. {_ASSOCIATIONS}",
    (*_MODEL, "quintile"),
)
NUTRIENT_CURVES = _table(
    "nutrient-curves",
    NutrientCurveRow,
    "Smooth curves of each nutrient",
    f"Restricted cubic splines of the odds ratio by each nutrient's intake, counted three ways. {_ASSOCIATIONS}",
    (*_MODEL, "intake"),
)
NUTRIENT_TESTS = _table(
    "nutrient-tests",
    NutrientTestRow,
    "Tests of each nutrient",
    "People, knots, and the tests for a bend and for any association of each nutrient's curve; or why there is none.",
    _MODEL,
)
HELD_STILL = _table(
    "held-still",
    HeldStillRow,
    "Magnesium with another nutrient held still",
    f"Both ends of magnesium and its bend with calcium, phosphorus, potassium or fiber in the model. {_ASSOCIATIONS}",
    ("outcome", "adjustment", "held", "form"),
)
COUNTED_PREVALENCE = _table(
    "counted-prevalence",
    CountedPrevalenceRow,
    "Prevalence by fifths of magnesium per calorie",
    "Prevalence by fifths of magnesium per 1,000 kcal and energy-adjusted, one group at a time. Computed by us.",
    ("outcome", "scale", "key", "value", "standardized", "quintile"),
)
SHUFFLES = _table(
    "shuffles",
    ShuffleRow,
    "What chance alone would give",
    "The analyses of magnesium and the test of every nutrient against recalls shuffled among like people. Computed by us.",
    ("statistic", "scale"),
)
OBJECTIONS = _table(
    "objections",
    ObjectionRow,
    "What a reviewer would object to",
    f"Tests of the main model of neuropathy by magnesium, each way to count it. {_ASSOCIATIONS}",
    ("objection", "scale", "row"),
)
LEFT_OUT = _table(
    "left-out",
    LeftOutRow,
    "Who is left out of the full model",
    "The sample of neuropathy beside those in the full model and those left out of it. Computed by us.",
    ("characteristic",),
)
ONE_DAY = _table(
    "one-day",
    OneDayRow,
    "How much of one day is chance",
    "The day-to-day share of the spread of magnesium.",
    ("cycle",),
)
ONE_DAY_FIFTHS = _table(
    "one-day-fifths",
    OneDayFifthRow,
    "From one day to usual intake",
    "Where people whom one day puts in a fifth would stand by usual intake; from the share that is day to day.",
    ("one_day_fifth",),
)
ONE_DAY_ODDS = _table(
    "one-day-odds",
    OneDayOddsRow,
    "What one day shows of an odds ratio",
    "The odds ratio between extreme fifths that one day would show of a true one.",
    ("true_odds_ratio",),
)
