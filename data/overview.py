"""What the Overview shows of its own: the stages of the two-sided picture, and the seven takeaways."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field, field_validator

from data.base import Record, Table, quantity
from data.intakes import adult_needs, load_upper_levels
from data.sources import Sourced, load_sourced
from data.wording import Worded


class HeroStage(Record, Sourced):
    """One stage from severe deficiency to severe excess; the source named first gives the level or comes closest."""

    side: Literal["deficiency", "balance", "toxicity"] = Field(description="Side of the balance")
    stage: str = Field(description="Name of the stage")
    level_low_mmol_l: float | None = quantity(
        "Blood level from which it is reached; empty where open-ended", "mmol/L", default=None, gt=0
    )
    level_high_mmol_l: float | None = quantity(
        "Blood level up to which it reaches; empty where open-ended", "mmol/L", default=None, gt=0
    )
    signs: str = Field(description="What happens to nerves and body, in a few words")
    note: str | None = Field(None, description="Where sources disagree, and what to know about the stage")
    width: float = Field(description="Width in the picture, not to scale", gt=0)


class Takeaway(Record, Sourced):
    """One thing to take away, with a link to the page that shows it."""

    side: Literal["deficiency", "balance", "toxicity", "both", "none"] = Field(description="Side it speaks of")
    title: str = Field(description="The point in a few words", max_length=60)
    text: str = Field(description="The point with its limits; {rda_low} and the like stand for reference intakes")
    clinical: str = Field(description="The same point as clinicians say it, with the same figures")
    link: str = Field(description="Words of the link")
    query: dict[str, str] = Field({}, description="What the link sets on that page, as in its address")
    page: Literal["balance", "intake-nerves", "foods", "risk-groups", "sources", "pain", "evidence", "supplements"] = (
        Field(description="Page that shows it, by its address")
    )

    @property
    def words(self) -> Worded:
        """Both wordings of the point."""
        return Worded(self.text, self.clinical)

    @field_validator("text", "clinical")
    @classmethod
    def _fills_in(cls, text: str) -> str:
        try:
            text.format(rda_low=0, rda_high=0, ul_us=0, ul_eu=0)
        except (KeyError, IndexError, ValueError):
            raise ValueError("words with {rda_low}, {rda_high}, {ul_us} or {ul_eu} at most") from None
        return text


HERO_STAGES = Table(
    name="hero_stages",
    path="reference/hero_stages.yml",
    row=HeroStage,
    title="Stages of the balance",
    description="The stages of the Overview picture, put together from published levels; a teaching aid.",
)
TAKEAWAYS = Table(
    name="takeaways",
    path="reference/takeaways.yml",
    row=Takeaway,
    title="Takeaways",
    description="Seven things to take away, each with its sources and the page that shows it.",
)


@cache
def load_hero_stages() -> tuple[HeroStage, ...]:
    """The stages, from severe deficiency to severe excess."""
    return load_sourced(HERO_STAGES)


@cache
def load_takeaways() -> tuple[Takeaway, ...]:
    """The takeaways, with the reference intakes filled in."""
    low, high = adult_needs()
    levels = load_upper_levels()
    figures = {
        "rda_low": f"{low.rda_mg:g}",
        "rda_high": f"{high.rda_mg:g}",
        "ul_us": f"{levels['us'].ul_mg:g}",
        "ul_eu": f"{levels['eu'].ul_mg:g}",
    }
    return tuple(
        takeaway.model_copy(update={name: getattr(takeaway, name).format(**figures) for name in ("text", "clinical")})
        for takeaway in load_sourced(TAKEAWAYS)
    )
