"""A day built on the foods page: its link, its fields, its sum."""

import pytest

from tests.browser.views import DAY
from tests.pages.reading import titles


def day_of(page) -> list[str]:
    """The day in the address."""
    return page.query_params.get("day", [])


def test_a_linked_day_is_added_up_for_the_life_stage(app):
    """137.5 of 320 mg (women 31 to 50) is 43%; of 420 mg (men 31 to 50) 33%."""
    page = app("foods", tab="Build a day", day=DAY)
    assert not page.exception and not page.warning
    assert titles(page)[0] == "This day brings 138 mg from food, 43% of the RDA"
    assert any("EAR 265 mg, RDA 320 mg" in caption.value for caption in page.caption)
    page.get_by_key("sex").set_value("male").run()
    assert titles(page)[0] == "This day brings 138 mg from food, 33% of the RDA"


@pytest.mark.parametrize("bad", ["unicorn:1", "banana:-1", "banana:900", "banana:99999g", "banana", "sr-999:1"])
def test_a_bad_portion_is_named_and_the_rest_of_the_day_kept(app, no_release, bad):
    """One notice with the portion; the sum is that of the others, the address as well."""
    page = app("foods", tab="Build a day", day=[*DAY[:2], bad, *DAY[2:]])
    assert not page.exception
    assert len(page.warning) == 1 and bad in page.warning[0].value.replace("\\", "")
    assert titles(page)[0] == "This day brings 138 mg from food, 43% of the RDA"
    assert day_of(page) == DAY


def test_a_bad_portion_is_named_on_every_tab(app):
    """The notice does not wait for the tab."""
    page = app("foods", day="unicorn:1")
    assert len(page.warning) == 1 and "unicorn" in page.warning[0].value


def test_a_link_with_a_day_opens_it(app):
    """Without a tab in the link, and nothing is said to be kept where nothing is left; a tab in the link goes first."""
    page = app("foods", day="pumpkin-seeds:-3")
    assert "Nothing of the day is left" in page.warning[0].value and "No food in the day yet" in page.info[0].value
    assert titles(app("foods", day=DAY))[0] == "This day brings 138 mg from food, 43% of the RDA"
    assert titles(app("foods", day=DAY, tab="Contrast"))[0].startswith("Of 15 foods")


def test_amounts_are_told_as_multiples(app):
    """In the list and in the rows of the download: half an ounce of chia, two slices of bread."""
    page = app("foods", tab="Build a day", day=DAY)
    said = [element.value for element in page.markdown]
    assert "**White bread**, 2 × 1 slice: **13 mg**" in said
    assert any(caption.value.count("2 × 1 slice, 13 mg") for caption in page.caption)


def test_a_food_is_added_with_its_amount(app):
    """Half a serving of chia, then 200 g of it: 47.5 mg and 670 mg."""
    page = app("foods", tab="Build a day")
    page.get_by_key("add-food").set_value("chia-seeds")
    page.get_by_key("add-amount").set_value("half").run()
    page.get_by_key("add").click().run()
    assert titles(page)[0] == "This day brings 47 mg from food, 15% of the RDA"
    page.get_by_key("add-food").set_value("chia-seeds")
    page.get_by_key("add-amount").set_value("grams").run()
    page.get_by_key("add-grams").set_value("200").run()
    page.get_by_key("add").click().run()
    assert day_of(page) == ["chia-seeds:0.5", "chia-seeds:200g"]
    assert titles(page)[0] == "This day brings 717 mg from food, 224% of the RDA"  # 47.49 + 670


def test_adding_nothing_changes_nothing(app):
    """A message, no error."""
    page = app("foods", tab="Build a day")
    page.get_by_key("add").click().run()
    assert not page.exception and page.toast[0].value == "Choose a food first."
    assert page.info[0].value.startswith("No food in the day yet")


