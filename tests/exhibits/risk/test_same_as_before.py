"""Each exhibit of risk beside the function it was made of: the same figure, table and words. Goes with the old files."""

import pytest

from components.views import interactions as old_medicines
from components.views import risk_groups as old
from data.risk import load_profile_items
from exhibits.base import MODES, SIZES, Look
from exhibits.medicine_choices import MedicineChoices, no_medicine
from exhibits.risk import medicines, profile_words
from exhibits.risk.group_cards import RISK_CARDS
from exhibits.risk.groups_map import RISK_MAP, SUPPORT
from exhibits.risk.medicines import INTERACTIONS
from exhibits.risk.profile import NO_GROUP, PROFILE_CARDS, PROFILE_MAP, ProfileChoices
from exhibits.risk.ratios import RISK_RATIOS
from exhibits.risk.selection import GroupChoices, no_group
from exhibits.safety import kidneys_first

LOOKS = [Look(mode, size) for mode in MODES for size in SIZES]
FILTERS = (
    {},
    {"direction": "toxicity"},
    {"direction": "deficiency", "kind": ("habit",)},
    {"kind": ("medicine", "age"), "strength": ("moderate", "conflicting")},
    {"strength": ("listed",)},
    {"find": "HCTZ"},
    {"find": " CKD "},
    {"kind": ("habit",), "strength": ("weak",), "find": "coffee"},
    {"direction": "toxicity", "find": "coffee"},
    {"find": "aspirin"},
)
PROFILES = (
    {},
    {"years": 0.0, "condition": ("newborn",)},
    {"years": 70.0, "sex": "male", "condition": ("kidney-impairment", "newborn"), "medicine": ("magnesium-laxative", "thiazides")},
    {"years": 119.0, "condition": ("heart-block", "slow-bowel"), "medicine": ("intravenous-magnesium",), "habit": ("caffeine",)},
    {"habit": ("stress",)},
    {"years": 40.5, "medicine": ("ppis", "amphotericin-b"), "condition": ("low-vitamin-d", "underactive-glands")},
    {"medicine": tuple(key for key, item in load_profile_items().items() if item.kind == "medicine")},
)  # fmt: skip
MEDICINES = (
    {},
    {"way": ("added_effect",)},
    {"way": ("magnesium_lowers_drug", "drug_lowers_magnesium"), "drug_class": ("diuretic", "bone")},
    {"drug": " doxy"},
    {"drug": "iron, PPI"},
    {"drug": "melatonin", "way": ("added_effect",)},
    {"drug_class": ("antibiotic",), "way": ("drug_raises_magnesium",)},
)


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_the_groups(filters):
    """Map, cards, ratios, and what is said where none is left."""
    chosen = GroupChoices(**filters)
    text = chosen.find.strip()
    keys = old.chosen_groups(chosen.direction, chosen.kind, chosen.strength, text)
    assert chosen.found == keys
    if not keys:
        assert no_group(chosen) == old.nothing_found(chosen.direction, chosen.kind, chosen.strength, text)
        return
    assert no_group(chosen) == ""
    assert RISK_MAP.table(chosen).equals(old.group_table(keys))
    assert RISK_CARDS.figure(chosen, Look()) == old.group_cards(keys)
    assert RISK_RATIOS.table(chosen).equals(old.ratio_table(keys))
    for look in LOOKS:
        assert RISK_MAP.figure(chosen, look).to_dict() == old.group_map(keys, None, *look).to_dict()
        ratios = old.group_ratios(keys, *look)
        assert bool(RISK_RATIOS.empty(chosen)) is (ratios is None)
        if ratios is not None:
            assert RISK_RATIOS.figure(chosen, look).to_dict() == ratios.to_dict()


@pytest.mark.parametrize("said", PROFILES, ids=str)
def test_the_profile(said):
    """Map, cards, table and every sentence."""
    chosen = ProfileChoices(**said)
    items, every = (*chosen.condition, *chosen.medicine, *chosen.habit), old.chosen_groups("any", (), (), "")
    lit = old.applying(chosen.years, items)
    assert chosen.lit == lit and PROFILE_MAP.table(chosen).equals(old.group_table(lit or every))
    assert profile_words.reasons(chosen) == old.reasons(chosen.years, items)
    assert profile_words.opposed(chosen) == old.opposed(lit)
    assert profile_words.too_old(chosen) == old.too_old(chosen.years, items)
    assert profile_words.load_warning(chosen) == old.load_warning(items)
    assert profile_words.needs(chosen) == old.needs(chosen.sex, chosen.years)
    assert PROFILE_CARDS.empty(chosen) == ("" if lit else NO_GROUP)
    if lit:
        assert PROFILE_CARDS.figure(chosen, Look()) == old.group_cards(lit)
    for look in LOOKS:
        assert PROFILE_MAP.figure(chosen, look).to_dict() == old.group_map(every, lit, *look).to_dict()


@pytest.mark.parametrize("filters", MEDICINES, ids=str)
def test_the_medicines(filters):
    """Cards, table, and what is said where none is left."""
    chosen = MedicineChoices(**filters)
    asked = (chosen.way, chosen.drug_class, chosen.drug.strip())
    keys = old_medicines.chosen_interactions(*asked)
    assert chosen.found == keys
    assert no_medicine(chosen) == ("" if keys else old_medicines.no_medicine(*asked))
    if keys:
        assert INTERACTIONS.figure(chosen, Look()) == old_medicines.interaction_cards(keys)
        assert INTERACTIONS.table(chosen).equals(old_medicines.interaction_table(keys))


def test_the_words_that_are_always_said():
    """Of support, of medicines, of kidneys, and that there is no score."""
    assert SUPPORT == old.SUPPORT and medicines.intro() == old_medicines.intro()
    assert kidneys_first() == old.kidneys_first()
    assert profile_words.NO_SCORE == old.NO_SCORE and profile_words.ONWARD == old.ONWARD


@pytest.mark.parametrize("choices", [GroupChoices, ProfileChoices, MedicineChoices])
def test_the_address_allows_what_it_did(choices):
    """Name for name, label for label."""
    allowed = old.parameters()
    for name in choices.model_fields:
        control, address = choices.control(name), choices.address_name(name)
        if address != "years":  # a number, whose limits stand in its own control
            assert (list(control.offered().values()) or None) == allowed[address]
