"""Where does magnesium come from? One tab a question: find, see, compare, build a day, contrast."""

from components import controls, show
from components.foods import controls as foods
from components.foods import day, tabs

show.heading(
    "Where does magnesium come from?",
    "From seeds, nuts, beans, leafy greens and whole grains above all. Search and filter everyday foods, compare them, "
    "build a day, and share any view by its address.",
)
tabs.need_data()
foods.know_all()
day.portions()  # a faulty link is told on every tab
controls.show_tabs(tabs.QUESTIONS, default="Build a day" if day.linked() else None)
