"""The data dictionary: what each column of a table means."""

from __future__ import annotations

import pandas as pd

from data import package
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.html_tables import plain_table
from exhibits.markdown import plain
from exhibits.sources import tables
from exhibits.sources.tables import TableChoices, source_line, table_sources


def table(choices: TableChoices) -> pd.DataFrame:
    """Column, type, unit, range, description."""
    return _table(choices.table)


@built_once
def _table(name: str) -> pd.DataFrame:
    columns = package.dictionary(name)
    return columns.assign(
        Description=columns["Description"].str.replace("`", "")
    )  # signs of markdown, which a table shows


def figure(choices: TableChoices, look: Look) -> Markup:
    """The columns as a table."""
    return _figure(choices.table)


@built_once
def _figure(name: str) -> Markup:
    title = f"The columns of the table {tables.titles()[name]}"
    html = plain_table(_table(name), name=title)
    described = package.resources()[name]["description"]
    alt = f"Table of {len(_table(name))} columns: {', '.join(_table(name).iloc[:, 0])}."
    return Markup.of(html, title=title, subtitle=described, source=source_line(name), alt=alt)


@built_once
def table_words(name: str) -> str:
    """What a table is, its licence, its file and how many sources it rests on. Markdown."""
    resource = package.resources()[name]
    sources = len(resource.get("sources", []))
    rests = f" · rests on {sources} source{'s' if sources > 1 else ''}" if sources else ""
    licence = resource["licenses"][0]
    about = f"`data/{resource['path']}` · [{licence['name']}]({licence['path']}){rests}"
    return f"{plain(resource['description'])}  \n:gray[:small[{about}]]"


DICTIONARY = Exhibit(
    "columns",
    title="Data dictionary: the columns of a table",
    page="sources",
    tab="Data",
    choices=TableChoices,
    table=table,
    figure=figure,
    rests_on=(),
    sources=table_sources,
    also="codebook, variables, units, download, CSV, data package, schema",
)
