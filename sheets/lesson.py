"""A lesson on paper: the pupils' sheet with room for their predictions, the teacher's with answers, misreadings, sources."""

from __future__ import annotations

from collections.abc import Iterator

from data.lesson_records import ChoiceQuestion, CurveQuestion, NumberQuestion, OrderingQuestion, Question, Step
from data.releases import RELEASED, VERSION
from exhibits.citations import short
from exhibits.lessons.answers import answer_words
from exhibits.lessons.lookup import chosen
from exhibits.lessons.prepared import Prepared
from sheets.parts import Grid, Heading, Listed, Pairs, Part, Rules, Scale, Sheet, Title, Words

KINDS_OF_SHEET = {"pupils": "Pupils' sheet", "teacher": "Teacher's sheet"}
MOST_SOURCES = 10  # of a picture that rests on dozens, the sheet names so many
FOOT = f"Magnesium in Balance, data version {VERSION} of {RELEASED}. For learning, not medical advice."


def lesson_sheet(prepared: Prepared, kind: str, address: str) -> Sheet:
    """The sheet of this kind; `address` is where the lesson is found on the dashboard."""
    said, tell = prepared.lesson, prepared.tell
    parts = tuple(_pupils(prepared) if kind == "pupils" else _teacher(prepared))
    title = f"{tell(said.title)}: {KINDS_OF_SHEET[kind].lower()}"
    return Sheet(title=title, language=said.language, parts=parts, foot=FOOT, address=address)


def _pupils(prepared: Prepared) -> Iterator[Part]:
    said, tell = prepared.lesson, prepared.tell
    yield Title(tell(said.title), "Predict first. A wrong guess helps as much as a right one.")
    last = said.steps[-1]
    worked = [
        one for one in said.steps if one.kind not in ("reveal", "explain") or (one is last and one.kind == "explain")
    ]
    for step in worked:  # a "why" in the middle would tell what is to be predicted
        yield Heading(said.called(step))
        yield Words(tell(step.text))
        if step.question:
            yield from _room(prepared, step.question)
        else:
            yield Rules(2 if step is last else 1)


def _room(prepared: Prepared, question: Question) -> Iterator[Part]:
    """Where a pupil answers."""
    tell = prepared.tell
    if isinstance(question, CurveQuestion):
        yield Grid(tuple(map(tell, question.points)), question.low, question.high, question.unit)
    elif isinstance(question, NumberQuestion):
        yield Scale(f"{question.low:g}", f"{question.high:g}", question.unit)
    elif isinstance(question, ChoiceQuestion):
        yield Listed(tuple(map(tell, question.options.values())), "tick")
    elif isinstance(question, OrderingQuestion):
        yield Words("Write a number into each box.", note=True)
        yield Listed(tuple(map(tell, question.items.values())), "box")
    yield Rules(1, "After the discussion I would say:")


def _teacher(prepared: Prepared) -> Iterator[Part]:
    said, tell = prepared.lesson, prepared.tell
    yield Title(tell(said.title), f"{said.minutes:g} minutes, {tell(said.age_band)}. {tell(said.aim)}")
    yield Heading("To take home")
    yield Listed(tuple(map(tell, said.key_points)))
    if said.materials:
        yield Words(f"Needed: {'; '.join(map(tell, said.materials))}.", note=True)
    clock = 0.0
    for number, step in enumerate(said.steps, 1):
        yield Heading(f"Step {number}. {said.called(step)}, from minute {clock:g} to {clock + step.minutes:g}")
        yield from _taught(prepared, step)
        clock += step.minutes


def _taught(prepared: Prepared, step: Step) -> Iterator[Part]:
    """A step as the teacher needs it."""
    tell = prepared.tell
    yield Words(tell(step.text), strong=True)
    if step.question:
        yield from _answer(prepared, step, step.question)
    if step.notes:
        yield Words(tell(step.notes))
    if step.misreadings:
        yield Pairs(tuple((tell(one.heard), tell(one.say)) for one in step.misreadings))
    if told := _where(step):
        yield Words(told, note=True)


def _answer(prepared: Prepared, step: Step, question: Question) -> Iterator[Part]:
    """What can be answered, and what the data say."""
    tell, right = prepared.tell, prepared.answers[step.key]
    if isinstance(question, ChoiceQuestion):
        yield Listed(tuple(map(tell, question.options.values())), "letter")
    yield Words(f"In the data: {tell(answer_words(question, right))}")
    if isinstance(question, CurveQuestion) and right:
        yield Grid(tuple(map(tell, question.points)), question.low, question.high, question.unit, right.values)


def _where(step: Step) -> str:
    """What is shown at a step, and what it rests on."""
    answer = step.question.answer if step.question else None
    shown, sources = "", step.sources
    if step.reveal and step.reveal.address:
        shown = f"Shown: {step.reveal.address}. "
    elif view := step.reveal or answer:
        exhibit, choices = chosen(view)
        shown = f"{'Shown' if step.reveal else 'From'}: {exhibit.title}. "
        sources = tuple(dict.fromkeys((*sources, *exhibit.sources_of(choices))))
    more = f", and {len(sources) - MOST_SOURCES} more on the page Sources" if len(sources) > MOST_SOURCES else ""
    return f"{shown}Sources: {short(sources[:MOST_SOURCES])}{more}" if sources else shown.strip()
