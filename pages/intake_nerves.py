"""Is the curve really U-shaped? One tab a question: see it, guess it, doubt it, trace it, check it, and how people eat."""

from components import controls, show, survey_controls, survey_tabs
from components.views import intake_nerves as view

show.heading("Is the curve really U-shaped?", view.lede())
survey_controls.know_all()
QUESTIONS = {
    "The curve": survey_tabs.curve,
    "Draw it first": survey_tabs.draw,
    "Every analysis": survey_tabs.analyses,
    "Where it comes from": survey_tabs.origin,
    "Published figures": survey_tabs.published,
    "How people eat": survey_tabs.intake,
}
controls.show_tabs(QUESTIONS)
