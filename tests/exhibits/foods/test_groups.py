"""Groups: rows by median, and that very many foods are told by their quarters."""

import pytest

from data.foods import food_frame
from exhibits.base import Look
from exhibits.foods.groups import FoodChoices, empty, figure, groups_chart, table
from tests.exhibits.foods.helpers import LIGHT, drawn, points


def test_each_food_lies_in_the_row_of_its_group():
    """Rows by median, the highest on top; the named food is the one with most."""
    chart = figure(FoodChoices(group=("Fruit", "Drinks", "Leafy greens")), LIGHT)
    shown = drawn(chart)
    assert shown["layout"]["yaxis"]["ticktext"] == ["Drinks", "Fruit", "Leafy greens"]
    assert [name.strip() for name in shown["data"][-1]["text"]] == ["coconut water", "prickly pear", "spinach"]
    assert points(chart) == 16 + 24 + 14


def test_a_group_of_one_food_claims_no_half():
    """Natto alone has 101 mg (115 mg per 100 g × 87.5 g)."""
    said = figure(FoodChoices(q="natto"), LIGHT).words["title"]
    assert said == "Beans, lentils and soy: the one food has 101 mg per serving"


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_every_group_is_named_at_every_size(size):
    """Beside the rows, or above them on a phone."""
    shown = drawn(groups_chart(food_frame(), amount="100g", look=Look("light", size)))
    names = shown["data"][-1]["text"] if size == "narrow" else shown["layout"]["yaxis"]["ticktext"]
    assert len(names) == 14


def test_the_median_of_very_many_foods_is_that_of_all_and_not_of_the_drawn(many):
    """High: 201 to 600 has a median of 400.5; a picture of the richest 600 alone would say more."""
    chart = groups_chart(many, amount="serving", look=LIGHT)
    assert chart.words["title"] == "High: half have 400 mg per serving or more"
    assert "box the middle half" in chart.words["subtitle"]
    assert list(chart.data[0].base) == pytest.approx([300.75, 100.75]) and points(chart) == 2


def test_the_amount_changes_the_rows():
    """Half of the 28 nuts and seeds have 259 mg or more per 100 g."""
    said = figure(FoodChoices(per="100g"), LIGHT).words["title"]
    assert said == "Nuts and seeds: half have 259 mg per 100 g or more"


def test_it_is_said_why_there_is_nothing_to_see():
    """Water has no energy, so no figure per 100 kcal; per serving it has one."""
    assert empty(FoodChoices(q="tofoo")).startswith("No food matches “tofoo”. Did you mean “tofu”")
    assert empty(FoodChoices(q="bottled water")) == ""
    none = "None of these foods has a figure for magnesium per 100 kcal."
    assert empty(FoodChoices(q="bottled water", per="100kcal")) == none


def test_the_table_holds_the_foods_of_the_picture():
    """14 leafy greens."""
    assert set(table(FoodChoices(group=("Leafy greens",)))["Group"]) == {"Leafy greens"}
    assert len(table(FoodChoices(group=("Leafy greens",)))) == 14
