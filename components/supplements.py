"""The questions of the page on supplements, a tab each: choose, show, caption."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import controls, habits, medicines, say, searching, show, viewport
from components.controls import choose
from components.line import line
from exhibits.life_stage import AnyAgeChoices
from exhibits.supplements import absorption, dose, skin
from exhibits.supplements.absorption import ABSORPTION, AbsorptionChoices
from exhibits.supplements.compounds import CompoundChoices
from exhibits.supplements.day import DAY, NO_HOURS, DayChoices
from exhibits.supplements.dose import PillChoices
from exhibits.supplements.dose_warnings import TOO_MUCH, could_be_more, firmness, kidneys, missing, warning
from exhibits.supplements.form_cards import FORM_CARDS
from exhibits.supplements.forms import PURE, SALTS
from exhibits.supplements.pill import PILL
from exhibits.units import UnitChoices


def know_all() -> None:
    """Register every parameter of the page, so that those of closed tabs are not called unknown."""
    controls.know(CompoundChoices, AbsorptionChoices, PillChoices, DayChoices, also=("compound", "medicine"))


def forms() -> None:
    """Magnesium in each compound beside what was absorbed; then a card for each form."""
    with line("forms") as asked:
        find = choose(CompoundChoices, "find", placeholder="citrate, laxative, Epsom …")
        with asked.drawer():
            chosen = {name: choose(CompoundChoices, name) for name in ("sort", "evidence")}
    choices = CompoundChoices(**chosen, find=find)
    searching.tell_missed(CompoundChoices, "find", find)
    if show.exhibit(SALTS, choices):
        say.caption(PURE)
        show.exhibit(FORM_CARDS, choices)
    else:
        searching.offer_instead(CompoundChoices, "find", choices.find)


def absorbed() -> None:
    """Each study of absorption, and what could not be found."""
    with line("absorption") as asked:
        form = choose(AbsorptionChoices, "form")
        with asked.drawer():
            choices = AbsorptionChoices(form=form, level=choose(AbsorptionChoices, "level"))
    if not ABSORPTION.empty(choices):
        show.found(ABSORPTION.words(choices)["title"])
    show.exhibit(ABSORPTION, choices)
    say.caption(absorption.METHOD)
    say.header("What could not be found")
    say.markdown(absorption.not_found())


def pill_to_body() -> None:
    """From the amount on the pack to elemental magnesium, and what that is of target and upper levels."""
    with line("pill") as asked:
        taken = _taken()
        with asked.drawer():
            choices = PillChoices(**taken, **controls.life_stage(AnyAgeChoices))
    if reason := PILL.empty(choices):
        say.caption(dose.BASIS_HELP[taken["basis"]])
        show.nothing(reason)
        return
    _warn(choices)
    told = dose.other_compounds(choices)
    if told and could_be_more(choices):
        say.warning(told, icon=":material/balance:")
    show.exhibit(PILL, choices)
    say.markdown(dose.steps(choices))
    if told and not could_be_more(choices):
        say.info(told, icon=":material/balance:")
    say.caption(dose.BASIS_HELP[taken["basis"]])
    with st.grid(2 if viewport.size() == "narrow" else 4, min_column_width=140, key="dose"):
        for label, value in dose.shares(choices.dose):
            say.metric(label, value)
    say.info(kidneys(choices), icon=":material/nephrology:")
    say.caption(missing(choices))


def _taken() -> dict[str, Any]:
    """What stands on the pack, or on the scales; which compound matters on the scales alone."""
    taken = {"basis": choose(PillChoices, "basis")}
    if taken["basis"] == "salt":
        taken["salt"] = choose(PillChoices, "salt")
    return taken | {"mg": controls.typed(PillChoices.control("mg").label, key="mg", placeholder="400")}


def _warn(choices: PillChoices) -> None:
    """What must be said of the dose, firmer the higher it is."""
    firm = firmness(choices)
    if firm in TOO_MUCH:
        say.error(warning(choices), icon=":material/emergency:")
    elif firm:
        say.warning(warning(choices), icon=":material/warning:")


def day() -> None:
    """Medicines to keep apart from magnesium, on the clock of a day."""
    medicines.rule()
    with line("day") as asked:
        chosen, at = medicines.which(asked), DayChoices.control("at")
        with asked.rest():
            hour = controls.step_of(at.label, at.offered(), key="at", default=DayChoices.model_fields["at"].default)
    choices = DayChoices(**chosen, at=hour)
    if choices.found and DAY.empty(choices):
        say.markdown(NO_HOURS)
    elif choices.found:
        show.exhibit(DAY, choices)
    medicines.rows(choices)


def on_the_skin() -> None:
    """Creams, oils and baths."""
    choices = UnitChoices(unit=habits.now(UnitChoices, "unit"))
    show.told(skin.SKIN, choices, f"{skin.found_words(choices.unit)}\n\n{skin.not_found_words()}")


QUESTIONS = {
    "Forms": forms,
    "Absorption": absorbed,
    "From pill to body": pill_to_body,
    "Interactions": day,
    "On the skin": on_the_skin,
}
