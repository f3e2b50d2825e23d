"""Sentences about survey estimates: true of the rows shown, and never surer than their intervals."""

import pandas as pd
import pytest

from components import survey_words as say
from components.rows import records
from tests.survey_rows import FALLING, FLAT, NONE_SHOWN, SOME_HIDDEN, U_SHAPED, curve, fifths


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (U_SHAPED, "Before adjustment: neuropathy more common at both ends than the middle"),
        (FALLING, "Before adjustment: neuropathy more common in lowest than highest fifth"),
        (FLAT, "Neuropathy by magnesium intake, women 40 and over"),
        (SOME_HIDDEN, "Neuropathy by magnesium intake, women 40 and over"),
        (NONE_SHOWN, "Too few to say: neuropathy by intake, women 40 and over"),
    ],
)
def test_the_title_claims_only_what_intervals_bear(rows, title):
    """A U needs a middle fifth whose interval lies below both ends'; overlapping rows get no finding."""
    assert say.prevalence_title(records(rows), outcome="neuropathy", who="women 40 and over") == title


def test_one_end_alone_is_no_u():
    """Lowest fifth clearly above the middle, highest not: the title speaks of the lowest alone."""
    rows = fifths((0.20, 0.18, 0.22), (0.15, 0.12, 0.19), (0.13, 0.10, 0.16), (0.15, 0.12, 0.19), (0.16, 0.14, 0.19))
    title = say.prevalence_title(records(rows), outcome="chronic pain", who="adults 20 and over")
    assert title == "Before adjustment: chronic pain more common in lowest than middle fifth"


def test_touching_intervals_are_not_apart():
    """0.16 to 0.18 and 0.18 to 0.20 share a point, so nothing is told apart."""
    rows = fifths((0.19, 0.18, 0.20), (0.17, 0.16, 0.18), *[(0.18, 0.16, 0.20)] * 3)
    assert say.separated_pairs(records(rows)) == []


def test_pairs_of_hidden_rows_do_not_count():
    """A row that may not be shown is not compared, however far away it lies."""
    rows = fifths((0.60, 0.50, 0.70), *[(0.10, 0.09, 0.11)] * 4, hidden=(1,))
    assert say.separated_pairs(records(rows)) == []
    assert say.pairs_sentence(records(rows)).startswith("All 6 pairs of intervals overlap; overlap alone does not")


def test_no_title_is_too_long():
    """A long group goes into the subtitle, and the title says so."""
    for outcome in ("rheumatoid arthritis", "neuropathy"):
        for rows in (FALLING, U_SHAPED):
            assert len(say.prevalence_title(records(rows), outcome=outcome, who="women 20 to 80")) <= 80
    who = "Mexican American women 40 to 59 or 75 and over with reduced kidney function taking a diuretic"
    for rows in (FLAT, NONE_SHOWN):
        title = say.prevalence_title(records(rows), outcome="rheumatoid arthritis", who=who)
        assert len(title) <= 80
        assert "group" in title


def test_lowest_and_highest_say_whether_they_overlap():
    """The figures are those of the rows; the last sentence follows the intervals."""
    apart = say.lowest_and_highest(records(U_SHAPED))
    assert "middle fifth, 11.0% (9.0 to 13.0)" in apart
    assert "lowest fifth, 20.0% (18.0 to 22.0)" in apart
    assert "Their intervals do not overlap." in apart
    near = fifths((0.16, 0.13, 0.19), *[(0.14, 0.12, 0.17)] * 4)
    assert "Their intervals overlap" in say.lowest_and_highest(records(near))
    for said in (apart, say.lowest_and_highest(records(near))):
        assert "The pair was picked after the fact" in said
    assert say.lowest_and_highest(records(NONE_SHOWN)) == "There are too few people to compare the fifths of intake."


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
    assert said in say.lowest_and_highest(records(rows))


