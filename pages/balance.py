"""What differs between deficiency and toxicity? Side by side, by blood level, sign by sign, and how common."""

from components import balance, controls, say, show
from data.wording import Worded

show.heading(
    "Too little or too much?",
    Worded(
        plain="Too little magnesium makes nerves fire too easily; far too much fades their signal to the muscles.",
        clinical="Deficiency: neuromuscular hyperexcitability. Toxicity: loss of reflexes and weakness, as neuromuscular transmission fails.",
    ),
)
balance.emergency()
balance.know_all()
controls.show_tabs(balance.QUESTIONS)
say.markdown(
    Worded(
        plain="Low intake is common, a low blood level much less so. A clearly high level is rare with normal kidneys, and a 2018 review "
        "found no reported case from food alone.",
        clinical="Intake below the EAR is common, hypomagnesemia much less so. Marked hypermagnesemia is rare with normal renal function, and "
        "a 2018 review found no reported case from food alone.",
    )
)
