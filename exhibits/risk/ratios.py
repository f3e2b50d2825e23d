"""Odds ratios and relative risks of low blood magnesium that came with an interval, each comparison on its own axis."""

from __future__ import annotations

import math
import re
from typing import Any, NamedTuple

import pandas as pd

from data.risk import ratios
from data.serum import Unit
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.layout import axis, blank, layout, note, rule, wrapped
from exhibits.palette import LINE_PX, PALETTE, TYPE
from exhibits.risk.selection import GroupChoices, no_group
from exhibits.row_records import opens_rows, row_key
from exhibits.rows import Row, records
from exhibits.sentences import inside, listed
from exhibits.standing import short_names
from exhibits.units import table_in

MEASURES = {"odds_ratio": "Odds ratio", "relative_risk": "Relative risk"}
TICKS = (0.5, 1, 2, 4, 8, 16)
OPEN_END = 1.55  # how far, as a factor, the dots run past an estimate whose upper bound is unknown
PEOPLE = re.compile(r"\d (adults|people|patients)")
ASSOCIATIONS = "Associations in people studied; cut-offs and adjustments differ."
NO_INTERVAL = "No ratio of low blood magnesium with an interval was read for these groups."


def empty(choices: GroupChoices) -> str:
    """Why there is nothing to draw."""
    if none := no_group(choices):
        return none
    return NO_INTERVAL if _low(choices.found)["ci_low"].isna().all() else ""


# Table -----------------------------------------------------------------------------------------------------------------


def table(choices: GroupChoices) -> pd.DataFrame:
    """Every ratio of the groups found; bounds that were not on the page read are empty, and that is said."""
    return table_in(_table(choices.found), choices.unit)


@built_once
def _table(keys: tuple[str, ...]) -> pd.DataFrame:
    found = _rows(keys)
    return pd.DataFrame(
        {
            "Group": found["name"],
            "What it says": found["statement"],
            "Measure": found["measure"],
            "Compared": found["compares"],
            "Ratio": found["ratio"],
            "95% interval from": found["ci_low"],
            "to": found["ci_high"],
            "Remark": [_unread(low, high) for low, high in zip(found["ci_low"], found["ci_high"], strict=True)],
            "Source": found["study"],
        }
    )


def _unread(low: float, high: float) -> str | None:
    """What of an interval was not on the page read, in words; None for a whole one."""
    if pd.isna(low):
        return "no interval on the page read"
    return "upper bound not read" if pd.isna(high) else None


@built_once
def _rows(keys: tuple[str, ...]) -> pd.DataFrame:
    found = ratios()[ratios()["group"].isin(keys)]
    return found.assign(study=found["sources"].map(short_names), measure=found["measure"].map(MEASURES))


@built_once
def _low(keys: tuple[str, ...]) -> pd.DataFrame:
    """Those of low blood magnesium."""
    found = _rows(keys)
    return found[found["outcome"] == "low"]


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: GroupChoices, look: Look) -> Chart:
    """The ratios of the groups found that came with an interval."""
    return _figure(choices.found, choices.unit, look)


@built_once
def _figure(keys: tuple[str, ...], unit: Unit, look: Look) -> Chart:
    return ratio_chart(table_in(_low(keys), unit), look=look)


def ratio_chart(found: pd.DataFrame, *, look: Look) -> Chart:
    """Ratios with a 95% interval, a panel with its own log axis for each measure and comparison.

    Expects name, study, measure ("Odds ratio"), compares, ratio, ci_low, ci_high; rows without any bound are counted
    in the words and not drawn. An upper bound that is missing is drawn as dots that lead on, and said. At least
    one row must have a lower bound.
    """
    drawn = found[found["ci_low"].notna()]
    panels, across = _panels(drawn, look), _across(drawn, look)
    total, start = sum(panel.tall for panel in panels), 0.0
    plain = layout(*look, height=round(total * LINE_PX[look.size]), meta=_words(found, drawn))
    data, notes, shapes = [], [], []
    for panel in panels:
        span = (1 - (start + panel.tall) / total, 1 - start / total)
        plain |= _axes(panel, across, (span[0] + panel.foot * 0.75 / total, span[1]))
        data += _intervals(panel, look)
        notes += [_heading(panel, look), *_labels(panel, look)]
        shapes += _ones(panel, look)
        start += panel.tall
    return Chart(data=data, layout=plain | {"annotations": notes, "shapes": shapes})


class _Panel(NamedTuple):
    """One measure and comparison; heights in lines of words, downward from 0."""

    axis: str  # the end of the names of its axes: "", "2", "3"
    title: str
    rows: list[Row]
    at: list[float]  # the place of each row
    deep: float  # head and rows
    head: float
    foot: float

    @property
    def tall(self) -> float:
        """With the numbers below the axis."""
        return self.deep + self.foot


