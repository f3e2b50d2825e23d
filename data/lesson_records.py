"""What a lesson is: its steps, its questions, and where each figure and each right answer stands in the data.

Nothing that was found is typed into a lesson. A text holds `{names}` of figures, and a figure, an answer or a reveal names an
exhibit, its choices and a place in its table; `exhibits/lessons/` looks them up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from data.base import Record

KEY = r"^[a-z0-9][a-z0-9_-]*$"
ON_SCREEN, IN_NOTES, IN_LINE = 420, 1500, 160  # characters: what is read from the back row, by the teacher, on one line
POINTS = 5  # of a curve
MOST_STEPS = 30
NAME = re.compile(r"\{([^{}]*)\}")
PACE = 130  # words a minute, read aloud to a class
SETTLE = {"ask": 0.75, "predict": 1.0, "discuss": 1.5, "reveal": 0.75, "explain": 0.5}
"""Minutes that a step needs beside the reading: to think and to press, to talk with a neighbor, to look at a picture."""

Kind = Literal["ask", "predict", "discuss", "reveal", "explain"]
KINDS: dict[Kind, str] = {
    "ask": "Question",
    "predict": "Prediction",
    "discuss": "Discussion",
    "reveal": "Reveal",
    "explain": "Why",
}
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=IN_LINE)]
Spoken = Annotated[str, StringConstraints(strip_whitespace=True, max_length=IN_NOTES)]
Shown = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=ON_SCREEN)]
Name = Annotated[str, StringConstraints(pattern=KEY, max_length=40)]


class Part(BaseModel):
    """A part of a lesson. A field that is written and left empty counts as not written."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        return {name: value for name, value in given.items() if value != ""} if isinstance(given, Mapping) else given


# Where something stands in the data ------------------------------------------------------------------------------------


class View(Part):
    """An exhibit with its choices, named as in its address or by their keys."""

    exhibit: Name = Field(description="Key of the exhibit: python -m exhibits list")
    choices: dict[str, str | tuple[str, ...]] = Field({}, description="Its choices: name and value")


class Figure(View):
    """A figure to be told in a text: one cell of an exhibit's table, or how many rows there are."""

    row: dict[str, str] = Field({}, description="Which row: column and what stands in it")
    column: str | None = Field(None, description="Which column; not with `count`")
    count: bool = Field(False, description="true: how many rows fit, and no cell")
    decimals: int | None = Field(None, description="Round to so many decimals; else as the table has it", ge=0, le=3)

    @model_validator(mode="after")
    def _one_of_both(self) -> Figure:
        if self.count == (self.column is not None):
            raise ValueError("either a column, or `count: true`")
        return self


class Answer(View):
    """Where the right answer stands: a column, and by the kind of question the row, or a row for each option."""

    column: str = Field(description="Which column of the exhibit's table")
    row: dict[str, str] = Field({}, description="Which row (of a curve: which five)")
    low: str | None = Field(None, description="Column of the lower end of the 95% interval")
    high: str | None = Field(None, description="Column of the upper end of the 95% interval")
    means: dict[Name, str] = Field({}, description="Of a choice: option and what then stands in the cell")
    starts_at: dict[Name, float] = Field(
        {}, description="Of a choice: option and the smallest number that belongs to it"
    )
    rows: dict[Name, dict[str, str]] = Field({}, description="A row for each option or item")
    first: Literal["highest", "lowest"] = Field("highest", description="Which of the rows comes first")

    @model_validator(mode="after")
    def _whole_interval(self) -> Answer:
        if (self.low is None) != (self.high is None):
            raise ValueError("both ends of the interval, `low` and `high`, or none")
        return self


# Questions -------------------------------------------------------------------------------------------------------------


class Scale(Part):
    """What a number is guessed on."""

    low: float = Field(description="Lowest number that can be given")
    high: float = Field(description="Highest number that can be given")
    step: float = Field(1, description="Smallest difference", gt=0)
    unit: Annotated[str, StringConstraints(strip_whitespace=True, max_length=24)] = Field(
        "", description="Unit: %, mg, grams"
    )
    near: float | None = Field(
        None, description="How far off counts as near; else a tenth of the scale, or the interval", gt=0
    )

    @model_validator(mode="after")
    def _is_a_scale(self) -> Scale:
        if self.low >= self.high:
            raise ValueError(f"`low` below `high`, and {self.low:g} is not below {self.high:g}")
        if (self.high - self.low) / self.step > 1000:
            raise ValueError("at most 1,000 steps from `low` to `high`")
        return self


class NumberQuestion(Scale):
    """One number on a scale."""

    kind: Literal["number"]
    answer: Answer | None = Field(None, description="Where the number stands")


class CurveQuestion(Scale):
    """Five numbers on one scale, from left to right."""

    kind: Literal["curve"]
    points: tuple[Label, ...] = Field(description="Names of the five points", min_length=POINTS, max_length=POINTS)
    answer: Answer | None = Field(None, description="Where the five numbers stand")


class Offered(Part):
    """A question that offers a few things."""

    answer: Answer | None = Field(None, description="Where it stands which is right")

    def offered(self) -> dict[str, str]:
        """Key and label of each."""
        raise NotImplementedError

    def _check_answer(self, kinds: tuple[str, ...]) -> None:
        if self.answer is None:
            return
        given = [name for name in ("means", "starts_at", "rows") if getattr(self.answer, name)]
        if len(given) != 1 or given[0] not in kinds:
            raise ValueError(f"an answer with {' or '.join(f'`{kind}`' for kind in kinds)}")
        named = getattr(self.answer, given[0])
        if unknown := sorted(set(named) - set(self.offered())):
            raise ValueError(f"`{given[0]}` to name only {', '.join(self.offered())}, and no {', '.join(unknown)}")
        if given[0] == "rows" and (missing := sorted(set(self.offered()) - set(named))):
            raise ValueError(f"`rows` to have a row for each, and {', '.join(missing)} is missing")


