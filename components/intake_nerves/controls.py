"""The selectors of the survey page: which outcome, in whom, how it is counted; and those of the other tabs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from components import controls, notices, say
from components.controls import choose
from components.line import Line, line
from exhibits.choices import Choices
from exhibits.survey.analyses import CHOICES, AnalysisChoices
from exhibits.survey.compared import CompareChoices
from exhibits.survey.eating import EatingChoices, splits
from exhibits.survey.estimates import QuestionChoices
from exhibits.survey.guess import FIRST_GUESS, HIGHEST_GUESS, GuessChoices
from exhibits.survey.nutrients import NutrientChoices
from exhibits.survey.one_day import OneDayChoices
from exhibits.survey.outcomes import OUTCOMES, OutcomeChoices
from exhibits.survey.people import ANY, SEXES, GroupChoices, People, PeopleChoices, ages_of
from exhibits.survey.studies import SubjectChoices
from exhibits.survey.who import AGES, CONDITIONS

GUESSES = ("guess1", "guess2", "guess3", "guess4", "guess5")
FURTHER = tuple(key for key in CONDITIONS if key != "diabetes")


# What marks open.
RECORDS = (
    *("analysis", "fifth", "nutrient", "figure", "intake-of", "below-ear-of", "above-limit-of", "mean-of"),
    *("point", "point-of-two", "group-point", "guessed-fifth", "day-fifth"),
)


def know_all() -> None:
    """Register every parameter of the page, so that those of closed tabs are not called unknown.

    Their values are left to the open tab: which ages, sexes and splits there are hangs on what else is chosen.
    """
    of = (
        QuestionChoices,
        GuessChoices,
        AnalysisChoices,
        SubjectChoices,
        EatingChoices,
        NutrientChoices,
        OneDayChoices,
        CompareChoices,
    )
    controls.know(also=(*RECORDS, *(name for choices in of for name in names(choices, choices.model_fields))))


def names(of: type[Choices], which: Iterable[str]) -> tuple[str, ...]:
    """The names of choices in the address."""
    return tuple(of.address_name(name) for name in which)


# The curve, and the guess ---------------------------------------------------------------------------------------------


def people(asked: Line) -> dict[str, Any]:
    """Which outcome, and in whom: sex, ages and diabetes."""
    outcome = choose(OutcomeChoices, "outcome")
    chosen: dict[str, Any] = {"outcome": outcome}
    if OUTCOMES[outcome].women_only:
        notices.check_parameter(PeopleChoices.address_name("sex"), (SEXES["female"],))
    else:
        with asked.rest():
            chosen["sex"] = choose(PeopleChoices, "sex")
    with asked.drawer():
        return chosen | {"age": _ages(outcome), "diabetes": choose(PeopleChoices, "diabetes")}


def _ages(outcome: str) -> tuple[str, ...]:
    """Those that the outcome has."""
    control, key = PeopleChoices.control("age"), PeopleChoices.address_name("age")
    offered = {age: AGES[age] for age in ages_of(outcome)}
    _forget_unknown(key, offered)
    return tuple(controls.some_of(control.label, offered, key=key, help=control.help))


def _forget_unknown(key: str, offered: Mapping[str, str]) -> None:
    """Drop chosen values that this outcome does not have."""
    if chosen := st.session_state.get(key):
        kept = [value for value in chosen if value in offered]
        if kept != list(chosen):
            st.session_state[key] = kept


def further_conditions() -> dict[str, str]:
    """Kidneys, medicines, BMI and race, in a drawer whose controls run only while it is open or one of them is chosen."""
    chosen = any(key in st.query_params or st.session_state.get(key, ANY) != ANY for key in FURTHER)
    label = "More groups: kidneys, medicines, BMI, race"
    drawer = st.expander(label, expanded=chosen, key="more-groups", on_change="rerun")
    if not (drawer.open or chosen):
        return {}
    with drawer:
        with st.container(horizontal=True, gap="medium", key="more-groups-row"):
            where = {key: choose(GroupChoices, key) for key in FURTHER}
        say.caption("At most three conditions at once, beside sex and age: more would leave too few people.")
    return where


def counting() -> dict[str, Any]:
    """How it is counted: as amount or by calories, fifths or steps, which model, standardized or not."""
    chosen = {"scale": choose(QuestionChoices, "scale")}
    if chosen["scale"] == "amount":
        chosen["by"] = choose(QuestionChoices, "by")
    else:  # steps of 50 mg are of the plain amount
        controls.know(QuestionChoices, only=("by",))
    return chosen | {name: choose(QuestionChoices, name) for name in ("adjustment", "standardized")}


def guess_anew(of: People) -> None:
    """Hide the data and reset the sliders when another group is chosen, which is yet to be guessed."""
    if st.session_state.get("guessed_for", of) != of:
        st.session_state["reveal"] = False
        st.session_state.update(dict.fromkeys(GUESSES, FIRST_GUESS))
    st.session_state["guessed_for"] = of


def guess(name: str) -> str:
    """A slider for the percent of one fifth."""
    allowed = [str(value) for value in range(HIGHEST_GUESS + 1)]
    notices.check_parameter(name, allowed, limits=f"0 to {HIGHEST_GUESS}")
    label = GuessChoices.control(name).label
    return str(st.slider(label, 0, HIGHEST_GUESS, FIRST_GUESS, key=name, bind="query-params"))


# Is it magnesium? -----------------------------------------------------------------------------------------------------


def nutrients() -> NutrientChoices:
    """Which outcome, how intake is counted, which model, and the order of the rows."""
    with line("nutrients") as asked:
        chosen = {"scale": choose(NutrientChoices, "scale")}
        with asked.rest():
            chosen["sort"] = choose(NutrientChoices, "sort")
        with asked.drawer():
            return NutrientChoices(
                **chosen, **{name: choose(NutrientChoices, name) for name in ("outcome", "adjustment")}
            )


# The other tabs -------------------------------------------------------------------------------------------------------


def analyses() -> AnalysisChoices:
    """Which end is told, and in which analyses."""
    with line("spec") as asked:
        arm = choose(AnalysisChoices, "arm")
        with asked.drawer():
            return AnalysisChoices(arm=arm, **{name: choose(AnalysisChoices, name) for name in CHOICES})


def eating() -> EatingChoices:
    """Which survey, split by what it knows, and what is counted."""
    with line("intake") as asked:
        cycle = choose(EatingChoices, "cycle")
        control, default = EatingChoices.control("split"), EatingChoices.model_fields["split"].default
        key = EatingChoices.address_name("split")
        with asked.rest():
            split = controls.one_of(control.label, splits(cycle), key=key, default=default)
        with asked.drawer():
            return EatingChoices(cycle=cycle, split=split, source=choose(EatingChoices, "source"))
