"""Tables that the pipeline writes: how one is declared, and how it is read and checked."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from pydantic import BaseModel, ValidationError

from data.base import DataError, RecordError
from data.files import DATA_FOLDER, check_bytes, read_bytes


@dataclass(frozen=True)
class ResultTable:
    """A table written by the pipeline: `identity` are the columns that tell its rows apart."""

    name: str
    path: str  # below DATA_FOLDER
    row: type[BaseModel]
    title: str
    description: str
    identity: tuple[str, ...]
    sources: tuple[str, ...]
    licence: str = "CC-BY-4.0"
    cautions: tuple[str, ...] = ()  # keys of data.cautions

    @property
    def file(self) -> Path:
        return DATA_FOLDER / self.path


def read_result(table: ResultTable) -> pd.DataFrame:
    """The rows of a result table. Raises DataError where it is missing or damaged, or its rows are not as declared."""
    content = read_bytes(table.file)
    read = pd.read_parquet if table.file.suffix == ".parquet" else pd.read_csv
    try:
        rows = read(io.BytesIO(content))
    except (OSError, ValueError) as problem:  # pandas' and pyarrow's faults of content are ValueErrors
        raise DataError(f"{table.file.name}: is not a readable table ({problem}). {RECOMPUTE}.") from problem
    check_rows(table, rows)
    check_bytes(table.file, content)
    return rows


RECOMPUTE = "Restore it with git, or run `make results`"


def check_rows(table: ResultTable, rows: pd.DataFrame) -> None:
    """Raise RecordError for a column that is missing, or the first value that its declaration does not allow."""
    if missing := [column for column in table.row.model_fields if column not in rows.columns]:
        expected = f"column is missing; expected {list(table.row.model_fields)}. {RECOMPUTE}"
        raise RecordError(table.file, "(header)", missing[0], expected)
    any_row = table.row.model_construct()
    for column in table.row.model_fields:
        for value in _telling(rows[column]):
            try:
                table.row.__pydantic_validator__.validate_assignment(any_row, column, value)
            except ValidationError as problem:
                at = int((rows[column].isna() if value is None else rows[column] == value).to_numpy().argmax())
                said = problem.errors()[0]["msg"].removeprefix("Input should be ")
                wrong = f"is {value!r}; expected {said}. {RECOMPUTE}"
                raise RecordError(table.file, f"(row {at + 2})", column, wrong) from None


def _telling(column: pd.Series) -> list[object]:
    """The values that tell for all: of numbers the lowest, the highest and one with a fraction; None for no value."""
    given = column.dropna()
    if not pd.api.types.is_numeric_dtype(given) or pd.api.types.is_bool_dtype(given) or given.empty:
        values = given.unique().tolist()
    elif pd.api.types.is_integer_dtype(given):
        values = [int(given.min()), int(given.max())]
    else:
        values = [float(given.min()), float(given.max()), *given[given % 1 != 0].head(1).tolist()]
    return [*values, None] if column.hasnans else values
