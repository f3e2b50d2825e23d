"""What was looked for and not found as described, and what could not be read; none of it is a fact."""

from __future__ import annotations

import re

import pandas as pd

from data.evidence import NotFound, Study, load_not_found, load_studies, load_studies_not_read
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import NoChoices
from exhibits.evidence.names import count
from exhibits.evidence.study_words import linked, sources_of_studies, study_names
from exhibits.html_tables import plain_table
from exhibits.markdown import plain

RESULTS = {
    "not_found": "not found",
    "misattributed": "found to be something else",
    "not_as_described": "does not exist as described",
}
NOT_READ = "not read far enough to say what it found"
LOOKED_FOR_HEADING = "Looked for, and not found as described"
NOT_READ_HEADING = "Could not be read far enough to say what they found"
SOURCE = "our own search."


def table(choices: NoChoices) -> pd.DataFrame:
    """A row for each search, then one for each study that could not be read."""
    rows = [
        (record.looked_for, RESULTS[record.result], record.note or "", study_names(_nearest(record)))
        for record in load_not_found()
    ]
    rows += [
        (_title(study), NOT_READ, f"Not seen: {', '.join(study.not_seen)}.", "")
        for study in load_studies_not_read().values()
    ]
    return pd.DataFrame(rows, columns=["Looked for", "What came of it", "Note", "Nearest studies"])


def _nearest(record: NotFound) -> list[str]:
    """The nearest studies that were read."""
    return [key for key in record.nearest if key in load_studies()]


def _title(study: Study) -> str:
    return re.sub(r" .exact title not seen.", "", study.source.title)


def figure(choices: NoChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure()


@built_once
def _figure() -> Markup:
    searches, unread = len(load_not_found()), len(load_studies_not_read())
    title = f"{count(searches, 'search', 'searches')} without what was described; {count(unread, 'study', 'studies')} not read"
    alt = f"Table of {searches} things looked for with what came of it, and {unread} studies that could not be read."
    return Markup.of(plain_table(table(NoChoices()), name=LOOKED_FOR_HEADING), title=title, source=SOURCE, alt=alt)


# The same in markdown --------------------------------------------------------------------------------------------------


@built_once
def not_found_list() -> str:
    """What was looked for and not found, as a list of markdown."""
    return "\n".join(_search_line(record) for record in load_not_found())


def _search_line(record: NotFound) -> str:
    near = "; ".join(linked(load_studies()[key]) for key in _nearest(record))
    said = [f"- **{plain(record.looked_for)}**: {RESULTS[record.result]}."]
    if record.note:
        said.append(plain(record.note) + ("" if record.note.endswith(".") else "."))
    if near:
        said.append(f"Nearest: {near}.")
    return " ".join(said)


@built_once
def not_read_list() -> str:
    """Studies that could not be read far enough to say what they found, as a list of markdown."""
    return "\n".join(
        f"- {plain(_title(study))}: not seen: {plain(', '.join(study.not_seen))}."
        for study in load_studies_not_read().values()
    )


def sources(choices: NoChoices) -> tuple[str, ...]:
    """The nearest studies that were read."""
    return sources_of_studies(key for record in load_not_found() for key in _nearest(record))


NOT_FOUND = Exhibit(
    "not-found",
    title="What could not be found or read",
    page="evidence",
    tab="Not found",
    table=table,
    figure=figure,
    rests_on=("not-found", "studies"),
    sources=sources,
    also="missing studies, misattributed, no evidence, gaps, unread",
)
