"""Faults found in print, and what is shown in their place."""

from __future__ import annotations

import pandas as pd

from data.glossary import load_corrections
from exhibits import citations
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import NoChoices
from exhibits.html_tables import plain_table
from exhibits.markdown import plain
from exhibits.sources.cited import cited


def table(choices: NoChoices) -> pd.DataFrame:
    """The known faults to take away."""
    return pd.DataFrame(
        [
            {
                "Subject": fault.subject,
                "In print": fault.printed,
                "The fault": fault.problem,
                "Here": fault.shown,
                "Sources": citations.short(fault.sources),
            }
            for fault in load_corrections()
        ]
    )


@built_once
def figure(choices: NoChoices, look: Look) -> Markup:
    """The known faults as a table."""
    faults = load_corrections()
    shown = table(choices).assign(Sources=[citations.sources(fault.sources) for fault in faults])
    return Markup.of(
        plain_table(shown, name="Faults in print"),
        title=f"{len(faults)} faults in print, and what we show in their place",
        source="Our reading of the sources named.",
        alt=f"Table of {len(faults)} faults: what is printed, why it cannot be right, what is shown here.",
    )


@built_once
def correction_words() -> str:
    """The known faults of the sources as a markdown list."""
    return "\n\n".join(
        f"**{plain(fault.subject)}**  \n"
        f"In print: {plain(fault.printed)}  \n"
        f"The fault: {plain(fault.problem)}  \n"
        f"Here: {plain(fault.shown)}  \n"
        f"{cited(fault.sources)}"
        for fault in load_corrections()
    )


def sources(choices: NoChoices) -> tuple[str, ...]:
    """The documents with faults."""
    return tuple(dict.fromkeys(key for fault in load_corrections() for key in fault.sources))


CORRECTIONS = Exhibit(
    "corrections",
    title="Faults in print",
    page="sources",
    tab="Corrections",
    table=table,
    figure=figure,
    rests_on=("corrections",),
    sources=sources,
    also="errors, mistakes, errata, misprints, known faults, swapped labels",
)