def test_pairs_are_counted():
    """U-shaped: 1 is above 2, 3 and 4; 5 above 2 and 3; 4 touches 3 at 0.13 and 5 at 0.17, 2 overlaps both: 5 of 10."""
    assert sorted(say.separated_pairs(records(U_SHAPED))) == [(2, 1), (2, 5), (3, 1), (3, 5), (4, 1)]
    assert (
        say.pairs_sentence(records(U_SHAPED))
        == "Of the 10 pairs of fifths shown, 5 have intervals that do not overlap."
    )
    assert say.pairs_sentence(records(NONE_SHOWN)) == ""


def test_hidden_rows_are_counted_and_explained():
    """Nothing is said where everything is shown."""
    assert say.hidden_sentence(records(SOME_HIDDEN)).startswith("2 of 5 figures are not drawn")
    assert say.hidden_sentence(records(FLAT)) == ""


def test_rows_to_read_with_care_are_named():
    """A shown row with a flag is told with its reason."""
    rows = FLAT.assign(flag=["", "with care: only 5 degrees of freedom (under 8)", "", "", ""])
    assert say.care_sentence(records(rows)) == "Read with care: second fifth: only 5 degrees of freedom (under 8)."
    assert say.care_sentence(records(FLAT)) == ""


@pytest.mark.parametrize(
    ("n", "flag", "said"),
    [
        (24, "not shown: effective sample size 24 is under 30", "Too few to say (24 people)."),
        (1, "not shown: effective sample size 1 is under 30", "Too few to say (1 person)."),
        (0, "not shown: nobody in this group", "Nobody in this group."),
        (
            102,
            "not shown: the interval is 36 points wide (30 or more)",
            "Too few to say (102 people). The interval is 36 points wide (30 or more).",
        ),
    ],
)
def test_words_stand_in_the_place_of_a_point(n, flag, said):
    """The number of people, and the reason where that number is not it."""
    assert say.too_few(pd.Series({"n": n, "flag": flag})) == said


@pytest.mark.parametrize(
    ("low", "high", "title"),
    [
        (
            (1.42, 0.9976, 2.03),
            (1.58, 1.14, 2.19),
            "Odds 1.42 (0.998 to 2.03) at 100 mg and 1.58 (1.14 to 2.19) at 500, against 257",
        ),
        ((1.5, 0.02, 104.11), (1.6, 0.04, 102.2), "Odds ratio by intake, against 257 mg a day"),
    ],
    ids=["told", "too long to tell"],
)
def test_the_curve_title_tells_both_arms_with_their_intervals(low, high, title):
    """No verdict hangs on whether a bound lies just above or just below 1."""
    assert say.curve_title(curve(low, high), reference_mg=257) == title


@pytest.mark.parametrize(
    ("low", "said"), [(1.004, "1.004"), (0.9976, "0.998"), (1.00004, "1.00"), (1.0, "1.00"), (1.05, "1.05")]
)
def test_a_bound_near_1_is_told_to_the_digit_that_decides(low, said):
    """Beside "its interval lies above 1" there must not stand "1.00"."""
    assert say.ratio({"odds_ratio": 1.49, "ci_low": low, "ci_high": 2.23}) == f"1.49 ({said} to 2.23)"


@pytest.mark.parametrize(
    ("p", "said"),
    [
        (0.0006, "a straight line fits worse than the curve (test for a bend, p below 0.001)."),
        (0.0115, "a straight line fits worse than the curve (test for a bend, p = 0.011)."),
        (0.04972, "a straight line fits only just worse than the curve (test for a bend, p = 0.0497)."),
        (0.05578, "The data fall just short of showing a bend (p = 0.056); they do not rule one out."),
        (0.0958, "The data do not show a bend (p = 0.096); they do not rule one out."),
        (0.6527, "The data do not show a bend (p = 0.65); they do not rule one out."),
    ],
)
def test_the_test_for_a_bend_is_told(p, said):
    """Small p values to three digits, larger to two, more where 0.05 would be printed; none proves a straight line."""
    assert say.bend_sentence(p).endswith(said)


