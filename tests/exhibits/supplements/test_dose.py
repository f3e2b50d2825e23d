"""From the pack to the body: what an amount comes to, and what must be said of it."""

import pytest

from data.safety import load_safety
from data.supplements import load_salts
from data.wording import at
from exhibits.markdown import plain
from exhibits.supplements.dose import PillChoices, empty, other_compounds, shares, steps
from exhibits.supplements.dose_warnings import firmness, kidneys, missing, warning
from exhibits.supplements.pill import PILL
from tests.exhibits.supplements.helpers import LIGHT


def test_from_salt_to_shares():
    """500 mg of oxide, women 31 to 50: 301.5 mg, over the EU upper level by 52 mg."""
    chosen = PillChoices(basis="salt", salt="oxide", mg="500")
    assert dict(shares(chosen.dose)) == {
        "Elemental magnesium": "302 mg",
        "Of US RDA, 320 mg": "94%",
        "Of US limit, 350 mg": "86%",
        "Of EU limit, 250 mg": "121%",
    }
    assert steps(chosen) == "500 mg of magnesium oxide × 60.3% magnesium = **302 mg of elemental magnesium** a day."
    assert "This passes the EU one of 250 mg by 52 mg" in at(warning(chosen), "plain")
    title = "302 mg a day: 94% of the RDA, above the EU upper level"
    assert PILL.figure(chosen, LIGHT).words["title"] == title


def test_the_amount_on_a_label_is_magnesium():
    """400 from a label is 400 mg, whatever compound was chosen before."""
    chosen = PillChoices(mg="400", salt="gluconate")
    assert steps(chosen) == "The label gives **400 mg** of elemental magnesium a day; that is what counts."
    assert "passes the US one of 350 mg by 50 mg and the EU one of 250 mg by 150 mg" in at(warning(chosen), "plain")


@pytest.mark.parametrize(
    ("mg", "title"),
    [
        ("350.4", "350.4 mg a day: 110% of the RDA, above the EU and US upper levels"),
        ("249.6", "249.6 mg a day: 78% of the RDA, within the EU and US upper levels"),
        ("319.9", "319.9 mg a day: 99.97% of the RDA, above the EU upper level"),
        ("350", "350 mg a day: 109% of the RDA, above the EU upper level"),
    ],
)
def test_a_dose_beside_a_limit_keeps_the_digit_that_tells_it_apart(mg, title):
    """In the picture, the sentence and the figures alike."""
    chosen = PillChoices(mg=mg)
    assert PILL.figure(chosen, LIGHT).words["title"] == title
    assert f"**{mg} mg**" in steps(chosen) and dict(shares(chosen.dose))["Elemental magnesium"] == f"{mg} mg"


def test_a_dose_beside_a_laxative_one_is_told_apart_from_it():
    """2,000.4 mg is more than the label's largest dose."""
    chosen = PillChoices(mg="2000.4")
    assert firmness(chosen) == "overdose" and "2,000.4 mg" in at(warning(chosen), "plain")


@pytest.mark.parametrize(
    ("mg", "whose", "firm"),
    [
        ("250", {}, ""),
        ("251", {}, "above-limit"),
        ("999", {}, "above-limit"),
        ("1000", {}, "laxative-dose"),
        ("2000", {}, "laxative-dose"),
        ("2001", {}, "overdose"),
        ("500", {"age": "4"}, "laxative-dose"),
        ("500", {"age": "1"}, "laxative-dose"),
        ("1200", {"age": "1"}, "overdose"),
    ],
)
def test_words_get_firmer_with_the_dose(mg, whose, firm):
    """At 8 years from 500 mg on; at 3, for whom no label gives a dose, not later. An emergency is named with the firm ones."""
    chosen = PillChoices(mg=mg, **whose)
    assert firmness(chosen) == firm and bool(warning(chosen)) is bool(firm)
    assert (plain(load_safety()["emergency"].text) in at(warning(chosen), "plain")) is (
        firm in ("laxative-dose", "overdose")
    )


