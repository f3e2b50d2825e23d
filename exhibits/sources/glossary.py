"""The words of the pages, in plain language."""

from __future__ import annotations

import pandas as pd

from data.glossary import Term, load_glossary
from exhibits import citations
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import Choices, search, some_of
from exhibits.html_tables import plain_table
from exhibits.markdown import plain
from exhibits.searched import Box, did_you_mean
from exhibits.sources.cited import cited

TOPICS = {
    "intake": "Intake",
    "body": "Body",
    "survey": "Survey",
    "statistics": "Statistics",
    "evidence": "Evidence",
}


def _terms() -> dict[str, Term]:
    return _by_key(load_glossary())


@built_once
def _by_key(terms: tuple[Term, ...]) -> dict[str, Term]:
    return {term.key: term for term in terms}


def _said(term: Term) -> tuple[str, str]:
    """The word, then what it means."""
    return term.term, term.meaning


GLOSSARY_BOX = Box.of(_terms, _said, example="odds ratio")


class GlossaryChoices(Choices):
    """Which words."""

    q: str = search(GLOSSARY_BOX, address="word")
    topic: tuple[str, ...] = some_of("Topic", TOPICS, address="subject")


@built_once
def found(choices: GlossaryChoices) -> tuple[Term, ...]:
    """The terms that fit the choice, in alphabetical order."""
    fitting = GLOSSARY_BOX.found(choices.q)
    return tuple(
        term for term in load_glossary() if (not choices.topic or term.topic in choices.topic) and term.key in fitting
    )


def empty(choices: GlossaryChoices) -> str:
    """That nothing fits."""
    if found(choices):
        return ""
    if not choices.q:
        return "No word in this topic."
    return f"No word matches “{choices.q}” here.{did_you_mean(GLOSSARY_BOX.tries(choices.q))}"


def table(choices: GlossaryChoices) -> pd.DataFrame:
    """The terms to take away."""
    return pd.DataFrame(
        [
            {
                "Word": term.term,
                "Meaning": term.meaning,
                "Topic": TOPICS[term.topic],
                "Sources": citations.short(term.sources),
            }
            for term in found(choices)
        ]
    )


@built_once
def figure(choices: GlossaryChoices, look: Look) -> Markup:
    """The terms as a table."""
    terms = found(choices)
    shown = table(choices).assign(Sources=[citations.sources(term.sources) for term in terms])
    words = f"{len(terms)} {'word' if len(terms) == 1 else 'words'} of these pages, in plain language"
    return Markup.of(plain_table(shown, name="Glossary"), title=words, source="Our words.", alt=f"Table of {words}.")


@built_once
def glossary_words(choices: GlossaryChoices) -> str:
    """The terms as a markdown list."""
    return "\n\n".join(_term(term) for term in found(choices))


def _term(term: Term) -> str:
    return f"**{plain(term.term)}**  \n{plain(term.meaning)} {cited(term.sources)}".rstrip()


def sources(choices: GlossaryChoices) -> tuple[str, ...]:
    """Of the terms found."""
    return tuple(dict.fromkeys(key for term in found(choices) for key in term.sources))


GLOSSARY = Exhibit(
    "glossary",
    title="Glossary",
    page="sources",
    tab="Glossary",
    choices=GlossaryChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("glossary",),
    sources=sources,
    also="words, terms, abbreviations, definitions, meaning, what is",
)
