"""Pictures that answer: a mark that is chosen by mouse, finger or key opens the record behind it, beside the picture.

The chart is Streamlit's own and stays as it is: its `on_select` would pale every other mark, forget a second choice of the
same one, and send the picture again. A silent component hears plotly's click and hands the key of the record on; the box
below the picture does the same by key. The record stands in the address, and is a step of the history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import controls, say
from exhibits.base import Chart, Markup, Opens, built_once

_LISTENER = st.components.v2.component(
    "marks",
    html="<span></span>",
    css=":host{display:none}",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


@contextmanager
def beside(key: str) -> Iterator[DeltaGenerator]:
    """A picture, and where its record goes: beside it on a wide screen, under it on a narrow one.

    The picture has this place even where no record is open: else it would be another element as soon as one is.
    """
    answers = st.container(key=f"answers-{key}", horizontal=True, gap="medium")
    with answers, st.container(key=f"picture-{key}"):
        yield answers


def answering(
    opens: Opens,
    choices: Any,
    figure: Chart,
    draw: Callable[[], None],
    *,
    key: str,
    also: Callable[[str], None] | None = None,
) -> None:
    """Draw a picture whose marks open their records, with a box that does the same by key, and the record that is open.

    `also` draws what a page has to offer with the record of a key.
    """
    with beside(key) as answers:
        draw()
        opened = box(opens, choices, figure)
        hear(key, opens, choices, opened)
    if opened:
        with record(answers, key, opens, choices, opened):
            if also:
                also(opened)


def box(opens: Opens, choices: Any, figure: Chart | None = None) -> str | None:
    """The box that opens a record: of those that the figure has marks for, or else of all."""
    every, look = _names(opens, choices), {"placeholder": opens.placeholder, "limits": opens.keys}
    if figure is None:
        return controls.pick_record(opens.label, every, key=opens.name, **look)
    asked = (str(place.get(opens.name)) for place in (st.session_state, st.query_params))
    offered = (*(key for key in asked if key in every and key not in figure.marks), *figure.marks)
    return controls.pick_record(opens.label, {key: every[key] for key in offered}, key=opens.name, **look)


@built_once
def _names(opens: Opens, choices: Any) -> Mapping[str, str]:
    return opens.names(choices)


def hear(chart: str, opens: Opens, choices: Any, opened: str | None) -> None:
    """Listen to the marks of the chart of this key, and put a ring round the one whose record is open."""
    key = f"marks-{chart}"
    follow = partial(_open, key, opens.name, _names(opens, choices))
    _LISTENER(key=key, data={"chart": chart, "opened": opened or ""}, on_mark_change=follow)


def _open(component: str, name: str, names: Mapping[str, str]) -> None:
    mark = (st.session_state.get(component) or {}).get("mark")
    if mark in names:
        st.session_state[name] = mark


@contextmanager
def record(answers: DeltaGenerator, chart: str, opens: Opens, choices: Any, opened: str) -> Iterator[None]:
    """The record of this key in its place, with a button that closes it; what is drawn inside stands below it."""
    told, name = opens.told(choices, opened), opens.name
    with answers, st.container(key=f"record-{chart}"):
        st.button("Close", key=f"close-{name}", on_click=_close, args=(name,), type="tertiary", icon=":material/close:")
        (say.html if isinstance(told, Markup) else say.markdown)(told)
        yield


def _close(name: str) -> None:
    st.session_state[name] = None
