"""A lesson on the screen: the step for the class, or the teacher's window of notes, with the strip that leads it."""

from __future__ import annotations

import streamlit as st

from components import say
from components.teach import notes, screen, stage, steps, together
from components.teach.place import Place


def lesson(shown: Place) -> None:
    """The step, without the frame of the page."""
    say.html(f"<style>{screen.CHROME}{stage.STYLE}</style>")
    if shown.notes:
        notes.window(shown)
    else:
        steps.screen(shown)
    said = screen.strip(shown, together.kept_by_browser(shown.prepared))
    if together.take_up(shown.prepared, said):
        st.rerun()
