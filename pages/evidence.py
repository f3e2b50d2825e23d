"""Which claims hold? The claim ledger, the studies, the effects, two views, what was not found."""

import streamlit as st

from components import controls, notices, say, show, viewport
from components.views import evidence as views

TABS = ["Claims", "Articles", "Effects", "Two views", "Studies", "Not found"]
OF_CLAIMS = ("article", "verdict", "about", "overclaim", "cites", "sort")
OF_STUDIES = ("field", "design", "certainty", "direction")
FILTERS = ("ask", *OF_CLAIMS, "claim", "read", "effects", "intervals", "question", "seek", *OF_STUDIES, "study")


def claims() -> None:
    """The ledger: a picture of verdicts, every claim, and one claim opened."""
    panel = controls.panel("claims")
    with panel:
        query = controls.search("Search", key="ask", placeholder="cramps, NMDA, J01")
    with controls.more_filters(OF_CLAIMS, beside=panel):
        articles = controls.some_of("Article", views.ARTICLES, key="article")
        verdicts = controls.some_of("Verdict", views.VERDICT_LABELS, key="verdict")
        topics = controls.some_of("Topic", views.TOPICS, key="about")
        over = controls.some_of("Overclaim", views.OVERCLAIM, key="overclaim")
        cites = controls.some_of("Does the source it names say so?", views.CITATIONS, key="cites")
        order = controls.one_of("Sort by", views.ORDERS, key="sort")
    chosen = (tuple(sorted(choice)) for choice in (articles, topics, verdicts, over, cites))
    keys = views.found_claims(query, *chosen, order)
    code = controls.pick_record(
        "Open a claim",
        views.claim_names(),
        key="claim",
        placeholder="code or words of the claim",
        limits="a code such as J01",
    )
    if code:
        with show.card(f"claim-{code}"):
            say.markdown(views.claim_card(code))
    if not keys:
        return show.nothing("No claim matches this search and these filters.")
    figure = views.verdicts_figure(keys, viewport.mode(), viewport.size())
    show.chart(figure, key="verdicts", table=views.verdicts_table(keys))
    say.markdown(f"### {len(keys)} {'claim' if len(keys) == 1 else 'claims'}: choose a row to open it")
    alt = f"Table of {len(keys)} claims"
    show.record_table(
        views.claims_table(keys), key="claims", alt=alt, opens="claim", names="Claim", columns=views.COLUMNS
    )


def articles() -> None:
    """One article: its claims by verdict."""
    article = controls.one_of("Article", views.ARTICLES, key="read")
    summary, listed = views.article_view(article)
    say.markdown(summary)
    say.markdown(listed)


def effects() -> None:
    """The forest plot of one topic."""
    with controls.panel("effects"):
        topic = controls.one_of("Topic", views.TOPICS, key="effects")
        only = controls.switch("Only results with an interval", key="intervals")
    say.markdown(f":small[How sure? {' · '.join(reversed(views.CERTAINTIES.values()))}]")
    if views.forest_rows(topic, only).empty:
        return show.nothing("No result with an interval was found for this topic.")
    figure = views.forest_figure(topic, only, viewport.mode(), viewport.size())
    show.chart(figure, key="forest", table=views.forest_table(topic, only))


def two_views() -> None:
    """Supporting and skeptical readings of one topic, and what would change our mind."""
    topic = controls.one_of("Topic", views.TOPICS, key="question")
    question, supporting, skeptical, would_change = views.two_views(topic)
    say.markdown(f"### {question}")
    left, right = st.columns(2)
    for side, title, points in ((left, "What speaks for it", supporting), (right, "What speaks against it", skeptical)):
        with side, show.card(title.split()[2]):
            say.markdown(f"#### {title}\n\n{points}")
    say.markdown(f"#### What would change our mind\n\n{would_change}")
    say.caption(f"Marks after a study: how sure its result is. {' · '.join(reversed(views.CERTAINTIES.values()))}")


def studies() -> None:
    """Every study, and one opened."""
    panel = controls.panel("studies")
    with panel:
        query = controls.search("Search", key="seek", placeholder="author, title, citrate, knee")
        groups = {key: label for key, (label, _) in views.DESIGN_GROUPS.items()}
    with controls.more_filters(OF_STUDIES, beside=panel):
        topics = controls.some_of("Topic", views.TOPICS, key="field")
        designs = controls.some_of("Design", groups, key="design")
        certainties = controls.some_of("Certainty", views.CERTAINTIES, key="certainty")
        directions = controls.some_of("Direction", views.DIRECTIONS, key="direction")
    chosen = (tuple(sorted(choice)) for choice in (topics, designs, certainties, directions))
    keys = views.found_studies(query, *chosen)
    opened = controls.pick_record(
        "Open a study",
        views.study_names(),
        key="study",
        placeholder="author, year or title",
        limits="a key such as garrison_2020",
    )
    if opened:
        with show.card(f"study-{opened}"):
            say.markdown(views.study_card(opened))
    if not keys:
        return show.nothing("No study matches this search and these filters.")
    say.markdown(
        f"### {len(keys)} {'study' if len(keys) == 1 else 'studies'}, those of people first: choose a row to open it"
    )
    alt = f"Table of {len(keys)} studies"
    show.record_table(
        views.studies_table(keys), key="studies", alt=alt, opens="study", names="Key", columns=views.COLUMNS
    )


def not_found() -> None:
    """What could not be found or read; none of it is a fact."""
    say.markdown("### Looked for, and not found as described")
    say.markdown(views.not_found_list())
    say.markdown("### Could not be read far enough to say what they found")
    say.markdown(views.not_read_list())


show.heading(
    "Which claims hold?",
    "Five web articles on magnesium and pain, claim by claim, against the studies found. Claims are in our words; "
    "each verdict names the studies on both sides.",
)
for parameter in FILTERS:
    notices.check_parameter(parameter)  # known on every tab, even while its own is closed
controls.show_tabs(dict(zip(TABS, (claims, articles, effects, two_views, studies, not_found), strict=True)))
