"""The risk groups, a card each: direction, support, why, and the figures with their sources."""

from __future__ import annotations

from html import escape

import pandas as pd

from data.risk import DIRECTION_WORDS, KIND_WORDS, LEVEL_WORDS, RiskGroup
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.cards import card, card_grid, finding, said
from exhibits.palette import SIDE_SHAPE
from exhibits.risk.groups_map import SOURCE, counted, sources
from exhibits.risk.selection import GroupChoices, groups_of, no_group, support
from exhibits.risk.tables import group_table


def table(choices: GroupChoices) -> pd.DataFrame:
    """The groups found, a row for each figure."""
    return group_table(choices.found)


def figure(choices: GroupChoices, look: Look) -> Markup:
    """A card for each group found."""
    return group_cards(choices.found)


@built_once
def group_cards(keys: tuple[str, ...]) -> Markup:
    """A card for each of these groups."""
    groups = groups_of(keys)
    title = counted([group.direction for group in groups])
    names = "; ".join(group.name for group in groups)
    return Markup.of(card_grid(map(_card, groups)), title=title, source=SOURCE, alt=f"Cards. {title}: {names}.")


def _card(group: RiskGroup) -> str:
    figures = [figure for figure in group.figures if figure.verified]
    folded = [figure for figure in figures[1:] if not figure.counterpoint]  # what speaks against stays in sight
    return card(
        group.name,
        side=group.direction,
        tags=_tags(group),
        paragraphs=_paragraphs(group),
        items=[finding(figure) for figure in figures if figure not in folded],
        more=[finding(figure) for figure in folded],
        sources=group.sources,
    )


def _tags(group: RiskGroup) -> str:
    shape, kinds = SIDE_SHAPE[group.direction], ", ".join(KIND_WORDS[kind].lower() for kind in group.kinds)
    direction, level = DIRECTION_WORDS[group.direction], LEVEL_WORDS[group.evidence_level]
    return f"{shape} {direction} · {support(group.strength)} · {level} · {kinds}"


def _paragraphs(group: RiskGroup) -> list[str]:
    paragraphs = [said("Why", group.mechanism)]
    if group.examples:
        paragraphs.append(said("Which", "; ".join(group.examples) + "."))
    if group.also_searched:
        paragraphs.append(also_found(group.also_searched))
    if group.note:
        paragraphs.append(said("Note", group.note))
    if not group.figures:
        paragraphs.append(said("", "No figure for how common it is was found in the sources read."))
    return paragraphs


def also_found(names: tuple[str, ...]) -> str:
    """The other names that a search finds a card by, small, so that it is seen why a card is there. HTML."""
    return f'<span class="from">Also found under: {escape(", ".join(names))}.</span>'


RISK_CARDS = Exhibit(
    "risk-cards",
    title="Risk groups, why, and how sure",
    page="risk-groups",
    tab="Groups",
    choices=GroupChoices,
    table=table,
    figure=figure,
    empty=no_group,
    rests_on=("risk_groups",),
    sources=sources,
    also="mechanism, counterpoint, how common, kidney, alcohol, diabetes, diuretics, older adults, pregnancy",
)
