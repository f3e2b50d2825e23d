"""The profile: who is lit, for what reason, and what is warned of."""

import pytest

from exhibits.base import Look
from exhibits.risk.profile import NO_GROUP, PROFILE_CARDS, PROFILE_MAP, ProfileChoices
from exhibits.risk.profile_words import OPPOSED, load_warning, needs, opposed, reasons, too_old
from tests.exhibits.risk.helpers import LIGHT, headings

PATIENT = ProfileChoices(years=67, condition=("kidney-impairment",), medicine=("thiazides", "ppis"))


def test_a_profile_lights_up_both_directions():
    """Four groups, their reasons, and that the directions do not cancel."""
    title = "4 of 24 groups apply: 3 toward too little, 1 toward too much"
    assert PROFILE_MAP.figure(PATIENT, LIGHT).words["title"] == title
    assert len(headings(PROFILE_CARDS.figure(PATIENT, Look()))) == 4 == len(reasons(PATIENT).splitlines())
    assert "because of age 65 or over (our choice; the sources name no single age)" in reasons(PATIENT)
    assert "above all, because of kidney disease" in reasons(PATIENT)
    assert opposed(PATIENT) == OPPOSED and opposed(ProfileChoices(medicine=("thiazides", "ppis"))) == ""


def test_nothing_said_lights_nothing():
    """The map stands there whole, the table too; no card, and no all-clear."""
    empty = ProfileChoices()
    assert PROFILE_MAP.figure(empty, LIGHT).words["title"].startswith("0 of 24 groups apply")
    assert PROFILE_MAP.table(empty)["Group"].nunique() == 24
    assert PROFILE_CARDS.empty(empty) == NO_GROUP and PROFILE_CARDS.empty(PATIENT) == ""


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (("kidney-impairment",), "**Kidney disease together with"),
        (("heart-block",), "**A slow or blocked heart together with"),
        (("kidney-impairment", "slow-bowel"), "**Kidney disease and a slow bowel together with"),
    ],
)
def test_a_load_is_warned_of_with_all_that_forbids_it(condition, said):
    """Only the two together, and with the sources of both records."""
    assert load_warning(ProfileChoices(condition=condition)) == ""
    assert load_warning(ProfileChoices(medicine=("magnesium-laxative",))) == ""
    told = load_warning(ProfileChoices(condition=condition, medicine=("magnesium-laxative",)))
    assert told.startswith(f"{said} magnesium laxative or antacid: the two add up.") and "](http" in told


@pytest.mark.parametrize(("years", "applies"), [(70, False), (1, False), (None, False), (0, True)])
def test_a_newborn_is_not_seventy(years, applies):
    """The choice counts at age 0 alone, and else is said not to."""
    chosen = ProfileChoices(years=years, condition=("newborn",))
    assert ("newborns" in chosen.lit) is applies
    assert ("“Newborn, mother treated” holds below an age of" in too_old(chosen)) is not applies


def test_names_in_the_reasons_keep_their_capitals():
    """The letter B, the vitamin and Doctor Addison."""
    said = reasons(ProfileChoices(medicine=("amphotericin-b",), condition=("low-vitamin-d", "underactive-glands")))
    assert "amphotericin B" in said and "low vitamin D" in said and "thyroid or Addison" in said


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({}, "Give an age to see the need"),
        (
            {"years": 70, "sex": "male"},
            "US RDA is **320 mg a day** for girls and women and **420 mg a day** for boys and men",
        ),
        ({"years": 0}, "US AI is **30 mg a day**"),
    ],
)
def test_the_need_goes_with_age_and_sex(chosen, said):
    """An AI for infants."""
    assert said in needs(ProfileChoices(**chosen))
