"""Which claims hold? The claim ledger, the studies, the effects, two views, what was not found."""

from components import controls, evidence, show

show.heading(
    "Which claims hold?",
    "Five web articles on magnesium and pain, claim by claim, against the studies found. Claims are in our words; "
    "each verdict names the studies on both sides.",
)
evidence.know_all()
controls.show_tabs(evidence.QUESTIONS)
