"""What stands round every page: styles, width probe, level of words, notices, faults told, the advice line."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import habits, history, levels, notices, paper, say, show, viewport
from components.style import OVERLAYS, STYLE
from data.wording import LEVELS


def run(page: StreamlitPage) -> None:
    """Run one page inside the frame; a fault is told in the page's place and leaves the frame standing."""
    history.begin(page.url_path)
    # The icon is what serve.py has at /favicon.png.
    st.set_page_config(page_title=f"{page.title} · Magnesium in Balance", layout="wide")
    st.logo(f"/app/static/wordmark_{viewport.mode()}.svg", size="large")
    viewport.measure(page.url_path)
    say.html(STYLE[viewport.size()] + OVERLAYS[viewport.mode()])
    notices.begin(page.url_path, viewport.size(), habits.KEPT)
    _level_of_words()
    slot = st.container()
    whole = notices.guarded(page.run)()
    if not st.session_state["_headed"]:
        with slot:
            say.title(page.title)  # a fault came before the page's own heading
    notices.show(slot, whole=whole)
    show.foot(paper.foot())
    history.end()


def _level_of_words() -> None:
    """The switch Plain / Clinical. It stands on every page, so its choice stays in the address from page to page."""
    notices.check_parameter(levels.KEY, LEVELS)
    look: dict[str, Any] = {"label_visibility": "collapsed", "bind": "query-params", "required": True}
    st.segmented_control("Level of words", LEVELS, default=LEVELS[0], key=levels.KEY, **look)
