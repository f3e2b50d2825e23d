"""How do I run this in class? Lessons that let pupils predict first; one step a screen, notes in a second window."""

from components import show
from components.teach import choose, place, present

if shown := place.presented():
    present.lesson(shown)
else:
    show.heading(
        "How do I run this in class?",
        "Let everybody predict first; then show what the data say, and ask again.",
    )
    choose.lesson()
