"""Lessons, read from `data/lessons/` and from a teacher's own folder (`LESSONS_DIR`), one file each.

A lesson is written by people who may never have seen YAML, so every value is read as text (`yes` stays a word), each fault is
told with file, step and field, all faults of a file at once, and a file that is wrong takes no other down.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data.base import fault_words
from data.files import DATA_FOLDER, DataError, check_bytes, read_bytes
from data.lesson_records import KEY, NAME, Lesson, Step
from data.outside import unseen
from data.sources import load_sources

FOLDER = DATA_FOLDER / "lessons"
OWN_FOLDER = "LESSONS_DIR"
TEMPLATE = FOLDER / "template.yml"
MOST_BYTES, MOST_FILES = 100_000, 100
FREE = re.compile(
    r"\b(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?\b"  # a year, or years
    r"|\b(?:step|round|question|page|figure) \d+\b"
    r"|\b95%|\b1?00 (?:g|kcal)\b|\b1,000 kcal\b"  # what all such figures are told in
    r"|\b[A-Za-z]+\d+\b",  # B12
    re.I,
)
WORDS_OF_PERCENT = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\w+teen|ten|\w+ty) ?(?:percent|%)", re.I
)


@dataclass(frozen=True, eq=False)
class Shelf:
    """The lessons there are, which of them are the teacher's own, and what is wrong with the files of others."""

    lessons: dict[str, Lesson]
    own: frozenset[str]
    faults: tuple[str, ...]


@cache
def load_lessons() -> Shelf:
    """Every lesson by key, ours first; never raises for a fault in one."""
    lessons: dict[str, Lesson] = {}
    faults: list[str] = []
    own = own_folder()
    for folder in (FOLDER, own) if own else (FOLDER,):
        for file in _files(folder, faults):
            try:
                if file.stem in lessons:
                    raise DataError(f"{file.name}: there is a lesson of this name already. Give the file another name.")
                lessons[file.stem] = read_lesson(file)
            except DataError as problem:
                faults += str(problem).split("\n")
    lessons = dict(sorted(lessons.items(), key=lambda one: (one[1].age_band, one[1].title)))
    ours = {file.stem for file in FOLDER.glob("*.yml")}
    return Shelf(lessons, frozenset(lessons) - ours, tuple(faults))


def read_again() -> None:
    """Forget what was read: the next asking reads the folders anew."""
    load_lessons.cache_clear()


def own_folder() -> Path | None:
    """The teacher's own folder, where LESSONS_DIR names one."""
    named = os.environ.get(OWN_FOLDER, "").strip()
    return Path(named) if named else None


def _files(folder: Path, faults: list[str]) -> list[Path]:
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix in (".yml", ".yaml") and file != TEMPLATE)
    except OSError:
        faults.append(
            f"{OWN_FOLDER}: there is no folder {folder} that can be read. Correct the name or make the folder."
        )
        return []
    if len(files) > MOST_FILES:
        faults.append(f"{folder.name}: has {len(files)} lessons; the first {MOST_FILES} are read.")
    return files[:MOST_FILES]


# One file --------------------------------------------------------------------------------------------------------------


def read_lesson(file: Path) -> Lesson:
    """The lesson in a file. Raises DataError with a line for each fault: file, step, field, what was expected."""
    if not re.match(KEY, file.stem):
        raise DataError(
            f"{file.name}: is no name for a lesson. Use small letters, digits and hyphens: two-sides-of-magnesium.yml"
        )
    content = read_bytes(file)
    if len(content) > MOST_BYTES:
        raise DataError(f"{file.name}: has {len(content):,} bytes; expected at most {MOST_BYTES:,}.")
    fields = parse(file.name, content)
    try:
        lesson = Lesson(key=file.stem, **fields)
    except ValidationError as problem:
        names = _step_names(fields)
        wrong = [fault for fault in problem.errors() if not _follows(fault)] or problem.errors()
        told = dict.fromkeys(_told(file.name, names, fault) for fault in wrong)
        raise DataError("\n".join(told)) from None
    if faults := list(_loose_ends(lesson)):
        raise DataError("\n".join(f"{file.name}, {fault}" for fault in faults))
    check_bytes(file, content)
    return lesson


