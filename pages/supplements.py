"""What is in the pill? Forms, what is absorbed, from the label to the upper level, medicines, and the skin."""

import streamlit as st

from components import controls, notices, say, show, viewport
from components.views import interactions
from components.views import supplements as view
from components.views.risk_groups import kidneys_first
from exhibits.life_stage import AnyAgeChoices


def forms() -> None:
    """Magnesium in each compound beside what was absorbed; then a card for each form."""
    with controls.panel("forms"):
        sort = controls.one_of("Sort by", view.SORTS, key="sort")
        evidence = tuple(controls.some_of("Absorption evidence", view.EVIDENCE, key="evidence"))
        text = controls.search("Search", key="find", placeholder="citrate, laxative, Epsom …")
    keys = view.chosen_salts(sort, evidence, text)
    if not keys:
        return show.nothing(view.no_form(evidence, text))
    figure = view.salts_chart(keys, viewport.mode(), viewport.size())
    show.chart(figure, key="salts", table=view.salts_table(keys))
    say.caption(view.PURE)
    show.html(view.form_cards(keys))


def absorption() -> None:
    """Each study of absorption, and what could not be found."""
    with controls.panel("absorption"):
        chosen = tuple(controls.some_of("Form", view.form_names(), key="form"))
        levels = tuple(controls.some_of("Kind of evidence", view.LEVELS, key="level"))
    say.caption(view.METHOD)
    keys = view.chosen_absorption(chosen, levels)
    if keys:
        show.html(view.absorption_cards(keys))
    else:
        show.nothing("No study of this form and kind of evidence was read.")
    say.subheader("What could not be found")
    say.markdown(view.not_found())


def pill_to_body() -> None:
    """From the amount on the pack to elemental magnesium, and what that is of target and upper levels."""
    with controls.panel("pill"):
        basis = controls.one_of("The number is", view.BASES, key="basis")
        salt = controls.one_of("Compound", view.salt_names(), key="salt") if basis == "salt" else None
        text = controls.typed("Amount a day, mg", key="mg", placeholder="400")
    say.caption(view.BASIS_HELP[basis])
    with controls.panel("stage"):
        stage = AnyAgeChoices(**controls.life_stage(AnyAgeChoices)).stage
    amount_mg, problem = view.read_amount(text, of_salt=salt is not None)
    if amount_mg is None:
        return show.nothing(problem)
    found = view.reckoned(amount_mg, salt, stage)
    if told := view.too_little(found):
        return show.nothing(told)
    say.markdown(view.steps(amount_mg, salt, found))
    with st.grid(4 if viewport.size() == "wide" else 2, min_column_width=140, key="dose"):
        for label, value in view.shares(found):
            say.metric(label, value)
    firm = view.firmness(found, stage)
    if firm in view.TOO_MUCH:
        say.error(view.warning(found, stage), icon=":material/emergency:")
    elif firm:
        say.warning(view.warning(found, stage), icon=":material/warning:")
    say.info(view.kidneys(found), icon=":material/nephrology:")
    figure = view.pill(found, stage, viewport.mode(), viewport.size())
    show.chart(figure, key="pill", table=view.pill_table(found))
    say.caption(view.missing(found))


def day() -> None:
    """Medicines to keep apart from magnesium, on the clock of a day."""
    say.markdown(interactions.intro())
    with controls.panel("day"):
        ways = tuple(controls.some_of("Which way", interactions.WAYS, key="way"))
        classes = tuple(controls.some_of("Class", interactions.CLASSES, key="class"))
        text = controls.search("Search", key="drug", placeholder="doxycycline, cisplatin …")
        hour = controls.step_of("Magnesium at", view.HOURS, key="at", default="20")
    keys = interactions.chosen_interactions(ways, classes, text)
    if not keys:
        return show.nothing(interactions.no_medicine(ways, classes, text))
    figure = view.day(keys, int(hour), viewport.mode(), viewport.size())
    if figure:
        show.chart(figure, key="day", table=view.day_table(keys))
    else:
        say.markdown("Hours do not help here: no source gives a time to keep between these and magnesium.")
    show.html(interactions.interaction_cards(keys))
    show.download(interactions.interaction_table(keys), name="interactions")


def skin() -> None:
    """Creams, oils and baths."""
    say.markdown(view.skin())
    say.markdown(f"**Not found.** {view.skin_not_found()}")


show.heading(
    "What is in the pill?",
    "The weight of a salt is not its magnesium, and swallowed is not absorbed. For most forms we found no measured share absorbed "
    "in people; where people were measured, the figures differ with the method.",
)
with show.card("kidneys"):
    say.markdown(kidneys_first())
for key, allowed in view.parameters().items():  # known on the whole page, though each is shown in its tab alone
    notices.check_parameter(key, allowed)
controls.show_tabs(dict(zip(view.TABS, (forms, absorption, pill_to_body, day, skin), strict=True)))
