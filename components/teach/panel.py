"""The class on the presenter's screens: how to join, how many have answered, what to press, and its answers once shown."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from classroom import store, tally
from classroom.faults import ClassFault
from classroom.rows import State
from classroom.store import Counts
from components import notices, say, show, viewport
from components.teach import clock, stage, together
from components.teach.place import Place
from components.teach.screen import code_of
from components.teach.together import Host
from exhibits.base import Look
from exhibits.citations import short
from exhibits.lessons.class_answers import class_chart
from exhibits.lessons.lookup import chosen
from exhibits.lessons.near import advice, share_near
from exhibits.markdown import plain

EVERY = "1s"
STYLE = """<style>
.join {display: flex; flex-wrap: wrap; gap: 2rem 5vw; align-items: center; justify-content: center; text-align: center}
.join img {width: min(52vh, 70vw); background: #fff; padding: .8rem; border-radius: 8px}
.join p {font-size: clamp(1.2rem, 2.2vw, 2.8rem); margin: .2rem 0; overflow-wrap: anywhere}
.join strong {display: block; font-size: clamp(3rem, 8vw, 9rem); line-height: 1.1; letter-spacing: .08em}
.join > div {max-width: 48vw}
.join code {font-size: inherit}
[data-testid='stMainBlockContainer']:has(.join) :is(.st-key-lesson-step, .st-key-lesson-reveal, .st-key-lesson-shown) {display: none}
.st-key-lesson-class {border-top: 1px solid light-dark(#DDE3E8, #2B3843); padding-top: .4rem}
.st-key-lesson-class .st-key-lesson-clock p {font-variant-numeric: tabular-nums; white-space: nowrap}
.st-key-lesson-clock strong {font-size: clamp(1.7rem, 2.6vw, 3.4rem); line-height: 1.1}
.st-key-lesson-class p {font-size: clamp(1rem, 1.3vw, 1.7rem)}
</style>"""
LOCAL = ("localhost", "127.0.0.1", "[::1]")


def offer(shown: Place) -> None:
    """The panel of the class that is led, or the button that opens one."""
    say.html(STYLE)
    if together.held(shown.prepared):
        _panel(shown)
        return
    _say_what_went_wrong()
    opening = partial(together.open_one, shown.prepared, shown.step)
    st.button(
        "Open a class for phones", key="open-class", type="tertiary", icon=":material/smartphone:", on_click=opening
    )


@st.fragment(run_every=EVERY)
def _panel(shown: Place) -> None:
    notices.guarded(_class)(shown)


def _class(shown: Place) -> None:
    """The panel; a fault of the class, such as a database that is away in the middle of it, is said in its place."""
    host = together.held(shown.prepared)
    if host is None:
        return _say_what_went_wrong()
    try:
        _led(shown, host)
    except ClassFault as fault:
        say.warning(plain(fault.words), icon=":material/wifi_off:")


def _led(shown: Place, host: Host) -> None:
    state, counts = store.state(host.code), store.counts(host.code)
    if together.joining() and not shown.notes and not state.ended:
        _join(host, counts)
    with st.container(key="lesson-class", horizontal=True, vertical_alignment="center", gap="small"):
        below = " · answers below ↓" if state.phase == "shown" and shown.step.reveal and not shown.notes else ""
        say.markdown(f"**{plain(host.code)}** · {_counted(state, counts)}{below}", width="content")
        if not state.ended:
            _buttons(shown, host, state)
            if (state.phase, state.step) == ("open", _asked(shown)):
                clock.clock(shown, state, counts)
        _for_the_teacher(shown, host, state)
    _say_what_went_wrong()
    if shown.notes:
        _advise(shown, host)
    if shown.notes or (state.phase == "shown" and not shown.step.reveal):
        _answers(shown, host)


@st.fragment(run_every=EVERY)
def below(shown: Place) -> None:
    """At a reveal the class's answers come after the exhibit, which stays where it is."""
    notices.guarded(_shown_below)(shown)


def _shown_below(shown: Place) -> None:
    host = together.held(shown.prepared)
    try:
        if host and store.state(host.code).phase == "shown":
            _answers(shown, host)
    except ClassFault:
        return  # the panel says it


def _say_what_went_wrong() -> None:
    if words := together.told():
        say.warning(plain(words), icon=":material/warning:")


def _counted(state: State, counts: Counts) -> str:
    if state.ended:
        return "This class has ended."
    phones = f"{counts.seats} joined, {counts.connected} online"
    return phones if state.phase == "waiting" else f"{phones} · {counts.answered} answered, round {state.round}"


def _join(host: Host, counts: Counts) -> None:
    """Address, code and picture to scan, as large as the room needs them."""
    address = host.address
    host_name = urlsplit(address).hostname or ""
    local = host_name in LOCAL
    say_so = (
        "<p>Phones cannot reach this computer by that name. Start it with <code>make class</code>.</p>" if local else ""
    )
    say.html(
        f'<div class="join"><img alt="Code to scan: join the class" src="{code_of(address)}"><div>'
        f"<p>Open on your phone</p><p>{escape(address.split('://')[-1])}</p><strong>{escape(host.code)}</strong>"
        f"<p>{counts.seats} joined</p>{say_so}</div></div>"
    )


def _buttons(shown: Place, host: Host, state: State) -> None:
    """What can be done at this step, in the order in which it is done."""
    asked = shown.prepared.question_of(shown.step)
    move = partial(_button, shown, state)
    if asked:
        round_ = state.round if state.step == asked.key else together.last_round(host, asked.key)
        here = state.step == asked.key
        if here and state.phase == "open":
            move("Close the question", asked.key, round_, "closed")
        elif shown.step.kind != "reveal":
            if shown.step.kind != "discuss":
                move("Open", asked.key, round_, "open")
            move("Second round", asked.key, 2, "open")
        if here and state.phase == "shown":
            move("Hide answers", asked.key, round_, "closed")
        elif not (here and state.phase == "open"):
            move("Show answers", asked.key, round_, "shown")
    if not shown.notes:
        label, key = ("Hide the code", "hide-code") if together.joining() else ("Show the code", "show-code")
        st.button(label, key=key, on_click=together.show_code, args=(not together.joining(),))


def _asked(shown: Place) -> str:
    asked = shown.prepared.question_of(shown.step)
    return asked.key if asked else ""


def _button(shown: Place, state: State, label: str, step: str, round_: int, phase: Any) -> None:
    moved = (shown.prepared, step, round_, phase, state.version)
    st.button(label, key=f"class-{phase}-{round_}", on_click=together.move, args=moved)


def _for_the_teacher(shown: Place, host: Host, state: State) -> None:
    """What pupils need not see: recovery words, the tally as a file, the end."""
    with st.popover("Teacher", key="class-teacher", icon=":material/key:"):
        if host.words and not shown.notes:
            say.caption("The recovery words are in the notes window (S), which pupils do not see.")
        elif host.words:
            say.markdown(f"To lead this class from another browser, write down: **{plain(host.words)}**")
        key = tally.export_key(host.code, host.secret)
        show.files((f"c/{host.code}/answers.csv?key={key}", f"class_{shown.prepared.key}.csv", "Answers as CSV"))
        say.caption("The picture of the answers has its own button, where it is shown.")
        if state.ended:
            say.caption("This browser then forgets the class: save its answers first.")
            st.button("Close this panel", key="drop-class", on_click=together.hold, args=(shown.prepared, None))
        else:
            _end(shown)


def _end(shown: Place) -> None:
    """Asked twice, for it cannot be undone."""
    if not together.ending():
        st.button("End the class", key="end-class", on_click=together.ask_to_end, args=(True,))
        return
    say.markdown(
        "**End it for all phones?** No more can be answered, and it cannot be opened again. The answers can be saved here "
        "until a day after the class was opened; then they are deleted."
    )
    with st.container(horizontal=True):
        st.button("End it now", key="end-class-now", on_click=together.end, args=(shown.prepared,))
        st.button("Go on with it", key="end-class-not", on_click=together.ask_to_end, args=(False,))


def _advise(shown: Place, host: Host) -> None:
    """Whether to discuss, by the share near the data; in the teacher's window alone."""
    asked = shown.prepared.question_of(shown.step)
    if asked is None or asked.question is None:
        return
    given = together.answers(host, asked.key)
    latest = given[2] or given[1]
    if latest:
        say.markdown(
            f"**{advice(asked.question, share_near(asked.question, shown.prepared.answers[asked.key], latest))}**"
        )


def _answers(shown: Place, host: Host) -> None:
    """Their picture: for the class once the teacher shows it, with the data where the step reveals them."""
    asked = shown.prepared.question_of(shown.step)
    if asked is None or asked.question is None:
        return
    given = together.answers(host, asked.key)
    if not any(given.values()):
        return
    right = shown.prepared.answers[asked.key] if shown.notes or shown.step.kind == "reveal" else None
    words = shown.prepared.tell(asked.text)
    look = Look(viewport.mode(), "narrow") if shown.notes else stage.look()
    figure = class_chart(asked.question, given, right, look, asked=words, source=_source(shown) if right else "")
    key = f"class-answers-{asked.key}"
    with st.container(key="lesson-class-answers"):
        if shown.notes:
            st.plotly_chart(figure, key=key, alt=figure.words["alt"], theme=None, config={"displayModeBar": False})
        else:
            stage.draw(figure, key, saved_as=f"class_{asked.key}")


def _source(shown: Place) -> str:
    """Where the right answer comes from."""
    asked = shown.prepared.question_of(shown.step)
    answer = asked.question.answer if asked and asked.question else None
    if answer is None:
        return ""
    exhibit, choices = chosen(answer)
    return short(exhibit.sources_of(choices))
