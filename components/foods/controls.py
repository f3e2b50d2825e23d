"""The selectors of the foods page: what shares are counted from, which foods to show, and which to compare."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import controls, notices, say
from components.controls import choose
from components.line import Line
from data.food_search import Choice
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
HOW_TO_MAKE = (
    "The whole release (7,793 foods) is not on this machine yet, so the curated list is shown. To add it, run "
    "`make foods` where the dashboard was started (or `python -m pipeline.foods`; with USDA_DIR set to a folder that "
    "holds the release, nothing is downloaded), then reload this page."
)


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
    whole = choose(ListChoices, "whole")
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
        key="compare",
        bind="query-params",
    )
    return tuple(chosen)


def _check_compared(asked: list[str], known: set[str]) -> None:
    good = [name for name in asked if name in known]
    notices.check_parameter("compare", good, limits="the names of foods in the list")
    if len(good) > MOST_COMPARED:
        notices.tell(f"The address asks to compare {len(good)} foods; {MOST_COMPARED} fit side by side.")


def offer_release(made: bool) -> None:
    """Where the reader asks for the whole release and it is not there or has a fault: how to make it."""
    if st.session_state.get("whole") and not made:
        if fault := release_fault():
            say.error(
                f"{plain(fault)} Our list is shown instead; `make foods` makes the table anew.", icon=":material/error:"
            )
        else:
            say.info(HOW_TO_MAKE, icon=":material/download:")


def forget() -> None:
    """Clear every filter of the foods; the address follows."""
    st.session_state.update(q="", group=[], category=[], diet=[], least="", kcal="")
