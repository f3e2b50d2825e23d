"""The specification curve: sorted, an interval for each analysis, the main one lit, words that follow what is shown."""

import numpy as np
import pandas as pd
import pytest

from data.nutrients import load_shuffles
from data.results_tables import MULTIVERSE
from exhibits.palette import PALETTE
from exhibits.survey.analyses import ARMS, CHOICES, COLUMNS, FIRST_LIST, AnalysisChoices, picked_analyses
from exhibits.survey.analysis_words import what_it_is
from exhibits.survey.specification import SPECIFICATION, specification_curve
from tests.exhibits.survey.helpers import LIGHT, LOOKS

ANALYSES = pd.DataFrame(
    [
        (1.5, 1.1, 2.0, True, "Dietary", "Full"),
        (0.9, 0.7, 1.2, False, "None", "Full"),
        (1.2, 0.9, 1.6, False, "Dietary", "Crude"),
    ],
    columns=["odds_ratio", "ci_low", "ci_high", "chosen", "Weights", "Adjusted for"],
).assign(specification=[1, 2, 3], n=[900, 800, 700])


def draw(analyses=ANALYSES, arm="lowest", look=LIGHT):
    return specification_curve(analyses, ["Weights", "Adjusted for"], arm=arm, ends=(0.7, 2.0), total=3, look=look)


def title(**choices) -> str:
    return SPECIFICATION.words(AnalysisChoices(**choices))["title"]


def points(figure, color):
    return next(t for t in figure.data if t.mode == "markers" and t.marker.color == color)


def words_in(figure) -> str:
    inside = [word for trace in figure.data if trace.mode == "text" for word in trace.text]
    ticks = figure.layout.yaxis2.ticktext or ()
    return " ".join([*inside, *ticks, *(note.text for note in figure.layout.annotations)])


@pytest.mark.parametrize("look", LOOKS)
def test_analyses_are_sorted_and_the_main_one_is_a_diamond(look):
    """0.9 is first, 1.2 second, the main 1.5 third; every choice is named."""
    figure = draw(look=look)
    color = PALETTE[look.mode]
    main, quiet = points(figure, color["series"]), points(figure, color["quiet"])
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
    both = draw().words
    assert both["title"] == "Lowest fifth: odds ratio above 1 in 2 of 3 analyses, interval in 1"
    assert "The odds ratio lies above 1 in 2 of 3, its whole 95% interval in 1 of 3." in both["alt"]
    one = draw(ANALYSES[ANALYSES["odds_ratio"] == 0.9], arm="highest").words
    assert one["title"] == "Highest fifth, the one analysis left: odds ratio 0.90 (0.70 to 1.20)"
    assert "The main analysis is not among those shown." in one["subtitle"]
    assert "1 of 3 analyses" in one["subtitle"]


def test_the_axis_stays_when_the_arm_changes():
    """Both arms of the real analyses are drawn on one scale, so that they can be compared."""
    low, high = (SPECIFICATION.figure(AnalysisChoices(arm=arm), LIGHT).layout.yaxis.range for arm in ARMS)
    assert low == high


@pytest.mark.parametrize(
    ("arm", "said"),
    [
        ("lowest", "Lowest fifth: odds ratio above 1 in 144 of 144 analyses, interval in 93"),
        ("highest", "Highest fifth: odds ratio above 1 in 140 of 144 analyses, interval in 66"),
    ],
)
def test_all_144_of_the_first_list_are_drawn(arm, said):
    """As counted in multiverse.csv: 93 low arms and 66 high arms above 1; and all 576 where nothing is picked."""
    figure = SPECIFICATION.figure(AnalysisChoices(arm=arm, declared_on=(FIRST_LIST,)), LIGHT)
    assert figure.words["title"] == said
    assert sum(len(trace.x) for trace in figure.data if trace.mode == "markers") == 144
    whole = SPECIFICATION.figure(AnalysisChoices(arm=arm), LIGHT)
    assert sum(len(trace.x) for trace in whole.data if trace.mode == "markers") == 576


