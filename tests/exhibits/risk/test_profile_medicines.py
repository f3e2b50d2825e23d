"""The profile knows medicines by the same names as the list of medicines, and kidneys by stage."""

import pytest

from exhibits.risk.profile import PROFILE_CARDS, ProfileChoices
from exhibits.risk.profile_words import kidneys, load_warning, unknown_medicine


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("omepra", ("ppis",)),
        ("Lasix, Nexium", ("loop-diuretics", "ppis")),
        ("cisplatin", ("platinum",)),
        ("tacrolimus, HCTZ", ("thiazides", "calcineurin-inhibitors")),
        ("levothyroxine", ()),
        ("", ()),
    ],
)
def test_a_medicine_named_lights_its_group(text, named):
    """By generic, brand, class or abbreviation; one that only binds magnesium lights none."""
    choices = ProfileChoices(drug=text)
    assert set(choices.named) == set(named) and set(named) <= set(choices.said)
    assert bool(choices.lit) is bool(named)


def test_the_pair_is_told_beside_the_profile():
    """A proton pump inhibitor with a loop diuretic."""
    assert ProfileChoices(drug="omeprazole, furosemide").medicines.pairs[0] == "ppi-with-loop-diuretic"


def test_a_medicine_that_is_not_known_is_told():
    """And that this is no all-clear."""
    assert "not thereby safe" in unknown_medicine(ProfileChoices(drug="melatonin"))
    assert unknown_medicine(ProfileChoices()) == unknown_medicine(ProfileChoices(drug="doxy")) == ""


@pytest.mark.parametrize(
    ("stage", "lit"), [("unknown", False), ("g1-g2", False), ("g3", True), ("g4", True), ("g5", True)]
)
def test_kidney_function_by_stage(stage, lit):
    """Reduced function lights the group of kidney disease; below 30 no magnesium without a clinician."""
    choices = ProfileChoices(kidney=stage)
    assert ("kidney-impairment" in choices.lit) is lit
    said = kidneys(choices)
    assert bool(said) is (stage != "unknown")
    assert said.startswith("**No magnesium by mouth") is (stage in ("g4", "g5"))
    assert bool(PROFILE_CARDS.empty(choices)) is not lit


def test_a_reduced_function_together_with_a_load_is_warned_of():
    """As kidney disease chosen from the list is."""
    assert "the two add up" in load_warning(ProfileChoices(kidney="g4", medicine=("magnesium-laxative",)))
