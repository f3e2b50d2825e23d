"""The hours to keep between a medicine and magnesium, on the clock of a day."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from data.interactions import BASIS_WORDS, gaps
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import one_of
from exhibits.layout import axis, blank, layout, note, rule, targets, texts, wrapped
from exhibits.medicine_choices import MedicineChoices, no_medicine
from exhibits.palette import LINE_PX, PALETTE, TYPE
from exhibits.row_records import opens_rows, row_key
from exhibits.rows import Row, records
from exhibits.standing import short_names, standing
from exhibits.supplements.shared import PLOT

HEAD_LETTERS = 38  # on a phone, in a line of a medicine's name
HOURS = {str(hour): f"{hour}:00" for hour in range(24)}
WHO = "Advice for, or by"
ASK = "Ask a pharmacist about your own."
NO_HOURS = "Hours do not help here: no source gives a time to keep between these and magnesium."


class DayChoices(MedicineChoices):
    """Which medicines, and when magnesium is taken: `?drug=doxycycline&at=8:00`."""

    at: str = one_of("Magnesium at", HOURS, default="20")


def empty(choices: DayChoices) -> str:
    """Why there is nothing to draw: no medicine, or none that hours help."""
    if none := no_medicine(choices):
        return none
    return NO_HOURS if _gaps(choices.found).empty else ""


def _gaps(keys: tuple[str, ...]) -> pd.DataFrame:
    return gaps()[gaps()["key"].isin(keys)]


# Table -----------------------------------------------------------------------------------------------------------------


def table(choices: DayChoices) -> pd.DataFrame:
    """The hours to keep; an order that a source gives no time for is empty."""
    return _table(choices.found)


@built_once
def _table(keys: tuple[str, ...]) -> pd.DataFrame:
    found = _gaps(keys)
    return pd.DataFrame(
        {
            "Medicine": found["drug"],
            WHO: found["who"],
            "Medicine first: from, hours before magnesium": found["before_low"],
            "Medicine first: to, hours": found["before_high"],
            "Magnesium first: from, hours until medicine": found["after_low"],
            "Magnesium first: to, hours": found["after_high"],
            "What says so": [" ".join(standing(sources)) for sources in found["sources"]],
            "How they are known": found["basis"].map(BASIS_WORDS),
            "Sources": found["sources"].map(short_names),
        }
    )


def _told(choices: DayChoices) -> pd.DataFrame:
    """The same; whose advice it is only where that is not the medicine itself."""
    rows = table(choices)
    return rows.assign(**{WHO: [_whom(row["Medicine"], row[WHO]) for row in records(rows)]})


def _whom(drug: str, who: str) -> str | None:
    return None if who.lower() == drug.lower() else who


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: DayChoices, look: Look) -> Chart:
    """The hours to keep for the medicines found."""
    return _figure(choices.found, int(choices.at), look)


@built_once
def _figure(keys: tuple[str, ...], hour: int, look: Look) -> Chart:
    found = _gaps(keys)
    squares = [standing(sources)[0] for sources in found["sources"]]
    return timeline(found.assign(squares=squares), hour=hour, look=look)


def timeline(found: pd.DataFrame, *, hour: int, look: Look) -> Chart:
    """Hours to keep between medicine and magnesium, on the clock of a day with magnesium at `hour` (0-23).

    Expects drug, who, before_low, before_high, after_low, after_high in hours and squares (how good the source of the row
    is), rows of one drug together; NaN where the source gives no time for that order. Solid: every reading of the advice;
    outlined: only its longer end.
    """
    laid = _lay(records(found), narrow=look.size == "narrow")
    top, bottom = 2.2, laid.bottom + 0.2
    height = round((top - bottom) * LINE_PX[look.size]) + 24
    plain = layout(*look, height=height, meta=_words(found, hour), margin={"b": 24})
    plain |= {
        "xaxis": blank(range=[0, 1]),
        "yaxis": blank(range=[bottom, top]),
        "xaxis2": _clock_axis(found, hour, look),
        "yaxis2": blank(range=[bottom, top], anchor="x2"),
        "plot_bgcolor": "rgba(0,0,0,0)",  # or the second plot hides the names, which on a phone stand in its room
        "barmode": "overlay",
        "shapes": _magnesium(laid, bottom, look),
        "annotations": [_magnesium_name(hour, look)],
    }
    data = [*_bars(laid, look), *_ends(laid, hour, look), _drugs(laid, look), _whose(laid, look)]
    data.append(_records(laid, hour, plain["xaxis2"]["range"]))
    return Chart(data=data, layout=plain)


# Places ----------------------------------------------------------------------------------------------------------------


class _Line(NamedTuple):
    y: float
    who: str  # with squares, where a medicine has several lines
    row: Row


@dataclass
class _Laid:
    """Where everything stands, in lines of words downward from 0."""

    heads: list[tuple[float, str]] = field(default_factory=list)
    lines: list[_Line] = field(default_factory=list)
    bottom: float = 0.0


def _lay(rows: list[Row], *, narrow: bool) -> _Laid:
    """Each medicine with its lines; one with a single line has its squares beside its name."""
    laid = _Laid()
    for drug, part in groupby(rows, key=lambda row: row["drug"]):
        of_drug = list(part)
        several = len(of_drug) > 1
        squares = "" if several else of_drug[0]["squares"]
        name = wrapped(_short(drug), HEAD_LETTERS) if narrow else _short(drug)
        more, said = name.count("<br>"), f"<b>{name}</b> {squares}"
        laid.heads.append((laid.bottom - more / 2, said))
        laid.bottom -= more
        if narrow or several:
            laid.bottom -= 1.0
        for row in of_drug:
            _lay_line(laid, row, several=several, narrow=narrow)
        laid.bottom -= 0.35
    return laid


def _lay_line(laid: _Laid, row: Row, *, several: bool, narrow: bool) -> None:
    named = narrow and several  # on a phone whose advice it is stands above the bar
    who = f"{row['who']} {row['squares']}" if several else ""
    laid.lines.append(_Line(laid.bottom - (0.95 if named else 0), who, row))
    laid.bottom -= 1.95 if named else 1.0


def _clock_axis(found: pd.DataFrame, hour: int, look: Look) -> dict:
    narrow = look.size == "narrow"
    left, right = _reach(found, narrow=narrow)
    ticks = [tick for tick in range(-24, 25, 3 if narrow else 2) if left < tick < right]
    return axis(
        *look,
        range=[left, right],
        domain=[0, 1] if narrow else [0.32, 1],
        anchor="y2",
        tickvals=ticks,
        ticktext=[_clock(hour + tick) for tick in ticks],
    )


def _reach(found: pd.DataFrame, *, narrow: bool) -> tuple[float, float]:
    """Where the axis begins and ends: the longest gaps, but at least 4 and 6 hours, and room for the times beside them."""
    before, after = (found[side].max() for side in ("before_high", "after_high"))
    before, after = max(4, 0 if math.isnan(before) else before), max(6, 0 if math.isnan(after) else after)
    room = (0.32, 0.32) if narrow else (0.19, 0.24)  # shares of the hours shown
    return -before - room[0] * (before + after), after + room[1] * (before + after)


# Marks -----------------------------------------------------------------------------------------------------------------


def _bars(laid: _Laid, look: Look) -> list[dict]:
    """Solid for every reading, outlined for the longer end."""
    sure = [(line.y, -_or_zero(line.row["before_low"]), _or_zero(line.row["after_low"])) for line in laid.lines]
    longer = []
    for y, _, row in laid.lines:
        if row["before_high"] > row["before_low"]:  # never so where neither is given
            longer.append((y, -row["before_high"], -row["before_low"]))
        if row["after_high"] > row["after_low"]:
            longer.append((y, row["after_low"], row["after_high"]))
    parts = (("sure", "quiet", sure), ("longer", "bg", longer))
    return [_spans(name, fill, spans, look) for name, fill, spans in parts if spans]


def _or_zero(hours: float) -> float:
    return 0 if math.isnan(hours) else hours


def _spans(name: str, fill: str, spans: list[tuple[float, float, float]], look: Look) -> dict:
    color = PALETTE[look.mode]
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        **PLOT,
        "x": [end - start for _, start, end in spans],
        "y": [y for y, _, _ in spans],
        "base": [start for _, start, _ in spans],
        "width": 0.55,
        "marker": {"color": color[fill], "line": {"color": color["axis"], "width": 1.5}},
        "hoverinfo": "skip",
    }


def _ends(laid: _Laid, hour: int, look: Look) -> list[dict]:
    """The latest time before and the earliest after, at the cautious end of the advice; the order not given is said."""
    by, since = ("≤", "≥") if look.size == "narrow" else ("by", "from")
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"], **PLOT}
    y = [line.y for line in laid.lines]
    before, after = ([line.row[side] for line in laid.lines] for side in ("before_high", "after_high"))
    latest = ["not given " if math.isnan(hours) else f"{by} {_clock(hour - hours)} " for hours in before]
    earliest = [" not given" if math.isnan(hours) else f" {since} {_clock(hour + hours)}" for hours in after]
    return [
        texts([-_or_zero(hours) for hours in before], y, latest, position="middle left", **style),
        texts([_or_zero(hours) for hours in after], y, earliest, position="middle right", **style),
    ]


def _drugs(laid: _Laid, look: Look) -> dict:
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"]}
    return texts([0] * len(laid.heads), [y for y, _ in laid.heads], [said for _, said in laid.heads], **style)


def _whose(laid: _Laid, look: Look) -> dict:
    """Whose advice each line is; on a phone above its bar."""
    x, up, px = (0, 0.85, "small") if look.size == "narrow" else (0.012, 0, "body")
    style = {"color": PALETTE[look.mode]["muted"], "size": TYPE[look.size][px]}
    return texts(
        [x] * len(laid.lines), [line.y + up for line in laid.lines], [line.who for line in laid.lines], **style
    )


def _records(laid: _Laid, hour: int, across: list[float]) -> dict:
    """Where a pointer finds the medicine of a line: all along the clock, since the times beside a bar belong to it."""
    y, left, right = [line.y for line in laid.lines], *across
    named = [(line.row["drug"], _whom(line.row["drug"], line.row["who"])) for line in laid.lines]
    keys = [row_key(*filter(None, parts)) for parts in named]
    return targets([(left, right)] * len(y), y, 0.9, keys, [_heard(line.row, hour) for line in laid.lines]) | PLOT


def _magnesium(laid: _Laid, bottom: float, look: Look) -> list[dict]:
    """The line at the hour of magnesium; on a phone not through a name."""
    narrow = look.size == "narrow"
    spans = [(line.y - 0.5, line.y + 0.5) for line in laid.lines] if narrow else [(bottom, 1.1)]
    style = {"layer": "above", "xref": PLOT["xaxis"], "yref": PLOT["yaxis"]}
    return [rule(0, 0, *span, PALETTE[look.mode]["series"], TYPE[look.size]["line"], **style) for span in spans]


def _magnesium_name(hour: int, look: Look) -> dict:
    style = {"color": PALETTE[look.mode]["series"], "size": TYPE[look.size]["body"], "bold": True}
    place = {"xanchor": "center", "xref": PLOT["xaxis"], "yref": PLOT["yaxis"]}
    return note(0, 1.6, f"Magnesium {_clock(hour)}", **place, **style)


# Words -----------------------------------------------------------------------------------------------------------------


def _short(drug: str) -> str:
    return drug.split(" (")[0]


def _clock(hour: float) -> str:
    """ "20:00", "19:30"; the day goes round."""
    minutes = round(hour * 60) % (24 * 60)
    return f"{minutes // 60}:{minutes % 60:02d}"


def _words(found: pd.DataFrame, hour: int) -> dict[str, str]:
    title, drugs = _title(found, hour), found["drug"].nunique()
    medicines = f"{drugs} {'medicine' if drugs == 1 else 'medicines'}"
    heard = "; ".join(_heard(row, hour) for row in records(found))
    return words(
        title=title,
        subtitle="Keep the medicine out of the bar. Solid: every reading of the advice; outlined: its longer, more cautious end. "
        "Where sources differ, each has a row. “Not given”: the source names no time for that order. Squares: what says so, ■■■ a label, "
        "regulator, guideline or study, ■■□ a reference page, ■□□ a weak page.",
        source=f"product texts and guides, those of each medicine named in its row of the table. {ASK}",
        alt=f"Timeline of {medicines} round magnesium at {_clock(hour)}. {title}. {heard}.",
    )


def _title(found: pd.DataFrame, hour: int) -> str:
    before, after = found["before_high"].max(), found["after_high"].max()
    ends = [] if math.isnan(before) else [f"from {_clock(hour - before)}"]
    ends += [] if math.isnan(after) else [f"to {_clock(hour + after)}"]
    which = "the gaps reach" if len(found) > 1 else "the gap runs"
    return f"With magnesium at {_clock(hour)}, {which} {' '.join(ends)}"


def _heard(row: Row, hour: int) -> str:
    before = "" if math.isnan(row["before_high"]) else f" by {_clock(hour - row['before_high'])}"
    after = "" if math.isnan(row["after_high"]) else f" from {_clock(hour + row['after_high'])}"
    return f"{_short(row['drug'])}, {row['who']}:{' or'.join(filter(None, (before, after)))}"


def sources(choices: DayChoices) -> tuple[str, ...]:
    """Of the hours drawn."""
    return tuple(dict.fromkeys(source for each in _gaps(choices.found)["sources"] for source in each))


DAY = Exhibit(
    "day",
    title="Hours to keep between a medicine and magnesium",
    page="supplements",
    tab="Interactions",
    choices=DayChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("interactions",),
    sources=sources,
    opens=opens_rows("medicine", "Open a medicine", _told, "Medicine", WHO, caveat=ASK),
    also="timing, when to take magnesium, hours apart, antibiotics, bisphosphonates, levothyroxine, before or after",
)
