"""The strip below a lesson: keys and a button for each, progress and pace; keeps the two windows of a lesson in step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import segno
import streamlit as st

from components.teach import place, together
from components.teach.place import Place
from exhibits.base import built_once

KEY = "lesson-screen"
_FOLDER = Path(__file__).parent
_SCREEN = st.components.v2.component(
    "lesson_screen",
    html=(_FOLDER / "screen.html").read_text(encoding="utf-8"),
    css=(_FOLDER / "screen.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "screen.js").read_text(encoding="utf-8"),
)

CHROME = """
[data-testid='stHeader'], [data-testid='stSidebar'], .advice, .st-key-words, [data-testid='stStatusWidget'] {display: none !important}
[data-testid='stMainBlockContainer'] {max-width: 96vw !important; padding: 1.2rem 2rem 7rem !important}
[data-testid='stMainBlockContainer'] .st-key-lesson-step h1 {font-size: clamp(1.9rem, 3.3vw, 4.4rem) !important; line-height: 1.22; text-wrap: pretty}
[data-testid='stMainBlockContainer'] .st-key-lesson-reveal h1 {font-size: clamp(1.5rem, 2.3vw, 3rem) !important; line-height: 1.22}
.lesson-kind {font-size: clamp(1rem, 1.5vw, 2rem); font-weight: 650; color: light-dark(#52606B, #A9B6C0); margin: 0}
[data-testid='stElementContainer']:has(.lesson-kind[hidden]) {display: none}
.lesson-question {font-size: clamp(1.4rem, 2.6vw, 3.4rem); line-height: 1.35}
.lesson-question ol, .lesson-question ul {margin: .3rem 0 0 0; padding-left: 1.6em}
.lesson-question :is(ol, ul, li) {font-size: inherit !important}
.lesson-question li {padding: .12em 0}
.lesson-question p {font-size: .72em !important; margin: .3rem 0 0}
.st-key-lesson-shown .stHtml {font-size: clamp(1.05rem, 1.5vw, 1.9rem); overflow-x: auto}
.st-key-lesson-shown .stHtml :is(.cmp, .plain, .cards, article) {font-size: inherit}
.st-key-lesson-shown .cards {columns: 1}
.st-key-lesson-shown .cards article {columns: 2; column-gap: 3.5rem; padding: .6rem 1.2rem; margin: 0}
.st-key-lesson-shown .cards :is(p, li, .from) {break-inside: avoid}
.st-key-lesson-shown .cards h3 {column-span: all; font-size: 1.15em}
.st-key-lesson-shown .cards :is(.tags, .from, summary) {font-size: .95em}
.st-key-lesson-shown h2 {font-size: clamp(1.2rem, 1.7vw, 2.2rem) !important}
.st-key-lesson-shown [data-testid='stCaptionContainer'] p {font-size: clamp(.9rem, 1.15vw, 1.5rem); max-width: none !important}
"""


@built_once
def code_of(address: str) -> str:
    """A code to scan, as the address of a picture."""
    return segno.make(address, error="m", micro=False).svg_data_uri(scale=4, border=2)


def strip(shown: Place, host: Any = None) -> dict | None:
    """Mount it once a run; what it says of the class that this browser leads, if there is one.

    `host` is what the browser is to remember of the class (JSON), or "forget".
    """
    steps = [
        {"key": step.key, "name": shown.prepared.lesson.called(step), "minutes": step.minutes}
        for step in shown.prepared.lesson.steps
    ]
    told: dict[str, Any] = {"lesson": shown.prepared.key, "steps": steps, "at": shown.at, "host": host}
    told |= {"window": "notes" if shown.notes else "class", "address": shown.address, "qr": code_of(shown.address)}
    said = _SCREEN(key=KEY, data=told, on_go_change=_went, on_leave_change=_left, on_host_change=lambda: None)
    return said.host


def _went() -> None:
    if step := (st.session_state.get(KEY) or {}).get("go"):
        place.go(step)
        together.show_code(False)
        if shown := place.presented():
            together.follow(shown.prepared, shown.step)


def _left() -> None:
    if (st.session_state.get(KEY) or {}).get("leave"):
        place.leave()
