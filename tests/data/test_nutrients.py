"""Every nutrient, counted three ways, against R; and asked wrongly."""

import numpy as np
import pytest

from data.associations import load_curve, load_curve_test, load_odds_ratios
from data.nutrient_tables import ADJUSTMENTS, NUTRIENTS, SCALES
from data.nutrients import (
    Model,
    groups_tested,
    load_ends,
    load_nutrient_curve,
    load_nutrient_odds,
    load_nutrient_test,
    load_nutrients,
    load_tests,
    nutrient_list,
    outcomes_tested,
    scales_of,
)
from data.survey import SurveyQueryError
from tests.r import r_output, r_rows

OUTCOMES = {
    "strict": "neuropathy",
    "loose": "neuropathy_one_foot",
    "pain": "chronic_pain",
    "ra": "rheumatoid_arthritis",
}
ANALYSES = list(dict.fromkeys(r_output("nutrients").index.get_level_values("analysis")))


def model_of(analysis: str) -> Model:
    """R's "strict|calcium|density|full|all" as a question."""
    mark, *parts = analysis.split("|")
    return Model(OUTCOMES[mark], *parts)


def test_r_has_every_nutrient_scale_and_adjustment_for_neuropathy():
    """All but alcohol, which most people did not drink that day."""
    asked = {model_of(analysis) for analysis in ANALYSES}
    wanted = {
        Model("neuropathy", nutrient, scale, adjustment)
        for nutrient in NUTRIENTS
        if nutrient != "alcohol"
        for scale in scales_of(nutrient)
        for adjustment in ADJUSTMENTS
    }
    assert wanted <= asked
    assert {model.outcome for model in asked} == set(outcomes_tested())


@pytest.mark.parametrize("analysis", ANALYSES)
def test_every_model_agrees_with_r(analysis):
    """Odds ratios and bounds to 4 decimals, p values to 3 digits; people, cases, knots and degrees of freedom alike."""
    theirs, model = r_rows(analysis, "nutrients"), model_of(analysis)
    odds = load_nutrient_odds(model).set_index("quintile")
    for quintile in (1, 2, 4, 5):
        for column in ("odds_ratio", "ci_low", "ci_high"):
            assert odds.at[quintile, column] == pytest.approx(theirs.at[str(quintile), column], abs=5e-5, rel=2e-6)
    test, r_test = load_nutrient_test(model), theirs.loc["test"]
    assert (test["n"], test["cases"], test["df"]) == (r_test["n"], r_test["cases"], r_test["df"])
    for p in ("bend_p", "any_p"):
        assert test[p] == pytest.approx(r_test[p], rel=2e-3)
    knots = [f"knot_{place}" for place in range(1, 5)]
    np.testing.assert_allclose(test[knots].astype(float), r_test[knots].astype(float), rtol=1e-5)


@pytest.mark.parametrize("scale", SCALES)
def test_a_curve_agrees_with_r_between_two_knots(scale):
    """R's odds ratio of the fourth knot against the second lies between those of the neighboring points of the curve."""
    model = Model("neuropathy", "magnesium", scale)
    theirs = r_rows(f"strict|magnesium|{scale}|full|all", "nutrients").at["knot 4 against 2", "odds_ratio"]
    curve, test = load_nutrient_curve(model), load_nutrient_test(model)
    intake = curve.iloc[:, 0]
    log = np.interp([test["knot_2"], test["knot_4"]], intake, np.log(curve["odds_ratio"]))
    assert np.exp(log[1] - log[0]) == pytest.approx(theirs, rel=0.005)


@pytest.mark.parametrize("outcome", outcomes_tested())
def test_two_programs_agree_on_magnesium_in_milligrams(outcome):
    """svy fits the tables that were there first, arrays those of nutrients: the same to the last digit printed."""
    for group in groups_tested(outcome):
        where = {} if group == "all" else dict([group.split("=")])
        for adjustment in ADJUSTMENTS[:3]:
            first = load_odds_ratios(outcome, adjustment, where)
            arrays = load_nutrient_odds(Model(outcome, "magnesium", "amount", adjustment, group))
            for column in ("n", "cases", "odds_ratio", "ci_low", "ci_high", "se_log", "df"):
                np.testing.assert_allclose(arrays[column], first[column], rtol=2e-5, atol=1e-9)
            test = load_curve_test(outcome, adjustment, where)
            ours = load_nutrient_test(Model(outcome, "magnesium", "amount", adjustment, group))
            assert ours["bend_p"] == pytest.approx(test["nonlinearity_p"], rel=1e-4)


