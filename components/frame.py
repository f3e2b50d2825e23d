"""What stands round every page: styles, width probe, notices, faults told, the advice line."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import habits, history, notices, paper, say, show, terms, viewport
from components.style import STYLE


def run(page: StreamlitPage) -> None:
    """Run one page inside the frame; a fault is told in the page's place and leaves the frame standing."""
    history.begin(page.url_path)
    st.set_page_config(page_title=f"{page.title} · Magnesium in Balance")
    st.logo(f"/app/static/wordmark_{viewport.mode()}.svg", size="large")
    say.html(STYLE[viewport.size()] + paper.PAPER)
    viewport.measure(page.url_path)
    paper.listen()
    notices.begin(page.url_path, viewport.size())
    slot = st.container()
    whole = notices.guarded(page.run)()
    if not st.session_state["_headed"]:
        with slot:
            say.title(page.title)  # a fault came before the page's own heading
    notices.show(slot, whole=whole)
    habits.follow_links()
    notices.guarded(terms.explain)()
    show.advice()
    paper.foot()
