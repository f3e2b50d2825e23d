"""Ranked bars: what is drawn, that every title stays true, and what is said beside them."""

import pytest

from data.foods import food_frame
from exhibits.base import MODES, Look
from exhibits.foods.bars import NO_FIGURE, BarsChoices, empty, figure, food_bars, found_words, notes, table
from exhibits.foods.shared import milligrams, share
from exhibits.foods.target import Aim
from tests.exhibits.foods.helpers import DV, LIGHT, SIZES, drawn


def title(**chosen) -> str:
    """The title of the bars of these choices."""
    return figure(BarsChoices(**chosen), LIGHT).words["title"]


def test_the_title_is_the_leaders_share_of_the_target():
    """Hemp seeds: 700 mg per 100 g, 30 g a serving: 210 of 420 mg is 50%, of an RDA of 320 mg 66%."""
    assert title() == "One serving of hemp seeds covers 50% of the Daily Value"
    assert title(target="rda") == "One serving of hemp seeds covers 66% of the RDA for women, 31 to 50"


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"per": "100g", "group": ("Fruit",)}, "Prickly pear: 85 mg of magnesium per 100 g"),
        ({"per": "100kcal", "group": ("Fruit",)}, "Prickly pear: 207 mg of magnesium per 100 kcal"),
        ({"order": "least", "group": ("Meat and poultry",)}, "Least magnesium per serving: 5 to 27 mg in 11 foods"),
        ({"order": "name", "q": "rice"}, "Magnesium per serving, 6 foods in order of name"),
        ({"q": "Olive oil "}, "Less than 1 mg of magnesium per serving in this food"),
    ],
)
def test_the_title_holds_under_every_filter(chosen, said):
    """The finding, or what is shown where there is no finding."""
    assert title(**chosen) == said


def test_traces_are_no_finding():
    """Butter has 0.3 mg a serving, olive oil 0: no share of anything is claimed."""
    two = food_frame().loc[["butter-salted", "olive-oil"]]
    chart = food_bars(two, amount="serving", aim=DV, order="most", shown=12, look=LIGHT)
    assert chart.words["title"] == "Less than 1 mg of magnesium per serving in all 2 foods"


def test_no_title_is_longer_than_80_characters():
    """Each food in turn as the only one, for the longest name of a target."""
    longest = Aim("the RDA for women, 31 to 50, breastfeeding", "RDA", 320)
    foods = food_frame()
    for amount in ("serving", "100g"):
        for place in range(len(foods)):
            chart = food_bars(foods.iloc[[place]], amount=amount, aim=longest, order="most", shown=12, look=LIGHT)
            assert len(chart.words["title"]) <= 80, chart.words["title"]


def test_bars_stand_in_the_order_given_with_value_and_share():
    """The first bar is the topmost; beside it its milligrams and percent."""
    shown = drawn(figure(BarsChoices(q="salmon"), LIGHT))
    bar, values = shown["data"][0], shown["data"][1]
    assert shown["layout"]["yaxis"]["ticktext"][0].startswith("Salmon, Atlantic, wild, cooked")
    assert "<b>31 mg</b>  7%" in values["text"][0]  # 37 mg per 100 g × 85 g = 31.5 mg; of 420 mg 7.5%
    assert bar["orientation"] == "h"


def test_no_more_bars_than_asked_for():
    """Three of all foods; the subtitle counts both."""
    chart = food_bars(food_frame(), amount="serving", aim=DV, order="most", shown=3, look=LIGHT)
    assert len(drawn(chart)["layout"]["yaxis"]["ticktext"]) == 3
    assert "3 of 259 foods" in chart.words["subtitle"]


def test_hover_tells_serving_grams_and_source_id():
    """Nothing on hover that the table does not have, but these at least."""
    told = drawn(figure(BarsChoices(q="chia"), LIGHT))["data"][0]["customdata"][0]
    assert "1 oz (about 2 tablespoons), 28 g" in told and "FoodData Central 170554" in told


