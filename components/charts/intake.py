"""How much magnesium US adults get: intake by group against EAR and RDA, shares below the EAR, supplements, the trend."""

from __future__ import annotations

from operator import itemgetter

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.captions import number, percent
from components.charts.base import PALETTE, TYPE, Chart, axis, blank, layout, note, texts, words
from components.rows import Row, records

ROW_PX = {"wide": 40, "narrow": 52, "projector": 76}
NAMES_SHARE = 0.25  # of the width, for the names of the rows; a phone has them above
TREND_CAVEAT = (
    "Food tables and the way the recall was taken changed between surveys, so a difference between two of them is not only "
    "one of eating"
)
TOO_FEW = "too few to say"
GAP = 0.5  # rows between the sexes


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
        source=source,
        alt=f"Bars of magnesium intake from {counted} by group: "
        + "; ".join(
            f"{row['label']}, median {number(row['p50'])} mg against an EAR of {number(row['ear_mg'])}" for row in told
        )
        + ".",
    )
    places, names, left = _rows(told, color, text, size)
    notes = list(names)
    bar, mark_px = {"wide": (12, 24), "narrow": (14, 24), "projector": (22, 44)}[size]
    p10, p25, p75, p90, ear, rda = (_column(told, part) for part in ("p10", "p25", "p75", "p90", "ear_mg", "rda_mg"))
    data = [
        _bars(p10, p90, places, color["ribbon"], bar),
        _bars(p25, p75, places, color["ribbon"], bar),
        _marks(ear, places, color["ink"], mark_px, 2.5),
        _marks(rda, places, color["ink"], mark_px, 1.2),
        _dots(told, "p50", places, color["series"], text, "%{x:,.0f} mg"),
    ]
    first = {row["sex"]: place for place, row in reversed(list(enumerate(told)))}
    for sex, place in first.items():
        y = places[place] + (0.68 if size == "narrow" else 0.32)
        look = {"color": color["ink"], "size": text["small"], "yanchor": "bottom"}
        own = [row for row in told if row["sex"] == sex]
        notes.append(note(ear[place], y, f"EAR {_in_turn(own, 'ear_mg')}", xanchor="right", xshift=3, **look))
        notes.append(note(rda[place], y, f"RDA {_in_turn(own, 'rda_mg')}", xshift=-3, **look))
    top = max(*p90, *rda) * 1.04
    built = layout(mode, size, height=_height(rows, size), meta=meta, margin={"b": 24, "t": 14}) | {
        "xaxis": axis(
            mode, size, range=[0, top], domain=[left, 1], ticksuffix=" mg", nticks=4 if size == "narrow" else 7
        ),
        "yaxis": blank(range=[-len(rows) - GAP + 0.4, 0.9]),
        "annotations": notes,
    }
    return Chart(data=data, layout=built)


def _column(rows: list[Row], name: str, factor: float = 1) -> list[float]:
    """One value of every row, times a factor."""
    return [row[name] * factor for row in rows]


def _in_turn(rows: list[Row], name: str) -> str:
    """ "265" where all rows share it, "255, then 265" where it changes from row to row."""
    return ", then ".join(dict.fromkeys(number(value) for value in _column(rows, name)))


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


