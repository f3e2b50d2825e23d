"""A ladder of high blood magnesium for teaching: our synthesis of the levels, which overlap on purpose."""

from __future__ import annotations

import pandas as pd

from data.serum import SerumBand, Unit, in_unit, load_serum_bands
from exhibits.balance.cited import as_html, as_text
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.units import UnitChoices

TITLE = "A ladder for teaching"
NAME = "Teaching ladder of high magnesium"
CAUTION = (
    "Our own synthesis of published levels, not a diagnostic scale. Speed of rise, calcium, potassium, acidity and kidney function "
    "shift the levels at which signs appear."
)


def table(choices: UnitChoices) -> pd.DataFrame:
    """The ladder, level and signs in words."""
    return as_text(_rows(choices.unit), "Sources")


@built_once
def _rows(unit: Unit) -> pd.DataFrame:
    """The ladder, with the keys of its sources."""
    bands = load_serum_bands()
    return pd.DataFrame(
        {
            "Band": [band.name for band in bands],
            "Level": [_level(band, unit) for band in bands],
            "What is described": [in_unit("; ".join(band.signs), unit) for band in bands],
            "Sources": [band.sources for band in bands],
        }
    )


def _level(band: SerumBand, unit: Unit) -> str:
    if band.high_mmol_l:
        return in_unit(f"{band.low_mmol_l:g}–{band.high_mmol_l:g} mmol/L", unit)
    return f"{in_unit(f'{band.low_mmol_l:g} mmol/L', unit)} and more"


def figure(choices: UnitChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure(choices.unit)


@built_once
def _figure(unit: Unit) -> Markup:
    html = as_html(_rows(unit), name=NAME)
    return Markup.of(html, title=TITLE, subtitle=CAUTION, source="named in each row.", alt=NAME)


def sources(choices: UnitChoices) -> tuple[str, ...]:
    """Of every band."""
    return tuple(dict.fromkeys(key for band in load_serum_bands() for key in band.sources))


SERUM_LADDER = Exhibit(
    "serum-ladder",
    title=NAME,
    page="balance",
    tab="Blood levels",
    choices=UnitChoices,
    table=table,
    figure=figure,
    rests_on=("serum_bands",),
    sources=sources,
    also="hypermagnesemia, mild, moderate, severe, extreme, bands, reflexes, breathing, heart",
)
