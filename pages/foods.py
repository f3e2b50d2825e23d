"""Where does magnesium come from? One tab a question: find, see, compare, build a day, contrast."""

from components import controls, say, show
from components.foods import controls as foods
from components.foods import day, tabs
from data.wording import Worded

show.heading(
    "Where does magnesium come from?",
    Worded(
        plain="From seeds, nuts, beans, leafy greens and whole grains above all.",
        clinical="Seeds, nuts, legumes, leafy greens and whole grains lead; shares are of the DV, or of the RDA of a life stage.",
    ),
)
tabs.need_data()
foods.know_all()
of_a_day = day.portions()  # a faulty link is told on every tab
controls.show_tabs(tabs.QUESTIONS, default=day.TAB if of_a_day else None)
say.caption("The address of this page holds what is chosen: copy it to share or keep a view.")
