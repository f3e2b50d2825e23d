"""Where does each number come from? Bibliography, data, methods, words, and what was corrected."""

from components import controls, show, sources

show.heading(
    "Where does each number come from?",
    "Every figure here names its source, and all data can be taken away.",
)
sources.know_all()
controls.show_tabs(sources.QUESTIONS)
