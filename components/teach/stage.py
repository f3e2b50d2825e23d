"""A picture on the stage: composed once, for a screen of 1920 × 1080, and drawn as large as the screen of the room is.

So a laptop's projector shows the same picture at two thirds, with letters of 14 px or more, and no second composition has to
be tried. Nothing is scaled further than that: what is taller than the stage has its rows moved closer instead.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import viewport
from exhibits.base import Chart, Look

WIDE, HIGH = 1740, 760
"""What is left of 1920 × 1080 beside the margins, the words above and the strip below, px."""
STYLE = f"""
[class*='st-key-stage-'] .modebar {{pointer-events: auto}} [class*='st-key-stage-'] .modebar-btn svg {{height: 32px !important; width: 32px !important}}
[class*='st-key-stage-'] {{width: {WIDE}px !important; max-width: none !important; min-width: {WIDE}px; align-self: flex-start}}
:is(.st-key-lesson-shown, .st-key-lesson-class-answers) {{overflow: clip}}
"""


def look() -> Look:
    """For whom a picture is composed: a projector, whatever the screen's width; a phone is no stage."""
    return viewport.look() if narrow() else Look(viewport.mode(), "projector")


def narrow() -> bool:
    """Whether this is a phone, where nothing is staged."""
    return viewport.size() == "narrow"


def draw(figure: Chart, key: str, *, saved_as: str = "") -> None:
    """The picture; `screen.js` makes it fit the room it has. With a name it can be saved by a button in its corner."""
    staged = figure if narrow() else figure.within(HIGH)
    with st.container(key=f"{'plain' if narrow() else 'stage'}-{key}"):
        st.plotly_chart(staged, key=key, alt=figure.words["alt"], theme=None, config=_settings(saved_as))


def _settings(saved_as: str) -> dict[str, Any]:
    """Of plotly: no bar, or one with nothing but the button that saves the picture."""
    if not saved_as:
        return {"displayModeBar": False}
    picture = {"format": "png", "filename": saved_as, "scale": 1}
    return {
        "displayModeBar": True,
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": picture,
    }
