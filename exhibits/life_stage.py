"""Whose needs figures are counted from: the choices of sex, age and pregnancy that several subjects share."""

from __future__ import annotations

from data.intakes import (
    AGE_BANDS,
    DEFAULT_AGE,
    DEFAULT_SEX,
    SEXES,
    SEXES_OF_ALL_AGES,
    STATUSES,
    TARGETS_OF,
    LifeStage,
    Sex,
    Status,
    Whose,
    life_stages,
)
from exhibits.choices import Choices, one_of

TARGETS_HELP = (
    "The amount that shares are counted from: the US RDA, or the EU's AI. Where the EU sets none, the US one is used."
)


def _adult_ages() -> dict[str, str]:
    return {key: band.label for key, band in life_stages(adults_only=True).items()}


def _all_ages() -> dict[str, str]:
    return {key: band.label for key, band in life_stages().items()}


class LifeStageChoices(Choices):
    """Of an adult: `?sex=Women&age=31+to+50&status=Pregnant&targets=EU`."""

    sex: Sex = one_of("Sex", SEXES, default=DEFAULT_SEX)
    age: str = one_of("Age", _adult_ages, default=DEFAULT_AGE)
    status: Status = one_of("Pregnant or breastfeeding", STATUSES, default="neither")
    targets: Whose = one_of("Targets of", TARGETS_OF, default="us", help=TARGETS_HELP)

    @property
    def stage(self) -> LifeStage:
        """The life stage chosen; pregnancy and breastfeeding count only where the tables have a row for them."""
        status = self.status if self.may_be_pregnant else "neither"
        return LifeStage(self.sex, AGE_BANDS[self.age].from_years, status, self.targets)

    @property
    def may_be_pregnant(self) -> bool:
        """Whether the tables have rows for pregnancy and breastfeeding at this sex and age."""
        return self.sex == "female" and AGE_BANDS[self.age].may_be_pregnant


class AnyAgeChoices(LifeStageChoices):
    """Of anybody, children included: `?sex=Female&age=9+years`."""

    sex: Sex = one_of("Sex", SEXES_OF_ALL_AGES, default=DEFAULT_SEX)
    age: str = one_of("Age", _all_ages, default=DEFAULT_AGE)
