"""A day of foods: read from a link, added up by hand, and what would close the gap."""

import pandas as pd
import pytest

from data.day import MOST_PORTIONS, Portion, closing_foods, day_table, read_day
from data.food_search import Choice, find_foods
from data.foods import food_frame


@pytest.fixture(scope="module")
def foods() -> pd.DataFrame:
    """The curated foods."""
    return food_frame()


def test_a_link_names_foods_in_servings_and_grams(foods):
    """`chia-seeds:1`, `banana:0.5` and `almonds-raw:30g`, and the same again from the portions."""
    tokens = ["chia-seeds:1", "banana:0.5", "almonds-raw:30g"]
    day, problems = read_day(tokens, foods.index)
    assert day == (Portion("chia-seeds", 1), Portion("banana", 0.5), Portion("almonds-raw", 30, "g"))
    assert [portion.token for portion in day] == tokens and problems == ()


@pytest.mark.parametrize(
    ("portion", "said"),
    [
        (Portion("banana", 1), "1 medium"),
        (Portion("banana", 0.5), "½ × 1 medium"),
        (Portion("banana", 1.5), "1½ × 1 medium"),
        (Portion("banana", 2), "2 × 1 medium"),
        (Portion("banana", 0.7), "0.7 × 1 medium"),
        (Portion("banana", 20, "g"), "20 g"),
    ],
)
def test_an_amount_is_told_as_a_multiple_of_the_serving(portion, said):
    """16 mg of magnesium beside "1 medium" would be read as a whole banana's."""
    assert portion.of("1 medium") == said


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("pumpkin-seeds:-3", "did you mean pumpkin-seeds-dried-no-shell or pumpkin-seeds-roasted-no-shell?"),
        ("bananna:1", "did you mean banana?"),
        ("unicorn:1", "not in the list"),
        ("sr-173762:1", "make foods"),
        ("banana:0", "no meal"),
        ("banana:-2", "no meal"),
        ("banana:21", "at most 20 servings"),
        ("banana:2001g", "at most 2000 g"),
        ("banana", "cannot be read"),
        ("banana:many", "cannot be read"),
        ("banana:1e400", "cannot be read"),
        ("banana:٣", "cannot be read"),
        ("", "cannot be read"),
        ("x" * 200, "…"),
    ],
)
def test_what_cannot_be_used_is_named_and_the_rest_kept(foods, token, said):
    """One problem, in words; chia before and apple after it stay."""
    day, problems = read_day(["chia-seeds:1", token, "apple-with-skin:2"], foods.index)
    assert [portion.food for portion in day] == ["chia-seeds", "apple-with-skin"]
    assert len(problems) == 1 and said in problems[0]


@pytest.mark.parametrize("amount", ["-3", "999999", "0", "2001g"])
def test_an_unknown_food_in_an_absurd_amount_is_told_both(foods, amount):
    """Neither fault hides the other."""
    day, problems = read_day([f"pumpkin-seeds:{amount}"], foods.index)
    assert not day and len(problems) == 1
    assert "not in the list" in problems[0] and "no meal" in problems[0]


def test_the_same_food_twice_is_added_together(foods):
    """1 and ½ servings are 1½; grams stay a line of their own; beyond 20 servings the addition is refused."""
    day, problems = read_day(["banana:1", "banana:0.5", "banana:100g"], foods.index)
    assert day == (Portion("banana", 1.5), Portion("banana", 100, "g")) and not problems
    day, problems = read_day(["banana:15", "banana:6"], foods.index)
    assert day == (Portion("banana", 15),) and "more than 20 servings" in problems[0]


def test_a_day_holds_thirty_foods(foods):
    """The thirty-first is named."""
    day, problems = read_day([f"{key}:1" for key in foods.index[: MOST_PORTIONS + 1]], foods.index)
    assert len(day) == 30 and len(problems) == 1 and "30 foods" in problems[0]


