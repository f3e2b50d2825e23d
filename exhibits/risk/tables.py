"""The table of risk groups that several exhibits give."""

from __future__ import annotations

import pandas as pd

from data.risk import DIRECTION_WORDS, KIND_WORDS, LEVEL_WORDS, Figure, RiskGroup
from data.serum import Unit
from exhibits.base import built_once
from exhibits.risk.selection import groups_of
from exhibits.standing import short_names
from exhibits.units import table_in


@built_once
def group_table(keys: tuple[str, ...], unit: Unit) -> pd.DataFrame:
    """The groups as a table, a row for each figure and one for a group without any."""
    rows = [_row(group, figure) for group in groups_of(keys) for figure in _shown(group) or [None]]
    return table_in(pd.DataFrame(rows), unit)


def _shown(group: RiskGroup) -> list[Figure | None]:
    return [figure for figure in group.figures if figure.verified]


def _row(group: RiskGroup, figure: Figure | None) -> dict[str, str]:
    return {
        "Group": group.name,
        "Risk of": DIRECTION_WORDS[group.direction].lower(),
        "Kind": ", ".join(KIND_WORDS[kind].lower() for kind in group.kinds),
        "Support": group.strength,
        "Kind of evidence": LEVEL_WORDS[group.evidence_level],
        "Why": group.mechanism,
        "Figure": figure.words if figure else "",
        "What it says": figure.statement if figure else "",
        "Counterpoint": "yes" if figure and figure.counterpoint else "",
        "Sources": short_names(figure.sources if figure else group.sources),
    }
