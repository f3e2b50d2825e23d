"""The declared columns of every survey result in `data/results/`; the files are written by `make results` alone.

A result row has no key of its own, so these rows are plain models and a `ResultTable` names the columns that tell
rows apart and the sources the whole table rests on. A new file there needs its declaration here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field

from data.base import DATA_FOLDER, quantity

Outcome = Literal["neuropathy", "neuropathy_one_foot", "chronic_pain", "rheumatoid_arthritis"]
Sex = Literal["female", "male"]
AgeGroup = Literal["20-39", "40-59", "60-74", "75+"]
YesNo = Literal["yes", "no", "unknown"]

NEUROPATHY_CYCLES = ("nhanes_1999_2004",)
ALL_CYCLES = ("nhanes_1999_2004", "nhanes_2003_2016")


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
