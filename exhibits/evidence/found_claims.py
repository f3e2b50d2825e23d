"""Which claims: the search and filters that the picture of verdicts and the ledger share, and what they find."""

from __future__ import annotations

from collections.abc import Iterable

from data.evidence import Claim, load_claims
from exhibits.base import built_once
from exhibits.choices import Choices, one_of, search, some_of
from exhibits.evidence.names import ARTICLES, CITATIONS, OVERCLAIM, TOPICS, VERDICT_LABELS
from exhibits.evidence.study_words import sources_of_studies
from exhibits.searched import Box, did_you_mean

NOTHING_FOUND = "none_found"  # stands in the place of a source where there is none
NO_CLAIM = "No claim matches this search and these filters."
ORDERS = {"article": "Article", "verdict": "Verdict", "topic": "Topic", "studies": "Most studies"}
RESTS_ON = ("claims", "studies")


def _said(claim: Claim) -> tuple[str, str]:
    """The claim by its code, then why the verdict."""
    return f"{claim.code}: {claim.claim}", f"{claim.reason} {TOPICS[claim.topic]}"


OTHER_NAMES = {"bioavailability": "absorbed", "bioavailable": "absorbed", "uptake": "absorbed"}
CLAIM_BOX = Box.of(load_claims, _said, example="cramps", other_names=OTHER_NAMES)


class ClaimsChoices(Choices):
    """Which claims, in which order; an empty choice is no restriction."""

    q: str = search(CLAIM_BOX, address="ask")
    article: tuple[str, ...] = some_of("Article", ARTICLES)
    verdict: tuple[str, ...] = some_of("Verdict", VERDICT_LABELS)
    topic: tuple[str, ...] = some_of("Topic", TOPICS, address="about")
    overclaim: tuple[str, ...] = some_of("Overclaim", OVERCLAIM)
    citation: tuple[str, ...] = some_of("Does the source it names say so?", CITATIONS, address="cites")
    order: str = one_of("Sort by", ORDERS, default="article", address="sort")


@built_once
def found_claims(choices: ClaimsChoices) -> tuple[Claim, ...]:
    """The claims that match every choice, in order. An article counts its echoes."""
    fitting = CLAIM_BOX.found(choices.q)
    found = (one for key, one in load_claims().items() if key in fitting and _fits(one, choices))
    return tuple(sorted(found, key=_ORDER_KEYS[choices.order]))


def _fits(claim: Claim, choices: ClaimsChoices) -> bool:
    return (
        (not choices.article or bool(set(choices.article) & {claim.article, *claim.also_in}))
        and (not choices.topic or claim.topic in choices.topic)
        and (not choices.verdict or claim.verdict in choices.verdict)
        and (not choices.overclaim or ("yes" if claim.overclaim else "no") in choices.overclaim)
        and (not choices.citation or claim.citation in choices.citation)
    )


_ORDER_KEYS = {
    "article": lambda claim: list(ARTICLES).index(claim.article),
    "verdict": lambda claim: list(VERDICT_LABELS).index(claim.verdict),
    "topic": lambda claim: list(TOPICS).index(claim.topic),
    "studies": lambda claim: -len({*claim.supporting, *claim.opposing}),
}


def no_claim(choices: ClaimsChoices) -> str:
    """Why no claim is left; empty where one is."""
    return "" if found_claims(choices) else f"{NO_CLAIM}{did_you_mean(CLAIM_BOX.tries(choices.q))}"


def sources_of_verdicts(claims: Iterable[Claim]) -> tuple[str, ...]:
    """What the verdicts on these claims rest on, each once; nothing where nothing was found."""
    return tuple(dict.fromkeys(source for claim in claims for source in claim.sources if source != NOTHING_FOUND))


def sources_of_claims(choices: ClaimsChoices) -> tuple[str, ...]:
    """Of the claims found and of the studies on both sides of them."""
    found = found_claims(choices)
    studies = (key for claim in found for key in (*claim.supporting, *claim.opposing))
    return tuple(dict.fromkeys((*sources_of_verdicts(found), *sources_of_studies(studies))))
