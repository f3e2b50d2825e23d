"""How much magnesium the adults of a survey get, group by group, against what they need."""

from __future__ import annotations

import pandas as pd

from data.intakes import target_for
from data.survey_intake import intake_statistics
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.layout import axis, blank, layout, note
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number
from exhibits.row_records import opens_rows
from exhibits.rows import Row, records
from exhibits.survey import group_marks
from exhibits.survey.eating import RECALL_CAVEAT, SOURCES, EatingChoices, counted_words, group_rows, source_line
from exhibits.survey.group_marks import column, dots

YOUNGEST, SETTLED = 20, 31  # years; people of 19 to 30 need 10 to 20 mg less than those of 31 and over
PERCENTILES = {
    "p10": "10% eat less than, weighted, mg",
    "p25": "25% eat less than, weighted, mg",
    "p50": "Median, weighted, mg",
    "p50_low": "Median: 95% from",
    "p50_high": "Median: 95% to",
    "p75": "75% eat less than, weighted, mg",
    "p90": "90% eat less than, weighted, mg",
    "mean": "Mean, weighted, mg",
    "ear_mg": "EAR, mg",
    "rda_mg": "RDA, mg",
}
BAR_PX = {"wide": (12, 24), "narrow": (14, 24), "projector": (22, 44)}  # a bar's width, the length of a stroke
METHOD = "day-to-day variation taken out"


def table(choices: EatingChoices) -> pd.DataFrame:
    """Percentiles of each group, with EAR and RDA."""
    return _table(choices.cycle, choices.split, choices.source)


@built_once
def _table(cycle: str, split: str, source: str) -> pd.DataFrame:
    names = {"label": "Group", "n": "People, unweighted", **PERCENTILES}
    return intakes(cycle, split, source)[[*names]].rename(columns=names).round()


@built_once
def intakes(cycle: str, split: str, source: str) -> pd.DataFrame:
    """Median and spread of usual intake by group, with EAR and RDA."""
    rows = []
    for named, where in group_rows(cycle, split):
        found = intake_statistics(cycle, where, source)
        us = target_for(where["sex"], youngest_years(where)).us
        figures = {part: found[part]["estimate"] for part in ("p10", "p25", "p50", "p75", "p90", "mean")}
        ends = {"p50_low": found["p50"]["ci_low"], "p50_high": found["p50"]["ci_high"]}
        needs = {"n": found["p50"]["n"], "ear_mg": us.ear_mg, "rda_mg": us.rda_mg}
        rows.append(named | figures | ends | needs)
    return pd.DataFrame(rows)


def youngest_years(where: dict[str, str]) -> int:
    """Whose EAR and RDA a group is held against: its youngest, who need least, so that below them is below everybody's."""
    return YOUNGEST if where.get("age", "20-39") == "20-39" else SETTLED


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: EatingChoices, look: Look) -> Chart:
    """The spread of each group against EAR and RDA."""
    return _figure(choices.cycle, choices.split, choices.source, look)


@built_once
def _figure(cycle: str, split: str, source: str, look: Look) -> Chart:
    told = {"counted": counted_words(source), "method": METHOD, "source": source_line(cycle)}
    return intake_chart(intakes(cycle, split, source), **told, look=look)


def intake_chart(rows: pd.DataFrame, *, counted: str, method: str, source: str, look: Look) -> Chart:
    """Intake of each group: middle half and middle four fifths as bars, the median with its interval, EAR and RDA.

    rows: label, sex, n, p10, p25, p50, p50_low, p50_high, p75, p90 (mg/day), ear_mg, rda_mg. `counted` is "food" or
    "food and supplements"; `method` says in words what the spread is of.
    """
    told, narrow = records(rows), look.size == "narrow"
    places, names, left = group_marks.group_rows(told, look, apart="sex")
    top = max(*column(told, "p90"), *column(told, "rda_mg")) * 1.04
    height, meta = group_marks.height(told, look, apart="sex"), _words(told, counted, method, source)
    plain = layout(*look, height=height, meta=meta, margin={"b": 24, "t": 14, "r": group_marks.RIGHT_PX[look.size]})
    plain |= {
        "xaxis": axis(*look, range=[0, top], domain=[left, 1], ticksuffix=" mg", nticks=4 if narrow else 7),
        "yaxis": blank(range=[min(places) - 0.6, 0.9]),
        "annotations": [*names, *_names_of_needs(told, places, look)],
    }
    return Chart(
        data=[*_spread(told, places, look), *_needs(told, places, look), _medians(told, places, look)], layout=plain
    )


def _spread(rows: list[Row], places: list[float], look: Look) -> list[dict]:
    """The middle four fifths of people, and the middle half on top."""
    return [
        _bars(column(rows, low), column(rows, high), places, look) for low, high in (("p10", "p90"), ("p25", "p75"))
    ]


