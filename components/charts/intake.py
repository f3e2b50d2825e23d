"""How much magnesium US adults get: intake by group against EAR and RDA, shares below the EAR, supplements, the trend."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.captions import number, percent
from components.charts.base import PALETTE, TYPE, Chart, axis, blank, layout, note, words
from components.charts.shares import by_flag, column, dots, group_rows, height, not_shown, range_title, shares_chart
from components.rows import Row, records

RECALL_CAVEAT = "People tend to leave food out when they recall a day, so intakes are told too low"
TREND_CAVEAT = (
    "Food tables and the way the recall was taken changed between surveys, so a difference between two of them is not only "
    "one of eating"
)


def intake_chart(
    rows: pd.DataFrame, *, counted: str, method: str, source: str, mode: str, size: str = "wide"
) -> go.Figure:
    """Intake of each group: middle half and middle four fifths as bars, the median with its interval, EAR and RDA.

    rows: label, sex, n, p10, p25, p50, p50_low, p50_high, p75, p90 (mg/day), ear_mg, rda_mg. `counted` is "food" or
    "food and supplements"; `method` says in words what the spread is of.
    """
    color, text = PALETTE[mode], TYPE[size]
    told = records(rows)
    below = sum(row["p50_high"] < row["ear_mg"] for row in told)
    reach = "has a median" if below == 1 else "have a median"
    meta = words(
        title=f"{below} of {len(told)} groups {reach} clearly below the EAR of every member",
        subtitle=f"Magnesium from {counted}, mg a day, {method}. Point: median with 95% interval; dark bar: middle half of "
        "people; pale bar: middle four fifths. Thick stroke: EAR; thin stroke: RDA, both of the youngest in the group: they are "
        "a little higher from age 31. Clearly below: the whole interval of the median",
        source=f"{source} {RECALL_CAVEAT}.",
        alt=f"Bars of magnesium intake from {counted} by group: "
        + "; ".join(
            f"{row['label']}, median {number(row['p50'])} mg against an EAR of {number(row['ear_mg'])}" for row in told
        )
        + ".",
    )
    places, names, left = group_rows(told, color, text, size, apart="sex")
    notes = list(names)
    bar, mark_px = {"wide": (12, 24), "narrow": (14, 24), "projector": (22, 44)}[size]
    p10, p25, p75, p90, ear, rda = (column(told, part) for part in ("p10", "p25", "p75", "p90", "ear_mg", "rda_mg"))
    data = [
        _bars(p10, p90, places, color["ribbon"], bar),
        _bars(p25, p75, places, color["ribbon"], bar),
        _marks(ear, places, color["ink"], mark_px, 2.5),
        _marks(rda, places, color["ink"], mark_px, 1.2),
        dots(told, "p50", places, color["series"], text, "%{x:,.0f} mg"),
    ]
    first = {row["sex"]: place for place, row in reversed(list(enumerate(told)))}
    for sex, place in first.items():
        y = places[place] + (0.68 if size == "narrow" else 0.32)
        look = {"color": color["ink"], "size": text["small"], "yanchor": "bottom"}
        own = [row for row in told if row["sex"] == sex]
        if size == "narrow":  # side by side they would run over the edge
            both = f"EAR {_in_turn(own, 'ear_mg')} · RDA {_in_turn(own, 'rda_mg')}"
            notes.append(note(1, y, both, xref="paper", xanchor="right", **look))
            continue
        notes.append(note(ear[place], y, f"EAR {_in_turn(own, 'ear_mg')}", xanchor="right", xshift=3, **look))
        notes.append(note(rda[place], y, f"RDA {_in_turn(own, 'rda_mg')}", xshift=-3, **look))
    top = max(*p90, *rda) * 1.04
    built = layout(mode, size, height=height(told, size, apart="sex"), meta=meta, margin={"b": 24, "t": 14}) | {
        "xaxis": axis(
            mode, size, range=[0, top], domain=[left, 1], ticksuffix=" mg", nticks=4 if size == "narrow" else 7
        ),
        "yaxis": blank(range=[min(places) - 0.6, 0.9]),
        "annotations": notes,
    }
    return Chart(data=data, layout=built)


def _in_turn(rows: list[Row], name: str) -> str:
    """ "265" where all rows share it, "255, then 265" where it changes from row to row."""
    return ", then ".join(dict.fromkeys(number(value) for value in column(rows, name)))


def _bars(low: list[float], high: list[float], places: list[float], shade: str, width_px: float) -> dict:
    """A bar from low to high in each row, as one trace of thick lines: a shape each is slow."""
    x = [place for ends in zip(low, high, strict=True) for place in (*ends, None)]
    y = [place for row in places for place in (row, row, None)]
    line = {"color": shade, "width": width_px}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _marks(values: list[float], places: list[float], shade: str, length_px: float, width_px: float) -> dict:
    """An upright stroke in each row."""
    marker = {"symbol": "line-ns", "size": length_px, "line": {"color": shade, "width": width_px}}
    return {"type": "scatter", "mode": "markers", "x": values, "y": places, "marker": marker, "hoverinfo": "skip"}


def below_ear_chart(
    rows: pd.DataFrame, *, counted: str, source: str, apart: str = "sex", mode: str, size: str = "wide"
) -> go.Figure:
    """Share below the EAR of each group: from one recalled day (hollow), and corrected for day-to-day variation (filled).

    rows: label, n, the column `apart` whose values stand apart, and for `one_day` and `usual`: share, share_low,
    share_high (proportions), reliable.
    """
    told = records(rows)
    shown, hidden = by_flag(told, "usual_reliable")
    meta = words(
        title=range_title(shown, "usual_share", "below the EAR", of=len(told))
        if len(shown)
        else "Too few people to say",
        subtitle=f"Share of each group whose magnesium from {counted} is below the EAR for age and sex, with 95% interval. Filled: "
        "day-to-day variation taken out with the second recall day; hollow: one recalled day, which overstates the spread"
        + not_shown(hidden),
        source=f"{source} {RECALL_CAVEAT}, and this share too high.",
        alt=f"Share below the EAR from {counted}, corrected: "
        + "; ".join(f"{row['label']} {percent(row['usual_share'], 0)}" for row in shown)
        + ".",
    )
    return shares_chart(
        told, meta, estimates=("one_day_share", "usual_share"), apart=apart, top=100, mode=mode, size=size
    )


def supplements_chart(rows: pd.DataFrame, *, limit_mg: float, source: str, mode: str, size: str = "wide") -> go.Figure:
    """Share of each group whose supplements alone exceed the US upper limit, which does not count food.

    rows: label, sex, n, share, share_low, share_high (proportions), reliable.
    """
    told = records(rows)
    shown, hidden = by_flag(told, "reliable")
    meta = words(
        title=range_title(shown, "share", f"take over {number(limit_mg)} mg as supplements", 1, of=len(told))
        if len(shown)
        else "Too few people take that much to say",
        subtitle=f"Share of each group whose supplements alone give more than {number(limit_mg)} mg a day, the US upper limit, which "
        "never applies to food; average of the past month, with 95% interval" + not_shown(hidden),
        source=f"{source} With kidney disease, ask a clinician before taking any.",
        alt=f"Share above {number(limit_mg)} mg a day from supplements: "
        + "; ".join(f"{row['label']} {percent(row['share'])}" for row in shown)
        + ".",
    )
    top = max([5.0, *column(shown, "share_high", 110)])
    return shares_chart(told, meta, estimates=("share",), apart="sex", top=top, mode=mode, size=size)


def trend_chart(rows: pd.DataFrame, *, source: str, mode: str, size: str = "wide") -> go.Figure:
    """Mean first-day intake from food by survey since 1999, women and men.

    rows: sex ("female", "male"), cycle, intake_mean_mg, ci_low, ci_high.
    """
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    told = records(rows)
    cycles = list(dict.fromkeys(row["cycle"] for row in told))
    last = {
        row["sex"]: f"{number(row['intake_mean_mg'])} ({number(row['ci_low'])} to {number(row['ci_high'])})"
        for row in told
        if row["cycle"] == cycles[-1]
    }
    meta = words(
        title=f"In {cycles[-1].replace('-', '–')} women ate {last['female']} mg a day, men {last['male']}",
        subtitle="Mean magnesium from food on one recalled day, adults of 20 and over, by survey, with 95% interval",
        source=f"{source} {TREND_CAVEAT}. {RECALL_CAVEAT}.",
        alt=f"Mean intake by survey from {cycles[0]} to {cycles[-1]}: women between "
        f"{_extent(told, 'female')} mg, men between {_extent(told, 'male')} mg.",
    )
    data, notes = [], []
    for sex, name, symbol in (("male", "men", "square"), ("female", "women", "circle")):
        part = [row for row in told if row["sex"] == sex]
        mean, low, high = (np.array(column(part, name)) for name in ("intake_mean_mg", "ci_low", "ci_high"))
        error = {"type": "data", "symmetric": False, "width": 0, "color": color["series"], "thickness": text["line"]}
        error |= {"array": high - mean, "arrayminus": mean - low}
        marker = {"size": text["mark"], "color": color["series"], "symbol": symbol}
        dots = {"type": "scatter", "mode": "markers", "x": list(range(len(part))), "y": mean}
        data.append(
            dots | {"error_y": error, "marker": marker, "hovertemplate": f"{name} %{{y:.0f}} mg<extra></extra>"}
        )
        look = {"color": color["ink"], "size": text["body"], "bold": True, "yanchor": "bottom", "xanchor": "center"}
        notes.append(note(0, part[0]["ci_high"], name, yshift=4, **look))
    labels = [f"’{cycle[2:4]}" if narrow else cycle.replace("-", "–<br>") for cycle in cycles]
    axis_name = {"color": color["ink"], "size": text["body"], "xref": "paper", "yref": "paper", "yanchor": "bottom"}
    notes.append(note(0, 1, "mg a day" + (", by first year" if narrow else ""), yshift=8, bold=True, **axis_name))
    height = {"wide": 340, "narrow": 320, "projector": 560}[size]
    built = layout(
        mode, size, height=height, meta=meta, margin={"t": 32, "l": 40 if size != "projector" else 60, "b": 44}
    ) | {
        "xaxis": axis(
            mode,
            size,
            range=[-0.6, len(cycles) - 0.5],
            tickvals=list(range(len(cycles))),
            ticktext=labels,
            showgrid=False,
        ),
        "yaxis": axis(mode, size, range=[0, max(column(told, "ci_high")) * 1.15], nticks=5),
        "annotations": notes,
    }
    return Chart(data=data, layout=built)


def _extent(rows: list[Row], sex: str) -> str:
    means = [row["intake_mean_mg"] for row in rows if row["sex"] == sex]
    return f"{number(min(means))} and {number(max(means))}"
