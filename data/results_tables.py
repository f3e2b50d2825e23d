"""The survey results in `data/results/`, written by `make results` alone: a new file there needs its declaration here.

A `ResultTable` names the columns that tell its rows apart, the sources the whole table rests on, and what to keep in mind.
"""

from __future__ import annotations

from data.result_files import ResultTable
from data.result_rows import (
    BenchmarkRow,
    CellRow,
    CurveRow,
    CurveTestRow,
    DesignRow,
    FunnelRow,
    IntakeBandRow,
    IntakeRow,
    IntakeTrendRow,
    MeanIntakeRow,
    MultiverseRow,
    OddsRatioRow,
    OutcomeRow,
)

NEUROPATHY_CYCLES = ("nhanes_1999_2004",)
ALL_CYCLES = ("nhanes_1999_2004", "nhanes_2003_2016")
RECENT_CYCLES = ("nhanes_2017_2023",)

CELLS = ("association", "prevalence", "one_day", "own_analysis")
MODELS = ("association", "one_day", "own_analysis")

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
        cautions=CELLS,
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
    cautions=("own_analysis",),
)
ODDS_RATIOS = ResultTable(
    name="odds-ratios",
    path="results/odds_ratios.csv",
    row=OddsRatioRow,
    title="Odds ratios by fifth of intake",
    description="Survey-weighted logistic regression, the middle fifth as reference. Computed by us; associations only.",
    identity=("outcome", "adjustment", "group", "quintile"),
    sources=ALL_CYCLES,
    cautions=MODELS,
)
CURVES = ResultTable(
    name="curves",
    path="results/curves.csv",
    row=CurveRow,
    title="Smooth curves of the odds ratio",
    description="Restricted cubic splines of the odds ratio by intake, with pointwise intervals. Computed by us.",
    identity=("outcome", "adjustment", "group", "intake_mg"),
    sources=ALL_CYCLES,
    cautions=MODELS,
)
CURVE_TESTS = ResultTable(
    name="curve-tests",
    path="results/curve_tests.csv",
    row=CurveTestRow,
    title="What the smooth curves rest on",
    description="People, knots and the test for non-linearity of each curve.",
    identity=("outcome", "adjustment", "group"),
    sources=ALL_CYCLES,
    cautions=MODELS,
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
    cautions=MODELS,
)
INTAKE = ResultTable(
    name="intake",
    path="results/intake.csv",
    row=IntakeRow,
    title="How much people get",
    description="Magnesium intake of US adults by group, from food and supplements. Computed by us.",
    identity=("cycle", "sex", "key", "value", "source", "method", "statistic"),
    sources=RECENT_CYCLES,
    cautions=("own_analysis",),
)
INTAKE_TREND = ResultTable(
    name="intake-trend",
    path="results/intake_trend.csv",
    row=IntakeTrendRow,
    title="Mean intake over the years",
    description="Mean magnesium from food of US adults, cycle by cycle; recall methods and food tables changed between.",
    identity=("cycle", "sex"),
    sources=ALL_CYCLES + RECENT_CYCLES,
    cautions=("one_day", "own_analysis"),
)
BENCHMARKS = ResultTable(
    name="benchmarks",
    path="results/benchmarks.csv",
    row=BenchmarkRow,
    title="Published figures beside ours",
    description="What papers print from the same survey files, and what our code gives.",
    identity=("key",),
    sources=("gregg_2004", "hicks_2020", "wu_2024_phosphorus", "tarleton_2020", "hu_2020", "ford_mokdad_2003"),
    cautions=("association", "own_analysis"),
)


def declared_result(file_name: str) -> ResultTable:
    """The declaration of a file of `data/results/`, such as "curves.csv"."""
    (table,) = (
        value for value in globals().values() if isinstance(value, ResultTable) and value.file.name == file_name
    )
    return table
