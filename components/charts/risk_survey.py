"""How common an outcome is in the groups at risk that the survey can measure, each beside the people it is held against."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

import pandas as pd
import plotly.graph_objects as go

from components.captions import percent
from components.charts.base import words
from components.charts.shares import by_flag, column, not_shown, shares_chart
from components.rows import Row, records

CAVEAT = "Everybody was seen once: this tells in whom neuropathy is more common, not why."


def neuropathy_chart(rows: pd.DataFrame, *, measured: str, source: str, mode: str, size: str = "wide") -> go.Figure:
    """Prevalence of neuropathy in each group, as counted (hollow) and at one age and sex mix (filled).

    rows: condition (rows of one stand together, the group first, whom it is held against last), label, n, and for
    `counted` and `standard`: share, share_low, share_high (proportions), reliable. `measured` says how it was found.
    """
    told = records(rows)
    shown, hidden = by_flag(told, "standard_reliable")
    meta = words(
        title=_title(told),
        subtitle=f"Percent with neuropathy, with 95% interval; adults of 40 and over. {measured} Filled: at the age and sex mix of "
        "all; hollow: as counted. Clearly: the filled intervals of a block's first and last row do not meet"
        + not_shown(hidden),
        source=f"{source}. Our own analysis. {CAVEAT}",
        alt="Pairs of points with intervals, percent with neuropathy at one age and sex mix: "
        + "; ".join(f"{row['label']} {percent(row['standard_share'])}" for row in shown)
        + ".",
    )
    top = max(30.0, *column(shown, "standard_share_high", 110), *column(shown, "counted_share_high", 110))
    estimates = ("counted_share", "standard_share")
    return shares_chart(told, meta, estimates=estimates, apart="condition", top=top, mode=mode, size=size)


def _title(rows: list[Row]) -> str:
    """In how many groups it is clearly more common than in those they are held against."""
    groups = [list(part) for _, part in groupby(rows, key=itemgetter("condition"))]
    more = sum(clearly_more(part[0], part[-1]) for part in groups)
    return f"Neuropathy is clearly more common in {more} of {len(groups)} groups than in those beside them"


def clearly_more(group: Row, other: Row) -> bool:
    """Whether both may be shown and the group's interval lies wholly above the other's."""
    both = group["standard_reliable"] and other["standard_reliable"]
    return bool(both and group["standard_share_low"] > other["standard_share_high"])
