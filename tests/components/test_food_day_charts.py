"""The day, the comparison and the contrasts as pictures."""

import json

import pandas as pd
import pytest

from components.charts.food_compare import compare_chart, named_chart, pairs_chart, times
from components.charts.food_day import PLOT_PX, Needs, day_chart
from components.charts.foods import Aim
from components.views.food_day import comparison_table, coverage, in_words, milling_words, named_words, supplement_words
from data.day import Portion, day_table
from data.foods import food_frame, load_contrasts

WOMAN = Needs("women, 31 to 50", 265, 320, "RDA", 350, 250)
DV = Aim("the Daily Value", "DV", 420)


def drawn(figure) -> dict:
    """A figure as plain JSON."""
    return json.loads(figure.to_json(engine="json"))


def written(figure) -> list[str]:
    """The texts inside the plot."""
    return [note["text"] for note in drawn(figure)["layout"]["annotations"]]


def day(*portions: Portion) -> pd.DataFrame:
    """A day of curated foods."""
    return day_table(portions, food_frame())


TWO = day(Portion("oatmeal-cooked-with-water", 1), Portion("chia-seeds", 1))  # 63.18 + 94.97 = 158.15 mg


def test_the_days_title_is_its_sum_and_its_share_of_the_rda():
    """158 mg of 320 mg is 49%, and 162 mg are short."""
    meta = day_chart(TWO, WOMAN, 0, mode="light").layout.meta
    assert meta["title"] == "This day brings 158 mg from food, 49% of the RDA"
    assert "162 mg short of it" in meta["subtitle"]


def test_a_day_that_reaches_the_goal_says_so():
    """Two servings of hemp seeds are 420 mg, 131% of 320 mg."""
    meta = day_chart(day(Portion("hemp-seeds-hulled", 2)), WOMAN, 0, mode="light").layout.meta
    assert meta["title"] == "This day brings 420 mg from food, 131% of the RDA"
    assert "the goal is reached" in meta["subtitle"]


def test_segments_lie_end_to_end():
    """Oatmeal from 0 to 63.18, chia from there."""
    bars = day_chart(TWO, WOMAN, 0, mode="light").data[0]
    assert list(bars.base) == pytest.approx([0, 63.18])
    assert list(bars.x) == pytest.approx([63.18, 94.9725])


def test_no_upper_limit_is_drawn_for_food():
    """Whatever the day brings, "limit" is not in the picture without a supplement."""
    feast = day(Portion("hemp-seeds-hulled", 10))
    assert not [words for words in written(day_chart(feast, WOMAN, 0, mode="light")) if "limit" in words]


def test_the_upper_limit_stands_in_the_supplements_own_row():
    """US 350 and EU 250 mg, beside a supplement of 400 mg; the sum of the food is unchanged."""
    figure = day_chart(TWO, WOMAN, 400, mode="light")
    said = " ".join(written(figure))
    assert "US limit 350" in said and "EU limit 250" in said and "only row with an upper limit" in said
    assert figure.layout.meta["title"].startswith("This day brings 158 mg from food")
    limits = [shape for shape in drawn(figure)["layout"]["shapes"] if shape["x0"] in (350, 250)]
    assert len(limits) == 2 and all(shape["y1"] < -1 for shape in limits)


def test_without_a_rda_the_ai_stands_there_and_no_ear():
    """Infants have an AI alone."""
    infant = Needs("infants, 7 to 12 months", None, 75, "AI", None, None)
    figure = day_chart(TWO, infant, 0, mode="light")
    assert "<b>AI 75</b>" in written(figure) and not any("EAR" in words for words in written(figure))
    assert figure.layout.meta["title"].endswith("211% of the AI")


def test_a_food_that_was_not_measured_makes_the_sum_a_lower_bound():
    """Said in title, subtitle and coverage; it is not drawn."""
    some = TWO.copy()
    some.loc[0, "magnesium_mg"] = float("nan")
    meta = day_chart(some, WOMAN, 0, mode="light").layout.meta
    assert meta["title"] == "This day brings at least 95 mg from food, 30% of the RDA"
    assert "Oatmeal, cooked with water" in meta["subtitle"]
    assert "counts 1 of 2 foods" in coverage(some) and "lower bound" in coverage(some)


