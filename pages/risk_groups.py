"""Who should think about magnesium, and in which direction? Groups, the reader's own profile, and medicines."""

import streamlit as st

from components import controls, notices, say, show, viewport
from components.views import interactions
from components.views import risk_groups as view
from data.numbers import Range
from exhibits.choices import NoChoices
from exhibits.survey.risk_groups import WORDS
from exhibits.survey.risk_intake import RISK_INTAKE
from exhibits.survey.risk_neuropathy import RISK_NEUROPATHY

YEARS = Range(0, 119, whole=True)


def groups() -> None:
    """The groups that pass the filters: map, cards, and the ratios among them."""
    with controls.panel("groups"):
        direction = controls.one_of("Risk of", view.DIRECTIONS, key="direction")
        kinds = tuple(controls.some_of("Kind", view.KINDS, key="kind"))
        strengths = tuple(controls.some_of("Support", view.STRENGTHS, key="strength"))
        text = controls.search("Search", key="find", placeholder="diuretic, Crohn, kidney …")
    keys = view.chosen_groups(direction, kinds, strengths, text)
    if not keys:
        return show.nothing(view.nothing_found(direction, kinds, strengths, text))
    mode, size = viewport.mode(), viewport.size()
    show.chart(view.group_map(keys, None, mode, size), key="risk-map", table=view.group_table(keys))
    show.html(view.group_cards(keys))
    say.caption(view.SUPPORT)
    figure = view.group_ratios(keys, mode, size)
    if figure:
        show.chart(figure, key="risk-ratios", table=view.ratio_table(keys))


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


def profile() -> None:
    """The groups a profile lights up, in both directions, with reason and source; no score."""
    with controls.panel("profile"):
        under_one = "Write 0 for a child under one year."
        age = controls.number("Age, whole years", YEARS, key="years", placeholder="not given", help=under_one)
        sex = controls.one_of("Sex", view.SEXES, key="sex")
        chosen = []
        for key, label in {"condition": "Conditions", "medicine": "Medicines", "habit": "Habits"}.items():
            chosen += controls.some_of(label, view.profile_options(key), key=key, placeholder="None chosen")
    if told := view.load_warning(tuple(chosen)):
        say.warning(told, icon=":material/warning:")
    if told := view.too_old(age, tuple(chosen)):
        say.info(told, icon=":material/info:")
    say.caption(view.NO_SCORE)
    say.markdown(view.needs(sex, age))
    lit = view.applying(age, tuple(chosen))
    if told := view.opposed(lit):
        say.info(told, icon=":material/swap_vert:")
    every = view.chosen_groups("any", (), (), "")
    figure = view.group_map(every, lit, viewport.mode(), viewport.size())
    show.chart(figure, key="profile-map", table=view.group_table(lit or every))
    if lit:
        say.markdown(view.reasons(age, tuple(chosen)))
        say.markdown(view.ONWARD)
        show.html(view.group_cards(lit))
    else:
        show.nothing("No group here applies to what you have said. That is no clean bill of health: the list is short.")


def medicines() -> None:
    """Medicines that meet magnesium, with their timing."""
    say.markdown(interactions.intro())
    with controls.panel("medicines"):
        ways = tuple(controls.some_of("Which way", interactions.WAYS, key="way"))
        classes = tuple(controls.some_of("Class", interactions.CLASSES, key="class"))
        text = controls.search("Search", key="drug", placeholder="doxycycline, cisplatin …")
    keys = interactions.chosen_interactions(ways, classes, text)
    if not keys:
        return show.nothing(interactions.no_medicine(ways, classes, text))
    show.html(interactions.interaction_cards(keys))
    show.download(interactions.interaction_table(keys), name="interactions")


show.heading(
    "Who is at risk, and in which direction?",
    "Some conditions and medicines go with low magnesium, a few habits perhaps; failing kidneys together with magnesium laxatives "
    "or antacids let it pile up. How well each risk is supported differs, and several have a counterpoint.",
)
with show.card("kidneys"):
    say.markdown(view.kidneys_first())
for key, allowed in view.parameters().items():  # known on the whole page, though each is shown in its tab alone
    notices.check_parameter(key, allowed)
controls.check_number("years", YEARS)
controls.show_tabs(dict(zip(view.TABS, (groups, survey, profile, medicines), strict=True)))
