"""The cards of forms and of absorption, and the list of the skin: every record is there."""

import pytest

from data.supplements import load_absorption, load_forms, load_not_found, load_salts, load_topical
from exhibits.base import Look
from exhibits.supplements.absorption import ABSORPTION, NO_STUDY, AbsorptionChoices, not_found
from exhibits.supplements.compounds import CompoundChoices
from exhibits.supplements.form_cards import FORM_CARDS
from exhibits.supplements.skin import SKIN
from tests.exhibits.supplements.helpers import headings, told


def test_every_form_and_compound_is_there():
    """20 compounds in the table, 13 forms as cards, of which one says that no study was read."""
    markup = FORM_CARDS.figure(CompoundChoices(), Look())
    rows = FORM_CARDS.table(CompoundChoices())
    assert set(rows["Compound"]) == {salt.name for salt in load_salts().values()} and len(rows) == 20
    assert len(headings(markup)) == 13
    for form in load_forms().values():
        for words in (form.name, form.typical_use, form.gut_tolerance, form.caveat, form.absorbed[1:]):
            assert (words or "") in told(markup), form.key
    assert "No study of this form was read; only its magnesium content is given." in told(markup)
    assert markup.words["title"] == "13 forms of magnesium; a share absorbed was measured in people for 2"


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("magnesium", ["Magnesium oxide", "Magnesium hydroxide"]),
        ("name", ["Magnesium L-threonate monohydrate", "Magnesium L-threonate, anhydrous"]),
        ("evidence", ["Magnesium oxide", "Magnesium bisglycinate"]),
    ],
)
def test_compounds_can_be_sorted(sort, first):
    """By magnesium, by name, by evidence."""
    assert FORM_CARDS.table(CompoundChoices(sort=sort))["Compound"].tolist()[:2] == first


def test_no_form_left_says_so():
    """Names what was asked for."""
    assert FORM_CARDS.empty(CompoundChoices(find="orotate", evidence=("animals",))) == (
        "No form matches only animals and “orotate”. Take a filter away or try another word, or the start of it."
    )


def test_every_absorption_record_is_there():
    """Those read as cards and as rows, those not as not found."""
    markup, rows = ABSORPTION.figure(AbsorptionChoices(), Look()), ABSORPTION.table(AbsorptionChoices())
    assert headings(markup) == [record.compared for record in load_absorption().values()] == rows["Compared"].tolist()
    for record in load_absorption().values():
        for words in (record.statement, record.words[1:], record.note or ""):
            assert words in told(markup), record.key
    assert rows["Figure"].tolist() == [record.words for record in load_absorption().values()]
    for words in load_not_found()["absorption"]:
        assert f"- {words}" in not_found() and words not in told(markup)


def test_absorption_by_form_and_kind():
    """Citrate in people; a pair that nobody studied."""
    citrate = AbsorptionChoices(form=("citrate",), level=("human_trial",))
    assert headings(ABSORPTION.figure(citrate, Look())) == [
        "Citrate, amino-acid chelate and oxide",
        "Citrate against oxide",
        "Citrate",
    ]
    assert ABSORPTION.empty(AbsorptionChoices(form=("gluconate",), level=("human_trial",))) == NO_STUDY


def test_what_was_found_of_the_skin_and_what_was_not():
    """Two that were read, with links; what was not found is told as such."""
    markup = SKIN.figure(SKIN.shown_first, Look())
    assert len(load_topical()) == 2 == len(SKIN.table(SKIN.shown_first))
    for record in load_topical().values():
        assert record.statement in told(markup)
    assert "Not found. Relief of local pain by magnesium oil or baths: no controlled trial was found." in told(markup)
    assert markup.count('target="_blank"') >= 2
