"""One risk group in full: direction, support, why, and the figures with their sources; what a mark of a group opens."""

from __future__ import annotations

from html import escape
from typing import Any

from data.risk import DIRECTION_WORDS, KIND_WORDS, LEVEL_WORDS, RiskGroup, load_risk_groups
from data.serum import Unit
from exhibits.base import Markup, Opens, built_once
from exhibits.cards import card, card_grid, finding, said
from exhibits.palette import SIDE_SHAPE
from exhibits.risk.selection import support
from exhibits.units import markup_in


def group_card(group: RiskGroup) -> str:
    """The group as a card. HTML."""
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


def _names(choices: Any) -> dict[str, str]:
    return {key: group.name for key, group in load_risk_groups().items()}


def _told(choices: Any, key: str) -> Markup:
    return _alone(key, choices.unit)


@built_once
def _alone(key: str, unit: Unit) -> Markup:
    group = load_risk_groups()[key]
    alone = Markup.of(card_grid([group_card(group)]), title=group.name, source="", alt=group.name)
    return markup_in(alone, unit)


GROUP = Opens("risk", "Open a group", names=_names, told=_told)