def below_ear_chart(rows: pd.DataFrame, *, counted: str, source: str, mode: str, size: str = "wide") -> go.Figure:
    """Share below the EAR of each group: from one recalled day (hollow), and corrected for day-to-day variation (filled).

    rows: label, sex, and for `one_day` and `usual`: share, share_low, share_high (proportions), reliable.
    """
    color, text = PALETTE[mode], TYPE[size]
    told = records(rows)
    shown, hidden = _by_flag(told, "usual_reliable")
    meta = words(
        title=_range_title(shown, "usual_share", "below the EAR", of=len(told))
        if len(shown)
        else "Too few people to say",
        subtitle=f"Share of each group whose magnesium from {counted} is below the EAR for age and sex, with 95% interval. Filled: "
        "day-to-day variation taken out with the second recall day; hollow: one recalled day, which overstates the spread"
        + _not_shown(hidden),
        source=source,
        alt=f"Share below the EAR from {counted}, corrected: "
        + "; ".join(f"{row['label']} {percent(row['usual_share'], 0)}" for row in shown)
        + ".",
    )
    places, names, left = _rows(told, color, text, size)
    data = []
    for method, shift in (("one_day", 0.1), ("usual", -0.1)):
        kept, _ = _by_flag(told, f"{method}_reliable")
        y = [place + shift for place, row in zip(places, told, strict=True) if row[f"{method}_reliable"]]
        dots = _dots(kept, f"{method}_share", y, color["series"], text, "%{x:.1f}%", factor=100)
        if method == "one_day":
            dots["marker"] |= {"color": color["bg"], "line": {"color": color["series"], "width": 2}}
        data.append(dots)
    data.append(_hidden(told, places, "usual_reliable", color, text))
    built = layout(mode, size, height=_height(rows, size), meta=meta, margin={"b": 24, "t": 4}) | {
        "xaxis": axis(mode, size, range=[0, 100], domain=[left, 1], ticksuffix="%", nticks=6),
        "yaxis": blank(range=[-len(rows) - GAP + 0.4, 0.6]),
        "annotations": names,
    }
    return Chart(data=data, layout=built)


def supplements_chart(rows: pd.DataFrame, *, limit_mg: float, source: str, mode: str, size: str = "wide") -> go.Figure:
    """Share of each group whose supplements alone exceed the US upper limit, which does not count food.

    rows: label, sex, share, share_low, share_high (proportions), reliable.
    """
    color, text = PALETTE[mode], TYPE[size]
    told = records(rows)
    shown, hidden = _by_flag(told, "reliable")
    meta = words(
        title=_range_title(shown, "share", f"take over {number(limit_mg)} mg as supplements", 1, of=len(told))
        if len(shown)
        else "Too few people take that much to say",
        subtitle=f"Share of each group whose supplements alone give more than {number(limit_mg)} mg a day, the US upper limit, which "
        "never applies to food; average of the past month, with 95% interval" + _not_shown(hidden),
        source=f"{source} With kidney disease, ask a clinician before taking any.",
        alt=f"Share above {number(limit_mg)} mg a day from supplements: "
        + "; ".join(f"{row['label']} {percent(row['share'])}" for row in shown)
        + ".",
    )
    places, names, left = _rows(told, color, text, size)
    y = [place for place, row in zip(places, told, strict=True) if row["reliable"]]
    top = max([5.0, *_column(shown, "share_high", 110)])
    dots = _dots(shown, "share", y, color["series"], text, "%{x:.1f}%", factor=100)
    data = [dots, _hidden(told, places, "reliable", color, text)]
    built = layout(mode, size, height=_height(rows, size), meta=meta, margin={"b": 24, "t": 4}) | {
        "xaxis": axis(mode, size, range=[0, top], domain=[left, 1], ticksuffix="%", nticks=6),
        "yaxis": blank(range=[-len(rows) - GAP + 0.4, 0.6]),
        "annotations": names,
    }
    return Chart(data=data, layout=built)


def trend_chart(rows: pd.DataFrame, *, source: str, mode: str, size: str = "wide") -> go.Figure:
    """Mean first-day intake from food by survey since 1999, women and men.

    rows: sex ("female", "male"), cycle, intake_mean_mg, ci_low, ci_high.
    """
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    told = records(rows)
    cycles = list(dict.fromkeys(row["cycle"] for row in told))
    last = {row["sex"]: row["intake_mean_mg"] for row in told if row["cycle"] == cycles[-1]}
    meta = words(
        title=f"In {cycles[-1].replace('-', '–')} women ate {number(last['female'])} mg a day on average, men {number(last['male'])}",
        subtitle="Mean magnesium from food on one recalled day, adults of 20 and over, by survey, with 95% interval",
        source=f"{source} {TREND_CAVEAT}.",
        alt=f"Mean intake by survey from {cycles[0]} to {cycles[-1]}: women between "
        f"{_extent(told, 'female')} mg, men between {_extent(told, 'male')} mg.",
    )
    data, notes = [], []
    for sex, name, symbol in (("male", "men", "square"), ("female", "women", "circle")):
        part = [row for row in told if row["sex"] == sex]
        mean, low, high = (np.array(_column(part, name)) for name in ("intake_mean_mg", "ci_low", "ci_high"))
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
        "yaxis": axis(mode, size, range=[0, max(_column(told, "ci_high")) * 1.15], nticks=5),
        "annotations": notes,
    }
    return Chart(data=data, layout=built)


