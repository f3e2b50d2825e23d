"""What goes with low and high blood levels: published associations, each with what to be careful with."""

from __future__ import annotations

import pandas as pd

from data.serum import Unit, in_unit
from exhibits.balance.cited import as_html, as_text
from exhibits.balance.context import context, figures, sources_of, told
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.units import UnitChoices

TITLE = "What goes with it"
NAME = "What goes with low and high blood magnesium"


def table(choices: UnitChoices) -> pd.DataFrame:
    """The published associations."""
    return as_text(_rows(choices.unit).drop(columns="Figure").assign(**figures(context("outcome"))), "Source")


@built_once
def _rows(unit: Unit) -> pd.DataFrame:
    """The associations, with the keys of their sources."""
    records = context("outcome")
    return pd.DataFrame(
        {
            "What": [record.statement for record in records],
            "In whom": [record.population for record in records],
            "Level": [in_unit(record.cut_off, unit) if record.cut_off else "high" for record in records],
            "Figure": [told(record) for record in records],
            "What to be careful with": [record.note for record in records],
            "Source": [record.sources for record in records],
        }
    )


def figure(choices: UnitChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure(choices.unit)


@built_once
def _figure(unit: Unit) -> Markup:
    html = as_html(_rows(unit), name=NAME)
    return Markup.of(html, title=TITLE, source="named in each row.", alt=NAME)


def sources(choices: UnitChoices) -> tuple[str, ...]:
    """Of every association."""
    return sources_of("outcome")


SERUM_OUTCOMES = Exhibit(
    "serum-outcomes",
    title=NAME,
    page="balance",
    tab="How common",
    choices=UnitChoices,
    table=table,
    figure=figure,
    rests_on=("serum_context",),
    sources=sources,
    also="deaths, mortality, heart disease, hazard ratio, association, hospital, hypomagnesemia, hypermagnesemia",
)
