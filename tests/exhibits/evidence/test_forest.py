"""The forest plot: intervals where the figures say, words computed, and three kinds of result kept apart."""

import pandas as pd
import pytest

from exhibits.base import MODES, SIZES, Look
from exhibits.evidence.forest import NO_INTERVAL, ForestChoices, empty, forest_chart, sources, table
from exhibits.evidence.forest_canvas import square_px
from exhibits.evidence.forest_rows import forest_rows, studies_shown
from exhibits.evidence.names import CERTAINTY, TOPICS
from exhibits.palette import PALETTE

LIGHT = Look()
CRAMPS, ARTHRITIS = "cramps, by mouth", "arthritis, in food (observed)"


def drawn(**more) -> dict:
    """A row with an interval that includes no difference."""
    row = {
        "kind": "drawn",
        "label": "Cramps a week",
        "study": "Garrison 2020",
        "study_key": "garrison_2020",
        "out": False,
        "question": CRAMPS,
        "way": "mostly by mouth",
        "panel": "cramps",
        "measure": "Difference in cramps a week",
        "log": False,
        "no_difference": 0.0,
        "less": "fewer cramps",
        "more": "more cramps",
        "better": "less",
        "trials": True,
        "magnesium": True,
        "estimate": -0.18,
        "ci_low": -0.84,
        "ci_high": 0.49,
        "interval_pct": 95,
        "digits": 2,
        "certainty": "moderate",
        "design": "pooled trials",
        "people": 307,
    }
    return row | more


RATIO = {
    "question": ARTHRITIS,
    "way": "from observation",
    "panel": "odds",
    "measure": "Odds ratio",
    "log": True,
    "no_difference": 1.0,
    "less": "fewer",
    "more": "more",
    "trials": False,
    "estimate": 2.0,
    "ci_low": 1.25,
    "ci_high": 3.2,
    "study": "Hu 2020",
    "label": "Arthritis",
    "people": None,
    "certainty": "very_low",
}
TOLD = {
    "kind": "words",
    "study_key": "",
    "out": False,
    "label": "Pain at 4 weeks",
    "study": "Pickering 2011",
    "question": CRAMPS,
    "way": "mostly by mouth",
    "said": "no difference shown",
    "certainty": "low",
    "design": "randomized trial",
    "people": 45,
}
GAP = {
    "kind": "gap",
    "out": False,
    "study_key": "",
    "label": "Glycinate",
    "study": "",
    "said": "no study found",
    "certainty": "",
    "design": "",
}


def forest(*rows: dict, look: Look = LIGHT):
    """The forest plot of these rows."""
    columns = [*drawn(), "said"]
    return forest_chart(pd.DataFrame(rows, columns=columns), topic="Muscles", main=CRAMPS, look=look)


def written(figure) -> str:
    """All text in the plot."""
    return " | ".join(
        str(text) for trace in figure.data if trace.type == "scatter" and trace.mode == "text" for text in trace.text
    )


