"""What pain tells in tables: every record is in its table, the unfound ones as unfound, and each names its sources."""

import pytest

from data import pain
from exhibits.base import Look
from exhibits.choices import NoChoices
from exhibits.pain import complaints, mechanisms, questions, status_tests, stopping
from exhibits.pain.complaints import ComplaintChoices
from exhibits.units import UnitChoices

ALWAYS = (mechanisms.MECHANISMS, questions.PAIN_QUESTIONS, status_tests.STATUS_TESTS, stopping.STOPPING)


@pytest.mark.parametrize(
    ("shown", "count"),
    [
        (mechanisms.MECHANISMS, len(pain.load_mechanisms()) + len(pain.load_mechanisms_not_found())),
        (questions.PAIN_QUESTIONS, len(pain.load_questions())),
        (status_tests.STATUS_TESTS, len(pain.load_status_tests())),
        (stopping.STOPPING, len(pain.load_stopping_and_not_found())),
    ],
    ids=lambda shown: getattr(shown, "key", None),
)
def test_every_record_has_its_row(shown, count):
    """In the table and in its HTML."""
    assert len(shown.table(shown.choices())) == count
    assert shown.figure(shown.choices(), Look()).count("<tr") == count + 1


@pytest.mark.parametrize("shown", ALWAYS, ids=lambda shown: shown.key)
def test_what_was_not_found_is_no_source(shown):
    """Each exhibit names what was read, and that alone."""
    assert shown.sources_of(shown.choices()) and "none_found" not in shown.sources_of(shown.choices())


def test_mechanisms_without_a_study_say_so():
    """They stand last, told as not found."""
    rows = mechanisms.table(NoChoices()).tail(len(pain.load_mechanisms_not_found()))
    assert set(rows["How it is known"]) == {"no study found"} and set(rows["Sources"]) == {""}


@pytest.mark.parametrize("complaint", pain.COMPLAINT_WORDS)
def test_a_complaint_has_its_points_and_when_to_be_seen(complaint):
    """The short answer is the subtitle; the last row says when to see someone."""
    chosen, view = ComplaintChoices(complaint=complaint), pain.load_complaints()[complaint]
    assert complaints.table(chosen)["Known"].tolist()[-1] == view.see_someone
    assert complaints.figure(chosen, Look()).words["subtitle"] == view.short_answer


def test_a_level_that_flags_too_little_is_told_with_its_test():
    """A figure keeps its unit."""
    flagged = [test for test in pain.load_status_tests() if test.low_flag is not None]
    rows = status_tests.table(UnitChoices()).set_index("Test")["Figures"]
    assert flagged and all(f"Low below {test.low_flag:g} {test.low_flag_unit}." in rows[test.name] for test in flagged)
