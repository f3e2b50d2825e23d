"""The lessons with their figures and right answers, looked up once; one whose figures cannot be found is told and left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from data import lessons
from data.base import DataError
from data.lesson_records import NAME, Lesson, Step
from data.lessons import Shelf, load_lessons
from exhibits.lessons.lookup import Right, check_reveal, figure_text, right_answer


@dataclass(frozen=True, eq=False)
class Prepared:
    """A lesson, with what its texts say and what its questions' answers are."""

    lesson: Lesson
    figures: Mapping[str, str]
    answers: Mapping[str, Right | None]  # by the key of the step that asks
    own: bool

    def tell(self, text: str) -> str:
        """A text of the lesson with its figures in the place of their names."""
        return NAME.sub(lambda found: self.figures[found[1]], text)

    @property
    def key(self) -> str:
        """The key of the lesson."""
        return self.lesson.key

    def question_of(self, step: Step) -> Step | None:
        """The step whose question this step is about: its own, or the one it names."""
        return step if step.question else self.lesson.step(step.of) if step.of else None


@dataclass(frozen=True, eq=False)
class Ready:
    """The lessons that can be given, by key, and what is wrong with others."""

    lessons: dict[str, Prepared]
    faults: tuple[str, ...]


def load_ready() -> Ready:
    """Every lesson that can be given."""
    return _ready(load_lessons())


def read_again() -> None:
    """Read the folders anew at the next asking."""
    lessons.read_again()


@lru_cache(maxsize=2)
def _ready(shelf: Shelf) -> Ready:
    found, faults = {}, list(shelf.faults)
    for key, lesson in shelf.lessons.items():
        prepared, wrong = prepare(lesson, own=key in shelf.own)
        faults += [f"{key}.yml, {fault}" for fault in wrong]
        if prepared:
            found[key] = prepared
    return Ready(found, tuple(faults))


def prepare(lesson: Lesson, *, own: bool = False) -> tuple[Prepared | None, list[str]]:
    """The lesson with its figures, or what cannot be found: "step 'guess', field 'answer': …"."""
    faults: list[str] = []

    def found(place: str, look: Callable[[], Any]) -> Any:
        try:
            return look()
        except DataError as problem:
            faults.append(f"{place}: {problem}.")
            return None

    figures = {
        name: found(f"field 'figures, {name}'", partial(figure_text, figure)) for name, figure in lesson.figures.items()
    }
    answers = {
        key: found(f"step '{key}', field 'question, answer'", partial(_answer, step))
        for key, step in lesson.questions.items()
    }
    for step in lesson.steps:
        if step.reveal:
            found(f"step '{step.key}', field 'reveal'", partial(check_reveal, step.reveal))
    return (None if faults else Prepared(lesson, figures, answers, own)), faults


def _answer(step: Step) -> Right | None:
    return right_answer(step.question) if step.question else None
