"""The sources page: bibliography, data, methods, glossary, and what was corrected."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit as st

from components import controls, levels, say, searching, show
from components.controls import choose
from components.line import line
from components.take_away import site_address
from data import package
from data.base import DataError
from exhibits import files
from exhibits.choices import NoChoices
from exhibits.sources import accessibility, corrections, first_rows, glossary, revisions
from exhibits.sources import bibliography as books
from exhibits.sources.dictionary import DICTIONARY, table_words
from exhibits.sources.tables import TableChoices

METHODS = Path(__file__).parents[1] / "docs" / "methods.md"
PER_PAGE = 25  # sources
SHORT_METHODS = """
- **Facts** (requirements, blood levels, signs, risks, foods) were read in the documents of the bibliography. What could
  not be read in its source is kept apart and never shown as fact.
- **Survey results** are our own analysis of public NHANES files. They show who has what at one time, so they can say
  "goes with", never "causes". Every estimate has a 95% interval; what is too uncertain is not shown.
- **Certainty** uses the four words of GRADE and is our judgment unless a source made its own.
- **Where sources disagree**, the disagreement is shown. Where nothing was found, the page says so.
"""
HOW_TO_CITE = (
    "Cite the original source for a fact, and this dashboard for a survey result, a judgment of certainty or a "
    "verdict. The tables may be used under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). Food values "
    "are the US Department of Agriculture's. Survey files are those of the US National Center for Health Statistics. "
    "Both are in the public domain."
)


def know_all() -> None:
    """Register every parameter of the page, so that those of closed tabs are not called unknown."""
    controls.know_names(books.BibliographyChoices, TableChoices, glossary.GlossaryChoices, also=("page", "preview"))


def bibliography() -> None:
    """Search, filter, read and follow every source."""
    with line("sources") as asked:
        chosen = {"q": choose(books.BibliographyChoices, "q", placeholder="author, title, year, DOI")}
        with asked.drawer():
            chosen |= {name: choose(books.BibliographyChoices, name) for name in ("kind", "quality")}
    choices = books.BibliographyChoices(**chosen)
    searching.tell_missed(books.BibliographyChoices, "q", choices.q)
    if reason := books.empty(choices):
        show.nothing(reason)
        return searching.offer_instead(books.BibliographyChoices, "q", choices.q)
    keys = books.found(choices)
    pages = -(-len(keys) // PER_PAGE)
    show.found(f"{books.count_words(keys)}, in order of author")
    slot = st.container()
    page = controls.page_number(pages, key="page") if pages > 1 else 1
    with slot:
        say.markdown(books.citations(keys[(page - 1) * PER_PAGE : page * PER_PAGE]))
    show.take_away(books.BIBLIOGRAPHY, choices)


def data() -> None:
    """What is in each table, and the tables to take away."""
    with line("tables"):
        choices = TableChoices(table=choose(TableChoices, "table"))
    name, title = choices.table, choices.title
    say.markdown(table_words(name))
    show.data_table(DICTIONARY.table(choices), key=f"columns-{name}", alt=f"The columns of the table {title}")
    show.take_away(DICTIONARY, choices)
    if controls.switch("Show the first rows", key="preview"):
        say.caption(first_rows.count_words(name))
        rows, _ = first_rows.first_rows(name)
        show.data_table(rows, key=f"rows-{name}", alt=f"The first rows of the table {title}")
        show.take_away(first_rows.FIRST_ROWS, choices)
    say.markdown(
        f"From a program, or into another site: [tables, estimates and pictures by address]({site_address()}/data)."
    )
    whole = files.table_file(name)
    show.files(
        (f"download/{whole}", whole, "This table as CSV"),
        ("datapackage.json", "datapackage.json", "Data dictionary as JSON"),
        (f"download/{files.EVERYTHING}", files.EVERYTHING, "Everything, zipped"),
    )


def methods() -> None:
    """Methods in short and in full, and how to cite."""
    say.markdown(SHORT_METHODS)
    full = st.expander("The methods in full", key="methods", on_change="rerun")
    if full.open:
        with full:
            say.markdown(methods_text())
    say.markdown("## How to cite")
    version = package.load_package()["version"]
    say.markdown(HOW_TO_CITE)
    st.code(f"Magnesium in Balance: magnesium, nerves and pain. Data package version {version}, 2026.", language=None)


@cache
def methods_text() -> str:
    """The methods as written in the documentation, without their title; the style sheet makes the headings small."""
    try:
        text = METHODS.read_text(encoding="utf-8")
    except OSError as problem:
        raise DataError(f"docs/{METHODS.name}: cannot be read ({problem}). Restore it with git.") from None
    return re.sub(r"\A# .*\n", "", text)


def words() -> None:
    """The words of the pages."""
    with line("glossary") as asked:
        chosen = {"q": choose(glossary.GlossaryChoices, "q", placeholder="a word or abbreviation")}
        with asked.drawer():
            chosen["topic"] = choose(glossary.GlossaryChoices, "topic")
    choices = glossary.GlossaryChoices(**chosen)
    searching.tell_missed(glossary.GlossaryChoices, "q", choices.q)
    if reason := glossary.empty(choices):
        show.nothing(reason)
        return searching.offer_instead(glossary.GlossaryChoices, "q", choices.q)
    show.found(glossary.GLOSSARY.words(choices)["title"])
    say.markdown(glossary.glossary_words(choices, levels.level()))
    show.take_away(glossary.GLOSSARY, choices)


def corrected() -> None:
    """What we told otherwise before, and known faults of the sources."""
    say.header("What we changed")
    say.markdown("Facts that this dashboard told otherwise in an earlier version.")
    say.markdown(revisions.revision_words())
    show.take_away(revisions.REVISIONS, NoChoices())
    say.header("Faults in print")
    say.markdown("Faults that we found in the sources, and what we show in their place.")
    say.markdown(corrections.correction_words())
    show.take_away(corrections.CORRECTIONS, NoChoices())


def for_everybody() -> None:
    """What was tested of accessibility, how it came out, what is not met, and how to report a barrier."""
    say.markdown(accessibility.INTRODUCTION)
    say.markdown(f"## {accessibility.result()}")
    say.caption(accessibility.run_words())
    show.exhibit(accessibility.ACCESSIBILITY, NoChoices())
    say.header("Faults found")
    say.markdown(accessibility.faults_words())
    say.header("What is not met, or was not tested")
    say.markdown(accessibility.gaps_words())
    say.header("Questions to our charts")
    say.markdown(accessibility.ABOUT_ANSWERS)
    show.exhibit(accessibility.ACCESSIBILITY_ANSWERS, NoChoices())
    say.header("How to report a barrier")
    say.markdown(accessibility.HOW_TO_REPORT)


QUESTIONS = {
    "Bibliography": bibliography,
    "Data": data,
    "Methods": methods,
    "Glossary": words,
    "Corrections": corrected,
    "Accessibility": for_everybody,
}
