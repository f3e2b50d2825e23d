"""In which groups a model was fitted, and what it adjusts for."""

import pytest

from exhibits.survey.models import adjusted_words, model_groups_words, model_where, odds_ratios
from tests.exhibits.survey.helpers import people


@pytest.mark.parametrize(
    ("outcome", "where", "model"),
    [
        ("neuropathy", {}, {}),
        ("neuropathy", {"sex": "male"}, {"sex": "male"}),
        ("neuropathy", {"age": ("60-74", "75+")}, {"age": "60+"}),
        ("neuropathy", {"age": ("40-59", "60-74", "75+")}, {}),
        ("neuropathy", {"age": ("60-74",)}, None),
        ("neuropathy", {"sex": "male", "diabetes": "yes"}, None),
        ("neuropathy", {"bmi": "30plus"}, None),
        ("chronic_pain", {"age": ("20-39",)}, {"age": "20-39"}),
        ("rheumatoid_arthritis", {"diabetes": "no"}, {"diabetes": "no"}),
    ],
)
def test_a_group_has_a_model_only_where_one_was_fitted(outcome, where, model):
    """All ages are no restriction; 60 to 74 with 75 and over are 60 and over."""
    group = people(outcome, **where)
    assert model_where(group) == model
    assert len(odds_ratios(group, "full")) == (0 if model is None else 5)


@pytest.mark.parametrize(
    ("outcome", "where", "adjustment", "words"),
    [
        ("neuropathy", {}, "demographic", "adjusted for age, sex and race"),
        ("neuropathy", {"sex": "female"}, "demographic", "adjusted for age and race"),
        ("rheumatoid_arthritis", {}, "demographic", "adjusted for age and race"),
        ("neuropathy", {"age": "40-59"}, "demographic", "adjusted for age, sex and race"),
        (
            "neuropathy",
            {"diabetes": "yes"},
            "full",
            "adjusted for age, sex, race, education, income, BMI, smoking, hypertension and calories",
        ),
        ("neuropathy", {"sex": "male"}, "crude", "not adjusted"),
    ],
)
def test_what_everybody_shares_is_not_adjusted_for(outcome, where, adjustment, words):
    """Women are not adjusted for sex, people with diabetes not for diabetes; ages still differ within a group of ages."""
    assert adjusted_words(people(outcome, **where), adjustment) == words


def test_the_groups_with_a_model_are_named():
    """Everybody first."""
    said = model_groups_words("neuropathy")
    assert said.startswith("everybody, women, men, 40 to 59")
    assert said.endswith(" and without diabetes")
