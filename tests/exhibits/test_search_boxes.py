"""Every search box of the site compares words in one and the same way."""

import unicodedata
from collections.abc import Callable

import pytest

from data.food_search import Choice, find_foods
from data.foods import food_frame
from data.search import EMPTY, forms, said_in, words
from exhibits.catalog import catalog
from exhibits.evidence.found_claims import ClaimsChoices, found_claims
from exhibits.evidence.studies import StudiesChoices, found_studies
from exhibits.find.entry import KINDS
from exhibits.find.index import index, near, search
from exhibits.foods.selection import FoodChoices, tries_for
from exhibits.medicine_choices import MedicineChoices
from exhibits.risk.selection import GroupChoices
from exhibits.searched import Box
from exhibits.sources.bibliography import BibliographyChoices
from exhibits.sources.bibliography import found as found_sources
from exhibits.sources.glossary import GlossaryChoices
from exhibits.sources.glossary import found as found_terms
from exhibits.supplements.compounds import CompoundChoices


def foods(text: str) -> list[str]:
    """Foods by name."""
    return find_foods(food_frame(), Choice(text=text))["name"].tolist()


def everywhere(text: str) -> list[str]:
    """What Find has, where it has all the words."""
    answer = search(text, tuple(KINDS))
    return [one.name for some in answer.found.values() for one in some] if answer.all_words else []


FINDS: dict[str, Callable[[str], list[str]]] = {
    "foods": foods,
    "claims": lambda text: [claim.code for claim in found_claims(ClaimsChoices(q=text))],
    "studies": lambda text: [study.key for study in found_studies(StudiesChoices(q=text))],
    "sources": lambda text: list(found_sources(BibliographyChoices(q=text))),
    "medicines": lambda text: list(MedicineChoices(drug=text).found),
    "groups": lambda text: list(GroupChoices(find=text).found),
    "forms": lambda text: list(CompoundChoices(find=text).found),
    "glossary": lambda text: [term.term for term in found_terms(GlossaryChoices(q=text))],
    "find": everywhere,
}
BOXES: dict[str, Box] = {
    "foods": FoodChoices.control("q").box,
    "claims": ClaimsChoices.control("q").box,
    "studies": StudiesChoices.control("q").box,
    "sources": BibliographyChoices.control("q").box,
    "medicines": MedicineChoices.control("drug").box,
    "groups": GroupChoices.control("find").box,
    "forms": CompoundChoices.control("find").box,
    "glossary": GlossaryChoices.control("q").box,
}
SAMPLE = 23  # every so many words of a box are tried


def test_every_search_of_the_catalog_has_a_box_that_is_tested_here():
    """But Find, which has an index of its own, made of the same words."""
    boxes = {
        exhibit.choices.control(name).box
        for exhibit in catalog().values()
        for name in exhibit.choices.model_fields
        if exhibit.choices.control(name).label == "Search"
    }
    assert boxes == {*BOXES.values(), None}
    assert len(FINDS) == len(BOXES) + 1


