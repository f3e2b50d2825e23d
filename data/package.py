"""The data package: every table, its columns, units, limits, licence and sources, in `datapackage.json`.

Made from the declarations in the data modules, so the data dictionary is the code: `python -m data.package`
rewrites it, and the app reads only the finished file. The format is the Frictionless Data Package
(https://datapackage.org); `unit`, `fields` within a field, `key` and `records` of a source, and `cautions` are ours.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import BaseModel

import data
from data.base import DataError, Table, read_records
from data.files import DATA_FOLDER, DESCRIPTOR, check_bytes, fingerprint, read_bytes, read_descriptor, unheld
from data.lessons import FOLDER as LESSONS
from data.releases import VERSION
from data.result_files import ResultTable, read_result
from data.sources import load_sources, sourced_parts

LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
MEDIA = {".yml": "application/yaml", ".csv": "text/csv", ".parquet": "application/vnd.apache.parquet"}
_TYPES = {"string", "integer", "number", "boolean", "object", "array"}
_LIMITS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusiveMinimum",
    "exclusiveMaximum": "exclusiveMaximum",
    "minLength": "minLength",
    "maxLength": "maxLength",
    "pattern": "pattern",
    "enum": "enum",
}


# --- Read: what the app uses ---------------------------------------------------------------------------------------


def load_package() -> dict[str, Any]:
    """The committed descriptor. Raises DataError where it is missing or broken."""
    return read_descriptor()


def check_files() -> Iterator[str]:
    """What is wrong with the files as files: a declared one missing or with other bytes, a table not declared."""
    named = resources()
    for table in tables().values():
        if table.name not in named:
            yield f"{table.path}: is not in {DESCRIPTOR.name}. Run `python -m data.package`."
            continue
        yield from _wrong_bytes(table.file)
    for file in lesson_files():
        yield from _wrong_bytes(file)


def _wrong_bytes(file: Path) -> Iterator[str]:
    try:
        check_bytes(file, read_bytes(file))
    except DataError as problem:
        yield str(problem)


def resources() -> dict[str, dict[str, Any]]:
    """The described tables by name."""
    return {resource["name"]: resource for resource in load_package()["resources"]}


def dictionary(name: str) -> pd.DataFrame:
    """The columns of a table, nested ones below their parent: column, description, type, unit, range."""
    return pd.DataFrame(_dictionary_rows(resources()[name]["schema"]["fields"], ""))


def uses() -> dict[str, dict[str, int]]:
    """For each source, the titles of the tables that rest on it, with the number of records (0: the whole table)."""
    found: dict[str, dict[str, int]] = {}
    for resource in load_package()["resources"]:
        for source in resource.get("sources", []):
            found.setdefault(source["key"], {})[resource["title"]] = source.get("records", 0)
    return found


def table_frame(name: str) -> pd.DataFrame:
    """A table as it can be downloaded: verified records only, lists and parts joined as `flat` does it."""
    table = tables()[name]
    if isinstance(table, ResultTable):
        return read_result(table)
    records = [record for record in read_records(table) if getattr(record, "verified", True)]
    rows = [{field: flat(value) for field, value in record.model_dump(mode="json").items()} for record in records]
    return pd.DataFrame(
        rows, columns=[field["name"] for field in table_fields(table.row, as_text=table.file.suffix == ".csv")]
    )


# --- Write: made from the declarations -----------------------------------------------------------------------------


@cache
def tables() -> dict[str, Table | ResultTable]:
    """Every table declared at the top of a data module, by name, in order of name."""
    found: dict[str, Table | ResultTable] = {}
    for module in pkgutil.iter_modules(data.__path__, "data."):
        if module.name == __name__ or module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Table | ResultTable) and found.setdefault(value.name, value) is not value:
                raise DataError(f"Two tables are named '{value.name}': {found[value.name].path}, {value.path}.")
    return dict(sorted(found.items()))


def describe() -> dict[str, Any]:
    """The descriptor of the package, made anew from the declarations and the files."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "magnesium-in-balance",
        "title": "Magnesium in Balance: data",
        "description": "Reference tables on magnesium, nerves and pain, and survey results computed from public files. "
        "Education, not advice. Records with verified = false were not read in their source and are never shown.",
        "version": VERSION,
        "licenses": [_licence("CC-BY-4.0")],
        "contributors": [{"title": "Magnesium in Balance", "roles": ["author"]}],
        "keywords": ["magnesium", "nerves", "pain", "nutrition", "NHANES"],
        "resources": [_resource(table) for table in tables().values()],
        "lessons": [_lesson(file) for file in lesson_files()],
    }


