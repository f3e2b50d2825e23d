"""The words the pages use, in plain and in clinical language, and the known faults of the sources."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from data.base import Record, RecordError, Table, read_records
from data.sources import Sourced, load_sourced
from data.wording import Level, Worded

Topic = Literal["intake", "body", "survey", "statistics", "evidence"]


class Term(Record):
    """A word and what it means here."""

    term: str = Field(description="The word, with its abbreviation first where that is what people meet")
    topic: Topic = Field(description="Where the word belongs")
    plain: str = Field(description="What it means, in everyday words", min_length=12)
    clinical: str = Field(
        description="What it means to a clinician: the measure, what it counts, its limits", min_length=12
    )
    written: tuple[str, ...] = Field(
        description="How a text writes it, as it is recognized there; in small letters unless it is a name; none for one that is drawn"
    )
    sources: tuple[str, ...] = Field((), description="Keys in the bibliography, where the meaning rests on a document")

    @model_validator(mode="after")
    def two_meanings_and_forms_that_can_be_found(self) -> Term:
        """The two meanings differ, and a form begins and ends with a letter or digit that a text can be searched for."""
        if self.plain == self.clinical:
            raise ValueError("'clinical' that says it as clinicians do; it is the same as 'plain'")
        for form in self.written:
            if not re.fullmatch(r"%?[A-Za-z0-9](.*[A-Za-z0-9])?", form):
                raise ValueError(f"'written' that begins and ends with a letter or a digit; '{form}' does not")
        return self

    @property
    def short_forms(self) -> tuple[str, ...]:
        """Those forms that are abbreviations: two capitals or more, in one word or as a unit."""
        return tuple(form for form in self.written if is_short(form))


def is_short(form: str) -> bool:
    """Whether a form is an abbreviation: "EAR", "eGFR", "%DV", "mmol/L"; no name of several words ("NMDA receptor")."""
    return " " not in form and (len(re.findall("[A-Z]", form)) > 1 or "/" in form)


def meaning(term: Term, level: Level = "plain") -> str:
    """What a term means, in the words asked for."""
    return Worded(term.plain, term.clinical).at(level)


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
    """All terms, in alphabetical order. Raises RecordError where two are written the same way."""
    terms = sorted(read_records(GLOSSARY), key=lambda term: term.term.casefold())
    of: dict[str, str] = {}
    for term in terms:
        for form in term.written:
            if (other := of.setdefault(form, term.key)) != term.key:
                raise RecordError(
                    GLOSSARY.file, term.key, "written", f"has '{form}', which '{other}' has; one of the two"
                )
    return tuple(terms)


@cache
def load_corrections() -> tuple[Correction, ...]:
    """Known faults of the sources, in file order."""
    return load_sourced(CORRECTIONS)
