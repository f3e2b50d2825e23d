"""A reader's guess beside the data, and published figures beside ours."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from components.captions import number, percent
from components.charts.base import PALETTE, TYPE, Chart, axis, blank, layout, note, rule, texts, words, wrapped
from components.charts.survey import CAVEAT, HEIGHT, is_very_uncertain, margin, points
from components.rows import records
from components.survey_words import band_words

FIFTHS = ("lowest", "second", "middle", "fourth", "highest")
MET = (
    ". Met: inside our interval in each analysis of ours, and both intervals leave 1 out or neither does. Not met is not the same "
    "as shown to differ"
)
TICKS_RATIO = (0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5, 2, 3, 4, 6)
AXIS_END = 62  # percent: just above the highest guess, so that the axis stays where it is at the reveal


def guess_chart(
    rows: pd.DataFrame,
    guesses: tuple[int, ...],
    *,
    revealed: bool,
    outcome: str,
    who: str,
    source: str,
    mode: str,
    size: str = "wide",
) -> go.Figure:
    """The reader's guess (percent, one for each fifth) and, once revealed, the data with their intervals.

    rows: as for `prevalence_chart`, by fifth. Before the reveal nothing of them is in the figure.
    """
    color, text = PALETTE[mode], TYPE[size]
    fifths = records(rows)
    may_show = [row for row in fifths if row["reliable"]]
    shown = may_show if revealed else []
    names = list(FIFTHS)
    if size != "narrow":
        names = [f"{name}<br>{band_words(row)}" for name, row in zip(names, fifths, strict=True)]
    told = ", ".join(f"{guess}%" for guess in guesses)
    data_words = "; ".join(f"{FIFTHS[row['quintile'] - 1]} {percent(row['prevalence'])}" for row in shown)
    meta = words(
        title="Your guess beside the data" if revealed else f"Your guess: {outcome} by magnesium intake",
        subtitle=f"Percent with {outcome} in each fifth of magnesium intake; {who}. Dashed: your guess"
        + (". Violet: the data, with 95% interval" if revealed else ""),
        source=f"{source}. Our own analysis. {CAVEAT}" if revealed else "your own guess; the data are not shown yet.",
        alt=f"Your guess from the lowest to the highest fifth of intake: {told}."
        + (f" The data: {data_words}." if revealed else ""),
    )
    dashed = {"color": color["ink"], "width": text["line"], "dash": "dash"}
    hollow = {"size": text["mark"] + 2, "color": color["bg"], "line": {"color": color["ink"], "width": 2}}
    line = {"type": "scatter", "mode": "lines+markers", "x": list(range(5)), "y": list(guesses)}
    data = [line | {"line": dashed, "marker": hollow, "hovertemplate": "your guess %{y}%<extra></extra>"}]
    small = {"size": text["small"], "yanchor": "bottom"}
    named = {"xref": "paper", "yref": "paper", "color": color["ink"], "bold": True, "yshift": 8}
    notes = [
        note(0, 1, "Percent", size=text["body"], yanchor="bottom", **named),
        note(0, guesses[0], "your guess", color=color["ink"], bold=True, xanchor="left", xshift=12, yshift=2, **small),
    ]
    if revealed:
        places = [row["quintile"] - 1 + 0.08 for row in shown]
        data.append(points(shown, mode, size, x=places))
        heights = [row["prevalence"] * 100 for row in shown]
        shares = [
            percent(row["prevalence"]) + ("<br>  very uncertain" if is_very_uncertain(row) else "") for row in shown
        ]
        look = {"color": color["series"], "size": text["small"], "position": "middle right"}
        data.append(texts([place + 0.02 for place in places], heights, shares, **look))
        for row in fifths:
            if row["reliable"]:
                continue
            why = "Interval<br>too wide" if "interval" in row["flag"] else "Too few<br>to say"
            said = f"{why}<br>({number(row['n'])})"
            notes.append(note(row["quintile"] - 1, 0, said, color=color["muted"], xanchor="center", yshift=4, **small))
    highest = max((row["ci_high"] * 100 for row in may_show), default=0)
    top = 100 if max(highest, *guesses) > AXIS_END else AXIS_END  # the same before and after the reveal
    built = layout(mode, size, height=HEIGHT[size], meta=meta, margin=margin(size)) | {
        "xaxis": axis(mode, size, range=[-0.45, 4.45], tickvals=list(range(5)), ticktext=names, showgrid=False),
        "yaxis": axis(mode, size, range=[0, top], ticksuffix="%", nticks=6),
        "annotations": notes,
    }
    return Chart(data=data, layout=built)


def benchmark_chart(rows: pd.DataFrame, *, unit: str, mode: str, size: str = "wide") -> go.Figure:
    """Published figures (hollow) above ours (filled), with the intervals that are known.

    rows: study, what, published, published_low, published_high, ours, ours_low, ours_high, all in one `unit`, "percent"
    or "odds ratio".
    """
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    ratio = unit == "odds ratio"
    digits = 2 if ratio else 1
    pairs = "; ".join(
        f"{row.study}, {row.what}: {as_printed(row.published)} and {number(row.ours, digits)}"
        for row in rows.itertuples()
    )
    meta = words(
        title=_benchmark_title(rows, ratio=ratio),
        subtitle=f"{'Odds ratios' if ratio else 'Percent of people'}; hollow: as published; violet: our own analysis of the same "
        f"public files; with 95% intervals where they are known{MET if ratio else ''}",
        source="the studies named, and NHANES public-use files in our own analysis.",
        alt=f"Pairs of points, published and ours. {pairs}.",
    )
    data, notes = [], []
    for kind, shift in (("published", -0.08), ("ours", -0.3)):
        shade = color["ink"] if kind == "published" else color["series"]
        error = {"type": "data", "symmetric": False, "width": 0, "color": shade, "thickness": text["line"]}
        error |= {"array": rows[f"{kind}_high"] - rows[kind], "arrayminus": rows[kind] - rows[f"{kind}_low"]}
        marker = {"size": text["mark"], "color": color["bg"] if kind == "published" else shade}
        marker |= {"line": {"color": shade, "width": 2}}
        where = {"x": rows[kind], "y": [-position + shift for position in range(len(rows))], "error_x": error}
        dots = {"type": "scatter", "mode": "markers", "marker": marker, **where}
        data.append(dots | {"hovertemplate": f"{kind} %{{x:.{digits}f}}<extra></extra>"})
    for position, row in enumerate(rows.itertuples()):
        look = {"size": text["small"], "xref": "paper", "yanchor": "bottom"}
        name = wrapped(f"{row.study}: {row.what}", 50 if narrow else 110)
        notes.append(note(0, -position + 0.08, name, color=color["ink"], **look))
        if not narrow:
            said = f"published {as_printed(row.published)} · ours {number(row.ours, digits)}"
            notes.append(note(1, -position + 0.08, said, color=color["muted"], xanchor="right", **look))
    ends = rows[["published_low", "ours_low", "published", "ours", "published_high", "ours_high"]]
    low, high = ends.min(axis=None), ends.max(axis=None)
    along = {"range": [0, high * 1.1], "ticksuffix": "%", "nticks": 6}
    if ratio:
        ticks = [tick for tick in TICKS_RATIO if low * 0.9 <= tick <= high * 1.1]
        along = {"type": "log", "range": [math.log10(low * 0.95), math.log10(high * 1.05)]}
        along |= {"tickvals": ticks, "ticktext": [f"{tick:g}" for tick in ticks]}
    row_px = {"wide": 66, "narrow": 84, "projector": 120}[size]
    built = layout(mode, size, height=row_px * len(rows) + 40, meta=meta, margin={"b": 24, "t": 4, "r": 4}) | {
        "xaxis": axis(mode, size, **along),
        "yaxis": blank(range=[-len(rows) + 0.45, 0.7]),
        "shapes": [rule(1, 1, -len(rows) + 0.45, 0.6, color["axis"], 1.25)] if ratio else [],
        "annotations": notes,
    }
    return Chart(data=data, layout=built)


def as_printed(value: float) -> str:
    """A published figure with no more digits than were printed: "0.7", "66", "13,434"."""
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def _benchmark_title(rows: pd.DataFrame, *, ratio: bool) -> str:
    """How many published figures ours meet; one that several analyses of ours redo counts once, and all must meet it."""
    met = (rows["ours_low"] <= rows["published"]) & (rows["published"] <= rows["ours_high"])
    if ratio:
        theirs, ours = ((rows[f"{kind}_low"] > 1) | (rows[f"{kind}_high"] < 1) for kind in ("published", "ours"))
        met &= theirs == ours
    same_figure = [
        rows["study"],
        rows["what"].where(~rows["what"].str.contains("weighted to the population")).ffill(),
        *(rows[part] for part in ("published", "published_low", "published_high")),
    ]
    each = met.groupby(same_figure, dropna=False).all()
    count = f"All {len(each)}" if each.all() and len(each) > 1 else f"{int(each.sum())} of {len(each)}"
    if not ratio:
        return f"{count} published figures lie inside our interval"
    missed = int((~each).sum())
    return f"{count} published odds ratios are met" + (
        f", {missed} {'is' if missed == 1 else 'are'} not" if missed else ""
    )
