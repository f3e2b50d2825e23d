"""Who should think about magnesium, and in which direction? Groups, the reader's own profile, and medicines."""

from components import controls, risk_groups, say, show
from exhibits.safety import kidneys_first

show.heading(
    "Who is at risk, and in which direction?",
    "Some conditions and medicines go with low magnesium, a few habits perhaps; failing kidneys together with magnesium laxatives "
    "or antacids let it pile up. How well each risk is supported differs, and several have a counterpoint.",
)
with show.card("kidneys"):
    say.markdown(kidneys_first())
risk_groups.know_all()
controls.show_tabs(risk_groups.QUESTIONS)
