"""The right answer in words, for whoever teaches."""

from __future__ import annotations

from data.lesson_records import LETTERS, ChoiceQuestion, CurveQuestion, OrderingQuestion, Question, Scale
from exhibits.lessons.lookup import Right


def answer_words(question: Question, right: Right | None) -> str:
    """ "15.6 % (13.5 to 18)", "No clear bend is left", or that the data do not decide."""
    if right is None:
        return "the data do not decide this one."
    if isinstance(question, ChoiceQuestion):
        letter = LETTERS[list(question.options).index(right.keys[0])]
        return f"{letter}, {question.options[right.keys[0]]}"
    if isinstance(question, OrderingQuestion):
        return ", then ".join(question.items[key] for key in right.keys)
    names = question.points if isinstance(question, CurveQuestion) else ("",)
    told = [_with_interval(question, right, place) for place in range(len(names))]
    return "; ".join(f"{name}: {said}" if name else said for name, said in zip(names, told, strict=True))


def _with_interval(question: Scale, right: Right, place: int) -> str:
    said = f"{right.values[place]:,g} {question.unit}".strip()
    if right.low:
        said += f" (95% interval {right.low[place]:,g} to {right.high[place]:,g})"
    return said
