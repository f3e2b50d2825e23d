"""Pairs of foods: how many times the first the second is, and where water explains it."""

import pytest

from exhibits.base import MODES, Look
from exhibits.foods.pairs import COOKED, FOOD_COOKED, FOOD_WHOLE, PAIR_AMOUNTS, PairChoices, milling_words
from tests.exhibits.foods.helpers import LIGHT, SIZES, drawn


def test_whole_grains_are_held_against_refined_ones():
    """Rice 39 ÷ 12 = 3.25, bread 75 ÷ 23 = 3.26, pita 69 ÷ 26 = 2.65, flour 137 ÷ 22 = 6.23."""
    chart = FOOD_WHOLE.figure(PairChoices(), LIGHT)
    assert chart.words["title"] == "Whole grain: 2.7 to 6.2 times the magnesium of refined, per 100 g"
    assert "3.3 times" in chart.data[1].text[3]


def test_cooked_is_held_against_raw():
    """Oats, 27 ÷ 138 = 0.20 by water taken up (71 of 379 kcal), stand apart; kale 25 ÷ 33 = 0.76, spinach 87 ÷ 79 = 1.10."""
    words = FOOD_COOKED.figure(PairChoices(), Look("dark", "narrow")).words
    assert words["title"] == "Cooked or roasted: 0.8 to 1.1 times the raw food’s magnesium, per 100 g"
    assert "Not in the headline, for the water taken up in cooking: " in words["subtitle"]
    assert words["subtitle"].endswith(", 0.2 times.")


@pytest.mark.parametrize("per", PAIR_AMOUNTS)
def test_water_is_told_only_where_it_counts(per):
    """Per 100 kcal it is out of account already."""
    words = FOOD_COOKED.figure(PairChoices(per=per), LIGHT).words
    assert ("water taken up" in words["subtitle"]) == (per == "100g")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("pairs", [FOOD_WHOLE, FOOD_COOKED], ids=lambda pairs: pairs.key)
def test_both_foods_of_a_pair_are_named_in_every_size_and_mode(pairs, size, mode):
    """Beside the bars, or above them on a phone."""
    shown = drawn(pairs.figure(PairChoices(), Look(mode, size)))
    names = shown["data"][2]["text"] if size == "narrow" else shown["layout"]["yaxis"]["ticktext"]
    assert names == pairs.table(PairChoices())["Food"].tolist()


def test_the_table_has_all_three_amounts():
    """Raw kale 33, boiled 25 mg per 100 g."""
    rows = FOOD_COOKED.table(PairChoices()).set_index("Food")
    assert rows.loc["Kale, raw", "Magnesium per 100 g, mg"] == 33
    assert rows.loc["Kale, boiled", "Magnesium per 100 g, mg"] == 25


def test_the_amount_keeps_its_name_in_the_address():
    """Old links say `contrast`; the amount stands apart from that of the other tabs."""
    chosen = PairChoices.read({"contrast": ["100 kcal"]})
    assert chosen.per == "100kcal"
    assert FOOD_WHOLE.address(chosen) == {"tab": "Contrast", "topic": "Refined or whole", "contrast": "100 kcal"}


def test_milling_is_told_in_four_figures():
    """Bran 611, germ 320, whole flour 137, white flour 22 mg per 100 g."""
    assert milling_words().split("per 100 g")[1] == (
        ", wheat bran has 611 mg and wheat germ 320 mg, whole-wheat flour 137 mg and white flour 22 mg."
    )


def test_a_kind_has_its_own_pairs():
    """Cooked ones are not among the whole grains."""
    assert COOKED not in FOOD_WHOLE.words(PairChoices())["title"]
    assert not set(FOOD_WHOLE.table(PairChoices())["Food"]) & set(FOOD_COOKED.table(PairChoices())["Food"])
