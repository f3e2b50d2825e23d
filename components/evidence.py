"""The evidence page: the claim ledger, the studies, the effects, two views, what was not found."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from components import controls, say, searching, show
from components.controls import choose
from components.line import line
from exhibits.choices import NoChoices
from exhibits.evidence import answers, claim, claims, forest, not_found, studies, study, two_views
from exhibits.evidence.article import ARTICLE, ArticleChoices, article_words
from exhibits.evidence.found_claims import ClaimsChoices, found_claims
from exhibits.evidence.verdicts import VERDICTS_CHART

CLAIM_CODES = {"placeholder": "code or words of the claim", "limits": "a code such as J01"}
STUDY_KEYS = {"placeholder": "author, year or title", "limits": "a key such as garrison_2020"}
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


def open_old_links() -> None:
    """A link to a claim or to a search among them from when the page began with the claims still opens them."""
    of_claims = {ClaimsChoices.address_name(name) for name in ClaimsChoices.model_fields} | {"claim"}
    if "tab" not in st.query_params and "tab" not in st.session_state and of_claims & set(st.query_params):
        st.session_state["tab"] = "Claims"


def asked() -> None:
    """What readers ask, each with an answer in a line."""
    show.exhibit(answers.ANSWERS, NoChoices())
    say.caption(answers.NOTE)


def ledger() -> None:
    """The ledger: a picture of verdicts, every claim, and one claim opened."""
    with line("claims") as asked:
        chosen = {"q": choose(ClaimsChoices, "q", placeholder="cramps, NMDA, J01")}
        with asked.drawer():
            for name in ("article", "verdict", "topic", "overclaim", "citation", "order"):
                chosen[name] = choose(ClaimsChoices, name)
        choices = ClaimsChoices(**chosen)
        offered = claim.claim_names(found_claims(choices) if choices.q else ())
        with asked.rest():
            code = controls.pick_record("Open a claim", offered, key="claim", **CLAIM_CODES)
    if code:
        with show.card(f"claim-{code}"):
            say.markdown(claim.claim_card(code))
            show.take_away(claim.CLAIM, claim.ClaimChoices(claim=code))
    if not found_claims(choices):
        show.nothing(VERDICTS_CHART.empty(choices))
        return searching.offer_instead(ClaimsChoices, "q", choices.q)
    picture, rows = partial(show.exhibit, VERDICTS_CHART, choices), partial(_claim_rows, choices)
    for part in (rows, picture) if choices.q else (picture, rows):  # a search is answered first
        part()


def _claim_rows(choices: ClaimsChoices) -> None:
    """The claims found, each row a way into its card."""
    say.markdown(f"### {claims.heading(choices, opens=not show.as_cards())}")
    look: dict[str, Any] = {"alt": claims.table_name(choices), "columns": COLUMNS}
    show.record_table(claims.CLAIMS, choices, opens="claim", names="Claim", **look)


def articles() -> None:
    """One article: its claims by verdict."""
    with line("article"):
        choices = ArticleChoices(article=choose(ArticleChoices, "article"))
    words = article_words(choices.article)
    say.markdown(words.summary)
    say.markdown(words.claims)
    show.take_away(ARTICLE, choices)


def effects() -> None:
    """The forest plot of one topic."""
    with line("effects") as asked:
        topic = choose(forest.ForestChoices, "topic")
        with asked.drawer():
            choices = forest.ForestChoices(topic=topic, intervals=choose(forest.ForestChoices, "intervals"))
    show.exhibit(forest.FOREST, choices)
    say.markdown(f":small[{forest.HOW_SURE}]")


def both_sides() -> None:
    """Supporting and skeptical readings of one topic, and what would change our mind."""
    with line("views"):
        choices = two_views.ViewsChoices(topic=choose(two_views.ViewsChoices, "topic"))
    words = two_views.view_words(choices.topic)
    say.markdown(f"### {words.question}")
    readings = ((two_views.FOR, words.supporting), (two_views.AGAINST, words.skeptical))
    for side, (title, points) in zip(st.columns(2), readings, strict=True):
        with side, show.card(title.split()[2]):
            say.markdown(f"#### {title}\n\n{points}")
    say.markdown(f"#### {two_views.WOULD_CHANGE}\n\n{words.would_change}")
    say.caption(two_views.MARKS)
    show.take_away(two_views.TWO_VIEWS, choices)


def all_studies() -> None:
    """Every study, and one opened."""
    with line("studies") as asked:
        chosen = {"q": choose(studies.StudiesChoices, "q", placeholder="author, title, citrate, knee")}
        with asked.drawer():
            for name in ("topic", "design", "certainty", "direction"):
                chosen[name] = choose(studies.StudiesChoices, name)
        choices = studies.StudiesChoices(**chosen)
        offered = study.study_titles(studies.found_studies(choices) if choices.q else ())
        with asked.rest():
            opened = controls.pick_record("Open a study", offered, key="study", **STUDY_KEYS)
    if opened:
        with show.card(f"study-{opened}"):
            say.markdown(study.study_card(opened))
            show.take_away(study.STUDY, study.StudyChoices(study=opened))
    if reason := studies.empty(choices):
        show.nothing(reason)
        return searching.offer_instead(studies.StudiesChoices, "q", choices.q)
    say.markdown(f"### {studies.heading(choices, opens=not show.as_cards())}")
    look: dict[str, Any] = {"alt": studies.table_name(choices), "columns": COLUMNS}
    show.record_table(studies.STUDIES, choices, opens="study", names="Key", **look)


def gaps() -> None:
    """What could not be found or read; none of it is a fact."""
    say.markdown(f"### {not_found.LOOKED_FOR_HEADING}")
    say.markdown(not_found.not_found_list())
    say.markdown(f"### {not_found.NOT_READ_HEADING}")
    say.markdown(not_found.not_read_list())
    show.take_away(not_found.NOT_FOUND, NoChoices())


QUESTIONS = {
    "Questions": asked,
    "Claims": ledger,
    "Articles": articles,
    "Effects": effects,
    "Two views": both_sides,
    "Studies": all_studies,
    "Not found": gaps,
}
