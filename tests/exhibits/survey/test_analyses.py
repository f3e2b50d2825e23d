"""Counts of all analyses, and what is said of them: a count of odds ratios is never told as one of intervals."""

import pytest

from exhibits.choices import NoChoices
from exhibits.survey.analyses import FIRST, counts_of, picked_analyses
from exhibits.survey.analysis_counts import ANALYSES_BY_CHOICE, ANALYSES_BY_WEIGHTS
from exhibits.survey.analysis_words import counted_otherwise, hangs_on, how_many, legend, sentences
from tests.exhibits.survey.helpers import LIGHT


def test_the_sentences_count_the_first_list():
    """140 pairs of odds ratios, 64 pairs of intervals; 64 + 29 + 2 + 49 = 144 by ends, 52 + 92 = 144 by the lowest point."""
    said = sentences(FIRST)
    assert "their odds ratios lie above 1 in 140 of 144 of the analyses shown" in said
    assert "both lie above 1 in 64 of 144, that of the lowest fifth alone in 29 of 144" in said
    assert "of the highest alone in 2 of 144, neither in 49 of 144" in said
    assert (
        "larger of the two in 98 of 144, and its interval lies above 1 in 101 of 144, that of the highest in 66 of 144"
        in said
    )
    assert "in the middle fifth in 52 of 144; the second fifth in 92 of 144" in said
    assert "stands beside the fifth that has in 144 of 144" in said
    assert "includes 1 in 144 of 144" in said


def test_the_sentences_follow_the_filter():
    """Unweighted: 48 analyses; 44 pairs of odds ratios above 1, no pair of intervals, 11 of the lowest fifth alone."""
    said = sentences((("weights", ("none",)), *FIRST))
    assert "their odds ratios lie above 1 in 44 of 48" in said
    assert "both lie above 1 in 0 of 48, that of the lowest fifth alone in 11 of 48" in said
    assert "neither in 37 of 48" in said


@pytest.mark.parametrize(
    "picked", [(), (("weights", ("none",)),), (("cuts", ("weighted",)), ("adjustment", ("crude",)))]
)
def test_every_count_of_analyses_agrees_with_the_table(picked):
    """Counted again here, row by row."""
    rows = [row for _, row in picked_analyses(picked).iterrows()]
    total = len(rows)
    ratios = sum(row["q1_odds_ratio"] > 1 and row["q5_odds_ratio"] > 1 for row in rows)
    intervals = sum(row["q1_ci_low"] > 1 and row["q5_ci_low"] > 1 for row in rows)
    said = sentences(picked)
    assert f"odds ratios lie above 1 in {ratios} of {total} " in said
    assert f"Their intervals are another count: both lie above 1 in {intervals} of {total}," in said


def test_the_high_end_hangs_on_the_weights_and_on_the_cut_points():
    """48 + 18 + 0 = 66 of 144; a third of the list each, and no single percentage."""
    plainly, said = hangs_on()
    for counted in (
        "sample: 48 of 48.",
        "(as in the main analysis): 18 of 48.",
        "Unweighted: 0 of 48.",
        "44 of 48 unweighted",
        "1.10",
    ):
        assert counted in plainly
    assert said.startswith("**In amounts, the high end hangs on the survey weights and on where the fifths are cut.**")
    for part in (
        "48 of 48 analyses weighted with fifths cut in the sample",
        "18 of 48 weighted with fifths cut in the population",
    ):
        assert part in said
    assert "and 0 of 48 unweighted" in said
    assert "above 1 in 44 of 48 unweighted ones, and 1.10 in their median" in said
    assert "the test of the weights is told under" in said
    table = ANALYSES_BY_WEIGHTS.table(NoChoices()).set_index("Analyses")
    first = table.loc["Listed first, all in amounts":]
    assert list(first["All such analyses"]) == [144, 48, 48, 48]
    assert list(first["Intervals of both ends above 1"]) == [64, 48, 16, 0]
    assert list(first["Odds ratios of both ends above 1"]) == [140, 48, 48, 44]
    assert "16 of 48" in ANALYSES_BY_WEIGHTS.figure(NoChoices(), LIGHT)


def test_the_counts_by_scale_add_up_to_the_whole():
    """192 analyses each way to count; by calories no pair of intervals lies above 1."""
    table = ANALYSES_BY_WEIGHTS.table(NoChoices()).set_index("Analyses")
    for column in table:
        whole, *parts = table[column].iloc[:4]
        assert whole == sum(parts)
    assert counts_of((("scale", ("density",)),)).both == counts_of((("scale", ("residual",)),)).both == 0
    plainly, said = counted_otherwise()
    assert "Per 1,000 kcal: 0 of 192. Adjusted for energy: 0 of 192." in plainly
    assert "0 of 192 per 1,000 kcal and 0 of 192 adjusted for energy" in said
    assert "added after the amounts had been seen" in said


def test_counts_by_each_other_choice_add_up_to_the_whole():
    """Both case rules together are all analyses and all their pairs of intervals, and so on for each choice."""
    whole = counts_of(())
    table = ANALYSES_BY_CHOICE.table(NoChoices())
    parts = table["Analyses"].str.split(":").str[0]
    for column, total in (
        ("Intervals of both ends above 1", whole.both),
        ("Odds ratios of both ends above 1", whole.odds_ratios),
    ):
        assert (table[column].groupby(parts).sum() == total).all()
        assert (table["All such analyses"].groupby(parts).sum() == whole.total).all()


@pytest.mark.parametrize("counts", [ANALYSES_BY_WEIGHTS, ANALYSES_BY_CHOICE], ids=lambda counts: counts.key)
def test_the_counts_are_tables_to_read(counts):
    """Named, with every row, and with the list's story as their source."""
    markup = counts.figure(NoChoices(), LIGHT)
    assert f'aria-label="{markup.words["title"]}"' in markup
    assert markup.count('<tr role="row">') == len(counts.table(NoChoices())) + 1
    assert "listed in a file: 144 before the set was run" in markup.words["source"]


def test_the_case_rules_make_twins():
    """285 of 288 pairs agree on both ends; the odds ratios lie within 4% of each other."""
    said = how_many()
    assert "of 288 pairs that differ in nothing else, 285 agree" in said
    assert "by more than 4%" in said


def test_each_choice_has_its_words():
    """Eight of them, as the filters name them."""
    assert [line.split("**")[1] for line in legend().split("\n")] == [
        *("Weights", "Case rule", "Cut points", "Adjusted for", "Energy", "Diabetes", "Counted as", "Listed")
    ]
