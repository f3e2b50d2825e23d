"""What is the short answer? The two-sided picture, seven takeaways, and the reader's own target."""

import streamlit as st

from components import controls, notices, say, show, viewport
from components.charts.base import SIDE_SHAPE
from components.views import overview
from data.overview import load_takeaways
from exhibits.life_stage import AnyAgeChoices


@notices.part
def target() -> None:
    """The reader's own target; a choice here runs this part alone."""
    say.header("Your target")
    with controls.panel("target"):
        stage = AnyAgeChoices(**controls.life_stage(AnyAgeChoices)).stage
    with st.grid(3 if size == "wide" else 2, min_column_width=140, key="target-figures"):
        for label, value in overview.target_figures(stage, by_authority=size == "wide"):
            say.metric(label, value)
    show.chart(overview.target_ruler(stage, mode, size), key="target", table=overview.target_table(stage))
    say.markdown("#### Why these figures")
    reasons = (
        f"- **{term.name}.** {term.statement} {term.note or ''} ({show.cite(term.sources)})"
        for term in overview.explanations(stage)
    )
    say.markdown("\n".join(reasons))


mode, size = viewport.mode(), viewport.size()

show.heading(
    "Can magnesium cause nerve and joint pain, or does it protect?",
    "Both ends matter: a clear lack of magnesium over-excites nerves, and a large excess, rare with healthy kidneys, "
    "silences them. No reference we read lists joint pain as a sign of a lack, and whether extra magnesium relieves "
    "pain is unproven.",
)
show.chart(overview.hero(mode, size), key="hero", table=overview.hero_table())
st.page_link(
    "pages/intake_nerves.py",
    label="Heard of a U-shaped curve? We computed it",
    icon=":material/arrow_forward:",
)
st.page_link("pages/evidence.py", label="Read it in an article? See which claims hold", icon=":material/arrow_forward:")

say.header("Seven things to take away")
with st.grid(3, min_column_width=290):
    for takeaway in load_takeaways():
        with show.card(takeaway.key, side=takeaway.side):
            title = f"{SIDE_SHAPE.get(takeaway.side, '')} {takeaway.title}".strip()
            say.markdown(f"**{title}**\n\n{takeaway.text}")
            file = f"pages/{takeaway.page.replace('-', '_')}.py"
            st.page_link(file, label=takeaway.link, icon=":material/arrow_forward:", query_params=takeaway.query)
            say.caption(f"Sources: {overview.short(takeaway.sources)}")

target()
st.page_link("pages/find.py", label="Looking for something? Search every page", icon=":material/search:")
