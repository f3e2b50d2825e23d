"""Questions in words: what the studies of each found, in a line, and how many studies and people that is."""

import re

import pytest

from data.evidence import load_questions, load_studies
from exhibits.base import Look
from exhibits.choices import NoChoices
from exhibits.evidence.answers import ANSWERS, Answer, amount, answers, certainty, verdict
from exhibits.evidence.names import TOPICS

BY_QUESTION = {answer.asked: answer for answer in answers()}
SOME = tuple(load_studies().values())


def test_every_question_told_as_readers_ask_it_has_an_answer():
    """A question mark, a verdict, and a link to the effects it is shown under, unless no study bears on it."""
    asked = [question.asked for question in load_questions().values() if question.asked]
    assert list(BY_QUESTION) == asked and len(asked) >= 8
    markup = ANSWERS.figure(NoChoices(), Look())
    for answer in answers():
        assert answer.asked.endswith("?") and answer.asked in markup
        assert answer.topic or not answer.studies
        assert not answer.topic or f"effects={TOPICS[answer.topic]}".replace(" ", " ") in markup


def test_nerve_pain():
    """One trial of 45 people found none. The one of 110 looked at nerve damage, not at pain, and answers a question of its own."""
    nerve = BY_QUESTION["Does magnesium by mouth help nerve pain?"]
    assert verdict(nerve) == "Hardly known: the one study found none."
    assert (amount(nerve), certainty(nerve)) == ("1 study, 45 people", "●●○○ low")


def test_cramps_rest_on_poolings_that_include_no_difference():
    """Four of five found none, both poolings among them."""
    cramps = BY_QUESTION["Does magnesium help muscle cramps?"]
    assert verdict(cramps).startswith("Probably not: of 5 studies 1 found help")
    assert {study.name for study in cramps.pooled} == {"Garrison 2012", "Garrison 2020"}


def test_nobody_is_counted_twice():
    """People of poolings stand apart from those of single studies."""
    for answer in answers():
        assert not set(answer.single) & set(answer.pooled)
        assert len(answer.studies) == len(answer.single) + len(answer.pooled)
        for words in re.findall(r"([\d,]+) people", amount(answer).split(";")[0]):
            if answer.single:
                assert int(words.replace(",", "")) == sum(study.people or 0 for study in answer.single)


@pytest.mark.parametrize(
    ("helped", "mixed", "none", "said"),
    [
        (0, 0, 0, "Not known: no study with a result was found."),
        (1, 0, 0, "Hardly known: the one study found help."),
        (0, 1, 0, "Hardly known: the one study found help for some results only."),
        (0, 0, 1, "Hardly known: the one study found none."),
        (2, 0, 0, "Perhaps: all 2 studies found help."),
        (0, 0, 3, "Not shown: none of 3 studies found help."),
        (3, 1, 1, "Perhaps: of 5 studies 3 found help, 1 found it for some results only and 1 found none."),
        (1, 0, 2, "Probably not: of 3 studies 1 found help and 2 found none."),
        (1, 1, 1, "Unclear: of 3 studies 1 found help, 1 found it for some results only and 1 found none."),
    ],
)
def test_the_verdict_follows_the_counts(helped, mixed, none, said):
    """Never surer than "perhaps"."""
    parts = (SOME[:helped], SOME[10 : 10 + mixed], SOME[20 : 20 + none])
    assert verdict(Answer("Does it?", "", *parts)) == said


def test_better_than_before_is_no_help():
    """Bagis 2013 compared nobody with others: it counts neither for nor against."""
    fibromyalgia = BY_QUESTION["Does magnesium by mouth help fibromyalgia?"]
    assert "Bagis 2013" not in {study.name for study in fibromyalgia.studies}
