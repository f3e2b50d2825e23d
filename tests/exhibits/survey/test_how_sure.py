"""How sure a picture is: the two ends, the pairs, what is hidden, the model, and what no survey can tell."""

import pandas as pd
import pytest

from data.wording import Worded, at
from exhibits.rows import records
from exhibits.survey.estimates import Question, prevalences
from exhibits.survey.how_sure import (
    NO_MODEL,
    care_sentence,
    direct_comparison,
    hidden_sentence,
    how_sure,
    lowest_and_highest,
    pairs_sentence,
)
from tests.exhibits.survey.helpers import EVERYBODY, people
from tests.survey_rows import FLAT, NONE_SHOWN, SOME_HIDDEN, U_SHAPED, fifths


def test_lowest_and_highest_say_whether_they_overlap():
    """The figures are those of the rows; the last sentence follows the intervals."""
    apart = lowest_and_highest(records(U_SHAPED))
    assert "middle fifth, 11.0% (9.0 to 13.0)" in apart
    assert "lowest fifth, 20.0% (18.0 to 22.0)" in apart
    assert "Their intervals do not overlap." in apart
    near = fifths((0.16, 0.13, 0.19), *[(0.14, 0.12, 0.17)] * 4)
    assert "Their intervals overlap" in lowest_and_highest(records(near))
    for said in (apart, lowest_and_highest(records(near))):
        assert "The pair was picked after the fact" in said
    assert lowest_and_highest(records(NONE_SHOWN)) == "There are too few people to compare the fifths of intake."


@pytest.mark.parametrize(
    ("low", "said"),
    [
        ((0.14, 0.12, 0.1799), "Their intervals only just miss each other."),
        ((0.14, 0.12, 0.1801), "Their intervals only just overlap, so"),
        ((0.14, 0.12, 0.175), "Their intervals do not overlap."),
    ],
)
def test_a_hair_between_two_intervals_is_told(low, said):
    """0.1799 and 0.18 are both printed as 18.0; a twentieth of the longer interval (0.06) is 0.003."""
    rows = fifths((0.20, 0.18, 0.24), *[low] * 4)
    assert said in lowest_and_highest(records(rows))


def test_pairs_are_counted():
    """5 of 10 of the U-shaped rows; of hidden rows none counts."""
    assert pairs_sentence(records(U_SHAPED)) == (
        "Of the 10 pairs of fifths shown, 5 have intervals that do not overlap."
    )
    assert pairs_sentence(records(NONE_SHOWN)) == ""
    one_hidden = fifths((0.60, 0.50, 0.70), *[(0.10, 0.09, 0.11)] * 4, hidden=(1,))
    assert pairs_sentence(records(one_hidden)).startswith("All 6 pairs of intervals overlap; overlap alone does not")


def test_hidden_rows_are_counted_and_explained():
    """Nothing is said where everything is shown."""
    assert hidden_sentence(records(SOME_HIDDEN)).startswith("2 of 5 figures are not drawn")
    assert hidden_sentence(records(FLAT)) == ""


def test_rows_to_read_with_care_are_named():
    """A shown row with a flag is told with its reason."""
    rows = FLAT.assign(flag=["", "with care: only 5 degrees of freedom (under 8)", "", "", ""])
    assert care_sentence(records(rows)) == "Read with care: second fifth: only 5 degrees of freedom (under 8)."
    assert care_sentence(records(FLAT)) == ""


def joined(told, level="clinical") -> str:
    """Every sentence in one wording."""
    return " ".join(at(one, level) for one in told)


def test_odds_ratios_are_judged_by_their_interval():
    """Above 1, or could be no difference."""
    rows = pd.DataFrame({"quintile": [1, 5], "odds_ratio": [1.42, 0.9], "ci_low": [1.05, 0.7], "ci_high": [1.93, 1.2]})
    plainly, said = direct_comparison(records(rows), "not adjusted")
    assert "In the highest fifth it is 0.90 (0.70 to 1.20). That could be no difference" in plainly
    assert "1.42 (1.05 to 1.93) in the lowest fifth, which is higher in this sample (its interval lies above 1)" in said
    assert "0.90 (0.70 to 1.20) in the highest fifth, which could be no difference" in said


def test_one_interval_without_1_beside_one_with_it_is_no_difference():
    """Told where the two ends part in this, and only there."""
    ends = [(1, 1.49, 1.10, 2.02), (5, 1.35, 0.96, 1.91)]
    rows = [dict(zip(("quintile", "odds_ratio", "ci_low", "ci_high"), end, strict=True)) for end in ends]
    for said in direct_comparison(rows, "not adjusted"):
        assert said.endswith("is no difference between the two ends, which were not compared with each other.")
    for said in direct_comparison([row | {"ci_low": 1.10} for row in rows], "not adjusted"):
        assert "no difference between the two ends" not in said


def test_how_sure_never_forgets_the_two_warnings():
    """One day, and an association, whatever the group."""
    few = Question(people(sex="female", age="60-74", diabetes="yes", ckd="yes"))
    for question in (EVERYBODY, few):
        said = joined(how_sure(question))
        assert "ate on one day" in said
        assert "cannot show cause and effect" in said


def test_the_model_is_named_where_there_is_one():
    """Everybody has a direct comparison; women with diabetes have none, and that is said."""
    assert "Compared directly with the middle fifth" in joined(how_sure(EVERYBODY))
    none = how_sure(Question(people(sex="female", diabetes="yes")))
    assert "Compared directly" not in joined(none)
    assert NO_MODEL in none and NO_MODEL.startswith("No model was fitted for this group")


def test_steps_of_50_mg_are_told_from_their_own_rows():
    """The lowest and highest of the steps, never a fifth, but for the model, which is by fifths and says so."""
    steps = EVERYBODY._replace(by="band")
    said = how_sure(steps)
    assert "in the step " in said[0] and "fifth" not in said[0]
    (model,) = (one for one in said if isinstance(one, Worded))
    assert all(text.startswith("By fifths: ") and "1.42 (1.05 to 1.93) in the lowest fifth" in text for text in model)
    rows = prevalences(steps)
    if hidden := int((~rows["reliable"]).sum()):
        assert f"{hidden} of {len(rows)} figures" in joined(said)


def test_a_crude_difference_is_told_with_the_adjusted_one():
    """Chronic pain: adjusted, both ends include 1."""
    said = joined(how_sure(Question(people("chronic_pain"))))
    assert (
        "the odds ratio is 1.12 (0.89 to 1.40) in the lowest fifth, which could be no difference (its interval includes 1), and 0.96 "
        "(0.72 to 1.29) in the highest fifth, which could be no difference (its interval includes 1)." in said
    )
