"""Complaints, mechanisms, tests, the plan's steps, the articles' questions."""

from __future__ import annotations

from collections.abc import Iterator

from data import pain
from exhibits.find.entry import Entry, line


def complaints() -> Iterator[Entry]:
    """Every complaint, with its path on the map lit."""
    for key, view in pain.load_complaints().items():
        query = (("complaint", pain.COMPLAINT_WORDS[key]),)
        said = " ".join(f"{point.text} {point.known}" for point in view.points)
        yield Entry("complaint", view.name, line(view.short_answer), page="pain", query=query, said=f"pain {said}")


def mechanisms() -> Iterator[Entry]:
    """Every mechanism, those for which nothing was found included."""
    query = (("tab", "All mechanisms"),)
    for one in pain.load_mechanisms():
        about = f"{pain.EVIDENCE_WORDS[one.evidence].capitalize()}. {one.statement}"
        yield Entry("mechanism", one.name, line(about), page="pain", query=query, said=f"mechanism {one.statement}")
    for one in pain.load_mechanisms_not_found():
        yield Entry("mechanism", one.name, line(f"Not found. {one.note or ''}"), page="pain", query=query)


def tests() -> Iterator[Entry]:
    """Every test of magnesium status."""
    for test in pain.load_status_tests():
        said = f"test {test.shows} {test.limits}"
        yield Entry(
            "test", test.name, line(f"Limits: {test.limits}"), page="pain", query=(("tab", "Testing"),), said=said
        )


def steps() -> Iterator[Entry]:
    """Every step of the article's plan."""
    for step in pain.load_plan_and_not_found():
        about = f"{step.period.capitalize()}: {step.standing}"
        query = (("tab", "30-day plan"),)
        yield Entry("step", step.step, about, page="pain", query=query, said=f"30 day plan {step.known}")


def questions() -> Iterator[Entry]:
    """Every question of the articles."""
    for one in pain.load_questions():
        query = (("tab", "Questions"),)
        yield Entry("question", one.question, line(one.answer), page="pain", query=query, said=one.answer)
