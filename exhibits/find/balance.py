"""Signs, blood levels, and the rows that compare too little with too much."""

from __future__ import annotations

from collections.abc import Iterator

from data.comparison import load_comparison, load_comparison_rows
from data.serum import load_serum_groups, load_serum_levels
from data.signs import STAGE_WORDS, SYSTEM_WORDS, load_signs
from exhibits.find.entry import Entry

SIDES = {"deficiency": "Too little", "toxicity": "Too much", "both": "Both sides"}
LEVEL_SIDES = {"deficiency": "Too little", "toxicity": "Too much", "balance": "In balance", "treatment": "Treatment"}


def signs() -> Iterator[Entry]:
    """Every accepted sign, in the matrix narrowed to its side and part of the body."""
    for sign in load_signs():
        side, system = SIDES[sign.side], SYSTEM_WORDS[sign.system]
        stages = dict.fromkeys((*sign.deficiency, *sign.toxicity))
        yield Entry(
            "sign",
            sign.name,
            f"{side}: {', '.join(STAGE_WORDS[stage].lower() for stage in stages)}",
            page="balance",
            query=(("tab", "Signs"), ("side", side), ("system", system)),
            said=f"symptom {system} {sign.stage_words} {sign.note or ''}",
        )


def levels() -> Iterator[Entry]:
    """Every block of the serum ruler."""
    for key, group in load_serum_groups().items():
        told = [level for level in load_serum_levels() if level.group == key]
        yield Entry(
            "level",
            group.name,
            f"{LEVEL_SIDES[group.side]}: blood levels from {len({level.by for level in told})} sources",
            page="balance",
            query=(("tab", "Blood levels"), ("levels", group.name)),
            said=" ".join(
                ("serum plasma mmol/L mg/dL", group.words, *(f"{one.described_as} {one.by}" for one in told))
            ),
        )


def comparison() -> Iterator[Entry]:
    """Every row of the comparison."""
    cells = load_comparison()
    for key, row in load_comparison_rows().items():
        said = " ".join(cells[key, side].statement for side in ("deficiency", "toxicity") if (key, side) in cells)
        query = (("rows", row.short),)
        yield Entry("comparison", row.name, "Deficiency beside toxicity", page="balance", query=query, said=said)
