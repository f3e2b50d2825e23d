"""Words explained, documents, faults in print, and the tables of the data."""

from __future__ import annotations

from collections.abc import Iterator

from data import package
from data.evidence import load_studies
from data.glossary import load_corrections, load_glossary
from data.sources import load_sources
from exhibits.find.entry import Entry, asked, line


def terms() -> Iterator[Entry]:
    """Every word of the glossary."""
    for term in load_glossary():
        query = (("tab", "Glossary"), ("word", asked(term.term)))
        yield Entry("term", term.term, line(term.meaning), page="sources", query=query, said=term.meaning)


def documents() -> Iterator[Entry]:
    """Every document of the bibliography that is not found as a study."""
    studies = {study.source.key for study in load_studies().values()}
    for key, source in load_sources().items():
        if source.is_document and key not in studies:
            yield Entry(
                "source",
                source.title,
                source.short[0].upper() + source.short[1:],
                page="sources",
                query=(("find", asked(source.title)),),
                said=" ".join(filter(None, (source.label, source.authors, source.publisher, source.doi, source.note))),
            )


def faults() -> Iterator[Entry]:
    """Every fault found in print."""
    for fault in load_corrections():
        query = (("tab", "Corrections"),)
        yield Entry("fault", fault.subject, line(fault.problem), page="sources", query=query, said=fault.printed)


def tables() -> Iterator[Entry]:
    """Every table of the data package, by the names of its columns too."""
    for resource in package.resources().values():
        query = (("tab", "Data"), ("table", resource["title"]))
        columns = " ".join(column["name"] for column in resource["schema"]["fields"])
        about = line(resource["description"])
        said = f"data download csv {resource['name']} {columns} {resource['description']}"
        yield Entry("table", resource["title"], about, page="sources", query=query, said=said)