def test_the_check_from_outside_is_met():
    """Magnesium by amount 1.42 and 1.47 with a bend at 0.0115; per 1,000 kcal 0.99 and 1.11 without one; calcium bends more."""
    amount, density = (load_ends("neuropathy", scale, "full") for scale in ("amount", "density"))
    columns = ["q1_odds_ratio", "q5_odds_ratio"]
    assert amount.loc["magnesium", columns].round(2).tolist() == [1.42, 1.47]
    assert density.loc["magnesium", columns].round(2).tolist() == [0.99, 1.11]
    assert amount.loc["calcium", columns].round(2).tolist() == [1.52, 1.77]
    tests = load_tests("neuropathy", "amount", "full")
    assert tests.at["calcium", "bend_p"] < tests.at["magnesium", "bend_p"] < 0.05
    assert load_tests("neuropathy", "density", "full").at["magnesium", "bend_p"] > 0.3


def test_every_combination_the_design_allows_is_answered():
    """Every outcome, nutrient, scale, adjustment and group; alcohol says why it has none."""
    for outcome in outcomes_tested():
        for nutrient in NUTRIENTS:
            for scale in scales_of(nutrient):
                for adjustment in ADJUSTMENTS:
                    for group in groups_tested(outcome):
                        test = load_nutrient_test(Model(outcome, nutrient, scale, adjustment, group))
                        assert (test["n"] > 0) if nutrient != "alcohol" else "ate none that day" in test["flag"]


def test_a_nutrient_without_fifths_says_so():
    """Over 40% drank no alcohol that day."""
    with pytest.raises(SurveyQueryError, match=r"alcohol \(73% ate none that day, so there are no fifths\).*magnesium"):
        load_odds_ratios("neuropathy", nutrient="alcohol")
    assert load_nutrient_test(Model("neuropathy", "alcohol"))["flag"].startswith("73% ate none")
    listed = nutrient_list("neuropathy", "full")
    assert listed.loc[listed["nutrient"] == "alcohol", "n"].isna().all()
    assert len(listed) == 3 * len(NUTRIENTS) - 2  # energy as amount only


def test_sugars_say_which_sample():
    """1999-2000 did not record them."""
    assert load_nutrients().at["sugars", "first_survey"] == "2001-2002"
    assert load_nutrient_test(Model("neuropathy", "sugars"))["n"] < load_nutrient_test(Model("neuropathy"))["n"]


@pytest.mark.parametrize(
    ("asked", "allowed"),
    [
        ({"nutrient": "vitamin-q"}, "calcium"),
        ({"nutrient": "energy", "scale": "density"}, "amount"),
        ({"nutrient": "zinc", "scale": "cups"}, "residual"),
        ({"nutrient": "zinc", "adjustment": "none"}, "full_energy_spline"),
        ({"nutrient": "zinc", "where": {"sex": "other"}}, "sex=female"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(asked, allowed):
    """For odds ratios and for curves."""
    for load in (load_odds_ratios, load_curve, load_curve_test):
        with pytest.raises(SurveyQueryError, match=allowed):
            load("neuropathy", **asked)


def test_bounds_carry_their_unit():
    """mg, mg per 1,000 kcal, kcal."""
    assert "intake_low_mg" in load_odds_ratios("neuropathy", "full_energy_spline")
    assert "intake_high_mg_per_1000kcal" in load_odds_ratios("neuropathy", scale="density")
    assert "intake_low_kcal" in load_odds_ratios("neuropathy", nutrient="energy")
    assert "reference_g" in load_curve_test("neuropathy", nutrient="fiber")


def test_the_references_are_exactly_one():
    """The third fifth, and the reference of each curve."""
    for nutrient in ("calcium", "energy", "fiber"):
        odds = load_odds_ratios("neuropathy", nutrient=nutrient).set_index("quintile")
        assert odds.loc[3, ["odds_ratio", "ci_low", "ci_high"]].tolist() == [1, 1, 1]
        curve = load_nutrient_curve(Model("neuropathy", nutrient))
        at = curve.iloc[:, 0] == load_nutrient_test(Model("neuropathy", nutrient))["reference"]
        assert curve.loc[at, "odds_ratio"].tolist() == [1]
