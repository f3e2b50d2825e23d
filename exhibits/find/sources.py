"""Words explained, documents, faults in print, and the tables of the data."""

from __future__ import annotations

from collections.abc import Iterator

from data import package
from data.evidence import load_studies
from data.glossary import load_corrections, load_glossary
from data.sources import load_sources
from exhibits.find.entry import Entry, line
from exhibits.find.pages import asked, view_of


def terms() -> Iterator[Entry]:
    """Every word of the glossary."""
    for term in load_glossary():
        said = " ".join((*term.written, term.plain, term.clinical))
        yield Entry("term", term.term, line(term.plain), view_of("glossary", q=asked(term.term)), said=said)


def documents() -> Iterator[Entry]:
    """Every document of the bibliography that is not found as a study."""
    studies = {study.source.key for study in load_studies().values()}
    for key, source in load_sources().items():
        if source.is_document and key not in studies:
            about = source.short[0].upper() + source.short[1:]
            told = (source.label, source.authors, source.publisher, source.doi, source.note)
            view = view_of("sources", q=asked(source.title))
            yield Entry("source", source.title, about, view, said=" ".join(filter(None, told)))


def faults() -> Iterator[Entry]:
    """Every fault found in print."""
    for fault in load_corrections():
        yield Entry("fault", fault.subject, line(fault.problem), view_of("corrections"), said=fault.printed)


def tables() -> Iterator[Entry]:
    """Every table of the data package, by the names of its columns too."""
    for name, resource in package.resources().items():
        columns = " ".join(column["name"] for column in resource["schema"]["fields"])
        said = f"data download csv {name} {columns} {resource['description']}"
        view = view_of("columns", table=name)
        yield Entry("table", resource["title"], line(resource["description"]), view, said=said)
