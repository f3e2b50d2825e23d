"""The bibliography, and the rule that everything shown has a source in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, Field

from data.base import Record, RecordError, Row, Table, read_records

Quality = Literal["authoritative", "peer_reviewed", "reference_page", "weak_page", "calculation", "none"]


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
    note: str | None = Field(None, description="What was and was not read, or known faults")

    @property
    def link(self) -> str | None:
        """The address to open: the DOI where there is one."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def name(self) -> str:
        """Label, first author or publisher."""
        return self.label or (self.authors or self.publisher or self.title).split(",")[0].strip()

    @property
    def short(self) -> str:
        """Name and year, as used in source lines."""
        return f"{self.name} {self.year}" if self.year else f"{self.name} (year not stated)"


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
def load_sources() -> dict[str, Source]:
    """The bibliography by key."""
    return {source.key: source for source in read_records(BIBLIOGRAPHY)}


def load_sourced(table: Table[Row], *, verified: bool = True) -> tuple[Row, ...]:
    """The records of a table that may be shown as fact, or (`verified=False`) those that may not.

    Raises RecordError if any record, shown or not, or anything inside one names a source that is not in
    the bibliography.
    """
    records: tuple[Any, ...] = read_records(table)  # each is Sourced too, which no type can say of `Row`
    for record in records:
        for part in sourced_parts(record):
            for source in part.sources:
                if source not in load_sources():
                    problem = f"names '{source}', which is not in {BIBLIOGRAPHY.file.name}. Add it there or correct it"
                    raise RecordError(table.file, record.key, "sources", problem)
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
