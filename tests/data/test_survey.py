"""Prevalence from the committed cells: against R, against arithmetic in view, and asked wrongly."""

import numpy as np
import pandas as pd
import pytest

from data import estimation, survey
from data.survey import SurveyQueryError, estimate_prevalence
from tests.r import r_rows

AGAINST_R = [
    ("neuropathy", "neuropathy", {}),
    ("neuropathy-female", "neuropathy", {"sex": "female"}),
    ("neuropathy-male", "neuropathy", {"sex": "male"}),
    ("neuropathy-female-60-74-diabetes", "neuropathy", {"sex": "female", "age": "60-74", "diabetes": "yes"}),
    ("neuropathy-diuretic-30plus-ckd-no", "neuropathy", {"diuretic": "yes", "bmi": "30plus", "ckd": "no"}),
    ("neuropathy-male-75+-black", "neuropathy", {"sex": "male", "age": "75+", "race": "black"}),
    ("neuropathy-ppi", "neuropathy", {"ppi": "yes"}),
    ("neuropathy-told-weak-kidneys", "neuropathy", {"weak_kidneys": "yes"}),
    ("neuropathy_one_foot", "neuropathy_one_foot", {}),
    ("chronic_pain", "chronic_pain", {}),
    ("chronic_pain-female-20-39-diabetes-no", "chronic_pain", {"sex": "female", "age": "20-39", "diabetes": "no"}),
    ("rheumatoid_arthritis", "rheumatoid_arthritis", {}),
    ("rheumatoid_arthritis-60-74-ckd", "rheumatoid_arthritis", {"age": "60-74", "ckd": "yes"}),
]


def by_row(estimates: pd.DataFrame) -> pd.DataFrame:
    """Ours with R's row names."""
    return estimates.set_index("Q" + estimates["quintile"].astype("str"))


@pytest.mark.parametrize(("analysis", "outcome", "where"), AGAINST_R, ids=[row[0] for row in AGAINST_R])
def test_prevalence_agrees_with_r(analysis, outcome, where):
    """Counts and df exactly, estimates to 4 decimals, standard errors within 1%."""
    theirs = r_rows(analysis).filter(regex="^Q", axis=0)
    ours = by_row(estimate_prevalence(outcome, where=where)).loc[theirs.index]
    for column in ("n", "cases", "df"):
        assert ours[column].tolist() == theirs[column].tolist(), column
    np.testing.assert_allclose(ours["prevalence"], theirs["prevalence"], atol=5e-5)
    np.testing.assert_allclose(ours["se"], theirs["se"], rtol=0.01, atol=1e-9)


@pytest.mark.parametrize(("analysis", "outcome", "where"), AGAINST_R, ids=[row[0] for row in AGAINST_R])
def test_the_interval_is_rs_korn_graubard_wherever_n_eff_is_below_n(analysis, outcome, where):
    """R lets the effective sample size exceed n; NCHS does not, and there ours is the wider one."""
    theirs = r_rows(analysis).filter(regex="^Q", axis=0).dropna(subset="ci_low")
    ours = by_row(estimate_prevalence(outcome, where=where)).loc[theirs.index]
    uncapped = ours["n_eff"] < ours["n"]
    for bound in ("ci_low", "ci_high"):
        np.testing.assert_allclose(ours.loc[uncapped, bound], theirs.loc[uncapped, bound], atol=5e-5)
    assert (ours["ci_low"] <= theirs["ci_low"] + 5e-5).all()
    assert (ours["ci_high"] >= theirs["ci_high"] - 5e-5).all()


def test_one_row_for_everybody_agrees_with_r():
    """`by="none"` is the whole sample."""
    ours, theirs = estimate_prevalence("neuropathy", by="none").iloc[0], r_rows("neuropathy").loc["all"]
    for statistic in ("n", "cases", "prevalence", "se", "ci_low", "ci_high", "df"):
        assert ours[statistic] == pytest.approx(theirs[statistic], rel=1e-5), statistic


@pytest.mark.parametrize(
    ("analysis", "where"),
    [
        ("neuropathy-standardized", {}),
        ("neuropathy-standardized-female", {"sex": "female"}),
        ("neuropathy-standardized-diabetes", {"diabetes": "yes"}),
        ("neuropathy-standardized-diabetes-ckd-no-30plus", {"diabetes": "yes", "ckd": "no", "bmi": "30plus"}),
    ],
)
def test_standardized_prevalence_agrees_with_r(analysis, where):
    """R's `svystandardize`, then `svymean`: the standard's weights are fixed."""
    theirs, ours = r_rows(analysis), by_row(estimate_prevalence("neuropathy", where=where, standardize="age-sex"))
    np.testing.assert_allclose(ours["prevalence"], theirs["prevalence"], atol=5e-5)
    np.testing.assert_allclose(ours["se"], theirs["se"], rtol=0.01)


