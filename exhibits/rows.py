"""Rows of a table as plain dictionaries, for sentences and marks, which look at one value at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

Row = Mapping[str, Any]


def records(table: pd.DataFrame) -> list[Row]:
    """The rows of a table. Its own indexing, row by row, takes longer than all that is then said of a row."""
    columns = [table[name].tolist() for name in table]
    return [dict(zip(table, values, strict=True)) for values in zip(*columns, strict=True)]
