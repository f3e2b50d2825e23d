"""Up to four groups side by side, as small multiples on one vertical axis."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pandas as pd

from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.layout import axis, layout, note, rule, texts, wrapped
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number, percent
from exhibits.row_records import opens_rows, row_key
from exhibits.rows import Row
from exhibits.survey.compared import LOW_MG, CompareChoices, Panel, nothing, panels, yardstick_name
from exhibits.survey.curve import TICKS_ODDS, curve_table, lines, points_told
from exhibits.survey.estimates import Question
from exhibits.survey.marks import HOW_COMPUTED, NARROW_MG, percent_ceiling, points
from exhibits.survey.models import adjusted_words
from exhibits.survey.outcomes import CAVEAT, OUTCOMES, PREVALENCE_TABLES, source_line, sources
from exhibits.survey.people import People
from exhibits.survey.prevalence import prevalence_table
from exhibits.survey.sentences import FIFTHS, fifth_or_band, fitting

PANEL_PX = {"wide": 340, "narrow": 250, "projector": 600}  # the height of the whole row; on a phone of each picture
BETWEEN = 0.035  # of the width, between two pictures
BELOW_PX = 74  # between two pictures on a phone: the ticks of one and the name of the next
AROUND_PX = {
    "wide": {"t": 46, "l": 42, "r": 8, "b": 52},
    "narrow": {"t": 40, "l": 42, "r": 8, "b": 52},
    "projector": {"t": 76, "l": 64, "r": 8, "b": 88},
}
SAME, OWN = (
    "All groups have the same vertical axis.",
    "Each group has a vertical axis of its own: compare figures, not heights.",
)


# Table -----------------------------------------------------------------------------------------------------------------


def table(choices: CompareChoices) -> pd.DataFrame:
    """The rows of every group that has any, one group after the other."""
    return _table(choices)


@built_once
def _table(choices: CompareChoices) -> pd.DataFrame:
    if choices.measure == "odds":
        return _of_each(choices, lambda of: curve_table(of, choices.adjustment))
    return _of_each(choices, lambda of: prevalence_table(Question(of)))


def _told(choices: CompareChoices) -> pd.DataFrame:
    """The same with what each mark is in one column: a fifth, or a point of a curve."""
    if choices.measure == "odds":
        return _of_each(choices, lambda of: points_told(of, choices.adjustment))
    return _table(choices).rename(columns={"Fifth": "Point"}).assign(Point=lambda rows: rows["Point"].map(_fifth))


def _fifth(name: str) -> str:
    return f"{name.lower()} fifth by intake"


def _of_each(choices: CompareChoices, rows: Callable[[People], pd.DataFrame]) -> pd.DataFrame:
    shown = [panel for panel in panels(choices) if panel.curve is not None or choices.measure != "odds"]
    parts = [rows(panel.of).assign(Group=panel.label) for panel in shown if panel.of is not None]
    told = pd.concat(parts, ignore_index=True)
    return told[["Group", *told.columns.drop("Group")]]


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: CompareChoices, look: Look) -> Chart:
    """A picture for each group, beside one another; on a phone below one another."""
    return _figure(choices, look)


@built_once
def _figure(choices: CompareChoices, look: Look) -> Chart:
    shown, narrow = panels(choices), look.size == "narrow"
    tall = PANEL_PX[look.size] * (len(shown) if narrow else 1)
    plain = layout(*look, height=tall, meta=_words(choices, shown), margin=AROUND_PX[look.size])
    data: list[dict] = []
    notes, shapes = [], []
    for place, panel in enumerate(shown):
        end = str(place + 1) if place else ""
        span = _span(place, len(shown), look)
        plain[f"xaxis{end}"] = _intake_axis(place, len(shown), span, look)
        plain[f"yaxis{end}"] = _upright_axis(choices, shown, place, span, look)
        data += [trace | {"xaxis": f"x{end}", "yaxis": f"y{end}"} for trace in _marks(panel, look)]
        notes += _said(panel, end, look)
        if panel.curve is not None:
            shapes.append(rule(*NARROW_MG, 1, 1, PALETTE[look.mode]["axis"], 1.25, xref=f"x{end}", yref=f"y{end}"))
    return Chart(data=data, layout=plain | {"annotations": [*notes, _intake_name(look)], "shapes": shapes})


def _span(place: int, count: int, look: Look) -> list[float]:
    """Where a picture stands: of the width, or on a phone of the height, the first one on top."""
    inside = PANEL_PX["narrow"] * count - AROUND_PX["narrow"]["t"] - AROUND_PX["narrow"]["b"]
    gap = BELOW_PX / inside if look.size == "narrow" else BETWEEN
    each = (1 - gap * (count - 1)) / count
    start = place * (each + gap)
    low, high = (1 - start - each, 1 - start) if look.size == "narrow" else (start, start + each)
    return [max(low, 0.0), min(high, 1.0)]


def _intake_axis(place: int, count: int, span: list[float], look: Look) -> dict:
    color, end = PALETTE[look.mode], str(place + 1) if place else ""
    line = {"ticks": "outside", "tickcolor": color["axis"], "showline": True, "linecolor": color["axis"]}
    step = 100 if count <= 2 or look.size == "narrow" else 200
    across = {} if look.size == "narrow" else {"domain": span}
    return axis(*look, range=list(NARROW_MG), dtick=step, tick0=0, showgrid=False, anchor=f"y{end}", **line, **across)


def _upright_axis(choices: CompareChoices, shown: list[Panel], place: int, span: list[float], look: Look) -> dict:
    """The vertical axis of one picture, as high as all groups need or, zoomed, this one; its figures stand where they differ."""
    panel = shown[place]
    of = [panel] if choices.zoom else shown
    placed: dict[str, Any] = {"anchor": f"x{place + 1 if place else ''}"} | (
        {"domain": span} if look.size == "narrow" else {}
    )
    placed["visible"] = not panel.why_empty
    placed["showticklabels"] = look.size == "narrow" or choices.zoom or not place
    if choices.measure == "percent":
        drawn = [row for panel in of for row in panel.rows if row["reliable"]]
        return axis(*look, range=[0, percent_ceiling(drawn)], ticksuffix="%", nticks=5, **placed)
    curves = [panel.curve for panel in of if panel.curve is not None]
    low = min([0.7, *(curve["ci_low"].min() * 0.95 for curve in curves)])
    high = max([1.5, *(curve["ci_high"].max() * 1.05 for curve in curves)])
    ticks = [tick for tick in TICKS_ODDS if low <= tick <= high]
    log = {"type": "log", "range": [math.log10(low), math.log10(high)], "tickvals": ticks}
    return axis(*look, **log, ticktext=[f"{tick:g}" for tick in ticks], **placed)


def _marks(panel: Panel, look: Look) -> list[dict]:
    """The curve with its ribbon, or the fifths with their intervals; the first and the last are named."""
    if panel.curve is not None:
        return lines(panel.curve, panel.n, look, of=panel.label)
    drawn = [row for row in panel.rows if row["reliable"]]
    if not drawn:
        return [{"type": "scatter", "x": [], "y": []}]
    ends = [row for row in drawn if row["quintile"] in (1, 5)]
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"], "position": "top center"}
    named = [percent(row["prevalence"]) for row in ends]
    marks = [points(drawn, look, ids=[row_key(panel.label, _fifth(fifth_or_band(row))) for row in drawn])]
    return [*marks, texts(*_tops(ends), named, **style)] if ends else marks


def _tops(rows: list[Row]) -> tuple[list[float], list[float]]:
    return [row["intake_mean_mg"] for row in rows], [row["ci_high"] * 100 for row in rows]


def _said(panel: Panel, end: str, look: Look) -> list[dict]:
    """The group above its picture, with its people; and why there is nothing, or what is not drawn."""
    color, text = PALETTE[look.mode], TYPE[look.size]
    people = f" · n {number(sum(row['n'] for row in panel.rows))}" if panel.rows else ""
    at = {"xref": f"x{end} domain", "yref": f"y{end} domain"}
    above = note(
        0, 1, f"<b>{panel.label}</b>{people}", **at, yanchor="bottom", yshift=8, color=color["ink"], size=text["small"]
    )
    hidden = sum(not row["reliable"] for row in panel.rows)
    told = panel.why_empty or (f"{hidden} of 5 not drawn: too few" if hidden else "")
    if not told:
        return [above]
    low = {"y": 0.5} if panel.why_empty else {"y": 0.02, "yanchor": "bottom"}
    style = {"color": color["muted"], "size": text["small"], "xanchor": "center", "align": "center"}
    return [above, note(0.5, text=wrapped(told, 28), **at, **low, **style)]


def _intake_name(look: Look) -> dict:
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"], "xref": "paper", "yref": "paper"}
    down = -56 if look.size == "projector" else -30
    return note(0.5, 0, "Magnesium from food that day, mg", xanchor="center", yanchor="top", yshift=down, **style)


# Words -----------------------------------------------------------------------------------------------------------------


def _words(choices: CompareChoices, shown: list[Panel]) -> dict[str, str]:
    outcome = OUTCOMES[choices.outcome]
    counted = (
        "percent in each fifth of the population by intake"
        if choices.measure == "percent"
        else _odds_words(choices, shown)
    )
    scale = (OWN if choices.zoom else SAME) + " " if len(shown) > 1 else ""
    title = compare_title(shown, outcome.name, choices.measure)
    figures = "; ".join(
        f"{panel.label}: {panel.yardstick or panel.why_empty.rstrip('.') or 'too few to say'}" for panel in shown
    )
    told = all(panel.yardstick in title for panel in shown if panel.yardstick) and all(
        panel.yardstick for panel in shown
    )
    named = "" if told else f"At {yardstick_name(choices.measure)}: {figures}."
    return words(
        title=title,
        subtitle=f"{outcome.label}: {counted}, with 95% interval. {scale}{named}".strip(),
        source=source_line(outcome),
        alt=f"{len(shown)} pictures side by side, {outcome.name} by magnesium intake. {_reached(shown)}.",
    )


def _reached(shown: list[Panel]) -> str:
    """Each group's least and most, or why there is nothing of it."""
    return "; ".join(f"{panel.label}: {panel.why_empty.rstrip('.') or panel.reach}" for panel in shown)


