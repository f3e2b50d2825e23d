"""Committed odds ratios and curves against R, and asked wrongly."""

import numpy as np
import pytest

from data.associations import load_curve, load_curve_test, load_multiverse, load_odds_ratios, model_groups
from data.survey import SurveyQueryError, outcomes
from tests.r import r_rows


@pytest.mark.parametrize(
    ("analysis", "adjustment", "where"),
    [
        ("odds-crude", "crude", {}),
        ("odds-demographic", "demographic", {}),
        ("odds-full", "full", {}),
        ("odds-demographic-female", "demographic", {"sex": "female"}),
        ("odds-full-diabetes", "full", {"diabetes": "yes"}),
    ],
)
def test_odds_ratios_agree_with_r(analysis, adjustment, where):
    """`svyglm` and its `confint`: odds ratios and bounds to 3 decimals, standard errors within 1%."""
    theirs, ours = r_rows(analysis), load_odds_ratios("neuropathy", adjustment, where)
    ours = ours.set_index("Q" + ours["quintile"].astype("str")).loc[theirs.index]
    for column in ("odds_ratio", "ci_low", "ci_high"):
        np.testing.assert_allclose(ours[column], theirs[column], atol=5e-4)
    np.testing.assert_allclose(ours["se_log"], theirs["se_log"], rtol=0.01)


@pytest.mark.parametrize("adjustment", ["crude", "demographic", "full"])
def test_the_spline_agrees_with_r_at_ten_intakes(adjustment):
    """With its pointwise interval and the test of non-linearity."""
    theirs, ours = r_rows(f"spline-{adjustment}"), load_curve("neuropathy", adjustment).set_index("intake_mg")
    points = theirs.drop(index="nonlinearity")
    assert len(points) == 10
    for column in ("odds_ratio", "ci_low", "ci_high"):
        np.testing.assert_allclose(ours.loc[points.index.astype(int), column], points[column], atol=5e-4)
    test = load_curve_test("neuropathy", adjustment)
    assert test["nonlinearity_p"] == pytest.approx(theirs.at["nonlinearity", "p"], abs=1e-4)
    assert test["nonlinearity_df"] == theirs.at["nonlinearity", "df"]


def test_the_knots_are_rs():
    """Weighted 5th, 35th, 65th and 95th percentiles."""
    theirs, test = r_rows("knots-strict").loc["all"], load_curve_test("neuropathy")
    assert [test[f"knot_{i}_mg"] for i in range(1, 5)] == [theirs[f"knot_{i}"] for i in range(1, 5)]


def test_the_references_are_exactly_one():
    """The third quintile, and 257 mg on the curve of neuropathy."""
    for outcome in outcomes().index:
        odds = load_odds_ratios(outcome).set_index("quintile")
        assert odds.loc[3, ["odds_ratio", "ci_low", "ci_high"]].tolist() == [1, 1, 1]
    curve = load_curve("neuropathy").set_index("intake_mg")
    assert curve.loc[257, ["odds_ratio", "ci_low", "ci_high"]].tolist() == [1, 1, 1]


def test_every_group_has_every_model():
    """Five quintiles and a curve for each outcome, adjustment set and group."""
    for outcome in outcomes().index:
        assert {"age": "60+"} in model_groups(outcome)
        for where in model_groups(outcome):
            for adjustment in ("crude", "demographic", "full"):
                assert len(load_odds_ratios(outcome, adjustment, where)) == 5
                assert load_curve(outcome, adjustment, where)["odds_ratio"].notna().all()


def test_the_multiverse_counts_576_analyses():
    """3 weights x 2 case rules x 2 cuts x 4 adjustments x 2 energy ranges x 2 choices on diabetes x 3 scales."""
    assert len(load_multiverse()) == 3 * 2 * 2 * 4 * 2 * 2 * 3
    assert len(load_multiverse({"weights": "none", "declared_on": "2026-11-22"})) == 48


def test_the_first_list_is_as_it_was_declared():
    """144 in milligrams with three adjustments, numbered as before; all others carry the later day."""
    first = load_multiverse({"declared_on": "2026-11-22"})
    assert first["specification"].tolist() == list(range(1, 145))
    assert set(first["scale"]) == {"amount"} and "full_energy_spline" not in set(first["adjustment"])
    later = load_multiverse({"declared_on": "2026-11-26"})
    assert len(later) == 432
    assert ((later["scale"] != "amount") | (later["adjustment"] == "full_energy_spline")).all()


@pytest.mark.parametrize("scale", ["amount", "density", "residual"])
@pytest.mark.parametrize("adjustment", ["demographic", "full_energy_spline"])
def test_a_later_analysis_is_a_model_of_the_nutrients(scale, adjustment):
    """Two tables, one number."""
    choice = {"weights": "dietary", "case_rule": "strict", "cuts": "weighted", "energy": "all", "diabetes": "all"}
    row = load_multiverse({**choice, "adjustment": adjustment, "scale": scale}).iloc[0]
    odds = load_odds_ratios("neuropathy", adjustment, scale=scale).set_index("quintile")
    for quintile in (1, 2, 4, 5):
        assert row[f"q{quintile}_odds_ratio"] == pytest.approx(odds.at[quintile, "odds_ratio"], rel=1e-5)


def test_the_main_model_is_one_of_the_multiverse():
    """Two tables, one number."""
    choice = {"weights": "dietary", "case_rule": "strict", "cuts": "weighted", "adjustment": "full"}
    row = load_multiverse({**choice, "energy": "all", "diabetes": "all"}).iloc[0]
    odds = load_odds_ratios("neuropathy", "full").set_index("quintile")
    for quintile in (1, 2, 4, 5):
        assert row[f"q{quintile}_odds_ratio"] == odds.at[quintile, "odds_ratio"]


@pytest.mark.parametrize(
    ("ask", "allowed"),
    [
        (lambda: load_odds_ratios("gout"), "neuropathy"),
        (lambda: load_odds_ratios("neuropathy", "some"), "demographic"),
        (lambda: load_curve("neuropathy", "full", {"bmi": "30plus"}), "sex=female"),
        (lambda: load_multiverse({"weights": "heavy"}), "dietary"),
        (lambda: load_multiverse({"color": "blue"}), "case_rule"),
    ],
)
def test_a_wrong_question_says_what_is_allowed(ask, allowed):
    """Only the groups fitted beforehand can be had."""
    with pytest.raises(SurveyQueryError) as error:
        ask()
    assert allowed in error.value.allowed


def test_women_are_everybody_where_all_are_women():
    """Rheumatoid arthritis was counted in women only, so asking for women asks for everybody."""
    everybody = load_odds_ratios("rheumatoid_arthritis")
    assert load_odds_ratios("rheumatoid_arthritis", where={"sex": "female"}).equals(everybody)
    with pytest.raises(SurveyQueryError, match="male"):
        load_odds_ratios("rheumatoid_arthritis", where={"sex": "male"})
