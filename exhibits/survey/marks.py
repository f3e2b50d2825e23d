"""Points with their intervals, and the axes they stand on. All in the survey's violet.

A high intake from food is no poisoning, so the colors of deficiency and toxicity have no place here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from exhibits.base import Look
from exhibits.layout import axis, note
from exhibits.palette import PALETTE, TYPE
from exhibits.row_records import row_key
from exhibits.rows import Row
from exhibits.survey.scales import SCALES
from exhibits.survey.sentences import fifth_or_band

HOW_COMPUTED = ("Shown", "Effective sample size", "Degrees of freedom")
"""Columns of a table of estimates that the record of one has no use for."""
HEIGHT = {"wide": 370, "narrow": 350, "projector": 640}
OPEN_BAND_MG = {"quintile": 640, "band": 780}  # where a band without upper bound is drawn to
NARROW_MG = (40, 600)


def points(
    shown: list[Row],
    look: Look,
    *,
    lying: Sequence[float] | None = None,
    x: Sequence[float] | None = None,
    ids: Sequence[str] = (),
) -> dict:
    """Prevalences with their intervals, in percent: upright at their mean intake (or at `x`), or `lying` at these y.

    `ids`: the keys of the records that they open.
    """
    color, text = PALETTE[look.mode], TYPE[look.size]
    estimate, low, high = (np.array([row[part] * 100 for row in shown]) for part in ("prevalence", "ci_low", "ci_high"))
    error = error_bars(estimate, low, high, look)
    upright = {"x": [row["intake_mean_mg"] for row in shown] if x is None else x, "y": estimate, "error_y": error}
    hover = "x" if lying is not None else "y"
    return {
        "type": "scatter",
        "mode": "markers",
        **(upright if lying is None else {"x": estimate, "y": lying, "error_x": error}),
        "customdata": np.column_stack([low, high, [row["n"] for row in shown]]),
        "hovertemplate": f"%{{{hover}:.1f}}% (%{{customdata[0]:.1f}} to %{{customdata[1]:.1f}}), n %{{customdata[2]:,}}<extra></extra>",
        "marker": {"size": text["mark"] + 1, "color": color["series"]},
    } | ({"ids": list(ids)} if ids else {})


def fifth_keys(shown: list[Row]) -> list[str]:
    """What the points of fifths or steps open: the row of each in the table of percents."""
    return [row_key(fifth_or_band(row)) for row in shown]


def error_bars(values: Any, low: Any, high: Any, look: Look, shade: str = "series") -> dict:
    """The intervals of estimates, as plotly draws them at each point."""
    color, text = PALETTE[look.mode], TYPE[look.size]
    error = {"type": "data", "symmetric": False, "width": 0, "color": color[shade], "thickness": text["line"]}
    return error | {"array": high - values, "arrayminus": values - low}


def percent_ceiling(shown: list[Row]) -> float:
    """The top of a percent axis that starts at zero, with room for the words above the highest interval."""
    return min(max(row["ci_high"] for row in shown) * 132, 112) if shown else 30.0


def margin(look: Look) -> dict:
    """Room for the axis name above, the ticks on the left, and ticks and name below."""
    return {"t": 44, "l": 64, "r": 4, "b": 88} if look.size == "projector" else {"t": 32, "l": 42, "r": 4, "b": 52}


def intake_axis(look: Look, limits: Sequence[float], scale: str = "amount") -> dict:
    """The intake axis that the pictures of prevalence and of the curve share."""
    color, text = PALETTE[look.mode], TYPE[look.size]
    name: dict[str, Any] = {
        "text": SCALES[scale].axis,
        "font": {"size": text["body"], "color": color["ink"]},
        "standoff": 8,
    }
    line: dict[str, Any] = {
        "ticks": "outside",
        "tickcolor": color["axis"],
        "showline": True,
        "linecolor": color["axis"],
    }
    return axis(*look, range=list(limits), dtick=SCALES[scale].tick, showgrid=False, title=name, **line)


def axis_name(name: str, look: Look) -> dict:
    """What the upright axis measures, above it."""
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"]}
    return note(0, 1, name, yshift=8, bold=True, xref="paper", yref="paper", yanchor="bottom", **style)
