"""Whatever is wrong in a data file is told with file, record and field, what was expected, and what to do."""

from pathlib import Path
from typing import Literal

import pytest
from pydantic import Field

from data import base
from data.base import DataError, Record, RecordError, Table, as_frame, quantity, read_mapping, read_records


class Salt(Record):
    name: str = Field(description="Name")
    elemental_pct: float = quantity("Magnesium in the salt", "%", ge=0, le=100)
    solubility: Literal["freely", "barely"] | None = Field(None, description="In water")


@pytest.fixture
def salts(tmp_path, monkeypatch):
    """Write a table's file and get the table: `salts("citrate: …")`, `salts("key,name\\n…", "salts.csv")`."""
    monkeypatch.setattr(base, "DATA_FOLDER", tmp_path)

    def write(content: str | bytes, name: str = "salts.yml") -> Table:
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        (tmp_path / name).write_bytes(data)
        return Table(name="salts", path=name, row=Salt, title="Salts", description="")

    return write


def message(table: Table) -> str:
    """What a reader is told when the table is read."""
    with pytest.raises(DataError) as told:
        read_records(table)
    return str(told.value)


# --- Good files ----------------------------------------------------------------------------------------------------


def test_yaml_records_come_in_file_order_with_their_types(salts):
    """A mapping from key to fields becomes frozen records, numbers as numbers."""
    oxide, citrate = read_records(
        salts("oxide: {name: Oxide, elemental_pct: 60.3}\ncitrate: {name: Citrate, elemental_pct: 16}")
    )
    assert (oxide.key, oxide.elemental_pct, oxide.solubility) == ("oxide", 60.3, None)
    assert citrate.key == "citrate"


def test_csv_records_are_read_by_the_same_rules(salts):
    """A CSV with a key column gives the same records; an empty cell is no value."""
    (oxide,) = read_records(salts("key,name,elemental_pct,solubility\noxide,Oxide,60.3,\n", "salts.csv"))
    assert (oxide.key, oxide.elemental_pct, oxide.solubility) == ("oxide", 60.3, None)


def test_a_frame_has_one_row_a_record_and_one_column_a_field(salts):
    """Columns are named as the fields."""
    frame = as_frame(read_records(salts("oxide: {name: Oxide, elemental_pct: 60.3}")))
    assert list(frame) == ["key", "name", "elemental_pct", "solubility"]
    assert frame["name"].tolist() == ["Oxide"]


# --- Faults in one record ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields, told",
    [
        ("{name: Oxide, elemental_pct: much}", "field 'elemental_pct': is 'much'; expected a valid number"),
        ("{name: Oxide, elemental_pct: 160}", "field 'elemental_pct': is 160; expected less than or equal to 100"),
        ("{name: 7, elemental_pct: 60}", "field 'name': is 7; expected a valid string"),
        (
            "{name: Oxide, elemental_pct: 60, solubility: medium}",
            "field 'solubility': is 'medium'; expected 'freely' or 'barely'",
        ),
        ("{elemental_pct: 60}", "field 'name': is missing; expected a value"),
        ("{name: Oxide, elemental_pct: 60, colour: white}", "field 'colour': is not a field of this table"),
        ("just text", "field '(all)': is 'just text'; expected fields with values"),
        ("{key: oxide, name: Oxide, elemental_pct: 60}", "field 'key': stands inside the record"),
    ],
)
def test_a_fault_in_a_yaml_record_is_located(salts, fields, told):
    """File, record and field are named, with the value found and what was expected."""
    assert f"salts.yml, record 'oxide', {told}" in message(salts(f"oxide: {fields}"))


@pytest.mark.parametrize(
    "rows, told",
    [
        ("oxide,Oxide,much,", "record 'oxide', field 'elemental_pct': is 'much'; expected a valid number"),
        ("oxide,,60,", "record 'oxide', field 'name': is missing; expected a value"),
        ("oxide,Oxide,60,medium", "record 'oxide', field 'solubility': is 'medium'; expected 'freely' or 'barely'"),
        ("oxide,Oxide,60,\noxide,Oxide,61,", "record 'oxide', field 'key': stands twice; expected once"),
        (",Oxide,60,", "record '(row 2)', field 'key': is empty; expected a value"),
    ],
)
def test_a_fault_in_a_csv_row_is_located(salts, rows, told):
    """A CSV fault is told in the same words as one in YAML."""
    table = salts(f"key,name,elemental_pct,solubility\n{rows}\n", "salts.csv")
    assert f"salts.csv, {told}" in message(table)