def _odds_words(choices: CompareChoices, shown: list[Panel]) -> str:
    adjusted = {adjusted_words(panel.of, choices.adjustment) for panel in shown if panel.of and panel.curve is not None}
    return f"odds ratio against each group's own reference intake ({' or '.join(sorted(adjusted))})"


def compare_title(shown: list[Panel], outcome: str, measure: str) -> str:
    """The yardstick of two groups, or the least and the most of more, with their intervals; no verdict on a difference."""
    what = f"{outcome[0].upper()}{outcome[1:]}"
    plain = fitting(f"{what} by magnesium intake, group by group", "By magnesium intake, group by group")
    told = [panel for panel in shown if panel.yardstick]
    if len(told) < 2 or len(told) != len(shown):
        return plain
    at = f"{what}, {FIFTHS[1]}" if measure == "percent" else f"Odds at {LOW_MG} mg"
    if len(told) == 2:
        said = ", ".join(f"{panel.label.lower()} {panel.yardstick}" for panel in told)
    else:
        least, *_, most = sorted(told, key=lambda panel: panel.size)
        said = f"{least.yardstick} to {most.yardstick}, by group"
    return fitting(f"{at}: {said}", plain)


COMPARE = Exhibit(
    "compare-groups",
    title="Groups side by side, by magnesium intake",
    page="intake-nerves",
    tab="Compare groups",
    choices=CompareChoices,
    table=table,
    figure=figure,
    empty=nothing,
    rests_on=(*PREVALENCE_TABLES, "curves", "curve-tests"),
    sources=sources,
    opens=opens_rows(
        "group-point", "Open a point of a group", _told, "Group", "Point", caveat=CAVEAT, without=HOW_COMPUTED
    ),
    also="small multiples, women and men, ages, diabetes, kidneys, neuropathy, chronic pain, subgroups",
)