def _step_names(fields: dict[str, Any]) -> list[str]:
    steps = fields.get("steps")
    return list(steps) if isinstance(steps, dict) else []


def _follows(fault: ErrorDetails) -> bool:
    """Whether a fault only says that a list has too few entries that are right; what is wrong with them is told."""
    return fault["type"] == "too_short" and bool(fault["input"])


def _told(file: str, steps: list[str], fault: ErrorDetails) -> str:
    """A fault in plain words: "my.yml, step 'guess', field 'question, low': is missing; expected a value"."""
    place, told = list(fault["loc"]), fault_words(fault)
    step = ""
    if len(place) > 1 and place[0] == "steps" and isinstance(place[1], int) and place[1] < len(steps):
        step, place = f", step '{steps[place[1]]}'", place[2:]
        if len(place) > 1 and place[0] == "question":
            place = [place[0], *place[2:]]  # pydantic names the kind of question there
    field = ", ".join(str(part) for part in place if part != "__root__")
    if place[0:1] == ["steps"] and place[-1] == "key":
        field, told = (
            "steps",
            "is a list; expected a name for each step, with its lines below the name, as in the template",
        )
    elif fault["type"] == "too_short":
        count, least = len(fault["input"] or ()), fault.get("ctx", {}).get("min_length", 1)
        told = f"has {count or 'nothing'} in it; expected at least {'one' if least == 1 else least}"
    elif fault["type"] == "extra_forbidden":
        told = "is no field there; correct its name or remove it (docs/lessons.md lists the fields)"
    elif fault["type"] in ("model_type", "model_attributes_type", "dict_type"):
        told = "expected lines of its own below it, as in the template"
    elif fault["type"] == "string_too_long":
        limit = fault.get("ctx", {})["max_length"]
        told = f"has {len(str(fault['input']))} characters; expected at most {limit}. Say it shorter, or put a part into the notes"
    elif fault["type"].startswith("union_tag"):
        told = "has no kind, or one that is not known; expected `kind: number`, `choice`, `ordering` or `curve`"
    elif fault["type"] == "value_error":
        told = f"expected {fault['ctx']['error']!s}"
    at = f", field '{field}'" if field else ""
    return f"{file}{step}{at}: {told}."


def _loose_ends(lesson: Lesson) -> Iterator[str]:
    """What is wrong with fields beside one another, or beside the bibliography."""
    total = sum(step.minutes for step in lesson.steps)
    if abs(total - lesson.minutes) > 0.01:
        yield f"field 'minutes': is {lesson.minutes:g}, and the steps add up to {total:g}. Make them one."
    for place, text in texts(lesson):
        for name in NAME.findall(text):
            if name not in lesson.figures:
                yield f"{place}: names {{{name}}}, which does not stand under `figures`. Add it there or correct it."
    for step in lesson.steps:
        yield from _loose_in_step(lesson, step)


def _loose_in_step(lesson: Lesson, step: Step) -> Iterator[str]:
    before = lesson.steps[: lesson.steps.index(step)]
    if step.of and step.of not in [one.key for one in before if one.question]:
        yield f"step '{step.key}', field 'of': names '{step.of}', which is no earlier step with a question."
    for source in step.sources:
        if source not in load_sources():
            yield f"step '{step.key}', field 'sources': names '{source}', which is not in bibliography.yml."