def _extent(rows: list[Row], sex: str) -> str:
    means = [row["intake_mean_mg"] for row in rows if row["sex"] == sex]
    return f"{number(min(means))} and {number(max(means))}"


def _by_flag(rows: list[Row], flag: str) -> tuple[list[Row], list[Row]]:
    """The rows with the flag, and those without."""
    return [row for row in rows if row[flag]], [row for row in rows if not row[flag]]


def _range_title(shown: list[Row], share: str, what: str, digits: int = 0, *, of: int) -> str:
    """The least and the most of the groups shown, each with its interval; `of`: how many groups there are."""
    ends = [end(shown, key=itemgetter(share)) for end in (min, max)][: len(shown)]
    said = []
    for row in ends:
        low, high = (number(row[f"{share}_{end}"] * 100, digits) for end in ("low", "high"))
        said.append(f"{percent(row[share], digits)} ({low} to {high})")
    if len(shown) == 1:
        group = "" if of == 1 else " in the one group shown"
    else:
        group = ", by group" if len(shown) == of else ", by group shown"
    return f"{' to '.join(said)} {what}{group}"


def _not_shown(hidden: list[Row]) -> str:
    """Names the groups that may not be shown."""
    return f". Not shown, too few to say: {'; '.join(row['label'] for row in hidden)}" if hidden else ""


def _height(rows: pd.DataFrame, size: str) -> int:
    return round(ROW_PX[size] * (len(rows) + GAP)) + 50


def _rows(rows: list[Row], color: dict, text: dict, size: str) -> tuple[list[float], list[dict], float]:
    """The y of each row, the names of the rows, and where the plot begins (share of the width)."""
    narrow = size == "narrow"
    look = {"xref": "paper", "size": text["small"], "color": color["ink"]}
    places, names, gap = [], [], 0.0
    for position, row in enumerate(rows):
        if position and row["sex"] != rows[position - 1]["sex"]:
            gap += GAP  # women and men stand apart
        top = -position - gap
        names.append(note(0, top + (0.32 if narrow else 0.0), f"{row['label']} · n {number(row['n'])}", **look))
        places.append(top - (0.12 if narrow else 0.0))
    return places, names, 0.0 if narrow else NAMES_SHARE


def _dots(
    rows: list[Row], name: str, places: list[float], shade: str, text: dict, hover: str, factor: float = 1
) -> dict:
    """Estimates `name` with their intervals, `name`_low to `name`_high."""
    values, low, high = (np.array(_column(rows, name + end, factor)) for end in ("", "_low", "_high"))
    error = {"type": "data", "symmetric": False, "width": 0, "color": shade, "thickness": text["line"]}
    error |= {"array": high - values, "arrayminus": values - low}
    marker = {"size": text["mark"], "color": shade}
    dots = {"type": "scatter", "mode": "markers", "x": values, "y": places, "error_x": error, "marker": marker}
    return dots | {"hovertemplate": f"{hover}<extra></extra>"}


def _hidden(rows: list[Row], places: list[float], flag: str, color: dict, text: dict) -> dict:
    """Words in the place of the points that must not be drawn."""
    y = [place for place, row in zip(places, rows, strict=True) if not row[flag]]
    return texts([0] * len(y), y, [f" {TOO_FEW}"] * len(y), color=color["muted"], size=text["small"])
