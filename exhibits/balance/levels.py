"""Blood levels as blocks: what one sign, interval or cut-off rests on, and how far its sources are apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from data.serum import Unit, level_text, span_text
from exhibits.rows import Row, records

COLUMNS = [
    "key",
    "group",
    "group_name",
    "words",
    "side",
    "by",
    "described_as",
    "low_mmol_l",
    "high_mmol_l",
    "printed",
    "doubtful",
]


@dataclass(frozen=True)
class Block:
    """The rows of one sign, and where its sources let it start and end (mmol/L)."""

    name: str
    words: str
    side: str
    rows: list[Row]
    starts: list[float]
    ends: list[float]

    @property
    def gap(self) -> float:
        """From the lowest to the highest start; 0 where sources agree or only one gives a level."""
        return max(self.starts) - min(self.starts) if self.starts else 0.0

    @property
    def disagrees(self) -> bool:
        """Whether the starts lie more than a rounding apart."""
        return bool(self.starts) and max(self.starts) > min(self.starts) * 1.03

    def start(self, unit: Unit) -> str:
        """ "from 3–5", "below 0.6–0.8": where it starts, for a block that has a level."""
        preposition = "below" if self.side == "deficiency" else "from"
        return f"{preposition} {span_text(min(self.starts), max(self.starts), unit)}"


def blocks_of(levels: pd.DataFrame) -> list[Block]:
    """The blocks of the levels, in their order; a doubtful figure is in `rows` and counts in no span."""
    rows = [
        {name: None if value != value else value for name, value in row.items()} for row in records(levels[COLUMNS])
    ]
    return [_block(list(part)) for _, part in groupby(rows, key=lambda row: row["group"])]


def _block(rows: list[Row]) -> Block:
    first, sure = rows[0], [row for row in rows if not row["doubtful"]]
    start, end = "low_mmol_l", "high_mmol_l"
    if first["side"] == "deficiency":  # too little starts from above
        start, end = end, start
    starts, ends = ([row[which] for row in sure if row[which] is not None] for which in (start, end))
    return Block(first["group_name"], first["words"], first["side"], rows, starts, ends)


def finding(blocks: list[Block], unit: Unit) -> str:
    """The widest disagreement among the blocks shown; what one source says where there is none."""
    signs = [block for block in blocks if block.disagrees]
    toxic = [block for block in signs if block.side == "toxicity"] or signs
    if toxic:
        widest = max(toxic, key=lambda block: block.gap)
        ends = f"{level_text(min(widest.starts), unit)} to {level_text(max(widest.starts), unit)} {unit}"
        return f"Sources put {widest.words} anywhere from {ends}"
    if len(blocks) == 1 and blocks[0].starts:
        block = blocks[0]
        ends = f"{span_text(min(block.starts), max(block.starts), unit)} {unit}"
        who = "One source puts" if len(block.starts) == 1 else "Sources put"
        return f"{who} {block.words} at {ends}"
    return "No disagreement among the levels shown"
