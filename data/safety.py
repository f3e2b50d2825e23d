"""The sentences that keep a reader safe: advice under every page, beside a dose, and where a search finds nothing.

Each is a record with its sources, so that none can be changed, or left standing, without one.
"""

from __future__ import annotations

from functools import cache

from pydantic import Field

from data.base import Record, Table
from data.sources import Sourced, load_sourced


class SafetySentence(Record, Sourced):
    """One thing a reader must be told. `key` names the place that tells it."""

    text: str = Field(description="What the reader is told, in plain text; {name} stands for what the place fills in")
    told: str = Field(description="Where and when it is told")


SAFETY = Table(
    name="safety",
    path="reference/safety.yml",
    row=SafetySentence,
    title="Safety sentences",
    description="What readers are told about doses, kidneys, medicines and emergencies wherever magnesium is offered.",
)


@cache
def load_safety() -> dict[str, SafetySentence]:
    """Every safety sentence, by key."""
    return {sentence.key: sentence for sentence in load_sourced(SAFETY)}
