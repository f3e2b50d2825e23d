"""Which claims hold? The claim ledger, the studies, the effects, two views, what was not found."""

from components import controls, evidence, say, show

show.heading(
    "Which claims hold?",
    "Five web articles on magnesium and pain, claim by claim, against the studies found.",
)
evidence.know_all()
evidence.open_old_links()
controls.show_tabs(evidence.QUESTIONS)
say.markdown("Claims are in our words; each verdict names the studies on both sides.")
