"""The evidence page: the claim ledger, the studies, the effects, two views, what was not found."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import controls, say, show
from components.controls import choose
from exhibits.evidence import claim, claims, forest, not_found, studies, study, two_views
from exhibits.evidence.article import ArticleChoices, article_words
from exhibits.evidence.found_claims import ClaimsChoices
from exhibits.evidence.verdicts import VERDICTS_CHART

OF_CLAIMS = ("article", "verdict", "about", "overclaim", "cites", "sort")
OF_STUDIES = ("field", "design", "certainty", "direction")
COLUMNS = {  # of the claim ledger and the study table
    "Claim": st.column_config.TextColumn(pinned=True, width="small"),
    "Study": st.column_config.TextColumn(pinned=True),
    "What is said": st.column_config.TextColumn(width="large"),
    "Why": st.column_config.TextColumn(width="large"),
    "Link": st.column_config.LinkColumn(display_text="open"),
}


def know_all() -> None:
    """Register every parameter of the page, so that those of closed tabs are not called unknown."""
    controls.know_names(ClaimsChoices, ArticleChoices, forest.ForestChoices, two_views.ViewsChoices)
    controls.know_names(studies.StudiesChoices, also=("claim", "study"))


def ledger() -> None:
    """The ledger: a picture of verdicts, every claim, and one claim opened."""
    panel = controls.panel("claims")
    with panel:
        chosen = {"q": choose(ClaimsChoices, "q", placeholder="cramps, NMDA, J01")}
    with controls.more_filters(OF_CLAIMS, beside=panel):
        for name in ("article", "verdict", "topic", "overclaim", "citation", "order"):
            chosen[name] = choose(ClaimsChoices, name)
    choices = ClaimsChoices(**chosen)
    code = controls.pick_record(
        "Open a claim",
        claim.claim_names(),
        key="claim",
        placeholder="code or words of the claim",
        limits="a code such as J01",
    )
    if code:
        with show.card(f"claim-{code}"):
            say.markdown(claim.claim_card(code))
    if show.exhibit(VERDICTS_CHART, choices):
        say.markdown(f"### {claims.heading(choices)}")
        look: dict[str, Any] = {"key": "claims", "alt": claims.table_name(choices), "columns": COLUMNS}
        show.record_table(claims.CLAIMS.table(choices), opens="claim", names="Claim", **look)


def articles() -> None:
    """One article: its claims by verdict."""
    words = article_words(choose(ArticleChoices, "article"))
    say.markdown(words.summary)
    say.markdown(words.claims)


def effects() -> None:
    """The forest plot of one topic."""
    with controls.panel("effects"):
        choices = forest.ForestChoices(**{name: choose(forest.ForestChoices, name) for name in ("topic", "intervals")})
    say.markdown(f":small[{forest.HOW_SURE}]")
    show.exhibit(forest.FOREST, choices)


def both_sides() -> None:
    """Supporting and skeptical readings of one topic, and what would change our mind."""
    words = two_views.view_words(choose(two_views.ViewsChoices, "topic"))
    say.markdown(f"### {words.question}")
    readings = ((two_views.FOR, words.supporting), (two_views.AGAINST, words.skeptical))
    for side, (title, points) in zip(st.columns(2), readings, strict=True):
        with side, show.card(title.split()[2]):
            say.markdown(f"#### {title}\n\n{points}")
    say.markdown(f"#### {two_views.WOULD_CHANGE}\n\n{words.would_change}")
    say.caption(two_views.MARKS)


def all_studies() -> None:
    """Every study, and one opened."""
    panel = controls.panel("studies")
    with panel:
        chosen = {"q": choose(studies.StudiesChoices, "q", placeholder="author, title, citrate, knee")}
    with controls.more_filters(OF_STUDIES, beside=panel):
        for name in ("topic", "design", "certainty", "direction"):
            chosen[name] = choose(studies.StudiesChoices, name)
    choices = studies.StudiesChoices(**chosen)
    opened = controls.pick_record(
        "Open a study",
        study.study_titles(),
        key="study",
        placeholder="author, year or title",
        limits="a key such as garrison_2020",
    )
    if opened:
        with show.card(f"study-{opened}"):
            say.markdown(study.study_card(opened))
    if reason := studies.empty(choices):
        return show.nothing(reason)
    say.markdown(f"### {studies.heading(choices)}")
    look: dict[str, Any] = {"key": "studies", "alt": studies.table_name(choices), "columns": COLUMNS}
    show.record_table(studies.STUDIES.table(choices), opens="study", names="Key", **look)


def gaps() -> None:
    """What could not be found or read; none of it is a fact."""
    say.markdown(f"### {not_found.LOOKED_FOR_HEADING}")
    say.markdown(not_found.not_found_list())
    say.markdown(f"### {not_found.NOT_READ_HEADING}")
    say.markdown(not_found.not_read_list())


QUESTIONS = {
    "Claims": ledger,
    "Articles": articles,
    "Effects": effects,
    "Two views": both_sides,
    "Studies": all_studies,
    "Not found": gaps,
}
