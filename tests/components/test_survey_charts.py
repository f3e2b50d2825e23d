"""Survey charts: every estimate with its interval, words where a point must not be drawn, violet and nothing else."""

import pandas as pd
import pytest

from components.charts import survey
from components.charts.base import PALETTE
from tests.survey_rows import FLAT, NAN, SOME_HIDDEN, U_SHAPED, curve, fifths

SIDES = ("deficiency", "toxicity", "balance")
LOOKS = [(mode, size) for mode in ("light", "dark") for size in ("wide", "narrow", "projector")]
STEPS = pd.DataFrame({"label": ["Sampled", "Examined", "Used"], "n": [31126, 9145, 7726]})


def draw(rows=FLAT, *, mode="light", size="wide", **more):
    words = {"outcome": "neuropathy", "who": "adults 40 and over", "measured": "Measured so.", "source": "NHANES"}
    return survey.prevalence_chart(rows, **words, mode=mode, size=size, **more)


def draw_curve(rows, *, mode="light", size="wide"):
    words = {"outcome": "neuropathy", "who": "adults 40 and over", "adjusted_for": "not adjusted", "source": "NHANES"}
    return survey.curve_chart(rows, **words, reference_mg=257, mode=mode, size=size)


def inside(figure) -> str:
    """Every word in the plot."""
    traces = [str(word) for trace in figure.data if trace.text is not None for word in trace.text]
    return " ".join([*traces, *(note.text for note in figure.layout.annotations)]).replace("<br>", " ")


def test_points_stand_at_their_mean_intake_with_their_intervals():
    """0.20 (0.18 to 0.22) at 126 mg is drawn at 20 percent, 2 up and 2 down."""
    points = draw(U_SHAPED).data[0]
    assert list(points.x) == [126, 197, 258, 330, 497]
    assert list(points.y) == pytest.approx([20, 14, 11, 15, 19])
    assert list(points.error_y.array) == pytest.approx([2, 2, 2, 2, 2])
    assert list(points.error_y.arrayminus) == pytest.approx([2, 2, 2, 2, 2])


def test_spans_end_at_sensible_limits():
    """From 0 to 168 at 15 percent, and the open top band to 640 mg."""
    spans = next(trace for trace in draw().data if trace.mode == "lines")
    assert (spans.x[:3], spans.y[:3]) == ((0, 168, None), (15.0, 15.0, None))
    assert spans.x[-3:] == (377, 640, None)


def test_percent_and_people_stand_above():
    """Each point is labeled with its percent and n."""
    assert "20.0% · n 900" in inside(draw(U_SHAPED))


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_hidden_rows_are_words_and_never_points(size):
    """Two of five are hidden: three points, and the reason twice."""
    figure = draw(SOME_HIDDEN, size=size)
    assert len(figure.data[0].x) == 3
    said = inside(figure)
    assert said.count("Too few to say (900 people). The interval is 36 points wide (30 or more).") == 2
    assert "2 of 5 are not drawn" in figure.layout.meta["alt"]


def test_wide_intervals_are_called_very_uncertain():
    """0.05 to 0.11 is more than twice; 0.12 to 0.18 is not."""
    rows = fifths((0.08, 0.05, 0.11), *[(0.15, 0.12, 0.18)] * 4)
    for size in ("wide", "narrow"):
        assert inside(draw(rows, size=size)).count("very uncertain") == 1


def test_a_phone_lays_uncertain_rows_lying_down():
    """Words need room: with hidden rows the interval runs along x; without, it stands."""
    assert draw(SOME_HIDDEN, size="narrow").data[0].error_x.array is not None
    assert draw(FLAT, size="narrow").data[0].error_y.array is not None


def test_steps_of_50_mg_are_named_and_lie_down_on_a_phone():
    """Steps have no fifth; the last is open."""
    rows = FLAT.assign(quintile=pd.array([pd.NA] * 5, dtype="Int64"))
    assert "each 50 mg step of intake" in draw(rows).layout.meta["subtitle"]
    assert "above 377 mg" in inside(draw(rows, size="narrow"))


