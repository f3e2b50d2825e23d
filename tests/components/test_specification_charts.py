"""The specification curve: sorted, an interval for each analysis, the main one lit, words that follow what is shown."""

import numpy as np
import pandas as pd
import pytest

from components.charts.base import PALETTE
from components.charts.specification import specification_curve
from components.views import multiverse as view

ANALYSES = pd.DataFrame(
    [
        (1.5, 1.1, 2.0, True, "Dietary", "Full"),
        (0.9, 0.7, 1.2, False, "None", "Full"),
        (1.2, 0.9, 1.6, False, "Dietary", "Crude"),
    ],
    columns=["odds_ratio", "ci_low", "ci_high", "chosen", "Weights", "Adjusted for"],
)


def draw(analyses=ANALYSES, arm="lowest", mode="light", size="wide"):
    look = {"ends": (0.7, 2.0), "total": 3, "mode": mode, "size": size}
    return specification_curve(analyses, ["Weights", "Adjusted for"], arm=arm, **look)


def points(figure, color):
    return next(t for t in figure.data if t.mode == "markers" and t.marker.color == color)


def words_in(figure) -> str:
    inside = [word for trace in figure.data if trace.mode == "text" for word in trace.text]
    ticks = figure.layout.yaxis2.ticktext or ()
    return " ".join([*inside, *ticks, *(note.text for note in figure.layout.annotations)])


@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_analyses_are_sorted_and_the_main_one_is_a_diamond(mode, size):
    """0.9 is first, 1.2 second, the main 1.5 third; every choice is named."""
    figure = draw(mode=mode, size=size)
    main, quiet = points(figure, PALETTE[mode]["series"]), points(figure, PALETTE[mode]["quiet"])
    assert (list(main.x), list(main.y), main.marker.symbol) == ([3], [1.5], "diamond")
    assert (list(quiet.x), list(quiet.y)) == ([1, 2], [0.9, 1.2])
    said = words_in(figure).lower()
    for name in ("weights", "adjusted for", "dietary", "none", "crude", "full", "main: 1.50 (1.10 to 2.00)"):
        assert name in said


def test_every_analysis_has_its_interval():
    """The intervals of the two quiet ones are one path: up, break, up, break."""
    figure = draw()
    path = next(t for t in figure.data if t.mode == "lines" and t.line.color == PALETTE["light"]["quiet"])
    assert list(path.x) == [1, 1, 1, 2, 2, 2]
    assert np.array_equal(path.y, [0.7, 1.2, np.nan, 0.9, 1.6, np.nan], equal_nan=True)


def test_the_title_counts_both_facts():
    """Two of three odds ratios lie above 1, one whole interval does; one left is told as it is."""
    both = draw().layout.meta
    assert both["title"] == "Lowest fifth: odds ratio above 1 in 2 of 3 analyses, interval in 1"
    assert "The odds ratio lies above 1 in 2 of 3, its whole 95% interval in 1 of 3." in both["alt"]
    one = draw(ANALYSES[ANALYSES["odds_ratio"] == 0.9], arm="highest").layout.meta
    assert one["title"] == "Highest fifth, the one analysis left: odds ratio 0.90 (0.70 to 1.20)"
    assert "The main analysis is not among those shown." in one["subtitle"]
    assert "1 of 3 analyses" in one["subtitle"]


def test_the_axis_stays_when_the_arm_changes():
    """Both arms of the real analyses are drawn on one scale, so that they can be compared."""
    low, high = (view.curve((), arm, "light", "wide").layout.yaxis.range for arm in ("lowest", "highest"))
    assert low == high


@pytest.mark.parametrize(
    ("arm", "title"),
    [
        ("lowest", "Lowest fifth: odds ratio above 1 in 144 of 144 analyses, interval in 93"),
        ("highest", "Highest fifth: odds ratio above 1 in 140 of 144 analyses, interval in 66"),
    ],
)
def test_all_144_are_drawn(arm, title):
    """As counted in multiverse.csv: 93 low arms and 66 high arms above 1."""
    figure = view.curve((), arm, "light", "wide")
    assert figure.layout.meta["title"] == title
    assert sum(len(trace.x) for trace in figure.data if trace.mode == "markers") == 144


def test_titles_fit():
    """No title is over 80 characters, whatever is filtered."""
    for choice, (_, options) in view.CHOICES.items():
        for value in options:
            for arm in view.ARMS:
                assert len(view.curve(((choice, (value,)),), arm, "light", "wide").layout.meta["title"]) <= 80


def test_the_main_analysis_follows_the_model_shown():
    """Row 9 of the list with the full model, row 5 where only the demographic one is shown, none without weights."""
    for picked, chosen in (
        ((), [9]),
        ((("adjustment", ("demographic",)),), [5]),
        ((("adjustment", ("crude", "demographic")),), [5]),
        ((("weights", ("none",)),), []),
    ):
        analyses = view.picked_analyses(picked)
        assert analyses.loc[analyses["chosen"], "specification"].tolist() == chosen


def test_the_sentences_count_the_whole_list():
    """140 pairs of odds ratios, 64 pairs of intervals; 64 + 29 + 2 + 49 = 144 by ends, 52 + 92 = 144 by the lowest point."""
    said = view.sentences(())
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
    said = view.sentences((("weights", ("none",)),))
    assert "their odds ratios lie above 1 in 44 of 48" in said
    assert "both lie above 1 in 0 of 48, that of the lowest fifth alone in 11 of 48" in said
    assert "neither in 37 of 48" in said


