"""Where a lesson is: which one, which step and which of its two windows, all of it in the address."""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from components import notices
from components.take_away import site_address
from data.lesson_records import Step
from exhibits.lessons.prepared import Prepared, load_ready

LESSON, STEP, WINDOW = "lesson", "step", "window"
NOTES = "notes"


@dataclass(frozen=True)
class Place:
    """A step of a lesson on the screen of the class, or in the teacher's window of notes."""

    prepared: Prepared
    at: int
    notes: bool

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.prepared.lesson.steps[self.at]

    @property
    def next(self) -> Step | None:
        """The step after it."""
        steps = self.prepared.lesson.steps
        return steps[self.at + 1] if self.at + 1 < len(steps) else None

    @property
    def address(self) -> str:
        """The address of the step, for others."""
        return f"{home()}/teach?{urlencode({LESSON: self.prepared.key, STEP: self.step.key})}"


def home() -> str:
    """Where this dashboard is found from the room: PUBLIC_URL, as `make class` sets it, or where this browser found it."""
    return os.environ.get("PUBLIC_URL", "").rstrip("/") or site_address()


def presented() -> Place | None:
    """What the address asks to present; None where it asks for no step, or for one that there is none of."""
    lessons = load_ready().lessons
    asked = notices.check_parameter(LESSON, lessons, limits=allowed())[-1:]
    if not asked or STEP not in st.query_params:
        notices.check_parameter(STEP)
        notices.check_parameter(WINDOW)
        return None
    prepared = lessons[asked[0]]
    keys = [step.key for step in prepared.lesson.steps]
    step = notices.check_parameter(STEP, keys)[-1:]
    window = notices.check_parameter(WINDOW, (NOTES,))[-1:]
    return Place(prepared, keys.index(step[0]) if step else 0, bool(window))


def allowed() -> str:
    """The lessons that the address may name."""
    return "the key of a lesson: " + ", ".join(load_ready().lessons)


def missing() -> str:
    """The lesson that the address names and that cannot be given, cut short; "" where there is no such."""
    named = st.query_params.get(LESSON, "")
    return "" if named in load_ready().lessons else named[:60]


def go(step: str) -> None:
    """Show another step."""
    st.query_params[STEP] = step


def leave() -> None:
    """Back to the list of lessons."""
    for name in (STEP, WINDOW):
        st.query_params.pop(name, None)