def sample(box: str) -> list[str]:
    """Some words of a box, as its records write them."""
    made = BOXES[box].index()[0] if box in BOXES else index(tuple(KINDS)).words
    known = sorted(word for word in made.spelled if len(word) > 4 and word.isalpha() and word not in EMPTY)
    known = [word for word in known if (word,) not in made.others]
    return known[:: max(1, len(known) // SAMPLE)]


@pytest.mark.parametrize("box", FINDS)
def test_a_word_is_found_however_it_is_written(box):
    """In capitals, with a possessive s as phones write it, with an accent, taken apart or not, in quotes."""
    for word in sample(box):
        expected = FINDS[box](word)
        assert expected, word
        accented = word[0] + unicodedata.normalize("NFD", "é")[1] + word[1:]
        for written in (word.upper(), f"{word}’s", f"{word}'s", accented, f" “{word}” ", f"{word},", f"–{word}—"):
            assert FINDS[box](written) == expected, (word, written)


@pytest.mark.parametrize("box", FINDS)
def test_singular_and_plural_find_each_other(box):
    """A word and the same with an s have what the other has."""
    for word in sample(box):
        if word.endswith("s") or word.endswith(("y", "x", "h", "o", "z")):
            continue
        one, many = set(FINDS[box](word)), set(FINDS[box](f"{word}s"))
        assert many and many <= one, word


@pytest.mark.parametrize("box", FINDS)
def test_the_beginning_of_a_word_finds_it_and_its_middle_does_not(box):
    """What a box finds has a word that begins so, in one of its forms."""
    made = BOXES[box].index()[0] if box in BOXES else index(tuple(KINDS)).words
    for word in sample(box):
        assert set(FINDS[box](word)) <= set(FINDS[box](word[:6])), word
        middle = word[1:]
        begun = any(known.startswith(form) for form in forms(middle) for known in made.vocabulary)
        assert bool(FINDS[box](middle)) == begun, middle


@pytest.mark.parametrize("box", FINDS)
def test_a_slip_of_the_finger_is_offered_the_word(box):
    """Never found as if it had been meant, and what is offered is found."""
    tries = {box: lambda text, box=box: BOXES[box].tries(text) for box in BOXES}
    tries |= {"find": lambda text: near(text, tuple(KINDS)), "foods": lambda text: tries_for(FoodChoices(q=text))}
    offered = 0
    for word in [word for word in sample(box) if len(word) > 6]:
        slip = word[:3] + word[4:]
        if FINDS[box](slip):
            continue
        told = tries[box](slip)
        assert all(FINDS[box](one) for one in told), slip
        offered += any(set(FINDS[box](word)) & set(FINDS[box](one)) for one in told)
        assert tries[box](word) == (), word
    assert offered > 5, box


@pytest.mark.parametrize(
    ("box", "text", "same_as"),
    [
        ("foods", "yoghurts", "yogurt"),
        ("foods", "strawberry", "strawberries"),
        ("foods", "raspberry", "raspberries"),
        ("foods", "minced beef", "ground beef"),
        ("foods", "porridge", "oatmeal"),
        ("foods", "crisps", "potato chips"),
        ("foods", "soyabeans", "soybeans"),
        ("groups", "Crohn’s disease", "Crohn's disease"),
        ("groups", "diarrhoea", "diarrhea"),
        ("groups", "haemodialysis", "hemodialysis"),
        ("groups", "alcoholics", "alcoholic"),
        ("groups", "laxative", "laxatives"),
        ("groups", "type-2 diabetes", "type 2 diabetes"),
        ("medicines", "tetracyclines", "tetracycline"),
        ("medicines", "ferrous sulphate", "ferrous sulfate"),
        ("medicines", "PPI", "PPIs"),
        ("forms", "Epsom salts", "epsom salt"),
        ("forms", "citrates", "citrate"),
        ("forms", "sulphate", "sulfate"),
        ("claims", "bioavailability", "absorbed"),
        ("claims", "best absorbed", "absorbed"),
        ("sources", "Koseoglu", "Köseoğlu"),
        ("sources", "Tramer", "Tramèr"),
        ("sources", "doi:10.1007/s00296-011-2334-8", "10.1007/s00296-011-2334-8"),
        ("sources", "https://doi.org/10.1007/s00296-011-2334-8", "10.1007/s00296-011-2334-8"),
        ("sources", "http://dx.doi.org/10.1007%2Fs00296-011-2334-8", "10.1007/s00296-011-2334-8"),
        ("studies", "https://doi.org/10.1002/14651858.CD009402.pub3", "10.1002/14651858.CD009402.pub3"),
        ("glossary", "odds ratios", "odds ratio"),
        ("find", "haemodialysis", "hemodialysis"),
        ("find", "https://doi.org/10.1007/s00296-011-2334-8", "10.1007/s00296-011-2334-8"),
    ],
)
def test_other_ways_to_write_the_same(box, text, same_as):
    """As readers were seen to type it."""
    assert FINDS[box](text) == FINDS[box](same_as) != []


@pytest.mark.parametrize(
    ("box", "text", "found"),
    [
        ("foods", "tea", ["Black tea, brewed", "Green tea, brewed"]),
        ("foods", "egg", ["Egg noodles, cooked", "Egg, hard-boiled"]),
        ("foods", "crisps", ["Potato chips, salted"]),
        ("medicines", "iron", ["other-binding"]),
        ("medicines", "ACE", ["other-medicines"]),
        ("groups", "ED", []),
        ("forms", "oxide", ["oxide"]),
        ("sources", "doi:10.1007/s00296-011-2334-8", ["bagis_2013"]),
    ],
)
def test_nothing_is_found_that_only_has_the_letters(box, text, found):
    """No steak for tea, no spironolactone for iron, no compound that is merely compared with the oxide."""
    assert FINDS[box](text) == found


@pytest.mark.parametrize(
    ("text", "first"), [("oil", "Olive oil"), ("water", "Coconut water"), ("butter", "Almond butter, no salt")]
)
def test_foods_that_are_called_so_come_first(text, first):
    """Those that only mention the word, or begin with it, stand behind: watermelon behind water."""
    found = foods(text)
    assert found[0] == first
    heads = [set(words(name.partition(",")[0])) & set(forms(text)) != set() for name in found]
    assert heads == sorted(heads, reverse=True)


def test_a_group_of_foods_counts_where_it_is_meant():
    """ "Fruit" is the group; "egg" finds no yogurt among dairy and eggs; "leafy" is in a group's name alone."""
    assert len(foods("fruit")) == 24
    assert not any("yogurt" in name for name in foods("egg"))
    assert "Spinach, boiled" in foods("leafy")


def test_words_that_hold_a_question_together_are_left_out():
    """Unless there is nothing else."""
    assert FINDS["glossary"]("what is a confidence interval") == FINDS["glossary"]("confidence interval")
    assert said_in("https://doi.org/10.1000/a-b") == ["10", "1000", "a", "b"]


def test_parts_of_a_text_are_offered_where_all_of_it_finds_nothing():
    """Oat milk is not in the table; oats and milk are."""
    assert tries_for(FoodChoices(q="oat milk")) == ("oat", "milk")
    assert tries_for(FoodChoices(q="豆腐")) == ()