def test_coverage_of_a_full_day_gives_its_energy():
    """Oatmeal 71 × 2.34 = 166 kcal and chia 486 × 0.2835 = 138 kcal."""
    assert coverage(TWO) == "The sum counts all 2 foods; together 304 kcal."


@pytest.mark.parametrize(
    ("mg", "said"),
    [
        (200, "within the US and EU upper limits"),
        (250, "within the US and EU upper limits"),
        (300, "above the EU upper limit of 250 mg."),
        (400, "above the US upper limit of 350 mg and the EU upper limit of 250 mg."),
    ],
)
def test_a_supplement_is_held_against_both_limits(mg, said):
    """At the limit is not above it."""
    assert said in supplement_words(mg, WOMAN)


@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_day_is_drawn_in_every_size_and_mode(size, mode):
    """The sum and both reference lines are written in each."""
    said = written(day_chart(TWO, WOMAN, 100, mode=mode, size=size))
    assert {"<b>158 mg</b>", "<b>EAR 265</b>", "<b>RDA 320</b>", "<b>100 mg</b>"} <= set(said)


@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
@pytest.mark.parametrize("servings", [2, 3, 20])
def test_the_sum_has_room_beside_the_bar(size, servings):
    """At 0.65 of the type's height for a letter, the sum ends before the plot does, far above the RDA too."""
    figure = day_chart(day(Portion("hemp-seeds-hulled", servings)), WOMAN, 0, mode="light", size=size)
    said = next(note for note in drawn(figure)["layout"]["annotations"] if note.get("xshift"))
    letters = len(said["text"].removeprefix("<b>").removesuffix("</b>"))
    end_px = said["x"] / figure.layout.xaxis.range[1] * PLOT_PX[size] + 8 + 0.65 * said["font"]["size"] * letters
    assert end_px <= PLOT_PX[size] + 0.5


def test_the_segments_are_told_in_words():
    """On a phone their names do not fit."""
    half = day(Portion("banana", 0.5), Portion("white-bread", 2), Portion("olive-oil", 1))
    assert in_words(half) == "From left to right: banana, ½ × 1 medium, 16 mg; white bread, 2 × 1 slice, 13 mg."
    assert in_words(day(Portion("olive-oil", 1))) == ""


# Compare --------------------------------------------------------------------------------------------------------------


def figures(*values: tuple[str, str, float]) -> pd.DataFrame:
    """Magnesium and calcium of a few foods."""
    rows = [(food, food.lower(), nutrient, "mg", 0, value) for food, nutrient, value in values]
    return pd.DataFrame(rows, columns=["food", "short_name", "nutrient", "unit", "digits", "value"])


NAN = float("nan")


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ([("A", "Magnesium", 90.0), ("B", "Magnesium", 30.0)], "A: 3.0 times the magnesium of b, per 100 g"),
        ([("A", "Magnesium", 30.0), ("B", "Magnesium", 29.0)], "Much the same magnesium per 100 g in all 2"),
        ([("A", "Magnesium", 30.0), ("B", "Magnesium", 0.0)], "A: 30 mg of magnesium per 100 g; b hardly any"),
        ([("A", "Magnesium", 30.0), ("B", "Magnesium", NAN)], "2 foods side by side, per 100 g"),
        ([("A", "Magnesium", 0.0), ("B", "Magnesium", 0.0)], "Much the same magnesium per 100 g in all 2"),
    ],
)
def test_the_comparisons_title_is_true(values, title):
    """A ratio only where both are measured and the lower is worth naming."""
    assert compare_chart(figures(*values), amount="100g", mode="light").layout.meta["title"] == title


def test_not_measured_is_written_and_gets_no_bar():
    """An empty value is said in words and counted."""
    some = figures(("A", "Magnesium", 90.0), ("B", "Magnesium", 30.0), ("A", "Calcium", NAN), ("B", "Calcium", 5.0))
    figure = compare_chart(some, amount="100g", mode="light")
    assert list(figure.data[0].x)[2] == 0
    assert figure.data[1].text[2].strip() == "not measured"
    assert "1 of 4" in figure.layout.meta["subtitle"]