def test_a_key_that_could_not_stand_in_a_link_is_refused(salts):
    """Keys are lower-case slugs, because they appear in addresses."""
    told = message(salts("Magnesium Oxide: {name: Oxide, elemental_pct: 60}"))
    assert (
        "salts.yml, record 'Magnesium Oxide', field 'key': is 'Magnesium Oxide'; expected it to match pattern" in told
    )


def test_a_record_error_is_a_data_error():
    """A page that catches DataError catches both kinds."""
    problem = RecordError(Path("data/salts.yml"), "oxide", "name", "is missing")
    assert isinstance(problem, DataError)
    assert str(problem) == "salts.yml, record 'oxide', field 'name': is missing"


# --- Faults of the whole file --------------------------------------------------------------------------------------


def test_a_repeated_yaml_key_is_an_error_with_its_line(salts):
    """YAML's own rule (the last one wins) would lose a record silently."""
    told = message(salts("oxide: {name: Oxide, elemental_pct: 60}\noxide: {name: Oxide again, elemental_pct: 61}"))
    assert "salts.yml: is not readable YAML" in told
    assert "the key 'oxide' stands twice (again in line 2)" in told


def test_a_repeated_field_inside_a_record_is_an_error_too(salts):
    """The same field given twice is told, at any depth."""
    assert "the key 'name' stands twice (again in line 3)" in message(
        salts("oxide:\n  name: Oxide\n  name: Oxide again\n  elemental_pct: 60")
    )


def test_broken_yaml_is_told_with_its_line(salts):
    """A bracket left open gives file and line."""
    told = message(salts("oxide: {name: Oxide\ncitrate: {name: Citrate"))
    assert told.startswith("salts.yml: is not readable YAML")
    assert "line 2" in told


def test_a_list_in_place_of_records_is_refused(salts):
    """A YAML list has no keys."""
    assert message(salts("- oxide\n- citrate")) == (
        "salts.yml: holds a list; expected records, each under its own key. Restore it with git or mend it."
    )


@pytest.mark.parametrize("name", ["salts.yml", "salts.csv"])
def test_an_empty_file_is_named(salts, name):
    """An empty file is a fault, not a table without rows."""
    assert message(salts("", name)) == f"{name}: is empty; expected records. Restore it with git."


def test_a_csv_with_a_header_alone_is_empty(salts):
    """A header without a row is told in the same words."""
    told = message(salts("key,name,elemental_pct,solubility\n", "salts.csv"))
    assert told == "salts.csv: is empty; expected records. Restore it with git."


@pytest.mark.parametrize("name", ["salts.yml", "salts.csv"])
def test_a_missing_file_is_named(salts, name, tmp_path):
    """A file that is not there is named, with its folder and the way back."""
    table = salts("x", name)
    table.file.unlink()
    assert message(table) == f"{name}: is missing from {tmp_path.name}/. Restore it with git."


@pytest.mark.parametrize("name", ["salts.yml", "salts.csv"])
def test_a_file_in_another_encoding_is_named(salts, name):
    """Latin-1 text is refused and the way to mend it told."""
    told = message(salts("oxide: {name: Öxid}".encode("latin-1"), name))
    assert told.startswith(f"{name}: is not UTF-8 text")
    assert told.endswith("Save it again as UTF-8.")


def test_a_missing_column_is_named(salts):
    """A CSV without a required column names it and what was expected."""
    told = message(salts("key,name\noxide,Oxide\n", "salts.csv"))
    assert told == (
        "salts.csv, record '(header)', field 'elemental_pct': column is missing; "
        "expected ['elemental_pct', 'key', 'name']"
    )


def test_a_ragged_csv_is_named(salts):
    """A row with too many cells gives file and line."""
    told = message(salts("key,name,elemental_pct\noxide,Oxide,60\ncitrate,Citrate,16,5,5\n", "salts.csv"))
    assert told.startswith("salts.csv: is not a readable table")
    assert "line 3" in told


def test_read_mapping_gives_plain_values(tmp_path):
    """The reader beneath all YAML tables returns what stands in the file."""
    file = tmp_path / "plain.yml"
    file.write_text("a: {b: [1, 2]}", encoding="utf-8")
    assert read_mapping(file) == {"a": {"b": [1, 2]}}
