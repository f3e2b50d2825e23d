"""A row a group: estimates with their intervals, shares of people, and what stands beside and in place of them."""

from __future__ import annotations

from operator import itemgetter

import numpy as np

from exhibits.base import Chart, Look
from exhibits.layout import axis, blank, layout, note, texts
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number, percent
from exhibits.row_records import row_key
from exhibits.rows import Row
from exhibits.survey.marks import error_bars

ROW_PX = {"wide": 40, "narrow": 52, "projector": 76}
NAMES_SHARE = 0.25  # of the width, for the names of the rows; a phone has them above
RIGHT_PX = {"wide": 24, "narrow": 24, "projector": 40}  # half of the last figure of the axis
TOO_FEW = "too few to say"
GAP = 0.5  # rows between parts


def shares_chart(
    rows: list[Row], meta: dict, *, estimates: tuple[str, ...], apart: str, top: float, look: Look
) -> Chart:
    """Shares of each group in percent, up to `top`.

    rows: label, n, the column `apart` (rows of one value stand together), and for each of `estimates`, such as
    "usual_share": the proportion, its _low and _high, and "usual_reliable". The last one is filled, one before it hollow.
    """
    places, names, left = group_rows(rows, look, apart=apart)
    data = [
        _shares(rows, name, [place + shift for place in places], look, hollow=name != estimates[-1])
        for name, shift in zip(estimates, (0.1, -0.1) if estimates[1:] else (0,), strict=True)
    ]
    data.append(_words_in_place(rows, reliable(estimates[-1]), places, look))
    plain = layout(
        *look, height=height(rows, look, apart=apart), meta=meta, margin={"b": 24, "t": 4, "r": RIGHT_PX[look.size]}
    )
    plain |= {
        "xaxis": axis(*look, range=[0, top], domain=[left, 1], ticksuffix="%", nticks=6),
        "yaxis": blank(range=[min(places) - 0.6, 0.6]),
        "annotations": names,
    }
    return Chart(data=data, layout=plain)


def _shares(rows: list[Row], name: str, places: list[float], look: Look, *, hollow: bool) -> dict:
    flag, color = reliable(name), PALETTE[look.mode]
    y = [place for place, row in zip(places, rows, strict=True) if row[flag]]
    points = dots(by_flag(rows, flag)[0], name, y, look, unit="%", digits=1, factor=100)
    if hollow:
        points["marker"] |= {"color": color["bg"], "line": {"color": color["series"], "width": 2}}
    return points


def _words_in_place(rows: list[Row], flag: str, places: list[float], look: Look) -> dict:
    """What stands in the place of the shares that may not be shown."""
    y = [place for place, row in zip(places, rows, strict=True) if not row[flag]]
    style = {"color": PALETTE[look.mode]["muted"], "size": TYPE[look.size]["small"]}
    return texts([0] * len(y), y, [f" {TOO_FEW}"] * len(y), **style)


def dots(
    rows: list[Row], name: str, places: list[float], look: Look, *, unit: str, digits: int, factor: float = 1
) -> dict:
    """Estimates `name` with their intervals, `name`_low to `name`_high, told with them and the number of people."""
    values, low, high = (np.array(column(rows, name + end, factor)) for end in ("", "_low", "_high"))
    marker = {"size": TYPE[look.size]["mark"], "color": PALETTE[look.mode]["series"]}
    marks = {"type": "scatter", "mode": "markers", "x": values, "y": places, "marker": marker}
    told = [
        f"{row['label']}: {number(value, digits)}{unit} ({number(start, digits)} to {number(stop, digits)}), n {number(row['n'])}"
        for row, value, start, stop in zip(rows, values, low, high, strict=True)
    ]
    return marks | {
        "error_x": error_bars(values, low, high, look),
        "text": told,
        "ids": [row_key(row["label"]) for row in rows],
        "hovertemplate": "%{text}<extra></extra>",
    }


# Rows ------------------------------------------------------------------------------------------------------------------


def group_rows(rows: list[Row], look: Look, *, apart: str) -> tuple[list[float], list[dict], float]:
    """The y of each row, the names of the rows, and where the plot begins (share of the width)."""
    narrow = look.size == "narrow"
    style = {"xref": "paper", "size": TYPE[look.size]["small"], "color": PALETTE[look.mode]["ink"]}
    places, names, gap = [], [], 0.0
    for position, row in enumerate(rows):
        if position and row[apart] != rows[position - 1][apart]:
            gap += GAP
        top = -position - gap
        names.append(note(0, top + (0.32 if narrow else 0.0), f"{row['label']} · n {number(row['n'])}", **style))
        places.append(top - (0.12 if narrow else 0.0))
    return places, names, 0.0 if narrow else NAMES_SHARE


def height(rows: list[Row], look: Look, *, apart: str) -> int:
    """Pixels that the rows take."""
    return round(ROW_PX[look.size] * (len(rows) + GAP * (len({row[apart] for row in rows}) - 1))) + 50


def by_flag(rows: list[Row], flag: str) -> tuple[list[Row], list[Row]]:
    """The rows with the flag, and those without."""
    return [row for row in rows if row[flag]], [row for row in rows if not row[flag]]


def column(rows: list[Row], name: str, factor: float = 1) -> list[float]:
    """One value of every row, times a factor."""
    return [row[name] * factor for row in rows]


def reliable(share: str) -> str:
    """The flag that belongs to a share: "usual_reliable" to "usual_share"."""
    return share.removesuffix("share") + "reliable"


# Words -----------------------------------------------------------------------------------------------------------------


def range_title(shown: list[Row], share: str, what: str, digits: int = 0, *, of: int) -> str:
    """The least and the most of the groups shown, each with its interval; `of`: how many groups there are."""
    ends = [end(shown, key=itemgetter(share)) for end in (min, max)][: len(shown)]
    said = [share_with_interval(row, share, digits) for row in ends]
    if len(shown) == 1:
        group = "" if of == 1 else " in the one group shown"
    else:
        group = ", by group" if len(shown) == of else ", by group shown"
    return f"{' to '.join(said)} {what}{group}"


def share_with_interval(row: Row, share: str, digits: int = 1) -> str:
    """ "50% (46 to 54)" of the proportion `share` of a row."""
    low, high = (number(row[f"{share}_{end}"] * 100, digits) for end in ("low", "high"))
    return f"{percent(row[share], digits)} ({low} to {high})"


def each_share(shown: list[Row], share: str, digits: int = 1) -> str:
    """Every group with its share and interval, for an alternative text."""
    return "; ".join(f"{row['label']}: {share_with_interval(row, share, digits)}" for row in shown)


def not_shown(hidden: list[Row]) -> str:
    """Names the groups that may not be shown."""
    return f". Not shown, too few to say: {'; '.join(row['label'] for row in hidden)}" if hidden else ""
