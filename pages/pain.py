"""How could magnesium touch joints, muscles, nerves and fibromyalgia? One tab a question."""

from components import controls, pain, show

show.heading(
    "How could magnesium touch joints, muscles and nerves?",
    "The mechanisms are real; the road from them to everyday pain is mostly untested.",
)
pain.know_all()
controls.show_tabs(pain.QUESTIONS)