@pytest.mark.parametrize("adjusted", ["adjusted", "not adjusted"])
def test_the_reading_of_the_curve_names_outcome_adjustment_and_both_contrasts(adjusted):
    """Two figures print as 1.42: two points of the curve, and two whole fifths."""
    reading = say.curve_reading(
        curve((1.42, 0.997, 2.03), (1.58, 1.14, 2.19)),
        pd.Series({"reference_mg": 257, "nonlinearity_p": 0.0115}),
        outcome="chronic pain",
        adjusted=adjusted,
        lowest={"odds_ratio": 1.42, "ci_low": 1.05, "ci_high": 1.93},
    )
    assert (
        f"1.42 times the odds of chronic pain of people who ate 257 mg ({adjusted}; 95% interval 0.997 to 2.03); at 500 mg, "
        "1.58 (1.14 to 2.19). These compare two points of the curve."
    ) in reading
    assert "all of the middle one are another comparison, 1.42 (1.05 to 1.93)." in reading
    assert say.bend_sentence(0.0115) in reading


def test_odds_ratios_are_judged_by_their_interval():
    """Above 1, below 1, or could be no difference."""
    rows = pd.DataFrame({"quintile": [1, 5], "odds_ratio": [1.42, 0.9], "ci_low": [1.05, 0.7], "ci_high": [1.93, 1.2]})
    said = say.direct_comparison(records(rows), "not adjusted")
    assert "1.42 (1.05 to 1.93) in the lowest fifth, which is higher in this sample (its interval lies above 1)" in said
    assert "0.90 (0.70 to 1.20) in the highest fifth, which could be no difference" in said
    assert say.verdict({"ci_low": 0.5, "ci_high": 0.9}) == "is lower in this sample (its interval lies below 1)"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (1.00009, 2.229, "is higher in this sample (its interval lies only just above 1)"),
        (0.9923, 1.7226, "could be no difference (its interval only just includes 1)"),
        (0.4255, 0.9949, "is lower in this sample (its interval lies only just below 1)"),
        (1.01, 1.05, "is higher in this sample (its interval lies above 1)"),
    ],
)
def test_a_verdict_that_hangs_on_a_trifle_is_told_as_one(low, high, said):
    """A twentieth of the length: 0.04 for the first on the log scale, but 0.002 for the last, whose bound lies 0.01 from 1."""
    assert say.verdict({"ci_low": low, "ci_high": high}) == said


def test_one_interval_without_1_beside_one_with_it_is_no_difference():
    """Told where the two ends part in this, and only there."""
    ends = [(1, 1.49, 1.10, 2.02), (5, 1.35, 0.96, 1.91)]
    rows = [dict(zip(("quintile", "odds_ratio", "ci_low", "ci_high"), end, strict=True)) for end in ends]
    said = say.direct_comparison(rows, "not adjusted")
    assert said.endswith("is no difference between the two ends, which were not compared with each other.")
    assert "no difference between the two ends" not in say.direct_comparison(
        [row | {"ci_low": 1.10} for row in rows], "not adjusted"
    )


def test_what_adjustment_leaves_is_told_without_a_verdict():
    """Estimates with their intervals; whether one "is higher" would hang on a bound near 1."""
    rows = [
        {"quintile": 1, "odds_ratio": 1.49, "ci_low": 1.00009, "ci_high": 2.229},
        {"quintile": 5, "odds_ratio": 0.96, "ci_low": 0.72, "ci_high": 1.29},
    ]
    assert say.after_adjustment(rows) == (
        "After adjustment, the odds ratio against the middle fifth is 1.49 (1.0001 to 2.23) in the lowest fifth and 0.96 (0.72 to 1.29) "
        "in the highest fifth"
    )


def test_counts_of_a_list_are_no_percentages():
    """The list is ours, so its share says nothing."""
    assert say.count_words(64, 144) == "64 of 144"
