"""The data package: what is committed is what the declarations say, and every row of every table keeps to it."""

import hashlib
import json
import re
import subprocess
import sys
from typing import Literal

import pandas as pd
import pytest
from frictionless import Package, Resource
from pydantic import BaseModel, Field

from data import files, package, spreadsheets
from data.base import DataError, Record, RecordError, Table, quantity, read_records
from data.files import DATA_FOLDER
from data.result_files import check_rows, read_result
from data.results_tables import MULTIVERSE, SURVEY_FUNNEL
from data.sources import BIBLIOGRAPHY, Sourced

DESCRIPTOR = json.loads(files.DESCRIPTOR.read_text(encoding="utf-8"))
BY_FORMAT = {
    suffix: [resource for resource in DESCRIPTOR["resources"] if resource["format"] == suffix]
    for suffix in ("yml", "csv", "parquet")
}


def of_format(suffix: str):
    """Run once for each table of that file format."""
    return pytest.mark.parametrize("resource", BY_FORMAT[suffix], ids=lambda resource: resource["name"])


# --- The committed descriptor --------------------------------------------------------------------------------------


def test_the_committed_descriptor_is_what_the_declarations_say():
    """`python -m data.package` would change nothing; run it after any change to a table.

    In a process of its own: Python remembers `Literal["low", "high"] | None` and gives it back for ["high", "low"],
    so a test's own record types could change the order of values here.
    """
    code = "from data import package; print(package.as_text(package.describe()), end='')"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, encoding="utf-8", cwd=DATA_FOLDER.parent
    )
    assert done.returncode == 0, done.stderr
    assert files.DESCRIPTOR.read_text(encoding="utf-8") == done.stdout


def test_the_descriptor_is_a_valid_data_package():
    """Frictionless finds no fault in the descriptor."""
    assert [fault["message"] for fault in Package.metadata_validate(DESCRIPTOR)] == []


def test_every_data_file_is_declared_and_every_declared_file_is_there():
    """No table lies undeclared in data/reference or data/results, and none is declared without a file."""
    files = {
        file.relative_to(DATA_FOLDER).as_posix()
        for folder in ("reference", "results")
        for file in (DATA_FOLDER / folder).rglob("*")
        if file.is_file()
    }
    assert files == {resource["path"] for resource in DESCRIPTOR["resources"]}


def test_every_column_is_described():
    """A reader of the data dictionary finds words for every column, nested ones included."""
    silent = [
        f"{name}: {row.Column}"
        for name in package.resources()
        for row in package.dictionary(name).itertuples()
        if not row.Description
    ]
    assert silent == []


@pytest.mark.parametrize("ending, unit", [("_mg", "mg"), ("_mmol_l", "mmol/L"), ("_kcal", "kcal"), ("_pct", "%")])
def test_a_column_named_for_its_unit_declares_the_unit(ending, unit):
    """A name ending in a unit and the declared unit agree."""
    for name in package.resources():
        for row in package.dictionary(name).itertuples():
            if row.Column.endswith(ending) and row.Type.startswith(("number", "integer")):
                assert row.Unit.startswith(unit), f"{name}: {row.Column}"


# --- The rows ------------------------------------------------------------------------------------------------------


@of_format("csv")
def test_every_csv_row_keeps_to_its_schema(resource):
    """Frictionless reads every CSV row by the declared types and limits."""
    assert faults(Resource.from_descriptor(resource, basepath=str(DATA_FOLDER))) == []


@of_format("yml")
def test_every_yaml_record_keeps_to_its_schema(resource):
    """Frictionless reads every YAML record, given as rows, by the declared types and limits."""
    names = [field["name"] for field in resource["schema"]["fields"]]
    records = read_records(package.tables()[resource["name"]])
    rows = [record.model_dump(mode="json") for record in records]
    assert faults(inline(resource, [names, *[[row[name] for name in names] for row in rows]])) == []


@of_format("parquet")
def test_every_parquet_row_keeps_to_its_schema(resource):
    """Frictionless reads the first rows; limits and allowed values are checked in all of them."""
    table = pd.read_parquet(DATA_FOLDER / resource["path"])
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert list(table) == list(fields)
    first = table.head(500).astype("object").where(table.head(500).notna(), None)
    assert faults(inline(resource, [list(first), *first.values.tolist()])) == []
    for name, field in fields.items():
        limits = field.get("constraints", {})
        assert not (limits.get("required") and table[name].isna().any()), f"{name} is empty in some rows"
        check_values(table[name].dropna(), limits)
    assert not table.duplicated(resource["schema"]["primaryKey"]).any()


def inline(resource: dict, rows: list[list]) -> Resource:
    """The described table with its rows (the header first) given in place of a file."""
    described = {word: resource[word] for word in ("$schema", "name", "schema")}
    return Resource.from_descriptor({**described, "data": rows})


