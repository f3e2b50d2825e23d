"""The day as a picture: what is added up, and where an upper limit stands."""

import pandas as pd
import pytest

from data.day import Portion, day_table
from data.foods import food_frame
from exhibits.base import MODES, Look
from exhibits.choices import ChoiceError
from exhibits.foods.day import (
    EXAMPLE,
    FOOD_DAY,
    PLOT_PX,
    DayChoices,
    coverage,
    day_chart,
    empty,
    figure,
    in_words,
    table,
    tokens,
)
from exhibits.foods.needs import Needs
from exhibits.foods.supplement_beside import supplement_words, with_supplement
from tests.exhibits.foods.helpers import LIGHT, SIZES, WOMAN, drawn, written


def day(*portions: Portion) -> pd.DataFrame:
    """A day of curated foods."""
    return day_table(portions, food_frame())


TWO = day(Portion("oatmeal-cooked-with-water", 1), Portion("chia-seeds", 1))  # 63.18 + 94.97 = 158.15 mg


def test_the_days_title_is_its_sum_and_its_share_of_the_rda():
    """158 mg of 320 mg is 49%, and 162 mg are short."""
    words = day_chart(TWO, WOMAN, 0, LIGHT).words
    assert words["title"] == "This day brings 158 mg from food, 49% of the RDA"
    assert "162 mg short of it" in words["subtitle"]


def test_a_day_that_reaches_the_goal_says_so():
    """Two servings of hemp seeds are 420 mg, 131% of 320 mg."""
    words = day_chart(day(Portion("hemp-seeds-hulled", 2)), WOMAN, 0, LIGHT).words
    assert words["title"] == "This day brings 420 mg from food, 131% of the RDA"
    assert "the goal is reached" in words["subtitle"]


def test_segments_lie_end_to_end():
    """Oatmeal from 0 to 63.18, chia from there."""
    bars = day_chart(TWO, WOMAN, 0, LIGHT).data[0]
    assert list(bars.base) == pytest.approx([0, 63.18])
    assert list(bars.x) == pytest.approx([63.18, 94.9725])


def test_no_upper_limit_is_drawn_for_food():
    """Whatever the day brings, "limit" is not in the picture without a supplement."""
    feast = day(Portion("hemp-seeds-hulled", 10))
    assert not [words for words in written(day_chart(feast, WOMAN, 0, LIGHT)) if "limit" in words]


def test_the_upper_limit_stands_in_the_supplements_own_row():
    """US 350 and EU 250 mg, beside a supplement of 400 mg; the sum of the food is unchanged."""
    chart = day_chart(TWO, WOMAN, 400, LIGHT)
    said = " ".join(written(chart))
    assert "US limit 350" in said and "EU limit 250" in said and "only row with an upper limit" in said
    assert chart.words["title"].startswith("This day brings 158 mg from food")
    limits = [shape for shape in drawn(chart)["layout"]["shapes"] if shape["x0"] in (350, 250)]
    assert len(limits) == 2 and all(shape["y1"] < -1 for shape in limits)


def test_without_a_rda_the_ai_stands_there_and_no_ear():
    """Infants have an AI alone."""
    infant = Needs("infants, 7 to 12 months", None, 75, "AI", None, None)
    chart = day_chart(TWO, infant, 0, LIGHT)
    assert "<b>AI 75</b>" in written(chart) and not any("EAR" in words for words in written(chart))
    assert chart.words["title"].endswith("211% of the AI")


def test_a_food_that_was_not_measured_makes_the_sum_a_lower_bound():
    """Said in title, subtitle and coverage; it is not drawn."""
    some = TWO.copy()
    some.loc[0, "magnesium_mg"] = float("nan")
    words = day_chart(some, WOMAN, 0, LIGHT).words
    assert words["title"] == "This day brings at least 95 mg from food, 30% of the RDA"
    assert "Oatmeal, cooked with water" in words["subtitle"]
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


def test_food_and_supplement_are_held_against_the_goal_together():
    """137.5 and 400 of 320 mg."""
    said = "Food and supplements together: 538 mg, 168% of the RDA, which counts both."
    assert with_supplement(137.5, 400, WOMAN) == said


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", MODES)
def test_the_day_is_drawn_in_every_size_and_mode(size, mode):
    """The sum and both reference lines are written in each."""
    said = written(day_chart(TWO, WOMAN, 100, Look(mode, size)))
    assert {"<b>158 mg</b>", "<b>EAR 265</b>", "<b>RDA 320</b>", "<b>100 mg</b>"} <= set(said)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("servings", [2, 3, 20])
