"""How near a class's answers are to the data, and what a teacher may do next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from data.lesson_records import POINTS, NumberQuestion, Question, Scale
from exhibits.lessons.lookup import Right

DISCUSS_FROM, MOVE_ON_FROM = 0.35, 0.70
"""Below the first, explain; above the second, go on; between them, discuss and answer again (Vickrey 2015)."""
MOST_POINTS = 3  # of a curve's five that must be near


def is_near(question: Question, right: Right, answer: Any) -> bool:
    """Whether an answer is the right one, or a number near it: inside the interval, or as near as the question says."""
    if question.kind == "choice":
        return answer == right.keys[0]
    if question.kind == "ordering":
        return tuple(answer) == right.keys
    guesses = [answer] if isinstance(question, NumberQuestion) else answer
    near = [_is_point_near(question, right, place, guess) for place, guess in enumerate(guesses)]
    return sum(near) >= (1 if len(near) < POINTS else MOST_POINTS)


def _is_point_near(question: Scale, right: Right, place: int, guess: float) -> bool:
    slack = question.near or (0.0 if right.low else (question.high - question.low) / 10)
    low, high = (ends[place] if ends else right.values[place] for ends in (right.low, right.high))
    return low - slack <= guess <= high + slack


def share_near(question: Question, right: Right | None, answers: Sequence[Any]) -> float | None:
    """The share of answers that are near, 0 to 1; None where nothing was answered or the data say nothing."""
    if right is None or not answers:
        return None
    return sum(is_near(question, right, answer) for answer in answers) / len(answers)


RIGHT = {"choice": "Right", "ordering": "In the right order"}
"""What it is called, by the kind of question; numbers and curves are near or not."""


def named(question: Question) -> str:
    """ "Right", "In the right order" or "Near the data"."""
    return RIGHT.get(question.kind, "Near the data")


def advice(question: Question, share: float | None) -> str:
    """What to do next, for the teacher alone."""
    if share is None:
        return "No answer to compare with the data: let them discuss, then answer again."
    told = f"{share:.0%} are {named(question)[0].lower()}{named(question)[1:]}. "
    if share < DISCUSS_FROM:
        return f"{told}Few: give a hint or explain, then ask again."
    if share <= MOVE_ON_FROM:
        return f"{told}Discuss now, then answer again: this is where it helps most."
    return f"{told}Most have it: reveal, say why, and go on."
