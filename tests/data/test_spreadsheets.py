"""The whole package for people with a spreadsheet: what lies in it, and that any program reads it."""

import json
import zipfile
from datetime import date
from io import BytesIO

import pandas as pd
import pytest

from data import package
from data.base import DataError
from data.interactions import load_interactions
from data.spreadsheets import FOLDER, MANY_ROWS, csv_bytes, zipped

ON = date(2026, 11, 26)


@pytest.fixture(scope="module")
def archive() -> zipfile.ZipFile:
    """The package as a reader takes it away."""
    return zipfile.ZipFile(BytesIO(zipped(ON)))


def sheet(archive: zipfile.ZipFile, name: str) -> pd.DataFrame:
    """One of its tables."""
    return pd.read_csv(archive.open(f"{FOLDER}/{name}.csv"), keep_default_na=False, na_values=[""], low_memory=False)


def test_it_holds_the_descriptor_and_every_file_as_they_are(archive):
    """Unpacked, it is the data package again."""
    files = {"datapackage.json", *(one["path"] for one in package.resources().values())}
    assert files < set(archive.namelist())
    assert json.loads(archive.read("datapackage.json")) == package.load_package()


def test_every_table_is_there_for_a_spreadsheet_with_its_numbers_as_numbers(archive):
    """As many rows as the table has, and no cell of brackets and braces."""
    for name in package.tables():
        rows, whole = sheet(archive, name), package.table_frame(name)
        assert len(rows) == len(whole) and set(rows) <= set(whole), name
        for column in rows:
            if pd.api.types.is_numeric_dtype(whole[column]) and whole[column].dtype != bool:
                assert pd.api.types.is_numeric_dtype(rows[column]), (name, column)
        texts = rows.select_dtypes("str")
        if len(rows) < MANY_ROWS and not texts.empty:
            text = texts.stack()
            assert not text.str.contains(r'^[\[{]"|[\[{]"\w+":', regex=True).any(), name


def test_parts_of_records_have_a_table_of_their_own(archive):
    """The hours of each medicine, by its key."""
    hours = sheet(archive, "interactions_gaps")
    assert set(hours["of"]) == {key for key, one in load_interactions().items() if one.gaps}
    assert hours["before_hours"].dtype == float


def test_the_readme_says_how_to_open_it_and_names_every_table(archive):
    """Version, day, licence, folder; lines end as Windows wants them."""
    said = archive.read("README.txt").decode("utf-8-sig")
    assert package.load_package()["version"] in said and "2026-11-26" in said and "CC BY 4.0" in said
    assert all(f"\r\n{name}: " in said for name in package.resources())
    assert FOLDER in said and "weighted" in said


def test_the_meaning_of_every_column_lies_beside(archive):
    """As the data dictionary has it."""
    meanings = sheet(archive, "columns")
    assert set(meanings["Table"]) == set(package.tables())
    assert meanings["Description"].notna().all()


def test_many_rows_are_written_like_few():
    """Another writer for speed, the same file."""
    few = pd.DataFrame({"a": ["x, y", None], "b": [1.5, None], "c": [1, 2]})
    many = pd.concat([few] * MANY_ROWS, ignore_index=True)
    read = pd.read_csv(BytesIO(csv_bytes(many)))
    pd.testing.assert_frame_equal(read.head(2), pd.read_csv(BytesIO(csv_bytes(few))))
    assert csv_bytes(many)[:3] == csv_bytes(few)[:3] == b"\xef\xbb\xbf"


def test_a_damaged_file_is_told_even_after_it_was_packed(monkeypatch):
    """What was packed in the morning does not hide what was damaged at noon."""
    zipped(ON)
    monkeypatch.setattr("data.spreadsheets.read_bytes", lambda file: b"not the file")
    with pytest.raises(DataError, match=r"is not the file that datapackage\.json describes"):
        zipped(ON)
