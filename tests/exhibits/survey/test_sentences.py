"""How estimates are told: true of the rows shown, and never surer than their intervals."""

import re

import pandas as pd
import pytest

from exhibits.rows import records
from exhibits.survey import sentences as say
from tests.site_map import ROOT
from tests.survey_rows import NAN, U_SHAPED, fifths


def test_touching_intervals_are_not_apart():
    """0.16 to 0.18 and 0.18 to 0.20 share a point, so nothing is told apart."""
    rows = fifths((0.19, 0.18, 0.20), (0.17, 0.16, 0.18), *[(0.18, 0.16, 0.20)] * 3)
    assert say.separated_pairs(records(rows)) == []


def test_pairs_of_hidden_rows_do_not_count():
    """A row that may not be shown is not compared, however far away it lies."""
    rows = fifths((0.60, 0.50, 0.70), *[(0.10, 0.09, 0.11)] * 4, hidden=(1,))
    assert say.separated_pairs(records(rows)) == []


def test_pairs_are_told_lower_first():
    """U-shaped: 1 is above 2, 3 and 4; 5 above 2 and 3; 4 touches 3 at 0.13 and 5 at 0.17, 2 overlaps both: 5 of 10."""
    assert sorted(say.separated_pairs(records(U_SHAPED))) == [(2, 1), (2, 5), (3, 1), (3, 5), (4, 1)]


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


def test_bands_are_told_in_words():
    """Closed, first and open bands."""
    bands = pd.DataFrame({"intake_low_mg": [0.0, 168.0, 377.0], "intake_high_mg": [168.0, 225.48, NAN]})
    told = [say.band_words(row) for _, row in bands.iterrows()]
    assert told == ["168 mg or less", "168 to 225 mg", "above 377 mg"]
    assert say.band_words(bands.iloc[0], "") == "168 or less"


@pytest.mark.parametrize(
    ("low", "said"), [(1.004, "1.004"), (0.9976, "0.998"), (1.00004, "1.00"), (1.0, "1.00"), (1.05, "1.05")]
)
def test_a_bound_near_1_is_told_to_the_digit_that_decides(low, said):
    """Beside "its interval lies above 1" there must not stand "1.00"."""
    assert say.ratio({"odds_ratio": 1.49, "ci_low": low, "ci_high": 2.23}) == f"1.49 ({said} to 2.23)"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (1.00009, 2.229, "is higher in this sample (its interval lies only just above 1)"),
        (0.9923, 1.7226, "could be no difference (its interval only just includes 1)"),
        (0.4255, 0.9949, "is lower in this sample (its interval lies only just below 1)"),
        (1.01, 1.05, "is higher in this sample (its interval lies above 1)"),
        (0.5, 0.9, "is lower in this sample (its interval lies below 1)"),
    ],
)
def test_a_verdict_that_hangs_on_a_trifle_is_told_as_one(low, high, said):
    """A twentieth of the length: 0.04 for the first on the log scale, but 0.002 for the fourth, whose bound lies 0.01 from 1."""
    assert say.verdict({"ci_low": low, "ci_high": high}) == said


def test_counts_of_a_list_are_no_percentages():
    """The list is ours, so its share says nothing."""
    assert say.count_words(64, 144) == "64 of 144"


@pytest.mark.parametrize(
    ("p", "said", "kept"),
    [
        (0.0496, "p = 0.0496", 0.0496),
        (0.04996, "p = 0.04996", 0.04996),
        (0.0504, "p = 0.0504", 0.0504),
        (0.0123, "p = 0.012", 0.0123),
        (0.937, "p = 0.94", 0.937),
        (0.0004, "p below 0.001", 0.0004),
    ],
)
def test_a_p_value_is_told_on_its_own_side_of_the_limit(p, said, kept):
    """0.0496 is below 0.05, and is not called 0.050; nor in a table to take away."""
    assert (say.p_words(p), say.kept_p(p)) == (said, kept)


def test_p_values_are_told_in_one_way():
    """Everywhere by the functions tested above."""
    own = ROOT / "exhibits" / "survey" / "sentences.py"
    other = re.compile(r"""\bp (?:(?:=|<|below) )?(?:\{(?:number|beside|LOWEST)|0\.001)|round\(.*_p"|_p"\]\.round""")
    for file in (ROOT / "exhibits").rglob("*.py"):
        assert file == own or not other.search(file.read_text()), (
            f"{file.relative_to(ROOT)} tells a p value its own way"
        )
