"""Each exhibit of pain beside the function it was made of: the same figure, table and words. Goes with the old files."""

import pytest

from components.views import pain as old
from data.pain import COMPLAINT_WORDS
from exhibits.base import MODES, SIZES, Look
from exhibits.choices import NoChoices
from exhibits.pain import complaints, cutoffs, mechanism_map, mechanisms, plan, questions, status_tests, steps, stopping

LOOKS = [Look(mode, size) for mode in MODES for size in SIZES]


@pytest.mark.parametrize("complaint", COMPLAINT_WORDS)
def test_the_map(complaint):
    """Figure, table and words of every complaint."""
    chosen = complaints.ComplaintChoices(complaint=complaint)
    assert mechanism_map.table(chosen).equals(old.map_table(complaint))
    assert steps.step_words(complaint) == old.step_words(complaint)
    assert complaints.complaint_words(complaint) == old.complaint_words(complaint)
    for look in LOOKS:
        assert mechanism_map.figure(chosen, look).to_dict() == old.map_figure(complaint, *look).to_dict()


@pytest.mark.parametrize("cutoff", old.cutoffs())
def test_the_cutoffs(cutoff):
    """Every limit, with its label."""
    chosen = cutoffs.CutoffChoices(cutoff=cutoff)
    assert cutoffs.cutoffs() == old.cutoffs() and cutoffs.table(chosen).equals(old.cutoff_table())
    for look in LOOKS:
        assert cutoffs.figure(chosen, look).to_dict() == old.cutoff_figure(cutoff, *look).to_dict()


def test_the_plan():
    """Figure, table and words."""
    assert plan.table(NoChoices()).equals(old.plan_table()) and plan.plan_words() == old.plan_words()
    for look in LOOKS:
        assert plan.figure(NoChoices(), look).to_dict() == old.plan_figure(*look).to_dict()


def test_the_words():
    """Stopping, tests, questions, mechanisms."""
    assert stopping.stopping_words() == old.stopping_words()
    assert status_tests.test_words() == old.test_words()
    assert questions.question_words() == old.question_words()
    assert mechanisms.mechanism_words() == old.mechanism_words()
