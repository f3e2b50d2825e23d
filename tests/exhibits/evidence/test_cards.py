"""Claims and studies in full: every one opens, with its verdict or certainty, its studies or results, and its limits."""

import pytest

from data.evidence import load_claims, load_studies, load_studies_not_read
from exhibits.base import Look
from exhibits.choices import ChoiceError
from exhibits.evidence import claim, claims, forest, study
from exhibits.evidence.claim import ClaimChoices, claim_card, claim_names
from exhibits.evidence.found_claims import ClaimsChoices
from exhibits.evidence.names import CERTAINTIES, DESIGNS, GROUNDS, VERDICT_LABELS
from exhibits.evidence.study import StudyChoices, study_card, study_keys


@pytest.mark.parametrize("code", claim_names())
def test_every_claim_opens_with_its_verdict_its_reason_and_its_studies(code):
    """In markdown, in the card and in the table."""
    one, card = load_claims()[code.lower()], claim_card(code)
    assert f"### {code} · " in card and VERDICT_LABELS[one.verdict] in card
    for key in (*one.supporting, *one.opposing, *one.silent):
        assert load_studies()[key].name.split(" (")[0] in card.replace("\\", "")
    shown = claim.figure(ClaimChoices(claim=code), Look())
    assert shown.words["title"].startswith(f"{code} · ")
    rows = claim.table(ClaimChoices(claim=code))
    assert shown.count("<li>") == rows["Study"].notna().sum()
    assert set(rows["Verdict"]) == {VERDICT_LABELS[one.verdict]} and set(rows["What is said"]) == {one.claim}


@pytest.mark.parametrize("key", study_keys())
def test_every_study_opens_with_its_limit_and_certainty(key):
    """A study's card holds design, certainty, limit and its printed results."""
    one, card, shown = load_studies()[key], study_card(key), study.figure(StudyChoices(study=key), Look())
    assert DESIGNS[one.design] in card and DESIGNS[one.design] in shown
    if one.grounds == "people":
        assert CERTAINTIES[one.certainty] in card and CERTAINTIES[one.certainty] in shown
    else:
        assert "●" not in card + shown and GROUNDS[one.grounds] in card
    assert card.count("\n- ") == len(one.effects) == len(study.table(StudyChoices(study=key))) == shown.count("<li>")


def test_a_result_without_a_direction_favors_nothing():
    """Park 2020 on pain: no "favors unclear"."""
    assert "Pain: no clear direction" in study_card("park_2020")
    assert not any("favors unclear" in study_card(key) for key in load_studies())


def test_studies_on_a_claim_may_bear_on_it_indirectly():
    """N10 is about causes, and the trials against it tested treatments; a claim without studies says nothing of the kind."""
    assert claim.INDIRECT in claim_card("N10")
    assert claim.INDIRECT not in claim_card("J01")


def test_a_gain_over_the_start_alone_is_told_as_one_on_the_card_too():
    """Pickering 2011, within the magnesium group: not "favors magnesium"."""
    assert "better than before; not compared with others" in study_card("pickering_2011")


def test_unread_studies_are_named_nowhere_else():
    """A claim that cites one says that it could not be read."""
    unread = load_studies_not_read()["russell_1995"]
    assert unread.name.split(" (")[0] in claim_card("F03")
    assert "which could not be read in full" in claim_card("F03")
    everything = claims.table(ClaimsChoices()).to_string() + forest.table(forest.ForestChoices()).to_string()
    assert "Russell" not in everything


def test_a_claim_is_opened_by_its_code_and_any_other_is_named():
    """The code stands in the address."""
    assert ClaimChoices.read({"claim": ["J01"]}).address() == {"claim": "J01"}
    with pytest.raises(ChoiceError, match="'J99' is not available here; allowed: a code such as J01"):
        ClaimChoices(claim="J99")
    assert claim.empty(ClaimChoices()) and not claim.empty(ClaimChoices(claim="J01"))


def test_a_study_is_opened_by_its_key_and_any_other_is_named():
    """The key stands in the address."""
    assert StudyChoices.read({"study": ["hu_2020"]}).address() == {"study": "hu_2020"}
    with pytest.raises(ChoiceError, match="a key such as garrison_2020"):
        StudyChoices(study="nobody")
    assert study.empty(StudyChoices()) and not study.empty(StudyChoices(study="hu_2020"))


def test_a_verdict_for_which_nothing_was_found_names_no_source():
    """G11: nothing found is no source."""
    assert "none_found" in load_claims()["g11"].sources
    assert "none_found" not in claim.sources(ClaimChoices(claim="G11"))
    assert "nothing found" not in claim.figure(ClaimChoices(claim="G11"), Look())