def test_a_row_without_one_of_the_standards_groups_is_marked():
    """It is standardized to fewer groups than its neighbors: R's number, and not to be shown."""
    where = {"diabetes": "yes", "ckd": "no", "bmi": "30plus"}
    rows = estimate_prevalence("neuropathy", where=where, standardize="age-sex").set_index("quintile")
    assert not rows.at[5, "reliable"]
    assert "age-sex group is empty" in rows.at[5, "flag"]
    assert rows.at[5, "prevalence"] > 0


@pytest.mark.parametrize(
    ("analysis", "where"),
    [
        ("neuropathy-jackknife", {}),
        ("neuropathy-jackknife-male-diabetes", {"sex": "male", "diabetes": "yes"}),
    ],
)
def test_jackknife_standard_errors_agree_with_r(analysis, where):
    """R's `as.svrepdesign(type = "JKn", mse = TRUE)`."""
    theirs, ours = r_rows(analysis), by_row(estimate_prevalence("neuropathy", where=where, variance="jackknife"))
    np.testing.assert_allclose(ours["se"], theirs["se"], rtol=0.02)


@pytest.mark.parametrize("outcome", ["neuropathy", "neuropathy_one_foot", "chronic_pain", "rheumatoid_arthritis"])
@pytest.mark.parametrize("by", ["quintile", "band", "none"])
def test_taylor_and_jackknife_agree_for_everybody(outcome, by):
    """Within 2% wherever 30 cases or more were seen: two ways to one number."""
    taylor, jackknife = (estimate_prevalence(outcome, by=by, variance=way) for way in ("taylor", "jackknife"))
    enough = taylor["cases"] >= 30
    np.testing.assert_allclose(taylor.loc[enough, "se"], jackknife.loc[enough, "se"], rtol=0.02)


def test_a_replicate_drops_one_unit_and_reweights_its_stratum():
    """Three units in one stratum and two in another, worked by hand."""
    design = estimation.Design(np.array([0, 0, 0, 1, 1]), np.array([3, 2]), {})
    totals = np.array([1.0, 2.0, 4.0, 10.0, 20.0])
    by_hand = [
        (2 + 4) * 3 / 2 + 10 + 20,
        (1 + 4) * 3 / 2 + 10 + 20,
        (1 + 2) * 3 / 2 + 10 + 20,
        1 + 2 + 4 + 20 * 2,
        1 + 2 + 4 + 10 * 2,
    ]
    assert estimation.replicate_totals(totals, design).tolist() == pytest.approx(by_hand)


@pytest.mark.parametrize("outcome", ["neuropathy", "neuropathy_one_foot", "chronic_pain", "rheumatoid_arthritis"])
def test_parts_of_a_group_add_up_to_the_whole(outcome):
    """Every block, band and age group counts the same people."""
    whole = estimate_prevalence(outcome, by="none").iloc[0]
    bands = estimate_prevalence(outcome, by="band")
    ages = [estimate_prevalence(outcome, by="none", where={"age": age}) for age in survey.groups(outcome)["age"]]
    for parts in (bands, pd.concat(ages)):
        assert parts["cases"].sum() == whole["cases"] == survey.outcomes().at[outcome, "cases"]
        assert parts["n"].sum() == whole["n"] == survey.outcomes().at[outcome, "n"]


def test_values_of_one_key_are_pooled():
    """60-74 with 75+ is everybody of 60 and over."""
    pooled = estimate_prevalence("neuropathy", by="none", where={"age": ["60-74", "75+"]})
    apart = [estimate_prevalence("neuropathy", by="none", where={"age": age}) for age in ("60-74", "75+")]
    assert pooled.at[0, "n"] == sum(part.at[0, "n"] for part in apart)


def test_every_tabulated_triple_can_be_asked_for():
    """Three conditions, sex and age at once, standardized, in every block of every outcome."""
    for outcome in survey.outcomes().index:
        for block in survey.blocks(outcome):
            where = {key: survey.groups(outcome)[key][0] for key in ("age", *block)}
            rows = estimate_prevalence(outcome, where=where, standardize="age-sex")
            assert rows["quintile"].tolist() == [1, 2, 3, 4, 5]


def test_a_small_group_is_kept_and_marked():
    """Suppressed rows stay in the table, with the reason in words."""
    where = {"sex": "female", "race": "other", "ckd": "yes", "ppi": "yes"}
    rows = estimate_prevalence("neuropathy", where=where)
    assert len(rows) == 5
    assert not rows["reliable"].any()
    assert rows["flag"].str.startswith("not shown: ").all()


