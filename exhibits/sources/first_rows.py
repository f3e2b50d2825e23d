"""A table of the data package as it can be taken away, and its first rows."""

from __future__ import annotations

import pandas as pd

from data import package
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.html_tables import plain_table
from exhibits.sources.tables import TableChoices, source_line, table_sources, titles

ROWS = 200  # on show; the table to take away has all


def table(choices: TableChoices) -> pd.DataFrame:
    """The whole table."""
    return package.table_frame(choices.table)


@built_once
def first_rows(name: str) -> tuple[pd.DataFrame, int]:
    """The first rows of a table without the columns that are empty there, and how many rows it has."""
    whole = package.table_frame(name)
    return whole.head(ROWS).dropna(axis="columns", how="all"), len(whole)


def figure(choices: TableChoices, look: Look) -> Markup:
    """The first rows as a table."""
    return _figure(choices.table)


@built_once
def _figure(name: str) -> Markup:
    title = f"The first rows of the table {titles()[name]}"
    rows = first_rows(name)[0].astype(object)
    html = plain_table(rows.where(rows.notna(), "–"), name=title)
    return Markup.of(
        html, title=title, subtitle=count_words(name), source=source_line(name), alt=f"Table. {count_words(name)}"
    )


def count_words(name: str) -> str:
    """How many rows are on show, of how many."""
    rows, total = first_rows(name)
    return f"The first {len(rows):,} of {total:,} rows; columns without a value in them are left out."


FIRST_ROWS = Exhibit(
    "first-rows",
    title="A table of the data, row by row",
    page="sources",
    tab="Data",
    within={"preview": "true"},
    choices=TableChoices,
    table=table,
    figure=figure,
    rests_on=(),
    sources=table_sources,
    also="preview, download, CSV, records, raw data",
)
