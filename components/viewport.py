"""How wide the reader's screen is: the server cannot know, so a silent component tells it.

On a wide screen nothing is sent back and nothing reruns; a phone reports once and the page is composed anew.
"""

from __future__ import annotations

import streamlit as st

from exhibits.base import Look, Mode, Size

NARROW_PX = 700

_PROBE = st.components.v2.component(
    "viewport_probe",
    html="<span></span>",
    css=":host{display:none}",
    js=f"""export default function({{ setStateValue, data }}) {{
      const query = window.matchMedia("(max-width: {NARROW_PX}px)");
      const report = () => {{ if (query.matches !== data.narrow) setStateValue("narrow", query.matches); }};
      query.addEventListener("change", report);
      report();
      // Streamlit leaves the menu open over the page that was just chosen from it.
      if (query.matches && window.__page !== undefined && window.__page !== data.page)
        document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
      window.__page = data.page;
      return () => query.removeEventListener("change", report);
    }}""",
)


def measure(page: str) -> None:
    """Mount the probe; to be called once a run, before any page content. On a phone it closes the menu on a new page."""
    _PROBE(key="viewport", data={"narrow": size() == "narrow", "page": page}, on_narrow_change=lambda: None)


def size() -> Size:
    """ "narrow" on a phone, else "wide"."""
    state = st.session_state.get("viewport") or {}
    return "narrow" if state.get("narrow") else "wide"


def mode() -> Mode:
    """The reader's theme, "light" or "dark"."""
    return st.context.theme.type or "light"


def look() -> Look:
    """For whom figures are composed: the reader's theme and screen."""
    return Look(mode(), size())
