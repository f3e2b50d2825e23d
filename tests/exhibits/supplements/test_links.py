"""The exhibits of supplements by their addresses, and what they say of themselves."""

import json
from pathlib import Path

import pytest

from data.sources import load_sources
from exhibits import catalog
from exhibits.choices import ChoiceError
from exhibits.supplements.absorption import ABSORPTION, AbsorptionChoices
from exhibits.supplements.compounds import CompoundChoices
from exhibits.supplements.day import DAY, DayChoices
from exhibits.supplements.forms import SALTS
from exhibits.supplements.pill import PILL, PillChoices

KEYS = ("salts", "form-cards", "absorption", "pill", "day", "skin")
PACKAGE = json.loads((Path(__file__).parents[3] / "data" / "datapackage.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", KEYS)
def test_each_names_its_sources_and_its_tables(key):
    """Those that the bibliography and the data package have."""
    shown = catalog.exhibit(key)
    assert shown.page == "supplements"
    assert shown.sources_of(shown.shown_first) and set(shown.sources_of(shown.shown_first)) <= load_sources().keys()
    assert set(shown.rests_on) <= {table["name"] for table in PACKAGE["resources"]}


@pytest.mark.parametrize(
    ("shown", "link", "keyed"),
    [
        (
            SALTS,
            {"sort": ["Name"], "evidence": ["Share measured"], "find": ["citrate"]},
            {"sort": ["name"], "evidence": ["share"], "find": ["citrate"]},
        ),
        (
            ABSORPTION,
            {"form": ["Citrate"], "level": ["Tested in people"]},
            {"form": ["citrate"], "level": ["human_trial"]},
        ),
        (
            PILL,
            {"sex": ["Male"], "age": ["4 to 8 years"], "basis": ["Compound weight"], "mg": ["500"]},
            {"sex": ["male"], "age": ["4"], "basis": ["salt"], "mg": ["500"]},
        ),
        (
            DAY,
            {"way": ["Added effect"], "class": ["Antibiotic"], "drug": ["doxy"], "at": ["8:00"]},
            {"way": ["added_effect"], "drug_class": ["antibiotic"], "drug": ["doxy"], "at": ["8"]},
        ),
    ],
    ids=lambda part: getattr(part, "key", None),
)
def test_an_old_link_is_read_and_written_again(shown, link, keyed):
    """Labels as the reader sees them; keys as the command line gives them."""
    chosen = shown.choices.read(link)
    assert chosen == shown.choices.read(keyed)
    again = {name: [said] if isinstance(said, str) else said for name, said in chosen.address().items()}
    assert again == link


@pytest.mark.parametrize(
    ("choices", "name", "value", "allowed"),
    [
        (CompoundChoices, "sort", "Taste", "magnesium, name, evidence"),
        (AbsorptionChoices, "level", "Rumor", "human_trial, human_observational, animal_or_in_vitro"),
        (AbsorptionChoices, "form", "Gold", "oxide, "),
        (PillChoices, "salt", "Kryptonite", "oxide, hydroxide, "),
        (PillChoices, "age", "150", "m0, m7, 1, "),
        (DayChoices, "at", "25:00", "0, 1, 2, "),
    ],
)
def test_a_bad_value_is_named_with_what_is_allowed(choices, name, value, allowed):
    """Of data files too."""
    with pytest.raises(ChoiceError, match=allowed):
        choices.read({name: [value]})
