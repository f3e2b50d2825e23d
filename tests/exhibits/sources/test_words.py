"""Glossary, faults in print, and what we changed."""

from data.glossary import load_corrections, load_glossary
from data.revisions import load_revisions
from exhibits.base import Look
from exhibits.choices import NoChoices
from exhibits.sources import corrections, revisions
from exhibits.sources.glossary import GLOSSARY, GlossaryChoices, empty, figure, found, glossary_words, table


def test_every_term_is_told():
    """In words, in the table and in the picture."""
    choices = GlossaryChoices()
    for term in load_glossary():
        assert f"**{term.term}**" in glossary_words(choices)
    assert len(table(choices)) == len(load_glossary())
    assert figure(choices, Look()).count('<tr role="row">') == len(load_glossary()) + 1


def test_a_search_and_a_topic_together():
    """Odds ratio is a word of statistics, not of the body."""
    assert "Odds ratio" in {term.term for term in found(GlossaryChoices(q="odds ratio", topic=("statistics",)))}
    assert empty(GlossaryChoices(q="odds ratio", topic=("body",))) == "No word matches “odds ratio” here."
    link = {"word": ["odds ratio"], "subject": ["Statistics"]}
    assert GLOSSARY.address(GlossaryChoices.read(link)) == {
        "tab": "Glossary",
        "word": "odds ratio",
        "subject": ["Statistics"],
    }


def test_every_known_fault_is_told_with_its_source():
    """What is printed, what is wrong and what is shown, for each correction."""
    assert corrections.correction_words().count("The fault: ") == len(load_corrections())
    assert "only 1,018 with and 12,306 without" in corrections.correction_words()
    assert corrections.figure(NoChoices(), Look()).count("<a ") >= len(load_corrections()) // 2
    assert len(corrections.table(NoChoices())) == len(load_corrections())


def test_every_change_is_told():
    """Old, new and why."""
    assert revisions.revision_words().count("Why: ") == len(load_revisions())
    assert len(revisions.table(NoChoices())) == len(load_revisions())
    assert 'data-name="Before"' in revisions.figure(NoChoices(), Look())
