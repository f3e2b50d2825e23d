"""A search box wants all words, and takes a comma for "or"."""

import pytest

from data.foods import Choice, find_foods, food_frame
from data.search import alternatives, begins, forms, mentions, names, words


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
    found = set(find_foods(food_frame(), Choice(text="almonds raw, kiwi"))["name"])
    assert "Almonds, raw" in found and any("iwi" in name for name in found)
    assert all("lmond" in name or "iwi" in name for name in found)
    assert find_foods(food_frame(), Choice(text="spinach, boiled"))["name"].tolist() == ["Spinach, boiled"]


def test_words_are_compared_without_case_accents_and_signs():
    """Neither a possessive s nor a hyphen nor an underscore is a part of a word."""
    assert words("Sjögren’s L-threonate, garrison_2020 (Crohn's)") == [
        "sjogren",
        "l",
        "threonate",
        "garrison",
        "2020",
        "crohn",
    ]
    assert words("½ µg Mg²⁺") == ["1", "2", "μg", "mg2"]
    assert words(" –, ") == []


@pytest.mark.parametrize(
    ("sought", "known", "begun"),
    [
        ("almond", "almonds", True),
        ("almonds", "almond", True),
        ("berries", "berry", True),
        ("berry", "berries", True),
        ("tomatoes", "tomato", True),
        ("anaemia", "anemia", True),
        ("hypomagnesaem", "hypomagnesemia", True),
        ("oedemas", "edema", True),
        ("edema", "oedema", True),
        ("iron", "spironolactone", False),
        ("toes", "toe", True),
        ("algae", "alge", False),
        ("stress", "stres", False),
        ("ss", "s", False),
    ],
)
def test_a_word_begins_another_in_any_of_its_forms(sought, known, begun):
    """Singular or plural, as Americans or Britons spell it; never from its middle."""
    assert begins(sought, known) is begun


def test_the_forms_of_a_word():
    """The word itself comes first; one that has no other form stands alone."""
    assert forms("oedemas") == ("oedemas", "oedema", "edema")
    assert forms("iron") == ("iron",)


@pytest.mark.parametrize("text", ["frusemide, Coeliac", "celiac disease", "COELIAC diseases"])
def test_names_are_found_in_either_spelling(text):
    """A reader's own spelling finds a name."""
    assert names("Gut disease: celiac disease", text)
    assert not names("Gut disease: celiac disease", "liac")