def lesson_files() -> list[Path]:
    """The files of our lessons, which are no tables."""
    return sorted(LESSONS.glob("*.yml"))


def _lesson(file: Path) -> dict[str, Any]:
    """A lesson is described as a file alone: its form is `data.lesson_records`."""
    described = {"path": file.relative_to(DATA_FOLDER).as_posix(), "mediatype": MEDIA[".yml"]}
    return described | fingerprint(read_bytes(file))


def as_text(descriptor: dict[str, Any]) -> str:
    """The descriptor as it is committed: a value a line, so that changes can be read; indented it is a quarter longer."""
    return json.dumps(descriptor, indent=0, ensure_ascii=False) + "\n"


def _resource(table: Table | ResultTable) -> dict[str, Any]:
    suffix = table.file.suffix
    schema: dict[str, Any] = {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json"}
    schema["fields"] = table_fields(table.row, as_text=suffix == ".csv")
    schema["primaryKey"] = list(table.identity) if isinstance(table, ResultTable) else ["key"]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": table.name,
        **({"type": "table"} if suffix != ".yml" else {}),
        "path": table.path,
        **fingerprint(read_bytes(table.file)),
        "title": table.title,
        "description": table.description,
        "format": suffix.lstrip("."),
        "mediatype": MEDIA[suffix],
        **({"encoding": "utf-8"} if suffix != ".parquet" else {}),
        "licenses": [_licence(table.licence)],
        **({"sources": sources} if (sources := _sources(table)) else {}),
        **({"cautions": list(table.cautions)} if table.cautions else {}),
        "schema": schema,
    }


def _licence(name: str) -> dict[str, str]:
    if name not in LICENCES:
        raise DataError(f"The licence '{name}' is not known; expected one of {sorted(LICENCES)}.")
    return {"name": name, "path": LICENCES[name]}


def _sources(table: Table | ResultTable) -> list[dict[str, Any]]:
    """The sources a table rests on, with the number of records that name each; our own reading is no source."""
    if isinstance(table, ResultTable):
        named = Counter(dict.fromkeys(table.sources, 0))
    else:
        shown = [record for record in read_records(table) if getattr(record, "verified", True)]
        named = Counter(key for record in shown for key in sorted(sources_of(record)))
    known = load_sources()
    return [
        _source(key, records) for key, records in sorted(named.items()) if key not in known or known[key].is_document
    ]


def sources_of(record: BaseModel) -> set[str]:
    """The keys of every source named by a record, or by anything inside it."""
    own = {key for part in sourced_parts(record) for key in part.sources}
    return own | set(getattr(record, "sources", None) or ())


def _source(key: str, records: int) -> dict[str, Any]:
    source = load_sources().get(key)
    if source is None:
        raise DataError(f"A table names the source '{key}', which is not in bibliography.yml.")
    return {
        "key": key,
        "title": source.title,
        **({"path": source.link} if source.link else {}),
        **({"records": records} if records else {}),
    }


def table_fields(row: type[BaseModel], *, as_text: bool = False) -> list[dict[str, Any]]:
    """The columns of a record type as Table Schema fields; `as_text` for CSV, where a list is one text."""
    schema = row.model_json_schema()
    fields = _fields(schema, schema.get("$defs", {}), as_text)
    # The key first and where it comes from last, whatever the order of inheritance; a CSV's order is its file's.
    last = ("sources", "verified")
    return fields if as_text else sorted(fields, key=lambda field: (field["name"] != "key") + (field["name"] in last))


