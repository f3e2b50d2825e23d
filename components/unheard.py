"""What the browser has not heard: controls in a closed drawer, which the server set and the browser goes on reporting as before.

Streamlit's page tells a control what the server set it to when it draws it, and draws nothing of a closed drawer. "Clear all"
or Back then lasted until the next choice, with which the browser sent the old value again, as if the reader had just chosen it.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.runtime.state.query_params import _coerce_value_for_query_url
from streamlit.runtime.state.session_state import SessionState

UNHEARD = "_unheard"
"""Parameter → id of its control and the values that the browser may still report."""


def restore() -> None:
    """Before controls are drawn: what was set stays set, unless the reader has chosen since.

    Whoever chooses in the browser changes the address at once. Where that still says what the server set, and the control is
    reported as it was before, nobody has touched it.
    """
    run = get_script_run_ctx()
    unheard = st.session_state.get(UNHEARD)
    if run is None or not unheard or run.is_history_navigation:
        return
    state, address = run.session_state._state, parse_qs(run.query_string, keep_blank_values=True)
    for key, (widget, before) in list(unheard.items()):
        if widget not in state._new_widget_state.states or widget not in state._old_state:
            continue  # not drawn on this page
        was_set = state._old_state[widget]
        untouched = address.get(key, []) == in_address(state, widget, was_set)
        if untouched and key not in state._new_session_state and state._new_widget_state.get(widget) in before:
            st.session_state[key] = was_set
        else:
            del unheard[key]


def remember(run: ScriptRunContext) -> None:
    """After controls are drawn: which of them the server has set otherwise than the browser knows."""
    with run.session_state.query_params() as parameters:
        bound = list(parameters._bindings_by_param.values())
    state = run.session_state._state
    for one in bound:
        if one.widget_id not in run.shared.widget_ids_this_run or one.widget_id not in state._old_state:
            continue
        if run.is_history_navigation or one.param_key in state._new_session_state:
            before = state._old_state[one.widget_id]
            if before != state[one.widget_id]:
                unheard = st.session_state.setdefault(UNHEARD, {})
                _, known = unheard.get(one.param_key, (one.widget_id, []))
                unheard[one.param_key] = (one.widget_id, [*known, before])


def in_address(state: SessionState, widget_id: str, value: Any) -> list[str]:
    """How the address says a value, as Streamlit writes it: nothing for what a control stands at by itself."""
    control = state.get_widget_metadata(widget_id)
    if control is None or value == control.deserializer(None):
        return []
    said = _coerce_value_for_query_url(control.serializer(value), control.value_type)
    return said if isinstance(said, list) else [said]
