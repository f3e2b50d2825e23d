"""What a class can be asked, and what an answer to it may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from classroom.faults import ClassFault
from data.lesson_records import ChoiceQuestion, CurveQuestion, Lesson, OrderingQuestion, Step
from data.numbers import FACTORS, NumberError, Range, read_number, read_quantity

Value = float | str | list[str] | list[float]
"""A number, the key of a choice, keys in order, or the heights of a curve."""


class Question(BaseModel):
    """One question: `low` to `high` for numbers and curves, `options` (key to label) for choices and orderings."""

    model_config = ConfigDict(frozen=True, extra="ignore")  # a newer release may have kept more

    key: str
    kind: Literal["number", "choice", "ordering", "curve"]
    low: float = 0
    high: float = 100
    step: float = Field(1, gt=0)
    unit: str = ""
    options: Mapping[str, str] = Field(default_factory=dict)
    points: tuple[str, ...] = ()

    @model_validator(mode="after")
    def complete(self) -> Self:
        """Each kind has what it needs."""
        if self.kind in ("number", "curve") and not self.low < self.high:
            raise ValueError(f"question '{self.key}': low is {self.low:g}, high {self.high:g}; low must be below high")
        if self.kind in ("choice", "ordering") and len(self.options) < 2:
            raise ValueError(f"question '{self.key}': has {len(self.options)} options; expected two or more")
        if self.kind == "curve" and len(self.points) < 2:
            raise ValueError(f"question '{self.key}': has {len(self.points)} points; expected two or more")
        return self

    def measured(self, words: str) -> str:
        """A number or numbers, with the unit: "12%", "12 mg"."""
        return f"{words}{self.unit}" if self.unit in ("", "%") else f"{words} {self.unit}"

    def checked(self, value: object) -> Value:
        """The answer as it is stored. Raises ClassFault("range"), which says what is allowed."""
        if self.kind == "number":
            return self._number(value)
        if self.kind == "choice":
            return self._key(value)
        parts = list(value) if isinstance(value, Sequence) and not isinstance(value, str) else []
        return self._order(parts) if self.kind == "ordering" else self._heights(parts)

    def _number(self, value: object, where: str = "") -> float:
        allowed = Range(self.low, self.high)
        unit = self.unit if self.unit in FACTORS else ""
        told = where + self.measured(allowed.words)
        try:
            number = read_quantity(str(value), unit) if unit else read_number(str(value))
        except NumberError as fault:
            raise ClassFault("range", f"{fault} Allowed: {told}.") from None
        if not allowed.holds(number):
            raise ClassFault("range", f"{number:g} is out of range. Allowed: {told}.")
        return number

    def _key(self, value: object) -> str:
        if not isinstance(value, str) or value not in self.options:
            raise ClassFault("range", f"Choose one of these: {', '.join(self.options.values())}.")
        return value

    def _order(self, parts: Sequence[object]) -> list[str]:
        keys = [part for part in parts if isinstance(part, str)]
        if len(parts) != len(self.options) or set(keys) != set(self.options):
            raise ClassFault("range", "Each of these has one place: " + ", ".join(self.options.values()) + ".")
        return keys

    def _heights(self, parts: Sequence[object]) -> list[float]:
        if len(parts) != len(self.points):
            raise ClassFault("range", f"The curve has {len(self.points)} points; {len(parts)} came.")
        return [self._number(part, f"{name}: ") for name, part in zip(self.points, parts, strict=True)]


class PlannedStep(BaseModel):
    """A step as the phones need it: what is asked in a pupil's words, or what to do meanwhile."""

    model_config = ConfigDict(frozen=True, extra="ignore")  # a newer release may have kept more

    key: str
    kind: Literal["ask", "predict", "discuss", "reveal", "explain"]
    words: str
    question: Question | None = None


class Plan(BaseModel):
    """A lesson as a class keeps it from its opening on, so that a file changed meanwhile changes no question under way."""

    model_config = ConfigDict(frozen=True, extra="ignore")  # a newer release may have kept more

    key: str
    title: str
    language: str = "en"
    steps: tuple[PlannedStep, ...]

    def step(self, key: str) -> PlannedStep | None:
        """A step by its key."""
        return next((step for step in self.steps if step.key == key), None)

    def question(self, key: str) -> Question | None:
        """What a step asks, if it does."""
        found = self.step(key)
        return found.question if found else None

    @property
    def asked(self) -> tuple[PlannedStep, ...]:
        """The steps that ask something."""
        return tuple(step for step in self.steps if step.question)


def question_of(step: Step, said: Callable[[str], str] = str) -> Question | None:
    """What a step of a lesson asks; `said` puts the figures into a text."""
    asked = step.question
    if asked is None:
        return None
    if isinstance(asked, ChoiceQuestion | OrderingQuestion):
        kind: Literal["choice", "ordering"] = "ordering" if isinstance(asked, OrderingQuestion) else "choice"
        return Question(key=step.key, kind=kind, options={key: said(text) for key, text in asked.offered().items()})
    scale = {"low": asked.low, "high": asked.high, "step": asked.step}
    points = tuple(map(said, asked.points)) if isinstance(asked, CurveQuestion) else ()
    return Question(key=step.key, kind=asked.kind, unit=asked.unit, points=points, **scale)


def plan_of(lesson: Lesson, said: Callable[[str], str] = str) -> Plan:
    """A lesson for `store.open_class`; `said` puts the figures into a text: "{low} of 100" → "12 of 100"."""
    steps = [
        PlannedStep(key=step.key, kind=step.kind, words=said(step.text), question=question_of(step, said))
        for step in lesson.steps
    ]
    return Plan(key=lesson.key, title=said(lesson.title), language=lesson.language, steps=tuple(steps))