def faults(resource: Resource) -> list[list]:
    """Row, column and words of every fault that Frictionless finds."""
    return resource.validate().flatten(["rowNumber", "fieldName", "message"])


def check_values(values: pd.Series, limits: dict) -> None:
    """Every value lies within the declared limits."""
    assert values.isin(limits.get("enum", values.unique())).all(), f"{values.name} has a value that is not declared"
    if "minimum" in limits:
        assert values.min() >= limits["minimum"], f"{values.name} falls below {limits['minimum']}"
    if "exclusiveMinimum" in limits:
        assert values.min() > limits["exclusiveMinimum"], f"{values.name} is not above {limits['exclusiveMinimum']}"
    if "maximum" in limits:
        assert values.max() <= limits["maximum"], f"{values.name} exceeds {limits['maximum']}"


# --- What the app reads --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(package.resources()))
def test_every_table_can_be_downloaded(name):
    """Every table gives a CSV with the declared columns and at least one row."""
    table = package.table_frame(name)
    assert list(table) == [field["name"] for field in package.resources()[name]["schema"]["fields"]]
    assert len(table) > 0


def test_a_download_holds_no_unverified_record():
    """The table a reader takes away holds what the pages show, not what could not be read."""
    for name in package.resources():
        table = package.table_frame(name)
        assert "verified" not in table or table["verified"].all(), name


def test_uses_counts_the_records_that_name_a_source():
    """The survey's outcomes rest on NHANES as a whole table, which counts as 0 records."""
    assert package.uses()["nhanes_1999_2004"]["Survey outcomes"] == 0


def test_the_app_does_not_load_the_validator():
    """Frictionless is for tests; reading the package needs the standard library alone."""
    code = "import data.package, sys; data.package.load_package(); print('frictionless' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=DATA_FOLDER.parent)
    assert done.stdout.strip() == "False", done.stderr


def test_a_missing_descriptor_says_what_to_do(tmp_path, monkeypatch):
    """Without the file the message names it, without the folder it is in."""
    monkeypatch.setattr(files, "DESCRIPTOR", tmp_path / "datapackage.json")
    with pytest.raises(DataError, match=r"^datapackage\.json: is missing .*Restore it with git") as told:
        package.load_package()
    assert str(tmp_path) not in str(told.value)


@pytest.mark.parametrize(
    "content", ["[]", "{}", '{"resources": [{}]}', '{"resources": [{"name": 1, "path": 2}]}', "{", ""]
)
def test_a_broken_descriptor_is_told_as_such(tmp_path, monkeypatch, content):
    """Whatever else stands in the file, no page meets it unprepared."""
    monkeypatch.setattr(files, "DESCRIPTOR", tmp_path / "datapackage.json")
    (tmp_path / "datapackage.json").write_text(content)
    for read in (package.load_package, package.resources, package.uses, spreadsheets.zipped):
        with pytest.raises(DataError, match=r"^datapackage\.json: "):
            read()


# --- The files are the ones described ------------------------------------------------------------------------------


def test_every_file_is_the_one_described():
    """Size and SHA-256 of each data file stand in the descriptor, and are right."""
    assert list(package.check_files()) == []
    for resource in DESCRIPTOR["resources"]:
        content = (DATA_FOLDER / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_other_bytes_than_described_are_refused(monkeypatch):
    """One figure changed, or the end cut off: the message says which, and what to do."""
    content = MULTIVERSE.file.read_bytes()
    files.check_bytes(MULTIVERSE.file, content)
    with pytest.raises(DataError, match=r"multiverse\.csv: is not the file .* as declared, but not the same ones"):
        files.check_bytes(MULTIVERSE.file, content.replace(b"1", b"2", 1))
    with pytest.raises(DataError, match=r"bytes where [\d,]+ are declared.* run `python -m data\.package`"):
        files.check_bytes(MULTIVERSE.file, content[:2000])
    with files.unheld():
        files.check_bytes(MULTIVERSE.file, content[:2000])


def test_no_loader_gives_rows_of_another_file(monkeypatch, tmp_path):
    """Reference table and result table alike, and the download of everything."""
    descriptor = json.loads(json.dumps(DESCRIPTOR))
    for resource in descriptor["resources"]:
        resource["hash"] = "sha256:0"
    monkeypatch.setattr(files, "DESCRIPTOR", tmp_path / "datapackage.json")
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor))
    for read in (lambda: read_records(BIBLIOGRAPHY), lambda: read_result(MULTIVERSE), spreadsheets.zipped):
        with pytest.raises(DataError, match=r"is not the file that datapackage\.json describes"):
            read()
    assert len(list(package.check_files())) == len(DESCRIPTOR["resources"])


