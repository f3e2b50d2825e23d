"""A search box wants all words, and takes a comma for "or"."""

import pytest

from data.food_search import Choice, find_foods
from data.foods import food_frame
from data.search import Place, Words, alternatives, begins, forms, words


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
        ("cycline, ood", False),
        ("food doxy", True),
        ("food thyroid", False),
        ("thyroid iron, food doxy", True),
        ("?!", False),
    ],
)
def test_a_text_finds_any_part(text, found):
    """Whatever the case and order of the words; all of a part must be there, from the beginning of a word on."""
    assert bool(Words(["Doxycycline, with food"]).find(text)) is found


def test_a_short_word_is_rather_an_abbreviation():
    """ "ACE" finds acetate only where ACE stands nowhere."""
    assert set(Words(["ACE inhibitors", "acetate"]).find("ace")) == {0}
    assert set(Words(["inhibitors", "acetate"]).find("ace")) == {1}


def test_where_a_word_stands_is_told():
    """The record's own name first, a whole word before a beginning."""
    found = Words(["iron", "ironing", "zinc"], ["", "", "beside iron"]).find("iron tablets, iron")
    assert found == {0: Place(0, False), 1: Place(0, True), 2: Place(1, False)}


def test_other_names_are_put_into_the_records_own():
    """Two words for one, one for two, and the plural of either."""
    foods = Words(["Ground beef", "Potato chips"], other_names={"minced": "ground", "crisp": "potato chip"})
    assert set(foods.find("minced beef")) == {0}
    assert set(foods.find("crisps")) == {1}


def test_what_may_be_tried_instead():
    """Words written alike, then the words that are there; never what finds nothing."""
    foods = Words(["Almonds, raw", "Oats", "Milk", "Spinach, raw"])
    assert foods.tries("almnds") == ("almonds",)
    assert foods.tries("almnds raw") == ("almonds raw", "raw")
    assert foods.tries("oat milk") == ("oat", "milk")
    assert foods.tries("xylophone") == foods.tries("") == ()


def test_a_name_is_no_slip_for_another():
    """Three letters of eight are another word; two are a slip, and so are two that changed places."""
    words = Words(["Cumin", "Broccoli", "Almonds", "Levothyroxine"])
    assert words.tries("coumadin") == ()
    assert words.tries("brocolli") == ("broccoli",)
    assert words.tries("almnods") == ("almonds",)
    assert words.tries("levothyrosin") == ("levothyroxine",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("oat meal", {0}),
        ("oatmeal", {0}),
        ("wholewheat bread", {1}),
        ("whole wheat", {1}),
        ("wheat whole", {1}),
        ("wheatwhole", {1}),
        ("oat bread", set()),
        ("mealoat", set()),
        ("oa tmeal", {0}),
        ("seaweed", {2}),
        ("ice", set()),
        ("rice", {3}),
    ],
)
def test_a_word_written_as_two_and_two_as_one(text, found):
    """As a record writes them, and only where none has the words as they stand."""
    assert set(Words(["Oatmeal, cooked", "Bread, whole wheat", "Sea weed", "Rice"]).find(text)) == found


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
    assert forms("oedemas") == ("oedemas", "oedema", "edemas", "edema")
    assert forms("iron") == ("iron",)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("diarrhoea", "diarrhea"),
        ("haemodialysis", "hemodialysis"),
        ("oestrogen", "estrogen"),
        ("anaesthetic", "anesthetic"),
        ("sulphate", "sulfate"),
        ("ageing", "aging"),
        ("tumours", "tumor"),
        ("fibres", "fiber"),
        ("litre", "liter"),
        ("stabilised", "stabilized"),
        ("dialysed", "dialyzed"),
        ("labelled", "labeled"),
        ("aluminium", "aluminum"),
        ("behavioural", "behavioral"),
        ("sceptical", "skeptical"),
        ("yoghurt", "yogurt"),
    ],
)
def test_british_and_american_spelling_find_each_other(british, american):
    """Both ways."""
    assert Words([american]).find(british) and Words([british]).find(american)


@pytest.mark.parametrize(
    ("many", "one"),
    [("peaches", "peach"), ("radishes", "radish"), ("cookies", "cookie"), ("leaves", "leaf"), ("aches", "ache"),
     ("analyses", "analysis"), ("women", "woman"), ("doses", "dose"), ("feet", "foot"), ("biases", "bias")],
)  # fmt: skip
def test_singular_and_plural_find_each_other(many, one):
    """Regular or not."""
    assert Words([one]).find(many) and Words([many]).find(one)


@pytest.mark.parametrize("word", ["four", "flour", "sour", "rise", "glass", "kiwi"])
def test_a_word_that_only_looks_like_another_form_has_no_other(word):
    """No flor for flour."""
    assert forms(word) == (word,)


def test_a_part_of_a_list_that_finds_nothing_is_named():
    """Where others do; the comma of a name, as in "Spinach, boiled", is no list."""
    words = Words(["Almonds, raw", "Spinach, boiled"])
    assert words.missed("almonds, xyzzy, spinach") == ("xyzzy",)
    assert (
        words.missed("spinach, boiled")
        == words.missed("xyzzy, plugh")
        == words.missed("xyzzy")
        == words.missed("almonds, ")
        == ()
    )