def _panels(drawn: pd.DataFrame, look: Look) -> list[_Panel]:
    step, head, foot, first = (3.1, 1.3, 1.5, 2.2) if look.size == "narrow" else (1.0, 1.5, 1.4, 0.3)
    return [
        _Panel(
            axis="" if number == 0 else str(number + 1),
            title=f"{measure}, {compares}",
            rows=records(part),
            at=[-(head + step * row + first) for row in range(len(part))],
            deep=head + step * len(part),
            head=head,
            foot=foot,
        )
        for number, ((measure, compares), part) in enumerate(drawn.groupby(["measure", "compares"], sort=False))
    ]


def _across(drawn: pd.DataFrame, look: Look) -> dict[str, Any]:
    """The log axis that all panels repeat, wide enough for every bound and for 1."""
    narrow = look.size == "narrow"
    low = min(0.9, drawn["ci_low"].min() / 1.1)
    high = max(2.2, drawn["ci_high"].fillna(drawn["ratio"] * OPEN_END).max() * 1.12)
    ticks = [tick for tick in TICKS if low <= tick <= high]
    return axis(
        *look,
        type="log",
        range=[math.log10(low), math.log10(high)],
        domain=[0, 1] if narrow else [0.4, 0.76],
        showgrid=not narrow,
        tickvals=ticks,
        ticktext=[f"{tick:g}" for tick in ticks],
    )


def _axes(panel: _Panel, across: dict[str, Any], domain: tuple[float, float]) -> dict[str, dict]:
    down = blank(range=[-panel.deep, 0], domain=list(domain), anchor=f"x{panel.axis}")
    return {f"xaxis{panel.axis}": {**across, "anchor": f"y{panel.axis}"}, f"yaxis{panel.axis}": down}


# Marks -----------------------------------------------------------------------------------------------------------------


