"""The forest plot of a topic: results in blocks of one question each, then what was never tested.

Position is the effect, four marks and a word the certainty, square size and a figure the amount; a result without an
interval is words, a missing study a dashed line.
"""

from __future__ import annotations

import pandas as pd

from exhibits.base import Chart, Exhibit, Look, built_once
from exhibits.choices import Choices, one_of, some_of, switch
from exhibits.evidence.forest_canvas import COLUMNS, Canvas, tone
from exhibits.evidence.forest_rows import every_one_left_out, forest_rows, main_question, may_be_left_out, studies_shown
from exhibits.evidence.forest_scale import Place, scale
from exhibits.evidence.forest_words import Blocks, as_printed, capital, forest_words, side_words, tally, what_remains
from exhibits.evidence.names import CERTAINTIES, CERTAINTY_KEY, TOPICS
from exhibits.evidence.study import OPENS_STUDY
from exhibits.layout import wrapped
from exhibits.rows import Row

NO_INTERVAL = "No result with an interval was found for this topic."
HOW_SURE = f"How sure? {CERTAINTY_KEY}"
LEFT_OUT = ", left out"
KINDS = {"drawn": "with interval", "words": "without interval", "gap": "no study found"}
MARK_PX = 11  # above and below the marks of a row, on a phone
LETTERS = 34  # in a line of a result told in words
SIDE_LETTERS = 20  # on a phone, in a line of what lies on one side of no difference


class ForestChoices(Choices):
    """Of which topic, whether results without an interval are told too, and which studies are left out."""

    topic: str = one_of("Topic", TOPICS, default="fibromyalgia", address="effects")
    intervals: bool = switch("Only results with an interval")
    out: tuple[str, ...] = some_of(
        "Leave out", every_one_left_out, address="without", help="A study with an interval; what remains is counted."
    )


def empty(choices: ForestChoices) -> str:
    """Why there is nothing to draw."""
    return NO_INTERVAL if forest_rows(choices.topic, choices.intervals).empty else ""


# Table -----------------------------------------------------------------------------------------------------------------


def table(choices: ForestChoices) -> pd.DataFrame:
    """The forest plot as a table."""
    return _table(choices.topic, choices.intervals, choices.out)


@built_once
def _table(topic: str, intervals_only: bool, out: tuple[str, ...]) -> pd.DataFrame:
    rows = forest_rows(topic, intervals_only).to_dict("records")
    return pd.DataFrame(
        [
            {
                "Question": capital(row["question"]) if row["kind"] != "gap" else "",
                "Result": row["label"],
                "Study": row["study"],
                "Shown": f"{KINDS[row['kind']]}{LEFT_OUT if row['study_key'] in out else ''}",
                "In words": row["effect"] if row["kind"] != "gap" else "no study found",
                "Certainty": CERTAINTIES.get(row["certainty"], ""),
                "Design": row["design"],
            }
            for row in rows
        ]
    )


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: ForestChoices, look: Look) -> Chart:
    """The forest plot."""
    return _figure(choices.topic, choices.intervals, choices.out, look)


@built_once
def _figure(topic: str, intervals_only: bool, out: tuple[str, ...], look: Look) -> Chart:
    rows = _flagged(topic, intervals_only, out)
    return forest_chart(rows, topic=TOPICS[topic], main=main_question(topic), look=look)


def _flagged(topic: str, intervals_only: bool, out: tuple[str, ...]) -> pd.DataFrame:
    """The rows, with `out` where the reader left the study out."""
    rows = forest_rows(topic, intervals_only)
    return rows.assign(out=(rows["kind"] == "drawn") & rows["study_key"].isin(out))


def forest_chart(rows: pd.DataFrame, *, topic: str, main: str, look: Look) -> Chart:
    """Results of one topic in blocks of one question each, then what was never tested.

    Within a block each measure has its own axis, and results without an interval follow in words. Results are counted
    within one question only. Expects, in drawing order: kind ("drawn", "words" or "gap"), label, study, study_key, out; but for gaps
    question (in words) and way; for drawn rows panel, measure, log, no_difference, less, more, better ("less", "more"
    or neither), estimate, ci_low, ci_high, interval_pct, digits, trials, magnesium (False for mixtures), certainty,
    design, people; for rows in words said, certainty, design, people. `topic` and `main`, its main question, are words.
    Intervals are as printed. At least one row.
    """
    canvas = Canvas(look)
    records = rows.to_dict("records")  # once: plain rows are far quicker than a frame asked cell by cell
    gaps = [row for row in records if row["kind"] == "gap"]
    blocks: Blocks = {main: []}
    for row in records:
        if row["kind"] != "gap":
            blocks.setdefault(row["question"], []).append(row)
    for question, block in blocks.items():
        _draw_question(canvas, question, block)
    if gaps:
        canvas.heading("No study found")
        _tell_rows(canvas, gaps)
    return canvas.figure(forest_words(blocks, gaps, topic, main))


