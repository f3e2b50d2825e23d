"""How common a low or a high blood level is: one row a published figure, always with its cut-off."""

from __future__ import annotations

from functools import partial

import pandas as pd

from data.serum import Unit, in_unit
from data.wording import Worded
from exhibits.balance.cited import as_html, as_text
from exhibits.balance.context import context, figures, sources_of, told
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.citations import cite
from exhibits.units import UnitChoices

TITLES = {
    "low": Worded("▼ Low blood magnesium", "▼ Hypomagnesemia"),
    "high": Worded("▲ High blood magnesium", "▲ Hypermagnesemia"),
}
NAMES = {kind: f"How common {kind} blood magnesium is" for kind in TITLES}


def table(kind: str, choices: UnitChoices) -> pd.DataFrame:
    """The published figures of a kind, "low" or "high"."""
    return as_text(_rows(kind, choices.unit).drop(columns="Share").assign(**figures(context(kind))), "Source")


@built_once
def _rows(kind: str, unit: Unit) -> pd.DataFrame:
    """The figures, with the keys of their sources."""
    records = context(kind)
    return pd.DataFrame(
        {
            "In whom": [
                f"{record.population}. {record.note}" if record.note else record.population for record in records
            ],
            "Counted": [
                in_unit(record.cut_off, unit) if record.cut_off else "cut-off not stated" for record in records
            ],
            "Share": [told(record) for record in records],
            "Source": [record.sources for record in records],
        }
    )


def figure(kind: str, choices: UnitChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure(kind, choices.unit)


@built_once
def _figure(kind: str, unit: Unit) -> Markup:
    html = as_html(_rows(kind, unit), name=NAMES[kind])
    return Markup.of(html, title=TITLES[kind], source="named in each row.", alt=NAMES[kind])


@built_once
def cut_off_sentence(unit: Unit) -> str:
    """One sample of inpatients under three limits, in words."""
    records = context("cut_off")
    shares = [f"**{record.value_low:g}%** {in_unit(record.cut_off or '', unit)}" for record in records]
    said = f"{', '.join(shares[:-1])} and {shares[-1]}"
    return (
        f"Move the line, and the count moves: of {records[0].population}, {said} were called low. So a figure says little "
        f"without its cut-off. ({cite(records[0].sources)})"
    )


def sources(kind: str, choices: UnitChoices) -> tuple[str, ...]:
    """Of the figures of a kind."""
    return sources_of(kind)


HOW_COMMON_LOW = Exhibit(
    "how-common-low",
    title=NAMES["low"],
    page="balance",
    tab="How common",
    choices=UnitChoices,
    table=partial(table, "low"),
    figure=partial(figure, "low"),
    rests_on=("serum_context",),
    sources=partial(sources, "low"),
    also="hypomagnesemia, prevalence, inpatients, intensive care, general population, cut-off",
)
HOW_COMMON_HIGH = Exhibit(
    "how-common-high",
    title=NAMES["high"],
    page="balance",
    tab="How common",
    choices=UnitChoices,
    table=partial(table, "high"),
    figure=partial(figure, "high"),
    rests_on=("serum_context",),
    sources=partial(sources, "high"),
    also="hypermagnesemia, prevalence, kidney disease, diabetes, inpatients, cut-off",
)
