"""What differs between deficiency and toxicity? Side by side, by blood level, sign by sign, and how common."""

from components import balance, controls, say, show

show.heading(
    "Too little or too much?",
    "Too little magnesium makes nerves fire too easily; far too much fades their signal to the muscles.",
)
balance.emergency()
balance.know_all()
controls.show_tabs(balance.QUESTIONS)
say.markdown(
    "Low intake is common, a low blood level much less so. A clearly high level is rare with normal kidneys, and a 2018 review "
    "found no reported case from food alone."
)
