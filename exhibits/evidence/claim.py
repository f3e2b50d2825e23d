"""One claim in full: verdict, whether its source says so, the reason, and the studies on both sides."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data.evidence import Claim, load_claims, load_studies, load_studies_not_read
from exhibits.base import Exhibit, Look, Markup, Opens, built_once
from exhibits.cards import card, card_grid, said
from exhibits.choices import Choices, one_of
from exhibits.evidence.claims import SOURCE, said_in
from exhibits.evidence.found_claims import RESTS_ON, found_claims, sources_of_verdicts
from exhibits.evidence.names import CITATIONS, DESIGNS, TOPICS, VERDICT_LABELS, VERDICT_MEANING
from exhibits.evidence.study_words import (
    how_sure,
    linked,
    own_analysis_links,
    sources_of_studies,
    study_facts,
    study_line,
)
from exhibits.markdown import plain

OWN_READING = "Our own reading; no study stands behind it."
INDIRECT = "Some of these bear on the claim only indirectly, as a trial of a treatment does on what causes a complaint."
SAYS_SO, NOTHING_ON_IT = "Does the source it names say so?", "Says nothing on it, or not read"
COLUMNS = (
    "Claim",
    "What is said",
    "Verdict",
    "Says too much",
    "Side",
    "Study",
    "Design",
    "People",
    "Certainty",
    "Limit",
    "Link",
)


def _codes() -> dict[str, str]:
    return {code: code for code in claim_names()}


@built_once
def claim_names(first: tuple[Claim, ...] = ()) -> dict[str, str]:
    """Code of each claim ("J01") → code and claim: `first` those found, then all in the articles' order."""
    return {claim.code: f"{claim.code}: {claim.claim}" for claim in (*first, *load_claims().values())}


class ClaimChoices(Choices):
    """Which claim."""

    claim: str = one_of("Open a claim", _codes, default="", expected="a code such as J01")

    @property
    def record(self) -> Claim:
        """The claim chosen."""
        return load_claims()[self.claim.lower()]


def empty(choices: ClaimChoices) -> str:
    """Why there is nothing to see."""
    return "" if choices.claim else "Choose a claim by its code, such as J01."


def table(choices: ClaimChoices) -> pd.DataFrame:
    """The claim with its verdict and the studies on it, one row a study; one row where there is none."""
    claim = choices.record
    begins = (claim.code, claim.claim, VERDICT_LABELS[claim.verdict], "yes" if claim.overclaim else "no")
    rows: list[tuple[object, ...]] = [
        (
            *begins,
            side,
            study.name,
            DESIGNS[study.design],
            study.people,
            how_sure(study),
            study.limitation,
            study.source.link,
        )
        for side, keys in _sides(claim).items()
        for study in (load_studies()[key] for key in keys)
    ] or [(*begins, "No study found", *[None] * (len(COLUMNS) - len(begins) - 1))]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"People": "Int64"})


def _sides(claim: Claim) -> dict[str, tuple[str, ...]]:
    return {"For": claim.supporting, "Against": claim.opposing, NOTHING_ON_IT: claim.silent}


def figure(choices: ClaimChoices, look: Look) -> Markup:
    """The claim as a card."""
    return _figure(choices)


@built_once
def _figure(choices: ClaimChoices) -> Markup:
    claim = choices.record
    title, verdict = f"{claim.code} · {claim.claim}", _verdict(claim)
    items = [
        said(side, f"{study.name}: {study_facts(study)}. {study.limitation}")
        for side, keys in _sides(claim).items()
        for study in (load_studies()[key] for key in keys)
    ]
    own = card(
        title,
        side="none",
        tags=f"{VERDICT_LABELS[claim.verdict]}{' · Says too much' if claim.overclaim else ''}",
        paragraphs=[said("", claim.reason), said("", f"{SAYS_SO} {CITATIONS[claim.citation]}.")],
        items=items,
        sources=sources_of_verdicts([claim]),
    )
    alt = f"The claim {claim.code} with its verdict, {VERDICT_LABELS[claim.verdict][2:].lower()}, and {len(items)} studies."
    return Markup.of(card_grid([own]), title=title, subtitle=verdict, source=SOURCE, alt=alt)


def _verdict(claim: Claim) -> str:
    return OWN_READING if claim.own_reading else VERDICT_MEANING[claim.verdict]


# The same in markdown --------------------------------------------------------------------------------------------------


@built_once
def claim_card(code: str) -> str:
    """The claim of this code as paragraphs of markdown."""
    claim = load_claims()[code.lower()]
    over = " · **Says too much**: more than the evidence allows" if claim.overclaim else ""
    parts = [
        f"### {claim.code} · {plain(claim.claim)}",
        f"**{VERDICT_LABELS[claim.verdict]}**: {_verdict(claim)}{over}",
        plain(claim.reason),
        f"**{SAYS_SO}** {CITATIONS[claim.citation]}.{_cited(claim)}",
        own_analysis_links((*claim.supporting, *claim.opposing, *claim.cited)),
        _studies("For", claim.supporting),
        _studies("Against", claim.opposing),
        _studies(NOTHING_ON_IT, claim.silent) if claim.silent else "",
        f":gray[:small[{INDIRECT}]]" if claim.supporting or claim.opposing else "",
        f":gray[:small[Topic: {TOPICS[claim.topic]} · said in: {said_in(claim)}]]",
    ]
    return "\n\n".join(part for part in parts if part)


def _cited(claim: Claim) -> str:
    """The studies an article cites or seems to mean, those that could not be read named as such."""
    if not claim.cited:
        return ""
    names = []
    for key in claim.cited:
        unread = load_studies_not_read().get(key)
        names.append(
            f"{plain(unread.name)}, which could not be read in full" if unread else linked(load_studies()[key])
        )
    return f" It cites or seems to mean {'; '.join(names)}."


def _studies(title: str, keys: tuple[str, ...]) -> str:
    if not keys:
        return f"**{title}**: no study found."
    return f"**{title}**\n\n" + "\n".join(f"- {study_line(load_studies()[key])}" for key in keys)


def sources(choices: ClaimChoices) -> tuple[str, ...]:
    """Of the claim's verdict and of the studies on both sides."""
    claim = choices.record
    return tuple(
        dict.fromkeys((*sources_of_verdicts([claim]), *sources_of_studies((*claim.supporting, *claim.opposing))))
    )


def _names(choices: Any) -> dict[str, str]:
    return claim_names(found_claims(choices) if choices.q else ())


def _told(choices: Any, key: str) -> str:
    return claim_card(key)


OPENS_CLAIM = Opens(
    "claim",
    "Open a claim",
    names=_names,
    told=_told,
    placeholder="code or words of the claim",
    keys="a code such as J01",
)
CLAIM = Exhibit(
    "claim",
    title="One claim in full",
    page="evidence",
    tab="Claims",
    choices=ClaimChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=RESTS_ON,
    sources=sources,
    also="verdict, fact check, studies for and against",
    example={"claim": "J12"},
)
