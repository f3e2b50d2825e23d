"""What R's survey package says: `reference.R`, and its printed output `reference.csv`."""

from functools import cache
from pathlib import Path

import pandas as pd


@cache
def r_output() -> pd.DataFrame:
    """The printed output, one row per analysis and row, one column per statistic."""
    printed = pd.read_csv(Path(__file__).parent / "reference.csv", dtype={"row": "str"})
    return printed.pivot(index=["analysis", "row"], columns="statistic", values="value")


def r_rows(analysis: str) -> pd.DataFrame:
    """Rows of one analysis (such as "neuropathy-female"), without statistics it does not have."""
    return r_output().loc[analysis].dropna(axis=1, how="all")
