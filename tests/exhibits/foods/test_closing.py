"""What would close the gap: which foods, and how it is said. The arithmetic is tested in tests/data/test_day.py."""

from exhibits.foods.closing import NOT_SUGGESTED, closed_words, closing, closing_words, no_closing_words, offer
from exhibits.foods.selection import FoodChoices
from tests.exhibits.foods.helpers import WOMAN

ALL = FoodChoices().wanted
FRUIT = FoodChoices(group=("Fruit",)).wanted


def test_three_foods_together_close_a_large_gap():
    """182 mg short of the goal."""
    assert closing_words(closing(182.5, ALL, ()), 182.5).startswith(
        "**182 mg to go.** One serving of each of these three would do it, together "
    )


def test_any_of_three_closes_a_small_gap():
    """20 mg are in many foods."""
    assert closing_words(closing(20, ALL, ()), 20) == "**20 mg to go.** One serving of any of these would do it:"


def test_where_no_food_is_enough_it_is_said_what_would_remain():
    """Fruit alone: not even the three richest."""
    found = closing(400, FRUIT, ())
    said = closing_words(found, 400)
    assert said.startswith("**400 mg to go.** Even the three richest foods left by the filters bring ")
    assert said.endswith(" would remain:")


def test_drinks_and_sweets_are_suggested_only_where_chosen():
    """A day is hardly mended with espresso; but who asks for drinks gets them."""
    assert not set(closing(30, ALL, ()).foods["group"]) & set(NOT_SUGGESTED)
    assert set(closing(10, FoodChoices(group=("Drinks",)).wanted, ()).foods["group"]) == {"Drinks"}


def test_foods_of_the_day_are_not_suggested_again():
    """The first of the three is taken; another comes."""
    first = closing(182.5, ALL, ()).foods["key"].iloc[0]
    assert first not in closing(182.5, ALL, (first,)).foods["key"].tolist()


def test_a_filter_that_leaves_no_food_is_said():
    """In the words of the filter."""
    tofoo = FoodChoices(q="tofoo").wanted
    assert closing(182.5, tofoo, ()) is None
    said = "182 mg to go, and no food with magnesium matches “tofoo”."
    assert no_closing_words(182.5, tofoo) == said


def test_a_reached_goal_suggests_nothing():
    """With the name of the goal and of whose it is."""
    assert closed_words(WOMAN) == "Nothing is missing: the RDA of women, 31 to 50 is reached from food."


def test_a_food_is_offered_with_its_serving():
    """As on the button that adds it."""
    food = {"name": "Chia seeds", "serving": "1 oz", "magnesium_mg_per_serving": 94.97}
    assert offer(food) == "Add Chia seeds: 1 oz, 95 mg"
