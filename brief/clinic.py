"""The sections on the person: deficiency beside toxicity, blood levels, who is at risk, and what a test shows."""

from __future__ import annotations

import re

from brief.choices import BriefChoices
from brief.section import Row, Said, Section
from data.comparison import CERTAINTY_WORDS, ComparisonCell, load_comparison
from data.interactions import load_interactions
from data.pain import StatusTest, load_status_tests
from data.risk import DIRECTION_WORDS, LEVEL_WORDS, Figure, RiskGroup, load_risk_groups
from data.serum import load_serum_levels, serum_levels, span_text
from exhibits.balance.comparison import COMPARISON, ComparisonChoices, first_sentence
from exhibits.balance.levels import Block, blocks_of
from exhibits.balance.ruler import SERUM_RULER, RulerChoices
from exhibits.balance.sides import SIDES
from exhibits.pain.status_tests import NOTHING, STATUS_TESTS
from exhibits.risk.group_cards import RISK_CARDS
from exhibits.risk.selection import GroupChoices, support
from exhibits.sentences import first_upper, inside
from exhibits.units import UnitChoices

MOST_LETTERS = 190  # of a cell that holds more than one sentence

# Deficiency beside toxicity ---------------------------------------------------------------------------------------------


def comparison(choices: BriefChoices) -> Section:
    """The chosen rows of the comparison, the first sentence of each cell with how sure it is."""
    shown = ComparisonChoices(unit=choices.unit, rows=tuple(choices.picked("rows")))
    rows = tuple(_compared(key, row.name, shown) for key, row in shown.picked.items())
    heads = ("", *SIDES.values())
    told = "How sure stands behind each statement: well established, fairly sure or uncertain, by our own reading."
    return Section("comparison", TITLES["comparison"], heads, (2.6, 8.7, 8.7), rows, COMPARISON, shown, told)


def _compared(key: str, name: str, shown: ComparisonChoices) -> Row:
    cells = [load_comparison()[key, side] for side in SIDES]
    table = COMPARISON.table(shown).set_index(["Row", "Side"])["What is known"]
    told = (name, *(_cell(cell, table[name, SIDES[cell.side]]) for cell in cells))
    return Row(told, tuple(dict.fromkeys(source for cell in cells for source in cell.sources)), inside(name))


def _cell(cell: ComparisonCell, said: str) -> str:
    """The sentence that stands in sight on the page, with its certainty."""
    return f"{in_brief(said)} ({CERTAINTY_WORDS[cell.certainty].lower()})"


def in_brief(text: str, most: int = MOST_LETTERS) -> str:
    """The first sentence, and those after it while there is room; never a part of one."""
    told, rest = first_sentence(text)
    while rest:
        more, rest = first_sentence(rest)
        if len(told) + len(more) > most:
            break
        told = f"{told} {more}"
    return told


# Blood levels -----------------------------------------------------------------------------------------------------------


def levels(choices: BriefChoices) -> Section:
    """The chosen levels: where sources let each start, and what each of them prints."""
    picked = tuple(choices.picked("levels"))
    found = serum_levels()
    blocks = blocks_of(found[found["group"].isin(picked)])
    unit = choices.unit
    rows = tuple(_level(block, choices) for block in blocks)
    heads = ("Sign or limit", f"{unit}, by source", "As each source prints it")
    told = f"Serum or plasma total magnesium of adults, in {unit}; laboratories draw their lines in different places."
    shown = RulerChoices(levels=picked, unit=unit)
    return Section("levels", TITLES["levels"], heads, (3.4, 3.6, 13), rows, SERUM_RULER, shown, told)


def _level(block: Block, choices: BriefChoices) -> Row:
    spans = block.start(choices.unit) if block.starts else "no level given"
    if block.side == "balance" and block.ends:
        spans += f" to {span_text(min(block.ends), max(block.ends), choices.unit)}"
    printed = "; ".join(f"{row['by']} {row['printed']}" for row in block.rows if not row["doubtful"])
    group = block.rows[0]["group"]
    sources = [key for level in load_serum_levels() if level.group == group for key in level.sources]
    return Row((block.name, spans, printed), tuple(dict.fromkeys(sources)), inside(block.name))


# Who is at risk ---------------------------------------------------------------------------------------------------------


def groups(choices: BriefChoices) -> Section:
    """The chosen groups: which way, how well supported, why, a figure with its base, and what speaks against it."""
    keys = choices.picked("groups")
    picked = [load_risk_groups()[key] for key in keys]
    rows = tuple(_group(one).told_in(choices.unit) for one in sorted(picked, key=lambda one: one.direction))
    heads = ("Group", "Risk of, and support", "Why", "A figure, and whom it counts")
    widths = (3.4, 4.2, 5, 8)
    told = "Each figure is of the people named beside it; it shows what goes together, not a cause."
    return Section("groups", TITLES["groups"], heads, widths, rows, RISK_CARDS, GroupChoices(unit=choices.unit), told)


def _group(group: RiskGroup) -> Row:
    figures = [one for one in group.figures if one.verified]
    told = [next((one for one in figures if one.counterpoint is against), None) for against in (False, True)]
    shown = [one for one in told if one]
    said = f"{DIRECTION_WORDS[group.direction]}: {support(group.strength)}, {LEVEL_WORDS[group.evidence_level]}"
    sources = (*group.sources, *(key for figure in shown for key in figure.sources))
    figure = " ".join(map(_figure, shown)) or "No figure was found in the sources read."
    cells = (group.short, said, group.mechanism, figure)
    return Row(cells, tuple(dict.fromkeys(sources)), inside(group.short))


def _figure(figure: Figure) -> str:
    against = "Speaks against it: " if figure.counterpoint else ""
    return f"{against}{figure.words}: {figure.statement}" if figure.words else f"{against}{figure.statement}"


# Testing ----------------------------------------------------------------------------------------------------------------


def testing(choices: BriefChoices) -> Section:
    """When sources ask for a test, and what each test shows and cannot show."""
    tests = {test.key: test for test in load_status_tests()}
    rows = tuple(_test(tests[key]).told_in(choices.unit) for key in choices.ready.tests)
    heads = ("Test", "What it shows", "What it cannot show")
    made = (TITLES["testing"], heads, (4, 6, 10), rows, STATUS_TESTS, UnitChoices(unit=choices.unit))
    return Section("testing", *made, lead=_when())


def _when() -> Said:
    """The medicines whose sources ask for a blood test."""
    asked = [one for one in load_interactions().values() if re.search(r"\bcheck\b", one.timing, re.IGNORECASE)]
    names = "; ".join(inside(one.drug) for one in asked)
    sources = tuple(dict.fromkeys(key for one in asked for key in one.sources))
    return Said(f"Sources ask for a check of blood magnesium with: {names}.", sources)


def _test(test: StatusTest) -> Row:
    shows = "–" if test.shows == NOTHING else first_upper(test.shows)
    return Row((test.name, shows, first_upper(test.limits)), test.sources, inside(test.name))


TITLES = {
    "comparison": "Deficiency versus toxicity",
    "levels": "Serum levels with signs",
    "groups": "Who is at risk, in both directions",
    "testing": "When to test, and what a test shows",
}
