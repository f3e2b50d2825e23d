"""Prevalence by intake, the odds-ratio curve, and the funnel of the sample. All in the survey's violet.

A high intake from food is no poisoning, so the colors of deficiency and toxicity have no place here. Rows that the
presentation standard suppresses are never drawn; words stand in their place.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components import survey_words as say
from components.captions import number, percent
from components.charts.base import PALETTE, TYPE, Chart, axis, blank, box, layout, note, rule, texts, words, wrapped
from components.rows import Row, records
from components.survey_words import band_words

CAVEAT = "One recalled day of eating per person, seen once: an association, which cannot show cause and effect."
OPEN_BAND_MG = {"quintile": 640, "band": 780}  # where a band without upper bound is drawn to
NARROW_MG = (40, 600)
VERY_UNCERTAIN = 2  # an upper bound over twice the lower one is drawn, and called very uncertain
TICKS_ODDS = (0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8)
HEIGHT = {"wide": 370, "narrow": 350, "projector": 640}


def prevalence_chart(
    rows: pd.DataFrame,
    *,
    outcome: str,
    who: str,
    measured: str,
    source: str,
    standardized: bool = False,
    adjusted: str = "",
    mode: str,
    size: str = "wide",
) -> go.Figure:
    """Prevalence with 95% intervals by fifth or 50 mg step of intake, each at its mean intake.

    rows: quintile (missing for steps), intake_low_mg, intake_high_mg (missing: open), intake_mean_mg, n, prevalence,
    ci_low, ci_high (proportions), reliable, flag. `measured` says how the outcome was found, `adjusted` what a model
    leaves of the differences.
    """
    told = records(rows)
    fifths = say.in_fifths(told)
    shown = [row for row in told if row["reliable"]]
    steps = "fifth of the population by intake" if fifths else "50 mg step of intake"
    mix = ", standardized to the age and sex mix of the whole sample" if standardized else ""
    left = f" {adjusted}." if adjusted else ""
    hidden = len(told) - len(shown)
    in_words = " Words stand where there are too few people to draw a point." if hidden else ""
    listed = "; ".join(f"{band_words(row)} {percent(row['prevalence'])}" for row in shown)
    not_drawn = f" {hidden} of {len(told)} are not drawn: too few people." if hidden else ""
    meta = words(
        title=say.prevalence_title(told, outcome=outcome, who=who, standardized=standardized),
        subtitle=f"Percent with {outcome} in each {steps}, with 95% interval; {who}{mix}. {measured}{in_words}{left}",
        source=f"{source}. Our own analysis. {CAVEAT}",
        alt=f"Points with intervals: percent with {outcome} by magnesium intake, {who}. {listed}.{not_drawn}",
    )
    unsure = any(is_very_uncertain(row) for row in shown)
    if size == "narrow" and (hidden or unsure or not fifths):
        return _prevalence_rows(told, meta, mode)
    return _prevalence_points(told, "quintile" if fifths else "band", meta, mode, size)


def _prevalence_points(rows: list[Row], by: str, meta: dict, mode: str, size: str) -> go.Figure:
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    shown = [row for row in rows if row["reliable"]]
    start, end = NARROW_MG if narrow else (-8, OPEN_BAND_MG[by])
    small = {"size": text["small"], "yanchor": "bottom"}
    spans, notes, labels = [], [_axis_name("Percent", color, text)], []
    for position, row in enumerate(rows):
        low, high = row["intake_low_mg"], row["intake_high_mg"]
        high = OPEN_BAND_MG[by] if math.isnan(high) else high
        if not row["reliable"]:
            middle = (low + high) / 2 if math.isnan(row["intake_mean_mg"]) else row["intake_mean_mg"]
            said = f"Too few<br>({number(row['n'])})" if by == "band" else _in_lines(say.too_few(row), 17)
            look = {"color": color["muted"], "xanchor": "center", "align": "center", **small}
            notes.append(note(min(middle, end - 30), 0, said, yshift=4, **look))
            continue
        if not narrow:
            spans.append((low, high, row["prevalence"] * 100))
        below = narrow and position % 2 == 1  # neighbors are close on a phone
        between = "<br>n " if by == "band" else " · n "
        said = percent(row["prevalence"]) + ("" if narrow else f"{between}{number(row['n'])}")
        said += "<br>very uncertain" if by == "quintile" and is_very_uncertain(row) else ""
        labels.append((row["intake_mean_mg"], row["ci_low" if below else "ci_high"] * 100, said, below))
    traces = [points(shown, mode, size)]
    if spans:
        traces.append(_dotted(spans, color["series"]))
    for below, position in ((False, "top center"), (True, "bottom center")):
        if chosen := [label[:3] for label in labels if label[3] == below]:
            x, y, said = zip(*chosen, strict=True)
            traces.append(texts(x, y, said, color=color["ink"], size=text["small"], position=position))
    if narrow:
        people = [row["n"] for row in shown]
        people = f"each fifth: n {number(min(people))} to {number(max(people))}"
        notes.append(note(end, 0, people, color=color["muted"], xanchor="right", yshift=3, **small))
    built = layout(mode, size, height=HEIGHT[size], meta=meta, margin=margin(size)) | {
        "xaxis": intake_axis(mode, size, [start, end + 8]),
        "yaxis": axis(mode, size, range=[0, percent_ceiling(shown)], ticksuffix="%", nticks=5),
        "annotations": notes,
    }
    return Chart(data=traces, layout=built)


def _dotted(spans: list[tuple[float, float, float]], shade: str) -> dict:
    """A dotted line from low to high at each height, as one trace: a shape each is slow."""
    x = [place for low, high, _ in spans for place in (low, high, None)]
    y = [place for *_, height in spans for place in (height, height, None)]
    line = {"color": shade, "width": 1, "dash": "dot"}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _in_lines(text: str, width: int) -> str:
    """Each sentence broken into lines by itself."""
    first, _, rest = text.partition("). ")
    return "<br>".join(wrapped(part, width) for part in (f"{first})." if rest else first, rest) if part)


def _prevalence_rows(rows: list[Row], meta: dict, mode: str) -> go.Figure:
    """The same as rows, for a phone where words must stand in the place of points, or steps are many."""
    color, text = PALETTE[mode], TYPE["narrow"]
    shown = [row for row in rows if row["reliable"]]
    notes, lines = [], []
    for position, row in enumerate(rows):
        name = {"color": color["ink"], "size": text["small"], "xref": "paper"}
        notes.append(note(0, -position + 0.3, f"<b>{band_words(row)}</b>", **name))
        if row["reliable"]:
            unsure = "very uncertain · " if is_very_uncertain(row) else ""
            said = f"{unsure}{percent(row['prevalence'])} · n {number(row['n'])}"
            notes.append(note(1, -position + 0.3, said, xanchor="right", **name))
        else:
            said = wrapped(say.too_few(row), 50)
            muted = name | {"color": color["muted"], "yanchor": "top"}
            notes.append(note(0, -position + 0.14, said, **muted))
        lines.append(rule(0, 1, -position - 0.48, -position - 0.48, color["grid"], 1, xref="paper"))
    places = [-position - 0.12 for position, row in enumerate(rows) if row["reliable"]]
    built = layout(mode, "narrow", height=62 * len(rows) + 36, meta=meta, margin={"b": 24, "r": 2}) | {
        "xaxis": axis(mode, "narrow", range=[0, percent_ceiling(shown)], ticksuffix="%", nticks=5),
        "yaxis": blank(range=[-len(rows) + 0.5, 0.6]),
        "shapes": lines,
        "annotations": notes,
    }
    return Chart(data=[points(shown, mode, "narrow", lying=places)], layout=built)


def points(
    shown: list[Row], mode: str, size: str, *, lying: list[float] | None = None, x: list[float] | None = None
) -> dict:
    """Prevalences with their intervals, in percent: upright at their mean intake (or at `x`), or `lying` at these y."""
    color, text = PALETTE[mode], TYPE[size]
    estimate, low, high = (np.array([row[part] * 100 for row in shown]) for part in ("prevalence", "ci_low", "ci_high"))
    error = {"type": "data", "symmetric": False, "width": 0, "color": color["series"], "thickness": text["line"]}
    error |= {"array": high - estimate, "arrayminus": estimate - low}
    upright = {"x": [row["intake_mean_mg"] for row in shown] if x is None else x, "y": estimate, "error_y": error}
    hover = "x" if lying is not None else "y"
    return {
        "type": "scatter",
        "mode": "markers",
        **(upright if lying is None else {"x": estimate, "y": lying, "error_x": error}),
        "customdata": np.column_stack([low, high, [row["n"] for row in shown]]),
        "hovertemplate": f"%{{{hover}:.1f}}% (%{{customdata[0]:.1f}} to %{{customdata[1]:.1f}}), n %{{customdata[2]:,}}<extra></extra>",
        "marker": {"size": text["mark"] + 1, "color": color["series"]},
    }


def curve_chart(
    curve: pd.DataFrame,
    *,
    outcome: str,
    who: str,
    adjusted_for: str,
    reference_mg: int,
    source: str,
    mode: str,
    size: str = "wide",
) -> go.Figure:
    """Odds ratio by intake against the reference intake, as a curve with its 95% ribbon.

    curve: intake_mg, odds_ratio, ci_low, ci_high. The hollow point is the reference, where the ratio is 1 by definition.
    """
    color, text = PALETTE[mode], TYPE[size]
    intake, odds, low, high = (curve[part].to_numpy() for part in ("intake_mg", "odds_ratio", "ci_low", "ci_high"))
    meta = words(
        title=say.curve_title(curve, reference_mg=reference_mg),
        subtitle=f"Odds ratio of {outcome} against {reference_mg} mg a day, with 95% interval at each intake; {who}; "
        f"{adjusted_for}",
        source=f"{source}. Our own analysis. {CAVEAT}",
        alt=f"A curve of the odds ratio of {outcome} by magnesium intake, {who}: at {say.LOW_MG} mg "
        f"{say.ratio(say.point(curve, say.LOW_MG))}, at {say.HIGH_MG} mg {say.ratio(say.point(curve, say.HIGH_MG))}; lowest near "
        f"{number(intake[odds.argmin()])} mg. The interval widens toward both ends.",
    )
    line = {"type": "scatter", "mode": "lines", "x": intake}
    edge = {**line, "line": {"width": 0}, "hoverinfo": "skip"}
    hollow = {"size": text["mark"] + 2, "color": color["bg"], "line": {"color": color["series"], "width": 2.5}}
    data = [
        {**edge, "y": high},
        {**edge, "y": low, "fill": "tonexty", "fillcolor": color["ribbon"]},
        {
            **line,
            "y": odds,
            "customdata": say.told_bounds(low, high),
            "line": {"color": color["series"], "width": text["line"]},
            "hovertemplate": "%{x} mg<br>%{y:.2f} (%{customdata[0]} to %{customdata[1]})<extra></extra>",
        },
        {"type": "scatter", "mode": "markers", "x": [reference_mg], "y": [1.0], "hoverinfo": "skip", "marker": hollow},
    ]
    start, end = intake[[0, -1]].tolist()
    named = {"xanchor": "right", "color": color["series"], "size": text["small"]}
    below = {"color": color["ink"], "size": text["small"], "xanchor": "center", "yanchor": "top", "yshift": -11}
    notes = [
        note(end, math.log10(odds[-1]), "odds ratio", bold=True, yshift=12, xshift=-6, **named),
        note(end, math.log10(high[-1]), "95% interval", yshift=-22, xshift=-6, **named),
        note(reference_mg, 0, f"reference {reference_mg} mg", **below),
        _axis_name("Odds ratio, log scale; 1: as at the reference", color, text),
    ]
    bottom, top = min(low.min() * 0.95, 0.7), max(high.max() * 1.05, 1.5)
    ticks = [tick for tick in TICKS_ODDS if bottom <= tick <= top]
    limits = [NARROW_MG[0], NARROW_MG[1] + 8] if size == "narrow" else [-8, OPEN_BAND_MG["quintile"] + 8]
    log = {"type": "log", "range": [math.log10(bottom), math.log10(top)], "tickvals": ticks}
    built = layout(mode, size, height=HEIGHT[size], meta=meta, margin=margin(size)) | {
        "xaxis": intake_axis(mode, size, limits),
        "yaxis": axis(mode, size, **log, ticktext=[f"{tick:g}" for tick in ticks]),
        "shapes": [rule(start, end, 1, 1, color["axis"], 1.25)],
        "annotations": notes,
    }
    return Chart(data=data, layout=built)


def funnel_chart(steps: pd.DataFrame, *, source: str, mode: str, size: str = "wide") -> go.Figure:
    """How the sample came about: a bar for each step. steps: label, n, from the first step to the last."""
    color, text = PALETTE[mode], TYPE[size]
    first, last = steps["n"].iloc[0], steps["n"].iloc[-1]
    meta = words(
        title=f"Of {number(first)} people sampled, {number(last)} can be used",
        subtitle="People left after each step; each step needs all those above it",
        source=f"{source}. Our own count.",
        alt="Bars, one for each step: "
        + "; ".join(f"{row.label}, {number(row.n)}" for row in steps.itertuples())
        + ".",
    )
    shades = [color["quiet"]] * (len(steps) - 1) + [color["series"]]
    bars = [
        box(0, n, -position - 0.36, -position - 0.04, shade)
        for position, (n, shade) in enumerate(zip(steps["n"], shades, strict=True))
    ]
    labels = [f"<b>{number(row.n)}</b>  {row.label}" for row in steps.itertuples()]
    places = [-position + 0.22 for position in range(len(steps))]
    row_px = {"wide": 46, "narrow": 48, "projector": 84}[size]
    built = layout(mode, size, height=row_px * len(steps) + 6, meta=meta, margin={"t": 0}) | {
        "xaxis": blank(range=[0, first]),
        "yaxis": blank(range=[-len(steps) + 0.5, 0.55]),
        "shapes": bars,
    }
    return Chart(data=[texts([0] * len(steps), places, labels, color=color["ink"], size=text["body"])], layout=built)


def is_very_uncertain(row: Row) -> bool:
    """Whether the interval is wide for its estimate."""
    return bool(row["ci_high"] > VERY_UNCERTAIN * row["ci_low"])


def percent_ceiling(shown: list[Row]) -> float:
    """The top of a percent axis that starts at zero, with room for the words above the highest interval."""
    return min(max(row["ci_high"] for row in shown) * 132, 112) if shown else 30.0


def margin(size: str) -> dict:
    """Room for the axis name above, the ticks on the left, and ticks and name below."""
    return {"t": 44, "l": 64, "r": 4, "b": 88} if size == "projector" else {"t": 32, "l": 42, "r": 4, "b": 52}


def intake_axis(mode: str, size: str, limits: list[float]) -> dict:
    """The intake axis that the prevalence and the curve chart share."""
    color, text = PALETTE[mode], TYPE[size]
    name = {
        "text": "Magnesium from food that day, mg",
        "font": {"size": text["body"], "color": color["ink"]},
        "standoff": 8,
    }
    line = {"ticks": "outside", "tickcolor": color["axis"], "showline": True, "linecolor": color["axis"]}
    return axis(mode, size, range=limits, dtick=100, showgrid=False, title=name, **line)


def _axis_name(name: str, color: dict, text: dict) -> dict:
    look = {"color": color["ink"], "size": text["body"], "xref": "paper", "yref": "paper", "yanchor": "bottom"}
    return note(0, 1, name, yshift=8, bold=True, **look)
