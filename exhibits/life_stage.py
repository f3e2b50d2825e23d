"""Whose needs figures are counted from: the choices of sex, age and pregnancy that several subjects share."""

from __future__ import annotations

from data.intakes import AGE_BANDS, DEFAULT_AGE, DEFAULT_SEX, SEXES, STATUSES, LifeStage, Sex, Status, life_stages
from exhibits.choices import Choices, one_of


def _adult_ages() -> dict[str, str]:
    return {key: band.label for key, band in life_stages(adults_only=True).items()}


class LifeStageChoices(Choices):
    """Of an adult: `?sex=Women&age=31+to+50&status=Pregnant`."""

    sex: Sex = one_of("Sex", SEXES, default=DEFAULT_SEX)
    age: str = one_of("Age", _adult_ages, default=DEFAULT_AGE)
    status: Status = one_of("Pregnant or breastfeeding", STATUSES, default="neither")

    @property
    def stage(self) -> LifeStage:
        """The life stage chosen; pregnancy and breastfeeding count only where the tables have a row for them."""
        band = AGE_BANDS[self.age]
        asked = self.sex == "female" and band.may_be_pregnant
        return LifeStage(self.sex, band.from_years, self.status if asked else "neither")
