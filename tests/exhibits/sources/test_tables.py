"""The tables of the data package: their columns, their rows."""

import pytest

from data import package
from data.sources import load_sources
from exhibits import catalog
from exhibits.base import Look
from exhibits.sources import dictionary, first_rows, tables
from exhibits.sources.tables import FIRST, TableChoices


def test_the_first_table_is_that_of_the_page():
    """The first by title."""
    assert next(iter(tables.titles())) == FIRST == TableChoices().table


@pytest.mark.parametrize("name", tables.titles())
def test_every_table_has_a_picture_of_its_columns_and_of_its_rows(name):
    """All columns, at most 200 rows, its own sources."""
    choices = TableChoices(table=name)
    columns = dictionary.figure(choices, Look())
    assert columns.count('<tr role="row">') == len(dictionary.table(choices)) + 1
    assert len(dictionary.table(choices)) >= len(package.resources()[name]["schema"]["fields"])
    rows = first_rows.figure(choices, Look())
    assert rows.count('<tr role="row">') == min(len(first_rows.table(choices)), first_rows.ROWS) + 1
    assert "nan" not in rows.split("</style>")[1].split("</thead>")[0]
    assert set(dictionary.DICTIONARY.sources_of(choices)) <= load_sources().keys()


def test_an_empty_cell_is_a_dash():
    """Not "nan"."""
    html = first_rows.figure(TableChoices(table="bibliography"), Look())
    assert ">–</td>" in html and ">nan<" not in html and ">None<" not in html


def test_the_address_opens_the_rows():
    """The switch is in it."""
    link = catalog.link(first_rows.FIRST_ROWS, TableChoices(table="glossary"))
    assert link == "/sources?tab=Data&preview=true&table=Glossary"
