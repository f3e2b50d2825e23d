"""One article: its claims by verdict."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from data.evidence import Claim, load_claims
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import Choices, one_of
from exhibits.evidence.claims import SOURCE
from exhibits.evidence.found_claims import sources_of_verdicts
from exhibits.evidence.names import ARTICLES, VERDICT_LABELS, VERDICTS
from exhibits.html_tables import plain_table
from exhibits.markdown import plain


class ArticleChoices(Choices):
    """Which article."""

    article: str = one_of("Article", ARTICLES, default="joint-aches-after-stopping", address="read")


def claims_of(article: str) -> tuple[Claim, ...]:
    """Its claims by verdict, those weighed under another article included."""
    own = (claim for claim in load_claims().values() if article in (claim.article, *claim.also_in))
    rank = list(VERDICT_LABELS)
    return tuple(sorted(own, key=lambda claim: rank.index(claim.verdict)))


def table(choices: ArticleChoices) -> pd.DataFrame:
    """A row for each claim."""
    claims = claims_of(choices.article)
    return pd.DataFrame(
        {
            "Verdict": [VERDICT_LABELS[claim.verdict] for claim in claims],
            "Claim": [claim.code for claim in claims],
            "What is said": [claim.claim for claim in claims],
            "Says too much": ["yes" if claim.overclaim else "no" for claim in claims],
            "Why": [claim.reason for claim in claims],
            "Weighed under": [ARTICLES[claim.article] for claim in claims],
        }
    )


def figure(choices: ArticleChoices, look: Look) -> Markup:
    """The claims as a table to read."""
    return _figure(choices)


@built_once
def _figure(choices: ArticleChoices) -> Markup:
    name, claims = ARTICLES[choices.article], claims_of(choices.article)
    html = plain_table(table(choices), name=name)
    title = f"{name}: {len(claims)} claims, {_counts(claims)}"
    alt = f"Table of the {len(claims)} claims of the article “{name}” by verdict."
    return Markup.of(html, title=title, subtitle=_says_too_much(claims), source=SOURCE, alt=alt)


# The same in markdown --------------------------------------------------------------------------------------------------


class ArticleWords(NamedTuple):
    """A summary of an article and its claims by verdict, in markdown."""

    summary: str
    claims: str


@built_once
def article_words(article: str) -> ArticleWords:
    """The article in markdown."""
    claims = claims_of(article)
    blocks = []
    for verdict, label in VERDICT_LABELS.items():
        if own := [claim for claim in claims if claim.verdict == verdict]:
            blocks.append(f"## {label}\n\n" + "\n".join(_claim_line(claim, article) for claim in own))
    summary = f"**{len(claims)} claims**: {_counts(claims)}. {_says_too_much(claims)}"
    return ArticleWords(summary, "\n\n".join(blocks))


def _counts(claims: tuple[Claim, ...]) -> str:
    """ "2 well supported, 1 contested"."""
    return ", ".join(
        f"{count} {word}"
        for verdict, (word, _) in VERDICTS.items()
        if (count := sum(claim.verdict == verdict for claim in claims))
    )


def _says_too_much(claims: tuple[Claim, ...]) -> str:
    over = sum(claim.overclaim for claim in claims)
    wrong = sum(claim.citation in ("other_subject", "opposite", "not_found") for claim in claims)
    return (
        f"{over} say more than the evidence allows. "
        f"For {wrong}, the source named is about something else, says the opposite, or could not be found."
    )


def _claim_line(claim: Claim, article: str) -> str:
    over = " **Says too much.**" if claim.overclaim else ""
    echo = "" if claim.article == article else f" :gray[:small[(weighed under {ARTICLES[claim.article]})]]"
    return f"- **{claim.code}** {plain(claim.claim)}{over}{echo}  \n  :gray[{plain(claim.reason)}]"


def sources(choices: ArticleChoices) -> tuple[str, ...]:
    """Of the verdicts on its claims."""
    return sources_of_verdicts(claims_of(choices.article))


ARTICLE = Exhibit(
    "article",
    title="One article, claim by claim",
    page="evidence",
    tab="Articles",
    choices=ArticleChoices,
    table=table,
    figure=figure,
    rests_on=("claims",),
    sources=sources,
    also="fact check of an article, blog, web page, joint aches, muscle pain, nerve pain, fibromyalgia",
)
