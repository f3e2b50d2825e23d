"""Views of the Sources page: citations, the data dictionary, downloads, glossary and corrections."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from components.captions import plain
from components.views import built_once
from data import package
from data.base import DataError
from data.glossary import load_corrections, load_glossary
from data.revisions import load_revisions
from data.search import mentions
from data.sources import Document, Source, load_sources

METHODS = Path(__file__).parents[2] / "docs" / "methods.md"
PER_PAGE = 25

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
TOPICS = {
    "intake": "Intake",
    "body": "Body",
    "survey": "Survey",
    "statistics": "Statistics",
    "evidence": "Evidence",
}


@built_once
def found_sources(query: str, kinds: tuple[str, ...], qualities: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of the sources that match `query` and the kinds and qualities chosen, by author and year."""
    documents = {document for kind in kinds for document in KINDS[kind][1]}
    found = [
        source
        for source in load_sources().values()
        if source.is_document
        and (not kinds or source.document in documents)
        and (not qualities or source.quality in qualities)
        and mentions(_searched(source), query)
    ]
    return tuple(source.key for source in sorted(found, key=lambda one: (one.name.casefold(), one.year or 0, one.key)))


def _searched(source: Source) -> str:
    said = (source.title, source.authors, source.label, source.publisher, source.year, source.doi, source.note)
    return " ".join(str(word) for word in said if word)


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
    rests = ", ".join(f"{title}{f' ({count})' if count else ''}" for title, count in sorted(used.items()))
    about = [source.what, source.kind, QUALITIES[source.quality].lower()]
    if source.not_stated:
        about.append(f"{' and '.join(source.not_stated)} not stated on the page read")
    about.append(f"used in: {rests}" if rests else "not used by a table yet")
    if source.note:
        about.append(source.note)
    return f"{' '.join(said)}  \n:gray[:small[{plain(' · '.join(dict.fromkeys(about)))}]]"


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _link(source: Source) -> str:
    if source.doi:
        return f"[doi:{plain(source.doi)}]({_address(source.link)})"
    if source.link:
        site = re.sub(r"^https?://(www\.)?", "", source.link).split("/")[0]
        return f"[{plain(site)}]({_address(source.link)})"
    return "No address to link to."


def _address(link: str) -> str:
    return link.replace("(", "%28").replace(")", "%29").replace(" ", "%20")


@built_once
def sources_table(keys: tuple[str, ...]) -> pd.DataFrame:
    """The sources as a table to take away."""
    uses = package.uses()
    rows = []
    for key in keys:
        source = load_sources()[key]
        rows.append(
            {
                "Key": key,
                "Authors": source.authors or "",
                "Year": str(source.year or "not stated"),
                "Title": source.title,
                "Published in": source.publisher,
                "Link": source.link or "",
                "What it is": source.what,
                "Kind": source.kind,
                "Quality": QUALITIES[source.quality],
                "Used in": "; ".join(sorted(uses.get(key, {}))),
                "Note": source.note or "",
            }
        )
    return pd.DataFrame(rows)


# --- Data ----------------------------------------------------------------------------------------------------------


@built_once
def table_titles() -> dict[str, str]:
    """The titles of all tables by name, in alphabetical order."""
    titles = {name: resource["title"] for name, resource in package.resources().items()}
    return dict(sorted(titles.items(), key=lambda item: item[1].casefold()))


@built_once
def table_words(name: str) -> str:
    """What a table is, its licence, its file and how many sources it rests on."""
    resource = package.resources()[name]
    sources = len(resource.get("sources", []))
    rests = f" · rests on {sources} source{'s' if sources > 1 else ''}" if sources else ""
    licence = resource["licenses"][0]
    about = f"`data/{resource['path']}` · [{licence['name']}]({licence['path']}){rests}"
    return f"{plain(resource['description'])}  \n:gray[:small[{about}]]"


@built_once
def columns_of(name: str) -> pd.DataFrame:
    """The data dictionary of a table: column, type, unit, range, description."""
    return package.dictionary(name)


@built_once
def first_rows(name: str, rows: int = 200) -> tuple[pd.DataFrame, int]:
    """The first rows of a table and how many it has."""
    table = package.table_frame(name)
    return table.head(rows).dropna(axis="columns", how="all"), len(table)


# --- Methods, glossary, corrections --------------------------------------------------------------------------------


@built_once
def methods_text() -> str:
    """The methods as written in the documentation, headings made small enough to stand inside a page."""
    try:
        text = METHODS.read_text(encoding="utf-8")
    except OSError as problem:
        raise DataError(f"docs/{METHODS.name}: cannot be read ({problem}). Restore it with git.") from None
    return re.sub(r"^(#+) ", r"###\1 ", re.sub(r"\A# .*\n", "", text), flags=re.MULTILINE)


@built_once
def glossary(query: str, topics: tuple[str, ...]) -> tuple[int, str]:
    """How many terms match, and the terms as a markdown list."""
    found = [
        term
        for term in load_glossary()
        if (not topics or term.topic in topics) and mentions(f"{term.term} {term.meaning}", query)
    ]
    return len(found), "\n\n".join(_term(term) for term in found)


def _term(term) -> str:
    cited = "; ".join(_short_link(key) for key in term.sources)
    return f"**{plain(term.term)}**  \n{plain(term.meaning)}" + (f" :gray[:small[{cited}]]" if cited else "")


def _short_link(key: str) -> str:
    source = load_sources()[key]
    return f"[{plain(source.dated)}]({_address(source.link)}), {source.what}" if source.link else plain(source.short)


@built_once
def corrections() -> str:
    """The known faults of the sources as a markdown list."""
    return "\n\n".join(
        f"**{plain(fault.subject)}**  \n"
        f"In print: {plain(fault.printed)}  \n"
        f"The fault: {plain(fault.problem)}  \n"
        f"Here: {plain(fault.shown)}  \n"
        f":gray[:small[{'; '.join(_short_link(key) for key in fault.sources)}]]"
        for fault in load_corrections()
    )


@built_once
def revisions() -> str:
    """What this dashboard told otherwise before, as a markdown list."""
    return "\n\n".join(
        f"**{plain(one.page)}, since version {plain(one.version)}**  \n"
        f"Before: {plain(one.old)}  \n"
        f"Now: {plain(one.new)}  \n"
        f"Why: {plain(one.reason)}  \n"
        f":gray[:small[{'; '.join(_short_link(key) for key in one.sources)}]]"
        for one in load_revisions()
    )
