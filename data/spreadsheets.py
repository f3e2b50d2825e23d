"""The whole data package for people: every table as CSV for a spreadsheet, what is in it, and the package as it is."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.csv as arrow_csv

from data import package
from data.base import read_records
from data.files import DATA_FOLDER, DESCRIPTOR, check_bytes, read_bytes
from data.results_tables import ResultTable

FOLDER = "for_spreadsheets"
MANY_ROWS = 50_000
FORMULA = re.compile(r"[=+@\t\r\n＝＋－＠]|-(?![\d.]+$)")
BYTE_ORDER_MARK = "\ufeff".encode()
README = """Magnesium in Balance: all data, version {version}
Packed on {on}. Licence: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/) unless a table says otherwise below.
Education, not medical advice.

FOR A SPREADSHEET
Open any file in the folder "{folder}": a table each as CSV, text in UTF-8, commas between columns, a point as decimal sign.
Where your spreadsheet puts everything into one column, import it (Data > From text) and choose comma and point.
Only records that were read in their source are in these files. A column "sources" names keys of the file bibliography.csv.
Where a record has several parts (the hours of a medicine, the results of a study), these stand in a file of their own, with
the key of the record in the first column; the file's name is that of the table and the part.
Percents of the survey are weighted so that the sample describes the country; numbers of people are counted, not weighted.
What each column means, its unit and its limits: {folder}/columns.csv

FOR A PROGRAM
datapackage.json describes every table (https://datapackage.org); reference/ holds YAML and CSV, results/ CSV and Parquet.

THE TABLES
{tables}
"""


def sheets() -> Iterator[tuple[str, pd.DataFrame]]:
    """Every table as flat rows, the parts of its records in tables of their own; then the meaning of all columns."""
    for name in package.tables():
        yield from _sheets_of(name)
    meanings = [package.dictionary(name).assign(Table=name) for name in package.tables()]
    yield "columns", pd.concat(meanings)[["Table", "Column", "Description", "Type", "Unit", "Range"]]


def _sheets_of(name: str) -> Iterator[tuple[str, pd.DataFrame]]:
    table = package.tables()[name]
    whole = package.table_frame(name)
    if isinstance(table, ResultTable):
        yield name, whole
        return
    records = [one.model_dump(mode="json") for one in read_records(table) if getattr(one, "verified", True)]
    parts = [field for field in whole if any(_is_parts(record.get(field)) for record in records)]
    yield name, whole.drop(columns=parts)
    for field in parts:
        rows = [
            {"of": record["key"]} | {key: package.flat(value) for key, value in part.items()}
            for record in records
            for part in record[field] or ()
        ]
        yield f"{name}_{field}", pd.DataFrame(rows)


def _is_parts(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def readme(on: date) -> str:
    """What is in the package, for who opens it."""
    named = package.resources().items()
    lines = [f"{name}: {one['title']}. {one['description']} ({one['licenses'][0]['name']})" for name, one in named]
    version = package.load_package()["version"]
    return README.format(version=version, on=on.isoformat(), folder=FOLDER, tables="\n".join(lines))


def csv_bytes(table: pd.DataFrame) -> bytes:
    """The table as spreadsheets read it: UTF-8 with its mark, commas, a decimal point."""
    if len(table) < MANY_ROWS:
        return table.map(as_text).to_csv(index=False).encode("utf-8-sig")
    written = io.BytesIO(BYTE_ORDER_MARK)
    written.seek(0, io.SEEK_END)
    arrow_csv.write_csv(pa.Table.from_pandas(table, preserve_index=False), written)  # ten times as fast
    return written.getvalue()


def as_text(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula, with a mark before it that makes it text; anything else as it is."""
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


def zipped(on: date | None = None) -> bytes:
    """A readme, every table for a spreadsheet, and the data package: the descriptor and every file it describes.

    Put together once a day, when first asked for: the cells of the survey are 700,000 rows. Raises DataError for a file
    that is not the one described, whenever it is asked for.
    """
    described = json.dumps(package.load_package()["resources"])
    for _ in _files():
        pass
    return _zipped(on or date.today(), described)


def _files() -> Iterator[tuple[str, bytes]]:
    """Every file of the package by its path, held against its declaration."""
    for resource in package.load_package()["resources"]:
        file = DATA_FOLDER / resource["path"]
        held = read_bytes(file)
        check_bytes(file, held)
        yield resource["path"], held


@lru_cache(maxsize=1)
def _zipped(on: date, described: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("README.txt", readme(on).replace("\n", "\r\n").encode("utf-8-sig"))
        for name, table in sheets():
            archive.writestr(f"{FOLDER}/{name}.csv", csv_bytes(table))
        archive.writestr(DESCRIPTOR.name, read_bytes(DESCRIPTOR))
        for path, held in _files():
            archive.writestr(path, held)
    return content.getvalue()