def test_each_column_has_its_own_scale():
    """The longest bar of every nutrient is as long as that of the others."""
    some = figures(("A", "Magnesium", 90.0), ("B", "Magnesium", 45.0), ("A", "Calcium", 2.0), ("B", "Calcium", 8.0))
    assert list(compare_chart(some, amount="100g", mode="light").data[0].x) == pytest.approx([0.58, 0.29, 0.145, 0.58])


def test_the_comparison_table_has_all_three_amounts_and_the_note():
    """Chia beside raw spinach: 95, 335 and 69 mg; 24, 79 and 343 mg; both have notes."""
    table = comparison_table(("chia-seeds", "spinach-raw"), "100g", DV).set_index("Figure")
    assert table.loc["Magnesium per serving, mg"].tolist() == ["95", "24"]
    assert table.loc["Magnesium per 100 g, mg"].tolist() == ["335", "79"]
    assert table.loc["Magnesium per 100 kcal, mg"].tolist() == ["69", "343"]
    assert table.loc["Serving’s share of DV"].tolist() == ["23%", "6%"]
    assert table.loc["Calcium per 100 g, mg"].tolist() == ["631", "99"]
    assert "111 mg" in table.loc["Note", "Chia seeds"]


# Contrast -------------------------------------------------------------------------------------------------------------


def pair_rows(kind: str) -> pd.DataFrame:
    """The foods of the pairs of a kind."""
    foods = food_frame()
    return pd.concat([foods.loc[list(c.foods)].assign(pair=c.key) for c in load_contrasts() if c.kind == kind])


def test_whole_grains_are_held_against_refined_ones():
    """Rice 39 ÷ 12 = 3.25, bread 75 ÷ 23 = 3.26, pita 69 ÷ 26 = 2.65, flour 137 ÷ 22 = 6.23."""
    figure = pairs_chart(pair_rows("refined or whole"), kind="refined or whole", amount="100g", mode="light")
    assert figure.layout.meta["title"] == "Whole grain: 2.7 to 6.2 times the magnesium of refined, per 100 g"
    assert "3.3 times" in figure.data[1].text[3]


def test_cooked_is_held_against_raw():
    """Oats, 27 ÷ 138 = 0.20 by water taken up (71 of 379 kcal), stand apart; kale 25 ÷ 33 = 0.76, spinach 87 ÷ 79 = 1.10."""
    figure = pairs_chart(pair_rows("raw or cooked"), kind="raw or cooked", amount="100g", mode="dark", size="narrow")
    assert figure.layout.meta["title"] == "Cooked or roasted: 0.8 to 1.1 times the raw food’s magnesium, per 100 g"
    assert "Not in the headline, for the water taken up in cooking: " in figure.layout.meta["subtitle"]
    assert figure.layout.meta["subtitle"].endswith(", 0.2 times.")


def test_named_foods_are_counted_by_what_a_serving_brings():
    """Of 420 mg: pumpkin seeds 155.9 (37%) and chia 95.0 (23%) over a fifth; kale 14.8 mg is 4%."""
    keys = next(c for c in load_contrasts() if c.kind == "named as sources").foods
    foods = food_frame().loc[list(keys)].sort_values("magnesium_mg_per_serving", ascending=False)
    figure = named_chart(foods, aim=DV, mode="light")
    assert (
        figure.layout.meta["title"] == "Of 15 foods, 2 bring at least a fifth of the DV in a serving, 5 under a tenth"
    )
    said = named_words(DV)
    assert "**A fifth of the DV or more:** pumpkin seeds, chia seeds." in said
    assert "**Less than a tenth:** brown rice, lentils, farmed Atlantic salmon, avocado, kale." in said


def test_milling_is_told_in_four_figures():
    """Bran 611, germ 320, whole flour 137, white flour 22 mg per 100 g."""
    assert milling_words().split("per 100 g")[1] == (
        ", wheat bran has 611 mg and wheat germ 320 mg, whole-wheat flour 137 mg and white flour 22 mg."
    )


@pytest.mark.parametrize(
    ("ratio", "said"), [(3.25, "3.2 times"), (12.3, "12 times"), (9.96, "10 times"), (0.2, "0.2 times")]
)
def test_ratios_are_rounded_to_what_they_bear(ratio, said):
    """One decimal below ten."""
    assert times(ratio) == said