def squares(figure) -> dict:
    """The trace with the squares: x, y, size and fill of each."""
    (trace,) = (trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers")
    return {
        "x": trace.x,
        "y": trace.y,
        "size": trace.marker.size,
        "fill": trace.marker.color,
        "edge": trace.marker.line,
    }


def lines(figure, *, color: str = "ink", dash: str = "solid") -> list[tuple]:
    """The lines of a look, as (x0, x1, y)."""
    found = []
    for trace in figure.data:
        if (
            trace.type == "scatter"
            and trace.mode == "lines"
            and trace.line.color == PALETTE["light"][color]
            and trace.line.dash == dash
        ):
            found += [(trace.x[i], trace.x[i + 1], trace.y[i]) for i in range(0, len(trace.x), 3)]
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", MODES)
def test_every_size_and_mode_draws_the_interval(mode, size):
    """One square with its line from bound to bound, and the figures beside it."""
    figure = forest(drawn(), look=Look(mode, size))
    ink = PALETTE[mode]["ink"]
    (interval,) = (
        trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines" and trace.line.color == ink
    )
    assert interval.x[0] < squares(figure)["x"][0] < interval.x[1]
    assert "−0.18" in written(figure) and "−0.84 to 0.49" in written(figure)


def test_the_effect_lies_on_a_linear_axis_in_proportion():
    """Estimate −0.18 of −0.84 to 0.49: 0.66 of 1.33 of the way along the line."""
    figure = forest(drawn())
    ((low, high, _),) = lines(figure)
    assert (squares(figure)["x"][0] - low) / (high - low) == pytest.approx(0.66 / 1.33)


def test_ratios_lie_on_a_logarithmic_axis():
    """From 1.25 to 3.2 the odds ratio 2.0 stands half way: 2.0 / 1.25 = 3.2 / 2.0 = 1.6."""
    figure = forest(drawn(**RATIO))
    ((low, high, _),) = lines(figure)
    assert (squares(figure)["x"][0] - low) / (high - low) == pytest.approx(0.5)


def test_each_measure_has_its_own_axis_with_its_own_ticks():
    """Two measures, two axes named; the ratio's axis has a tick at 1 and the difference's at 0."""
    text = f" | {written(forest(drawn(), drawn(**RATIO)))} | "
    assert " | Difference in cramps a week | " in text and " | Odds ratio | " in text
    assert " | 0 | " in f" | {text} | " and " | 1 | " in f" | {text} | "


def test_trials_are_filled_and_observations_hollow():
    """The fill tells design, never the effect."""
    drawn_squares = squares(forest(drawn(), drawn(**RATIO)))
    assert tuple(drawn_squares["fill"]) == (PALETTE["light"]["ink"], PALETTE["light"]["bg"])
    assert set(drawn_squares["edge"].color) == {PALETTE["light"]["ink"]}


def test_the_square_grows_with_the_number_of_people():
    """Ten times the people add 2.2 px; where the number is not stated the square is the smallest."""
    assert square_px(1000, 9) - square_px(100, 9) == pytest.approx(2.2)
    assert square_px(None, 9) == square_px(10, 9) == 9
    assert square_px(float("nan"), 9) == 9


def test_certainty_and_amount_are_words_in_their_own_columns():
    """Four marks with the GRADE word; people as a number, or the words that it is not stated."""
    text = written(forest(drawn(), drawn(**RATIO)))
    assert "●●●○<br>moderate" in text and "pooled trials<br>307 people" in text
    assert "●○○○<br>very low" in text and "number not stated" in text


def test_certainty_has_four_marks_in_four_steps():
    """high to very low: four to one filled marks."""
    assert [marks.count("●") for marks, _ in CERTAINTY.values()] == [4, 3, 2, 1]
    assert {len(marks) for marks, _ in CERTAINTY.values()} == {4}


def test_an_interval_of_another_level_says_so():
    """A 99% interval is marked beside its bounds."""
    assert "−0.84 to 0.49 (99%)" in written(forest(drawn(interval_pct=99)))


def test_no_effect_found_and_not_tested_look_different():
    """The first is words in the plot, the second a dashed line and other words; neither has a square."""
    told, gap = forest(TOLD), forest(GAP)
    assert not [
        trace for figure in (told, gap) for trace in figure.data if trace.type == "scatter" and trace.mode == "markers"
    ]
    assert "no difference shown" in written(told) and "not tested" not in written(told)
    assert "not tested" in written(gap)
    assert len(lines(gap, color="quiet", dash="dash")) == 1
    assert not lines(told, color="quiet", dash="dash")


MORE = drawn(**RATIO)  # 1.25 to 3.2: more
FEWER = drawn(**RATIO | {"estimate": 0.5, "ci_low": 0.3, "ci_high": 0.8})


@pytest.mark.parametrize(
    "rows, title",
    [
        ((drawn(),), "Muscles: on cramps, by mouth, the one interval includes no difference"),
        ((drawn(ci_high=0.0),), "Muscles: on cramps, by mouth, the one interval includes no difference"),
        ((drawn(ci_high=-0.01),), "Muscles: on cramps, by mouth, the one interval says fewer cramps"),
        ((drawn(), drawn()), "Muscles: on cramps, by mouth, both intervals include no difference"),
        ((drawn(), drawn(), drawn()), "Muscles: on cramps, by mouth, all 3 intervals include no difference"),
        (
            (drawn(), drawn(ci_high=-0.01), drawn(ci_low=0.1, estimate=0.2), TOLD),
            "Muscles: on cramps, by mouth, 1 of 3 intervals: fewer cramps; 1 of 3 intervals: more cramps; "
            "1 includes no difference (1 study)",
        ),
        (
            (drawn(), MORE, FEWER),
            "Muscles: on cramps, by mouth, the one interval includes no difference; 2 results on 1 other question",
        ),
        ((MORE,), "Muscles: 1 result with an interval, from observation; none on cramps, by mouth"),
        ((MORE, FEWER), "Muscles: 2 results with an interval, all from observation; none on cramps, by mouth"),
        ((MORE, TOLD), "Muscles: 1 result with an interval, from observation; none on cramps, by mouth"),
        (
            (MORE, FEWER | {"question": "side effects", "way": "by vein"}),
            "Muscles: 2 results with an interval on 2 questions; none on cramps, by mouth",
        ),
        ((TOLD, GAP), "Muscles: no result for magnesium itself came with an interval"),
        ((drawn(magnesium=False),), "Muscles: no result for magnesium itself came with an interval"),
        (
            (MORE | {"magnesium": False}, drawn()),
            "Muscles: on cramps, by mouth, the one interval includes no difference",
        ),
    ],
)
def test_the_title_never_counts_across_questions(rows, title):
    """It counts the main question alone, or states what is drawn and that the main question has nothing drawn."""
    assert forest(*rows).layout.meta["title"] == title


def test_each_question_is_a_block_with_its_own_tally_and_the_main_one_comes_first():
    """Though its rows come last; a block without an interval says so."""
    text = written(forest(MORE, FEWER, TOLD))
    assert text.index("<b>Cramps, by mouth</b>") < text.index("<b>Arthritis, in food (observed)</b>")
    assert "No result with an interval: told in words, not drawn" in text
    assert "1 of 2 intervals: more; 1 of 2 intervals: fewer (1 study)" in text


def test_the_main_question_has_a_block_even_when_nothing_answers_it():
    """Its heading stands above the words that there is no interval."""
    text = written(forest(MORE))
    assert "<b>Cramps, by mouth</b>" in text and "No result with an interval" in text


@pytest.mark.parametrize("better, said", [("less", "← fewer (better)"), ("more", "more (better) →"), (None, "← fewer")])
def test_an_axis_says_which_side_is_better(better, said):
    """On the side of benefit only, and on none where neither is."""
    text = f" | {written(forest(MORE | {'better': better}))} | "
    assert f" | {said} | " in text
    assert text.count("(better)") == (better is not None)


def test_the_alternative_text_counts_all_three_kinds():
    """Drawn, told and missing results are each counted."""
    assert forest(drawn(), TOLD, GAP).layout.meta["alt"] == (
        "Forest plot, Muscles: 1 result with an interval on 1 axis, 1 of them including no difference; "
        "1 result told in words; 1 question without a study. "
        "Cramps, by mouth: the one interval includes no difference."
    )


@pytest.mark.parametrize("size", SIZES)
def test_marks_stay_inside_the_plot(size):
    """Even a wide interval keeps within the figure."""
    figure = forest(
        drawn(ci_low=-80, ci_high=90, estimate=4),
        drawn(**RATIO | {"ci_low": 0.05, "ci_high": 40}),
        look=Look("light", size),
    )
    for low, high, y in lines(figure):
        assert low >= 0 and high <= 1 and 0 < y < figure.layout.height
    assert figure.layout.height == pytest.approx(figure.layout.yaxis.range[0], abs=1)


# --- Rows ----------------------------------------------------------------------------------------------------------------


def test_too_much_shows_harms_only():
    """One interval, side effects; relief of migraine stays under migraine."""
    rows = forest_rows("toxicity")
    assert rows[rows["kind"] == "drawn"]["label"].tolist() == ["Side effects"]
    assert set(rows["question"]) == {
        "side effects of magnesium by mouth",
        "side effects of magnesium by vein in a migraine attack",
        "severe harm from magnesium laxatives by mouth",
    }


def test_a_topic_without_intervals_and_gaps_says_so():
    """Vitamin D has results in words only."""
    assert empty(ForestChoices(topic="vitamin_d", intervals=True)) == NO_INTERVAL
    assert empty(ForestChoices(topic="vitamin_d")) == ""


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_its_table_and_its_sources(topic):
    """As many rows as are drawn, told and missing; fewer with intervals alone, from no other sources."""
    choices = ForestChoices(topic=topic)
    assert len(table(choices)) == len(forest_rows(topic)) > 0
    assert set(sources(ForestChoices(topic=topic, intervals=True))) <= set(sources(choices))


def test_every_study_of_the_plot_is_among_its_sources():
    """By name, those told in words included."""
    shown = {study.name for study in studies_shown("nerve")}
    rows = forest_rows("nerve")
    assert shown == {name.partition(": ")[0] for name in rows["study"] if name}


def test_an_old_link_is_read_as_before():
    """The topic is `effects` in the address."""
    chosen = ForestChoices(topic="muscle", intervals=True)
    assert ForestChoices.read({"effects": ["Muscles"], "intervals": ["true"]}) == chosen
