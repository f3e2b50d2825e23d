"""The risk groups, a card each: direction, support, why, and the figures with their sources."""

from __future__ import annotations

import pandas as pd

from data.serum import Unit
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.cards import card_grid
from exhibits.risk.group_card import group_card
from exhibits.risk.groups_map import SOURCE, counted, sources
from exhibits.risk.selection import GroupChoices, groups_of, no_group
from exhibits.risk.tables import group_table
from exhibits.units import markup_in


def table(choices: GroupChoices) -> pd.DataFrame:
    """The groups found, a row for each figure."""
    return group_table(choices.found, choices.unit)


def figure(choices: GroupChoices, look: Look) -> Markup:
    """A card for each group found."""
    return group_cards(choices.found, choices.unit)


@built_once
def group_cards(keys: tuple[str, ...], unit: Unit) -> Markup:
    """A card for each of these groups."""
    groups = groups_of(keys)
    title = counted([group.direction for group in groups])
    names = "; ".join(group.name for group in groups)
    cards = Markup.of(card_grid(map(group_card, groups)), title=title, source=SOURCE, alt=f"Cards. {title}: {names}.")
    return markup_in(cards, unit)


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