@pytest.mark.parametrize(
    "picked", [(), (("weights", ("none",)),), (("cuts", ("weighted",)), ("adjustment", ("crude",)))]
)
def test_every_count_of_analyses_agrees_with_the_table(picked):
    """Counted again here, row by row: a count of odds ratios is never told as one of intervals."""
    rows = [row for _, row in view.picked_analyses(picked).iterrows()]
    total = len(rows)
    ratios = sum(row["q1_odds_ratio"] > 1 and row["q5_odds_ratio"] > 1 for row in rows)
    intervals = sum(row["q1_ci_low"] > 1 and row["q5_ci_low"] > 1 for row in rows)
    said = view.sentences(picked)
    assert f"odds ratios lie above 1 in {ratios} of {total} " in said
    assert f"Their intervals are another count: both lie above 1 in {intervals} of {total}," in said
    for arm, prefix in view.COLUMNS.items():
        above, whole = (sum(row[f"{prefix}_{part}"] > 1 for row in rows) for part in ("odds_ratio", "ci_low"))
        title = view.curve(picked, arm, "light", "wide").layout.meta["title"]
        assert title.endswith(f"odds ratio above 1 in {above} of {total} analyses, interval in {whole}")


def test_the_high_end_hangs_on_the_weights_and_on_the_cut_points():
    """48 + 18 + 0 = 66 of 144; a third of the list each, and no single percentage."""
    said = view.hangs_on()
    assert said.startswith("**The high end hangs on the survey weights and on where the fifths are cut.**")
    for part in (
        "48 of 48 analyses weighted with fifths cut in the sample",
        "18 of 48 weighted with fifths cut in the population",
    ):
        assert part in said
    assert "and 0 of 48 unweighted" in said
    assert "above 1 in 44 of 48 unweighted ones, and 1.10 in their median" in said
    assert "neither was tested here" in said
    table = view.by_weights_and_cuts().set_index("Analyses")
    assert list(table["Intervals of both ends above 1"]) == ["64 of 144", "48 of 48", "16 of 48", "0 of 48"]
    assert list(table["Odds ratios of both ends above 1"]) == ["140 of 144", "48 of 48", "48 of 48", "44 of 48"]


def test_counts_by_each_other_choice_add_up_to_the_whole():
    """Both case rules together are 144 analyses with 64 pairs of intervals, and so on for each choice."""
    table = view.by_other_choices()
    parts = table["Analyses"].str.split(":").str[0]
    for column, total in (("Intervals of both ends above 1", 64), ("Odds ratios of both ends above 1", 140)):
        counts = table[column].str.split(" of ", expand=True).astype(int)
        assert (counts[0].groupby(parts).sum() == total).all()
        assert (counts[1].groupby(parts).sum() == 144).all()


def test_the_case_rules_make_twins():
    """69 of 72 pairs agree on both ends; the odds ratios lie within 4% of each other."""
    said = view.how_many()
    assert "of 72 pairs that differ in nothing else, 69 agree" in said
    assert "by more than 4%" in said


def test_the_list_is_told_with_what_had_been_seen():
    """Before the set was run, not before any was; no outside registration; on the page, under the chart, with the data."""
    from data.results_tables import MULTIVERSE

    chart = view.curve((), "lowest", "light", "wide").layout.meta["source"]
    for told in (view.what_it_is(), chart, MULTIVERSE.description):
        assert "before the set was run" in told and "one unweighted variant had been seen" in told
        assert "registered nowhere outside" in told and "before any" not in told


def test_a_bound_beside_1_keeps_its_digits_in_the_table():
    """No bound of the list is shown as exactly 1, which would hide on which side it lies."""
    table = view.table(())
    assert not (table[[column for column in table if ", from" in column or ", to" in column]] == 1).any(axis=None)


def test_the_table_has_the_main_analysis():
    """Analysis 9: 6,891 people, 1,191 cases, 1.42 (1.05 to 1.93) and 1.47 (1.03 to 2.08)."""
    table = view.table(())
    row = table[table["Main"] == "◆ main"].iloc[0]
    assert (len(table), row["Analysis"], row["People"], row["Cases"]) == (144, 9, 6891, 1191)
    assert row.filter(like="fifth")[:6].tolist() == [1.42, 1.05, 1.93, 1.47, 1.03, 2.08]


def test_ticks_stand_below_their_own_analysis():
    """Sorted, the quiet two are None and Full, then Dietary and Crude; the main third is Dietary and Full."""
    figure = draw()
    row_of = dict(zip(figure.layout.yaxis2.ticktext, figure.layout.yaxis2.tickvals, strict=True))
    quiet, main = (t for t in figure.data if t.yaxis == "y2" and t.mode == "lines")

    def spots(trace):
        middles = (trace.y[0::3] + trace.y[1::3]) / 2
        return {(x, round(y, 6)) for x, y in zip(trace.x[0::3], middles, strict=True)}

    expected = {(1, "None"), (1, "Full"), (2, "Dietary"), (2, "Crude")}
    assert spots(quiet) == {(x, row_of[option]) for x, option in expected}
    assert spots(main) == {(3, row_of[option]) for option in ("Dietary", "Full")}
