"""Short tables whose last column holds the keys of sources: told as text to take away, as links to read."""

from __future__ import annotations

import pandas as pd

from exhibits.citations import short, sources
from exhibits.html_tables import plain_table


def as_text(rows: pd.DataFrame, sources: str) -> pd.DataFrame:
    """The table with the sources of its column `sources` by name, year and kind, which come last."""
    named = rows[sources].map(short)
    return rows.drop(columns=sources).assign(**{sources: named})


def as_html(rows: pd.DataFrame, *, name: str) -> str:
    """The table as HTML with its sources as links; `name` is what a screen reader announces."""
    return plain_table(rows.assign(**{rows.columns[-1]: rows.iloc[:, -1].map(sources)}), name=name)
