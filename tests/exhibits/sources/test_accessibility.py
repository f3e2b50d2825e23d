"""The statement on accessibility is made from the record of a run, hides no fault, and promises nothing."""

import re
from pathlib import Path

import pytest
import yaml

from data.accessibility import AccessCheck, load_answers, load_checks, load_gaps
from exhibits.base import DEFAULT_LOOK
from exhibits.choices import NoChoices
from exhibits.sources import accessibility
from tests.browser.access_axe import AXE_OF, Tally
from tests.browser.access_run import LOOKS, TESTED, Tools, records
from tests.browser.access_run import checks as kinds

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "accessibility.md"


def test_the_page_of_the_documentation_is_made_from_the_record():
    """After a change: `python -m exhibits.sources.accessibility > docs/accessibility.md`."""
    assert PAGE.read_text(encoding="utf-8") == accessibility.document()


def test_the_record_has_every_kind_of_test():
    """Each check that the run makes, with what it looked at and no more faults told than counted."""
    kept = {one.title for one in load_checks()}
    assert kept == {title for title, *_ in (*AXE_OF.values(), *LOOKS.values(), *TESTED.values())}
    assert all(
        bool(one.found) == bool(one.failed) and len(one.found) <= one.failed <= one.states for one in load_checks()
    )


def test_a_run_is_written_as_a_record_and_its_faults_are_told():
    """One state with two problems is one fault; a check's faults reach the page."""
    tally = Tally(kinds())
    for check in (*AXE_OF, *LOOKS, *TESTED):
        tally.add(check, "foods", [])
    tally.add("motion", "foods, <b>", ["one", "two"])
    made = yaml.safe_load(yaml.safe_dump(records(tally, Tools("4.10", "142"), {})))
    checks = [AccessCheck(key=key, **fields) for key, fields in made.items()]
    motion = next(one for one in checks if one.key == "motion")
    assert (motion.states, motion.failed, motion.found) == (2, 1, ["foods, <b>: one"])
    assert motion.tools == "axe-core 4.10, Chromium 142"


def test_faults_of_a_run_are_listed(monkeypatch):
    """As text, with the check they belong to; and their number is the title."""
    one = load_checks()[0]
    failed = one.model_copy(update={"failed": 3, "found": ["foods: <b>cut</b>"]})
    monkeypatch.setattr(accessibility, "load_checks", lambda: (failed,))
    for told in (accessibility.result, accessibility.faults_words):
        told.cache_clear()
    assert "a fault in 3" in accessibility.result()
    assert one.title in accessibility.faults_words() and "<b>" not in accessibility.faults_words()
    assert accessibility.faults_words().endswith(": 2 more")
    for told in (accessibility.result, accessibility.faults_words):
        told.cache_clear()


def test_each_group_is_answered_and_each_no_has_a_reason():
    """All seven, in their order, and not all of it praise."""
    groups = list(dict.fromkeys(one.principle for one in load_answers()))
    assert groups == ["Perceivable", "Operable", "Understandable", "Robust", "Compromising", "Assistive", "Flexible"]
    assert {one.answer for one in load_answers()} == {"yes", "partly", "no"}
    assert all(len(one.reason) > 20 for one in load_answers())


def test_what_was_not_tested_is_said_and_faults_of_others_have_a_number():
    """Screen readers, people; Streamlit's open issues by number."""
    said = accessibility.gaps_words()
    assert "No real screen reader was tested." in said
    assert [number for one in load_gaps() for number in re.findall(r"\d+$", one.issue)] == ["13332", "16148"]
    assert all(
        f"[Streamlit issue {number}](https://github.com/streamlit/streamlit/issues/{number})" in said
        for number in (13332, 16148)
    )


@pytest.mark.parametrize("word", ["compliant", "compliance", "conform", "certified", "fully accessible"])
def test_nothing_more_is_claimed_than_a_self_assessment(word):
    """Neither on the page nor in the documentation."""
    told = accessibility.document() + accessibility.ACCESSIBILITY.figure(NoChoices(), DEFAULT_LOOK)
    assert word not in told.lower() and "self-assessment" in told
