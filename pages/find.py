"""Where is …? One search over everything that the other pages hold."""

from components import find, show

show.heading(
    "Where is …?",
    "One search over every page; each result leads to the view that shows it.",
)
find.search()
