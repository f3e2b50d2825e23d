"""Where does each number come from? Bibliography, data, methods, words, known faults."""

import json

import streamlit as st

from components import controls, notices, say, show
from components.views import sources as views
from data import package

TABS = ["Bibliography", "Data", "Methods", "Glossary", "Corrections"]
SHORT_METHODS = """
- **Facts** (requirements, blood levels, signs, risks, foods) were read in the documents of the bibliography. What could
  not be read in its source is kept apart and never shown as fact.
- **Survey results** are our own analysis of public NHANES files. They show who has what at one time, so they can say
  "goes with", never "causes". Every estimate has a 95% interval; what is too uncertain is not shown.
- **Certainty** uses the four words of GRADE and is our judgment unless a source made its own.
- **Where sources disagree**, the disagreement is shown. Where nothing was found, the page says so.
"""


def bibliography() -> None:
    """Search, filter, read and follow every source."""
    with controls.panel("sources"):
        query = controls.search("Search", key="find", placeholder="author, title, year, DOI")
        kinds = controls.some_of("Kind", {kind: label for kind, (label, _) in views.KINDS.items()}, key="document")
        qualities = controls.some_of("Quality", views.QUALITIES, key="quality")
    keys = views.found_sources(query, tuple(sorted(kinds)), tuple(sorted(qualities)))
    if not keys:
        return show.nothing(
            f"No source matches “{query}” and these filters." if query else "No source matches these filters."
        )
    pages = -(-len(keys) // views.PER_PAGE)
    say.markdown(f"**{len(keys)} {'source' if len(keys) == 1 else 'sources'}**, in order of author")
    slot = st.container()
    page = controls.page_number(pages, key="page") if pages > 1 else 1
    with slot:
        say.markdown(views.citations(keys[(page - 1) * views.PER_PAGE : page * views.PER_PAGE]))
    show.download(views.sources_table(keys), name="sources", label="Download these sources as CSV")


def data() -> None:
    """What is in each table, and the tables to take away."""
    name = controls.one_of("Table", views.table_titles(), key="table")
    say.markdown(views.table_words(name))
    title = views.table_titles()[name]
    show.data_table(views.columns_of(name), key=f"columns-{name}", alt=f"The columns of the table {title}")
    if controls.switch("Show the first rows", key="preview"):
        rows, total = views.first_rows(name)
        say.caption(f"The first {len(rows):,} of {total:,} rows; columns without a value in them are left out.")
        show.data_table(rows, key=f"rows-{name}", alt=f"The first rows of the table {title}")
    with st.container(horizontal=True, key="downloads"):
        show.download(lambda: package.table_frame(name), name=name, label="This table as CSV", key=f"csv-{name}")
        show.file_download(
            lambda: json.dumps(package.load_package(), indent=1, ensure_ascii=False).encode("utf-8"),
            **{"name": "datapackage.json", "mime": "application/json", "label": "Data dictionary as JSON"},
            key="package-json",
        )
        show.file_download(
            package.zipped,
            **{"name": "magnesium-in-balance.zip", "mime": "application/zip", "label": "Everything, zipped"},
            key="package-zip",
        )


def methods() -> None:
    """Methods in short and in full, and how to cite."""
    say.markdown(SHORT_METHODS)
    full = st.expander("The methods in full", key="methods", on_change="rerun")
    if full.open:
        with full:
            say.markdown(views.methods_text())
    say.markdown("### How to cite")
    version = package.load_package()["version"]
    say.markdown(
        "Cite the original source for a fact, and this dashboard for a survey result, a judgment of certainty or a "
        "verdict. The tables may be used under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/); food values "
        "are the US Department of Agriculture's and survey files those of the US National Center for Health Statistics, "
        "both in the public domain."
    )
    st.code(f"Magnesium in Balance: magnesium, nerves and pain. Data package version {version}, 2026.", language=None)


def glossary() -> None:
    """The words of the pages."""
    with controls.panel("glossary"):
        query = controls.search("Search", key="word", placeholder="a word or abbreviation")
        topics = controls.some_of("Topic", views.TOPICS, key="subject")
    count, terms = views.glossary(query, tuple(sorted(topics)))
    if not count:
        return show.nothing(f"No word matches “{query}” here." if query else "No word in this topic.")
    say.markdown(terms)


def corrections() -> None:
    """What we told otherwise before, and known faults of the sources."""
    say.subheader("What we changed")
    say.markdown("Facts that this dashboard told otherwise in an earlier version.")
    say.markdown(views.revisions())
    say.subheader("Faults in print")
    say.markdown("Faults that we found in the sources, and what we show in their place.")
    say.markdown(views.corrections())


show.heading(
    "Where does each number come from?",
    "Every figure here names its source. Search the sources, see what each column of the data means, take the data away, "
    "and read what we found wrong in print.",
)
for parameter in ("find", "document", "quality", "page", "table", "preview", "word", "subject"):
    notices.check_parameter(parameter)  # known on every tab, even while its own is closed
controls.show_tabs(dict(zip(TABS, (bibliography, data, methods, glossary, corrections), strict=True)))
