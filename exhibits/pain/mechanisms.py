"""Every mechanism by which magnesium could act, with its evidence; then those for which nothing was found."""

from __future__ import annotations

import pandas as pd

from data.pain import EVIDENCE_WORDS, Figure, Mechanism, load_mechanisms, load_mechanisms_not_found
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import NoChoices
from exhibits.citations import cite, short
from exhibits.html_tables import plain_table
from exhibits.pain.foot import as_printed, interval, sources_of

TITLE = "Every mechanism, and how well it is known"


def table(choices: NoChoices) -> pd.DataFrame:
    """A row for each mechanism; what was not found has a note in place of a statement."""
    known, missing = load_mechanisms(), load_mechanisms_not_found()
    return pd.DataFrame(
        {
            "Mechanism": [item.name for item in (*known, *missing)],
            "How it is known": [EVIDENCE_WORDS[item.evidence] for item in known]
            + [EVIDENCE_WORDS["not_found"]] * len(missing),
            "What is known": [_known(item) for item in known] + [item.note for item in missing],
            "Sources": [short(item.sources) for item in known] + [""] * len(missing),
        }
    )


def _known(item: Mechanism) -> str:
    return f"{item.statement} {item.caveat or ''}{_main_figure(item)}".strip()


def figure(choices: NoChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure()


@built_once
def _figure() -> Markup:
    rows = table(NoChoices())
    alt = (
        f"Table of {len(rows)} mechanisms with what is known of each; for {len(load_mechanisms_not_found())} of them "
        "no study was found."
    )
    return Markup.of(plain_table(rows, name=TITLE), title=TITLE, source="each mechanism names its own.", alt=alt)


@built_once
def mechanism_words() -> str:
    """Every mechanism with its evidence, caveat, figures and sources; then those for which nothing was found."""
    known = [
        f"- **{item.name}** ({EVIDENCE_WORDS[item.evidence]}). {item.statement} {item.caveat or ''}"
        f"{_main_figure(item)} {cite(item.sources)}.{''.join(_figure_words(one) for one in item.figures)}"
        for item in load_mechanisms()
    ]
    missing = [f"- **{item.name}.** {item.note}" for item in load_mechanisms_not_found()]
    return "\n".join(["## What is known", *known, "\n## What could not be found", *missing])


def _main_figure(item: Mechanism) -> str:
    if item.value is None:
        return ""
    low, high = item.value if isinstance(item.value, tuple) else (item.value, None)
    value = as_printed(low) if high is None else f"{as_printed(low)} and {as_printed(high)}"
    return f" Figure: {value} {item.unit}{interval(item.ci_low, item.ci_high)}."


def _figure_words(one: Figure) -> str:
    """A further figure, as a line below its mechanism."""
    value = f" {as_printed(one.value)} {one.unit}{interval(one.ci_low, one.ci_high)}" if one.value is not None else ""
    note = f"{one.note}. " if one.note else ""
    return f"\n    - {one.statement.rstrip('.')}:{value}. {note}{cite(one.sources)}."


def sources(choices: NoChoices) -> tuple[str, ...]:
    """Of the mechanisms that are known."""
    return sources_of(load_mechanisms())


MECHANISMS = Exhibit(
    "mechanisms",
    title=TITLE,
    page="pain",
    tab="All mechanisms",
    table=table,
    figure=figure,
    rests_on=("mechanisms",),
    sources=sources,
    also="how magnesium works, NMDA, calcium channel, substance P, inflammation, nerve, muscle, joint",
)