def test_a_table_that_is_not_described_is_told(monkeypatch, tmp_path):
    """A new table without `python -m data.package`."""
    monkeypatch.setattr(files, "DESCRIPTOR", tmp_path / "datapackage.json")
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": DESCRIPTOR["resources"][1:]}))
    (problem,) = package.check_files()
    assert problem.startswith(DESCRIPTOR["resources"][0]["path"])


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("n", "plenty", "is 'plenty'; expected a valid integer"),
        ("n", 0, "is 0; expected greater than or equal to 1"),
        ("n", 7.5, "is 7.5; expected a valid integer"),
        ("n", None, "is None; expected a valid integer"),
        ("step", "guessed", "is 'guessed'; expected 'sampled'"),
    ],
)
def test_a_result_table_keeps_to_its_declared_types(column, value, said):
    """File, row and column are named, as in a YAML file."""
    rows = read_result(SURVEY_FUNNEL).astype("object")
    rows.loc[3, column] = value
    for typed in (rows, rows.infer_objects()):
        with pytest.raises(
            RecordError, match=rf"survey_funnel\.csv, record '\(row 5\)', field '{column}': {re.escape(said)}"
        ):
            check_rows(SURVEY_FUNNEL, typed)


# --- From a declaration to a schema --------------------------------------------------------------------------------


class Dose(Sourced):
    amount_mg: float | None = quantity("How much", "mg", default=None, ge=0, le=5000)


class Pill(Record, Sourced):
    salt: Literal["oxide", "citrate"] = Field(description="Which salt")
    size_mm: float = quantity("Length", "mm", gt=0)
    doses: tuple[Dose, ...] = Field((), description="Doses tried")


def test_types_units_and_limits_come_from_the_record_type():
    """Types, allowed values, units and limits of a record type appear in its schema, nested ones too."""
    fields = {field["name"]: field for field in package.table_fields(Pill)}
    assert fields["salt"]["constraints"] == {"required": True, "enum": ["oxide", "citrate"]}
    assert fields["size_mm"] == {
        "name": "size_mm",
        "type": "number",
        "description": "Length",
        "unit": "mm",
        "constraints": {"required": True, "exclusiveMinimum": 0},
    }
    assert fields["doses"]["type"] == "array"
    inner = {field["name"]: field for field in fields["doses"]["fields"]}
    assert inner["amount_mg"]["unit"] == "mg"
    assert inner["amount_mg"]["constraints"] == {"minimum": 0, "maximum": 5000}


def test_a_list_in_a_csv_is_one_text():
    """A CSV cell holds text, so a list is declared as text there."""
    fields = {field["name"]: field["type"] for field in package.table_fields(Pill, as_text=True)}
    assert fields["doses"] == "string"
    assert fields["sources"] == "string"


@pytest.mark.parametrize(
    "limits, words",
    [
        ({"minimum": 0, "maximum": 100}, "0 to 100"),
        ({"minimum": 0}, "at least 0"),
        ({"exclusiveMinimum": 0, "maximum": 1}, "above 0, at most 1"),
        ({"enum": ["yes", "no"]}, "yes, no"),
        ({"required": True}, ""),
    ],
)
def test_a_range_is_told_in_words(limits, words):
    """The data dictionary says limits as a person would."""
    assert package._range(limits) == words


def test_sources_inside_a_record_are_found():
    """A figure nested in a record counts with its own source."""
    dose = Dose(amount_mg=250, sources=("iom_dri_1997",), verified=True)
    pill = Pill(key="pill", salt="oxide", size_mm=9, doses=(dose,), sources=("efsa_drv_2015",), verified=True)
    assert package.sources_of(pill) == {"iom_dri_1997", "efsa_drv_2015"}


def test_an_unknown_licence_is_refused():
    """A licence outside the list names itself and the allowed ones."""
    with pytest.raises(DataError, match=r"'MIT' is not known; expected one of \['CC-BY-4\.0', 'CC0-1\.0'\]"):
        package._licence("MIT")


def test_two_tables_cannot_share_a_name(monkeypatch):
    """A name used twice would hide one of the tables, so it is an error that names both files."""
    from data import sources

    twin = Table(name="bibliography", path="reference/other.yml", row=BaseModel, title="", description="")
    monkeypatch.setattr(sources, "TWIN", twin, raising=False)
    package.tables.cache_clear()
    with pytest.raises(DataError, match=r"bibliography\.yml.*other\.yml"):
        package.tables()
    package.tables.cache_clear()


def test_the_bibliography_is_among_the_tables():
    """The scan finds a table where it is declared."""
    assert package.tables()["bibliography"] is BIBLIOGRAPHY
