"""The selectors of the foods page: what shares are counted from, which foods to show, and which to compare."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import controls, notices, say
from components.controls import choose
from components.line import Line
from data.food_search import Choice
from exhibits.choices import Choices
from exhibits.foods.bars import BarsChoices
from exhibits.foods.comparison import MOST_COMPARED, ComparisonChoices
from exhibits.foods.day import DayChoices
from exhibits.foods.pairs import PairChoices
from exhibits.foods.release import release_fault, release_version
from exhibits.foods.selection import FoodChoices, ListChoices, names, to_choose_from
from exhibits.foods.target import TargetChoices
from exhibits.markdown import plain

PICTURES = {"density": "Density", "groups": "Groups"}
TOPICS = {"named": "Foods that articles name", "whole": "Refined or whole", "cooked": "Raw or cooked"}
NO_RELEASE = (
    "Our own foods; the whole USDA release (7,793 foods) is not part of this site. Its README says how to add it."
)
ASKED_FOR = "The address asks for the whole USDA release, which is not part of this site. Our own foods are shown."


def know_all() -> None:
    """Register every parameter of the page, so that those of closed tabs are not called unknown."""
    controls.know(BarsChoices, ComparisonChoices, DayChoices, PairChoices, also=("picture", "topic", "food"))


def target() -> dict[str, str]:
    """What shares are counted from: the Daily Value of US labels, or the RDA of the reader's life stage."""
    chosen = {"target": choose(TargetChoices, "target")}
    return chosen | controls.life_stage() if chosen["target"] == "rda" else chosen


def bars(asked: Line) -> dict[str, Any]:
    """Which foods, per what, in which order, and what shares are counted from."""
    chosen = which_foods(asked)
    with asked.drawer():
        return chosen | {"order": choose(BarsChoices, "order"), **target()}


def which_foods(asked: Line) -> dict[str, Any]:
    """Which foods, per what."""
    text = _text()
    with asked.rest():
        per = choose(ListChoices, "per")
    with asked.drawer():
        return {"q": text, "per": per, **restrictions()}


def _text() -> str:
    return choose(FoodChoices, "q", placeholder="almonds, beans …", live=True)


def restrictions() -> dict[str, Any]:
    """Groups, USDA categories and diets, and limits; categories instead of groups in the whole release."""
    whole = whole_release(ListChoices)
    kind = "category" if whole and release_version() else "group"
    chosen = {"whole": whole, **{name: choose(FoodChoices, name) for name in (kind, "diet")}}
    return chosen | {name: choose(FoodChoices, name) for name in ("least", "kcal")}


def compared(choices: ListChoices) -> tuple[str, ...]:
    """The foods to compare, at most five, from our list or from the whole release by a search."""
    version = choices.version
    text = controls.search("Search the release", key="q", placeholder="tofu, raw beans …", live=True) if version else ""
    known, asked = names(version), notices.check_parameter("compare")
    if asked:
        _check_compared(asked, set(known.values()))
    linked = [key for key, name in known.items() if name in asked] if asked else []
    first = ComparisonChoices.model_fields["compare"].default
    kept = tuple(dict.fromkeys([*linked, *first, *st.session_state.get("compare", ())]))
    options = to_choose_from(Choice(text.lower()), tuple(key for key in kept if key in known), version)
    chosen = st.multiselect(
        ComparisonChoices.control("compare").label,
        options,
        default=list(first),
        format_func=known.__getitem__,
        max_selections=MOST_COMPARED,
        placeholder="Type to search",
        select_all=False,
        key="compare",
        bind="query-params",
    )
    return tuple(chosen)


def _check_compared(asked: list[str], known: set[str]) -> None:
    good = [name for name in asked if name in known]
    notices.check_parameter("compare", good, limits="the names of foods in the list")
    if len(good) > MOST_COMPARED:
        notices.tell(f"The address asks to compare {len(good)} foods; {MOST_COMPARED} fit side by side.")


def whole_release(of: type[Choices]) -> bool:
    """The switch for the whole release, where it was made; else a line that says how to get it, and no switch."""
    if release_version() or release_fault():
        return choose(of, "whole")
    say.caption(NO_RELEASE)
    return False


def offer_release(made: bool) -> None:
    """Where the whole release is asked for and it is not there or has a fault: that our own foods are shown."""
    if st.session_state.get("whole") and not made and (fault := release_fault()):
        say.error(
            f"{plain(fault)} Our list is shown instead. Whoever runs this site can make the table anew: its README says how.",
            icon=":material/error:",
        )
    elif not release_version() and st.query_params.get("whole") == "true":
        say.info(ASKED_FOR, icon=":material/info:")


def forget() -> None:
    """Clear every filter of the foods; the address follows."""
    st.session_state.update(q="", group=[], category=[], diet=[], least="", kcal="")
