"""The fields of a question, and what a pupil gave in words: plain HTML that needs no script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from classroom.questions import Question, Value
from data.lesson_records import LETTERS

PLACES = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


def fields(question: Question, given: Any = None) -> str:
    """The fields, filled with what was given before, if anything was."""
    return {"number": _number, "choice": _choice, "ordering": _ordering, "curve": _curve}[question.kind](
        question, given
    )


def _number(question: Question, given: Any) -> str:
    value = f' value="{escape(written(given))}"' if given is not None else ""
    return (
        f'<label class="field">{escape(question.measured(f"A number from {question.low:g} to {question.high:g}"))}'
        f'<input type="text" name="value" inputmode="decimal" autocomplete="off" maxlength="40" required{value}></label>'
    )


def _choice(question: Question, given: Any) -> str:
    options = "".join(
        f'<label class="one"><input type="radio" name="value" value="{escape(key)}" required'
        f"{' checked' if key == given else ''}><span><b>{letter}</b> {escape(label)}</span></label>"
        for letter, (key, label) in zip(LETTERS, question.options.items(), strict=False)
    )
    return f"<fieldset><legend>Choose one</legend>{options}</fieldset>"


def _ordering(question: Question, given: Any) -> str:
    chosen = [*map(str, given or ()), *[""] * len(question.options)]
    places = "".join(
        f'<label class="field">{PLACES[place]}<select name="value" required><option value="">Choose</option>'
        + "".join(
            f'<option value="{escape(key)}"{" selected" if key == chosen[place] else ""}>{escape(label)}</option>'
            for key, label in question.options.items()
        )
        + "</select></label>"
        for place in range(len(question.options))
    )
    return f'<fieldset class="order"><legend>Put them in order</legend>{places}</fieldset>'


def _curve(question: Question, given: Any) -> str:
    """A number a point, with none to begin with, so that nothing is sent that nobody chose; the script makes sliders of them."""
    heights = [written(one) for one in given] if given else [""] * len(question.points)
    sliders = "".join(
        f'<label class="field">{escape(name)}<b aria-hidden="true"></b>'
        f'<input type="number" inputmode="decimal" name="value" min="{question.low:g}" max="{question.high:g}" step="{question.step:g}" '
        f'required value="{escape(height)}"></label>'
        for name, height in zip(question.points, heights, strict=True)
    )
    ends = escape(question.measured(f"{question.low:g} to {question.high:g}"))
    unit = escape(question.measured(""))
    return f'<fieldset class="draw" data-unit="{unit}"><legend>One for each: {ends}</legend>{sliders}</fieldset>'


def written(value: object) -> str:
    """A number or text as a field holds it."""
    return f"{value:g}" if isinstance(value, float | int) else str(value)


def in_words(question: Question, value: Value | Mapping[str, float]) -> str:
    """An answer as its pupil would say it, not yet safe for HTML."""
    if question.kind == "choice":
        return question.options[str(value)]
    if question.kind == "number":
        return question.measured(written(value))
    parts: Sequence[Any] = value if isinstance(value, list) else []
    if question.kind == "ordering":
        return "; ".join(question.options[key] for key in parts)  # an item may have a comma in it
    return question.measured(", ".join(written(one) for one in parts))


def read(question: Question, values: Sequence[str]) -> object:
    """What a form sent, for Question.checked."""
    if question.kind in ("ordering", "curve"):
        return list(values)
    return values[0] if len(values) == 1 else ""
