"""What the reader is told when the address, or a file, is not as it should be. Never a traceback."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import partial, wraps
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.logger import get_logger
from streamlit.runtime.pages_manager import PagesManager

from components import history, say
from data.base import DataError
from exhibits.markdown import plain

MOST_SHOWN = 5
"""Notices that are written out; of any more only the number is told."""

_OWN = {"embed", "embed_options"}  # Streamlit's own parameters
# What other sites hang onto a link to count who comes by it; it says nothing to us, and no word is made of it.
_TAGS = re.compile(r"utm_\w+|mtm_\w+|pk_\w+|[a-z]*clk?id|gbraid|wbraid|igshid?|mc_[ce]id|_ga|_gl|srsltid|ref_src")
_LOG = get_logger(__name__)


def need_frame() -> None:
    """Start over where Streamlit ran a page by itself, without dashboard.py.

    It does so for the first visitor after a start under plain `streamlit run dashboard.py`, if the link names a
    file of pages/: until st.navigation was called once, it takes the folder for the list of pages.
    """
    if "_parameters" not in st.session_state:
        PagesManager.uses_pages_directory = False
        st.rerun()


def begin(page: str, size: str, known: Iterable[str] = ()) -> None:
    """Forget what the last run said, unless this run only follows the first look at the screen's width.

    `known` are parameters that no page calls unknown, whether it has a control for them or not.

    A bad value is in the address during the first run alone, so its notice must outlive that second run.
    """
    shown = (page, size)
    before = st.session_state.get("_shown")
    resized = before is not None and before[0] == page and before[1] != size
    if not resized:
        st.session_state["_notices"] = []
    st.session_state["_shown"] = shown
    st.session_state["_parameters"] = set(known)
    st.session_state["_headed"] = False


def tell(text: str) -> None:
    """Say something at the top of the page."""
    if text not in st.session_state["_notices"]:
        st.session_state["_notices"].append(text)


def check_parameter(key: str, allowed: Collection[str] | None = None, *, limits: str = "") -> list[str]:
    """Register a parameter of the address, name the values that will be ignored, and return the good ones.

    `allowed` None accepts any text (a search); `limits` says in words what is expected.
    """
    st.session_state["_parameters"].add(key)
    given = st.query_params.get_all(key)
    if allowed is None:
        return given
    for value in given:
        if value not in allowed:
            expected = limits or ", ".join(allowed)
            tell(
                f"The address asks for {key} = “{_short(value)}”, which is not known here; it was ignored. Allowed: {expected}."
            )
    return [value for value in given if value in allowed]


def show(slot: DeltaGenerator, *, whole: bool = True) -> None:
    """Write the first notices into the slot at the top of the page, and how many more there are.

    A page that a fault cut short (not `whole`) has not said all it knows, so no parameter is called unknown there.
    """
    parameters = st.session_state["_parameters"]
    known = ", ".join(sorted(parameters)) or "none"
    for key in dict.fromkeys(st.query_params) if whole else ():
        if key not in parameters | _OWN and not _TAGS.fullmatch(key):
            tell(
                f"The address has a parameter “{_short(key)}”, which this page does not know; it was ignored. Known here: {known}."
            )
    told = st.session_state["_notices"]
    with slot:
        for text in told[:MOST_SHOWN]:
            say.warning(plain(text), icon=":material/info:")
        if (more := len(told) - MOST_SHOWN) > 0:
            say.warning(f"And {more:,} more of this kind.", icon=":material/info:")


def part(function: Callable[..., None] | None = None, *, key: str | None = None) -> Callable:
    """A part of a page that a choice made in it runs alone (st.fragment), and that tells a fault in its place.

    Used as `@part` or `@part(key="find")`; Streamlit keeps a fault inside a fragment from reaching the frame.
    """
    if function is None:
        return partial(part, key=key)

    shown = guarded(function)

    @wraps(shown)
    def alone(*arguments: Any, **named: Any) -> None:
        history.begin_part()
        shown(*arguments, **named)
        history.end_part()

    return st.fragment(alone, key=key)


def guarded(function: Callable[..., None]) -> Callable[..., bool]:
    """The function, with any fault told in its place in our own words instead of in Streamlit's error box.

    What it returns is whether all went well. A developer who sets client.showErrorDetails to something else than "none" gets the box and the traceback.
    """

    @wraps(function)
    def told(*arguments: Any, **named: Any) -> bool:
        try:
            function(*arguments, **named)
            return True
        except DataError as problem:
            _fault(function.__qualname__, "a data file has a fault", str(problem))
        except Exception:
            if st.get_option("client.showErrorDetails") != "none":
                raise
            _LOG.exception("A part of a page failed")
            _fault(function.__qualname__, "the dashboard has a fault", "The server's log has the details.")
        return False

    return told


def _fault(part: str, reason: str, details: str) -> None:
    """What cannot be shown, and what whoever runs the dashboard needs to know."""
    with st.container(key=f"fault-{re.sub('[^A-Za-z]+', '-', part)}"):
        say.error(
            f"This part cannot be shown, because {reason}.\n\nFor whoever runs this dashboard: {plain(details)}",
            icon=":material/error:",
        )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