def test_the_sum_has_room_beside_the_bar(size, servings):
    """At 0.65 of the type's height for a letter, the sum ends before the plot does, far above the RDA too."""
    chart = day_chart(day(Portion("hemp-seeds-hulled", servings)), WOMAN, 0, Look("light", size))
    said = next(note for note in drawn(chart)["layout"]["annotations"] if note.get("xshift"))
    letters = len(said["text"].removeprefix("<b>").removesuffix("</b>"))
    end_px = said["x"] / chart.layout.xaxis.range[1] * PLOT_PX[size] + 8 + 0.65 * said["font"]["size"] * letters
    assert end_px <= PLOT_PX[size] + 0.5


def test_the_segments_are_told_in_words():
    """On a phone their names do not fit."""
    half = day(Portion("banana", 0.5), Portion("white-bread", 2), Portion("olive-oil", 1))
    assert in_words(half) == "From left to right: banana, ½ × 1 medium, 16 mg; white bread, 2 × 1 slice, 13 mg."
    assert in_words(day(Portion("olive-oil", 1))) == ""


# Choices --------------------------------------------------------------------------------------------------------------

LINK = ["oatmeal-cooked-with-water:1", "white-bread:2", "chia-seeds:0.5", "banana:50g"]  # 137.5 mg


def test_a_linked_day_is_added_up_for_the_life_stage():
    """137.5 of 320 mg (women 31 to 50) is 43%; of 420 mg (men 31 to 50) 33%."""
    title = "This day brings 138 mg from food, 43% of the RDA"
    assert figure(DayChoices.read({"day": LINK}), LIGHT).words["title"] == title
    men = DayChoices.read({"day": LINK, "sex": ["Men"], "pill": ["400"]})
    assert figure(men, LIGHT).words["title"] == "This day brings 138 mg from food, 33% of the RDA"
    assert FOOD_DAY.address(men) == {"tab": "Build a day", "sex": "Men", "day": LINK, "pill": "400"}


def test_the_same_food_twice_is_one_portion():
    """As in a link: 1 and 2 servings are 3."""
    assert DayChoices(day=("banana:1", "banana:2")).portions == (Portion("banana", 3.0),)


@pytest.mark.parametrize("bad", ["unicorn:1", "banana:-1", "banana:900", "banana:99999g", "banana", "sr-999:1"])
def test_a_bad_portion_is_named_with_what_is_expected(no_release, bad):
    """Whatever else the day holds."""
    with pytest.raises(ChoiceError, match="allowed: a food and an amount, as chia-seeds:1 or chia-seeds:30g") as raised:
        DayChoices(day=(*LINK, bad))
    assert f"“{bad}”" in str(raised.value)


def test_an_empty_day_says_what_to_do_and_the_example_is_a_full_one():
    """284 mg in 1,889 kcal."""
    assert empty(DayChoices()).startswith("No food in the day yet")
    example = DayChoices(day=tokens(EXAMPLE))
    assert empty(example) == ""
    assert figure(example, LIGHT).words["title"] == "This day brings 284 mg from food, 89% of the RDA"


def test_the_table_has_a_row_a_portion_and_the_share_of_the_goal():
    """Half an ounce of chia, 47.5 mg, is 15% of 320 mg."""
    rows = table(DayChoices(day=tuple(LINK))).set_index("Food")
    assert rows.loc["Chia seeds", "Magnesium, mg"] == 47.5 and rows.loc["Chia seeds", "Share of RDA, %"] == 15
    assert rows.loc["White bread", "Amount"] == "2 × 1 slice"


def test_a_day_of_the_whole_release_tells_what_was_not_measured(release):
    """The tofu without a value makes the sum a lower bound."""
    chart = figure(DayChoices(day=("sr-173762:1", "sr-174291:100g")), LIGHT)
    assert chart.words["title"] == "This day brings at least 53 mg from food, 17% of the RDA"
    assert "Vitasoy USA" in chart.words["subtitle"]


def test_the_source_of_a_limit_is_given_where_it_is_drawn():
    """EFSA is not asked for where no supplement is."""
    assert "efsa_threonate_2024" not in FOOD_DAY.sources_of(DayChoices(day=("banana:1",)))
    assert "efsa_threonate_2024" in FOOD_DAY.sources_of(DayChoices(day=("banana:1",), pill=100.0))
