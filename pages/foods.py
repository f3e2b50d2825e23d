"""Where does magnesium come from? One tab a question: find, see, compare, build a day, contrast."""

from functools import partial

from components import controls, food_controls, food_day, food_tabs, show

show.heading(
    "Where does magnesium come from?",
    "From seeds, nuts, beans, leafy greens and whole grains above all. Search and filter everyday foods, compare them, "
    "build a day, and share any view by its address.",
)
food_controls.know_all()
day = food_day.portions()
QUESTIONS = {
    "Find": food_tabs.find,
    "See": food_tabs.see,
    "Compare": food_tabs.compare,
    "Build a day": partial(food_tabs.build_a_day, day),
    "Contrast": food_tabs.contrast,
}
for tab, question in zip(controls.tabs(list(QUESTIONS)), QUESTIONS.values(), strict=True):
    if tab.open:
        with tab:
            question()