def test_the_day_by_hand(foods):
    """Oatmeal 1 cup, two slices of white bread, half an ounce of chia, 50 g of banana.

    oatmeal  27 mg × 234 g / 100 =  63.18      bread  23 × 2 × 29 / 100    = 13.34
    chia    335 × 14.175 / 100   =  47.48625   banana 27 × 50 / 100        = 13.5
    sum                                                                     137.50625 mg
    """
    day, _ = read_day(["oatmeal-cooked-with-water:1", "white-bread:2", "chia-seeds:0.5", "banana:50g"], foods.index)
    table = day_table(day, foods)
    assert table["grams"].tolist() == [234, 58, 14.175, 50]
    assert table["magnesium_mg"].tolist() == pytest.approx([63.18, 13.34, 47.48625, 13.5])
    assert table["magnesium_mg"].sum() == pytest.approx(137.50625)


def test_a_food_without_a_value_stays_empty_in_the_sum(foods):
    """Not measured is not zero: the row is there, its magnesium empty, the sum of the others unchanged."""
    unmeasured = foods.copy()
    unmeasured.loc["banana", "magnesium_mg_per_100g"] = float("nan")
    table = day_table((Portion("banana", 1), Portion("chia-seeds", 1)), unmeasured)
    assert pd.isna(table.loc[0, "magnesium_mg"])
    assert table["magnesium_mg"].sum() == pytest.approx(335 * 28.35 / 100)


def test_an_empty_day_is_an_empty_table(foods):
    """No rows, and a sum of 0."""
    assert day_table((), foods)["magnesium_mg"].sum() == 0


def test_one_serving_of_each_of_three_foods_would_close_a_small_gap(foods):
    """60 mg: Swiss chard, boiled (17.5 kcal, 75 mg), wheat bran (31 kcal, 89 mg), prickly pear (42 kcal, 88 mg)."""
    closing = closing_foods(60, foods)
    assert closing.how == "each"
    assert closing.foods["name"].tolist() == ["Swiss chard, boiled", "Wheat bran, crude", "Prickly pear"]
    assert (closing.foods["magnesium_mg_per_serving"] >= 60).all()


def test_three_together_close_a_larger_one(foods):
    """180 mg is more than a serving of any three foods, so a third of it, 60 mg, is asked of each."""
    closing = closing_foods(180, foods)
    assert closing.how == "together" and closing.total_mg >= 180
    assert (closing.foods["magnesium_mg_per_serving"] >= 60).all()


def test_no_more_foods_are_suggested_than_close_the_gap(foods):
    """A gap of 100 mg among hemp seeds (3 tablespoons, 210 mg), olive oil and banana (32 mg) asks for hemp alone."""
    closing = closing_foods(100, foods.loc[["banana", "hemp-seeds-hulled", "olive-oil"]])
    assert closing.how == "together" and closing.foods["key"].tolist() == ["hemp-seeds-hulled"]
    assert closing.total_mg == pytest.approx(foods.loc["hemp-seeds-hulled", "magnesium_mg_per_serving"])


@pytest.mark.parametrize("gap_mg", [60, 120, 150, 180, 200, 240])
def test_none_of_the_foods_suggested_together_could_be_left_out(foods, gap_mg):
    """Without any one of them the gap would stay open."""
    closing = closing_foods(gap_mg, foods, ["swiss-chard-boiled"])
    if closing.how == "together":
        magnesium = closing.foods["magnesium_mg_per_serving"]
        assert magnesium.sum() >= gap_mg and (magnesium.sum() - magnesium < gap_mg).all()


def test_what_even_the_richest_cannot_close_is_said(foods):
    """Among drinks the three richest bring 60 + 57.5 + 47.36 mg = 164.86 mg, short of 300."""
    drinks = find_foods(foods, Choice(groups=("Drinks",)))
    closing = closing_foods(300, drinks)
    assert closing.how == "not enough"
    assert closing.foods["name"].tolist() == ["Coconut water", "Hot cocoa made with milk", "Espresso"]
    assert closing.total_mg == pytest.approx(25 * 2.4 + 23 * 2.5 + 80 * 0.592)


def test_foods_of_the_day_are_not_suggested_again(foods):
    """Without Swiss chard the next light food of another group takes its place."""
    closing = closing_foods(60, foods, ["swiss-chard-boiled", "wheat-bran-crude"])
    assert not {"swiss-chard-boiled", "wheat-bran-crude"} & set(closing.foods["key"])


def test_nothing_is_suggested_where_no_food_has_magnesium(foods):
    """Oil and sugar."""
    assert closing_foods(50, foods.loc[["olive-oil", "white-sugar", "cola"]]) is None