def test_amounts_change_and_foods_go(app):
    """Three slices of bread instead of two are 20 mg; without oatmeal 63.2 mg less."""
    page = app("foods", tab="Build a day", day=DAY)
    page.get_by_key("amount-white-bread-servings").set_value("3").run()
    assert titles(page)[0] == "This day brings 144 mg from food, 45% of the RDA"
    page.get_by_key("remove-amount-oatmeal-cooked-with-water-servings").click().run()
    assert titles(page)[0] == "This day brings 81 mg from food, 25% of the RDA"
    assert day_of(page) == ["white-bread:3", "chia-seeds:0.5", "banana:50g"]


def test_the_day_is_emptied_and_an_example_offered(app):
    """Reset leaves nothing in the address; the example is a full day, 284 mg in 1,889 kcal."""
    page = app("foods", tab="Build a day", day=DAY)
    page.get_by_key("reset").click().run()
    assert day_of(page) == [] and "No food in the day yet" in page.info[0].value
    page.get_by_key("example").click().run()
    assert titles(page)[0] == "This day brings 284 mg from food, 89% of the RDA"
    assert any("all 10 foods; together 1,889 kcal" in caption.value for caption in page.caption)


def test_the_day_outlives_a_visit_to_another_page(app):
    """Away and back, and it is in the address again."""
    page = app("foods", tab="Build a day", day=DAY)
    page.switch_page("pages/sources.py").run()
    page.query_params.clear()
    page.switch_page("pages/foods.py").run()
    assert day_of(page) == DAY


def test_three_foods_would_close_the_gap_and_one_click_adds_them(app):
    """182 mg short: Swiss chard is one of three that do it together."""
    page = app("foods", tab="Build a day", day=DAY)
    assert any(said.value.startswith("**182 mg to go.** One serving of each of these three") for said in page.markdown)
    page.get_by_key("take-swiss-chard-boiled").click().run()
    assert day_of(page)[-1] == "swiss-chard-boiled:1"
    assert titles(page)[0] == "This day brings 213 mg from food, 66% of the RDA"  # 137.5 + 75.25


def test_the_suggestions_follow_the_filters(app):
    """Fruit alone: not even the three richest do it; with an impossible filter that is said."""
    page = app("foods", tab="Build a day", day=DAY, group="Fruit")
    assert any("Even the three richest" in said.value for said in page.markdown)
    page = app("foods", tab="Build a day", day=DAY, q="tofoo")
    assert "182 mg to go, and no food with magnesium matches “tofoo”" in page.info[0].value


def test_a_supplement_has_its_own_row_and_its_reason(app):
    """400 mg is above both limits; the food is told without it, and the goal, which counts both, with it: 537.5 of 320 mg."""
    page = app("foods", tab="Build a day", day=DAY, pill="400")
    assert titles(page)[0] == "This day brings 138 mg from food, 43% of the RDA"
    said = " ".join(element.value for element in [*page.caption, *page.markdown])
    assert "EU upper level: SCF, kept by EFSA" in said
    assert "Food and supplements together: 538 mg, 168% of the RDA, which counts both." in said
    assert "above the US upper limit of 350 mg and the EU upper limit of 250 mg" in said
    assert "magnesium in food has none" in said and "kidney disease" in said


def test_the_amount_starts_anew_with_each_food(app):
    """Two servings of bread; the banana after it goes in once."""
    page = app("foods", tab="Build a day")
    page.get_by_key("add-food").set_value("white-bread")
    page.get_by_key("add-amount").set_value("two")
    page.get_by_key("add").click().run()
    page.get_by_key("add-food").set_value("banana")
    page.get_by_key("add").click().run()
    assert day_of(page) == ["white-bread:2", "banana:1"]


def test_a_reached_goal_suggests_nothing(app):
    """Two servings of hemp seeds are 420 mg."""
    page = app("foods", tab="Build a day", day="hemp-seeds-hulled:2")
    assert any(said.value.startswith("Nothing is missing") for said in page.markdown)


def test_a_day_of_the_whole_release_tells_what_was_not_measured(app, release):
    """The tofu without a value makes the sum a lower bound."""
    page = app("foods", tab="Build a day", day=["sr-173762:1", "sr-174291:100g"])
    assert not page.warning
    assert titles(page)[0] == "This day brings at least 53 mg from food, 17% of the RDA"
    assert any("counts 1 of 2 foods" in caption.value for caption in page.caption)
