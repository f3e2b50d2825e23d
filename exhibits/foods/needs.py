"""The reference intakes that a day of foods is held against."""

from __future__ import annotations

from typing import NamedTuple

from data.intakes import LifeStage, target_for
from exhibits.foods.target import in_sentence


class Needs(NamedTuple):
    """Of one life stage, in mg; None where none is set. Upper limits are for supplements alone."""

    who: str  # "women, 31 to 50"
    ear_mg: float | None
    aim_mg: float
    aim_term: str  # "RDA", "AI" or "EU AI"
    ul_us_mg: float | None
    ul_eu_mg: float | None

    @property
    def upper_mg(self) -> tuple[float | None, float | None]:
        """The two upper levels, which are for supplements alone."""
        return self.ul_us_mg, self.ul_eu_mg


def needs_of(stage: LifeStage) -> Needs:
    """The reference intakes of the reader's life stage."""
    target = target_for(*stage)
    ul_eu = target.ul_eu.ul_mg if target.ul_eu else None
    return Needs(in_sentence(stage), target.ear_mg, target.aim_mg, target.aim_term, target.ul_us_mg, ul_eu)
