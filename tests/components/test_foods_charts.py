"""The charts of foods: what is drawn, and that every title stays true."""

import json

import pytest

from components.charts.foods import Aim, food_bars, milligrams, share
from data.foods import Choice, find_foods, food_frame

DV = Aim("the Daily Value", "DV", 420)


def bars(choice: Choice = Choice(), *, aim: Aim = DV, shown: int = 12, mode: str = "light", size: str = "wide"):  # noqa: B008
    """The ranked bars of a choice, as plain JSON."""
    found = find_foods(food_frame(), choice)
    figure = food_bars(found, amount=choice.amount, aim=aim, order=choice.order, shown=shown, mode=mode, size=size)
    return figure, json.loads(figure.to_json(engine="json"))


def test_the_title_is_the_leaders_share_of_the_target():
    """Hemp seeds: 700 mg per 100 g, 30 g a serving: 210 of 420 mg is 50%, of an RDA of 320 mg 66%."""
    figure, _ = bars()
    assert figure.layout.meta["title"] == "One serving of hemp seeds covers 50% of the Daily Value"
    figure, _ = bars(aim=Aim("the RDA for women, 31 to 50", "RDA", 320))
    assert figure.layout.meta["title"] == "One serving of hemp seeds covers 66% of the RDA for women, 31 to 50"


@pytest.mark.parametrize(
    ("choice", "title"),
    [
        (Choice(amount="100g", groups=("Fruit",)), "Prickly pear: 85 mg of magnesium per 100 g"),
        (Choice(amount="100kcal", groups=("Fruit",)), "Prickly pear: 207 mg of magnesium per 100 kcal"),
        (Choice(order="least", groups=("Meat and poultry",)), "Least magnesium per serving: 5 to 27 mg in 11 foods"),
        (Choice(order="name", text="rice"), "Magnesium per serving, 6 foods in order of name"),
        (Choice(text="olive oil"), "Less than 1 mg of magnesium per serving in this food"),
    ],
)
def test_the_title_holds_under_every_filter(choice, title):
    """The finding, or what is shown where there is no finding."""
    figure, _ = bars(choice)
    assert figure.layout.meta["title"] == title


def test_traces_are_no_finding():
    """Butter has 0.3 mg a serving, olive oil 0: no share of anything is claimed."""
    two = food_frame().loc[["butter-salted", "olive-oil"]]
    figure = food_bars(two, amount="serving", aim=DV, order="most", shown=12, mode="light", size="wide")
    assert figure.layout.meta["title"] == "Less than 1 mg of magnesium per serving in all 2 foods"


def test_no_title_is_longer_than_80_characters():
    """Each food in turn as the only one, for the longest name of a target."""
    longest = Aim("the RDA for women, 31 to 50, breastfeeding", "RDA", 320)
    foods = food_frame()
    for amount in ("serving", "100g"):
        for place in range(len(foods)):
            figure = food_bars(
                foods.iloc[[place]], amount=amount, aim=longest, order="most", shown=12, mode="light", size="wide"
            )
            assert len(figure.layout.meta["title"]) <= 80, figure.layout.meta["title"]


def test_bars_stand_in_the_order_given_with_value_and_share():
    """The first bar is the topmost; beside it its milligrams and percent."""
    _, drawn = bars(Choice(text="salmon"), shown=3)
    bar, values = drawn["data"][0], drawn["data"][1]
    assert drawn["layout"]["yaxis"]["ticktext"][0].startswith("Salmon, Atlantic, wild, cooked")
    assert len(drawn["layout"]["yaxis"]["ticktext"]) == 3
    assert "<b>31 mg</b>  7%" in values["text"][0]  # 37 mg per 100 g × 85 g = 31.5 mg; of 420 mg 7.5%
    assert bar["orientation"] == "h"


def test_hover_tells_serving_grams_and_source_id():
    """Nothing on hover that the table does not have, but these at least."""
    _, drawn = bars(Choice(text="chia"))
    told = drawn["data"][0]["customdata"][0]
    assert "1 oz (about 2 tablespoons), 28 g" in told and "FoodData Central 170554" in told


def test_foods_without_a_figure_are_counted_and_left_out():
    """Of 16 drinks, six have too little energy for a figure per 100 kcal."""
    figure, drawn = bars(Choice(groups=("Drinks",), amount="100kcal"), shown=48)
    assert len(drawn["layout"]["yaxis"]["ticktext"]) == 10
    assert "left out: 6 foods" in figure.layout.meta["subtitle"]


def test_reference_lines_stand_only_where_bars_reach():
    """25% and 50% of 420 mg for hemp seeds (210 mg); none for meat (27 mg at most)."""
    assert len(bars()[1]["layout"]["shapes"]) == 2
    assert not bars(Choice(groups=("Meat and poultry",)))[1]["layout"].get("shapes")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
def test_every_size_and_mode_has_its_words_and_its_names(size, mode):
    """Names beside the bars, or above them on a phone; never lost."""
    figure, drawn = bars(size=size, mode=mode)
    assert {"title", "subtitle", "source", "alt"} <= set(figure.layout.meta)
    names = drawn["data"][3]["text"] if size == "narrow" else drawn["layout"]["yaxis"]["ticktext"]
    assert sum("Brazil nuts" in name for name in names) == 1
    assert figure.layout.paper_bgcolor == {"light": "#FFFFFF", "dark": "#11181F"}[mode]


@pytest.mark.parametrize(
    ("mg", "said"), [(0, "0 mg"), (0.3, "under 1 mg"), (0.5, "0 mg"), (7.4, "7 mg"), (1210.2, "1,210 mg")]
)
def test_milligrams_are_whole_and_a_trace_is_no_zero(mg, said):
    """As the tables can bear it."""
    assert milligrams(mg) == said


@pytest.mark.parametrize(("mg", "said"), [(0, "0%"), (1, "under 1%"), (4.2, "1%"), (155.9, "37%"), (840, "200%")])
def test_shares_are_whole_percent_of_the_target(mg, said):
    """Of 420 mg; 155.9 mg is 37.1%."""
    assert share(mg, DV) == said
