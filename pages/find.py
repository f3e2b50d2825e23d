"""Where is …? One search over everything that the other pages hold."""

from components import find, show

show.heading(
    "Where is …?",
    "Search every picture and table, food, medicine, claim, study, sign, risk group and word. Each result leads to the "
    "view that shows it.",
)
find.search()
