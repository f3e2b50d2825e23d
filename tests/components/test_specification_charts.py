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
    """Two of three point up, one interval excludes 1; one left is told as one."""
    assert draw().layout.meta["title"] == "Higher odds in the lowest fifth in 2 of 3 analyses; 1 interval excludes 1"
    one = draw(ANALYSES[ANALYSES["odds_ratio"] == 0.9], arm="highest").layout.meta
    assert one["title"] == "The one analysis left: no higher odds in the highest fifth; its interval includes 1"
    assert "The main analysis is not among those shown." in one["subtitle"]
    assert "1 of 3 analyses" in one["subtitle"]


def test_the_axis_stays_when_the_arm_changes():
    """Both arms of the real analyses are drawn on one scale, so that they can be compared."""
    low, high = (view.curve((), arm, "light", "wide").layout.yaxis.range for arm in ("lowest", "highest"))
    assert low == high


@pytest.mark.parametrize(
    ("arm", "title"),
    [
        ("lowest", "Higher odds in the lowest fifth in 144 of 144 analyses; 93 intervals exclude 1"),
        ("highest", "Higher odds in the highest fifth in 140 of 144 analyses; 66 intervals exclude 1"),
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
    """52 + 92 = 144 lowest in the middle or the second fifth; 64 + 29 + 2 + 49 = 144 by arms."""
    said = view.sentences(())
    assert "in the middle fifth in 52 of 144 (36%) of the analyses shown; the second fifth in 92 of 144 (64%)" in said
    assert "(second, middle or fourth) in 144 of 144 (100%)" in said
    assert "both exclude 1 in 64 of 144 (44%); of the lowest alone in 29 of 144 (20%)" in said
    assert "of the highest alone in 2 of 144 (1%); of neither in 49 of 144 (34%)" in said
    assert "includes 1 in 144 of 144 (100%)" in said


def test_the_sentences_follow_the_filter():
    """Unweighted: 48 analyses, none of whose high arms excludes 1, 11 low arms do."""
    said = view.sentences((("weights", ("none",)),))
    assert "both exclude 1 in 0 of 48 (0%); of the lowest alone in 11 of 48 (23%)" in said
    assert "of neither in 37 of 48 (77%)" in said


def test_unweighted_the_high_arm_nearly_vanishes():
    """66 of 96 weighted high arms exclude 1 (32 dietary + 34 exam), none of 48 unweighted; 144 analyses are named."""
    said = view.unweighted()
    assert "66 of 96 (69%) weighted" in said
    assert "0 of 48 (0%) unweighted" in said
    assert "and 1.10 unweighted" in said
    assert "**144 were listed in a file before any was run**" in view.what_it_is()


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