@pytest.mark.parametrize(
    ("prevalence", "low", "high", "n_eff", "df", "reason"),
    [
        (0.10, 0.07, 0.14, 300, 44, ""),
        (0.10, 0.02, 0.20, 29, 44, "effective sample size"),
        (0.40, 0.25, 0.55, 40, 44, "points wide"),
        (0.05, 0.02, 0.10, 90, 44, "wider than 130%"),
        (0.02, 0.01, 0.05, 90, 44, ""),
        (0.10, 0.02, 0.20, 60, 0, "no degrees of freedom"),
    ],
)
def test_the_nchs_standard_decides_what_is_shown(prevalence, low, high, n_eff, df, reason):
    """n_eff under 30; width of 30 points or more; or over 5 points and over 130% of the estimate."""
    said = estimation.suppression_reason(prevalence, low, high, n_eff, 500, df)
    assert (reason in said) if reason else said == ""


def test_a_size_just_under_the_limit_is_not_said_to_be_the_limit():
    """29.95 is under 30, and so must be the number in the sentence."""
    said = estimation.suppression_reason(0.10, 0.02, 0.20, 29.95, 500, 44)
    assert said == "not shown: effective sample size 29 is under 30"


def test_students_quantile():
    """Printed tables' values; none without degrees of freedom."""
    found = estimation.t_quantile(np.array([1, 8, 44, 13414, 0]))
    assert found[:4] == pytest.approx([12.7062, 2.3060, 2.0154, 1.9601], abs=5e-5)
    assert np.isnan(found[4])


def test_few_degrees_of_freedom_and_estimates_of_zero_ask_for_care():
    """Shown, with a word of warning."""
    assert "7 degrees of freedom" in estimation.review_reason(0.2, 7)
    assert "0%" in estimation.review_reason(0.0, 20)
    assert estimation.review_reason(0.2, 8) == ""


def test_no_case_among_sixty_has_the_exact_interval():
    """p = 0: n_eff is n, the upper bound Clopper and Pearson's with n shrunk for 20 degrees of freedom."""
    low, high = estimation.korn_graubard_interval(*(np.array([x]) for x in (0.0, 0.0, 60, 20)))
    shrunk = 60 * (estimation.t_quantile(59) / estimation.t_quantile(20)) ** 2
    assert low[0] == 0
    assert high[0] == pytest.approx(1 - 0.025 ** (1 / shrunk))


@pytest.mark.parametrize(
    ("question", "parameter", "allowed"),
    [
        ({"outcome": "gout"}, "outcome", "neuropathy"),
        ({"outcome": "neuropathy", "by": "decile"}, "by", "quintile"),
        ({"outcome": "neuropathy", "standardize": "age"}, "standardize", "age-sex"),
        ({"outcome": "neuropathy", "variance": "bootstrap"}, "variance", "jackknife"),
        ({"outcome": "neuropathy", "where": {"height": "tall"}}, "where", "diabetes"),
        ({"outcome": "neuropathy", "where": {"age": "20-39"}}, "where age", "75+"),
        ({"outcome": "neuropathy", "where": {"sex": []}}, "where sex", "female"),
        ({"outcome": "rheumatoid_arthritis", "where": {"sex": "male"}}, "where sex", "female"),
    ],
)
def test_a_wrong_question_names_the_parameter_and_what_is_allowed(question, parameter, allowed):
    """So does the command line, which prints the same words."""
    with pytest.raises(SurveyQueryError) as error:
        estimate_prevalence(**question)
    assert error.value.parameter == parameter
    assert allowed in error.value.allowed
    assert str(error.value).startswith(f"{parameter}: ")


def test_the_groups_of_an_unknown_outcome_are_refused_by_name():
    """And not as a missing file."""
    with pytest.raises(SurveyQueryError, match="outcome: 'gout'"):
        survey.groups("gout")


def test_four_conditions_at_once_were_not_tabulated():
    """The error lists the crossings there are."""
    where = {"diabetes": "yes", "ckd": "yes", "ppi": "yes", "bmi": "30plus"}
    with pytest.raises(SurveyQueryError, match=r"any part of one of .*diabetes x ckd x ppi"):
        estimate_prevalence("neuropathy", where=where)


def test_the_funnel_ends_at_the_sample():
    """From everyone sampled to the people analyzed."""
    assert survey.load_funnel("neuropathy")["n"].tolist() == [31126, 9970, 9145, 7902, 7726]
