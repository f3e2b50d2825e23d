"""The five questions of the foods page, a tab each: choose, load, show, caption."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import streamlit as st

from components import controls as shared
from components import say, searching, show, viewport
from components.foods import controls
from components.foods import day as builder
from components.line import line
from data.day import Portion
from data.foods import food_frame, load_contrasts
from data.intakes import load_label_values, load_reference_intakes
from data.measures import gap_to
from data.safety import KIDNEYS
from exhibits.base import Size, built_once
from exhibits.foods import bars, closing, comparison, day, density, groups, named, pairs, supplement_beside
from exhibits.foods.bars import BarsChoices
from exhibits.foods.selection import FoodChoices, count, found, missed_foods, names, no_food, to_choose_from, tries_for
from exhibits.foods.shared import PER
from exhibits.foods.tables import food_rows, magnesium_column
from exhibits.foods.target import Aim, TargetChoices
from exhibits.markdown import plain

MOST_ROWS = 300  # rows sent to the browser; the CSV has them all
WHY_UPPER_LIMIT = (
    "The upper limits count supplements and medicines only, where loose stools come first; magnesium in food has none. "
    f"{KIDNEYS}"
)


def need_data() -> None:
    """Read every table of the page; raises DataError for a broken one here, before any fragment would swallow it."""
    food_frame()
    load_contrasts()
    load_label_values()
    load_reference_intakes()


# Find -----------------------------------------------------------------------------------------------------------------


def find() -> None:
    """Which foods hold most? Ranked bars and the table."""
    with line("find") as asked:
        chosen = controls.bars(asked)
    if not _found_some(BarsChoices(**chosen)):
        return
    picture = st.container()
    choices = BarsChoices(**chosen, bars=shared.choose(BarsChoices, "bars"))
    with picture:
        show.exhibit(bars.FOOD_BARS, choices, table=False)
    for note in bars.notes(choices):
        say.caption(note)
    show.found(bars.found_words(choices))
    _rows(choices)
    say.caption(bars.DIET_NOTE)


def _rows(choices: BarsChoices) -> None:
    """The foods found as a table, the first of very many, and all of them as a download."""
    rows = first_rows(choices)
    columns = table_columns(choices.per, choices.aim, viewport.size())
    show.data_table(rows, key=f"{bars.FOOD_BARS.key}-all", alt="Foods with their magnesium", columns=columns)
    if len(rows) == MOST_ROWS:
        say.caption(f"The first {MOST_ROWS} of {count(choices.wanted, choices.version)}; the download has them all.")
    show.take_away(bars.FOOD_BARS, choices)


def first_rows(choices: BarsChoices) -> pa.Table:
    """What of the table is sent to the browser, taken from one that was made ready for it once."""
    places = found(choices.wanted, choices.version)[:MOST_ROWS]
    return _all_ready(choices.per, choices.aim, choices.version).take(places)


@built_once
def _all_ready(amount: str, aim: Aim, version: int) -> pa.Table:
    table = pa.Table.from_pandas(food_rows(amount, aim, version), preserve_index=False)
    return table.drop_columns(["USDA description"])  # in the download


@built_once
def table_columns(amount: str, aim: Aim, size: Size) -> dict:
    """How the columns of the table are set: short names, whole numbers, the share as a bar."""
    figures = {magnesium_column(per): f"mg {words}" for per, words in PER.items()}
    figures |= {"Energy per serving, kcal": "kcal per serving", "Serving, g": "g per serving"}
    return {
        **{name: st.column_config.NumberColumn(short, format="%.0f") for name, short in figures.items()},
        "Food": st.column_config.TextColumn(pinned=True, width=150 if size == "narrow" else 270),
        f"Share of {aim.short}, %": st.column_config.ProgressColumn(
            f"% of {aim.short}", format="%.0f%%", min_value=0, max_value=100, color="primary", width="medium"
        ),
        "FDC id": st.column_config.NumberColumn(format="%d"),
    }


# See and compare ------------------------------------------------------------------------------------------------------


def see() -> None:
    """How do foods lie? Density against serving, and the spread inside groups."""
    with line("see") as asked:
        picture = shared.one_of("Picture", controls.PICTURES, key="picture")
        choices = FoodChoices(**controls.which_foods(asked))
    if _found_some(choices):
        show.exhibit(density.FOOD_DENSITY if picture == "density" else groups.FOOD_GROUPS, choices)


def compare() -> None:
    """How do a few foods differ? Side by side, by nutrient."""
    with line("compare") as asked:
        with asked.drawer():
            chosen = controls.target() | {"per": shared.choose(comparison.ComparisonChoices, "per")}
            chosen |= {"whole": controls.whole_release(comparison.ComparisonChoices)}
        choices = comparison.ComparisonChoices(**chosen)
        choices = comparison.ComparisonChoices(**chosen, compare=controls.compared(choices))
    controls.offer_release(choices.version > 0)
    if show.exhibit(comparison.FOOD_COMPARISON, choices):
        say.markdown("## All figures")
        table = comparison.FOOD_COMPARISON.table(choices)
        key = f"{comparison.FOOD_COMPARISON.key}-all"
        show.data_table(table, key=key, alt="The foods side by side, a column each", height="content")


# Build a day ----------------------------------------------------------------------------------------------------------


def build_a_day() -> None:
    """What does a day of foods add up to, and what would close the gap?"""
    portions = builder.portions()
    adder = st.container()
    with line("day") as asked, asked.drawer():
        needs, pill = shared.life_stage(), shared.choose(day.DayChoices, "pill")
        say.markdown("**Which foods to choose and suggest from**")
        which = FoodChoices(**controls.which_foods(asked))
        controls.offer_release(which.version > 0)
    choices = day.DayChoices(day=day.tokens(portions), pill=pill, **needs)
    with adder:
        version = choices.version or which.version
        builder.add_food(to_choose_from(which.wanted, (), which.version), names(version))
    result, lines, gap_words = (st.container() for _ in range(3))
    with lines:
        _edit(choices)
    if portions:
        with result:
            _result(choices)
        with gap_words:
            _close_the_gap(choices, which)


def _edit(choices: day.DayChoices) -> None:
    """A line for each food of the day, or how to begin."""
    if reason := day.FOOD_DAY.empty(choices):
        show.nothing(reason)
        st.button("Start from an example day", on_click=builder.take_example, key="example")
        return
    builder.edit(choices.portions, day.day_of(choices.portions, choices.version))
    say.caption(builder.LIMITS)
    st.button("Empty the day", on_click=builder.reset, key="reset", type="tertiary", icon=":material/delete:")


def _result(choices: day.DayChoices) -> None:
    """The day against the reference intakes, and supplements beside it."""
    show.exhibit(day.FOOD_DAY, choices)
    table = day.day_of(choices.portions, choices.version)
    if named_foods := day.in_words(table):
        say.caption(plain(named_foods))
    say.caption(f"{day.coverage(table)} The address of this page holds the day: copy it to share or keep it.")
    if choices.pill:
        both = supplement_beside.with_supplement(table["magnesium_mg"].sum(), choices.pill, choices.needs)
        say.markdown(f"{both} {supplement_beside.supplement_words(choices.pill, choices.needs)}")
        say.caption(WHY_UPPER_LIMIT)


def _close_the_gap(choices: day.DayChoices, which: FoodChoices) -> None:
    """Three foods that would do it, each with a button."""
    say.markdown("## What would close the gap from food?")
    gap_mg = gap_to(day.day_of(choices.portions, choices.version)["magnesium_mg"].sum(), choices.needs.aim_mg)
    if gap_mg < closing.CLOSED_MG:
        say.markdown(closing.closed_words(choices.needs))
        return
    taken = tuple(portion.food for portion in choices.portions)
    foods = closing.closing(gap_mg, which.wanted, taken, which.version)
    if foods is None:
        show.nothing(closing.no_closing_words(gap_mg, which.wanted))
        return
    say.markdown(closing.closing_words(foods, gap_mg))
    with st.container(horizontal=True, key="closing"):
        for food in foods.foods.to_dict("records"):
            taking: dict[str, Any] = {
                "on_click": builder.take,
                "args": (Portion(food["key"], 1.0),),
                "key": f"take-{food['key']}",
            }
            st.button(closing.offer(food), **taking)


# Contrast -------------------------------------------------------------------------------------------------------------


def contrast() -> None:
    """What do milling and cooking change, and which foods that articles name are strong sources?"""
    with line("contrast") as asked:
        topic = shared.one_of("Side by side", controls.TOPICS, key="topic")
        with asked.drawer():
            if topic == "named":
                choices = TargetChoices(**controls.target())
            else:
                amount = pairs.PairChoices(per=shared.choose(pairs.PairChoices, "per"))
    if topic == "named":
        show.exhibit(named.FOOD_NAMED, choices)
        say.markdown(named.named_words(choices.aim))
        return
    show.exhibit(pairs.FOOD_WHOLE if topic == "whole" else pairs.FOOD_COOKED, amount)
    say.markdown(pairs.milling_words() if topic == "whole" else pairs.COOKING_NOTE)


def _found_some(choices: FoodChoices) -> bool:
    """Whether any food fits; says so where none does."""
    controls.offer_release(choices.version > 0)
    if reason := no_food(choices):
        show.nothing(reason)
        searching.offer(tries_for(choices), key=FoodChoices.address_name("q"))
        st.button("Clear filters", on_click=controls.forget, key="clear")
        return False
    if told := missed_foods(choices):
        show.nothing(told)
    return True


QUESTIONS = {"Find": find, "See": see, "Compare": compare, "Build a day": build_a_day, "Contrast": contrast}
