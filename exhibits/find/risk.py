"""Groups at risk, and medicines that meet magnesium."""

from __future__ import annotations

from collections.abc import Iterator

from data.interactions import CLASS_WORDS, WAY_WORDS, load_interactions
from data.risk import DIRECTION_WORDS, STRENGTH_WORDS, load_risk_groups
from exhibits.find.entry import Entry
from exhibits.find.pages import asked, view_of


def groups() -> Iterator[Entry]:
    """Every risk group, by its members and other names too."""
    for group in load_risk_groups().values():
        yield Entry(
            "group",
            group.name,
            f"{DIRECTION_WORDS[group.direction]}, support: {STRENGTH_WORDS[group.strength].lower()}",
            view_of("risk-cards", find=asked(group.name)),
            also=(group.short, *group.examples, *group.also_searched),
            said=group.mechanism,
        )


def medicines() -> Iterator[Entry]:
    """Every medicine, by all its names and never by its effects: "iron" is no spironolactone."""
    for found in load_interactions().values():
        way = WAY_WORDS[found.direction]
        yield Entry(
            "medicine",
            found.drug,
            f"{CLASS_WORDS[found.drug_class]}: {way[0].lower()}{way[1:]}",
            view_of("interactions", drug=asked(found.drug)),
            also=(*found.named, *found.also_searched, *found.brands),
            said=" ".join(
                ("medicine drug interaction", CLASS_WORDS[found.drug_class], *(gap.who for gap in found.gaps))
            ),
        )