def test_standardizing_is_said():
    """The subtitle says to what."""
    assert "standardized to the age and sex mix" in draw(standardized=True).layout.meta["subtitle"]
    assert "standardized" not in draw().layout.meta["subtitle"]


def test_bands_are_told_in_words():
    """Closed, first and open bands."""
    bands = pd.DataFrame({"intake_low_mg": [0.0, 168.0, 377.0], "intake_high_mg": [168.0, 225.48, NAN]})
    assert [survey.band_words(row) for _, row in bands.iterrows()] == [
        "168 mg or less",
        "168 to 225 mg",
        "above 377 mg",
    ]
    assert survey.band_words(bands.iloc[0], "") == "168 or less"


def test_the_curve_has_ribbon_line_and_hollow_reference():
    """The reference is at 257 mg and 1, filled with the page's color."""
    rows = curve((1.5, 1.1, 2.0), (1.4, 1.1, 1.8))
    high, low, line, reference = draw_curve(rows).data
    assert (list(high.y), list(low.y), low.fill) == (list(rows["ci_high"]), list(rows["ci_low"]), "tonexty")
    assert list(line.y) == list(rows["odds_ratio"])
    assert (reference.x, reference.y, reference.marker.color) == ((257,), (1.0,), PALETTE["light"]["bg"])
    assert draw_curve(rows).layout.yaxis.type == "log"


def test_the_curve_axis_holds_its_interval():
    """The widest interval, 0.7 to 4.0, lies within the range (log10)."""
    low, high = draw_curve(curve((1.5, 1.1, 2.0), (1.4, 1.1, 1.8))).layout.yaxis.range
    assert 10**low < 0.7
    assert 10**high > 4.0


def test_prevalence_and_curve_share_their_axis():
    """One above the other, the same intake lies at the same place."""
    rows = curve((1.5, 1.1, 2.0), (1.4, 1.1, 1.8))
    for size in ("wide", "narrow", "projector"):
        assert draw(size=size).layout.xaxis.range == draw_curve(rows, size=size).layout.xaxis.range


def test_the_funnel_counts_down():
    """First and last are in the title, each step in the alternative text, the bars as long as their people."""
    figure = survey.funnel_chart(STEPS, source="NHANES", mode="light")
    assert figure.layout.meta["title"] == "Of 31,126 people sampled, 7,726 can be used"
    assert "Examined, 9,145" in figure.layout.meta["alt"]
    assert [bar.x1 for bar in figure.layout.shapes] == [31126, 9145, 7726]
    assert [bar.fillcolor for bar in figure.layout.shapes][-1] == PALETTE["light"]["series"]


@pytest.mark.parametrize(("mode", "size"), LOOKS)
def test_every_look_has_its_words_and_no_color_of_a_side(mode, size):
    """Title, subtitle, source and alt are there; neither blue nor orange is."""
    rows = curve((1.5, 1.1, 2.0), (1.4, 1.1, 1.8))
    funnel = survey.funnel_chart(STEPS, source="NHANES", mode=mode, size=size)
    for figure in (
        draw(U_SHAPED, mode=mode, size=size),
        draw(SOME_HIDDEN, mode=mode, size=size),
        draw_curve(rows, mode=mode, size=size),
        funnel,
    ):
        assert all(figure.layout.meta[part] for part in ("title", "subtitle", "source", "alt"))
        assert figure.layout.paper_bgcolor == PALETTE[mode]["bg"]
        drawn = figure.to_json()
        assert not [side for side in SIDES if PALETTE[mode][side] in drawn]


def test_survey_words_stay_careful():
    """An association, never a cause; prevalence, never incidence."""
    said = " ".join(str(draw(rows).layout.meta) for rows in (FLAT, U_SHAPED, SOME_HIDDEN)).lower()
    assert "association" in said
    assert "our own analysis" in said
    for word in ("causes", "incidence", "significant"):
        assert word not in said
