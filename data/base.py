"""How every committed table is declared, read and checked.

A subject module (foods, serum, signs …) declares its record type and a `Table`; the file stays plain
YAML or CSV that a person can edit. Whatever is wrong in a file is told with file, record and field,
what was expected, and what to do.

DataError
└── RecordError   a fault in one record of one file
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import pandas as pd
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from data.files import DATA_FOLDER, DataError, check_bytes, read_bytes


class RecordError(DataError):
    """A fault in one record: names file, record and field, and what was expected."""

    def __init__(self, path: Path, record: str, field: str, problem: str):
        super().__init__(f"{path.name}, record '{record}', field '{field}': {problem}")


class Record(BaseModel):
    """One row of a table. `key` is stable: it may appear in links."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str = Field(description="Stable name of the record, unique in its table", pattern=r"^[a-z0-9][a-z0-9_-]*$")


def quantity(description: str, unit: str, *, default: Any = ..., **limits: Any) -> Any:
    """A field that carries a unit, for the data dictionary. `limits` are pydantic's (ge, le, gt, lt)."""
    return Field(default, description=description, json_schema_extra={"unit": unit}, **limits)


Row = TypeVar("Row", bound=Record)


@dataclass(frozen=True)
class Table(Generic[Row]):
    """A committed table: where it lies, what a row is, and what a reader may do with it."""

    name: str
    path: str  # below DATA_FOLDER
    row: type[Row]
    title: str
    description: str
    licence: str = "CC-BY-4.0"
    cautions: tuple[str, ...] = ()  # keys of data.cautions

    @property
    def file(self) -> Path:
        return DATA_FOLDER / self.path


def read_records(table: Table[Row], check: Callable[[Row], None] | None = None) -> tuple[Row, ...]:
    """All records of a YAML (a mapping from key to fields) or CSV table (a `key` column), in file order.

    `check` raises for what is wrong in a record beside other tables. Last of all the file must be the one that the data
    package describes.
    """
    content = read_bytes(table.file)
    rows = _read_csv(table, content) if table.file.suffix == ".csv" else _read_yaml(table.file, content)
    records = tuple(_record(table, key, fields) for key, fields in rows)
    if check:
        for record in records:
            check(record)
    check_bytes(table.file, content)
    return records


def as_frame(records: tuple[Record, ...]) -> pd.DataFrame:
    """Records as a DataFrame, one row each, columns named as the fields."""
    return pd.DataFrame([record.model_dump() for record in records])


def read_mapping(file: Path) -> dict[str, Any]:
    """A YAML mapping, refused with the line number if it is broken, repeats a key or is no mapping."""
    return _mapping_in(file, read_bytes(file))


def _mapping_in(file: Path, held: bytes) -> dict[str, Any]:
    try:
        content = yaml.load(_text(file, held), _Loader)
    except yaml.YAMLError as problem:
        raise DataError(f"{file.name}: is not readable YAML. {problem}. Mend the line and reload.") from problem
    if content is None:
        raise _empty(file)
    if not isinstance(content, dict):
        found = f"{file.name}: holds a {type(content).__name__}; expected records, each under its own key."
        raise DataError(f"{found} Restore it with git or mend it.")
    return content


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # libyaml, where it is
    """YAML's safe loader, except that a repeated key is an error and not silently the last one."""


def _mapping(loader: yaml.Loader, node: yaml.MappingNode) -> dict[str, Any]:
    seen: set[str] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node)
        if key in seen:
            line = key_node.start_mark.line + 1
            raise yaml.constructor.ConstructorError(None, None, f"the key '{key}' stands twice (again in line {line})")
        seen.add(key)
    return dict(loader.construct_pairs(node, deep=True))


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _text(file: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise DataError(f"{file.name}: is not UTF-8 text ({problem}). Save it again as UTF-8.") from None


def _empty(file: Path) -> DataError:
    return DataError(f"{file.name}: is empty; expected records. Restore it with git.")


def _read_yaml(file: Path, content: bytes) -> Iterator[tuple[str, Any]]:
    for key, fields in _mapping_in(file, content).items():
        if not isinstance(fields, dict):
            raise RecordError(file, str(key), "(all)", f"is {fields!r}; expected fields with values")
        if "key" in fields:
            raise RecordError(
                file, str(key), "key", "stands inside the record; the name above it is its key. Remove it"
            )
        yield str(key), fields


def _read_csv(table: Table, content: bytes) -> Iterator[tuple[str, Any]]:
    file = table.file
    if not _text(file, content).strip():
        raise _empty(file)
    try:
        rows = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)
    except pd.errors.ParserError as problem:
        raise DataError(f"{file.name}: is not a readable table ({problem}). Restore it with git.") from problem
    required = {name for name, field in table.row.model_fields.items() if field.is_required()}
    if missing := sorted(required - set(rows.columns)):
        raise RecordError(file, "(header)", missing[0], f"column is missing; expected {sorted(required)}")
    if rows.empty:
        raise _empty(file)
    if (nameless := rows["key"] == "").any():
        raise RecordError(file, f"(row {nameless.idxmax() + 2})", "key", "is empty; expected a value")
    repeated = rows["key"][rows["key"].duplicated()]
    if not repeated.empty:
        raise RecordError(file, repeated.iloc[0], "key", "stands twice; expected once. Remove or rename one")
    for row in rows.to_dict("records"):
        yield row["key"], {name: value for name, value in row.items() if name != "key" and value != ""}


def _record(table: Table[Row], key: str, fields: dict[str, Any]) -> Row:
    try:
        return table.row(key=key, **fields)
    except ValidationError as problem:
        fault = problem.errors()[0]
        field = ".".join(str(part) for part in fault["loc"])
        raise RecordError(table.file, key, field, fault_words(fault)) from None
    except TypeError as problem:  # a field whose name is no text
        raise RecordError(table.file, key, "(all)", str(problem)) from None


def fault_words(fault: ErrorDetails) -> str:
    """What is wrong with a field, and what was expected: "is 3; expected a valid string"."""
    if fault["type"] == "missing":
        return "is missing; expected a value"
    if fault["type"] == "extra_forbidden":
        return f"is not a field of this table (value {fault['input']!r}). Correct its name or remove it"
    subject, _, rule = fault["msg"].removeprefix("Value error, ").partition(" should ")
    if not rule:
        return f"is {fault['input']!r}; expected {subject}"
    rule = rule.removeprefix("be ") if subject == "Input" else f"it to {rule}"
    return f"is {fault['input']!r}; expected {rule}"
