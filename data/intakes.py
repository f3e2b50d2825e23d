"""How much magnesium people need: reference intakes of the US and the EU, upper levels, label values.

US and Canada: Institute of Medicine 1997 and 2006 (EAR, RDA, AI, UL). EU: EFSA 2015 (AI) and the SCF's UL.
The UL counts supplements and medicines only, never food.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from pydantic import Field

from data.base import Record, Table, quantity
from data.sources import Sourced, load_sourced

Sex = Literal["female", "male"]
Status = Literal["neither", "pregnant", "lactating"]

OLDEST_YEARS = 120  # beyond it an age is a slip of the finger


class ReferenceIntake(Record, Sourced):
    """What one authority sets for one life stage."""

    authority: Literal["us", "eu"] = Field(description="us: US and Canada (IOM); eu: European Union (EFSA)")
    life_stage: str = Field(description="Life stage as the authority names it")
    sex: Literal["both", "female", "male"] = Field(description="Sex the row holds for")
    status: Literal["neither", "pregnant", "lactating", "any"] = Field(
        description="Pregnancy or breastfeeding; any where the row holds for all women of that age"
    )
    age_from_years: float = quantity("First age of the row", "years", ge=0)
    age_below_years: float | None = quantity(
        "First age that is too old for the row; empty where open-ended", "years", default=None, gt=0
    )
    ear_mg: float | None = quantity("Estimated Average Requirement", "mg/day", default=None, gt=0)
    rda_mg: float | None = quantity("Recommended Dietary Allowance", "mg/day", default=None, gt=0)
    ai_mg: float | None = quantity("Adequate Intake, where no RDA is set", "mg/day", default=None, gt=0)
    ul_mg: float | None = quantity(
        "Tolerable Upper Intake Level, for supplements and medicines only; empty where none is set",
        "mg/day",
        default=None,
        gt=0,
    )
    note: str | None = Field(None, description="What to know about the row")

    @property
    def aim_mg(self) -> float:
        """The intake for one person to aim at: the RDA, or the AI where there is no RDA."""
        aim = self.rda_mg or self.ai_mg
        assert aim, f"{self.key} has neither RDA nor AI"
        return aim

    @property
    def aim_term(self) -> str:
        """ "RDA" or "AI"."""
        return "RDA" if self.rda_mg else "AI"

    def covers(self, sex: Sex, age_years: float, status: Status) -> bool:
        """Whether the row holds for this person."""
        return (
            self.sex in ("both", sex)
            and self.status in ("any", status)
            and self.age_from_years <= age_years < (self.age_below_years or float("inf"))
        )


class UpperLevel(Record, Sourced):
    """An upper level for supplements and medicines."""

    authority: str = Field(description="Who sets it")
    ul_mg: float = quantity("Tolerable Upper Intake Level, supplements and medicines only", "mg/day", gt=0)
    applies_to: str = Field(description="What and whom it holds for")
    age_from_years: float = quantity("First age it holds for", "years", ge=0)
    basis: str = Field(description="The harm it guards against")
    note: str | None = Field(None, description="What to know about it")


class IntakeTerm(Record, Sourced):
    """What a term means, or why authorities differ."""

    term: Literal["EAR", "RDA", "AI", "UL"] = Field(description="Abbreviation")
    name: str = Field(description="Full name, or what is explained")
    statement: str = Field(description="The meaning in plain words")
    note: str | None = Field(None, description="Where it was read, if not in the document itself")


class LabelValue(Record, Sourced):
    """A reference value printed on labels."""

    authority: str = Field(description="Who sets it")
    value_mg: float = quantity("Reference value on labels", "mg/day", gt=0)
    applies_to: str = Field(description="Whom it holds for")
    current: bool = Field(description="False for a value that only old labels carry")
    note: str | None = Field(None, description="Where it was read")


class BodyContent(Record, Sourced):
    """Where the magnesium in the body is."""

    statement: str = Field(description="The fact in plain words")
    low: float = Field(description="The figure, or the lower end of its range", gt=0)
    high: float | None = Field(None, description="The upper end of the range; empty where open-ended")
    unit: Literal["g", "percent", "enzymes"] = Field(description="Unit of the figures")


REFERENCE_INTAKES = Table(
    name="reference_intakes",
    path="reference/reference_intakes.yml",
    row=ReferenceIntake,
    title="Reference intakes",
    description="EAR, RDA, AI and UL of magnesium for every life stage, US and Canada beside the European Union.",
)
UPPER_LEVELS = Table(
    name="upper_levels",
    path="reference/upper_levels.yml",
    row=UpperLevel,
    title="Upper levels",
    description="Upper levels for magnesium from supplements and medicines, by authority. Never a limit on food.",
    cautions=("supplements_only",),
)
INTAKE_TERMS = Table(
    name="intake_terms",
    path="reference/intake_terms.yml",
    row=IntakeTerm,
    title="Terms of the reference intakes",
    description="What EAR, RDA, AI and UL mean, and why the US and the EU differ.",
)
LABEL_VALUES = Table(
    name="label_values",
    path="reference/label_values.yml",
    row=LabelValue,
    title="Label values",
    description="The daily amounts that food labels count percentages of.",
)
BODY_CONTENT = Table(
    name="body_content",
    path="reference/body_content.yml",
    row=BodyContent,
    title="Magnesium in the body",
    description="How much magnesium an adult body holds, and where.",
)


@dataclass(frozen=True)
class AgeBand:
    """Ages that share one US row and one EU row, whatever the sex and status."""

    key: str
    label: str
    from_years: float
    below_years: float
    adult: bool = False
    may_be_pregnant: bool = False  # the US tables have rows for pregnancy and lactation


AGE_BANDS = {
    band.key: band
    for band in (
        AgeBand("m0", "0 to 6 months", 0, 0.5),
        AgeBand("m7", "7 to 12 months", 0.58, 1),
        AgeBand("1", "1 to 2 years", 1, 3),
        AgeBand("3", "3 years", 3, 4),
        AgeBand("4", "4 to 8 years", 4, 9),
        AgeBand("9", "9 years", 9, 10),
        AgeBand("10", "10 to 13 years", 10, 14),
        AgeBand("14", "14 to 17 years", 14, 18, may_be_pregnant=True),
        AgeBand("18", "18 years", 18, 19, may_be_pregnant=True),
        AgeBand("19", "19 to 30", 19, 31, adult=True, may_be_pregnant=True),
        AgeBand("31", "31 to 50", 31, 51, adult=True, may_be_pregnant=True),
        AgeBand("51", "51 to 70", 51, 71, adult=True),
        AgeBand("71", "71 and over", 71, OLDEST_YEARS, adult=True),
    )
}
SEXES: dict[Sex, str] = {"female": "Women", "male": "Men"}
SEXES_OF_ALL_AGES: dict[Sex, str] = {"female": "Female", "male": "Male"}
STATUSES: dict[Status, str] = {"neither": "Neither", "pregnant": "Pregnant", "lactating": "Breastfeeding"}
DEFAULT_SEX: Sex = "female"
DEFAULT_AGE = "31"
Whose = Literal["us", "eu"]
TARGETS_OF: dict[Whose, str] = {"us": "US", "eu": "EU"}


class LifeStage(NamedTuple):
    """Who the reader asks for, and whose targets count; `target_for(*stage)` gives the numbers."""

    sex: Sex
    age_years: float
    status: Status = "neither"
    whose: Whose = "us"

    @property
    def label(self) -> str:
        """ "Women, 31 to 50" or "Girls, 14 to 17 years, pregnant"."""
        band = next(band for band in AGE_BANDS.values() if band.from_years <= self.age_years < band.below_years)
        child = "Children" if self.age_years < 9 else {"female": "Girls", "male": "Boys"}[self.sex]
        who = "Infants" if self.age_years < 1 else child if self.age_years < 18 else SEXES[self.sex]
        return ", ".join(filter(None, [who, band.label, STATUSES[self.status].lower() * (self.status != "neither")]))


class NoTarget(ValueError):
    """No reference intake is set for such a person; the message says what was expected."""


@dataclass(frozen=True)
class Target:
    """The reference intakes of one person. Upper levels are for supplements and medicines only.

    `whose` target counts: the EU's only where it sets one, else the US one all the same.
    """

    us: ReferenceIntake
    eu: ReferenceIntake | None
    ul_us_mg: float | None
    ul_eu: UpperLevel | None
    eu_missing: str = ""  # in words, why the EU has no row
    ul_us_missing: str = ""
    ul_eu_missing: str = ""
    whose: Whose = "us"

    @property
    def aim(self) -> ReferenceIntake:
        """The row that shares of the target are counted from."""
        return self.eu if self.whose == "eu" and self.eu else self.us

    @property
    def aim_mg(self) -> float:
        """The US RDA (AI for infants), or the EU's AI."""
        return self.aim.aim_mg

    @property
    def aim_term(self) -> str:
        """ "RDA", "AI", or "EU AI"."""
        return f"EU {self.aim.aim_term}" if self.aim.authority == "eu" else self.aim.aim_term

    @property
    def aim_in_full(self) -> str:
        """ "US RDA" or "EU AI"."""
        return self.aim_term if self.aim.authority == "eu" else f"US {self.aim_term}"

    @property
    def ear_mg(self) -> float | None:
        """The average need that goes with the target; the EU sets none."""
        return self.aim.ear_mg

    @property
    def instead(self) -> str:
        """Where the EU's target is asked for and there is none, that the US one stands in; else ""."""
        if self.whose == "us" or self.eu:
            return ""
        return f"The EU sets {self.eu_missing}; the US {self.us.aim_term} is used."


