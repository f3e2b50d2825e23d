"""The time that a question has, where the teacher gives it one: none unless they say so, and more of it at any moment."""

from __future__ import annotations

from functools import partial

import streamlit as st

from classroom.rows import State
from classroom.store import Counts
from components import say
from components.teach import together
from components.teach.place import Place

MINUTES = (1, 2, 3, 5)


def clock(shown: Place, state: State, counts: Counts) -> None:
    """What is left of the open question's time, and buttons that give it one or add to it."""
    left = state.left()
    give = partial(_button, shown, state)
    if left is None:
        with st.popover("Give it a time", key="class-time", icon=":material/timer:"):
            for minutes in MINUTES:
                give(f"{minutes} minute{'s' * (minutes > 1)}", minutes)
        return
    with st.container(key="lesson-clock", width="content"):
        say.markdown(f"**{spoken(left)}** left" if left else "**Time is up**", width="content")
    give("1 minute more", 1)
    if shown.notes and counts.more_time:
        say.caption(f"{counts.more_time} asked for ten times the time: {spoken(state.left(more_time=True) or 0)} left.")


def spoken(seconds: float) -> str:
    """ "1:05"."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def _button(shown: Place, state: State, label: str, minutes: int) -> None:
    given = (shown.prepared, minutes * 60, state.version)
    st.button(label, key=f"class-time-{minutes}", on_click=together.give_time, args=given)
