"""How could magnesium touch joints, muscles, nerves and fibromyalgia? One tab a question."""

from components import controls, pain, show
from data.wording import Worded

show.heading(
    "How could magnesium touch joints, muscles and nerves?",
    Worded(
        plain="Magnesium does act on nerves and muscles. Whether that reaches everyday pain is mostly untested.",
        clinical="The mechanisms (NMDA receptor, acetylcholine release, calcium balance) are real; most steps from there to clinical pain "
        "have no trial.",
    ),
)
pain.know_all()
controls.show_tabs(pain.QUESTIONS)