LETTERS = "ABCDEF"
"""What the options of a choice are called: on the screen, on paper and on the phones."""


class ChoiceQuestion(Offered):
    """One of a few options."""

    kind: Literal["choice"]
    options: dict[Name, Label] = Field(description="Key and words of each option", min_length=2, max_length=6)

    def offered(self) -> dict[str, str]:
        """Key and label of each option."""
        return self.options

    @model_validator(mode="after")
    def _answer_fits(self) -> ChoiceQuestion:
        self._check_answer(("means", "starts_at", "rows"))
        return self


class OrderingQuestion(Offered):
    """A few items to be put in order."""

    kind: Literal["ordering"]
    items: dict[Name, Label] = Field(description="Key and words of each item", min_length=3, max_length=6)

    def offered(self) -> dict[str, str]:
        """Key and label of each item."""
        return self.items

    @model_validator(mode="after")
    def _answer_fits(self) -> OrderingQuestion:
        self._check_answer(("rows",))
        return self


Question = Annotated[
    NumberQuestion | ChoiceQuestion | OrderingQuestion | CurveQuestion,
    Field(discriminator="kind", description="What pupils answer"),
]


# Steps and lessons -----------------------------------------------------------------------------------------------------


class Reveal(Part):
    """What is shown: an exhibit with its choices, or an address of the dashboard."""

    exhibit: Name | None = Field(None, description="Key of the exhibit")
    choices: dict[str, str | tuple[str, ...]] = Field({}, description="Its choices: name and value")
    address: str | None = Field(
        None, description="Page and query: /foods?per=100+g", pattern=r"^/[^/\\\s][^\\\s]*$|^/$"
    )

    @model_validator(mode="after")
    def _one_of_both(self) -> Reveal:
        if (self.exhibit is None) == (self.address is None):
            raise ValueError("either an exhibit with its choices, or an address")
        return self


class Misreading(Part):
    """What pupils are likely to say that the data do not, and what to say then."""

    heard: Line = Field(description="What a pupil may say")
    say: Spoken = Field(description="What to answer", min_length=1)


class Step(Record):
    """One screen of a lesson."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    kind: Kind = Field(description="What happens: " + ", ".join(KINDS))
    minutes: float = Field(description="How long it takes", gt=0, le=30)
    text: Shown = Field(description="What the class sees")
    notes: Spoken = Field("", description="What the teacher says or does")
    question: Question | None = Field(None, description="Of ask and predict: what is answered")
    of: Name | None = Field(None, description="Of discuss and reveal: the step whose question it is about")
    reveal: Reveal | None = Field(None, description="Of reveal: what is shown")
    misreadings: tuple[Misreading, ...] = Field((), description="What may be misread here")
    sources: tuple[Name, ...] = Field((), description="Keys in the bibliography")

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        return {name: value for name, value in given.items() if value != ""} if isinstance(given, Mapping) else given

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Step:
        asks = self.kind in ("ask", "predict")
        if asks != (self.question is not None):
            raise ValueError(f"{'a `question`' if asks else 'no `question`'} in a step of the kind {self.kind}")
        if (self.kind == "reveal") != (self.reveal is not None):
            word = "a `reveal`" if self.kind == "reveal" else "no `reveal`"
            raise ValueError(f"{word} in a step of the kind {self.kind}")
        if self.of and self.kind not in ("discuss", "reveal"):
            raise ValueError(f"`of` in steps of the kinds discuss and reveal alone, and this is {self.kind}")
        return self

    @property
    def needs_minutes(self) -> float:
        """How long it takes at least: the text and the teacher's words at PACE, and time to think, talk or look."""
        return len(f"{self.text} {self.notes}".split()) / PACE + SETTLE[self.kind]


class Lesson(Record):
    """A lesson: what it is for, its figures, its steps in order."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    title: Label = Field(description="What it is called")
    age_band: Label = Field(description="For whom: 14 and older")
    minutes: float = Field(description="How long it takes: what its steps add up to", gt=0, le=180)
    aim: Line = Field(description="What pupils can do afterward")
    key_points: tuple[Line, ...] = Field(description="What is to be taken home", min_length=1, max_length=6)
    materials: tuple[Line, ...] = Field((), description="What is needed")
    language: str = Field(
        "en", description="Language of its texts, as in de or pt-BR", pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$"
    )
    figures: dict[str, Figure] = Field({}, description="Name and place of each figure told in its texts")
    steps: tuple[Step, ...] = Field(description="Its screens, in order", min_length=1, max_length=MOST_STEPS)

    @model_validator(mode="before")
    @classmethod
    def _named_steps(cls, given: Any) -> Any:
        """Steps are written as name and fields, and kept as a list."""
        if not isinstance(given, Mapping):
            return given
        given = {name: value for name, value in given.items() if value != ""}
        steps = given.get("steps")
        if isinstance(steps, Mapping) and all(isinstance(fields, Mapping) for fields in steps.values()):
            given["steps"] = [{**fields, "key": name} for name, fields in steps.items()]
        return given

    def step(self, key: str) -> Step | None:
        """The step of this name."""
        return next((step for step in self.steps if step.key == key), None)

    @property
    def questions(self) -> dict[str, Step]:
        """The steps that ask something, by key."""
        return {step.key: step for step in self.steps if step.question}

    def called(self, step: Step) -> str:
        """What a step is called on the screen, on paper and, where it asks, on the phones: "Question 2: Prediction", "Discussion"."""
        number = list(self.questions).index(step.key) + 1 if step.question else 0
        return f"Question {number}: {KINDS[step.kind]}" if number else KINDS[step.kind]
