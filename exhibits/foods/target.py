"""What shares are counted from: the Daily Value of US labels, or the RDA of the reader's life stage."""

from __future__ import annotations

from typing import NamedTuple

from data.intakes import LifeStage, load_label_values, target_for
from exhibits.choices import one_of
from exhibits.life_stage import LifeStageChoices

TARGETS = {"dv": "Daily Value", "rda": "My RDA"}
RESTS_ON = ("label_values", "reference_intakes")


class Aim(NamedTuple):
    """What a share is a share of: "the Daily Value", "DV", 420 mg."""

    words: str
    short: str
    mg: float


class TargetChoices(LifeStageChoices):
    """What shares are counted from, and for whom."""

    target: str = one_of("Share of", TARGETS, default="dv", help="US labels count from the Daily Value.")

    @property
    def aim(self) -> Aim:
        """The target chosen."""
        return own_aim(self.stage) if self.target == "rda" else daily_value()

    @property
    def aim_sources(self) -> tuple[str, ...]:
        """The keys of the sources of the target."""
        return target_for(*self.stage).aim.sources if self.target == "rda" else load_label_values()["us-dv"].sources


def daily_value() -> Aim:
    """The Daily Value that US labels count from."""
    return Aim("the Daily Value", "DV", load_label_values()["us-dv"].value_mg)


def own_aim(stage: LifeStage) -> Aim:
    """The RDA (AI where none is set) of the reader's life stage, or the EU's AI."""
    target = target_for(*stage)
    return Aim(f"the {target.aim_term} for {in_sentence(stage)}", target.aim_term, target.aim_mg)


def in_sentence(stage: LifeStage) -> str:
    """The life stage inside a sentence: "women, 31 to 50"."""
    return stage.label[0].lower() + stage.label[1:]
