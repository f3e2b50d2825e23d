"""Supporting and skeptical readings of one topic, and what would change our mind."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from data.evidence import Point, Study, View, load_studies, load_views
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import Choices, one_of
from exhibits.evidence.names import CERTAINTY, CERTAINTY_KEY, DESIGNS, TOPICS
from exhibits.evidence.study_words import linked, sources_of_studies
from exhibits.html_tables import plain_table
from exhibits.markdown import plain

FOR, AGAINST, WOULD_CHANGE = "What speaks for it", "What speaks against it", "What would change our mind"
MARKS = f"Marks after a study: how sure its result is. {CERTAINTY_KEY}"
SOURCE = "our reading of the studies named."


class ViewsChoices(Choices):
    """Of which topic."""

    topic: str = one_of("Topic", TOPICS, default="fibromyalgia", address="question")

    @property
    def view(self) -> View:
        """The two readings of it."""
        return load_views()[self.topic]


def table(choices: ViewsChoices) -> pd.DataFrame:
    """A row for each argument with its studies, and for each thing that would change our mind."""
    view = choices.view
    rows = [(FOR, point.text, _studies(point)) for point in view.supporting]
    rows += [(AGAINST, point.text, _studies(point)) for point in view.skeptical]
    rows += [(WOULD_CHANGE, said, "") for said in view.would_change]
    return pd.DataFrame(rows, columns=["Side", "Argument", "Studies"])


def _studies(point: Point) -> str:
    studies = (load_studies()[key] for key in point.studies)
    return "; ".join(f"{study.name}, {_how_known(study)}" for study in studies)


def _how_known(study: Study) -> str:
    """Design, and the marks of certainty of a study of people: "randomized trial ●●○○"."""
    marks = f" {CERTAINTY[study.certainty][0]}" if study.grounds == "people" else ""
    return f"{DESIGNS[study.design]}{marks}"


def figure(choices: ViewsChoices, look: Look) -> Markup:
    """The two readings as a table to read."""
    return _figure(choices)


@built_once
def _figure(choices: ViewsChoices) -> Markup:
    view, rows = choices.view, table(choices)
    alt = (
        f"Table on the question “{view.question}”: {len(view.supporting)} arguments for it, {len(view.skeptical)} "
        f"against it, and {len(view.would_change)} things that would change our mind."
    )
    html = plain_table(rows, name=view.question)
    return Markup.of(html, title=view.question, subtitle=MARKS, source=SOURCE, alt=alt)


class ViewWords(NamedTuple):
    """The two readings in markdown: the question, and three lists."""

    question: str
    supporting: str
    skeptical: str
    would_change: str


@built_once
def view_words(topic: str) -> ViewWords:
    """The two readings of a topic in markdown."""
    view = load_views()[topic]
    return ViewWords(
        plain(view.question),
        "\n".join(_point(point) for point in view.supporting),
        "\n".join(_point(point) for point in view.skeptical),
        "\n".join(f"- {plain(text)}" for text in view.would_change),
    )


def _point(point: Point) -> str:
    studies = (load_studies()[key] for key in point.studies)
    named = "; ".join(f"{linked(study)}, {_how_known(study)}" for study in studies)
    return f"- {plain(point.text)} :gray[:small[{named}]]"


def sources(choices: ViewsChoices) -> tuple[str, ...]:
    """Of the studies on both sides."""
    view = choices.view
    return sources_of_studies(key for point in (*view.supporting, *view.skeptical) for key in point.studies)


TWO_VIEWS = Exhibit(
    "two-views",
    title="Two views of one topic",
    page="evidence",
    tab="Two views",
    choices=ViewsChoices,
    table=table,
    figure=figure,
    rests_on=("views", "studies"),
    sources=sources,
    also="pro and con, for and against, skeptical, supporting, debate, change our mind",
)
