"""The steps of the browser's history: one for each choice of the reader, and none for anything else.

Streamlit replaces the address where a control is used and adds a step where the server writes it, so that Back left the page
instead of undoing the last choice, or brought a state that nobody chose. Here a step is added when the reader did something,
whoever writes the address; what else is written until the reader does something more belongs to the same step.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from components import unheard

OF_ITS_PAGE = ("find", "tab")
"""Parameters of several pages that mean something else on each; Streamlit would take the value along from page to page."""

ESCAPED = "amp;"

STEPS = """<script>(() => {
  const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
  let chose = false;  // the reader did something that has no step yet
  let typed = false;  // there are letters in a field that the address does not have yet
  let leaving = 0;  // of a press that leaves such a field: what it has brought into the address, counted from 1; 0 for any other
  let typing = null;  // the field whose letters, or slider whose arrows, made the last step: more of them belong to it
  const field = () => {
    const at = document.activeElement;
    return at?.matches("input:not([role=combobox]):not([type=radio]):not([type=checkbox]), textarea, [role=slider]") ? at : null;
  };
  addEventListener("pointerdown", () => { chose = true; leaving = typed ? 1 : 0; typing = null }, true);
  addEventListener("click", () => { if (leaving === 2) chose = true; leaving = 0 }, true);
  addEventListener("keydown", event => { chose = true; if (event.key === "Enter") { typing = null; typed = false } }, true);
  addEventListener("input", () => { typed = true }, true);
  addEventListener("popstate", () => { chose = typed = false; typing = null }, true);
  history.pushState = history.replaceState = (state, unused, url) => {
    const to = new URL(url ?? location.href, location.href);
    if (to.href === location.href) return replace(state, unused, url);
    typed = false;
    if (leaving) leaving += 1;
    if (!chose) return replace(state, unused, url);
    const more = typing !== null && typing === field() && to.pathname === location.pathname;
    chose = false;
    typing = field();
    return more ? replace(state, unused, url) : push(state, unused, url);
  };
})()</script>"""


def went() -> bool:
    """Whether Back or Forward brought this view: then the address alone says what is shown."""
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation


def begin(page: str) -> None:
    """Give a page what its address says and nothing of another page's search or tab, before any control reads them."""
    if st.session_state.get("_page", page) != page:
        for key in (*OF_ITS_PAGE, unheard.UNHEARD):
            st.session_state.pop(key, None)
    st.session_state["_page"] = page
    _bring_back()
    _read_escaped()
    unheard.restore()


def _bring_back() -> None:
    """The whole address of a view that Back or Forward opens.

    Streamlit has taken away what the page that was left has too (`tab`, `sex`), as if it had been carried along from there.
    """
    run = get_script_run_ctx()
    if run is None or not run.is_history_navigation:
        return
    _take_as_address(run, run.query_string)


def _read_escaped() -> None:
    """A link copied from the source of a page has `&amp;` for `&`: then `amp;per` is meant as `per`."""
    run = get_script_run_ctx()
    if run is None or not any(name.startswith(ESCAPED) for name in st.query_params):
        return
    given = ((name, value) for name in st.query_params for value in st.query_params.get_all(name))
    _take_as_address(run, urlencode([(re.sub(f"^({ESCAPED})+", "", name), value) for name, value in given]))


def _take_as_address(run: ScriptRunContext, query: str) -> None:
    """Let every control read this query, and put it into the browser's address."""
    with run.session_state.query_params() as parameters:
        parameters.populate_from_query_string(query)
        parameters.set_initial_query_params_from_current()
        parameters._send_query_param_msg()


def end() -> None:
    """After every control is drawn: put into the address what the reader has just chosen, where the browser did not.

    The browser writes for the controls it has registered. It forgets one that is drawn in another place than before (the unit
    of blood levels, on the next tab) when the old drawing is cleared away after the new one has come, as on a slow server.
    """
    run = get_script_run_ctx()
    if run is None:
        return
    unheard.remember(run)
    if run.is_history_navigation:
        return
    with run.session_state.query_params() as parameters:
        drawn = [
            one for one in parameters._bindings_by_param.values() if one.widget_id in run.shared.widget_ids_this_run
        ]
        state = run.session_state._state
        if not any(one.widget_id in state._old_state and state._widget_changed(one.widget_id) for one in drawn):
            return
        chosen = {one.param_key: unheard.in_address(state, one.widget_id, state[one.widget_id]) for one in drawn}
        browser = parse_qs(run.query_string, keep_blank_values=True)  # `parameters` drops what stands at its default
        missed = {key: said for key, said in chosen.items() if browser.get(key, []) != said}
        if not missed:
            return
        for key, said in missed.items():
            parameters.discard_param_no_forward_msg(key)
            if said:
                parameters.set_with_no_forward_msg(key, said)
        parameters._send_query_param_msg()


def begin_part() -> None:
    """The same at the beginning of a part of the page, if that part alone is run again."""
    run = get_script_run_ctx()
    if run is not None and run.fragment_ids_this_run:
        unheard.restore()


def end_part() -> None:
    """The same at the end of a part of the page, if that part alone is run again."""
    run = get_script_run_ctx()
    if run is not None and run.fragment_ids_this_run:
        end()
