"""Questions that the articles ask or answer, answered from the sources."""

from __future__ import annotations

import pandas as pd

from data.pain import load_questions
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import NoChoices
from exhibits.citations import short
from exhibits.html_tables import plain_table
from exhibits.pain.foot import foot, sources_of

ARTICLES = {
    "chronic-joint-pain-guide": "Asked in the joint pain guide",
    "muscle-pain": "Asked in the muscle pain article",
    "nerve-pain": "Asked in the nerve pain article",
}
TITLE = "What the articles ask, answered from the sources"


def table(choices: NoChoices) -> pd.DataFrame:
    """A row for each question, article by article."""
    asked = [question for article in ARTICLES for question in load_questions() if question.article == article]
    return pd.DataFrame(
        {
            "Where": [ARTICLES[question.article] for question in asked],
            "Question": [question.question for question in asked],
            "Answer": [question.answer for question in asked],
            "Claims": [", ".join(question.claims) for question in asked],
            "Sources": [short(question.sources) for question in asked],
        }
    )


def figure(choices: NoChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure()


@built_once
def _figure() -> Markup:
    rows = table(NoChoices())
    alt = f"Table of {len(rows)} questions of {len(ARTICLES)} articles with their answers."
    return Markup.of(plain_table(rows, name=TITLE), title=TITLE, source="each answer names its own.", alt=alt)


@built_once
def question_words() -> str:
    """The same as paragraphs of markdown, each with its sources and claims."""
    blocks = []
    for article, title in ARTICLES.items():
        blocks.append(f"## {title}")
        blocks += [
            f"**{question.question}** {question.answer} {foot(question.sources, question.claims, question.verified)}"
            for question in load_questions()
            if question.article == article
        ]
    return "\n\n".join(blocks)


def sources(choices: NoChoices) -> tuple[str, ...]:
    """Of the answers."""
    return sources_of(load_questions())


PAIN_QUESTIONS = Exhibit(
    "pain-questions",
    title="Questions of the articles, answered",
    page="pain",
    tab="Questions",
    table=table,
    figure=figure,
    rests_on=("questions",),
    sources=sources,
    also="FAQ, how long, how much, does it help",
)