def _draw_question(canvas: Canvas, question: str, rows: list[Row]) -> None:
    """The block of one question: its heading and tally, its axes, then its results in words."""
    canvas.heading(capital(question))
    told = [row for row in rows if row["kind"] == "words"]
    only_told = told and len(told) == len(rows)
    canvas.note(capital(tally(rows)) + (": told in words, not drawn" if only_told else ""), "ink")
    panels: dict[str, list[Row]] = {}
    for row in rows:
        if row["kind"] == "drawn":
            panels.setdefault(row["panel"], []).append(row)
    for panel in panels.values():
        _draw_panel(canvas, panel)
    if told and not only_told:
        canvas.note("Printed without an interval: told in words, not drawn")
    _tell_rows(canvas, told)


def _draw_panel(canvas: Canvas, panel: list[Row]) -> None:
    """One axis with its rows, ticks and the words at its two sides."""
    canvas.note(panel[0]["measure"])
    place, ticks = scale(panel, canvas.left, canvas.right)
    none = place(panel[0]["no_difference"])
    _write_heads(canvas, panel[0], none)
    top = canvas.y
    marks = [_draw_row(canvas, row, place) for row in panel]
    # On a phone the words stand between the marks, so the lines are drawn beside the marks alone.
    spans = [(at - MARK_PX, at + MARK_PX) for at in marks] if canvas.narrow else [(top, canvas.y)]
    for value, label in ticks:
        for start, stop in spans:
            canvas.line(place(value), place(value), start, stop, "grid")
        canvas.write(place(value), canvas.y + canvas.line_px / 2 + 1, label, "muted", anchor="middle center")
    for start, stop in spans:
        canvas.line(none, none, start, stop, "axis", 1.5)
    canvas.y += canvas.line_px + 4


def _write_heads(canvas: Canvas, row: Row, none: float) -> None:
    """What lies on either side of no difference, and what the columns hold."""
    sides = [f"← {side_words(row, 'less')}", f"{side_words(row, 'more')} →"]
    if canvas.narrow:  # at 320 px a side has room for so many letters
        sides = [wrapped(said, SIDE_LETTERS) for said in sides]
    lines = max(said.count("<br>") for said in sides) + 1
    canvas.y += canvas.line_px * lines / 2 + 2
    canvas.write(none - 0.008, canvas.y, sides[0], "muted", anchor="middle left")
    canvas.write(none + 0.008, canvas.y, sides[1], "muted")
    if not canvas.narrow:
        for name, what in (("effect", "Effect (interval)"), ("certainty", "How sure?"), ("amount", "How much?")):
            canvas.write(COLUMNS[name], canvas.y, what, "muted")
    canvas.y += canvas.line_px * lines / 2 + 4


def _draw_row(canvas: Canvas, row: Row, place: Place) -> float:
    """A row with its square and interval; returns its height."""
    low, high, estimate = (as_printed(row[one], row["digits"]) for one in ("ci_low", "ci_high", "estimate"))
    level = "" if row["interval_pct"] == 95 else f" ({row['interval_pct']:.0f}%)"
    at = canvas.row(row, [f"<b>{estimate}</b>", f"{low} to {high}{level}"])
    canvas.line(place(row["ci_low"]), place(row["ci_high"]), at, at, tone(row), canvas.text["line"])
    canvas.square(place(row["estimate"]), at, row, f"{estimate} ({low} to {high}){level}")
    return at


def _tell_rows(canvas: Canvas, rows: list[Row]) -> None:
    """Rows that have no place on an axis: results in words, and questions without a study."""
    middle = (canvas.left + canvas.right) / 2
    for row in rows:
        if row["kind"] == "gap":
            at = canvas.row(row, ["<b>not tested</b>"])
            canvas.line(canvas.left, canvas.right, at, at, "quiet", 1.5, "dash")
        else:
            at = canvas.row(row, [f"<b>{row['said']}</b>"] if canvas.narrow else ["no interval"])
            if not canvas.narrow:
                canvas.write(middle, at, wrapped(row["said"], LETTERS), anchor="middle center")


def remains(choices: ForestChoices) -> str:
    """What remains without the studies left out, in markdown; "" where none is. Nothing is pooled anew."""
    names = may_be_left_out(choices.topic)
    left_out = [name for key, name in names.items() if key in choices.out]
    if not left_out:
        return ""
    rows = _flagged(choices.topic, choices.intervals, choices.out).to_dict("records")
    return what_remains([row for row in rows if row["kind"] == "drawn"], left_out)


def sources(choices: ForestChoices) -> tuple[str, ...]:
    """Of the results drawn and told."""
    shown = studies_shown(choices.topic, choices.intervals)
    return tuple(dict.fromkeys(source for study in shown for source in study.sources))


FOREST = Exhibit(
    "forest",
    title="Effects of magnesium, topic by topic",
    page="evidence",
    tab="Effects",
    choices=ForestChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("studies", "forest-panels", "forest-questions", "not-found"),
    sources=sources,
    also="forest plot, effect size, confidence interval, trials, meta-analysis, does it work, side effects",
    opens=OPENS_STUDY,
)
