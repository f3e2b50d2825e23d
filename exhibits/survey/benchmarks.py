"""Published figures beside ours, where ours have an interval."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import pandas as pd

from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.layout import axis, blank, layout, note, rule, wrapped
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number
from exhibits.row_records import opens_rows, row_key
from exhibits.rows import Row, records
from exhibits.survey.marks import error_bars
from exhibits.survey.published import SOURCE, in_words
from exhibits.survey.published import table as every_figure
from exhibits.survey.studies import SUBJECTS, SubjectChoices, as_printed, published_rows, sources

MET = (
    ". Met: inside our interval in each analysis of ours, and both intervals leave 1 out or neither does. Not met is not the same "
    "as shown to differ"
)
OURS = "Ours is our own analysis of the same public files; what differs is told above."
TICKS_RATIO = (0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5, 2, 3, 4, 6)
ROW_PX = {"wide": 66, "narrow": 84, "projector": 120}


def empty(choices: SubjectChoices) -> str:
    """Why there is nothing to draw: none of ours has an interval."""
    if len(_drawn(choices.subject)):
        return ""
    subject = SUBJECTS[choices.subject].label.lower()
    return f"None of our figures on {subject} with a published one beside it has an interval, so none is drawn here."


@built_once
def _drawn(subject: str) -> pd.DataFrame:
    rows = published_rows(subject)
    return rows[rows["ours_low"].notna()].reset_index(drop=True)


def table(choices: SubjectChoices) -> pd.DataFrame:
    """All published figures, drawn or not."""
    return every_figure(choices)


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: SubjectChoices, look: Look) -> Chart:
    """The pairs of a subject."""
    return _figure(choices.subject, look)


@built_once
def _figure(subject: str, look: Look) -> Chart:
    rows = _drawn(subject)
    return benchmark_chart(rows, unit=rows["unit"].iloc[0], look=look)


def benchmark_chart(rows: pd.DataFrame, *, unit: str, look: Look) -> Chart:
    """Published figures (hollow) above ours (filled), with the intervals that are known.

    rows: study, what, published, published_low, published_high, ours, ours_low, ours_high, all in one `unit`, "percent"
    or "odds ratio".
    """
    ratio = unit == "odds ratio"
    digits, bottom = 2 if ratio else 1, -len(rows) + 0.45
    notes = [said for place, row in enumerate(rows.itertuples()) for said in _row_notes(row, -place, digits, look)]
    height, meta = ROW_PX[look.size] * len(rows) + 40, _words(rows, digits, ratio=ratio)
    plain = layout(*look, height=height, meta=meta, margin={"b": 24, "t": 4, "l": 14, "r": 4})
    plain |= {
        "xaxis": axis(*look, **_along(rows, ratio=ratio)),
        "yaxis": blank(range=[bottom, 0.7]),
        "shapes": [rule(1, 1, bottom, 0.6, PALETTE[look.mode]["axis"], 1.25)] if ratio else [],
        "annotations": notes,
    }
    return Chart(data=[_points(rows, kind, digits, look) for kind in ("published", "ours")], layout=plain)


def _points(rows: pd.DataFrame, kind: str, digits: int, look: Look) -> dict:
    color = PALETTE[look.mode]
    shade, shift = ("ink", -0.08) if kind == "published" else ("series", -0.3)
    marker = {"size": TYPE[look.size]["mark"], "color": color["bg" if kind == "published" else shade]}
    return {
        "type": "scatter",
        "mode": "markers",
        "marker": marker | {"line": {"color": color[shade], "width": 2}},
        "x": rows[kind],
        "y": [-position + shift for position in range(len(rows))],
        "error_x": error_bars(rows[kind], rows[f"{kind}_low"], rows[f"{kind}_high"], look, shade),
        "ids": [row_key(row["study"], row["what"]) for row in rows.to_dict("records")],
        "text": [_told(row, kind, digits) for row in rows.to_dict("records")],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _told(row: Row, kind: str, digits: int) -> str:
    """ "ours 11.5 (9.4 to 13.9)"; an interval that was not published is not made up, and neither are people."""
    return f"{kind} {_figure_of(row, kind, digits)}<br>people: in its own study"


def _figure_of(row: Row, kind: str, digits: int) -> str:
    """ "11.5 (9.4 to 13.9)"."""
    low, high = row[f"{kind}_low"], row[f"{kind}_high"]
    told = as_printed if kind == "published" else partial(number, digits=digits)
    known = f" ({told(low)} to {told(high)})" if pd.notna(low) else " (no interval published)"
    return f"{told(row[kind])}{known}"


def _row_notes(row: Any, place: float, digits: int, look: Look) -> list[dict]:
    """Study and what above the pair, and the two figures at the right where there is room."""
    color, narrow = PALETTE[look.mode], look.size == "narrow"
    style = {"size": TYPE[look.size]["small"], "xref": "paper", "yanchor": "bottom"}
    named = wrapped(f"{row.study}: {row.what}", 50 if narrow else 110)
    name = note(0, place + 0.08, named, color=color["ink"], **style)
    if narrow:
        return [name]
    said = f"published {as_printed(row.published)} · ours {number(row.ours, digits)}"
    return [name, note(1, place + 0.08, said, color=color["muted"], xanchor="right", **style)]


def _along(rows: pd.DataFrame, *, ratio: bool) -> dict:
    """The axis: percent from zero, or odds ratios on a log scale."""
    ends = rows[["published_low", "ours_low", "published", "ours", "published_high", "ours_high"]]
    low, high = ends.min(axis=None), ends.max(axis=None)
    if not ratio:
        return {"range": [0, high * 1.1], "ticksuffix": "%", "nticks": 6}
    ticks = [tick for tick in TICKS_RATIO if low * 0.9 <= tick <= high * 1.1]
    log = {"type": "log", "range": [math.log10(low * 0.95), math.log10(high * 1.05)]}
    return log | {"tickvals": ticks, "ticktext": [f"{tick:g}" for tick in ticks]}


# Words -----------------------------------------------------------------------------------------------------------------


def _words(rows: pd.DataFrame, digits: int, *, ratio: bool) -> dict[str, str]:
    pairs = "; ".join(
        f"{row['study']}, {row['what']}: {_figure_of(row, 'published', digits)} and {_figure_of(row, 'ours', digits)}"
        for row in records(rows)
    )
    return words(
        title=_title(rows, ratio=ratio),
        subtitle=f"{'Odds ratios' if ratio else 'Percent of people'}; hollow: as published; violet: our own analysis of the same "
        f"public files; with 95% intervals where they are known{MET if ratio else ''}",
        source=SOURCE,
        alt=f"Pairs of points, published and ours. {pairs}.",
    )


def _title(rows: pd.DataFrame, *, ratio: bool) -> str:
    """How many published figures ours meet; one that several analyses of ours redo counts once, and all must meet it."""
    each = _met(rows, ratio=ratio)
    count = f"All {len(each)}" if each.all() and len(each) > 1 else f"{int(each.sum())} of {len(each)}"
    if not ratio:
        return f"{count} published figures lie inside our interval"
    missed = int((~each).sum())
    return f"{count} published odds ratios are met" + (
        f", {missed} {'is' if missed == 1 else 'are'} not" if missed else ""
    )


def _met(rows: pd.DataFrame, *, ratio: bool) -> pd.Series:
    """Whether ours meet each published figure: inside our interval and, of odds ratios, agreed on excluding 1."""
    met = (rows["ours_low"] <= rows["published"]) & (rows["published"] <= rows["ours_high"])
    if ratio:
        theirs, ours = ((rows[f"{kind}_low"] > 1) | (rows[f"{kind}_high"] < 1) for kind in ("published", "ours"))
        met &= theirs == ours
    same_figure = [
        rows["study"],
        rows["what"].where(~rows["what"].str.contains("weighted to the population")).ffill(),
        *(rows[part] for part in ("published", "published_low", "published_high")),
    ]
    return met.groupby(same_figure, dropna=False).all()


BENCHMARKS = Exhibit(
    "benchmarks",
    title="Published figures beside ours, with intervals",
    page="intake-nerves",
    tab="Published figures",
    choices=SubjectChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("benchmarks",),
    sources=sources,
    also="replication, can our reading be trusted, Gregg 2004, Hicks 2020, Tarleton 2020, Hu 2020",
    opens=opens_rows("figure", "Open a published figure", in_words, "Study", "What", caveat=OURS),
)
