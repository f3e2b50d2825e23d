"""The bibliography, and the rule that everything shown has a source in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, Field, field_validator

from data.base import Record, RecordError, Row, Table, read_records

Quality = Literal["authoritative", "peer_reviewed", "reference_page", "weak_page", "calculation", "none"]
Document = Literal[
    "none",
    "own_reading",
    "weak_page",
    "laboratory_study",
    "expert_group",
    "guideline",
    "systematic_review",
    "review",
    "dataset",
    "own_analysis",
    "regulator",
    "fact_sheet",
    "authority",
    "textbook",
    "laboratory_page",
    "reference_page",
    "case_report",
    "experiment",
    "randomized_trial",
    "open_trial",
    "observational",
]
DOCUMENTS: dict[Document, tuple[str, str]] = {
    "none": ("nothing found", r"absence of evidence"),
    "own_reading": ("our own reading", r"own (review|reading)"),
    "weak_page": (
        "consumer page",
        r"consumer (page|reference|encyclopedia)|unknown authorship|secondary page|seller|news",
    ),
    "laboratory_study": ("animals or cells", r"\banimal|in vitro(?! plus human)"),
    "expert_group": ("expert opinion", r"expert|consensus"),
    "guideline": ("guideline", r"guideline"),
    "systematic_review": ("systematic review", r"systematic|meta.analysis|umbrella"),
    "review": ("review", r"review|evidence summary|literature survey"),
    "dataset": ("data set", r"microdata|database"),
    "own_analysis": ("our calculation", r"calculation"),
    "regulator": ("regulator's text", r"(?<!open-)label|product information|summary of product|regulator"),
    "fact_sheet": ("fact sheet", r"fact sheet"),
    "authority": ("authority's report", r"authoritative|standard|national survey report"),
    "textbook": ("textbook", r"textbook"),
    "laboratory_page": ("laboratory page", r"laboratory (handbook|page|catalog)"),
    "reference_page": (
        "reference page",
        r"reference page|(clinical|drug|interaction) reference|leaflet|journal|guide\b|advice of|table of",
    ),
    "case_report": ("case report", r"\bcase (report|series)"),
    "experiment": (
        "experiment in people",
        r"experiment|comparative|plus human|pharmacokinetic|metabolic (unit|balance)",
    ),
    "randomized_trial": ("randomized trial", r"randomi[sz]ed|\brct\b|crossover"),
    "open_trial": ("open trial", r"trial|open study"),
    "observational": (
        "observational study",
        r"observational|cohort|cross-sectional|case-control|survey|human reference",
    ),
}
"""What kind of document a source is: short words for readers, and how it is told from `kind`, the first that fits."""
WEAK_QUALITIES = ("weak_page", "none")


class Source(Record):
    """Where a figure or statement was read."""

    title: str = Field(description="Title of the document or page")
    label: str | None = Field(None, description="Name in source lines, where author or publisher would mislead")
    authors: str | None = Field(None, description="Authors or issuing body, where stated")
    publisher: str = Field(description="Journal with volume, or publisher")
    year: int | None = Field(None, description="Year of publication; empty where not stated", ge=1900, le=2100)
    doi: str | None = Field(None, description="Digital Object Identifier", pattern=r"^10\.\S+/\S+$")
    pmid: str | None = Field(None, description="PubMed number")
    pmcid: str | None = Field(None, description="PubMed Central number")
    url: str | None = Field(None, description="Address; empty where the document is cited but not linked")
    kind: str = Field(description="Kind of evidence or document")
    quality: Quality = Field(description="How much weight the page itself can bear")
    not_stated: tuple[Literal["authors", "year"], ...] = Field((), description="What the page read does not state")
    note: str | None = Field(None, description="What was and was not read, or known faults")

    @field_validator("kind")
    @classmethod
    def _kind_is_known(cls, kind: str) -> str:
        if not any(re.search(rule, kind.lower()) for _, rule in DOCUMENTS.values()):
            raise ValueError(
                f"words that say what it is, such as {', '.join(words for words, _ in DOCUMENTS.values())}"
            )
        return kind

    @property
    def link(self) -> str | None:
        """The address to open: the DOI where there is one."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def document(self) -> Document:
        """What kind of document it is, one of DOCUMENTS."""
        return _document(self.kind)

    @property
    def what(self) -> str:
        """What it is, in words for readers: "review"."""
        return DOCUMENTS[self.document][0]

    @property
    def is_document(self) -> bool:
        """Whether it is a source at all: our own reading and "nothing found" are none, and are never counted."""
        return self.document not in ("none", "own_reading")

    @property
    def weak(self) -> bool:
        """Whether no figure on safety may rest on it alone: pages of sellers, wikis, news and for consumers, or none."""
        return self.quality in WEAK_QUALITIES or self.document == "weak_page"

    @property
    def name(self) -> str:
        """Label, first author or publisher."""
        return self.label or (self.authors or self.publisher or self.title).split(",")[0].strip()

    @property
    def dated(self) -> str:
        """Name and year; of what comes out undated, such as a label, the name alone."""
        if self.year:
            return f"{self.name} {self.year}"
        return f"{self.name} (year not stated)" if self.quality == "peer_reviewed" else self.name

    @property
    def short(self) -> str:
        """Name, year and what it is, as shown wherever it is cited: "Jahnen-Dechent W 2012, review"."""
        return f"{self.dated}, {self.what}"


class Sourced(BaseModel):
    """Anything shown as fact: names its sources, and whether they were read."""

    sources: tuple[str, ...] = Field(description="Keys in the bibliography", min_length=1)
    verified: bool = Field(description="True only where the statement was read in the source; others are never shown")


BIBLIOGRAPHY = Table(
    name="bibliography",
    path="reference/bibliography.yml",
    row=Source,
    title="Bibliography",
    description="Every document that a figure or statement in the dashboard rests on.",
)


@cache
def _document(kind: str) -> Document:
    """The first kind of document whose rule fits these words."""
    return next(name for name, (_, rule) in DOCUMENTS.items() if re.search(rule, kind.lower()))


@cache
def load_sources() -> dict[str, Source]:
    """The bibliography by key."""
    return {source.key: source for source in read_records(BIBLIOGRAPHY)}


def load_sourced(table: Table[Row], *, verified: bool = True) -> tuple[Row, ...]:
    """The records of a table that may be shown as fact, or (`verified=False`) those that may not.

    Raises RecordError if any record, shown or not, or anything inside one names a source that is not in
    the bibliography.
    """

    def has_sources(record: Record) -> None:
        for part in sourced_parts(record):
            for source in part.sources:
                if source not in load_sources():
                    problem = f"names '{source}', which is not in {BIBLIOGRAPHY.file.name}. Add it there or correct it"
                    raise RecordError(table.file, record.key, "sources", problem)

    records: tuple[Any, ...] = read_records(table, has_sources)  # each is Sourced too, which no type can say of `Row`
    return tuple(record for record in records if record.verified is verified)


def sourced_parts(record: BaseModel) -> Iterator[Sourced]:
    """The record itself and every sourced part nested inside it."""
    if isinstance(record, Sourced):
        yield record
    for name in type(record).model_fields:
        value = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, BaseModel):
                yield from sourced_parts(part)
