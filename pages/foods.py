"""Where does magnesium come from? One tab a question: find, see, compare, build a day, contrast."""

from components import controls, food_controls, food_day, food_tabs, show
from components.views import foods as view

QUESTIONS = {
    "Find": food_tabs.find,
    "See": food_tabs.see,
    "Compare": food_tabs.compare,
    "Build a day": food_tabs.build_a_day,
    "Contrast": food_tabs.contrast,
}


show.heading(
    "Where does magnesium come from?",
    "From seeds, nuts, beans, leafy greens and whole grains above all. Search and filter everyday foods, compare them, "
    "build a day, and share any view by its address.",
)
view.need_data()
food_controls.know_all()
food_day.portions()  # a faulty link is told on every tab
first = "Build a day" if food_day.linked() else None
for tab, question in zip(controls.tabs(list(QUESTIONS), default=first), QUESTIONS.values(), strict=True):
    if tab.open:
        with tab:
            question()
