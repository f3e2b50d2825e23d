"""The day a reader builds: kept in the address, changed with ordinary fields and buttons, so the keyboard is enough."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pandas as pd
import streamlit as st

from components import controls, history, notices, say, viewport
from data.day import AMOUNTS, Portion, read_amount, read_day
from data.foods import food_frame
from data.numbers import MOST_WRITTEN, NumberError
from exhibits.foods.day import EXAMPLE
from exhibits.foods.release import version_for
from exhibits.foods.shared import milligrams
from exhibits.markdown import plain

TAB = "Build a day"
HOW_MUCH = {"half": "½ serving", "one": "1 serving", "two": "2 servings", "grams": "grams"}
SERVINGS = {"half": 0.5, "one": 1.0, "two": 2.0}
LIMITS = f"Servings from ½ to {AMOUNTS['servings'].high:g}, grams from 1 to {AMOUNTS['g'].high:g}; anything else is not taken."


def portions() -> tuple[Portion, ...]:
    """The day of the address; without one, the day this reader left on the page. What cannot be used is named."""
    notices.check_parameter("day")
    tokens = st.query_params.get_all("day")
    if tokens and tokens != st.session_state.get("_day_tokens"):
        known = food_frame(whole=version_for(tokens) > 0).index
        day, problems = read_day(tokens, known)
        left = "The rest of the day is kept." if day else "Nothing of the day is left."
        for problem in problems:
            notices.tell(f"The address asks for a food of the day that was left out: {problem}. {left}")
        keep(day)
    elif not tokens and st.session_state.get(
        "_day"
    ):  # by the menu from another page; an address that Back brings is obeyed
        _put(() if history.went() else st.session_state["_day"])
    return st.session_state.get("_day", ())


def keep(day: tuple[Portion, ...]) -> None:
    """Make this the day, in the address too, and stay in its tab when nothing is left of it."""
    if not day and "tab" not in st.query_params:
        st.session_state["tab"] = TAB
    _put(day)


def _put(day: tuple[Portion, ...]) -> None:
    tokens = [portion.token for portion in day]
    st.session_state["_day"], st.session_state["_day_tokens"] = day, tokens
    st.session_state.update({_field(portion): f"{portion.amount:g}" for portion in day})
    if tokens:
        st.query_params["day"] = tokens
    else:
        st.query_params.pop("day", None)


def add_food(keys: tuple[str, ...], names: dict[str, str]) -> None:
    """The fields that add a food: which of `keys`, how much, and the button."""
    with st.container(key="controls-add", horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.selectbox(
            "Food",
            keys,
            index=None,
            format_func=names.__getitem__,
            placeholder="Type to search",
            key="add-food",
        )
        how = st.segmented_control(
            "How much", list(HOW_MUCH), default="one", required=True, format_func=HOW_MUCH.__getitem__, key="add-amount"
        )
        if how == "grams":
            label = f"Grams ({AMOUNTS['g'].low:g} to {AMOUNTS['g'].high:g})"
            with st.container(width=controls.NUMBER_WIDTH):
                st.text_input(label, "100", key="add-grams", max_chars=MOST_WRITTEN)
                controls.read_or_tell(st.session_state["add-grams"], AMOUNTS["g"])
        st.button("Add to the day", on_click=_add, type="primary", key="add", icon=":material/add:")


def edit(day: tuple[Portion, ...], table: pd.DataFrame) -> None:
    """A line for each food of the day: what it brings, its amount to change, a button to remove it."""
    narrow = viewport.size() == "narrow"
    for place, (portion, row) in enumerate(zip(day, table.to_dict("records"), strict=True)):
        key, grams = _field(portion), portion.unit == "g"
        st.session_state.setdefault(key, f"{portion.amount:g}")  # gone after a visit to another tab
        brings = "not measured" if pd.isna(row["magnesium_mg"]) else milligrams(row["magnesium_mg"])
        with st.container(key=f"line-{key}", horizontal=not narrow, gap="small", vertical_alignment="center"):
            say.markdown(f"**{plain(row['name'])}**, {plain(row['amount'])}: **{brings}**", width="stretch")
            with st.container(horizontal=True, gap="small", vertical_alignment="center", width="content"):
                st.text_input(
                    f"{'Grams' if grams else 'Servings'} of {row['name']}",
                    value=f"{portion.amount:g}",  # for a browser whose first run, with the state set, was cut short
                    max_chars=MOST_WRITTEN,
                    key=key,
                    on_change=_change,
                    args=(place, key),
                    label_visibility="collapsed",
                    width=134,
                )
                say.markdown("grams" if grams else "servings", width=70)
                remove: dict[str, Any] = {
                    "on_click": _remove,
                    "args": (place,),
                    "key": f"remove-{key}",
                    "type": "tertiary",
                }
                remove["width"] = "content" if narrow else 230  # so that the fields stand in one column
                st.button("Remove" if narrow else f"Remove {row['short_name']}", icon=":material/close:", **remove)
        controls.read_or_tell(st.session_state[key], AMOUNTS[portion.unit])


def reset() -> None:
    """An empty day."""
    keep(())


def take_example() -> None:
    """A day to start from."""
    keep(EXAMPLE)


def take(portion: Portion) -> None:
    """Add one portion; the same food in the same unit is added together, as far as sensible."""
    day, problems = read_day(
        [*(p.token for p in st.session_state.get("_day", ())), portion.token], pd.Index(_known(portion))
    )
    for problem in problems:
        st.toast(plain(f"Not added: {problem}."))
    keep(day)


def _known(portion: Portion) -> list[str]:
    return [*(p.food for p in st.session_state.get("_day", ())), portion.food]


def _add() -> None:
    food: str | None = st.session_state.get("add-food")
    how: str = st.session_state.get("add-amount", "")
    if not food:
        st.toast("Choose a food first.")
        return
    if how != "grams":
        take(Portion(food, SERVINGS[how]))
    else:
        try:
            take(Portion(food, read_amount(st.session_state["add-grams"], "g"), "g"))
        except NumberError as problem:
            st.toast(f"Not added: {plain(str(problem))}")
            return
    # The amount as well: "2 servings" left from the food before would double the next one unseen.
    st.session_state.update({"add-food": None, "add-amount": "one"})


def _field(portion: Portion) -> str:
    return f"amount-{portion.food}-{portion.unit}"


def _change(place: int, key: str) -> None:
    """Take the amount typed; one that cannot be used stays in its field, where the reader is told, and changes nothing."""
    day = list(st.session_state["_day"])
    food, unit = day[place].food, day[place].unit
    if not st.session_state[key].strip():
        st.session_state[key] = f"{day[place].amount:g}"
    with suppress(NumberError):
        day[place] = Portion(food, read_amount(st.session_state[key], unit), unit)
        keep(tuple(day))


def _remove(place: int) -> None:
    day = st.session_state["_day"]
    keep((*day[:place], *day[place + 1 :]))
