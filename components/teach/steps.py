"""One step on the screen of the class: its text in large letters, what is asked, what is revealed."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import levels, say, show
from components.teach import panel, stage, together
from components.teach.place import Place
from data.lesson_records import ChoiceQuestion, CurveQuestion, OrderingQuestion, Reveal, Scale, Step
from exhibits.base import Markup
from exhibits.lessons.lookup import chosen
from exhibits.lessons.prepared import Prepared


def screen(shown: Place) -> None:
    """The whole step."""
    step, tell = shown.step, shown.prepared.tell
    with st.container(key="lesson-reveal" if step.reveal else "lesson-step"):
        # Hidden at a reveal, where the picture needs the room and the strip says what it is; not left out, or Streamlit would
        # keep the heading of the step before beside the new one for a moment.
        hidden = " hidden" if step.reveal else ""
        say.html(f'<p class="lesson-kind"{hidden}>{shown.prepared.lesson.called(step)}</p>')
        show.screen_title(tell(step.text))
        if step.question:
            say.html(question_markup(shown.prepared, step))
    if step.reveal is None or together.held(shown.prepared):
        panel.offer(shown)
    if step.reveal:
        reveal(step.reveal)
        if together.held(shown.prepared):
            panel.below(shown)
        if not together.held(shown.prepared):
            panel.offer(shown)  # below the picture, which is what is looked at


def reveal(asked: Reveal) -> None:
    """The exhibit with its words, large; or the way to a page of the dashboard."""
    with st.container(key="lesson-shown"):
        if asked.address:
            page, _, query = asked.address.partition("?")
            address = f"{page.lstrip('/')}?{query}" if query else page.lstrip("/") or "./"
            say.html(
                f'<p class="lesson-question"><a href="{escape(address)}" target="_blank">Open it in a new tab: {escape(asked.address)}</a></p>'
            )
            return
        exhibit, choices = chosen(asked)
        figure = exhibit.figure(choices, stage.look())
        if not isinstance(figure, Markup) or "<h3>" not in figure:  # a card has its title within it
            say.markdown(f"## {figure.words['title']}")
        if isinstance(figure, Markup):
            say.html(figure.at(levels.level()))
        else:
            stage.draw(figure, f"reveal-{exhibit.key}")
        measured = "" if isinstance(figure, Markup) else f"{figure.words['subtitle']}\n\n"
        say.caption(
            f"{measured}Source: {figure.words['source']}"
        )  # below the picture, which takes all the room there is


def question_markup(prepared: Prepared, step: Step) -> str:
    """What may be answered, as HTML; no word of what is right."""
    question, tell = step.question, prepared.tell
    if isinstance(question, ChoiceQuestion):
        items = "".join(f"<li>{escape(tell(label))}</li>" for label in question.options.values())
        return f'<div class="lesson-question"><ol type="A">{items}</ol></div>'
    if isinstance(question, OrderingQuestion):
        items = "".join(f"<li>{escape(tell(label))}</li>" for label in question.items.values())
        return f'<div class="lesson-question"><ul>{items}</ul><p>Put them in order.</p></div>'
    assert isinstance(question, Scale)
    ends = f"Anything from {question.low:g} to {question.high:g} {escape(question.unit)}".strip()
    if isinstance(question, CurveQuestion):
        names = " · ".join(escape(tell(name)) for name in question.points)
        return f'<div class="lesson-question">{names}<p>Five points. {ends}</p></div>'
    return f'<div class="lesson-question">{ends}</div>'
