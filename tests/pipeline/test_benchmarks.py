"""Every published figure the rules list, from the raw files."""

import pandas as pd
import pytest

from pipeline.steps import benchmarks

PUBLISHED = pd.read_csv(benchmarks.PUBLISHED).set_index("key")


@pytest.fixture(scope="module")
def ours() -> dict[str, tuple[float, ...]]:
    parts = (benchmarks.neuropathy_prevalences, benchmarks.wu_sample, benchmarks.tarleton, benchmarks.hu)
    found: dict[str, tuple[float, ...]] = {}
    for part in (*parts, benchmarks.ford):
        found |= part()
    return found


@pytest.mark.raw
@pytest.mark.parametrize(
    ("key", "margin"),
    [
        ("gregg_all", 0.05),
        ("gregg_diabetes", 0.05),
        ("hicks_all", 0.05),
        ("wu_sample", 0),
        ("wu_cases", 0),
        ("tarleton_sample", 1),
        ("tarleton_pain", 0.05),
        ("tarleton_below_ear", 0.5),
        ("tarleton_crude", 0.005),
        ("tarleton_adjusted", 0.005),
        ("tarleton_women", 0.01),
        ("tarleton_men", 0.005),
        ("hu_sample", 0),
        ("hu_cases", 0),
        ("hu_odds_ratio", 0.02),
    ],
)
def test_a_published_figure_is_met(key, margin, ours):
    """To the digits it was printed with, or as near as the margin says."""
    assert abs(ours[key][0] - PUBLISHED.at[key, "published"]) <= margin


@pytest.mark.raw
@pytest.mark.parametrize("key", [key for key in PUBLISHED.index if key.startswith("ford_")])
def test_intakes_of_1999_2000_are_within_two_percent(key, ours):
    """The recall file has been reissued since, so not to the milligram."""
    assert ours[key][0] == pytest.approx(PUBLISHED.at[key, "published"], rel=0.02)


@pytest.mark.raw
@pytest.mark.parametrize("key", ["gregg_all", "gregg_diabetes", "tarleton_crude", "tarleton_adjusted"])
def test_a_published_interval_is_met(key, ours):
    """Within 1.5 points of a percentage, 0.01 of an odds ratio."""
    margin = 1.5 if key.startswith("gregg") else 0.01
    assert ours[key][1] == pytest.approx(PUBLISHED.at[key, "published_low"], abs=margin)
    assert ours[key][2] == pytest.approx(PUBLISHED.at[key, "published_high"], abs=margin)


@pytest.mark.raw
def test_arthritis_falls_then_levels_then_rises_at_the_published_inflections(ours):
    """181 and 446 mg/day: the direction of each piece, and no interval that rules the published odds ratio out."""
    assert ours["hu_below_181"][2] < 1 < ours["hu_above_446"][0]
    for key in ("hu_below_181", "hu_between", "hu_above_446"):
        _, low, high = ours[key]
        assert low <= PUBLISHED.at[key, "published"] <= high


@pytest.mark.raw
def test_the_standard_error_of_hicks_2020_is_half_a_point():
    """Taylor linearization on 44 degrees of freedom."""
    people = benchmarks.read_population("neuropathy_one_foot")
    people = people[people["weight_exam"] > 0]
    mean = benchmarks.estimate_mean(people, "case", "weight_exam", people["case"].notna())
    assert (round(100 * mean.se, 1), mean.df) == (0.5, 44)