def test_every_verdict_says_whose_kidneys_it_holds_for():
    """Within the limits too; where no limit is set there is none to read, and still a clinician to ask."""
    told = kidneys(PillChoices(mg="100")).plain
    assert told.startswith("**Read these limits as those for healthy kidneys.** They guard against diarrhea.")
    for key in ("kidneys", "heart-and-bowel", "add-up"):
        assert plain(load_safety()[key].text) in told, key
    assert kidneys(PillChoices(mg="40", age="m0")).plain.startswith(
        "With weak kidneys magnesium can build up in the blood"
    )


def test_a_limit_that_is_not_set_is_said():
    """None for the youngest."""
    assert "EU upper level: none below 4 years, for lack of data." in missing(PillChoices(mg="500", age="1"))
    assert dict(shares(PillChoices(mg="500", age="1").dose))["Of EU limit"] == "none set"


@pytest.mark.parametrize(
    ("mg", "why"),
    [
        ("", "Type an amount in mg"),
        ("-5", "cannot be below zero"),
        (" lots ", "“lots” is not an amount"),
        ("99999999", "cannot be meant"),
        ("0.09", "under 0.1 mg of elemental magnesium a day"),
    ],
)
def test_bad_numbers_get_a_clear_message(mg, why):
    """Empty, negative, no number, absurd, next to nothing."""
    assert why in empty(PillChoices(mg=mg))


def test_the_least_that_is_reckoned():
    """0.1 mg."""
    assert empty(PillChoices(mg="0.1")) == ""


@pytest.mark.parametrize(
    ("chosen", "source"),
    [({}, "iom_dri_2006"), ({"basis": "salt", "salt": "oxide"}, "iom_dri_2006"), ({"age": "1"}, "iom_dri_2006")],
)
def test_the_sources_follow_what_is_drawn(chosen, source):
    """The US target always."""
    assert source in PILL.sources_of(PillChoices(mg="400", **chosen))


@pytest.mark.parametrize(
    ("salt", "low", "high"), [("citrate", "227", "323"), ("citrate-hydrogen", "227", "323"), ("chloride", "239", "511")]
)
def test_a_form_of_several_compounds_tells_the_range_and_how_to_read_the_label(salt, low, high):
    """2,000 mg of citrate: × 0.113 or × 0.162, whichever of the two was picked."""
    said = other_compounds(PillChoices(basis="salt", salt=salt, mg="2000"))
    assert f"2,000 mg can hold {low} mg to {high} mg of magnesium" in said
    assert "Magnesium on label" in said and "elemental" in said


@pytest.mark.parametrize(
    ("salt", "title"),
    [
        ("citrate", "323 mg a day if it is magnesium citrate (3:2), anhydrous: "),
        ("citrate-hydrogen", "227 mg a day if it is magnesium hydrogen citrate (1:1): "),
        ("taurate", "178 mg a day: "),
    ],
)
def test_the_title_of_one_of_several_compounds_says_which_it_holds_for(salt, title):
    """The headline tells one of two figures; it says under what condition."""
    chosen = PillChoices(basis="salt", salt=salt, mg="2000")
    assert PILL.figure(chosen, LIGHT).words["title"].startswith(title)


def test_no_compound_is_taken_for_another():
    """Until one is chosen nothing is reckoned; the amount is not taken for magnesium."""
    for mg in ("500", "", "lots"):
        assert empty(PillChoices(basis="salt", mg=mg)).startswith("Choose the compound that was weighed: ")
    shares_of_all = sorted(salt.magnesium_pct for salt in load_salts().values())
    told = f"{shares_of_all[0]:.0f}% to {shares_of_all[-1]:.0f}% of its weight"
    assert told in empty(PillChoices(basis="salt", mg="500"))
    assert not empty(PillChoices(basis="salt", salt="oxide", mg="500")) and not empty(PillChoices(mg="500"))


@pytest.mark.parametrize("chosen", [{"basis": "salt", "salt": "oxide"}, {"basis": "label"}])
def test_one_compound_or_a_label_needs_no_range(chosen):
    """The number is what it is."""
    assert other_compounds(PillChoices(mg="500", **chosen)) == ""