def test_foods_without_a_figure_are_counted_and_left_out():
    """Of 16 drinks, six have too little energy for a figure per 100 kcal."""
    chart = figure(BarsChoices(group=("Drinks",), per="100kcal", bars="48"), LIGHT)
    assert len(drawn(chart)["layout"]["yaxis"]["ticktext"]) == 10
    assert "left out: 6 foods" in chart.words["subtitle"]


def test_reference_lines_stand_only_where_bars_reach():
    """25% and 50% of 420 mg for hemp seeds (210 mg); none for meat (27 mg at most)."""
    assert len(drawn(figure(BarsChoices(), LIGHT))["layout"]["shapes"]) == 2
    assert not drawn(figure(BarsChoices(group=("Meat and poultry",)), LIGHT))["layout"].get("shapes")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("size", SIZES)
def test_every_size_and_mode_has_its_words_and_its_names(size, mode):
    """Names beside the bars, or above them on a phone; never lost."""
    chart = figure(BarsChoices(), Look(mode, size))
    shown = drawn(chart)
    assert {"title", "subtitle", "source", "alt"} <= set(chart.words)
    names = shown["data"][3]["text"] if size == "narrow" else shown["layout"]["yaxis"]["ticktext"]
    assert sum("Brazil nuts" in name for name in names) == 1
    assert chart.layout.paper_bgcolor == {"light": "#FFFFFF", "dark": "#11181F"}[mode]


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


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ({}, ""),
        ({"q": "tofoo", "diet": ("vegan",)}, "No food matches “tofoo”, vegan. Did you mean “tofu”"),
        ({"q": "bottled water", "per": "100kcal"}, NO_FIGURE),
    ],
)
def test_it_is_said_why_there_is_nothing_to_see(chosen, why):
    """No food, or foods without the figure asked for."""
    said = empty(BarsChoices(**chosen))
    assert said.startswith(why) and bool(said) is bool(why)


def test_the_table_has_every_food_found_with_the_share_of_the_target():
    """Chia, 95.0 mg a serving, is 23% of 420 mg and 30% of 320 mg."""
    rows = table(BarsChoices(q="chia"))
    assert rows["Magnesium per serving, mg"].tolist() == [95.0] and rows["Share of DV, %"].tolist() == [23]
    assert table(BarsChoices(q="chia", target="rda"))["Share of RDA, %"].tolist() == [30]
    assert len(table(BarsChoices())) == 259


def test_what_was_found_is_counted_and_said():
    """In the words of the filters; a diet by its name."""
    assert found_words(BarsChoices(group=("Fruit",))) == "24 foods, in fruit"
    assert found_words(BarsChoices(diet=("vegan", "nut_free"))) == "155 foods, nut-free, vegan"
    assert found_words(BarsChoices(q="natto")) == "1 food, “natto”"


def test_notes_are_told_where_few_foods_are_left():
    """Chia's has both figures; of all foods none is told."""
    assert len(notes(BarsChoices(q="chia"))) == 1 and "111 mg" in notes(BarsChoices(q="chia"))[0]
    assert notes(BarsChoices()) == []


def test_the_whole_release_is_filtered_by_usdas_categories(release):
    """Its groups are not ours: a group chosen before does not empty it."""
    chosen = BarsChoices(whole=True, q="nigari", category=("Legumes and Legume Products",), group=("Fruit",))
    assert found_words(chosen) == "2 foods, “nigari”, in legumes and legume products"
    assert "Tofu, hard, prepared with nigari" in table(chosen)["Food"].tolist()


def test_without_the_whole_release_our_list_is_shown(no_release):
    """A category chosen before does not filter it."""
    assert found_words(BarsChoices(whole=True, category=("Beverages",))) == "259 foods, all groups"


@pytest.mark.parametrize(
    ("q", "title"),
    [
        ("tofu", "Tofu (firm, set with calcium sulfate): 17% of the Daily Value per serving"),
        ("swiss chard", "One serving of Swiss chard (boiled) covers 18% of the Daily Value"),
        ("almond butter", "One serving of almond butter covers 21% of the Daily Value"),
        ("", "One serving of hemp seeds covers 50% of the Daily Value"),
    ],
)
def test_the_heading_tells_two_foods_of_one_name_apart(q, title):
    """Another tofu has 11%."""
    assert figure(BarsChoices(q=q), Look()).words["title"] == title