def test_the_band_of_chance_is_that_of_the_shuffles():
    """Of the arm and the way to count that is picked; none where other analyses are picked than those shuffled."""
    for arm, end in (("lowest", "low"), ("highest", "high")):
        row = load_shuffles().loc[(f"median_{end}_odds_ratio", "density")]
        figure = SPECIFICATION.figure(AnalysisChoices(arm=arm, scale=("density",)), LIGHT)
        (band,) = (shape for shape in figure.layout.shapes if shape.type == "rect")
        assert (band.y0, band.y1) == (row["chance_low"], row["chance_high"])
        assert "Shaded: where the median of such analyses lies by chance" in figure.words["subtitle"]
    bare = SPECIFICATION.figure(AnalysisChoices(weights=("none",)), LIGHT)
    assert not [shape for shape in bare.layout.shapes if shape.type == "rect"]
    assert "Shaded" not in bare.words["subtitle"]


def test_titles_fit():
    """No title is over 80 characters, whatever is filtered."""
    for choice, (_, options) in CHOICES.items():
        for value in options:
            for arm in ARMS:
                assert len(title(arm=arm, **{choice: (value,)})) <= 80


@pytest.mark.parametrize(
    ("choices", "chosen"),
    [
        ({}, [9]),
        ({"adjustment": ("demographic",)}, [5]),
        ({"adjustment": ("crude", "demographic")}, [5]),
        ({"weights": ("none",)}, []),
    ],
)
def test_the_main_analysis_follows_the_model_shown(choices, chosen):
    """Row 9 of the list with the full model, row 5 where only the demographic one is shown, none without weights."""
    analyses = picked_analyses(AnalysisChoices(**choices).picked)
    assert analyses.loc[analyses["chosen"], "specification"].tolist() == chosen


@pytest.mark.parametrize("choices", [{}, {"weights": ("none",)}, {"cuts": ("weighted",), "adjustment": ("crude",)}])
def test_every_count_in_a_title_agrees_with_the_table(choices):
    """Counted again here, row by row."""
    rows = [row for _, row in picked_analyses(AnalysisChoices(**choices).picked).iterrows()]
    for arm, prefix in COLUMNS.items():
        above, whole = (sum(row[f"{prefix}_{part}"] > 1 for row in rows) for part in ("odds_ratio", "ci_low"))
        counted = f"odds ratio above 1 in {above} of {len(rows)} analyses, interval in {whole}"
        assert title(arm=arm, **choices).endswith(counted)


def test_choices_that_no_analysis_made_together_are_told():
    """Intake per 1,000 kcal was listed later, so before it was run there is none."""
    choices = AnalysisChoices(scale=("density",), declared_on=(FIRST_LIST,))
    assert SPECIFICATION.empty(choices).startswith("No analysis made all of these choices together.")
    assert not SPECIFICATION.empty(AnalysisChoices(scale=("density",)))


def test_the_list_is_told_with_what_had_been_seen():
    """Before the set was run, not before any was; no outside registration; on the page, under the chart, with the data."""
    source = SPECIFICATION.words(AnalysisChoices())["source"]
    for told in (*what_it_is(), source, MULTIVERSE.description):
        assert "before the set was run" in told and "one unweighted variant had been seen" in told
        assert "registered nowhere outside" in told and "before any" not in told


def test_a_bound_beside_1_keeps_its_digits_in_the_table():
    """No bound of the list is shown as exactly 1, which would hide on which side it lies."""
    table = SPECIFICATION.table(AnalysisChoices())
    assert not (table[[column for column in table if ", from" in column or ", to" in column]] == 1).any(axis=None)


def test_the_table_has_the_main_analysis():
    """Analysis 9: 6,891 people, 1,191 cases, 1.42 (1.05 to 1.93) and 1.47 (1.03 to 2.08)."""
    table = SPECIFICATION.table(AnalysisChoices())
    row = table[table["Main"] == "◆ main"].iloc[0]
    assert (len(table), row["Analysis"], row["People"], row["Cases"]) == (576, 9, 6891, 1191)
    assert row.filter(like="fifth")[:6].tolist() == [1.424, 1.05, 1.93, 1.467, 1.034, 2.082]


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


def test_a_filter_keeps_its_name_in_the_address():
    """Old links say `spec_weights`; the order of a choice does not matter."""
    chosen = AnalysisChoices.read({"arm": ["Highest fifth"], "spec_weights": ["Unweighted", "Exam"]})
    assert chosen == AnalysisChoices.read({"arm": ["highest"], "weights": ["none", "exam"]})
    assert chosen.picked == (("weights", ("exam", "none")),)
    assert SPECIFICATION.address(chosen) == {
        "tab": "Every analysis",
        "arm": "Highest fifth",
        "spec_weights": ["Unweighted", "Exam"],
    }
