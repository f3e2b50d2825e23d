"""The selectors of the foods page: what shares are counted from, which foods to show, and which to compare."""

from __future__ import annotations

import streamlit as st

from components import controls, notices
from components.charts.foods import Aim
from components.views import foods as view
from data.foods import DIETS, Choice, food_frame, load_groups
from data.numbers import Range

AMOUNT_LABELS = {"serving": "Serving", "100g": "100 g", "100kcal": "100 kcal"}
ORDER_LABELS = {"most": "Most magnesium", "least": "Least magnesium", "name": "Name"}
PAIR_AMOUNTS = {"100g": "100 g", "serving": "Serving", "100kcal": "100 kcal"}
PICTURES = {"density": "Density", "groups": "Groups"}
TOPICS = {"named": "Foods that articles name", "whole": "Refined or whole", "cooked": "Raw or cooked"}
KINDS = {"whole": "refined or whole", "cooked": "raw or cooked"}
TARGETS = {"dv": "Daily Value", "rda": "My RDA"}
SHOWN = {"12": "12", "24": "24", "48": "48"}
LEAST, KCAL, PILL = Range(0, 1000), Range(0, 2000), Range(0, 2000)
MOST_COMPARED = 5
COMPARED_FIRST = ["pumpkin-seeds-roasted-no-shell", "spinach-boiled", "banana"]
PILL_HELP = (
    "Elemental magnesium a day from supplements, antacids and laxatives. With kidney disease, ask a clinician before "
    "taking any."
)
WHICH_FOODS = ("group", "category", "diet", "least", "kcal", "whole")
WHOSE_NEEDS = ("target", "sex", "age", "status")
KEYS = (*WHOSE_NEEDS, "q", "per", "order", *WHICH_FOODS, "bars", "compare", "pill", "contrast", "picture", "topic")
DIET_NOTE = (
    "The diet flags say what a food ordinarily contains. “No” means not assured; traces from a factory are not "
    "considered. They are for filtering a table, not allergy advice. Empty cells were not measured, which is not zero."
)
COOKING_NOTE = (
    "Part of what cooking changes per 100 g is water: oats take it up, leaves lose it. Choose 100 kcal to leave water out "
    "of account; what then remains is magnesium lost to the cooking water, or the difference between two samples."
)
HOW_TO_MAKE = (
    "The whole release (7,793 foods) is not on this machine yet, so the curated list is shown. To add it, run "
    "`make foods` where the dashboard was started (or `python -m pipeline.foods`; with USDA_DIR set to a folder that "
    "holds the release, nothing is downloaded), then reload this page."
)


def know_all() -> None:
    """Register every parameter of the page, so that those of closed tabs are not called unknown."""
    for key in KEYS:
        notices.check_parameter(key)


def aim() -> Aim:
    """What shares are counted from: the Daily Value of US labels, or the RDA of the reader's life stage."""
    target = controls.one_of("Share of", TARGETS, key="target", help="US labels count from the Daily Value.")
    return view.own_aim(controls.life_stage()) if target == "rda" else view.daily_value()


def amount() -> str:
    """What figures and ranking are for."""
    return controls.one_of("Amount", AMOUNT_LABELS, key="per", help="What the figures and the ranking are for.")


def find() -> tuple[Choice, Aim]:
    """Which foods, per what, in which order, and what shares are counted from. Use inside a panel."""
    text, per = _text(), amount()
    order = controls.one_of("Order", ORDER_LABELS, key="order", help="Share of the target sorts the same way.")
    with controls.more_filters((*WHICH_FOODS, *WHOSE_NEEDS)):
        whole = release() > 0
        return Choice(text, *_restrictions(whole), per, *_limits(), order, whole), aim()


def choice() -> Choice:
    """Which foods, per what. Use inside a panel."""
    text, per = _text(), amount()
    with controls.more_filters(WHICH_FOODS):
        whole = release() > 0
        return Choice(text, *_restrictions(whole), per, *_limits(), whole=whole)


def _text() -> str:
    return controls.search("Search", key="q", placeholder="almonds, beans …", live=True).lower()


def _restrictions(whole: bool) -> tuple[tuple[str, ...], ...]:
    """Groups, USDA categories and diets; categories instead of groups in the whole release."""
    groups, categories = [], []
    if whole:
        options = sorted(food_frame(whole=True)["usda_category"].unique())
        categories = controls.some_of("USDA category", {name: name for name in options}, key="category")
    else:
        groups = controls.some_of("Group", {name: name for name in load_groups()}, key="group")
    diets = controls.some_of("Diet", DIETS, key="diet", help="A filter, not allergy advice. Known for our list alone.")
    return tuple(sorted(groups)), tuple(sorted(categories)), tuple(sorted(diets))


def _limits() -> tuple[float | None, float | None]:
    least = controls.number("At least, mg", LEAST, key="least")
    return least, controls.number("At most, kcal", KCAL, key="kcal")


def release() -> int:
    """The version of the whole release where the reader wants it and it was made, else 0."""
    wanted = controls.switch("Whole USDA release", key="whole")
    return view.release_version() if wanted else 0


def compared(version: int) -> tuple[str, ...]:
    """The foods to compare, at most five, from our list or (`version` above 0) from the whole release by a search."""
    text = controls.search("Search the release", key="q", placeholder="tofu, raw beans …", live=True) if version else ""
    names, asked = view.names(version), notices.check_parameter("compare")
    if asked:
        _check_compared(asked, set(names.values()))
    linked = [key for key, name in names.items() if name in asked] if asked else []
    kept = tuple(dict.fromkeys([*linked, *COMPARED_FIRST, *st.session_state.get("compare", ())]))
    options = view.to_choose_from(Choice(text.lower()), tuple(key for key in kept if key in names), version)
    chosen = st.multiselect(
        "Foods, two to five",
        options,
        default=COMPARED_FIRST,
        format_func=names.__getitem__,
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


def forget() -> None:
    """Clear every filter of `choice`; the address follows."""
    st.session_state.update(q="", group=[], category=[], diet=[], least="", kcal="")
