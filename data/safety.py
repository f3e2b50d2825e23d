"""The sentences that keep a reader safe: advice under every page, beside a dose, and where a search finds nothing.

Each is a record with its sources, so that none can be changed, or left standing, without one.
"""

from __future__ import annotations

from functools import cache

from pydantic import Field

from data.base import Record, Table, quantity
from data.sources import Sourced, load_sourced
from data.wording import Worded

KIDNEYS = "With kidney disease, ask a clinician before taking any magnesium."
"""The kidney warning in one line, for notes and helps; the whole of it, with its sources, is `kidneys` in safety.yml."""


class SafetySentence(Record, Sourced):
    """One thing a reader must be told. `key` names the place that tells it."""

    text: str = Field(description="What the reader is told, in plain text; {name} stands for what the place fills in")
    clinical: str | None = Field(
        default=None,
        description="The same as clinicians say it, with the same figures; none where the text serves both",
    )
    told: str = Field(description="Where and when it is told")

    @property
    def words(self) -> Worded:
        """Both wordings."""
        return Worded(self.text, self.clinical or self.text)


class LaxativeDose(Record, Sourced):
    """The magnesium in a laxative dose on a label, for one age. Words about a dose get firmer from here on."""

    whom: str = Field(description="Whom the label gives it to, inside a sentence")
    from_age_years: int = quantity("Lowest age the label gives it to", "years", ge=0)
    low_mg: float = quantity("Magnesium in the smallest daily dose", "mg", gt=0)
    high_mg: float = quantity("Magnesium in the largest daily dose", "mg", gt=0)


SAFETY = Table(
    name="safety",
    path="reference/safety.yml",
    row=SafetySentence,
    title="Safety sentences",
    description="What readers are told about doses, kidneys, medicines and emergencies wherever magnesium is offered.",
)

LAXATIVE_DOSES = Table(
    name="laxative_doses",
    path="reference/laxative_doses.yml",
    row=LaxativeDose,
    title="Laxative doses",
    description="Magnesium in the laxative doses that labels give, by age; a dose from there on is warned of more firmly.",
    cautions=("kidneys",),
)


@cache
def load_safety() -> dict[str, SafetySentence]:
    """Every safety sentence, by key."""
    return {sentence.key: sentence for sentence in load_sourced(SAFETY)}


@cache
def load_laxative_doses() -> tuple[LaxativeDose, ...]:
    """The laxative doses on labels, the youngest first."""
    return tuple(sorted(load_sourced(LAXATIVE_DOSES), key=lambda dose: dose.from_age_years))


def laxative_dose(age_years: float) -> LaxativeDose:
    """The laxative dose for this age; below the lowest age of any label that of the youngest it is given to."""
    youngest, *older = load_laxative_doses()
    return next((dose for dose in reversed(older) if age_years >= dose.from_age_years), youngest)