def life_stages(*, adults_only: bool = False) -> dict[str, AgeBand]:
    """The age bands a reader may choose from, youngest first."""
    return {key: band for key, band in AGE_BANDS.items() if band.adult or not adults_only}


@cache
def target_for(sex: Sex, age_years: float, status: Status = "neither", whose: Whose = "us") -> Target:
    """The reference intakes for one person: the US row, the EU row and the upper levels; `whose` target counts.

    Raises NoTarget where the US tables have no row: an impossible age, or pregnancy and breastfeeding
    outside women of 14 to 50. Where only the EU has none, the result says why.
    """
    _check(sex, age_years, status)
    us = _row("us", sex, age_years, status)
    if us is None:
        raise NoTarget(f"{status} at {age_years:g} years: the US tables have rows for women of 14 to 50 years only")
    eu = _row("eu", sex, age_years, status)
    ul_eu = load_upper_levels()["eu"]
    too_young = age_years < ul_eu.age_from_years
    return Target(
        us=us,
        eu=eu,
        ul_us_mg=us.ul_mg,
        ul_eu=None if too_young else ul_eu,
        eu_missing="" if eu else _why_no_eu_row(age_years),
        ul_us_missing="" if us.ul_mg else "none can be set for infants",
        ul_eu_missing=f"none below {ul_eu.age_from_years:g} years, for lack of data" if too_young else "",
        whose=whose,
    )


