"""Every source: who, year, title, where, what kind of document it is, and what rests on it."""

from __future__ import annotations

import re

import pandas as pd

from data import package
from data.sources import Document, Source, load_sources
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import Choices, search, some_of
from exhibits.citations import sources
from exhibits.html_tables import plain_table
from exhibits.markdown import plain
from exhibits.searched import Box, did_you_mean
from exhibits.sources.cited import address

# Kinds to choose from: the documents of data.sources, few enough for a row of buttons.
KINDS: dict[str, tuple[str, tuple[Document, ...]]] = {
    "laboratory": ("Laboratory and animal", ("laboratory_study",)),
    "reviews": ("Reviews and poolings", ("systematic_review", "review")),
    "trials": ("Trials", ("randomized_trial", "open_trial", "experiment")),
    "data": ("Data files", ("dataset", "own_analysis")),
    "guidance": ("Guidance", ("guideline", "expert_group", "authority", "regulator", "fact_sheet")),
    "observational": ("Observational", ("observational", "case_report")),
    "pages": ("Reference works", ("textbook", "laboratory_page", "reference_page", "weak_page")),
}
QUALITIES = {
    "authoritative": "Authority",
    "peer_reviewed": "Peer reviewed",
    "reference_page": "Reference page",
    "weak_page": "Weak page",
    "calculation": "Calculation",
}
BESIDE_THE_LINK = ["Title", "Published in", "Quality", "Used in", "Note"]


def _said(source: Source) -> tuple[str, str]:
    """Title, authors, year, DOI and address, then what else is said of it."""
    names = (source.title, source.authors, source.year, source.doi, source.link)
    more = (source.label, source.publisher, source.note, source.what)
    return tuple(" ".join(str(word) for word in some if word) for some in (names, more))  # type: ignore[return-value]


SOURCE_BOX = Box.of(load_sources, _said, example="Garrison 2020")


class BibliographyChoices(Choices):
    """Which sources."""

    q: str = search(SOURCE_BOX, address="find")
    kind: tuple[str, ...] = some_of("Kind", {kind: label for kind, (label, _) in KINDS.items()}, address="document")
    quality: tuple[str, ...] = some_of("Quality", QUALITIES)


def found(choices: BibliographyChoices) -> tuple[str, ...]:
    """Keys of the sources that fit the choice, by author and year."""
    return _found(choices.q, tuple(sorted(choices.kind)), tuple(sorted(choices.quality)))


@built_once
def _found(query: str, kinds: tuple[str, ...], qualities: tuple[str, ...]) -> tuple[str, ...]:
    wanted = {document for kind in kinds for document in KINDS[kind][1]}
    searched = SOURCE_BOX.found(query)
    fitting = [
        source
        for source in load_sources().values()
        if source.is_document
        and (not kinds or source.document in wanted)
        and (not qualities or source.quality in qualities)
        and source.key in searched
    ]
    return tuple(
        source.key for source in sorted(fitting, key=lambda one: (one.name.casefold(), one.year or 0, one.key))
    )


def empty(choices: BibliographyChoices) -> str:
    """That nothing fits."""
    if found(choices):
        return ""
    if not choices.q:
        return "No source matches these filters."
    return f"No source matches “{choices.q}” and these filters.{did_you_mean(SOURCE_BOX.tries(choices.q))}"


def count_words(keys: tuple[str, ...]) -> str:
    """ "1 source", "173 sources"."""
    return f"{len(keys)} {'source' if len(keys) == 1 else 'sources'}"


def table(choices: BibliographyChoices) -> pd.DataFrame:
    """The sources to take away."""
    return _table(found(choices))


@built_once
def _table(keys: tuple[str, ...]) -> pd.DataFrame:
    uses = package.uses()
    return pd.DataFrame([_row(load_sources()[key], uses.get(key, {})) for key in keys])


def _row(source: Source, used: dict[str, int]) -> dict[str, str]:
    return {
        "Key": source.key,
        "Authors": source.authors or "",
        "Year": str(source.year or "not stated"),
        "Title": source.title,
        "Published in": source.publisher,
        "Link": source.link or "",
        "What it is": source.what,
        "Kind": source.kind,
        "Quality": QUALITIES[source.quality],
        "Used in": "; ".join(sorted(used)),
        "Note": source.note or "",
    }


def figure(choices: BibliographyChoices, look: Look) -> Markup:
    """The sources as a table with links."""
    return _figure(found(choices))


@built_once
def _figure(keys: tuple[str, ...]) -> Markup:
    shown = _table(keys)[BESIDE_THE_LINK]
    shown.insert(0, "Source", [sources((key,)) for key in keys])
    title = f"{count_words(keys)}, in order of author"
    return Markup.of(
        plain_table(shown, name="Bibliography"),
        title=title,
        source="The bibliography of this dashboard.",
        alt=f"Table of {count_words(keys)}: title, where it was published, its quality, what rests on it.",
    )


@built_once
def citations(keys: tuple[str, ...]) -> str:
    """The sources as a markdown list: who, year, title, where, link, kind, what rests on it."""
    uses = package.uses()
    return "\n\n".join(_citation(load_sources()[key], uses.get(key, {})) for key in keys)


def _citation(source: Source, used: dict[str, int]) -> str:
    """One source as two lines of markdown."""
    who = source.authors or source.label or source.publisher
    said = [f"**{plain(who)}** ({source.year or 'year not stated'}). {plain(_stopped(source.title))}"]
    if source.publisher and source.publisher != who:
        said.append(plain(_stopped(source.publisher)))
    said.append(_link(source))
    return f"{' '.join(said)}  \n:gray[:small[{plain(' · '.join(dict.fromkeys(_about(source, used))))}]]"


def _about(source: Source, used: dict[str, int]) -> list[str]:
    """What it is, how good, and what rests on it."""
    about = [source.what, source.kind, QUALITIES[source.quality].lower()]
    if source.not_stated:
        about.append(f"{' and '.join(source.not_stated)} not stated on the page read")
    rests = ", ".join(f"{title}{f' ({count})' if count else ''}" for title, count in sorted(used.items()))
    about.append(f"used in: {rests}" if rests else "not used by a table yet")
    return [*about, source.note] if source.note else about


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _link(source: Source) -> str:
    if source.doi and source.link:
        return f"[doi:{plain(source.doi)}]({address(source.link)})"
    if source.link:
        site = re.sub(r"^https?://(www\.)?", "", source.link).split("/")[0]
        return f"[{plain(site)}]({address(source.link)})"
    return "No address to link to."


BIBLIOGRAPHY = Exhibit(
    "sources",
    title="Bibliography",
    page="sources",
    tab="Bibliography",
    choices=BibliographyChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("bibliography",),
    sources=found,
    also="references, literature, citations, papers, authors, DOI, where numbers come from",
)
