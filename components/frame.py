"""What stands round every page: styles, width probe, notices, faults told, the advice line."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import notices, say, show, viewport

# Streamlit's own white text on primary fills fails in dark (1.6:1), hence the first two rules; the rest is
# reading width, cards with a colored edge (the meaning is in the words too), and the tinted panels.
STYLE = """<style>
.stApp [data-tag], .stApp [data-tag] *, .stApp [data-testid='stBaseButton-primary'] {color: light-dark(#fff, #11181f) !important}
.stApp .stCheckbox label[data-selected] svg {stroke: light-dark(#fff, #11181f)}
[data-testid='stMainBlockContainer'] {max-width: 1164px; padding: 4.5rem 2rem 3rem}
[data-testid='stMainBlockContainer'] .stMarkdown p, [data-testid='stMainBlockContainer'] .stCaptionContainer p {max-width: 62em}
.st-key-lede p {font-size: 1.15rem; max-width: 46em}
[class*='st-key-panel-'] {background: light-dark(#F2F5F7, #1B252E); border-radius: 6px; padding: 14px 16px}
.st-key-advice {background: light-dark(#F2F5F7, #1B252E); border-radius: 6px; padding: 14px 16px; margin-top: 2rem}
[class*='st-key-card-deficiency-'] {border-left: 5px solid light-dark(#1C4489, #5E91E1)}
[class*='st-key-card-balance-'] {border-left: 5px solid light-dark(#117D6F, #64E3CF)}
[class*='st-key-card-toxicity-'] {border-left: 5px solid light-dark(#B1510A, #F38240)}
[class*='st-key-card-survey-'] {border-left: 5px solid light-dark(#7748A5, #BC87EB)}
[data-testid='stCaptionContainer'], [data-testid='stCaptionContainer'] p {opacity: 1; color: light-dark(#52606B, #A9B6C0)}
.st-key-viewport {display: none}
[data-testid='stTopNavLink']:focus-visible, [data-testid='stSidebarNavLink']:focus-visible {outline: 2px solid light-dark(#0A5C53, #64E3CF) !important; outline-offset: 1px}
[data-testid='stButtonGroup'] :is([role='radiogroup'], [role='toolbar']) {flex-wrap: wrap; overflow: visible; row-gap: 4px}
[data-testid='stTabs'] [role='tablist'] {flex-wrap: wrap}
@media (max-width: 700px) {
  [data-testid='stMainBlockContainer'] {padding: 4rem 1rem 2rem}
  h1 {font-size: 1.75rem !important} h2 {font-size: 1.4rem !important} h3 {font-size: 1.2rem !important}
}
@media print {.st-key-advice, [class*='st-key-panel-'] {background: none; border: 1px solid #7B8893}}
</style>"""


def run(page: StreamlitPage) -> None:
    """Run one page inside the frame; a fault is told in the page's place and leaves the frame standing."""
    st.set_page_config(page_title=f"{page.title} · Magnesium in Balance")
    st.logo(f"/app/static/wordmark_{viewport.mode()}.svg", size="large")
    show.html(STYLE)
    viewport.measure(page.url_path)
    notices.begin(page.url_path, viewport.size())
    slot = st.container()
    whole = notices.guarded(page.run)()
    if not st.session_state["_headed"]:
        with slot:
            say.title(page.title)  # a fault came before the page's own heading
    notices.show(slot, whole=whole)
    show.advice()