def _row(authority: str, sex: Sex, age_years: float, status: Status) -> ReferenceIntake | None:
    rows = (row for row in load_reference_intakes() if row.authority == authority)
    return next((row for row in rows if row.covers(sex, age_years, status)), None)


def _check(sex: str, age_years: float, status: str) -> None:
    if sex not in SEXES:
        raise NoTarget(f"sex is '{sex}'; expected one of {sorted(SEXES)}")
    if status not in STATUSES:
        raise NoTarget(f"status is '{status}'; expected one of {sorted(STATUSES)}")
    if not 0 <= age_years < OLDEST_YEARS:
        raise NoTarget(f"age is {age_years:g} years; expected 0 to under {OLDEST_YEARS}")
    if sex == "male" and status != "neither":
        raise NoTarget(f"sex is 'male' with status '{status}'; expected status 'neither'")


def _why_no_eu_row(age_years: float) -> str:
    if age_years < 1:
        return "no value below 7 months"
    return "no value for pregnancy or breastfeeding below 18 years"


@cache
def load_reference_intakes() -> tuple[ReferenceIntake, ...]:
    """Every life stage of both authorities, US first, in the order of the tables."""
    return load_sourced(REFERENCE_INTAKES)


@cache
def load_upper_levels() -> dict[str, UpperLevel]:
    """Upper levels by key: us, eu, germany, norway."""
    return {level.key: level for level in load_sourced(UPPER_LEVELS)}


@cache
def load_intake_terms() -> dict[str, IntakeTerm]:
    """Definitions and explanations by key."""
    return {term.key: term for term in load_sourced(INTAKE_TERMS)}


@cache
def load_label_values() -> dict[str, LabelValue]:
    """Label values by key; `us-dv` is the Daily Value in force."""
    return {value.key: value for value in load_sourced(LABEL_VALUES)}


@cache
def load_body_content() -> tuple[BodyContent, ...]:
    """What the body holds."""
    return load_sourced(BODY_CONTENT)


def adult_needs(authority: str = "us") -> tuple[ReferenceIntake, ReferenceIntake]:
    """The adult rows (19 and over, not pregnant or breastfeeding) with the lowest and the highest goal."""
    adults = [
        row
        for row in load_reference_intakes()
        if row.authority == authority and row.age_from_years >= 18 and row.status in ("neither", "any")
    ]
    return min(adults, key=lambda row: row.aim_mg), max(adults, key=lambda row: row.aim_mg)
