"""The search: what is found, in which order, and what is offered where nothing is."""

import pytest

from data.base import RecordError
from data.foods import food_frame
from exhibits.find import index
from exhibits.find.entry import KINDS
from exhibits.find.index import MAKERS, Answer, found_under, load_entries, near, readable_kinds, search
from exhibits.find.pages import asked


def found(text: str) -> Answer:
    """What a text finds in everything."""
    return search(text, tuple(KINDS))


def names(text: str, kind: str) -> list[str]:
    """The names found of a kind."""
    return [entry.name for entry in found(text).found.get(kind, [])]


def test_every_kind_has_entries_and_nothing_is_at_fault():
    """Each kind that is named is made, in whole."""
    assert set(MAKERS) == set(KINDS)
    assert readable_kinds() == (tuple(KINDS), {})
    assert [kind for kind in KINDS if not load_entries(kind)] == []
    assert len(load_entries("food")) == len(food_frame())


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_is_found_by_its_own_name(kind):
    """As the first of its kind, or beside others of the same name."""
    for entry in load_entries(kind):
        answer = search(asked(entry.name.replace(",", " ")), (kind,))
        assert answer.all_words and entry in answer.found[kind], entry.name
        first = answer.found[kind][0]
        assert first.name == entry.name or entry in answer.found[kind][:5], (entry.name, first.name)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("J03", "claim", "J03: "),
        ("j03", "claim", "J03: "),
        ("kidney", "group", "Kidney impairment"),
        ("almonds", "food", "Almonds, raw"),
        ("garbanzo", "food", "Chickpeas"),
        ("cipro", "medicine", "Ciprofloxacin"),
        ("doxycyclines", "medicine", "Tetracycline"),
        ("coeliac", "group", "Gut disease"),
        ("Crohn’s", "group", "Gut disease"),
        ("hypomagnesaemia", "term", "Hypomagnesemia"),
        ("odds ratios", "term", "Odds ratio"),
        ("vitamin d", "group", "Vitamin D deficiency"),
        ("MgO", "form", "Magnesium oxide"),
        ("RDA pregnant 33", "target", "Women, 31 to 50, pregnant"),
        ("RDA men 71", "target", "Men, 71 and over"),
        ("garrison 2020 cramps", "study", "Garrison 2020"),
        ("how much magnesium is in almonds?", "food", "Almonds, raw"),
        ("rich sources", "exhibit", "Foods ranked by magnesium"),
        ("neuropathy curve", "exhibit", "Every analysis of neuropathy"),
    ],
)
def test_the_first_result(text, kind, name):
    """The first of the first kind, whatever the case, the spelling and the words around it."""
    answer = found(text)
    assert next(iter(answer.found)) == kind
    assert answer.found[kind][0].name.startswith(name)


@pytest.mark.parametrize("text", ["leg cramps", "muscle cramps", "does magnesium help cramps", "Garrison"])
def test_a_question_is_found_by_its_words_and_by_its_studies(text):
    """What people have, who studied it, and the question as it is asked; its verdict stands beside it."""
    asked = {entry.name: entry for entry in found(text).found["question"]}
    assert asked["Does magnesium help muscle cramps?"].about.startswith("Probably not")


def test_a_medicine_is_found_by_names_alone():
    """ "Iron" is no spironolactone, and an effect finds no medicine."""
    assert [name for name in names("iron", "medicine") if "spironolactone" in name] == []
    assert names("drowsiness", "medicine") == []


def test_what_other_name_found_it_is_told():
    """Only where its own name does not say why it is there."""
    medicine = found("levofloxacin").found["medicine"][0]
    assert found_under(medicine, "levofloxacin") == ("levofloxacin",)
    assert found_under(medicine, "quinolone") == ()


def test_all_words_must_be_there_and_a_comma_means_or():
    """Both parts are found, each with all its words."""
    both, one, other = (found(text).total for text in ("spinach boiled, kiwi", "boiled spinach", "kiwi"))
    assert max(one, other) <= both <= one + other
    assert found(" , ").total == found("").total == 0


def test_where_nothing_has_all_words_those_with_most_are_found():
    """And it is said; less than half of the words find nothing."""
    answer = found("almonds spironolactone")
    assert not answer.all_words and {"food", "medicine"} <= set(answer.found)
    assert found("almonds qqq").total and not found("almonds qqq").all_words
    assert found("almonds qqq zzz").total == 0


def test_a_single_letter_must_be_a_word():
    """Or it would find nearly everything."""
    assert 0 < found("p").total < 60
    assert 0 < found("vitamin d").total < 30


def test_words_much_alike_are_offered_where_nothing_is_found():
    """A slip of the finger; a word that is like none gets no offer."""
    kinds = tuple(KINDS)
    assert near("almnds", kinds)[0] == "almonds"
    assert "diabetes" in near("diabtes", kinds)
    assert near("xylophone qq", kinds) == ()
    assert near("almonds", kinds) == ()


def test_a_file_at_fault_takes_its_kind_alone(monkeypatch, tmp_path):
    """The other kinds are searched; what is wrong is told."""

    def broken():
        raise RecordError(tmp_path / "claims.yml", "j01", "verdict", "is 'odd'")

    load_entries.cache_clear()
    monkeypatch.setitem(index.MAKERS, "claim", broken)
    good, faults = readable_kinds()
    assert set(KINDS) - set(good) == {"claim"} == set(faults)
    assert "claims.yml, record 'j01'" in faults["claim"]
    assert search("almonds", good).found["food"]
    load_entries.cache_clear()
