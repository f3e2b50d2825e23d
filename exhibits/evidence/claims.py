"""The ledger of claims: what is said, how it fares, why, and the studies on both sides."""

from __future__ import annotations

import pandas as pd

from data.evidence import Claim
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.evidence.found_claims import RESTS_ON, ClaimsChoices, found_claims, no_claim, sources_of_claims
from exhibits.evidence.names import ARTICLES, CITATIONS, TOPICS, VERDICT_LABELS, count
from exhibits.evidence.study_words import study_names
from exhibits.html_tables import plain_table

SOURCE = "our reading of five web articles against the studies named; wording of the claims is ours."


def table(choices: ClaimsChoices) -> pd.DataFrame:
    """The ledger: one row a claim, readable."""
    return _table(choices)


@built_once
def _table(choices: ClaimsChoices) -> pd.DataFrame:
    return pd.DataFrame([_row(claim) for claim in found_claims(choices)])


def _row(claim: Claim) -> dict[str, str]:
    return {
        "Claim": claim.code,
        "What is said": claim.claim,
        "Verdict": VERDICT_LABELS[claim.verdict],
        "Says too much": "yes" if claim.overclaim else "no",
        "Does its source say so?": CITATIONS[claim.citation],
        "Why": claim.reason,
        "For": study_names(claim.supporting),
        "Against": study_names(claim.opposing),
        "Says nothing, or not read": study_names(claim.silent),
        "Topic": TOPICS[claim.topic],
        "Article": said_in(claim),
    }


def said_in(claim: Claim) -> str:
    """The articles that say it."""
    return "; ".join(ARTICLES[one] for one in (claim.article, *claim.also_in))


def figure(choices: ClaimsChoices, look: Look) -> Markup:
    """The ledger as a table to read."""
    return _figure(choices)


@built_once
def _figure(choices: ClaimsChoices) -> Markup:
    rows = _table(choices)
    alt = table_name(choices)
    return Markup.of(plain_table(rows, name=alt), title=count(len(rows), "claim"), source=SOURCE, alt=alt)


def heading(choices: ClaimsChoices, *, opens: bool = True) -> str:
    """What stands above the ledger, where a row opens its claim, or its code does."""
    return count(len(found_claims(choices)), "claim") + (
        ": choose a row to open it" if opens else ": choose a code to open it"
    )


def table_name(choices: ClaimsChoices) -> str:
    """What a screen reader announces."""
    return f"Table of {len(found_claims(choices))} claims"


CLAIMS = Exhibit(
    "claims",
    title="The ledger of claims",
    page="evidence",
    tab="Claims",
    choices=ClaimsChoices,
    table=table,
    figure=figure,
    empty=no_claim,
    rests_on=RESTS_ON,
    sources=sources_of_claims,
    also="fact check, verdicts, what articles say, true or false, overclaim",
)
