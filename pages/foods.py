"""Where does magnesium come from? One tab a question: find, see, compare, build a day, contrast."""

import streamlit as st

from components import controls, food_controls, show, viewport
from components.captions import number
from components.views import foods as view

TABS = ["Find", "See", "Compare", "Build a day", "Contrast"]
look = (viewport.mode(), viewport.size())


def find() -> None:
    """Which foods hold most? Ranked bars and the table."""
    with controls.panel("find"):
        aim, choice = food_controls.aim(), food_controls.choice()
    if not found_some(choice):
        return
    version = view.release_version() if choice.whole else 0
    table, columns = view.food_table(choice, aim, version), view.table_columns(aim)
    picture = st.container()
    shown = int(controls.one_of("Bars to show", food_controls.SHOWN, key="bars"))
    with picture:
        figure = view.bars(choice, aim, shown, *look, version)
        show.chart(figure, key="food-bars", table=table.head(shown), columns=columns)
    st.markdown(f"### {view.count(table)}, {view.in_words(choice)}")
    show.data_table(table.head(view.MOST_ROWS), key="foods", alt="Foods with their magnesium", columns=columns)
    if len(table) > view.MOST_ROWS:
        st.caption(f"The first {view.MOST_ROWS} of {number(len(table))} foods; the download has them all.")
    show.download(table, name="foods")
    st.caption(food_controls.DIET_NOTE)


def see() -> None:
    """How do foods lie? Density against serving, and the spread inside groups."""
    with controls.panel("see"):
        choice = food_controls.choice(ranked=False)
    if not found_some(choice):
        return
    version = view.release_version() if choice.whole else 0
    table = view.food_table(choice, view.daily_value(), version)
    if figure := view.density(choice, *look, version):
        show.chart(figure, key="food-density", table=table)
    else:
        show.nothing("None of these foods has magnesium and energy enough for a figure per 100 kcal.")
    show.chart(view.spread(choice, *look, version), key="food-spread", table=table)


def found_some(choice) -> bool:
    """Whether any food fits; says so where none does."""
    if st.session_state["whole"] and not choice.whole:
        st.info(food_controls.HOW_TO_MAKE, icon=":material/download:")
    if not view.found(choice, view.release_version() if choice.whole else 0).empty:
        return True
    show.nothing(f"No food matches {view.in_words(choice)}.")
    st.button("Clear filters", on_click=food_controls.forget, key="clear")
    return False


show.heading(
    "Where does magnesium come from?",
    "From seeds, nuts, beans, leafy greens and whole grains above all. Search and filter everyday foods, compare them, "
    "build a day, and share any view by its address.",
)
food_controls.know_all()
for tab, question in zip(controls.tabs(TABS), (find, see), strict=False):
    if tab.open:
        with tab:
            question()
