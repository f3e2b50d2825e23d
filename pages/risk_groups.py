"""Who should think about magnesium, and in which direction? Groups, the reader's own profile, and medicines."""

from components import controls, risk_groups, say, show
from data.safety import KIDNEYS
from data.wording import Worded
from exhibits.safety import kidneys_first

show.heading(
    "Who is at risk, and in which direction?",
    Worded(
        plain="Some illnesses and medicines go with low magnesium. Weak kidneys with magnesium laxatives or antacids let it pile up.",
        clinical="Gastrointestinal or renal loss and several drug classes go with deficiency; renal impairment with magnesium laxatives or "
        "antacids goes with accumulation.",
    ),
)
show.alert(f"**{KIDNEYS}**", kidneys_first(), key="kidneys")
risk_groups.know_all()
controls.show_tabs(risk_groups.QUESTIONS)
say.markdown(
    "A few habits perhaps go with low magnesium too. How well each risk is supported differs, and several have a counterpoint."
)
