"""The steps of the browser's history: one for each choice of the reader, and none for anything else.

Streamlit replaces the address where a control is used and adds a step where the server writes it, so that Back left the page
instead of undoing the last choice, or brought a state that nobody chose. Here a step is added when the reader did something,
whoever writes the address; what else is written until the reader does something more belongs to the same step.
"""

from __future__ import annotations

from streamlit.runtime.scriptrunner import get_script_run_ctx

STEPS = """<script>(() => {
  const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
  const CONTROLS = "a, button, input, label, textarea, [role=option], [role=tab], [role=slider], [data-testid=stPlotlyChart]";
  let chose = false;  // the reader did something that has no step yet
  let typing = null;  // the field whose letters, or slider whose arrows, made the last step: more of them belong to it
  const field = () => {
    const at = document.activeElement;
    return at?.matches("input:not([role=combobox]):not([type=radio]):not([type=checkbox]), textarea, [role=slider]") ? at : null;
  };
  addEventListener("pointerdown", () => { chose = true; typing = null }, true);
  addEventListener("click", event => { if (event.target.closest?.(CONTROLS)) chose = true }, true);
  addEventListener("keydown", event => { chose = true; if (event.key === "Enter") typing = null }, true);
  addEventListener("popstate", () => { chose = false; typing = null }, true);
  history.pushState = history.replaceState = (state, unused, url) => {
    const to = new URL(url ?? location.href, location.href);
    if (!chose || to.href === location.href) return replace(state, unused, url);
    const more = typing !== null && typing === field() && to.pathname === location.pathname;
    chose = false;
    typing = field();
    return more ? replace(state, unused, url) : push(state, unused, url);
  };
})()</script>"""


def bring_back() -> None:
    """Give a page that Back or Forward opens all of its address, before any control reads it.

    Streamlit has taken away what the page that was left has too (`tab`, `sex`), as if it had been carried along from there.
    """
    run = get_script_run_ctx()
    if run is None or not run.is_history_navigation:
        return
    with run.session_state.query_params() as parameters:
        parameters.populate_from_query_string(run.query_string)
        parameters.set_initial_query_params_from_current()
        parameters._send_query_param_msg()
