"""Each exhibit of sources beside the function it was made of: the same words and tables. Goes with the old files."""

import pytest

from components.captions import plain as old_plain
from components.views import sources as old
from exhibits.markdown import plain
from exhibits.sources import bibliography, corrections, dictionary, first_rows, glossary, revisions, tables
from exhibits.sources.tables import TableChoices
from tests.test_outside_text import HOSTILE

CHOSEN = (
    {},
    {"q": "2020 hu arthritis"},
    {"kind": ("trials", "data")},
    {"quality": ("weak_page", "calculation")},
    {"q": "EFSA", "kind": ("guidance",)},
)


@pytest.mark.parametrize("chosen", CHOSEN, ids=str)
def test_the_bibliography(chosen):
    """The same sources, in the same order, as words and as a table."""
    choices = bibliography.BibliographyChoices(**chosen)
    keys = old.found_sources(choices.q, tuple(sorted(choices.kind)), tuple(sorted(choices.quality)))
    assert bibliography.found(choices) == keys
    assert bibliography.citations(keys) == old.citations(keys)
    assert bibliography.table(choices).equals(old.sources_table(keys))


def test_the_choices_are_those_of_before():
    """Labels that old links hold."""
    assert bibliography.KINDS == old.KINDS and bibliography.QUALITIES == old.QUALITIES and glossary.TOPICS == old.TOPICS
    assert list(tables.titles().items()) == list(old.table_titles().items())


@pytest.mark.parametrize("name", old.table_titles())
def test_every_table(name):
    """Its words, its columns, its first rows."""
    choices = TableChoices(table=name)
    assert dictionary.table_words(name) == old.table_words(name)
    assert dictionary.table(choices).equals(old.columns_of(name))
    rows, total = old.first_rows(name)
    assert first_rows.first_rows(name)[0].equals(rows) and first_rows.first_rows(name)[1] == total


@pytest.mark.parametrize("chosen", [{}, {"q": "odds ratio"}, {"topic": ("body", "intake")}, {"q": "qqq"}], ids=str)
def test_the_glossary(chosen):
    """The same words."""
    choices = glossary.GlossaryChoices(**chosen)
    count, words = old.glossary(choices.q, tuple(sorted(choices.topic)))
    assert len(glossary.found(choices)) == count and glossary.glossary_words(choices) == words


def test_the_corrections_and_changes():
    """The same words."""
    assert corrections.correction_words() == old.corrections()
    assert revisions.revision_words() == old.revisions()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_text_without_meaning(text):
    """Both rooms take it away in one way."""
    assert plain(text) == old_plain(text)
