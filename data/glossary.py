"""The words the pages use, in plain language, and the known faults of the sources."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from data.base import Record, Table, read_records
from data.sources import Sourced, load_sourced

Topic = Literal["intake", "body", "survey", "statistics", "evidence"]


class Term(Record):
    """A word and what it means here."""

    term: str = Field(description="The word, with its abbreviation first where that is what people meet")
    topic: Topic = Field(description="Where the word belongs")
    meaning: str = Field(description="What it means, in our words")
    sources: tuple[str, ...] = Field((), description="Keys in the bibliography, where the meaning rests on a document")


class Correction(Record, Sourced):
    """A fault found in a source, and what is shown in its place."""

    subject: str = Field(description="What the fault concerns")
    printed: str = Field(description="What the source prints")
    problem: str = Field(description="Why that cannot be right, or what it does not agree with")
    shown: str = Field(description="What this dashboard does")


GLOSSARY = Table(
    name="glossary",
    path="reference/glossary.yml",
    row=Term,
    title="Glossary",
    description="Words used on the pages, explained in plain language.",
)
CORRECTIONS = Table(
    name="corrections",
    path="reference/corrections.yml",
    row=Correction,
    title="Corrections",
    description="Faults found in the sources, and what is shown in their place.",
)


@cache
def load_glossary() -> tuple[Term, ...]:
    """All terms, in alphabetical order."""
    return tuple(sorted(read_records(GLOSSARY), key=lambda term: term.term.casefold()))


@cache
def load_corrections() -> tuple[Correction, ...]:
    """Known faults of the sources, in file order."""
    return load_sourced(CORRECTIONS)
