"""The vocabulary of columns and the standard cautions are used, and mean one thing everywhere."""

import json

import pytest

from data.cautions import CAUTIONS, cautions_of
from data.fields import COLUMNS, column
from data.files import DESCRIPTOR
from data.package import tables
from data.result_files import ResultTable

FIELDS = [
    (table.name, name, field)
    for table in tables().values()
    if isinstance(table, ResultTable)
    for name, field in table.row.model_fields.items()
]
OTHERWISE = {("multiverse", "diabetes")}  # there it is a choice of the analysis: with them or without


def test_every_column_of_the_vocabulary_is_used():
    """What nobody uses is not said."""
    assert set(COLUMNS) - {"p"} <= {name for _, name, _ in FIELDS}


@pytest.mark.parametrize(("table", "name", "field"), FIELDS, ids=lambda part: part if isinstance(part, str) else "")
def test_a_column_of_that_name_means_the_same_in_every_result(table, name, field):
    """Its description begins as the vocabulary says; a table may add to it."""
    if name in COLUMNS and name != "n" and (table, name) not in OTHERWISE:  # n: seen, in the model, in the sample
        assert field.description.startswith(COLUMNS[name].description)


def test_a_table_may_say_more_than_the_vocabulary_and_set_its_own_limits():
    """`of` adds words, `unit` and limits stand in place of the vocabulary's."""
    field = column("ci_low", unit="ratio", gt=0, of=" of the ratio")
    assert field.description == "Lower bound of the 95% interval of the ratio"
    assert field.json_schema_extra == {"unit": "ratio"}


def test_every_caution_stands_on_a_table_and_every_key_is_known():
    """A caution that no table carries would never be read; an unknown one could not be told."""
    used = {key for table in tables().values() for key in table.cautions}
    assert used == set(CAUTIONS)


def test_the_data_package_carries_the_cautions():
    """So that whoever takes the files away has them too."""
    described = {one["name"]: one.get("cautions", []) for one in json.loads(DESCRIPTOR.read_text("utf-8"))["resources"]}
    assert described == {name: list(table.cautions) for name, table in tables().items()}


def test_cautions_of_several_tables_are_told_once_in_one_order():
    """The order of CAUTIONS, whichever table comes first."""
    assert cautions_of(["upper_levels", "curves"]) == cautions_of(["curves", "upper_levels", "curves"])
    assert cautions_of(["curves"]) == ("association", "one_day", "own_analysis")
    assert cautions_of(["glossary"]) == ()
