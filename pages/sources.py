"""Where does each number come from? Bibliography, data, methods, words, and what was corrected."""

from components import controls, show, sources

show.heading(
    "Where does each number come from?",
    "Every figure here names its source. Search the sources, see what each column of the data means, take the data away, "
    "and read what we found wrong in print.",
)
sources.know_all()
controls.show_tabs(sources.QUESTIONS)
