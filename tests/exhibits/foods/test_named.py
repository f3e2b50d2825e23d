"""The foods that articles name: how many are strong sources."""

from exhibits.foods.named import FOOD_NAMED, TargetChoices, figure, named_words, table
from tests.exhibits.foods.helpers import DV, LIGHT


def test_named_foods_are_counted_by_what_a_serving_brings():
    """Of 420 mg: pumpkin seeds 155.9 (37%) and chia 95.0 (23%) over a fifth; kale 14.8 mg is 4%."""
    said = figure(TargetChoices(), LIGHT).words["title"]
    assert said == "Of 15 foods, 2 bring at least a fifth of the DV in a serving, 5 under a tenth"


def test_the_count_follows_the_readers_own_rda():
    """Of an RDA of 320 mg seven reach a fifth (64 mg)."""
    said = figure(TargetChoices(target="rda"), LIGHT).words["title"]
    assert said == "Of 15 foods, 7 bring at least a fifth of the RDA in a serving, 3 under a tenth"


def test_they_are_named_by_strength():
    """In words below the picture."""
    said = named_words(DV)
    assert "**A fifth of the DV or more:** pumpkin seeds, chia seeds." in said
    assert "**Less than a tenth:** brown rice, lentils, farmed Atlantic salmon, avocado, kale." in said


def test_the_table_has_them_from_the_richest():
    """15 foods by all three amounts."""
    per_serving = table(TargetChoices())["Magnesium per serving, mg"]
    assert len(per_serving) == 15 and per_serving.is_monotonic_decreasing


def test_the_sources_are_those_of_the_target_shown():
    """The label's value for the Daily Value, the IOM for an RDA."""
    assert FOOD_NAMED.sources_of(TargetChoices()) == ("usda_sr_legacy", "cspi_daily_values", "nih_dsld_daily_values")
    assert FOOD_NAMED.sources_of(TargetChoices(target="rda")) == ("usda_sr_legacy", "iom_dri_2006")
