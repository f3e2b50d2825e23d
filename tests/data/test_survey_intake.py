"""Committed intakes against R, against one another, and asked wrongly."""

import pytest

from data.survey import SurveyQueryError
from data.survey_intake import CYCLES, STATISTICS, intake_groups, load_intake, load_intake_trend
from tests.r import r_rows


@pytest.mark.parametrize(
    ("analysis", "cycle", "where"),
    [
        ("intake-2021-2023-female", "2021-2023", {"sex": "female"}),
        ("intake-2021-2023-75+", "2021-2023", {"age": "75+"}),
        ("intake-2017-2020-male-asian", "2017-2020", {"sex": "male", "race": "asian"}),
    ],
)
def test_one_day_intakes_agree_with_r(analysis, cycle, where):
    """Estimates to 5 digits; jackknife standard errors within 2% of R's linearized ones."""
    theirs = r_rows(analysis)
    ours = load_intake(cycle, where, "food", "one_day").set_index("statistic")
    for statistic in ("mean", "p05", "p50", "p95", "share_below_ear"):
        assert ours.at[statistic, "estimate"] == pytest.approx(theirs.at[statistic, "estimate"], rel=1e-5)
    for statistic in ("mean", "share_below_ear"):
        assert ours.at[statistic, "se"] == pytest.approx(theirs.at[statistic, "se"], rel=0.02)
    above = load_intake(cycle, where, "supplements").iloc[0]
    assert above["estimate"] == pytest.approx(theirs.at["share_above_ul", "estimate"], rel=1e-4)


@pytest.mark.parametrize("cycle", CYCLES)
@pytest.mark.parametrize("sex", ["female", "male"])
def test_correcting_the_spread_keeps_the_mean_and_draws_in_the_tails(cycle, sex):
    """Mean within 1%; 5th percentile up, 95th down."""
    one_day, usual = (
        load_intake(cycle, {"sex": sex}, "food", method).set_index("statistic")["estimate"]
        for method in ("one_day", "usual")
    )
    assert usual["mean"] == pytest.approx(one_day["mean"], rel=0.01)
    assert usual["p05"] > one_day["p05"]
    assert usual["p95"] < one_day["p95"]


@pytest.mark.parametrize("method", ["one_day", "usual"])
def test_the_share_of_both_sexes_lies_between_theirs(method):
    """Usual intake is corrected within each sex, and both are the two together."""
    shares = {
        sex: load_intake(where=where, method=method).set_index("statistic").at["share_below_ear", "estimate"]
        for sex, where in (("all", {}), ("female", {"sex": "female"}), ("male", {"sex": "male"}))
    }
    assert shares["female"] < shares["all"] < shares["male"]


@pytest.mark.parametrize("cycle", CYCLES)
def test_every_group_has_every_statistic(cycle):
    """Nine for food, one for supplements."""
    for key, values in intake_groups(cycle).items():
        for value in values:
            food = load_intake(cycle, {key: value})["statistic"].tolist()
            pills = load_intake(cycle, {key: value}, "supplements")["statistic"].tolist()
            assert food + pills == list(STATISTICS)


def test_the_trend_has_every_survey_since_1999():
    """Eleven, for everybody and each sex."""
    for sex in ("all", "female", "male"):
        trend = load_intake_trend(sex)
        assert (len(trend), trend["cycle"].iloc[0], trend["cycle"].iloc[-1]) == (11, "1999-2000", "2021-2023")


def test_a_survey_without_medicines_says_so():
    """2021-2023 has no drug names; the error lists the keys it has."""
    with pytest.raises(SurveyQueryError, match="expected one of sex, age, race"):
        load_intake("2021-2023", {"ppi": "yes"})
    with pytest.raises(SurveyQueryError, match="age x race"):
        load_intake("2017-2020", {"age": "75+", "race": "asian"})
