"""Where does magnesium come from? Foods to search, filter, rank and download."""

import streamlit as st

from components import controls, food_controls, show, viewport
from components.captions import number
from components.views import foods as view

show.heading(
    "Where does magnesium come from?",
    "From seeds, nuts, beans, leafy greens and whole grains above all. Search and filter everyday foods, see a serving "
    "against what a day should bring, and share the view by its address.",
)
aim = food_controls.aim()
choice = food_controls.choice()
foods = view.found(choice)

if foods.empty:
    show.nothing(f"No food matches {view.in_words(choice)}.")
    st.button("Clear filters", on_click=food_controls.forget, key="clear")
else:
    table, columns = view.food_table(choice, aim), view.table_columns(aim)
    picture = st.container()
    shown = int(controls.one_of("Bars to show", food_controls.SHOWN, key="bars"))
    with picture:
        figure = view.bars(choice, aim, shown, viewport.mode(), viewport.size())
        show.chart(figure, key="food-bars", table=table.head(shown), columns=columns)

    st.markdown(f"### {number(len(foods))} {'food' if len(foods) == 1 else 'foods'}, {view.in_words(choice)}")
    show.data_table(table, key="foods", alt="Foods with magnesium per serving, 100 g and 100 kcal", columns=columns)
    show.download(table, name="foods")
st.caption(food_controls.DIET_NOTE)
