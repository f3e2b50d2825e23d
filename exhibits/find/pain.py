"""Complaints, mechanisms, tests, the plan's steps, the articles' questions."""

from __future__ import annotations

from collections.abc import Iterator

from data import pain
from exhibits.find.entry import Entry, line
from exhibits.find.pages import view_of


def complaints() -> Iterator[Entry]:
    """Every complaint, with its path on the map lit."""
    for key, told in pain.load_complaints().items():
        said = " ".join(f"{point.text} {point.known}" for point in told.points)
        view = view_of("complaint", complaint=key)
        yield Entry("complaint", told.name, line(told.short_answer), view, said=f"pain {said}")


def mechanisms() -> Iterator[Entry]:
    """Every mechanism, those for which nothing was found included."""
    view = view_of("mechanisms")
    for one in pain.load_mechanisms():
        about = line(f"{pain.EVIDENCE_WORDS[one.evidence].capitalize()}. {one.statement}")
        yield Entry("mechanism", one.name, about, view, said=f"mechanism {one.statement}")
    for one in pain.load_mechanisms_not_found():
        yield Entry("mechanism", one.name, line(f"Not found. {one.note or ''}"), view)


def tests() -> Iterator[Entry]:
    """Every test of magnesium status."""
    for test in pain.load_status_tests():
        said = f"test {test.shows} {test.limits}"
        yield Entry("test", test.name, line(f"Limits: {test.limits}"), view_of("status-tests"), said=said)


def steps() -> Iterator[Entry]:
    """Every step of the article's plan."""
    for step in pain.load_plan_and_not_found():
        about = f"{step.period.capitalize()}: {step.standing}"
        yield Entry("step", step.step, about, view_of("plan-chart"), said=f"30 day plan {step.known}")


def questions() -> Iterator[Entry]:
    """Every question of the articles."""
    for one in pain.load_questions():
        yield Entry("question", one.question, line(one.answer), view_of("pain-questions"), said=one.answer)