def _intervals(panel: _Panel, look: Look) -> list[dict]:
    """A square with its interval for each row; dots and an arrowhead where the upper bound was not read."""
    color, text = PALETTE[look.mode], TYPE[look.size]
    on = {"type": "scatter", "xaxis": f"x{panel.axis}", "yaxis": f"y{panel.axis}", "hoverinfo": "skip"}
    ink = {"color": color["ink"], "width": text["line"]}
    solid, dots = _lines(panel)
    parts = [{**on, **solid, "mode": "lines", "name": "interval", "line": ink}]
    if dots["x"]:
        arrows = {"symbol": "arrow-right", "size": [0, text["mark"], 0] * (len(dots["x"]) // 3), "color": color["ink"]}
        line = {**ink, "dash": "dot"}
        parts.append({**on, **dots, "mode": "lines+markers", "name": "open", "line": line, "marker": arrows})
    return [*parts, {**on, **_estimates(panel, look)}]


def _lines(panel: _Panel) -> tuple[dict[str, list], dict[str, list]]:
    """From bound to bound; and from the estimate on where the upper one is open."""
    solid: dict[str, list] = {"x": [], "y": []}
    dots: dict[str, list] = {"x": [], "y": []}
    for y, row in zip(panel.at, panel.rows, strict=True):
        closed = not math.isnan(row["ci_high"])
        solid["x"] += [row["ci_low"], row["ci_high"] if closed else row["ratio"], None]
        solid["y"] += [y, y, None]
        if not closed:
            dots["x"] += [row["ratio"], row["ratio"] * OPEN_END, None]
            dots["y"] += [y, y, None]
    return solid, dots


def _estimates(panel: _Panel, look: Look) -> dict[str, Any]:
    color, edge = PALETTE[look.mode], {"color": PALETTE[look.mode]["ink"], "width": 2}
    return {
        "mode": "markers",
        "name": "estimate",
        "x": [row["ratio"] for row in panel.rows],
        "y": panel.at,
        "marker": {"symbol": "square", "size": TYPE[look.size]["mark"] + 3, "color": color["bg"], "line": edge},
        "ids": [row_key(row["name"], row["study"], str(row["ratio"])) for row in panel.rows],
        "hoverinfo": "all",
        "text": [_hover(row) for row in panel.rows],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _hover(row: Row) -> str:
    """The interval and the sentence of the source, which names the people where their number was read, or that it was not."""
    people = "" if PEOPLE.search(row["statement"]) else "<br>number of people: not on the page read"
    return f"{row['name']}: <b>{_figures(row)}</b><br>{wrapped(row['statement'], 46)}<br>{row['study']}{people}"


def _ones(panel: _Panel, look: Look) -> list[dict]:
    """The line of no difference; on a phone not through words."""
    narrow = look.size == "narrow"
    spans = [(y - 0.5, y + 0.4) for y in panel.at] if narrow else [(-panel.deep, -panel.head + 0.4)]
    on = {"xref": f"x{panel.axis}", "yref": f"y{panel.axis}"}
    return [rule(1, 1, *span, PALETTE[look.mode]["muted"], 1.5, **on) for span in spans]


def _heading(panel: _Panel, look: Look) -> dict:
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"], "bold": True}
    return note(0, -0.6, panel.title, xref="paper", yref=f"y{panel.axis}", **style)


def _labels(panel: _Panel, look: Look) -> list[dict]:
    """Who and which study on the left, the figures on the right; on a phone both above the interval.

    A projector's letters leave no room for the design of the study, which the table has.
    """
    color, text = PALETTE[look.mode], TYPE[look.size]
    on, notes = {"color": color["ink"], "xref": "paper", "yref": f"y{panel.axis}"}, []
    for y, row in zip(panel.at, panel.rows, strict=True):
        quiet = f"<span style='color:{color['muted']}'>· "
        if look.size == "narrow":
            study, _, design = row["study"].replace(" and others", "").rpartition(", ")
            first, second = f"{row['name']} {quiet}{study}</span>", f"<b>{_figures(row)}</b> {quiet}{design}</span>"
            notes.append(note(0, y + 1.75, first, size=text["body"], **on))
            notes.append(note(0, y + 0.85, second, size=text["small"], **on))
        else:
            large = look.size == "projector"
            study = row["study"].replace(" and others", "").rpartition(", ")[0] if large else row["study"]
            notes.append(note(0.012, y, f"{row['name']} {quiet}{study}</span>", size=text["body"], **on))
            notes.append(note(0.79, y, _figures(row), size=text["body"], **on))
    return notes


# Words -----------------------------------------------------------------------------------------------------------------


def _figures(row: Row) -> str:
    """ "1.78 (1.08 to 2.92)", halves rounded up as in print; "3.14 (1.67 to not read)"."""
    value, low, high = (f"{row[part] + 1e-9:.2f}" for part in ("ratio", "ci_low", "ci_high"))
    return f"{value} ({low} to {'not read' if math.isnan(row['ci_high']) else high})"


def _words(found: pd.DataFrame, drawn: pd.DataFrame) -> dict[str, str]:
    title = _title(drawn)
    return words(
        title=title,
        subtitle=Worded(
            plain="How many times as often blood magnesium is low in users, as a ratio with 95% interval, on a log scale. 1 means no "
            f"difference. Each comparison has its own axis. The poolings share some of their studies.{_not_drawn(found, drawn)}",
            clinical="Ratio of hypomagnesemia in users (95% CI), log scale; 1 is no difference. Each comparison has its own axis; the pooled "
            f"estimates share some of their studies.{_not_drawn(found, drawn)}",
        ),
        source=f"{'; '.join(dict.fromkeys(drawn['study']))}. {ASSOCIATIONS}",
        alt=f"Intervals of {len(drawn)} ratios of low blood magnesium. {title}. {_extremes(drawn)}."
        + (" One upper bound is unknown." if drawn["ci_high"].isna().any() else ""),
    )


def _extremes(drawn: pd.DataFrame) -> str:
    """The smallest and the largest ratio with their intervals."""
    ends = records(drawn.sort_values("ratio"))
    told = [f"{_figures(row)}, {_inside(row['name'])}" for row in (ends[0], ends[-1])[: len(ends)]]
    return f"From {told[0]}, to {told[1]}" if told[1:] else f"It is {told[0]}"


def _title(drawn: pd.DataFrame) -> str:
    count, above = len(drawn), int((drawn["ci_low"] > 1).sum())
    if count == 1:
        figures = _figures(records(drawn)[0]).replace("not read", "an upper bound not read")
        return f"Low blood magnesium: ratio {figures} in users of these medicines"
    which = f"all {count}" if above == count else f"{above} of {count}"
    return f"{_whose(drawn['name'])}: {which} intervals lie above 1"


def _whose(names: pd.Series) -> str:
    """The medicines drawn, each once: "Thiazide diuretics and proton pump inhibitors"."""
    first, *rest = dict.fromkeys(names)
    return listed([first, *map(_inside, rest)])


def _inside(name: str) -> str:
    """A medicine's name inside a sentence; "PPI" keeps its capitals."""
    return name if name[:2].isupper() else inside(name)


def _not_drawn(found: pd.DataFrame, drawn: pd.DataFrame) -> str:
    """That a bound is open, and how many ratios came without any."""
    more = ""
    if drawn["ci_high"].isna().any():
        more = " “Not read” and dots: the upper bound was not on the page we read, so no whole interval is drawn."
    if left_out := len(found) - len(drawn):
        told = "ratio came" if left_out == 1 else "ratios came"
        more += f" {left_out} more {told} without any interval: in the table, not drawn."
    return more


def sources(choices: GroupChoices) -> tuple[str, ...]:
    """Of each ratio in the table."""
    return tuple(dict.fromkeys(source for each in _rows(choices.found)["sources"] for source in each))


RISK_RATIOS = Exhibit(
    "risk-ratios",
    title="Ratios of low blood magnesium, with their intervals",
    page="risk-groups",
    tab="Groups",
    choices=GroupChoices,
    table=table,
    figure=figure,
    empty=empty,
    opens=opens_rows("ratio", "Open a ratio", table, "Group", "Source", "Ratio", caveat=ASSOCIATIONS),
    rests_on=("risk_groups",),
    sources=sources,
    also="odds ratio, relative risk, thiazides, proton pump inhibitors, forest plot, confidence interval",
)
