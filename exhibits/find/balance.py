"""Signs, blood levels, and the rows that compare too little with too much."""

from __future__ import annotations

from collections.abc import Iterator

from data.comparison import load_comparison, load_comparison_rows
from data.serum import load_serum_groups, load_serum_levels
from data.signs import STAGE_WORDS, SYSTEM_WORDS, load_signs
from exhibits.find.entry import Entry
from exhibits.find.pages import view_of

SIDES = {
    "deficiency": "Too little",
    "balance": "Enough",
    "toxicity": "Too much",
    "both": "Too little and too much",
    "treatment": "Raised on purpose",
}


def signs() -> Iterator[Entry]:
    """Every accepted sign, in the matrix narrowed to its side and part of the body."""
    for sign in load_signs():
        stages = dict.fromkeys((*sign.deficiency, *sign.toxicity))
        yield Entry(
            "sign",
            sign.name,
            f"{SIDES[sign.side]}: {', '.join(STAGE_WORDS[stage].lower() for stage in stages)}",
            view_of("symptom-matrix", side=sign.side, system=(sign.system,)),
            said=f"symptom {SYSTEM_WORDS[sign.system]} {sign.stage_words} {sign.note or ''}",
        )


def levels() -> Iterator[Entry]:
    """Every block of the serum ruler."""
    for key, group in load_serum_groups().items():
        told = [level for level in load_serum_levels() if level.group == key]
        yield Entry(
            "level",
            group.name,
            f"{SIDES[group.side]}: blood levels from {len({level.by for level in told})} sources",
            view_of("serum-ruler", levels=(key,)),
            said=" ".join(("serum plasma mmol mg dL", group.words, *(f"{one.described_as} {one.by}" for one in told))),
        )


def comparison() -> Iterator[Entry]:
    """Every row of the comparison."""
    cells = load_comparison()
    for key, row in load_comparison_rows().items():
        said = " ".join(cells[key, side].statement for side in ("deficiency", "toxicity") if (key, side) in cells)
        yield Entry("comparison", row.name, "Deficiency beside toxicity", view_of("comparison", rows=(key,)), said=said)
