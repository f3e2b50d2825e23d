"""The class that answers from its phones, as the presenter's browser leads it: which one, where it is, and its moves."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from classroom import store, tally
from classroom.faults import ClassFault
from classroom.questions import plan_of
from classroom.rows import Phase, State
from components.teach.place import home
from data.lesson_records import Step
from exhibits.lessons.prepared import Prepared, load_ready

_HELD, _TOLD, _JOINING, _FORGET, _ENDING = (
    f"_class_{word}" for word in ("held", "told", "joining", "forget", "ending")
)
LOST = ("unknown", "ended", "host")
ANOTHER_LEADS = (
    "Another browser leads this class now, so nothing was changed. To lead it from here again, use “Lead a class that is open” on the page "
    "Teach, with the code and the recovery words."
)


class Host(NamedTuple):
    """What leading a class takes: its code, the secret of this browser, and the words for another one ("" where not known)."""

    code: str
    secret: str
    words: str

    @property
    def address(self) -> str:
        """Where a phone joins."""
        return f"{home()}/c/{self.code}"


def held(prepared: Prepared) -> Host | None:
    """The class that this browser leads with a lesson."""
    return st.session_state.get(_HELD, {}).get(prepared.key)


def hold(prepared: Prepared, host: Host | None) -> None:
    """Lead this class from now on, or none."""
    classes = {**st.session_state.get(_HELD, {})}
    classes.pop(prepared.key, None)
    st.session_state[_HELD] = classes | ({prepared.key: host} if host else {})
    st.session_state[_FORGET] = host is None


def kept_by_browser(prepared: Prepared) -> dict | str | None:
    """What the browser is to remember of it."""
    host = held(prepared)
    return host._asdict() if host else "forget" if st.session_state.get(_FORGET) else None


def take_up(prepared: Prepared, said: object) -> bool:
    """Lead the class again that this browser remembers, after a reload or in a second window; whether it could be."""
    if held(prepared) or st.session_state.get(_FORGET) or not isinstance(said, dict):
        return False
    host = Host(*(str(said.get(name, "")) for name in Host._fields))
    try:
        over = store.host(host.code, host.secret).ended
    except ClassFault as fault:
        over = fault.kind in LOST
        if not over:
            return False
    hold(prepared, None if over else host)
    return True


def open_one(prepared: Prepared, step: Step) -> None:
    """A new class with this lesson, its code on the screen."""
    tell(None)
    try:
        opened = store.open_class(plan_of(prepared.lesson, prepared.tell))
    except ClassFault as fault:
        return tell(fault)
    hold(prepared, Host(opened.code, opened.host_secret, opened.recovery_words))
    show_code(True)
    follow(prepared, step)


def lead_again(code: str, words: str) -> tuple[str, str] | None:
    """Lead a class from this browser that was opened in another; its lesson and step, or None and what is wrong is told."""
    tell(None)
    code = code.strip().upper()
    try:
        secret, key, state = store.new_secret(code, words), store.plan(code).key, store.state(code)
    except ClassFault as fault:
        tell(fault)
        return None
    prepared = load_ready().lessons.get(key)
    if prepared is None:
        st.session_state[_TOLD] = f"This class has a lesson that is not here: {key}."
        return None
    hold(prepared, Host(code, secret, ""))
    return key, state.step or prepared.lesson.steps[0].key


def end(prepared: Prepared) -> None:
    """End the class; the tally can still be taken away from this window."""
    tell(None)
    ask_to_end(False)
    if host := held(prepared):
        try:
            store.end_class(host.code, host.secret)
        except ClassFault as fault:
            _not_done(prepared, fault)


def ending() -> bool:
    """Whether the teacher is asked if the class is really to end."""
    return st.session_state.get(_ENDING, False)


def ask_to_end(on: bool) -> None:
    """Ask it, or no longer."""
    st.session_state[_ENDING] = on


def joining() -> bool:
    """Whether the code is on the screen, large."""
    return st.session_state.get(_JOINING, False)


def show_code(on: bool) -> None:
    """Put the code on the screen, or take it away."""
    st.session_state[_JOINING] = on


def tell(fault: ClassFault | None) -> None:
    """Keep what went wrong, to be said beside the buttons."""
    st.session_state[_TOLD] = fault.words if fault else ""


def told() -> str:
    """What went wrong with the last move; said until the next one, for the panel draws itself anew every second."""
    return st.session_state.get(_TOLD, "")


# Moves -------------------------------------------------------------------------------------------------------------------


def move(prepared: Prepared, step: str, round_: int, phase: Phase, seen: int | None = None) -> None:
    """Open or close a question, or show its tally to the phones as well."""
    tell(None)
    host = held(prepared)
    if host is None:
        return
    try:
        store.go(host.code, host.secret, step, round_, phase, seen=seen)
    except ClassFault as fault:
        _not_done(prepared, fault)


def give_time(prepared: Prepared, seconds: float, seen: int) -> None:
    """Give the open question a time, or more of it."""
    tell(None)
    if host := held(prepared):
        try:
            store.add_time(host.code, host.secret, seconds, seen=seen)
        except ClassFault as fault:
            _not_done(prepared, fault)


def _not_done(prepared: Prepared, fault: ClassFault) -> None:
    """Say why; whoever no longer leads gets no buttons that do nothing, and is told how to lead again."""
    tell(fault)
    if fault.kind == "host":
        hold(prepared, None)
        st.session_state[_TOLD] = ANOTHER_LEADS


def follow(prepared: Prepared, step: Step) -> None:
    """Take the class along to a step: a question opens, whatever else closes it. Of two windows the second finds it done."""
    host = held(prepared)
    if host is None:
        return
    try:
        state = store.state(host.code)
        if target := _target(prepared, host, step, state):
            store.go(host.code, host.secret, *target, seen=state.version)
    except ClassFault as fault:
        if fault.kind != "moved":  # by the other window, to where this one goes
            _not_done(prepared, fault)


def _target(prepared: Prepared, host: Host, step: Step, state: State) -> tuple[str, int, Phase] | None:
    if state.ended:
        return None
    if step.question:
        if state.step == step.key:
            return None
        return step.key, 1, "closed" if tally.tally(host.code, step.key).n else "open"
    asked = prepared.question_of(step)
    if step.kind == "reveal" and asked:
        if state.step == asked.key:
            return (asked.key, state.round, "closed") if state.phase == "open" else None
        return asked.key, last_round(host, asked.key), "closed"
    return (step.key, 1, "waiting") if state.step != step.key else None


def last_round(host: Host, step: str) -> int:
    """The latest round of a question that anybody has answered."""
    return 2 if tally.tally(host.code, step, 2).n else 1


def answers(host: Host, step: str) -> dict[int, list]:
    """Every answer to a question, by round."""
    return {round_: list(tally.tally(host.code, step, round_).values) for round_ in (1, 2)}