def _bars(low: list[float], high: list[float], places: list[float], look: Look) -> dict:
    """A bar from low to high in each row, as one trace of thick lines: a shape each is slow."""
    x = [place for ends in zip(low, high, strict=True) for place in (*ends, None)]
    y = [place for row in places for place in (row, row, None)]
    line = {"color": PALETTE[look.mode]["ribbon"], "width": BAR_PX[look.size][0]}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _needs(rows: list[Row], places: list[float], look: Look) -> list[dict]:
    """A thick stroke for the EAR and a thin one for the RDA in each row."""
    line = {"color": PALETTE[look.mode]["ink"]}
    stroke = {"symbol": "line-ns", "size": BAR_PX[look.size][1]}
    marks = {"type": "scatter", "mode": "markers", "y": places, "hoverinfo": "skip"}
    return [
        marks | {"x": column(rows, need), "marker": stroke | {"line": line | {"width": width}}}
        for need, width in (("ear_mg", 2.5), ("rda_mg", 1.2))
    ]


def _medians(rows: list[Row], places: list[float], look: Look) -> dict:
    return dots(rows, "p50", places, look, unit=" mg", digits=0)


def _names_of_needs(rows: list[Row], places: list[float], look: Look) -> list[dict]:
    """What the strokes are, once above the rows of each sex."""
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"], "yanchor": "bottom"}
    notes = []
    for sex, first in {row["sex"]: place for place, row in reversed(list(enumerate(rows)))}.items():
        own = [row for row in rows if row["sex"] == sex]
        ear, rda = f"EAR {_in_turn(own, 'ear_mg')}", f"RDA {_in_turn(own, 'rda_mg')}"
        y = places[first] + (0.68 if look.size == "narrow" else 0.32)
        if look.size == "narrow":  # side by side they would run over the edge
            notes.append(note(1, y, f"{ear} · {rda}", xref="paper", xanchor="right", **style))
            continue
        notes.append(note(rows[first]["ear_mg"], y, ear, xanchor="right", xshift=3, **style))
        notes.append(note(rows[first]["rda_mg"], y, rda, xshift=-3, **style))
    return notes


def _in_turn(rows: list[Row], name: str) -> str:
    """ "265" where all rows share it, "255, then 265" where it changes from row to row."""
    return ", then ".join(dict.fromkeys(number(value) for value in column(rows, name)))


# Words -----------------------------------------------------------------------------------------------------------------


def _words(rows: list[Row], counted: str, method: str, source: str) -> dict[str, str]:
    below = sum(row["p50_high"] < row["ear_mg"] for row in rows)
    reach = "has a median" if below == 1 else "have a median"
    each = "; ".join(
        f"{row['label']}, median {number(row['p50'])} mg ({number(row['p50_low'])} to {number(row['p50_high'])}) against an EAR of {number(row['ear_mg'])}"
        for row in rows
    )
    return words(
        title=Worded(
            plain=f"In {below} of {len(rows)} groups clearly more than half get less than the average need",
            clinical=f"{below} of {len(rows)} groups {reach} clearly below the EAR of every member",
        ),
        subtitle=Worded(
            plain=f"Magnesium from {counted}, mg a day, {method}. Point: the person in the middle (median), with 95% interval. Dark bar: the "
            "middle half of people. Pale bar: the middle four fifths. Thick stroke: the average need (EAR). Thin stroke: the goal for one "
            "person (RDA). Both are of the youngest in the group: they are a little higher from age 31. Clearly: the whole interval of the "
            "median lies below",
            clinical=f"Magnesium from {counted}, mg a day, {method}. Point: median with 95% interval; dark bar: middle half of "
            "people; pale bar: middle four fifths. Thick stroke: EAR; thin stroke: RDA, both of the youngest in the group: they are "
            "a little higher from age 31. Clearly below: the whole interval of the median",
        ),
        source=f"{source} {RECALL_CAVEAT}.",
        alt=f"Bars of magnesium intake from {counted} by group: {each}.",
    )


def sources(choices: EatingChoices) -> tuple[str, ...]:
    """Of the survey, and of EAR and RDA."""
    return (*SOURCES, *target_for("female", SETTLED).us.sources)


INTAKE = Exhibit(
    "intake",
    title="How much magnesium people get, by group",
    page="intake-nerves",
    tab="How people eat",
    choices=EatingChoices,
    table=table,
    figure=figure,
    opens=opens_rows("intake-of", "Open a group’s intake", table, "Group", caveat=f"{RECALL_CAVEAT}."),
    rests_on=("intake", "reference_intakes"),
    sources=sources,
    also="EAR, RDA, median, diet, women, men, age, race, income, diabetes, kidneys, diuretics, PPI, NHANES",
)
