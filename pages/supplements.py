"""What is in the pill? Forms, what is absorbed, from the label to the upper level, medicines, and the skin."""

from components import controls, say, show, supplements
from data.safety import KIDNEYS
from data.wording import Worded
from exhibits.safety import kidneys_first

show.heading(
    "What is in the pill?",
    Worded(
        plain="A pill is not all magnesium, and not all that is swallowed gets into the body.",
        clinical="Salt weight is not elemental magnesium, and an ingested dose is not an absorbed one.",
    ),
)
show.alert(f"**{KIDNEYS}**", kidneys_first(), key="kidneys")
supplements.know_all()
controls.show_tabs(supplements.QUESTIONS)
say.markdown(
    Worded(
        plain="For most forms we found no measure of how much people take up. Where people were measured, the figures differ with the method.",
        clinical="For most forms no fractional absorption in people was found; where it was measured, it differs with the method.",
    )
)
