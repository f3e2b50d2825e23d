"""Whose needs figures are counted from: the choices of sex, age and pregnancy that several subjects share."""

from __future__ import annotations

from data.intakes import (
    AGE_BANDS,
    DEFAULT_AGE,
    DEFAULT_SEX,
    SEXES,
    SEXES_OF_ALL_AGES,
    STATUSES,
    LifeStage,
    Sex,
    Status,
    life_stages,
)
from exhibits.choices import Choices, one_of


def _adult_ages() -> dict[str, str]:
    return {key: band.label for key, band in life_stages(adults_only=True).items()}


def _all_ages() -> dict[str, str]:
    return {key: band.label for key, band in life_stages().items()}


class LifeStageChoices(Choices):
    """Of an adult: `?sex=Women&age=31+to+50&status=Pregnant`."""

    sex: Sex = one_of("Sex", SEXES, default=DEFAULT_SEX)
    age: str = one_of("Age", _adult_ages, default=DEFAULT_AGE)
    status: Status = one_of("Pregnant or breastfeeding", STATUSES, default="neither")

    @property
    def stage(self) -> LifeStage:
        """The life stage chosen; pregnancy and breastfeeding count only where the tables have a row for them."""
        return LifeStage(self.sex, AGE_BANDS[self.age].from_years, self.status if self.may_be_pregnant else "neither")

    @property
    def may_be_pregnant(self) -> bool:
        """Whether the tables have rows for pregnancy and breastfeeding at this sex and age."""
        return self.sex == "female" and AGE_BANDS[self.age].may_be_pregnant


class AnyAgeChoices(LifeStageChoices):
    """Of anybody, children included: `?sex=Female&age=9+years`."""

    sex: Sex = one_of("Sex", SEXES_OF_ALL_AGES, default=DEFAULT_SEX)
    age: str = one_of("Age", _all_ages, default=DEFAULT_AGE)
