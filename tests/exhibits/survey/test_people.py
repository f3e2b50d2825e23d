"""Who is asked: groups told as a reader would, and choices that an outcome does not have."""

import pytest

from exhibits.catalog import catalog
from exhibits.choices import ChoiceError
from exhibits.survey.estimates import Question, not_tabulated, tabulated
from exhibits.survey.people import GroupChoices, who
from tests.exhibits.survey.helpers import people


@pytest.mark.parametrize(
    ("outcome", "where", "words"),
    [
        ("neuropathy", {}, "adults 40 and over"),
        ("neuropathy", {"sex": "female", "age": ("60-74",)}, "women 60 to 74"),
        ("neuropathy", {"sex": "male", "diabetes": "yes"}, "men 40 and over with diabetes"),
        ("chronic_pain", {"age": ("20-39", "60-74", "75+")}, "adults 20 to 39 or 60 and over"),
        ("rheumatoid_arthritis", {"age": ("60-74", "75+")}, "women 60 and over"),
        ("rheumatoid_arthritis", {}, "women 20 and over"),
        ("neuropathy", {"race": "black", "ckd": "yes"}, "Black adults 40 and over with reduced kidney function"),
        (
            "neuropathy",
            {"race": "other", "diuretic": "no", "bmi": "30plus"},
            "adults 40 and over of other races not taking a diuretic and with a BMI of 30 and over",
        ),
    ],
)
def test_a_group_is_told_as_a_reader_would(outcome, where, words):
    """Race before the people, ages after them, conditions last; the same from an exhibit's choices."""
    assert who(people(outcome, **where)) == words
    assert who(GroupChoices(outcome=outcome, **where).people) == words


@pytest.mark.parametrize("key", [key for key, one in catalog().items() if "outcome" in one.choices.model_fields])
def test_who_is_missing_among_the_oldest_is_said_at_every_picture(key):
    """Ages were recorded up to 85 before 2007 and up to 80 from then on; the sample of arthritis stops at 80."""
    one = catalog()[key]
    shown = {"outcome": "rheumatoid_arthritis"} | ({"reveal": True} if "reveal" in one.choices.model_fields else {})
    said = one.words(one.choices(**shown))
    assert "efore 2007" in f"{said['source']} {said['alt']}"
    assert "20 to 80" not in str(said)


def test_ages_are_asked_for_in_their_order():
    """However they were chosen."""
    chosen = GroupChoices(age=("75+", "40-59"), sex="female")
    assert chosen.people == people(sex="female", age=("40-59", "75+"))


def test_all_women_are_no_restriction_where_only_women_were_asked():
    """Rheumatoid arthritis was looked for in women alone; "men" is named as what it is not."""
    assert GroupChoices(outcome="rheumatoid_arthritis", sex="female").people == people("rheumatoid_arthritis")
    with pytest.raises(ChoiceError, match="sex: 'male' is not available here; allowed: all, female"):
        GroupChoices(outcome="rheumatoid_arthritis", sex="male")


def test_an_age_that_the_outcome_lacks_is_named():
    """Feet were tested from 40 on; pain was asked from 20 on."""
    with pytest.raises(ChoiceError, match="age: '20-39' is not available here; allowed: 40-59, 60-74, 75"):
        GroupChoices(age=("20-39",))
    assert GroupChoices(outcome="chronic_pain", age=("20-39",)).people.where == (("age", ("20-39",)),)


def test_an_old_link_is_read_and_written_again():
    """`who`, `ages` and `model` keep their names and labels in the address; keys are the command line's."""
    link = {"who": ["Women"], "ages": ["60 to 74", "75 and over"], "ckd": ["Reduced"], "race": ["Black"]}
    chosen = GroupChoices.read(link)
    keyed = {"sex": ["female"], "age": ["60-74", "75+"], "ckd": ["yes"], "race": ["black"]}
    assert chosen == GroupChoices.read(keyed)
    assert chosen.address() == {name: texts if name == "ages" else texts[0] for name, texts in link.items()}


def test_four_conditions_are_not_tabulated_and_said_so():
    """The message names them and says what to do."""
    four = people(diabetes="yes", ckd="yes", bmi="30plus", race="black")
    assert not tabulated(Question(four))
    assert not_tabulated(four.where) == (
        "More than three conditions at once were not tabulated (Diabetes, Kidney function, BMI, Race); the groups would be "
        "too small. Set one or more to “Any”."
    )
    crossed = people(weak_kidneys="yes", bmi="30plus")
    assert not tabulated(Question(crossed))
    assert "Told of weak kidneys" in not_tabulated(crossed.where)
    assert tabulated(Question(people(weak_kidneys="yes", diabetes="yes", ckd="yes")))
