"""The selectors of the survey page: which outcome, in whom, and how it is counted."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components import controls, notices, say
from components.views import multiverse
from components.views.intake_nerves import ADJUSTMENTS, AGES, BY, CONDITIONS, OUTCOMES, ages_of

SEXES = {"all": "Everyone", "female": "Women", "male": "Men"}
ANY = {"any": "Any"}
COUNTING = ("by", "standardized", "model")
SPECIFICATION = tuple(f"spec_{choice}" for choice in multiverse.CHOICES)
KEYS = ("outcome", "who", "ages", *CONDITIONS, *COUNTING, "reveal", "published", "arm", *SPECIFICATION)
KEYS += tuple(f"guess{fifth}" for fifth in range(1, 6))
KEYS += ("survey", "split", "count")


def know_all() -> None:
    """Register every parameter of the page, so that those of closed tabs are not called unknown."""
    for key in KEYS:
        notices.check_parameter(key)


def outcome() -> str:
    """Which outcome."""
    return controls.one_of("Outcome", {key: one.label for key, one in OUTCOMES.items()}, key="outcome")


def people(of: str) -> dict[str, tuple[str, ...]]:
    """In whom: sex, ages and diabetes, as a part of `where`."""
    where: dict[str, tuple[str, ...]] = {}
    if OUTCOMES[of].women_only:
        notices.check_parameter("who", ("Women",))
    elif (sex := controls.one_of("Who", SEXES, key="who")) != "all":
        where["sex"] = (sex,)
    offered = {age: AGES[age] for age in ages_of(of)}
    forget_unknown("ages", offered)
    if chosen := controls.some_of("Age", offered, key="ages", help="None chosen: all ages. Several are pooled."):
        where["age"] = tuple(age for age in offered if age in chosen)
    return where | condition("diabetes")


def further_conditions() -> dict[str, tuple[str, ...]]:
    """Kidneys, medicines, BMI and race, in a drawer whose controls run only while it is open or one of them is chosen."""
    others = [key for key in CONDITIONS if key != "diabetes"]
    chosen = any(key in st.query_params or st.session_state.get(key, "any") != "any" for key in others)
    label = "More groups: kidneys, medicines, BMI, race"
    drawer = st.expander(label, expanded=chosen, key="more-groups", on_change="rerun")
    where: dict[str, tuple[str, ...]] = {}
    if not (drawer.open or chosen):
        return where
    with drawer:
        with st.container(horizontal=True, gap="medium", key="more-groups-row"):
            for key in others:
                where |= condition(key)
        say.caption("At most three conditions at once, beside sex and age: more would leave too few people.")
    return where


def condition(key: str) -> dict[str, tuple[str, ...]]:
    """One condition as a part of `where`; nothing where it may be any."""
    label, values, about = CONDITIONS[key]
    value = controls.one_of(label, ANY | {value: words[0] for value, words in values.items()}, key=key, help=about)
    return {} if value == "any" else {key: (value,)}


def forget_unknown(key: str, offered: Mapping[str, str]) -> None:
    """Drop chosen values that this outcome does not have."""
    if chosen := st.session_state.get(key):
        kept = [value for value in chosen if value in offered]
        if kept != list(chosen):
            st.session_state[key] = kept


def counting() -> dict[str, str | bool]:
    """How it is counted: fifths or steps, which model, standardized or not, as fields of `Choice`."""
    by = controls.one_of("Intake in", BY, key="by", help="Fifths of the whole population, or steps of 50 mg.")
    model = controls.one_of(
        "Odds adjusted for",
        {key: label for key, (label, _) in ADJUSTMENTS.items()},
        key="model",
        default="full",
        help="Three models, named before the set of analyses was run. The third adds education, income, BMI, smoking, hypertension, diabetes and "
        "calories. Fitted for some groups only: the curve below says which.",
    )
    standardized = controls.switch(
        "Standardize to one age and sex mix",
        key="standardized",
        help="As if every fifth had the age and sex mix of the whole sample.",
    )
    return {"by": by, "standardized": standardized, "adjustment": model}
