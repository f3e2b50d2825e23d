"""Which claims hold? The claim ledger, the studies, the effects, two views, what was not found."""

from components import controls, evidence, say, show
from data.wording import Worded

show.heading(
    "Which claims hold?",
    Worded(
        plain="Five web articles on magnesium and pain, claim by claim, against the studies found.",
        clinical="Claims of five web articles on magnesium and pain, each with verdict, effect with interval, people, and certainty in GRADE's words.",
    ),
)
evidence.know_all()
evidence.open_old_links()
controls.show_tabs(evidence.QUESTIONS)
say.markdown("Claims are in our words; each verdict names the studies on both sides.")
