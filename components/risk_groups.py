"""The questions of the page on risk groups, a tab each: choose, show, caption."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import controls, medicines, say, show
from components.controls import choose
from exhibits.choices import NoChoices
from exhibits.medicine_choices import MedicineChoices
from exhibits.risk import profile_words
from exhibits.risk.group_cards import RISK_CARDS
from exhibits.risk.groups_map import RISK_MAP, SUPPORT
from exhibits.risk.medicines import intro
from exhibits.risk.profile import PROFILE_CARDS, PROFILE_MAP, ProfileChoices
from exhibits.risk.ratios import RISK_RATIOS
from exhibits.risk.selection import GroupChoices
from exhibits.survey.risk_groups import WORDS
from exhibits.survey.risk_intake import RISK_INTAKE
from exhibits.survey.risk_neuropathy import RISK_NEUROPATHY


def know_all() -> None:
    """Register every parameter of the page, so that those of closed tabs are not called unknown."""
    controls.know(GroupChoices, ProfileChoices, MedicineChoices)


def groups() -> None:
    """The groups that pass the filters: map, cards, and the ratios among them."""
    with controls.panel("groups"):
        chosen = {name: choose(GroupChoices, name) for name in ("direction", "kind", "strength")}
        find = choose(GroupChoices, "find", placeholder="diuretic, Crohn, kidney …")
    choices = GroupChoices(**chosen, find=find)
    if not show.exhibit(RISK_MAP, choices):
        return
    show.exhibit(RISK_CARDS, choices)
    say.caption(SUPPORT)
    if not RISK_RATIOS.empty(choices):  # few groups have any: their absence is not worth a word
        show.exhibit(RISK_RATIOS, choices)


def profile() -> None:
    """The groups a profile lights up, in both directions, with reason and source; no score."""
    with controls.panel("profile"):
        choices = ProfileChoices(**_profile())
    if told := profile_words.load_warning(choices):
        say.warning(told, icon=":material/warning:")
    if told := profile_words.too_old(choices):
        say.info(told, icon=":material/info:")
    say.caption(profile_words.NO_SCORE)
    say.markdown(profile_words.needs(choices))
    if told := profile_words.opposed(choices):
        say.info(told, icon=":material/swap_vert:")
    show.exhibit(PROFILE_MAP, choices)
    if choices.lit:
        say.markdown(profile_words.reasons(choices))
        say.markdown(profile_words.ONWARD)
    show.exhibit(PROFILE_CARDS, choices)


def _profile() -> dict[str, Any]:
    """What the reader says of themselves."""
    about = {"years": choose(ProfileChoices, "years", placeholder="not given"), "sex": choose(ProfileChoices, "sex")}
    items = ("condition", "medicine", "habit")
    return about | {name: choose(ProfileChoices, name, placeholder="None chosen") for name in items}


def meeting() -> None:
    """Medicines that meet magnesium, with their timing."""
    say.markdown(intro())
    with controls.panel("medicines"):
        choices = MedicineChoices(**medicines.which())
    medicines.cards(choices)


def survey() -> None:
    """What our own survey analysis says of the groups it can measure."""
    say.markdown(WORDS)
    show.exhibit(RISK_INTAKE, NoChoices())
    show.exhibit(RISK_NEUROPATHY, NoChoices())
    st.page_link(
        "pages/intake_nerves.py",
        label="Neuropathy by magnesium intake, in any group: Intake and nerves",
        icon=":material/arrow_forward:",
    )


QUESTIONS = {"Groups": groups, "In the survey": survey, "Your profile": profile, "Medicines": meeting}
