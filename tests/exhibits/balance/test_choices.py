"""Addresses of old links, what the command line names, and why there may be nothing to see."""

import pytest

from data.serum import load_serum_groups
from exhibits.balance.comparison import COMPARISON, ComparisonChoices
from exhibits.balance.how_common import HOW_COMMON_LOW
from exhibits.balance.ruler import SERUM_RULER, RulerChoices
from exhibits.balance.signs import SYMPTOM_MATRIX, SignChoices
from exhibits.choices import ChoiceError


def test_an_address_says_what_the_buttons_say():
    """Labels, as old links carry them; nothing for what was left as it was."""
    assert COMPARISON.address(ComparisonChoices(rows=("cause", "onset"), unit="mg/dL")) == {
        "tab": "Side by side",
        "unit": "mg/dL",
        "rows": ["Cause", "Onset"],
    }
    assert SYMPTOM_MATRIX.address(SignChoices(side="both", system=("gut",), stage=("not_stated",))) == {
        "tab": "Signs",
        "side": "Both sides",
        "system": ["Gut"],
        "stage": ["Stage not stated"],
    }
    assert SERUM_RULER.address(RulerChoices()) == {"tab": "Blood levels"}


def test_labels_and_keys_are_read_alike():
    """As an address gives them, or the command line."""
    key, group = next(iter(load_serum_groups().items()))
    assert RulerChoices.read({"levels": [group.name]}) == RulerChoices.read({"levels": [key]})
    assert SignChoices.read({"side": ["Too much"]}).side == "toxicity"


@pytest.mark.parametrize(
    ("exhibit", "given", "told"),
    [
        (COMPARISON, {"rows": ["Nothing"]}, "rows: 'Nothing' is not available here; allowed: cause, nerves"),
        (SERUM_RULER, {"unit": ["grams"]}, "unit: 'grams' is not available here; allowed: mmol/L, mg/dL, mEq/L"),
        (SYMPTOM_MATRIX, {"side": ["Left"]}, "side: 'Left' is not available here; allowed: any, deficiency"),
        (HOW_COMMON_LOW, {"level": ["x"]}, "choice: 'level' is not available here; allowed: unit"),
    ],
)
def test_a_wrong_choice_is_named(exhibit, given, told):
    """With what is allowed."""
    with pytest.raises(ChoiceError) as problem:
        exhibit.choices.read(given)
    assert str(problem.value).startswith(told)


def test_no_sign_left_is_said_with_a_hint():
    """And nothing is said where one is left."""
    none = SignChoices(side="deficiency", system=("breathing",))
    assert SYMPTOM_MATRIX.empty(none) == (
        "No sign matches too little, breathing. Take one of these filters away to see more."
    )
    assert SYMPTOM_MATRIX.empty(SignChoices(side="toxicity", system=("breathing",))) == ""


def test_the_sources_are_those_of_what_is_shown():
    """One row rests on fewer than all; the signs of breathing on those of breathing alone."""
    one, every = (COMPARISON.sources_of(ComparisonChoices(rows=rows)) for rows in (("onset",), ()))
    assert set(one) < set(every)
    breathing = SYMPTOM_MATRIX.sources_of(SignChoices(system=("breathing",)))
    assert set(breathing) < set(SYMPTOM_MATRIX.sources_of(SignChoices()))
