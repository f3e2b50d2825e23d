"""Prevalence and the odds ratios of all models side by side, by fifth of intake."""

from __future__ import annotations

import pandas as pd

from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.html_tables import plain_table
from exhibits.rounding import number
from exhibits.survey.estimates import Question, QuestionChoices, told, why_unanswered
from exhibits.survey.models import ADJUSTMENTS, covariates, model_where, odds_ratios
from exhibits.survey.outcomes import OUTCOMES, PREVALENCE_TABLES, source_line, sources
from exhibits.survey.people import People
from exhibits.survey.prevalence import CASES, PEOPLE, PERCENT_COLUMNS, prevalence_table
from exhibits.survey.scales import SCALES, counted_column
from exhibits.survey.sentences import FIFTH_NAMES, band_words, interval, kept, ratio, too_few

NAME = "Percent and odds ratios by fifth of intake"


def empty(choices: QuestionChoices) -> str:
    """Why there is no table: the combination was not tabulated."""
    return why_unanswered(choices.question)


def table(choices: QuestionChoices) -> pd.DataFrame:
    """A row a fifth, numbers as numbers; odds ratios where a model was fitted in the group."""
    return _numbers(choices.question.in_fifths)


@built_once
def _numbers(question: Question) -> pd.DataFrame:
    columns = ["Fifth", counted_column(question.scale), PEOPLE, CASES, *PERCENT_COLUMNS, "Remark"]
    told_rows = prevalence_table(question)[columns].rename(columns={"Fifth": "Fifth by intake"})
    for adjustment in ADJUSTMENTS:
        if odds := odds_ratios(question.people, adjustment, question.scale):
            name = f"Odds ratio, {_column_words(question.people, adjustment)}"
            bounds = {name: "odds_ratio", f"{name}, 95% from": "ci_low", f"{name}, 95% to": "ci_high"}
            for column, part in bounds.items():
                told_rows[column] = [kept(row[part]) for row in odds]
    return told_rows


@built_once
def _shown(question: Question) -> pd.DataFrame:
    rows, people = told(question), question.people
    columns = {
        "Fifth by intake": FIFTH_NAMES,
        f"Magnesium,{SCALES[question.scale].unit}": [band_words(row, "") for row in rows],
        "People": [number(row["n"]) for row in rows],
        "Percent (95% interval)": [interval(row) if row["reliable"] else too_few(row) for row in rows],
    }
    for adjustment in ADJUSTMENTS:
        if odds := odds_ratios(people, adjustment, question.scale):
            columns[f"Odds ratio, {_column_words(people, adjustment)}"] = [
                "1 (reference)" if row["quintile"] == 3 else ratio(row) for row in odds
            ]
    return pd.DataFrame(columns)


def _column_words(people: People, adjustment: str) -> str:
    """What stands over the odds ratios of a model: "age, race" for women."""
    if adjustment in ("full", "full_energy_spline"):
        return ADJUSTMENTS[adjustment]
    return ", ".join(covariates(people, adjustment)) or "not adjusted"


def figure(choices: QuestionChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure(choices.question)


@built_once
def _figure(question: Question) -> Markup:
    return Markup.of(
        plain_table(_shown(question.in_fifths), name=NAME),
        title="The same in figures" if question.by == "quintile" else "By fifths, in figures",
        subtitle=caption(question),
        source=source_line(OUTCOMES[question.people.outcome]),
        alt=f"Table by row: {', '.join(_shown(question.in_fifths).iloc[:, 0].astype(str))}.",
    )


def caption(question: Question) -> str:
    """What stands in the table."""
    people = question.people
    percents = "Percent in each fifth"
    cut = "The fifths are those of the whole sample, not cut anew in this group." if people.where else ""
    if model_where(people) is None:
        return f"{percents}. {cut} No model was fitted for this group, so there are no odds ratios."
    return (
        f"{percents}; odds ratios against the middle fifth, with 95% intervals, in each of the four models. An interval that leaves 1 "
        f"out beside one that does not is no difference between fifths or models. {cut}"
    ).strip()


FIFTHS = Exhibit(
    "fifths",
    title=NAME,
    page="intake-nerves",
    tab="The curve",
    choices=QuestionChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=(*PREVALENCE_TABLES, "counted-prevalence", "odds-ratios", "nutrient-odds-ratios"),
    sources=sources,
    also="quintiles, adjusted, crude, confidence intervals, neuropathy, chronic pain, rheumatoid arthritis",
)
