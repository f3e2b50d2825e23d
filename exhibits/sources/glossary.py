"""The words of the pages, in plain and in clinical language, and where they are used."""

from __future__ import annotations

import pandas as pd

from data.glossary import Term, load_glossary, meaning
from data.wording import Level
from exhibits import citations
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import Choices, search, some_of
from exhibits.html_tables import plain_table
from exhibits.markdown import plain
from exhibits.searched import Box, did_you_mean
from exhibits.sources.cited import cited
from exhibits.term_uses import uses

TOPICS = {
    "intake": "Intake",
    "body": "Body",
    "survey": "Survey",
    "statistics": "Statistics",
    "evidence": "Evidence",
}

OTHERWISE: dict[Level, str] = {"plain": "In plain words", "clinical": "To a clinician"}


def _terms() -> dict[str, Term]:
    return _by_key(load_glossary())


@built_once
def _by_key(terms: tuple[Term, ...]) -> dict[str, Term]:
    return {term.key: term for term in terms}


def _said(term: Term) -> tuple[str, str]:
    """The word, then what it means."""
    return " ".join((term.term, *term.written)), f"{term.plain} {term.clinical}"


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
                "In plain words": term.plain,
                "To a clinician": term.clinical,
                "Topic": TOPICS[term.topic],
                "Used in": ", ".join(use.name for use in uses().get(term.key, ())),
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
    words = f"{len(terms)} {'word' if len(terms) == 1 else 'words'} of these pages, in plain and in clinical language"
    return Markup.of(plain_table(shown, name="Glossary"), title=words, source="Our words.", alt=f"Table of {words}.")


@built_once
def glossary_words(choices: GlossaryChoices, level: Level = "plain") -> str:
    """The terms as a markdown list, the meaning of `level` first, the other after it, and links to where each is used."""
    return "\n\n".join(_term(term, level) for term in found(choices))


def _term(term: Term, level: Level) -> str:
    other: Level = "clinical" if level == "plain" else "plain"
    lines = [
        f"**{plain(term.term)}**",
        f"{plain(meaning(term, level))} {cited(term.sources)}".rstrip(),
        f":small[*{OTHERWISE[other]}:* {plain(meaning(term, other))}]",
    ]
    if used := uses().get(term.key):
        lines.append(f":small[*Used in:* {', '.join(f'[{plain(use.name)}]({use.address})' for use in used)}]")
    return "  \n".join(lines)


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
