"""What is in the pill? Forms, what is absorbed, from the label to the upper level, medicines, and the skin."""

from components import controls, say, show, supplements
from data.safety import KIDNEYS
from exhibits.safety import kidneys_first

show.heading(
    "What is in the pill?",
    "The weight of a salt is not its magnesium, and swallowed is not absorbed.",
)
show.alert(f"**{KIDNEYS}**", kidneys_first(), key="kidneys")
supplements.know_all()
controls.show_tabs(supplements.QUESTIONS)
say.markdown(
    "For most forms we found no measured share absorbed in people; where people were measured, the figures differ with the method."
)
