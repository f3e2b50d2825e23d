"""The teacher's window: what to say now, what is likely to be misread, what comes next."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import say, show
from components.teach import panel
from components.teach.place import Place
from components.teach.steps import question_markup
from exhibits.citations import short
from exhibits.lessons.answers import answer_words
from exhibits.markdown import plain

STYLE = """<style>
.st-key-lesson-notes p, .st-key-lesson-notes li {font-size: 1.25rem; line-height: 1.5}
.st-key-lesson-notes .lesson-question {font-size: 1.15rem}
.st-key-lesson-notes h1 {font-size: 1.6rem !important}
.st-key-lesson-notes dl {margin: .2rem 0} .st-key-lesson-notes dl > * {font-size: 1.15rem !important; margin: 0 !important; padding: 0}
.st-key-lesson-notes dt {font-weight: 650} .st-key-lesson-notes dd {padding-bottom: .5rem}
</style>"""


def window(shown: Place) -> None:
    """Notes on the left, what comes next on the right."""
    say.html(STYLE)
    with st.container(key="lesson-notes"):
        now, later = st.columns([3, 2], gap="large")
        with now:
            _now(shown)
        with later:
            _later(shown)
            panel.offer(shown)


def _now(shown: Place) -> None:
    step, tell = shown.step, shown.prepared.tell
    say.caption(f"{shown.prepared.lesson.called(step)} · {step.minutes:g} min")
    show.screen_title(tell(step.text))
    if step.question:
        say.html(question_markup(shown.prepared, step))
        right = shown.prepared.answers[step.key]
        say.markdown(f"**In the data:** {plain(answer_words(step.question, right))}")
    if step.notes:
        say.markdown(plain(tell(step.notes)))
    if step.misreadings:
        pairs = "".join(
            f"<dt>“{escape(tell(one.heard))}”</dt><dd>{escape(tell(one.say))}</dd>" for one in step.misreadings
        )
        say.html(f"<p>What may be misread</p><dl>{pairs}</dl>")
    if step.sources:
        say.caption(f"Sources: {short(step.sources)}")


def _later(shown: Place) -> None:
    step = shown.next
    say.header("Next")
    if step is None:
        say.markdown("The lesson ends here.")
        return
    say.caption(f"{shown.prepared.lesson.called(step)} · {step.minutes:g} min")
    say.markdown(plain(shown.prepared.tell(step.text)))
