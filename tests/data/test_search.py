"""A search box wants all words, and takes a comma for "or"."""

import pytest

from data.foods import Choice, find_foods, food_frame
from data.search import alternatives, mentions


def test_parts_between_commas():
    """Blanks, doubled commas and one at the end while typing go."""
    assert alternatives(" almonds,, black beans , ") == ["almonds", "black beans"]
    assert alternatives(" , ") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", True),
        ("DOXY", True),
        ("thyroid, doxy", True),
        ("thyroid, iron", False),
        (",", True),
        ("cycline, with", True),
        ("food doxy", True),
        ("food thyroid", False),
        ("thyroid iron, food doxy", True),
    ],
)
def test_a_text_mentions_any_part(text, found):
    """Whatever the case and order of the words; a phrase with its own comma is found as it stands."""
    assert mentions("Doxycycline, with food", text) is found


def test_a_lone_comma_hides_nothing():
    """As while typing the second word."""
    assert mentions("Thyroid tablets", ", ")


def test_commas_in_a_search_for_foods():
    """Almonds or kiwis; "Spinach, boiled" is the name of one food and finds no other boiled one."""
    names = set(find_foods(food_frame(), Choice(text="almonds raw, kiwi"))["name"])
    assert "Almonds, raw" in names and any("iwi" in name for name in names)
    assert all("lmond" in name or "iwi" in name for name in names)
    assert find_foods(food_frame(), Choice(text="spinach, boiled"))["name"].tolist() == ["Spinach, boiled"]
