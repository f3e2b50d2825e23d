"""Is the curve really U-shaped? One tab a question: see it, guess it, doubt it, trace it, check it, and how people eat."""

from components import controls, show
from components.intake_nerves import controls as survey
from components.intake_nerves import tabs
from exhibits.survey.answer import in_short
from exhibits.survey.guess import GUESS, GUESS_FIRST

guessing = controls.open_tab() == GUESS.tab
show.heading("Is the curve really U-shaped?", GUESS_FIRST if guessing else in_short)
survey.know_all()
controls.show_tabs(tabs.QUESTIONS)
