"""How far everybody can use the dashboard: what was tested, what is asked of charts, and what is not met."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from data.base import Record, Table, read_records


class AccessCheck(Record):
    """One kind of test, as it came out when it was last run whole. Written by `make access`, never by hand."""

    title: str = Field(description="What was tested")
    how: str = Field(description="How, and where")
    states: int = Field(description="States of pages, or tasks, that were looked at", ge=1)
    failed: int = Field(description="Of these, how many had a fault", ge=0)
    found: list[str] = Field(default=[], description="The first of the faults, as the test tells them")
    day: str = Field(description="Day of the test", pattern=r"^\d{4}-\d{2}-\d{2}$")
    tools: str = Field(description="What it was tested with, versions included")


class AccessAnswer(Record):
    """One question that Chartability's seven groups make us ask of our charts, and our answer."""

    principle: Literal[
        "Perceivable", "Operable", "Understandable", "Robust", "Compromising", "Assistive", "Flexible"
    ] = Field(description="The group it belongs to")
    question: str = Field(description="What is asked, in our words")
    answer: Literal["yes", "partly", "no"] = Field(description="Our own judgment")
    reason: str = Field(description="What it rests on; of a no, why")


class AccessGap(Record):
    """Something that is not met, or was not tested."""

    what: str = Field(description="What a reader meets")
    why: str = Field(description="Why it is so, and what helps meanwhile")
    issue: str = Field(default="", description="Address of the open issue of the part that has the fault")


CHECKS = Table(
    name="accessibility-checks",
    path="reference/accessibility_checks.yml",
    row=AccessCheck,
    title="Accessibility: what was tested",
    description="Each kind of test of the last whole run of `make access`: how, in how many states, and what failed.",
)
ANSWERS = Table(
    name="accessibility-answers",
    path="reference/accessibility_answers.yml",
    row=AccessAnswer,
    title="Accessibility: questions to our charts",
    description="Our answers to what the seven groups of Chartability ask of charts, with a reason for each.",
)
GAPS = Table(
    name="accessibility-gaps",
    path="reference/accessibility_gaps.yml",
    row=AccessGap,
    title="Accessibility: what is not met",
    description="What is not met or was not tested, why, and the open issue where the fault is not ours.",
)


@cache
def load_checks() -> tuple[AccessCheck, ...]:
    """The last whole run, in the order of the run."""
    return read_records(CHECKS)


@cache
def load_answers() -> tuple[AccessAnswer, ...]:
    """Our answers, by group."""
    return read_records(ANSWERS)


@cache
def load_gaps() -> tuple[AccessGap, ...]:
    """What is not met or was not tested."""
    return read_records(GAPS)
