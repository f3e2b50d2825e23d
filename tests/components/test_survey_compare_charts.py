"""A guess beside the data, and published figures beside ours."""

import pandas as pd
import pytest

from components.charts.base import PALETTE
from components.charts.survey_compare import as_printed, benchmark_chart, guess_chart
from tests.survey_rows import NAN, SOME_HIDDEN, U_SHAPED

GUESS = (30, 20, 10, 20, 25)
LOOKS = [(mode, size) for mode in ("light", "dark") for size in ("wide", "narrow", "projector")]
BENCHMARKS = pd.DataFrame(
    [
        ("Gregg 2004", "Neuropathy", 14.8, 12.8, 16.8, 14.79, 13.1, 16.6),
        ("Hicks 2020", "Neuropathy", 13.5, NAN, NAN, 15.0, 14.0, 16.0),
    ],
    columns=["study", "what", "published", "published_low", "published_high", "ours", "ours_low", "ours_high"],
)


def draw(rows=U_SHAPED, *, revealed, mode="light", size="wide"):
    words = {"outcome": "neuropathy", "who": "adults 40 and over", "source": "NHANES"}
    return guess_chart(rows, GUESS, revealed=revealed, **words, mode=mode, size=size)


@pytest.mark.parametrize(("mode", "size"), LOOKS)
def test_the_guess_alone_tells_nothing_of_the_data(mode, size):
    """Before the reveal: one trace, the guess; no figure of the data anywhere."""
    figure = draw(revealed=False, mode=mode, size=size)
    assert [list(trace.y) for trace in figure.data] == [list(GUESS)]
    drawn = figure.to_json()
    for share in ("20.0%", "14.0%", "11.0%", "19.0%"):
        assert share not in drawn


@pytest.mark.parametrize(("mode", "size"), LOOKS)
def test_revealed_both_stand_side_by_side(mode, size):
    """The data come with their intervals, the guess stays; nothing is scored."""
    figure = draw(revealed=True, mode=mode, size=size)
    guess, data = figure.data[:2]
    assert list(guess.y) == list(GUESS)
    assert list(data.y) == pytest.approx([20, 14, 11, 15, 19])
    assert list(data.error_y.array) == pytest.approx([2] * 5)
    assert figure.layout.meta["title"] == "Your guess beside the data"
    assert "middle 11.0%" in figure.layout.meta["alt"]
    assert "score" not in figure.to_json()


def test_hidden_fifths_are_words_when_revealed():
    """Three points at the second, middle and fourth place, words at the two ends."""
    figure = draw(SOME_HIDDEN, revealed=True)
    assert list(figure.data[1].x) == pytest.approx([1.08, 2.08, 3.08])
    said = [note.text for note in figure.layout.annotations]
    assert said.count("Interval<br>too wide<br>(900)") == 2


def test_few_people_and_wide_intervals_are_told_apart():
    """A fifth of 900 people whose interval is too wide is not "too few"; one of 9 people is."""
    few = SOME_HIDDEN.assign(flag="not shown: effective sample size 9 is under 30", n=9)
    said = [note.text for note in draw(few, revealed=True).layout.annotations]
    assert said.count("Too few<br>to say<br>(9)") == 2


def test_the_axis_holds_the_highest_guess():
    """A guess of 50 percent is inside."""
    words = {"outcome": "neuropathy", "who": "adults", "source": "NHANES"}
    figure = guess_chart(U_SHAPED, (50, 0, 0, 0, 0), revealed=False, **words, mode="light")
    assert figure.layout.yaxis.range[1] >= 50


@pytest.mark.parametrize("rows", [U_SHAPED, U_SHAPED.assign(ci_high=0.7)])
def test_the_axis_does_not_move_at_the_reveal(rows):
    """Up to 62%, or up to 100% where the data need it, before the reveal as after it."""
    words = {"outcome": "neuropathy", "who": "adults", "source": "NHANES", "mode": "light"}
    before, after = (guess_chart(rows, (20,) * 5, revealed=revealed, **words) for revealed in (False, True))
    assert before.layout.yaxis.range == after.layout.yaxis.range
    assert before.layout.yaxis.range[1] == (62 if rows is U_SHAPED else 100)


@pytest.mark.parametrize(("mode", "size"), LOOKS)
def test_published_stand_beside_ours(mode, size):
    """14.8 lies inside 13.1 to 16.6, 13.5 outside 14.0 to 16.0: one of two."""
    figure = benchmark_chart(BENCHMARKS, unit="percent", mode=mode, size=size)
    assert figure.layout.meta["title"] == "1 of 2 published figures lie inside our interval"
    published, ours = figure.data
    assert (list(published.x), list(ours.x)) == ([14.8, 13.5], [14.79, 15.0])
    assert published.marker.color == PALETTE[mode]["bg"]
    assert ours.marker.color == PALETTE[mode]["series"]
    assert list(ours.error_x.array) == pytest.approx([1.81, 1.0])


@pytest.mark.parametrize(
    ("value", "said"), [(0.7, "0.7"), (66.0, "66"), (13434, "13,434"), (14.8, "14.8"), (1.433, "1.433")]
)
def test_published_figures_keep_their_digits(value, said):
    """No digit is added to what was printed."""
    assert as_printed(value) == said


def test_a_disagreement_about_1_is_in_the_title():
    """0.7 to 0.9 excludes 1, ours of 0.7 to 1.1 does not, though 0.8 lies inside it; told twice it is still one figure."""
    row = ("Hu 2020", "Odds ratio", 0.8, 0.7, 0.9, 0.85, 0.7, 1.1)
    rows = pd.DataFrame([row, row], columns=BENCHMARKS.columns)
    title = benchmark_chart(rows, unit="odds ratio", mode="light").layout.meta["title"]
    assert title == "0 of 1 published odds ratios are met, 1 is not"


def test_a_published_figure_that_we_redo_twice_counts_once():
    """Met without weights (0.72 to 0.94) and not with them (0.74 to 1.07): one figure, not met; the other is met."""
    redone = [
        ("Hu 2020", "Odds ratio", 0.84, 0.75, 0.95, 0.82, 0.72, 0.94),
        ("Hu 2020", "The same, weighted to the population", 0.84, 0.75, 0.95, 0.89, 0.74, 1.07),
        ("Hu 2020", "The same, below 181 mg/day", 0.7, 0.5, 0.8, 0.73, 0.58, 0.91),
    ]
    rows = pd.DataFrame(redone, columns=BENCHMARKS.columns)
    title = benchmark_chart(rows, unit="odds ratio", mode="light").layout.meta["title"]
    assert title == "1 of 2 published odds ratios are met, 1 is not"


def test_odds_ratios_are_on_a_log_axis_with_a_line_at_1():
    """Only odds ratios have the line."""
    ratios = BENCHMARKS.assign(**{name: BENCHMARKS[name] / 15 for name in BENCHMARKS.columns[2:]})
    figure = benchmark_chart(ratios, unit="odds ratio", mode="light")
    assert figure.layout.xaxis.type == "log"
    assert figure.layout.shapes[0].x0 == 1
    assert not benchmark_chart(BENCHMARKS, unit="percent", mode="light").layout.shapes
