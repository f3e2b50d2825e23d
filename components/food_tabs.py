"""The five questions of the foods page, a tab each: choose, load, show, caption.

Each is a fragment, so that a filter runs its own tab and not the whole page.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from components import controls, food_controls, food_day, notices, say, show, viewport
from components.captions import plain
from components.charts.foods import milligrams
from components.views import food_day as day_view
from components.views import foods as view
from data.day import Portion
from data.measures import gap_to

WHY_UPPER_LIMIT = (
    "The upper limits count supplements and medicines only, where loose stools come first; magnesium in food has none. "
    "With kidney disease, ask a clinician before taking any."
)


@notices.part(key="find")
def find() -> None:
    """Which foods hold most? Ranked bars and the table."""
    with controls.panel("find"):
        choice, aim = food_controls.find()
    if not _found_some(choice):
        return
    version, columns = _version(choice), view.table_columns(aim, viewport.size())
    picture = st.container()
    shown = int(controls.one_of("Bars to show", food_controls.SHOWN, key="bars"))
    with picture:
        if figure := view.bars(choice, aim, shown, *_look(), version):
            show.chart(figure, key="food-bars", table=None)
        else:
            show.nothing(
                "None of these foods has a figure for this amount: it was not measured, or they hold hardly any energy."
            )
    for note in view.notes(choice, version):
        say.caption(note)
    show.found(f"{view.count(choice, version)}, {view.in_words(choice)}")
    rows = view.first_rows(choice, aim, version)
    show.data_table(rows, key="foods", alt="Foods with their magnesium", columns=columns)
    if len(rows) == view.MOST_ROWS:
        say.caption(f"The first {view.MOST_ROWS} of {view.count(choice, version)}; the download has them all.")
    show.download(partial(view.food_table, choice, aim, version), name="foods")
    say.caption(food_controls.DIET_NOTE)


@notices.part(key="see")
def see() -> None:
    """How do foods lie? Density against serving, and the spread inside groups."""
    with controls.panel("see"):
        picture = controls.one_of("Picture", food_controls.PICTURES, key="picture")
        choice = food_controls.choice()
    if not _found_some(choice):
        return
    version = _version(choice)
    figure = view.density(choice, *_look(), version) if picture == "density" else view.spread(choice, *_look(), version)
    if figure:
        show.chart(figure, key=f"food-{picture}", table=view.food_table(choice, view.daily_value(), version))
    else:
        show.nothing("None of these foods has magnesium and energy enough for a figure per 100 kcal.")


@notices.part(key="compare-foods")
def compare() -> None:
    """How do a few foods differ? Side by side, by nutrient."""
    with controls.panel("compare"):
        aim, amount = food_controls.aim(), food_controls.amount()
        version = food_controls.release()
    with controls.panel("compared"):
        chosen = food_controls.compared(version)
    _offer_release(version > 0)
    if len(chosen) < 2:
        show.nothing("Choose two to five foods to set side by side.")
        return
    table = day_view.comparison_table(chosen, amount, aim, version)
    show.chart(day_view.comparison(chosen, amount, *_look(), version), key="food-comparison", table=table)
    say.markdown("### All figures")
    show.data_table(table, key="compared", alt="The foods side by side, a column each", height="content")


@notices.part(key="build-a-day")
def build_a_day() -> None:
    """What does a day of foods add up to, and what would close the gap?"""
    day = food_day.portions()
    with controls.panel("needs"):
        needs = day_view.needs_of(controls.life_stage())
        pill = controls.number("Supplements, mg", food_controls.PILL, key="pill", help=food_controls.PILL_HELP)
    adder, lines, result, gap_words = (st.container() for _ in range(4))
    with controls.drawer("Which foods to choose and suggest from", ("q", *food_controls.WHICH_FOODS)):
        choice = food_controls.choice()
        _offer_release(choice.whole)
    version = food_day.version(whole=choice.whole)
    with adder:
        food_day.add_food(view.to_choose_from(choice, (), _version(choice)), view.names(version))
    if not day:
        with lines:
            show.nothing("No food in the day yet. Add the first one, or start from an example.")
            st.button("Start from an example day", on_click=food_day.take_example, key="example")
        return
    table = day_view.day_of(day, version)
    with lines:
        food_day.edit(day, table)
        say.caption(food_day.LIMITS)
        st.button("Empty the day", on_click=food_day.reset, key="reset", type="tertiary", icon=":material/delete:")
    with result:
        figure = day_view.day_picture(day, needs, pill or 0, *_look(), version)
        show.chart(figure, key="food-day", table=day_view.day_rows(day, needs, version))
        if named := day_view.in_words(table):
            say.caption(plain(named))
        say.caption(f"{day_view.coverage(table)} The address of this page holds the day: copy it to share or keep it.")
        if pill:
            say.markdown(
                f"{day_view.with_supplement(table['magnesium_mg'].sum(), pill, needs)} {day_view.supplement_words(pill, needs)}"
            )
            say.caption(WHY_UPPER_LIMIT)
    with gap_words:
        _close_the_gap(gap_to(table["magnesium_mg"].sum(), needs.aim_mg), choice, day, needs)


def _close_the_gap(gap_mg: float, choice, day, needs) -> None:
    """Three foods that would do it, each with a button."""
    say.markdown("### What would close the gap from food?")
    if gap_mg < 0.5:
        say.markdown(f"Nothing is missing: the {needs.aim_term} of {needs.who} is reached from food.")
        return
    taken = tuple(portion.food for portion in day)
    closing = day_view.closing(gap_mg, choice, taken, _version(choice))
    if closing is None:
        show.nothing(f"{milligrams(gap_mg)} to go, and no food with magnesium matches {view.in_words(choice)}.")
        return
    say.markdown(day_view.closing_words(closing, gap_mg))
    with st.container(horizontal=True, key="closing"):
        for food in closing.foods.to_dict("records"):
            label = f"Add {food['name']}: {food['serving']}, {milligrams(food['magnesium_mg_per_serving'])}"
            st.button(label, on_click=food_day.take, args=(Portion(food["key"], 1.0),), key=f"take-{food['key']}")


@notices.part(key="contrast-foods")
def contrast() -> None:
    """What do milling and cooking change, and which foods that articles name are strong sources?"""
    with controls.panel("contrast"):
        topic = controls.one_of("Side by side", food_controls.TOPICS, key="topic")
        if topic == "named":
            aim = food_controls.aim()
        else:
            amount = controls.one_of("Amount", food_controls.PAIR_AMOUNTS, key="contrast")
    if topic == "named":
        show.chart(day_view.named(aim, *_look()), key="food-named", table=day_view.named_table())
        say.markdown(day_view.named_words(aim))
        return
    kind = food_controls.KINDS[topic]
    show.chart(day_view.pairs(kind, amount, *_look()), key=f"food-{topic}", table=day_view.pairs_table(kind))
    say.markdown(day_view.milling_words() if topic == "whole" else food_controls.COOKING_NOTE)


def _look() -> tuple[str, str]:
    return viewport.mode(), viewport.size()


def _version(choice) -> int:
    return view.release_version() if choice.whole else 0


def _offer_release(made: bool) -> None:
    """Where the reader asks for the whole release and it is not there or has a fault: how to make it."""
    if st.session_state.get("whole") and not made:
        if fault := view.release_fault():
            say.error(
                f"{plain(fault)} Our list is shown instead; `make foods` makes the table anew.", icon=":material/error:"
            )
        else:
            say.info(food_controls.HOW_TO_MAKE, icon=":material/download:")


def _found_some(choice) -> bool:
    """Whether any food fits; says so where none does."""
    _offer_release(choice.whole)
    if len(view.found(choice, _version(choice))):
        return True
    show.nothing(f"No food matches {view.in_words(choice)}.")
    st.button("Clear filters", on_click=food_controls.forget, key="clear")
    return False
