"""The exhibits of foods by their addresses, and what they say of themselves."""

import json
from pathlib import Path

import pytest

from data.sources import load_sources
from exhibits import catalog
from exhibits.choices import ChoiceError
from exhibits.foods.bars import FOOD_BARS, BarsChoices
from exhibits.foods.groups import FOOD_GROUPS, FoodChoices

FOODS = {key: shown for key, shown in catalog.catalog().items() if shown.page == "foods"}
PACKAGE = json.loads((Path(__file__).parents[3] / "data" / "datapackage.json").read_text(encoding="utf-8"))


def test_the_catalog_has_them_all():
    """Under the keys of the page's charts."""
    ends = {"bars", "density", "groups", "comparison", "day", "named", "whole", "cooked"}
    assert set(FOODS) == {f"food-{end}" for end in ends}


@pytest.mark.parametrize("shown", FOODS.values(), ids=list(FOODS))
def test_each_names_its_sources_and_its_tables(shown):
    """Those that the bibliography and the data package have."""
    assert set(shown.sources_of(shown.choices())) <= load_sources().keys()
    assert set(shown.rests_on) <= {table["name"] for table in PACKAGE["resources"]}


def test_an_old_link_is_read_and_written_again():
    """Labels as the reader sees them; keys as the command line gives them."""
    link = {"q": ["bread"], "per": ["100 g"], "group": ["Whole grains"], "diet": ["Vegetarian"], "sex": ["Men"]}
    chosen = BarsChoices.read({**link, "order": ["Name"], "target": ["My RDA"]})
    keyed = {"q": ["bread"], "per": ["100g"], "group": ["Whole grains"], "diet": ["vegetarian"], "sex": ["male"]}
    assert chosen == BarsChoices.read({**keyed, "order": ["name"], "target": ["rda"]})
    again = FOOD_BARS.address(chosen)
    assert again.pop("tab") == "Find"
    assert BarsChoices.read({name: [text] if isinstance(text, str) else text for name, text in again.items()}) == chosen


def test_the_address_opens_the_picture_in_its_tab():
    """Without `picture` the tab would open on the other one."""
    assert catalog.link(FOOD_GROUPS, FoodChoices(per="100g")) == "/foods?tab=See&picture=Groups&per=100+g"


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("group", "Vegetables", "Nuts and seeds, Beans, lentils and soy, "),
        ("diet", "Paleo", "vegan, vegetarian, gluten_free, nut_free, dairy_free"),
        ("per", "ounce", "serving, 100g, 100kcal"),
        ("least", "-5", "a number from 0 to 1000"),
        ("kcal", "lots", "a number from 0 to 2000"),
        ("q", "x" * 201, "up to 200 characters"),
    ],
)
def test_a_bad_value_is_named_with_what_is_allowed(name, value, allowed):
    """The command line and the address say the same."""
    with pytest.raises(ChoiceError, match=allowed) as raised:
        BarsChoices.read({name: [value]})
    assert str(raised.value).startswith(f"{name}: '{value[:40]}")
