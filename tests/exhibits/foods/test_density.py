"""Density: what is drawn and what is named."""

import pytest

from data.foods import food_frame
from exhibits.base import MODES, Look
from exhibits.foods.density import FoodChoices, density_chart, empty, figure, table
from tests.exhibits.foods.helpers import LIGHT, SIZES, drawn, points


def test_density_draws_every_food_that_has_both_figures():
    """12 of 259 have under 0.5 mg, no figure per 100 kcal, or both; they are counted."""
    chart = figure(FoodChoices(), LIGHT)
    assert points(chart) == 259 - 12
    assert "Not drawn: 12 foods" in chart.words["subtitle"]


def test_families_differ_in_shape_and_in_color():
    """Five shapes, each with a color of its own."""
    shown = drawn(density_chart(food_frame(), Look("dark", "wide")))["data"]
    traces = [trace for trace in shown if trace["mode"] == "markers"]
    assert len({trace["marker"]["symbol"] for trace in traces}) == 5
    assert len({trace["marker"]["color"] for trace in traces}) == 5


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", MODES)
def test_every_size_and_mode_names_the_leaders(size, mode):
    """Hemp seeds lead per serving, Swiss chard per 100 kcal (86 mg in 20 kcal): both are named in the plot."""
    names = [name.strip() for name in drawn(density_chart(food_frame(), Look(mode, size)))["data"][-1]["text"]]
    assert "Swiss chard" in names and "hemp seeds" in names
    assert len(names) == len(set(names))


def test_the_leaders_of_very_many_foods_are_those_of_all(many):
    """The one densest by energy (1 mg a serving, 600 mg per 100 kcal) is drawn and named though last per serving."""
    chart = density_chart(many, LIGHT)
    assert chart.words["title"] == "Most per serving: food 799; most per 100 kcal: food 0"
    assert "Of 800 only those" in chart.words["subtitle"]
    assert points(chart) == 600


def test_one_leader_in_both_is_told_once():
    """Prickly pear among fruit."""
    said = figure(FoodChoices(group=("Fruit",)), LIGHT).words["title"]
    assert said == "Most per serving and per 100 kcal: prickly pear"


def test_a_limit_of_energy_is_for_the_amount_chosen():
    """94 foods have at most 100 kcal in 100 g, 116 in a serving: drawn are those of the table, or said to be left out."""
    for per, count in (("100g", 94), ("serving", 116)):
        chosen = FoodChoices(per=per, kcal=100.0)
        chart = figure(chosen, LIGHT)
        left_out = int(chart.words["subtitle"].split("Not drawn: ")[1].split(" foods")[0])
        assert points(chart) + left_out == len(table(chosen)) == count


def test_it_is_said_why_there_is_nothing_to_see():
    """Water has no energy."""
    assert empty(FoodChoices()) == ""
    assert empty(FoodChoices(q="tofoo")).startswith("No food matches “tofoo”. Did you mean “tofu”")
    assert "figure per 100 kcal" in empty(FoodChoices(q="bottled water"))


def test_the_table_holds_the_foods_of_the_picture():
    """24 kinds of fruit, with the share of the Daily Value."""
    rows = table(FoodChoices(group=("Fruit",)))
    assert len(rows) == 24 and "Share of DV, %" in rows
