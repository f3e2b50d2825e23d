"""The selectors of the foods page: what shares are counted from, and which foods to show."""

from __future__ import annotations

import streamlit as st

from components import controls, notices
from components.charts.foods import Aim
from components.views import foods as view
from data.foods import DIETS, Choice, load_groups
from data.intakes import SEXES, STATUSES, life_stages

AMOUNT_LABELS = {"serving": "Serving", "100g": "100 g", "100kcal": "100 kcal"}
ORDER_LABELS = {"most": "Most magnesium", "least": "Least magnesium", "name": "Name"}
TARGETS = {"dv": "Daily Value", "rda": "My RDA"}
SHOWN = {"12": "12", "24": "24", "48": "48"}
DIET_NOTE = (
    "The diet flags say what a food ordinarily contains. “No” means not assured; traces from a factory are not considered. "
    "They are for filtering a table, not allergy advice. Empty cells were not measured."
)


def aim() -> Aim:
    """What shares are counted from: the Daily Value of US labels, or the RDA of the reader's life stage."""
    with controls.panel("aim"):
        target = controls.one_of("Share of", TARGETS, key="target")
        if target == "rda":
            return view.own_aim(controls.life_stage())
        notices.check_parameter("sex", SEXES.values())
        notices.check_parameter("age", [band.label for band in life_stages(adults_only=True).values()])
        notices.check_parameter("status", STATUSES.values())
        return view.daily_value()


def choice() -> Choice:
    """Which foods, per what, in which order."""
    with controls.panel("foods"):
        text = controls.search("Search", key="q", placeholder="almonds, beans …", live=True)
        amount = controls.one_of(
            "Amount", AMOUNT_LABELS, key="per", help="What the figures, the ranking and “At least” are for."
        )
        order = controls.one_of("Order", ORDER_LABELS, key="order", help="Share of the target sorts the same way.")
        groups = controls.some_of("Group", {label: label for label in load_groups()}, key="group")
        diets = controls.some_of("Diet", DIETS, key="diet", help="For filtering only, not allergy advice.")
        least = controls.number("At least, mg", key="least", low=0, high=1000, step=10)
        most = controls.number("At most, kcal", key="kcal", low=0, high=2000, step=50)
    return Choice(text.lower(), tuple(sorted(groups)), (), tuple(sorted(diets)), amount, least, most, order)


def forget() -> None:
    """Clear every filter of `choice`; the address follows."""
    st.session_state.update(q="", group=[], diet=[], least=None, kcal=None)
