"""Foods side by side: a true title, bars on scales of their own, and the table of all figures."""

import pandas as pd
import pytest

from exhibits.choices import ChoiceError
from exhibits.foods.comparison import ComparisonChoices, comparison_chart, empty, figure, table
from exhibits.foods.shared import times
from tests.exhibits.foods.helpers import LIGHT

NAN = float("nan")


def figures(*values: tuple[str, str, float]) -> pd.DataFrame:
    """Magnesium and calcium of a few foods."""
    rows = [(food.lower(), food, food.lower(), nutrient, "mg", 0, value) for food, nutrient, value in values]
    return pd.DataFrame(rows, columns=["key", "food", "short_name", "nutrient", "unit", "digits", "value"])


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
    assert comparison_chart(figures(*values), amount="100g", look=LIGHT).words["title"] == title


def test_not_measured_is_written_and_gets_no_bar():
    """An empty value is said in words and counted."""
    some = figures(("A", "Magnesium", 90.0), ("B", "Magnesium", 30.0), ("A", "Calcium", NAN), ("B", "Calcium", 5.0))
    chart = comparison_chart(some, amount="100g", look=LIGHT)
    assert list(chart.data[0].x)[2] == 0
    assert chart.data[1].text[2].strip() == "not measured"
    assert "1 of 4" in chart.words["subtitle"]


def test_each_column_has_its_own_scale():
    """The longest bar of every nutrient is as long as that of the others."""
    some = figures(("A", "Magnesium", 90.0), ("B", "Magnesium", 45.0), ("A", "Calcium", 2.0), ("B", "Calcium", 8.0))
    bars = comparison_chart(some, amount="100g", look=LIGHT).data[0]
    assert list(bars.x) == pytest.approx([0.58, 0.29, 0.145, 0.58])


def test_it_opens_on_three_foods():
    """Pumpkin seeds 155.9 mg, spinach 78.3 mg, banana 31.9 mg a serving: 4.9 times."""
    said = figure(ComparisonChoices(), LIGHT).words["title"]
    assert said == "Pumpkin seeds: 4.9 times the magnesium of banana, per serving"


def test_the_table_has_all_three_amounts_and_the_note():
    """Chia beside raw spinach: 95, 335 and 69 mg; 24, 79 and 343 mg; both have notes."""
    rows = table(ComparisonChoices(compare=("chia-seeds", "spinach-raw"), per="100g")).set_index("Figure")
    assert rows.loc["Magnesium per serving, mg"].tolist() == ["95", "24"]
    assert rows.loc["Magnesium per 100 g, mg"].tolist() == ["335", "79"]
    assert rows.loc["Magnesium per 100 kcal, mg"].tolist() == ["69", "343"]
    assert rows.loc["Serving’s share of DV"].tolist() == ["23%", "6%"]
    assert rows.loc["Calcium per 100 g, mg"].tolist() == ["631", "99"]
    assert "111 mg" in rows.loc["Note", "Chia seeds"]


def test_one_food_alone_is_not_compared():
    """In words what to do."""
    assert empty(ComparisonChoices(compare=("banana",))) == "Choose two to five foods to set side by side."
    assert empty(ComparisonChoices()) == ""


def test_foods_are_read_by_name_or_key_and_written_by_name():
    """As in old links; a food that is not in the list is named without the list of all others."""
    chosen = ComparisonChoices.read({"compare": ["Spinach, raw", "almonds-raw"]})
    assert chosen.compare == ("spinach-raw", "almonds-raw")
    assert chosen.address() == {"compare": ["Spinach, raw", "Almonds, raw"]}
    with pytest.raises(ChoiceError, match="compare: 'Unicorn steak' is not available here; allowed: the keys or names"):
        ComparisonChoices.read({"compare": ["Unicorn steak"]})


def test_more_than_five_foods_are_refused():
    """Five fit side by side."""
    six = ("banana", "chia-seeds", "almonds-raw", "spinach-raw", "natto", "cola")
    with pytest.raises(ChoiceError, match="compare: '6 foods' is not available here; allowed: two to five foods"):
        ComparisonChoices(compare=six)


def test_a_food_of_the_whole_release_is_compared_without_more_ado(release):
    """Its key says that the release is needed; hard tofu has 53 mg per 100 g."""
    rows = table(ComparisonChoices(compare=("sr-174291", "banana"), per="100g")).set_index("Figure")
    assert rows.loc["Magnesium per 100 g, mg"].tolist() == ["53", "27"]


@pytest.mark.parametrize(
    ("ratio", "said"), [(3.25, "3.2 times"), (12.3, "12 times"), (9.96, "10 times"), (0.2, "0.2 times")]
)
def test_ratios_are_rounded_to_what_they_bear(ratio, said):
    """One decimal below ten."""
    assert times(ratio) == said
