"""Magnesium with another nutrient held still: what is left of both ends, and of the bend."""

from __future__ import annotations

import pandas as pd

from data.nutrients import load_held_still, load_nutrients
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.html_tables import plain_table
from exhibits.rows import Row, records
from exhibits.survey.models import ADJUSTMENTS
from exhibits.survey.outcomes import OUTCOMES, source_line, sources
from exhibits.survey.sentences import LIMIT_BEND, count_words, kept, kept_p, p_figure, ratio
from exhibits.survey.two_curves import TwoCurveChoices

FORMS = {"line": "a line", "spline": "a curve"}


def table(choices: TwoCurveChoices) -> pd.DataFrame:
    """A row for each nutrient held still and its form; the first without any."""
    rows = records(load_held_still(choices.outcome, choices.adjustment))
    told: dict[str, list] = {"Held still": [_name(row) for row in rows]}
    for prefix, fifth in (("q1", "lowest fifth"), ("q5", "highest fifth")):
        for part, end in (("odds_ratio", ""), ("ci_low", ", from"), ("ci_high", ", to")):
            told[f"Odds ratio, {fifth}{end}"] = [kept(row[f"{prefix}_{part}"]) for row in rows]
    return pd.DataFrame(told | {"p for a bend": [kept_p(row["bend_p"]) for row in rows]})


@built_once
def _shown(outcome: str, adjustment: str) -> pd.DataFrame:
    rows = records(load_held_still(outcome, adjustment))
    return pd.DataFrame(
        {
            "Held still": [_name(row) for row in rows],
            "Lowest fifth": [ratio(_end(row, "q1")) for row in rows],
            "Highest fifth": [ratio(_end(row, "q5")) for row in rows],
            "p for a bend": [p_figure(row["bend_p"]) for row in rows],
        }
    )


def _name(row: Row) -> str:
    return (
        "nothing more"
        if row["held"] == "none"
        else f"{load_nutrients().at[row['held'], 'name']}, as {FORMS[row['form']]}"
    )


def _end(row: Row, prefix: str) -> Row:
    return {name: row[f"{prefix}_{name}"] for name in ("odds_ratio", "ci_low", "ci_high")}


def figure(choices: TwoCurveChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure(choices.outcome, choices.adjustment)


@built_once
def _figure(outcome: str, adjustment: str) -> Markup:
    return Markup.of(
        plain_table(_shown(outcome, adjustment), name="Magnesium with another nutrient held still"),
        title="With another nutrient held still",
        subtitle=f"Odds ratio of {OUTCOMES[outcome].name} by magnesium in amounts, against the middle fifth, with 95% interval; adjusted "
        f"for: {ADJUSTMENTS[adjustment].lower().removeprefix('+ ')}, and the nutrient named",
        source=source_line(OUTCOMES[outcome]),
        alt=summary(outcome, adjustment),
    )


@built_once
def summary(outcome: str, adjustment: str) -> str:
    """In how many of the models the bend of magnesium is still seen."""
    rows = [row for row in records(load_held_still(outcome, adjustment)) if row["held"] != "none"]
    bent = {form: [row for row in rows if row["form"] == form and row["bend_p"] < LIMIT_BEND] for form in FORMS}
    each = {form: sum(row["form"] == form for row in rows) for form in FORMS}
    return (
        f"With another nutrient held still as a line, the test sees a bend of magnesium in {count_words(len(bent['line']), each['line'])} models; "
        f"as a curve, in {count_words(len(bent['spline']), each['spline'])}. Nutrients go together on a plate, so such models cannot tell which "
        "one matters, and a bend that is no longer seen is not shown to be absent."
    )


HELD_STILL = Exhibit(
    "held-still",
    title="Magnesium with another nutrient held still",
    page="intake-nerves",
    tab="Is it magnesium?",
    choices=TwoCurveChoices,
    table=table,
    figure=figure,
    rests_on=("held-still",),
    sources=sources,
    also="calcium, phosphorus, potassium, fiber, adjusted, mutually adjusted, confounding",
)
