"""How wide the reader's screen is: the server cannot know, so a silent component tells it.

On a laptop nothing is sent back and nothing reruns; a projector reports once and the page is composed anew, and so does a
phone that does not say in its first request that it is one.
"""

from __future__ import annotations

import streamlit as st

from components.style import NARROW_PX, PROJECTOR_PX
from exhibits.base import SIZES, Look, Mode, Size

_PROBE = st.components.v2.component(
    "viewport_probe",
    html="<span></span>",
    css=":host{display:none}",
    js=f"""export default function({{ setStateValue, data }}) {{
      const narrow = window.matchMedia("(max-width: {NARROW_PX}px)"), large = window.matchMedia("(min-width: {PROJECTOR_PX}px)");
      const size = () => narrow.matches ? "narrow" : large.matches ? "projector" : "wide";
      const report = () => {{ if (size() !== data.size) setStateValue("size", size()); }};
      for (const query of [narrow, large]) query.addEventListener("change", report);
      report();
      // Streamlit leaves the menu open over the page that was just chosen from it.
      if (narrow.matches && window.__page !== undefined && window.__page !== data.page)
        document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
      // A page that is chosen begins at its top; Back and Forward find it as it was left.
      window.__steps ??= (addEventListener("popstate", () => {{ window.__went = true }}), true);
      if (window.__page !== undefined && window.__page !== data.page && !window.__went) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
      window.__went = false;
      window.__page = data.page;
      // Streamlit puts other elements between a list and its items, and has no key that closes the menu.
      for (const list of document.querySelectorAll("[data-testid=stSidebarNavItems], [data-testid=stSidebarNav] :is(ul, li)")) list.role = "none";
      window.__closes ??= (addEventListener("keydown", event => {{
        if (event.key === "Escape") document.querySelector("[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] button")?.click();
      }}), true);
      // Tabs are in one row that scrolls: a link to a late one would open it with its name out of sight.
      const show = tries => {{
        const tab = document.querySelector("[data-testid=stMain] [role=tab][aria-selected=true]"), row = tab?.parentElement;
        if (row) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.clientWidth) / 2;
        else if (tries) setTimeout(show, 100, tries - 1);
      }};
      if (narrow.matches) show(50);
      return () => {{ for (const query of [narrow, large]) query.removeEventListener("change", report); }};
    }}""",
)


SIZE = "_size_of_screen"


def measure(page: str) -> None:
    """Mount the probe; to be called once a run, before anything is composed. On a phone it closes the menu on a new page."""
    told = (st.session_state.get("viewport") or {}).get("size")
    if told in SIZES:
        st.session_state[SIZE] = told
    _PROBE(key="viewport", data={"size": size(), "page": page}, on_size_change=lambda: None)


def size() -> Size:
    """ "narrow" on a phone, "projector" on a screen that a room looks at, else "wide".

    Kept, since what a component told is dear to ask, and so are headers: phones name themselves in every request, and then
    the page need not be composed twice.
    """
    kept: Size | None = st.session_state.get(SIZE)
    if kept is None:
        kept = "narrow" if "Mobi" in st.context.headers.get("User-Agent", "") else "wide"
        st.session_state[SIZE] = kept
    return kept


def mode() -> Mode:
    """The reader's theme, "light" or "dark"."""
    return st.context.theme.type or "light"


def look() -> Look:
    """For whom figures are composed: the reader's theme and screen."""
    return Look(mode(), size())
