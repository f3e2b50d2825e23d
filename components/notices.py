"""What the reader is told when the address, or a file, is not as it should be. Never a traceback."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial, wraps

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from components import say
from components.captions import plain
from data.base import DataError

_OWN = {"embed", "embed_options"}  # Streamlit's own parameters


def need_frame() -> None:
    """Start over where Streamlit ran a page by itself, without dashboard.py.

    It does so for the first visitor after a start under plain `streamlit run dashboard.py`, if the link names a
    file of pages/: until st.navigation was called once, it takes the folder for the list of pages.
    """
    if "_parameters" not in st.session_state:
        PagesManager.uses_pages_directory = False
        st.rerun()


def begin(page: str, size: str) -> None:
    """Forget what the last run said, unless this run only follows the first look at the screen's width.

    A bad value is in the address during the first run alone, so its notice must outlive that second run.
    """
    shown = (page, size)
    before = st.session_state.get("_shown")
    resized = before is not None and before[0] == page and before[1] != size
    if not resized:
        st.session_state["_notices"] = []
    st.session_state["_shown"] = shown
    st.session_state["_parameters"] = set()


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


def show(slot) -> None:
    """Write all notices into the slot at the top of the page."""
    for key in st.query_params:
        if key not in st.session_state["_parameters"] | _OWN:
            known = ", ".join(sorted(st.session_state["_parameters"])) or "none"
            tell(
                f"The address has a parameter “{_short(key)}”, which this page does not know; it was ignored. Known here: {known}."
            )
    with slot:
        for text in st.session_state["_notices"]:
            say.warning(plain(text), icon=":material/info:")


def part(function: Callable[..., None] | None = None, *, key: str | None = None) -> Callable:
    """A part of a page that a choice made in it runs alone (st.fragment), and that tells a broken table in its place.

    Used as `@part` or `@part(key="find")`; Streamlit keeps a fault inside a fragment from reaching the frame.
    """
    if function is None:
        return partial(part, key=key)

    @wraps(function)
    def guarded(*arguments, **named):
        try:
            function(*arguments, **named)
        except DataError as problem:
            data_problem(problem)

    return st.fragment(guarded, key=key) if key else st.fragment(guarded)


def data_problem(problem: Exception) -> None:
    """A table is broken: its page says so, and what to do; the others go on working."""
    say.error(
        f"This page cannot be shown, because a data file has a fault.\n\n{plain(str(problem))}\n\n"
        "The other pages still work.",
        icon=":material/error:",
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
