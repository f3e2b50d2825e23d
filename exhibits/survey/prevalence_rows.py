"""Prevalences lying down, a row each: for a phone where words must stand in the place of points, or steps are many."""

from __future__ import annotations

from exhibits.base import Chart, Look
from exhibits.layout import axis, blank, layout, note, rule, wrapped
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number, percent
from exhibits.rows import Row
from exhibits.survey.marks import fifth_keys, percent_ceiling, points
from exhibits.survey.sentences import band_words, is_very_uncertain, too_few

ROW_PX = 62


def lying_rows(rows: list[Row], meta: dict, look: Look, unit: str = " mg") -> Chart:
    """Each row's intake and figure above its point, with its interval along x; words where there is no point."""
    shown = [row for row in rows if row["reliable"]]
    places = [-position - 0.12 for position, row in enumerate(rows) if row["reliable"]]
    grid = PALETTE[look.mode]["grid"]
    lines = [rule(0, 1, -position - 0.48, -position - 0.48, grid, 1, xref="paper") for position in range(len(rows))]
    plain = layout(*look, height=ROW_PX * len(rows) + 36, meta=meta, margin={"b": 24, "r": 2})
    plain |= {
        "xaxis": axis(*look, range=[0, percent_ceiling(shown)], ticksuffix="%", nticks=5),
        "yaxis": blank(range=[-len(rows) + 0.5, 0.6]),
        "shapes": lines,
        "annotations": [said for position, row in enumerate(rows) for said in _row_notes(row, -position, look, unit)],
    }
    return Chart(data=[points(shown, look, lying=places, ids=fifth_keys(shown))], layout=plain)


def _row_notes(row: Row, place: float, look: Look, unit: str) -> list[dict]:
    """The intake on the left; the figure on the right, or why there is none below."""
    color = PALETTE[look.mode]
    style = {"color": color["ink"], "size": TYPE[look.size]["small"], "xref": "paper"}
    name = note(0, place + 0.3, f"<b>{band_words(row, unit)}</b>", **style)
    if not row["reliable"]:
        style |= {"color": color["muted"], "yanchor": "top"}
        return [name, note(0, place + 0.14, wrapped(too_few(row), 50), **style)]
    unsure = "very uncertain · " if is_very_uncertain(row) else ""
    said = f"{unsure}{percent(row['prevalence'])} · n {number(row['n'])}"
    return [name, note(1, place + 0.3, said, xanchor="right", **style)]
