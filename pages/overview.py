"""What is the short answer? The two-sided picture, seven takeaways, and the reader's own target."""

from components import overview, say, show, ways
from data.wording import Worded

show.heading(
    "Can magnesium cause nerve and joint pain, or does it protect?",
    Worded(
        plain="Both ends matter: a clear lack makes nerves fire too easily, and a large excess silences them. Whether extra magnesium eases "
        "pain has not been shown.",
        clinical="Hypomagnesemia raises neuromuscular excitability and hypermagnesemia lowers it; that supplements relieve pain is unproven.",
    ),
)
unit = overview.two_sides()
say.markdown(
    Worded(
        plain="A large excess is rare with healthy kidneys. No reference we read lists joint pain as a sign of a lack.",
        clinical="Marked hypermagnesemia is rare with normal renal function. No reference we read lists arthralgia as a sign of deficiency.",
    )
)
ways.to("intake-nerves", "Heard of a U-shaped curve? Draw it first, then see", {"tab": "Draw it first"})
ways.to("evidence", "Read it in an article? See which claims hold")
overview.takeaways(unit)
overview.is_the_curve_a_u()
overview.target()
ways.to("find", "Looking for something? Search every page", icon=":material/search:")
