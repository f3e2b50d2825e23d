"""The Overview: seven takeaways, each with the page that shows it, and the reader's own target."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components import controls, habits, notices, say, show, viewport, ways
from components.line import line
from data.overview import load_takeaways
from data.serum import Unit, in_unit
from data.wording import each
from exhibits.citations import short
from exhibits.life_stage import AnyAgeChoices
from exhibits.overview.hero import HERO
from exhibits.overview.takeaways import TAKEAWAYS, titled
from exhibits.overview.target import TARGET, reasons, target_figures
from exhibits.survey.magnesium import claim_words
from exhibits.survey.nutrients import NUTRIENTS
from exhibits.units import UnitChoices


def two_sides() -> UnitChoices:
    """The picture, and below it the unit in which blood levels are told, here and wherever one stands."""
    show.exhibit(HERO, UnitChoices(unit=habits.now(UnitChoices, "unit")))
    with line("levels"):
        return UnitChoices(unit=controls.choose(UnitChoices, "unit"))


def takeaways(choices: UnitChoices) -> None:
    """A card each, colored by its side."""
    say.header(TAKEAWAYS.title)
    with st.grid(3, min_column_width=290):
        for takeaway in load_takeaways():
            with show.card(takeaway.key, side=takeaway.side):
                say.markdown(each(takeaway.words, partial(_card, title=titled(takeaway), unit=choices.unit)))
                ways.to(takeaway.page, takeaway.link, takeaway.query)
                say.caption(f"Sources: {short(takeaway.sources)}")
    show.take_away(TAKEAWAYS, choices)


def _card(words: str, title: str, unit: Unit) -> str:
    """Title and words of a takeaway as one text, blood levels in the unit chosen."""
    return f"**{title}**\n\n{in_unit(words, unit=unit)}"


@notices.part
def is_the_curve_a_u() -> None:
    """What our own survey analysis says of the U-shape, and the way to where it goes away."""
    with show.card("u-shape", side="survey"):
        say.markdown(each(claim_words(), "**Is the curve U-shaped?**\n\n{}".format))
        ways.to(NUTRIENTS.page, "See how the U goes away", {"tab": NUTRIENTS.tab})


@notices.part
def target() -> None:
    """The reader's own target; a choice here runs this part alone."""
    say.header("Your target")
    with line("target"):
        choices = AnyAgeChoices(**controls.life_stage(AnyAgeChoices))
    _six_figures(choices)
    show.exhibit(TARGET, choices)
    say.markdown(each(reasons(choices.stage), "### Why these figures\n\n{}".format))


def _six_figures(choices: AnyAgeChoices) -> None:
    """Three in a row on a wide screen, the US above the EU; on a phone the two side by side."""
    wide = viewport.size() != "narrow"
    with st.grid(3 if wide else 2, min_column_width=140, key="target-figures"):
        for label, value in target_figures(choices.stage, by_authority=wide):
            say.metric(label, value)
