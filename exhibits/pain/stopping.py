"""Do joints ache after stopping magnesium? What is claimed, looked for and known."""

from __future__ import annotations

import pandas as pd

from data.pain import load_stopping_and_not_found
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import NoChoices
from exhibits.citations import short
from exhibits.html_tables import plain_table
from exhibits.pain.foot import foot, sources_of

TITLE = "Do joints ache after stopping magnesium? It has not been studied"


def table(choices: NoChoices) -> pd.DataFrame:
    """A row for each statement."""
    points = load_stopping_and_not_found()
    return pd.DataFrame(
        {
            "What kind of statement": [point.title for point in points],
            "Statement": [point.text for point in points],
            "Claims": [", ".join(point.claims) for point in points],
        }
    )


def figure(choices: NoChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure()


@built_once
def _figure() -> Markup:
    rows = table(NoChoices())
    alt = f"Table of {len(rows)} statements: what is claimed, looked for and known of joint ache after stopping."
    return Markup.of(plain_table(rows, name=TITLE), title=TITLE, source=f"{short(sources(NoChoices()))}.", alt=alt)


@built_once
def stopping_words() -> str:
    """The same as paragraphs of markdown, each with its sources and claims."""
    blocks = [
        f"### {point.title}\n{point.text} {foot(point.sources, point.claims, point.verified)}"
        for point in load_stopping_and_not_found()
    ]
    return f"## {TITLE}\n" + "\n\n".join(blocks)


def sources(choices: NoChoices) -> tuple[str, ...]:
    """Of what is known."""
    return sources_of(load_stopping_and_not_found())


STOPPING = Exhibit(
    "stopping",
    title="Do joints ache after stopping magnesium?",
    page="pain",
    tab="Stopping",
    table=table,
    figure=figure,
    rests_on=("stopping",),
    sources=sources,
    also="withdrawal, rebound, quitting supplements, stop taking",
)
