"""Write result tables so that the same numbers always give the same bytes."""

from pathlib import Path

import numpy as np
import pandas as pd


def write_csv(table: pd.DataFrame, path: Path, digits: int = 10) -> None:
    """CSV with Unix line ends, numbers to `digits` significant digits; missing and infinite as nothing.

    Fitted numbers get few digits: the last ones differ from one processor to another.
    """
    finite = table.replace([float("inf"), float("-inf")], float("nan"))
    finite.to_csv(path, index=False, lineterminator="\n", float_format=f"%.{digits}g")


def write_parquet(table: pd.DataFrame, path: Path) -> None:
    """Parquet, one row group, compressed; pyarrow is pinned, so the bytes repeat."""
    table.to_parquet(path, index=False, compression="zstd", compression_level=19, row_group_size=len(table))


def rounded(table: pd.DataFrame, digits: int) -> pd.DataFrame:
    """Fractions to `digits` significant digits, as `write_csv` prints them: what a Parquet file keeps would have them all."""
    parts = {name: _rounded(column.to_numpy(), digits) for name, column in table.items() if column.dtype == np.float64}
    return table.assign(**parts)


def _rounded(values: np.ndarray, digits: int) -> np.ndarray:
    return np.array([float(f"{value:.{digits}g}") for value in values])
