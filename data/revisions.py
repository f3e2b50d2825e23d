"""What this dashboard told otherwise before: facts that were mended, old and new, and why."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from data.base import Record, Table
from data.sources import Sourced, load_sourced


class Revision(Record, Sourced):
    """One fact, or one kind of statement, that readers were told otherwise in an earlier version."""

    version: str = Field(description="Data version that tells it anew", pattern=r"^\d+\.\d+\.\d+$")
    page: Literal[
        "every page", "overview", "balance", "intake-nerves", "foods", "risk-groups", "pain", "evidence", "supplements",
        "sources",
    ] = Field(description="Page on which it stood, by its address")  # fmt: skip
    old: str = Field(description="What was told before")
    new: str = Field(description="What is told now")
    reason: str = Field(description="Why it was changed")


REVISIONS = Table(
    name="revisions",
    path="reference/revisions.yml",
    row=Revision,
    title="What we changed",
    description="Facts that this dashboard told otherwise in an earlier version: old, new, and why.",
)


@cache
def load_revisions() -> tuple[Revision, ...]:
    """Every change of a fact, the newest version first, else in file order."""
    return tuple(sorted(load_sourced(REVISIONS), key=lambda one: [-int(part) for part in one.version.split(".")]))
