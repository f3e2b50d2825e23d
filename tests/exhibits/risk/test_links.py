"""The exhibits of risk by their addresses, and what they say of themselves."""

import json
from pathlib import Path

import pytest

from data.sources import load_sources
from exhibits import catalog
from exhibits.choices import ChoiceError
from exhibits.medicine_choices import MedicineChoices
from exhibits.risk.groups_map import RISK_MAP
from exhibits.risk.medicines import INTERACTIONS
from exhibits.risk.profile import PROFILE_MAP, ProfileChoices
from exhibits.risk.selection import GroupChoices

KEYS = ("risk-map", "risk-cards", "risk-ratios", "profile-map", "profile-cards", "interactions")
PACKAGE = json.loads((Path(__file__).parents[3] / "data" / "datapackage.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", KEYS)
def test_each_names_its_sources_and_its_tables(key):
    """Those that the bibliography and the data package have."""
    shown = catalog.exhibit(key)
    assert shown.page == "risk-groups"
    assert shown.sources_of(shown.shown_first) and set(shown.sources_of(shown.shown_first)) <= load_sources().keys()
    assert set(shown.rests_on) <= {table["name"] for table in PACKAGE["resources"]}


@pytest.mark.parametrize(
    ("shown", "link", "keyed"),
    [
        (
            RISK_MAP,
            {"direction": ["Too much"], "kind": ["Condition", "Age"], "strength": ["Only listed"], "find": ["CKD"]},
            {"direction": ["toxicity"], "kind": ["condition", "age"], "strength": ["listed"], "find": ["CKD"]},
        ),
        (
            PROFILE_MAP,
            {"years": ["70"], "sex": ["Men"], "condition": ["Kidney disease"], "medicine": ["Thiazide diuretic"]},
            {"years": ["70"], "sex": ["male"], "condition": ["kidney-impairment"], "medicine": ["thiazides"]},
        ),
        (
            INTERACTIONS,
            {"way": ["Added effect"], "class": ["Heart and blood pressure"], "drug": ["amlo"]},
            {"way": ["added_effect"], "drug_class": ["heart"], "drug": ["amlo"]},
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
        (GroupChoices, "direction", "Sideways", "any, deficiency, toxicity"),
        (GroupChoices, "kind", "Luck", "age, condition, medicine, habit"),
        (ProfileChoices, "years", "300", "a whole number from 0 to 119"),
        (ProfileChoices, "years", "old", "a whole number from 0 to 119"),
        (ProfileChoices, "years", "40.5", "a whole number from 0 to 119"),
        (ProfileChoices, "condition", "thiazides", "gut-disease, "),
        (MedicineChoices, "class", "Sweets", "antibiotic, antiviral, "),
    ],
)
def test_a_bad_value_is_named_with_what_is_allowed(choices, name, value, allowed):
    """A medicine is no condition, either."""
    with pytest.raises(ChoiceError, match=allowed):
        choices.read({name: [value]})
