"""Where the U-shape claim comes from: what the article says, what could be traced, what it rests on."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from data.base import Record, Table
from data.sources import Sourced, load_sourced


class ClaimStep(Record, Sourced):
    """One step on the way from the claim to its origin."""

    title: str = Field(description="The step in a few words")
    text: str = Field(description="What was found, in our words")


CLAIM_ORIGIN = Table(
    name="claim_origin",
    path="reference/claim_origin.yml",
    row=ClaimStep,
    title="Where the U-shape claim comes from",
    description="The claim of a U-shaped link between magnesium intake and neuropathy, traced to its source.",
)


@cache
def load_claim_origin() -> tuple[ClaimStep, ...]:
    """The steps in order: what the article says, what could be traced, what the data show."""
    return load_sourced(CLAIM_ORIGIN)
