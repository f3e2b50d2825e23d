"""The shared selectors. Each keeps its value in the address, so that a link restores the exact view.

The address shows what the reader sees (`?sex=Women`): labels given here are part of old links, so change
them only with a reason. A value that is not known is named in a notice and ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from components import habits, history, line, notices, say
from data.intakes import target_for
from data.numbers import MOST_WRITTEN, NumberError, Range
from data.outside import visible
from exhibits.choices import Choices
from exhibits.life_stage import LifeStageChoices
from exhibits.markdown import plain

MOST_LETTERS = 44  # of options in a row of buttons


def _forget(key: str, fits: Callable[[object], bool]) -> None:
    """Drop a choice that was made on another page and does not fit here: Streamlit keeps choices by their key."""
    if key in st.session_state and not fits(st.session_state[key]):
        del st.session_state[key]


def one_of(
    label: str, options: Mapping[str, str], *, key: str, default: str | None = None, help: str | None = None
) -> str:
    """One of a few options (value → label) as a row of buttons, or as a list where they would not fit into a line."""
    default = default or next(iter(options))
    notices.check_parameter(key, options.values())
    habits.recall(key)
    _forget(key, lambda value: isinstance(value, str) and value in options)
    common: dict[str, Any] = {"format_func": options.__getitem__, "key": key, "bind": "query-params", "help": help}
    if len(options) > 5 or sum(map(len, options.values())) > MOST_LETTERS:
        chosen = st.selectbox(label, list(options), index=list(options).index(default), **common)
    else:
        chosen = st.segmented_control(label, list(options), default=default, required=True, **common)
    habits.keep(key, chosen)
    line.tell(key, label, default=default, said=None if chosen == default else options[chosen])
    return chosen


def some_of(
    label: str, options: Mapping[str, str], *, key: str, help: str | None = None, placeholder: str = "All"
) -> list[str]:
    """Any of the options (value → label); an empty list means no restriction, or what `placeholder` says."""
    notices.check_parameter(key, options.values())
    _forget(key, lambda value: isinstance(value, list) and set(value) <= set(options))
    common: dict[str, Any] = {"format_func": options.__getitem__, "key": key, "bind": "query-params", "help": help}
    if len(options) > 8:
        chosen = st.multiselect(label, list(options), placeholder=placeholder, select_all=False, **common)
    else:
        chosen = st.pills(label, list(options), selection_mode="multi", **common) or []
    line.tell(key, label, default=[], said=", ".join(options[one] for one in chosen) or None)
    return chosen


NUMBER_WIDTH = 220  # px
LABELED_WIDTH = 300  # px, of a number whose label stands beside it
MOST_CHARACTERS = 200  # of a search; a longer text is not taken
SEARCH_HELP = f"All words must be there, in any order; a comma means “or”. Up to {MOST_CHARACTERS} characters."


def search(label: str, *, key: str, placeholder: str, live: bool = False) -> str:
    """A search text for `data.search`; `live` searches while the reader types."""
    return typed(label, key=key, placeholder=placeholder, live=live, help=SEARCH_HELP)


def typed(label: str, *, key: str, placeholder: str, live: bool = False, help: str | None = None) -> str:
    """A short text without surrounding blanks."""
    if any(len(text) > MOST_CHARACTERS for text in notices.check_parameter(key)):
        notices.tell(f"The address asks for a text of more than {MOST_CHARACTERS} characters ({key}); it was cut.")
    _forget(key, lambda value: value is None or isinstance(value, str))
    look: dict[str, Any] = {"placeholder": placeholder, "help": help, "live": live}
    text = st.text_input(label, key=key, bind="query-params", max_chars=MOST_CHARACTERS, **look) or ""
    text = visible(text).strip()
    line.tell(key, label, default="", said=f"“{text}”" if text else None)
    return text


def check_number(key: str, takes: Range) -> None:
    """Name a number of the address that the field `key` cannot take; once it is there, the field itself answers."""
    good = [text for text in st.query_params.get_all(key) if not text.strip() or takes.takes(text)]
    notices.check_parameter(key, None if key in st.session_state else good, limits=takes.words)


def number(label: str, takes: Range, *, key: str, placeholder: str = "any", help: str | None = None) -> float | None:
    """A number that `takes` allows, which the label says, or None while the field is empty or cannot be read.

    Not Streamlit's own number field: that drops a comma while it is typed, so that 62,5 becomes 625.
    """
    check_number(key, takes)
    _forget(key, lambda value: value is None or isinstance(value, str))
    look: dict[str, Any] = {"placeholder": placeholder, "help": help, "max_chars": MOST_WRITTEN}
    with st.container(width=LABELED_WIDTH):
        text = st.text_input(f"{label} ({takes.low:g} to {takes.high:g})", key=key, bind="query-params", **look)
        line.tell(key, label, default="", said=text or None)
        return read_or_tell(text, takes)


def read_or_tell(text: str | None, takes: Range) -> float | None:
    """The number in a field; None for an empty one and for one that cannot be read, of which the reader is told below it."""
    if not text or not text.strip():
        return None
    try:
        return takes.read(text)
    except NumberError as problem:
        say.caption(f":orange[:material/error: {plain(str(problem))}]")
        return None


def switch(label: str, *, key: str, help: str | None = None) -> bool:
    """A yes/no switch, off by default."""
    notices.check_parameter(key, ("true", "false"))
    _forget(key, lambda value: isinstance(value, bool))
    on = st.toggle(label, key=key, bind="query-params", help=help)
    line.tell(key, label, default=False, said="" if on else None)
    return on


def step_of(label: str, options: Mapping[str, str], *, key: str, default: str) -> str:
    """One of a few ordered options (value → label) on a slider."""
    notices.check_parameter(key, options.values())
    _forget(key, lambda value: isinstance(value, str) and value in options)
    look: dict[str, Any] = {"format_func": options.__getitem__, "key": key, "bind": "query-params"}
    chosen = st.select_slider(label, list(options), value=default, **look)
    line.tell(key, label, default=default, said=None if chosen == default else options[chosen])
    return chosen


def tabs(names: list[str], *, key: str = "tab", default: str | None = None) -> Sequence[Any]:
    """Tabs whose choice is in the address: `for tab, name in …: if tab.open: with tab: …` computes the open one alone."""
    notices.check_parameter(key, names)
    return st.tabs(names, key=key, bind="query-params", default=default)


def open_tab(key: str = "tab") -> str | None:
    """The name of the tab that is open or about to be; None for the first."""
    said = st.query_params.get(key)
    return said if history.went() else st.session_state.get(key) or said


def pick_record(label: str, names: Mapping[str, str], *, key: str, placeholder: str, limits: str) -> str | None:
    """One of many records (key → what the reader sees), or None. The key stands in the address, not the long label.

    A bound control would write its label there, so the address is kept by hand. `limits` says what the keys look like. A
    record that was open and that another choice has taken away closes.
    """
    if (now := st.query_params.get(key)) not in names and [now] == st.session_state.get(f"_written_{key}"):
        del st.query_params[key]
    asked = notices.check_parameter(key, names, limits=limits)[-1:]
    _forget(key, lambda value: value is None or (isinstance(value, str) and value in names))
    if key not in st.session_state or asked != st.session_state.get(f"_written_{key}", asked):
        st.session_state[key] = asked[0] if asked else None  # a link, or Back: the address has the word
    look: dict[str, Any] = {"format_func": names.__getitem__, "placeholder": placeholder}
    chosen = st.selectbox(label, list(names), index=None, key=key, **look)
    if chosen:
        st.query_params[key] = chosen
    elif st.query_params.get(key) in names:
        del st.query_params[key]
    st.session_state[f"_written_{key}"] = [chosen] if chosen else []
    line.tell(key, label, default=None, said=names[chosen] if chosen else None)
    return chosen


def page_number(pages: int, *, key: str = "page") -> int:
    """Which page of a long list, from 1."""
    notices.check_parameter(key, [str(page) for page in range(1, pages + 1)], limits=f"1 to {pages}")
    return st.pagination(pages, key=key, bind="query-params")


def show_tabs(parts: Mapping[str, Callable[[], None]], *, default: str | None = None) -> None:
    """The parts of a page under tabs (name → part). Only the open one is computed, and a choice made in it runs it alone."""
    for tab, part in zip(tabs(list(parts), default=default), parts.values(), strict=True):
        if tab.open:
            with tab:
                notices.part(part)()


def life_stage(of: type[LifeStageChoices] = LifeStageChoices) -> dict[str, str]:
    """Whose reference intakes to use: `?sex=Women&age=31+to+50&status=Pregnant&targets=EU`. Use inside a line.

    Pregnancy and breastfeeding are asked only where the tables have a row for them.
    """
    chosen = {name: choose(of, name) for name in ("targets", "sex", "age")}
    if of(**chosen).may_be_pregnant:
        chosen |= {"status": choose(of, "status")}
    else:
        know(of, only=("status",))
    if told := target_for(*of(**chosen).stage).instead:
        say.caption(told)
    return chosen


# --- The choices of an exhibit ----------------------------------------------------------------------------------------


def choose(of: type[Choices], name: str, **look: Any) -> Any:
    """One choice of an exhibit as the control that fits it: its label, options, default, help and name in the address.

    `look` is what only the screen knows: a placeholder, whether a search is live.
    """
    control, default, key = of.control(name), of.model_fields[name].default, of.address_name(name)
    if control.options is not None and control.many:
        return tuple(some_of(control.label, control.offered(), key=key, help=control.help, **look))
    if control.options is not None:
        return one_of(control.label, control.offered(), key=key, default=default, help=control.help, **look)
    if control.takes:
        return number(control.label, control.takes, key=key, help=control.help, **look)
    if isinstance(default, bool):
        return switch(control.label, key=key, help=control.help)
    return search(control.label, key=key, **look)


def step(of: type[Choices], name: str) -> str:
    """One of a few ordered options of an exhibit, on a slider."""
    control, default = of.control(name), of.model_fields[name].default
    return step_of(control.label, control.offered(), key=of.address_name(name), default=default)


def know_names(*of: type[Choices], also: tuple[str, ...] = ()) -> None:
    """Register the names of these exhibits' choices and further parameters; their values are judged where they are drawn."""
    for choices in of:
        also += tuple(choices.address_name(name) for name in choices.model_fields)
    for key in also:
        notices.check_parameter(key)


def know(*of: type[Choices], only: tuple[str, ...] = (), also: tuple[str, ...] = ()) -> None:
    """Register the choices of these exhibits (`only` some of them), and further parameters, without drawing them.

    So that those of closed tabs are not called unknown; a value that cannot be is named all the same.
    """
    for choices in of:
        for name in only or choices.model_fields:
            control, key = choices.control(name), choices.address_name(name)
            if control.takes:
                check_number(key, control.takes)
            else:
                named = control.options is not None and not control.expected
                notices.check_parameter(key, control.offered().values() if named else None)
    for key in also:
        notices.check_parameter(key)
