"""A small lesson that only the tests know: each kind of question once, and steps that ask nothing."""

import pytest

from classroom import rows, store
from classroom.faults import ClassFault
from classroom.questions import Plan, PlannedStep, Question
from classroom.tally import shown_tally

CHOICE = Question(key="more", kind="choice", options={"spinach": "Spinach", "rice": "White <rice>", "none": "Neither"})
NUMBER = Question(key="share", kind="number", low=0, high=60, step=0.5, unit="%")
ORDER = Question(key="sort", kind="ordering", options={"a": "Almonds", "b": "Beans", "c": "Cheese"})
CURVE = Question(
    key="curve", kind="curve", low=0, high=40, unit="%", points=("Lowest", "Second", "Middle", "Fourth", "Highest")
)
LESSON = Plan(
    key="for-tests",
    title="For <tests>",
    steps=(
        PlannedStep(key="welcome", kind="explain", words="Welcome."),
        PlannedStep(key="more", kind="ask", words="Which has more magnesium & why?", question=CHOICE),
        PlannedStep(key="talk", kind="discuss", words="Why?"),
        PlannedStep(key="share", kind="predict", words="How many of a hundred?", question=NUMBER),
        PlannedStep(key="sort", kind="ask", words="Most first.", question=ORDER),
        PlannedStep(key="curve", kind="predict", words="Draw the curve.", question=CURVE),
        PlannedStep(key="see", kind="reveal", words="Look."),
    ),
)
GOOD = {"more": "rice", "share": 12.5, "sort": ["b", "a", "c"], "curve": [1.0, 2.0, 3.0, 4.0, 40.0]}
"""An answer to each question, as it is stored."""


def fault_of(call, *args, **more) -> ClassFault:
    """The fault that a call raises."""
    with pytest.raises(ClassFault) as raised:
        call(*args, **more)
    return raised.value


def asked(opened, step: str = "more", round_: int = 1, **more):
    """The class with a question open."""
    return store.go(opened.code, opened.host_secret, step, round_, "open", **more)


def opened_at(opened) -> float:
    """When a class began."""
    return store.state(opened.code).opened_at


def check_nothing_slips_in(opened, monkeypatch):
    """A question opened again, and answered, between the look at its phase and the count of its answers."""
    asked(opened)
    store.answer(opened.code, "p1", "more", 1, "rice")
    store.go(opened.code, opened.host_secret, "more", 1, "shown")
    real = rows.at_of

    def meanwhile(connection, now):
        monkeypatch.setattr(rows, "at_of", real)
        asked(opened)
        store.answer(opened.code, "p2", "more", 1, "none")
        return real(connection, now)

    monkeypatch.setattr(rows, "at_of", meanwhile)
    assert shown_tally(opened.code)[1].n == 1
    assert shown_tally(opened.code)[1] is None
