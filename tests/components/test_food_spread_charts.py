"""Density and spread: what is drawn, what is named, and that names do not cover each other."""

import json

import numpy as np
import pandas as pd
import pytest

from components.charts.food_spread import density_chart, spread_chart
from components.charts.labels import place_labels
from data.foods import Choice, find_foods, food_frame


def drawn(figure) -> dict:
    """A figure as plain JSON."""
    return json.loads(figure.to_json(engine="json"))


def points(figure) -> int:
    """How many foods are drawn."""
    return sum(len(trace["customdata"]) for trace in drawn(figure)["data"] if trace.get("marker", {}).get("opacity"))


def test_density_draws_every_food_that_has_both_figures():
    """12 of 259 have under 0.5 mg, no figure per 100 kcal, or both; they are counted."""
    figure = density_chart(food_frame(), mode="light")
    assert points(figure) == 259 - 12
    assert "Not drawn: 12 foods" in figure.layout.meta["subtitle"]


def test_families_differ_in_shape_and_in_color():
    """Five shapes, each with a color of its own."""
    traces = [trace for trace in drawn(density_chart(food_frame(), mode="dark"))["data"] if trace["mode"] == "markers"]
    assert len({trace["marker"]["symbol"] for trace in traces}) == 5
    assert len({trace["marker"]["color"] for trace in traces}) == 5


@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_size_and_mode_names_the_leaders(size, mode):
    """Hemp seeds lead per serving, Swiss chard per 100 kcal (86 mg in 20 kcal): both are named in the plot."""
    figure = density_chart(food_frame(), mode=mode, size=size)
    names = [name.strip() for name in drawn(figure)["data"][-1]["text"]]
    assert "Swiss chard" in names and "hemp seeds" in names
    assert len(names) == len(set(names))


def test_names_never_meet_and_what_has_no_room_stays_unnamed():
    """Of three foods on one spot one is named to the right, one to the left, the third not at all."""
    places = place_labels([(100, 50)] * 3, ["one", "two", "six"], size=(200, 100), char_px=7, line_px=16)
    assert places == ["middle right", "middle left", None]


@pytest.mark.parametrize(
    ("point", "expected"),
    [((10, 50), "middle right"), ((190, 50), "middle left"), ((100, 50), "middle right")],
)
def test_a_name_stays_inside_the_plot(point, expected):
    """At the right edge it goes left; with room on both sides, right."""
    assert place_labels([point], ["a name"], size=(200, 100), char_px=7, line_px=16) == [expected]


def test_a_blocked_place_is_left_free():
    """What is already written there is not covered."""
    assert place_labels(
        [(100, 50)], ["name"], size=(200, 100), char_px=7, line_px=16, blocked=[(105, 40, 200, 60)]
    ) == ["middle left"]


def test_spread_puts_each_food_in_the_row_of_its_group():
    """Rows by median, the highest on top; the named food is the one with most."""
    found = find_foods(food_frame(), Choice(groups=("Fruit", "Drinks", "Leafy greens")))
    figure = spread_chart(found, amount="serving", mode="light")
    shown = drawn(figure)
    assert shown["layout"]["yaxis"]["ticktext"] == ["Drinks", "Fruit", "Leafy greens"]
    assert [name.strip() for name in shown["data"][-1]["text"]] == ["coconut water", "prickly pear", "spinach"]
    assert points(figure) == 16 + 24 + 14


def test_a_group_of_one_food_claims_no_half():
    """Natto alone has 101 mg (115 mg per 100 g × 87.5 g)."""
    figure = spread_chart(find_foods(food_frame(), Choice(text="natto")), amount="serving", mode="light")
    assert figure.layout.meta["title"] == "Beans, lentils and soy: the one food has 101 mg per serving"


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_spread_names_every_group_at_every_size(size):
    """Beside the rows, or above them on a phone."""
    shown = drawn(spread_chart(food_frame(), amount="100g", mode="light", size=size))
    names = shown["data"][-1]["text"] if size == "narrow" else shown["layout"]["yaxis"]["ticktext"]
    assert len(names) == 14


@pytest.fixture
def many() -> pd.DataFrame:
    """800 foods in two groups: Low has 1 to 400 mg, High 201 to 600 mg, all at 100 kcal a serving."""
    low, high = list(range(1, 401)), list(range(201, 601))
    mg = np.array(low + high, dtype=float)
    names = [f"food {i}" for i in range(800)]
    return pd.DataFrame(
        {
            "name": names,
            "short_name": names,
            "group": ["Low"] * 400 + ["High"] * 400,
            "family": "other",
            "serving": "100 g",
            "serving_g": 100.0,
            "fdc_id": range(800),
            "magnesium_mg_per_serving": mg,
            "magnesium_mg_per_100g": mg,
            "magnesium_mg_per_100kcal": 601.0 - mg,
        },
        index=names,
    )


def test_the_median_of_very_many_foods_is_that_of_all_and_not_of_the_drawn(many):
    """High: 201 to 600 has a median of 400.5; a picture of the richest 600 alone would say more."""
    figure = spread_chart(many, amount="serving", mode="light")
    assert figure.layout.meta["title"] == "High: half have 400 mg per serving or more"
    assert "box the middle half" in figure.layout.meta["subtitle"]
    box = figure.data[0]
    assert list(box.base) == pytest.approx([300.75, 100.75]) and points(figure) == 2


def test_the_leaders_of_very_many_foods_are_those_of_all(many):
    """The one densest by energy (1 mg a serving, 600 mg per 100 kcal) is drawn and named though last per serving."""
    figure = density_chart(many, mode="light")
    assert figure.layout.meta["title"] == "Most per serving: food 799; most per 100 kcal: food 0"
    assert "Of 800 only those" in figure.layout.meta["subtitle"]
    assert points(figure) == 600
