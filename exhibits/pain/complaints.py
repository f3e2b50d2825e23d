"""What the articles say of one complaint, what is known of it, what else looks like it, and when to be seen."""

from __future__ import annotations

import pandas as pd

from data.pain import COMPLAINT_WORDS, ComplaintView, load_complaints
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import Choices, one_of
from exhibits.citations import cite, short
from exhibits.html_tables import plain_table
from exhibits.pain.foot import claim_links

LOOKS_LIKE, SEE_SOMEONE = "What else looks like it", "When to see someone"


class ComplaintChoices(Choices):
    """Which complaint."""

    complaint: str = one_of("Light up the path to", COMPLAINT_WORDS, default="joint")


def table(choices: ComplaintChoices) -> pd.DataFrame:
    """What is said and what is known of it, point by point; then what else looks like it, and when to be seen."""
    view = load_complaints()[choices.complaint]
    rows = [(point.text, point.known, point.claims) for point in view.points]
    rows += [
        (LOOKS_LIKE, view.looks_like, view.looks_like_claims),
        (SEE_SOMEONE, view.see_someone, view.see_someone_claims),
    ]
    said, known, claims = zip(*rows, strict=True)
    return pd.DataFrame({"Said": said, "Known": known, "Claims": [", ".join(keys) for keys in claims]})


def figure(choices: ComplaintChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure(choices)


@built_once
def _figure(choices: ComplaintChoices) -> Markup:
    view = load_complaints()[choices.complaint]
    title = _title(view)
    html = plain_table(table(choices), name=title)
    alt = f"Table of {len(view.points)} statements of the articles on {view.name.lower()}, each with what is known."
    source = f"what is said: web articles, in our words; what is known: {short(view.sources)}."
    return Markup.of(html, title=title, subtitle=view.short_answer, source=source, alt=alt)


def _title(view: ComplaintView) -> str:
    return f"{view.name}: what is said, and what is known"


@built_once
def complaint_words(complaint: str) -> str:
    """The same as paragraphs of markdown, with the claims as links and the sources."""
    view = load_complaints()[complaint]
    points = [f"- **Said:** {point.text} **Known:** {point.known} {claim_links(point.claims)}" for point in view.points]
    return "\n".join(
        [
            f"## {_title(view)}",
            f"**{view.short_answer}**\n",
            *points,
            f"\n**{LOOKS_LIKE}.** {view.looks_like} {claim_links(view.looks_like_claims)}",
            f"\n**{SEE_SOMEONE}.** {view.see_someone} {claim_links(view.see_someone_claims)}",
            f"\nSources: {cite(view.sources)}",
        ]
    )


def sources(choices: ComplaintChoices) -> tuple[str, ...]:
    """Of what is known of the complaint."""
    return load_complaints()[choices.complaint].sources


COMPLAINT = Exhibit(
    "complaint",
    title="What is said of a complaint, and what is known",
    page="pain",
    tab="By complaint",
    choices=ComplaintChoices,
    table=table,
    figure=figure,
    rests_on=("pain_complaints",),
    sources=sources,
    also="joints, muscles, nerves, fibromyalgia, pain, ache, see a doctor",
)