def _fields(schema: dict[str, Any], named: dict[str, Any], as_text: bool) -> list[dict[str, Any]]:
    required = set(schema.get("required", []))
    fields = []
    for name, declared in schema.get("properties", {}).items():
        described, kind = _resolve(declared, named)
        field: dict[str, Any] = {"name": name, "type": _type(kind, as_text)}
        field |= {word: described[word] for word in ("description", "unit") if described.get(word)}
        limits = {ours: kind[theirs] for theirs, ours in _LIMITS.items() if theirs in kind}
        if "const" in kind:
            limits["enum"] = [kind["const"]]
        if name in required:
            limits = {"required": True, **limits}
        if limits:
            field["constraints"] = limits
        inner = _resolve(kind.get("items", {}), named)[1] if kind.get("type") == "array" else kind
        if inner.get("properties"):
            field["fields"] = _fields(inner, named, as_text)
        fields.append(field)
    return fields


def _resolve(declared: dict[str, Any], named: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is said of a field, and the schema of its value: references followed, "or nothing" put aside."""
    kind = declared
    while True:
        if "$ref" in kind:
            kind = {**named[kind["$ref"].rsplit("/", 1)[-1]], **{k: v for k, v in kind.items() if k != "$ref"}}
        elif "anyOf" in kind:
            some = [one for one in kind["anyOf"] if one.get("type") != "null"]
            if len(some) > 1:
                return declared, {"type": "any"}
            kind = some[0]
        else:
            return declared, kind


def _type(kind: dict[str, Any], as_text: bool) -> str:
    found = kind.get("type", "string" if "enum" in kind or "const" in kind else "any")
    if found not in _TYPES:
        return "any"
    return "string" if as_text and found in ("array", "object") else found


def _dictionary_rows(fields: list[dict[str, Any]], parent: str) -> list[dict[str, str]]:
    rows = []
    for field in fields:
        rows.append(
            {
                "Column": parent + field["name"],
                "Description": field.get("description", ""),
                "Type": field["type"] + (", required" if field.get("constraints", {}).get("required") else ""),
                "Unit": field.get("unit", ""),
                "Range": _range(field.get("constraints", {})),
            }
        )
        rows += _dictionary_rows(field.get("fields", []), f"{parent}{field['name']} › ")
    return rows


def _range(limits: dict[str, Any]) -> str:
    """The limits in words: "0 to 100", "above 0", or the allowed values."""
    if "enum" in limits:
        return ", ".join(str(value) for value in limits["enum"])
    low, high = limits.get("minimum"), limits.get("maximum")
    if low is not None and high is not None:
        return f"{low} to {high}"
    said = [
        f"{words} {limits[limit]}"
        for limit, words in (
            *(("minimum", "at least"), ("exclusiveMinimum", "above")),
            *(("maximum", "at most"), ("exclusiveMaximum", "below")),
        )
        if limit in limits
    ]
    return ", ".join(said)


def flat(value: Any) -> Any:
    """A value for one cell: a list joined, a part as "who: ciprofloxacin; before_hours: 2", several parted by " | "."""
    if isinstance(value, list):
        return (" | " if any(isinstance(item, dict) for item in value) else "; ").join(
            str(flat(item)) for item in value
        )
    if isinstance(value, dict):
        return "; ".join(f"{key}: {flat(one)}" for key, one in value.items() if one not in (None, [], ""))
    return value


def main() -> None:
    """Rewrite the committed descriptor; a table that does not keep to its declaration stops it."""
    with unheld():
        for table in tables().values():
            if isinstance(table, ResultTable):
                read_result(table)
        described = as_text(describe())
    DESCRIPTOR.write_text(described, encoding="utf-8", newline="\n")
    print(f"{DESCRIPTOR.name}: {len(tables())} tables")


if __name__ == "__main__":
    main()
