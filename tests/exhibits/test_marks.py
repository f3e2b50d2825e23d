"""Marks that stand for records: each has the key of one that can be opened and told, on every size of screen."""

import pytest

from exhibits.base import SIZES, Chart, Look
from exhibits.catalog import catalog

ANSWERING = [key for key, one in catalog().items() if one.opens]
every_answering = pytest.mark.parametrize("key", ANSWERING)


def test_foods_claims_studies_groups_signs_steps_and_analyses_can_be_opened():
    """What the pictures show marks of."""
    kinds = {catalog()[key].opens.name for key in ANSWERING}
    assert kinds >= {"food", "claim", "study", "risk", "sign", "step", "plan", "analysis"}


@every_answering
@pytest.mark.parametrize("size", SIZES)
def test_every_mark_has_a_record_with_a_name_and_words(key, size):
    """No mark leads nowhere, and a record says more than its name."""
    one = catalog()[key]
    choices = one.shown_first
    marks, names = one.figure(choices, Look("light", size)).marks, one.opens.names(choices)
    assert marks
    for mark in marks:
        assert names[mark].strip()
        assert len(one.opens.told(choices, mark)) > len(names[mark]) + 40


@every_answering
def test_a_phone_and_a_projector_have_the_same_marks(key):
    """A link to a record opens the same on each."""
    one = catalog()[key]
    assert len({frozenset(one.figure(one.shown_first, Look("light", size)).marks) for size in SIZES}) == 1


@every_answering
def test_a_mark_tells_itself_to_a_pointer_too(key):
    """What can be opened says on hover and tap what it is; where it is an estimate, with its interval and people."""
    one = catalog()[key]
    for trace in one.figure(one.shown_first, Look()).to_dict()["data"]:
        if any(trace.get("ids", ())):
            assert trace["hovertemplate"] and trace.get("hoverinfo") != "skip"


def test_estimates_with_an_interval_tell_it_and_how_many_people_on_hover():
    """Wherever error bars are drawn: "11.5% (9.4 to 13.9), n 1,812". A published figure's people are in its own study."""
    for key, one in catalog().items():
        shown = one.figure(one.shown_first, Look())
        for trace in shown.to_dict()["data"] if isinstance(shown, Chart) else ():
            if {"error_x", "error_y"} & set(trace):
                said = f"{trace['hovertemplate']} {trace.get('text', '')}"
                assert " to " in said or "no interval published" in said, key
                assert key == "benchmarks" or " n " in said, key
