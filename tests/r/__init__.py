"""What R's survey package says: `reference.R` and `nutrients.R`, and their printed output, `reference.csv` and `nutrients.csv`."""

from functools import cache
from pathlib import Path

import pandas as pd


@cache
def r_output(script: str = "reference") -> pd.DataFrame:
    """What a script printed, one row per analysis and row, one column per statistic."""
    printed = pd.read_csv(Path(__file__).parent / f"{script}.csv", dtype={"row": "str"})
    return printed.pivot(index=["analysis", "row"], columns="statistic", values="value")


def r_rows(analysis: str, script: str = "reference") -> pd.DataFrame:
    """Rows of one analysis (such as "neuropathy-female"), without statistics it does not have."""
    return r_output(script).loc[analysis].dropna(axis=1, how="all")
