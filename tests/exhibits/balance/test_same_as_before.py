"""Each exhibit of the balance beside the function it was made of: the same figure, table and words. Goes with the old files."""

import pytest

from components.views import balance as old
from data.signs import STAGE_WORDS, SYSTEM_WORDS
from exhibits.balance import comparison, context, how_common, ladder, outcomes, ruler, signs
from exhibits.balance.units import UNITS, UnitChoices
from exhibits.base import MODES, SIZES, Look

LOOKS = [Look(mode, size) for mode in MODES for size in SIZES]
SYSTEMS = ((), *((system,) for system in SYSTEM_WORDS), ("gut", "mind"))
STAGES = ((), *((stage,) for stage in STAGE_WORDS), ("early", "extreme"))


@pytest.mark.parametrize("unit", UNITS)
def test_the_comparison(unit):
    """All rows, each row, and two of them."""
    for rows in ((), *((row,) for row in old.row_names()), ("who", "onset")):
        choices = comparison.ComparisonChoices(unit=unit, rows=rows)
        assert comparison.figure(choices, LOOKS[0]) == old.comparison(rows, unit)
        assert comparison.table(choices).equals(old.comparison_csv(unit))
    assert comparison.LEGEND == old.LEGEND
    assert comparison.emergency() == old.emergency()


@pytest.mark.parametrize("unit", UNITS)
def test_the_ruler(unit):
    """All blocks, each block, and the first three."""
    names = tuple(old.group_names())
    for levels in ((), *((name,) for name in names), names[:3]):
        choices = ruler.RulerChoices(unit=unit, levels=levels)
        assert ruler.table(choices).equals(old.ruler_table(levels, unit))
        for look in LOOKS:
            assert ruler.figure(choices, look).to_dict() == old.ruler(levels, unit, *look).to_dict()
    assert ruler.body_content() == old.body_content()


@pytest.mark.parametrize("unit", UNITS)
def test_the_short_tables(unit):
    """Ladder, how common, outcomes, and the sentences beside them."""
    choices, look = UnitChoices(unit=unit), LOOKS[0]
    assert ladder.figure(choices, look) == old.ladder(unit)
    assert ladder.CAUTION == old.LADDER
    for kind, name in how_common.NAMES.items():
        assert how_common.figure(kind, choices, look) == old.counts(kind, unit, name=name)
    assert outcomes.figure(choices, look) == old.outcomes(unit)
    assert how_common.cut_off_sentence(unit) == old.cut_off_sentence(unit)
    for kind in ("disagreement", "origin"):
        assert context.sentences(kind, unit) == old.sentences(kind, unit)


@pytest.mark.parametrize("side", signs.ASKED)
@pytest.mark.parametrize("systems", SYSTEMS, ids=" ".join)
def test_the_signs(side, systems):
    """Every stage with every side and part of the body, where a sign is left."""
    for stages in STAGES:
        choices = signs.SignChoices(side=side, system=systems, stage=stages)
        assert signs.table(choices).equals(old.matrix_table(side, systems, stages))
        if none := signs.empty(choices):
            assert old.matrix(side, systems, stages, *LOOKS[0]) is None
            assert none == old.nothing_found(side, systems, stages)
            continue
        for look in LOOKS:
            assert signs.figure(choices, look).to_dict() == old.matrix(side, systems, stages, *look).to_dict()
    assert (signs.SAME_WORD, signs.not_found()) == (old.SAME_WORD, old.not_found())