def texts(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """Every text of a lesson that a class or a teacher reads, with its place in words."""
    for name in ("title", "age_band", "aim"):
        yield f"field '{name}'", getattr(lesson, name)
    for name in ("key_points", "materials"):
        yield from ((f"field '{name}'", text) for text in getattr(lesson, name))
    for step in lesson.steps:
        place = f"step '{step.key}', field"
        yield from ((f"{place} '{name}'", getattr(step, name)) for name in ("text", "notes"))
        for one in step.misreadings:
            yield from ((f"{place} 'misreadings'", text) for text in (one.heard, one.say))
        offered = getattr(step.question, "options", None) or getattr(step.question, "items", None) or {}
        yield from ((f"{place} 'question'", label) for label in offered.values())


def remarks(lesson: Lesson) -> list[str]:
    """What is not wrong and yet worth a look: typed figures, and steps with more words than minutes."""
    said = []
    for place, text in texts(lesson):
        if typed := typed_numbers(text):
            told = f"'{typed[0]}' is typed. Let it come from the data: a name in braces, and its place under `figures`."
            said += [f"{place}: {told}"] if place != "field 'age_band'" else []
    for step in lesson.steps:
        if step.needs_minutes > step.minutes + 0.25:
            said.append(
                f"step '{step.key}': read aloud and answered, it takes about {step.needs_minutes:.1f} minutes; "
                f"it has {step.minutes:g}."
            )
    return said


def typed_numbers(text: str) -> list[str]:
    """The figures typed into a text. Years, step 2, the 95% of intervals, per 100 g and names like B12 are none."""
    left = FREE.sub(" ", NAME.sub(" ", text))
    return [*re.findall(r"\d[\d.,]*\s?%?", left), *WORDS_OF_PERCENT.findall(left)]


# YAML without its traps ------------------------------------------------------------------------------------------------


class _Plain(yaml.SafeLoader):
    """Every value is text; a name that stands twice and a reference (&, *) are refused."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """The next node of the file."""
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.constructor.ConstructorError(None, None, "starts with *, which YAML keeps for itself", mark)
        return super().compose_node(parent, index)


def _mapping(loader: yaml.Loader, node: yaml.MappingNode) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else ""
        if key in found:
            raise yaml.constructor.ConstructorError(None, None, f"'{key}' stands twice", key_node.start_mark)
        found[str(key)] = loader.construct_object(value_node, deep=True)
    return found


_Plain.yaml_implicit_resolvers = {}
_Plain.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def parse(name: str, content: bytes) -> dict[str, Any]:
    """The fields of a lesson's file, every value as text. Raises DataError with the line of a fault."""
    try:
        found = yaml.load(content.decode("utf-8-sig"), _Plain)
    except UnicodeDecodeError:
        raise DataError(f"{name}: is not UTF-8 text. Save it again as UTF-8.") from None
    except (yaml.YAMLError, RecursionError) as problem:
        raise DataError(f"{name}: {_yaml_words(problem)}") from None
    if not isinstance(found, dict):
        raise DataError(f"{name}: is empty or no lesson; expected lines such as `title: …`. Begin with the template.")
    if faulty := next(_unseen(found), None):
        raise DataError(f"{name}{faulty}")
    if "key" in found:
        raise DataError(f"{name}, field 'key': the file's name is the key. Remove the line.")
    return found


def _unseen(value: Any, place: str = "") -> Iterator[str]:
    """Where a sign stands that nobody sees, such as a control character or a mark that turns the words after it around."""
    if isinstance(value, str) and (sign := unseen(value)):
        yield f"{place}: has the sign {sign}, which nobody sees and which changes the text beside it. Remove it."
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _unseen(str(key), f"{place}, a name")
            yield from _unseen(one, f"{place}, field '{key}'")
    elif isinstance(value, list):
        for one in value:
            yield from _unseen(one, place)


def _yaml_words(problem: Exception) -> str:
    """Where and why a file cannot be read, for one who does not know YAML."""
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    said = str(getattr(problem, "problem", None) or "cannot be read")
    place = f"line {mark.line + 1}" if mark else "the file"
    if "mapping values are not allowed" in said:
        return f"{place}: a text with a colon in it. Put the text between double quotation marks."
    if "\\t" in said or "found character" in said:
        return f"{place}: a character that YAML does not take there, often a tab. Indent with spaces; put the text in quotation marks."
    if "expected <block end>" in said or "block mapping" in said or "could not find expected" in said:
        return f"{place}: is not indented as the lines around it, or its colon is missing. Compare with the template."
    return f"{place}: {said}. Compare with the template."
