"""Is the curve really U-shaped? One tab a question: see it, guess it, doubt it, trace it, check it, and how people eat."""

from components import controls, show, survey_controls, survey_tabs
from components.views import intake_nerves as view

survey_controls.know_all()
QUESTIONS = {
    "The curve": survey_tabs.curve,
    "Draw it first": survey_tabs.draw,
    "Every analysis": survey_tabs.analyses,
    "Where it comes from": survey_tabs.origin,
    "Published figures": survey_tabs.published,
    "How people eat": survey_tabs.intake,
}
guessing = controls.open_tab() == "Draw it first"
show.heading("Is the curve really U-shaped?", view.GUESS_FIRST if guessing else view.lede)
controls.show_tabs(QUESTIONS)
