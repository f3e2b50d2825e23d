"""Who should think about magnesium, and in which direction? Groups, the reader's own profile, and medicines."""

import streamlit as st

from components import controls, risk_groups, say, show, viewport
from components.views import risk_survey
from exhibits.safety import kidneys_first


def survey() -> None:
    """What our own survey analysis says of the groups it can measure."""
    say.markdown(risk_survey.WORDS)
    look = viewport.mode(), viewport.size()
    show.chart(risk_survey.below_ear_figure(*look), key="risk-intake", table=risk_survey.below_ear_table)
    show.chart(risk_survey.neuropathy_figure(*look), key="risk-neuropathy", table=risk_survey.neuropathy_table)
    st.page_link(
        "pages/intake_nerves.py",
        label="Neuropathy by magnesium intake, in any group: Intake and nerves",
        icon=":material/arrow_forward:",
    )


show.heading(
    "Who is at risk, and in which direction?",
    "Some conditions and medicines go with low magnesium, a few habits perhaps; failing kidneys together with magnesium laxatives "
    "or antacids let it pile up. How well each risk is supported differs, and several have a counterpoint.",
)
with show.card("kidneys"):
    say.markdown(kidneys_first())
risk_groups.know_all()
questions = {"Groups": risk_groups.groups, "In the survey": survey}
controls.show_tabs(questions | {"Your profile": risk_groups.profile, "Medicines": risk_groups.meeting})
