"""The evidence page: the claim ledger, the studies, the effects, two views, what was not found."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from components import controls, marks, say, searching, show
from components.controls import choose
from components.line import line
from exhibits.choices import NoChoices
from exhibits.evidence import answers, claim, claims, forest, not_found, studies, study, two_views
from exhibits.evidence.article import ARTICLE, ArticleChoices, article_words
from exhibits.evidence.found_claims import ClaimsChoices, found_claims
from exhibits.evidence.verdicts import VERDICTS_CHART

OUT = forest.ForestChoices.address_name("out")
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
        with asked.rest():
            code = marks.box(claim.OPENS_CLAIM, choices)
    with marks.beside(VERDICTS_CHART.key) as answers:
        _verdicts_and_rows(choices, code)
    if code:
        with marks.record(answers, VERDICTS_CHART.key, claim.OPENS_CLAIM, choices, code):
            show.take_away(claim.CLAIM, claim.ClaimChoices(claim=code))


def _verdicts_and_rows(choices: ClaimsChoices, code: str | None) -> None:
    """The picture of verdicts and the claims, both ways into a claim's card."""
    searching.tell_missed(ClaimsChoices, "q", choices.q)
    if not found_claims(choices):
        show.nothing(VERDICTS_CHART.empty(choices))
        return searching.offer_instead(ClaimsChoices, "q", choices.q)
    picture, rows = partial(show.exhibit, VERDICTS_CHART, choices, answers=False), partial(_claim_rows, choices)
    for part in (rows, picture) if choices.q else (picture, rows):  # a search is answered first
        part()
    marks.hear(VERDICTS_CHART.key, claim.OPENS_CLAIM, choices, code)


def _claim_rows(choices: ClaimsChoices) -> None:
    """The claims found, each row a way into its card."""
    say.markdown(f"## {claims.heading(choices, opens=not show.as_cards())}")
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
            chosen = {"intervals": choose(forest.ForestChoices, "intervals"), "out": _left_out(topic)}
    choices = forest.ForestChoices(topic=topic, **chosen)
    show.exhibit(forest.FOREST, choices, beside=partial(_leave_out, choices))
    say.markdown(forest.remains(choices))
    say.markdown(f":small[{forest.HOW_SURE}]")


def _left_out(topic: str) -> tuple[str, ...]:
    """Which of the studies on the topic the reader leaves out."""
    out = forest.ForestChoices.control("out")
    options = forest.may_be_left_out(topic)
    return tuple(controls.some_of(out.label, options, key=OUT, help=out.help, placeholder="None"))


def _leave_out(choices: forest.ForestChoices, study_key: str) -> None:
    """Beside a study that is open: the button that leaves it out, or puts it back."""
    if study_key in forest.may_be_left_out(choices.topic):
        # Another label is another button: a browser's translator would keep the old one's words.
        label, key = ("Put it back", "put-back") if study_key in choices.out else ("Leave this study out", "leave-out")
        st.button(label, key=key, on_click=_turn, args=(study_key,))


def _turn(study_key: str) -> None:
    out = list(st.session_state.get(OUT) or ())
    st.session_state[OUT] = [one for one in out if one != study_key] if study_key in out else [*out, study_key]


def both_sides() -> None:
    """Supporting and skeptical readings of one topic, and what would change our mind."""
    with line("views"):
        choices = two_views.ViewsChoices(topic=choose(two_views.ViewsChoices, "topic"))
    words = two_views.view_words(choices.topic)
    say.markdown(f"## {words.question}")
    readings = ((two_views.FOR, words.supporting), (two_views.AGAINST, words.skeptical))
    for side, (title, points) in zip(st.columns(2), readings, strict=True):
        with side, show.card(title.split()[2]):
            say.markdown(f"### {title}\n\n{points}")
    say.markdown(f"### {two_views.WOULD_CHANGE}\n\n{words.would_change}")
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
        with asked.rest():
            opened = marks.box(study.OPENS_STUDY, choices)
    with marks.beside(studies.STUDIES.key) as answers:
        _study_rows(choices)
    if opened:
        with marks.record(answers, studies.STUDIES.key, study.OPENS_STUDY, choices, opened):
            show.take_away(study.STUDY, study.StudyChoices(study=opened))


def _study_rows(choices: studies.StudiesChoices) -> None:
    """The studies found, each row a way into its card."""
    searching.tell_missed(studies.StudiesChoices, "q", choices.q)
    if reason := studies.empty(choices):
        show.nothing(reason)
        return searching.offer_instead(studies.StudiesChoices, "q", choices.q)
    say.markdown(f"## {studies.heading(choices, opens=not show.as_cards())}")
    look: dict[str, Any] = {"alt": studies.table_name(choices), "columns": COLUMNS}
    show.record_table(studies.STUDIES, choices, opens="study", names="Key", **look)


def gaps() -> None:
    """What could not be found or read; none of it is a fact."""
    say.markdown(f"## {not_found.LOOKED_FOR_HEADING}")
    say.markdown(not_found.not_found_list())
    say.markdown(f"## {not_found.NOT_READ_HEADING}")
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
