"""How common an outcome is by magnesium intake, with intervals.

Rows that the presentation standard suppresses are never drawn; words stand in their place.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.layout import axis, layout, note, texts, wrapped
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number, percent
from exhibits.row_records import opens_rows
from exhibits.rows import Row, records
from exhibits.survey.estimates import Question, QuestionChoices, prevalences, told, why_unanswered
from exhibits.survey.marks import (
    HEIGHT,
    HOW_COMPUTED,
    OPEN_BAND_MG,
    axis_name,
    fifth_keys,
    intake_axis,
    margin,
    percent_ceiling,
    points,
)
from exhibits.survey.models import odds_ratios
from exhibits.survey.outcomes import CAVEAT, OUTCOMES, PREVALENCE_TABLES, Outcome, source_line, sources
from exhibits.survey.people import who
from exhibits.survey.prevalence_rows import lying_rows
from exhibits.survey.scales import SCALES, counted_column
from exhibits.survey.sentences import (
    FIFTHS,
    VERY_UNCERTAIN_WORDS,
    band_words,
    fifth_or_band,
    fifth_short,
    fitting,
    in_fifths,
    interval,
    is_very_uncertain,
    ratio,
    separated_pairs,
    too_few,
    too_few_short,
)

PEOPLE, CASES = "People, unweighted", "With the condition, unweighted"
PERCENT_COLUMNS = {"Percent, weighted": "prevalence", "95% from": "ci_low", "95% to": "ci_high"}


def empty(choices: QuestionChoices) -> str:
    """Why there is nothing to draw: no table of this combination, or no row that may be shown."""
    question = choices.question
    if unanswered := why_unanswered(question):
        return unanswered
    return "" if prevalences(question)["reliable"].any() else too_few_words(question)


def too_few_words(question: Question) -> str:
    """Said in the place of the chart where no row may be shown."""
    people, outcome = int(prevalences(question)["n"].sum()), OUTCOMES[question.people.outcome]
    return f"Too few to say: {outcome.name} by intake among {who(question.people)} ({number(people)} people)."


# Table -----------------------------------------------------------------------------------------------------------------


def table(choices: QuestionChoices) -> pd.DataFrame:
    """Every row, shown or not. A suppressed row keeps its people and the reason; its figure is left out."""
    return prevalence_table(choices.question)


@built_once
def prevalence_table(question: Question) -> pd.DataFrame:
    """The same of a question."""
    rows = prevalences(question)
    fifths = [fifth_or_band(row) for row in records(rows)]
    shares = {name: (rows[column] * 100).round(1).where(rows["reliable"]) for name, column in PERCENT_COLUMNS.items()}
    told_rows = pd.DataFrame(
        {
            "Fifth": fifths,
            counted_column(question.scale): [band_words(row, "") for row in told(question)],
            PEOPLE: rows["n"],
            CASES: rows["cases"].astype("Int64").where(rows["reliable"]),  # or the figure withheld could be worked out
            **shares,
            "Shown": rows["reliable"].map({True: "yes", False: "no"}),
            "Remark": [_remark(row) for row in records(rows)],
            "Mean intake, weighted, mg": rows["intake_mean_mg"].round(),
            "Effective sample size": np.floor(rows["n_eff"]),  # as the remark counts it
            "Degrees of freedom": rows["df"],
        }
    )
    return told_rows if question.by == "quintile" else told_rows.drop(columns="Fifth")


def _remark(row: Row) -> str | None:
    """Why a figure is withheld, or that it is very uncertain, as the picture says of it."""
    return row["flag"] or (VERY_UNCERTAIN_WORDS if is_very_uncertain(row) else None)


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: QuestionChoices, look: Look) -> Chart:
    """Each fifth or step at its mean intake, with its interval."""
    return _figure(choices.question, look)


@built_once
def _figure(question: Question, look: Look) -> Chart:
    return prevalence_chart(
        prevalences(question),
        outcome=OUTCOMES[question.people.outcome],
        who=who(question.people),
        standardized=question.standardized,
        adjusted=_after_adjustment(question),
        scale=question.scale,
        look=look,
    )


def prevalence_chart(
    rows: pd.DataFrame,
    *,
    outcome: Outcome,
    who: str,
    standardized: bool = False,
    adjusted: str = "",
    scale: str = "amount",
    look: Look,
) -> Chart:
    """Prevalence with 95% intervals by fifth or 50 mg step of intake, each at its mean intake.

    rows: quintile (missing for steps), intake_low_mg, intake_high_mg (missing: open), intake_mean_mg, n, prevalence,
    ci_low, ci_high (proportions), reliable, flag. `adjusted` says what a model leaves of the differences.
    """
    asked = records(rows)
    meta = _words(asked, outcome, who, standardized=standardized, adjusted=adjusted, scale=scale)
    if look.size == "narrow" and not in_fifths(asked):
        return lying_rows(asked, meta, look, unit=SCALES[scale].unit)
    return _upright(asked, meta, scale, look)


def _upright(rows: list[Row], meta: dict, scale: str, look: Look) -> Chart:
    narrow, by = look.size == "narrow", "quintile" if in_fifths(rows) else "band"
    drawn = SCALES[scale]
    open_end = OPEN_BAND_MG[by] if scale == "amount" else drawn.open_end
    shown = [row for row in rows if row["reliable"]]
    start, end = (drawn.narrow[0], drawn.narrow[1] - 8) if narrow else (drawn.ends[0], open_end)
    data = [points(shown, look, ids=fifth_keys(shown))]
    if shown and not narrow:
        data.append(_spans(shown, open_end, look))
    notes = [axis_name("Percent", look), *_hidden_notes(rows, by, open_end, end, look)]
    if narrow and shown:
        notes.append(_least_and_most(shown, look))
    plain = layout(*look, height=HEIGHT[look.size], meta=meta, margin=margin(look))
    plain |= {
        "xaxis": intake_axis(look, [start, end + 8], scale),
        "yaxis": axis(*look, range=[0, percent_ceiling(shown)], ticksuffix="%", nticks=5),
        "annotations": notes,
    }
    return Chart(
        data=[*data, *_labels(rows, by, look, in_two=look.size == "wide" or by == "band" or scale == "density")],
        layout=plain,
    )


def _spans(shown: list[Row], open_mg: float, look: Look) -> dict:
    """A dotted line over the intakes of each row at its height, as one trace: a shape each is slow."""
    x: list[float | None] = []
    y: list[float | None] = []
    for row in shown:
        high, height = row["intake_high_mg"], row["prevalence"] * 100
        x += [row["intake_low_mg"], open_mg if math.isnan(high) else high, None]
        y += [height, height, None]
    line = {"color": PALETTE[look.mode]["series"], "width": 1, "dash": "dot"}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _labels(rows: list[Row], by: str, look: Look, *, in_two: bool) -> list[dict]:
    """Percent and people above each point; on a phone, where neighbors are close, every other one below it and no people."""
    above: list[tuple[float, float, str]] = []
    below: list[tuple[float, float, str]] = []
    for position, row in enumerate(rows):
        if not row["reliable"]:
            continue
        lower = look.size == "narrow" and position % 2 == 1
        end = row["ci_low" if lower else "ci_high"] * 100
        (below if lower else above).append((row["intake_mean_mg"], end, _label(row, by, look, in_two=in_two)))
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"]}
    return [
        texts(*zip(*labels, strict=True), position=position, **style)
        for labels, position in ((above, "top center"), (below, "bottom center"))
        if labels
    ]


def _label(row: Row, by: str, look: Look, *, in_two: bool) -> str:
    between = "<br>n " if in_two else " · n "
    said = percent(row["prevalence"]) + ("" if look.size == "narrow" else f"{between}{number(row['n'])}")
    unsure = "<br>very<br>uncertain" if look.size == "narrow" else "<br>very uncertain"
    return said + (unsure if by == "quintile" and is_very_uncertain(row) else "")


def _hidden_notes(rows: list[Row], by: str, open_mg: float, end: float, look: Look) -> list[dict]:
    """Words in the place of each row that must not be drawn."""
    style = {"color": PALETTE[look.mode]["muted"], "size": TYPE[look.size]["small"], "align": "center"}
    notes = []
    for row in rows:
        if row["reliable"]:
            continue
        low, high = row["intake_low_mg"], row["intake_high_mg"]
        middle = (low + (open_mg if math.isnan(high) else high)) / 2
        at = middle if math.isnan(row["intake_mean_mg"]) else row["intake_mean_mg"]
        said = f"Too few<br>({number(row['n'])})" if by == "band" else _why_hidden(row, look)
        notes.append(note(min(at, end - 30), 0, said, yshift=4, xanchor="center", yanchor="bottom", **style))
    return notes


def _why_hidden(row: Row, look: Look) -> str:
    return too_few_short(row) if look.size == "narrow" else _in_lines(too_few(row), 17)


def _least_and_most(shown: list[Row], look: Look) -> dict:
    """How many people the fifths have, where there is no room to say it at each."""
    people = [row["n"] for row in shown]
    style = {"color": PALETTE[look.mode]["muted"], "size": TYPE[look.size]["small"]}
    said = f"each fifth: n {number(min(people))} to {number(max(people))}"
    return note(1, 1, said, xref="paper", yref="paper", xanchor="right", yanchor="bottom", yshift=8, **style)


def _in_lines(text: str, width: int) -> str:
    """Each sentence broken into lines by itself."""
    first, _, rest = text.partition("). ")
    return "<br>".join(wrapped(part, width) for part in (f"{first})." if rest else first, rest) if part)


# Words -----------------------------------------------------------------------------------------------------------------


def _words(
    rows: list[Row], outcome: Outcome, who: str, *, standardized: bool, adjusted: str, scale: str
) -> dict[str, str]:
    shown = [row for row in rows if row["reliable"]]
    steps = "fifth of the population by intake" if in_fifths(rows) else "50 mg step of intake"
    if scale != "amount":
        steps += f" {SCALES[scale].told}"
    mix = ", standardized to the age and sex mix of the whole sample" if standardized else ""
    left = f" {adjusted}." if adjusted else ""
    hidden = len(rows) - len(shown)
    in_words = " Words stand where there are too few people to draw a point." if hidden else ""
    listed = "; ".join(f"{band_words(row, SCALES[scale].unit)}: {interval(row)}" for row in shown)
    not_drawn = f" {hidden} of {len(rows)} are not drawn: too few people." if hidden else ""
    more = f"{who}{mix}. {outcome.measured}{in_words}{left}"
    return words(
        title=prevalence_title(rows, outcome=outcome.name, who=who, standardized=standardized),
        subtitle=Worded(
            plain=f"Percent with {outcome.name} in each {steps}, with 95% interval; {more}",
            clinical=f"Prevalence of {outcome.name} (%, 95% CI) by {steps}; {more}",
        ),
        source=source_line(outcome),
        alt=f"Points with intervals: percent with {outcome.name} by magnesium intake, {who}. {listed}.{not_drawn}",
    )


def prevalence_title(rows: Sequence[Row], *, outcome: str, who: str, standardized: bool = False) -> str:
    """The finding, told as not adjusted, or what is shown where the intervals carry none."""
    name = outcome[0].upper() + outcome[1:]
    if not any(row["reliable"] for row in rows):
        return fitting(f"Too few to say: {outcome} by intake, {who}", f"Too few to say: {outcome} in this group")
    plain = fitting(f"{name} by magnesium intake, {who}", f"{name} by magnesium intake, the chosen group")
    if not in_fifths(rows) or not all(row["reliable"] for row in rows):
        return plain
    before = f"{'Standardized' if standardized else 'Before adjustment'}: {outcome}"
    pairs = separated_pairs(rows)
    if any((middle, 1) in pairs and (middle, 5) in pairs for middle in (2, 3, 4)):
        return f"{before} more common at both ends than the middle"
    for low, high in ((5, 1), (1, 5), (3, 1), (2, 1), (4, 1), (3, 5), (2, 5), (4, 5), *pairs):
        if (low, high) in pairs:
            return f"{before} more common in {fifth_short(high)} than {fifth_short(low)} fifth"
    return plain


def _after_adjustment(question: Question) -> str:
    """What the model chosen leaves of the differences between fifths; empty where there is none, or it adjusts for nothing."""
    if question.adjustment == "crude" or question.by != "quintile":
        return ""
    rows = odds_ratios(question.people, question.adjustment, question.scale)
    return after_adjustment(rows) if rows else ""


def after_adjustment(odds: Sequence[Row]) -> str:
    """What is left once adjusted, as estimates without a verdict, for below a title that says "before adjustment"."""
    low, high = (next(ratio(row) for row in odds if row["quintile"] == end) for end in (1, 5))
    return f"After adjustment, the odds ratio against the middle fifth is {low} in the {FIFTHS[1]} and {high} in the {FIFTHS[5]}"


PREVALENCE = Exhibit(
    "prevalence",
    title="How common an outcome is by magnesium intake",
    page="intake-nerves",
    tab="The curve",
    choices=QuestionChoices,
    table=table,
    figure=figure,
    empty=empty,
    opens=opens_rows(
        "fifth", "Open a fifth", table, "Fifth", kind=" fifth by intake", caveat=CAVEAT, without=HOW_COMPUTED
    ),
    rests_on=(*PREVALENCE_TABLES, "counted-prevalence", "odds-ratios", "nutrient-odds-ratios"),
    sources=sources,
    also="neuropathy, chronic pain, rheumatoid arthritis, U-shape, quintiles, NHANES, diabetes, kidneys, women, men",
)
