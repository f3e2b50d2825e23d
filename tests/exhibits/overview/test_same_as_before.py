"""Each exhibit of the Overview beside the function it was made of: the same figure, table and words. Goes with the old files."""

import pytest

from components.views import overview as old
from data.intakes import AGE_BANDS, SEXES_OF_ALL_AGES, STATUSES
from exhibits.base import MODES, SIZES, Look
from exhibits.choices import NoChoices
from exhibits.overview import hero, target

LOOKS = [Look(mode, size) for mode in MODES for size in SIZES]


def test_the_two_sided_picture():
    """Every look, and the table."""
    assert hero.table(NoChoices()).equals(old.hero_table())
    for look in LOOKS:
        assert hero.figure(NoChoices(), look).to_dict() == old.hero(*look).to_dict()


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("sex", SEXES_OF_ALL_AGES)
@pytest.mark.parametrize("age", AGE_BANDS)
def test_the_target(age, sex, status):
    """Every life stage: picture, table, six figures, explanations."""
    choices = target.EveryLifeStageChoices(sex=sex, age=age, status=status)
    stage = choices.stage
    assert target.table(choices).equals(old.target_table(stage))
    assert target.explanations(stage) == old.explanations(stage)
    for order in (True, False):
        assert target.target_figures(stage, by_authority=order) == old.target_figures(stage, by_authority=order)
    for look in LOOKS:
        assert target.figure(choices, look).to_dict() == old.target_ruler(stage, *look).to_dict()
