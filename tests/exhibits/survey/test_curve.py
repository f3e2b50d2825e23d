"""The odds-ratio curve: ribbon, line and hollow reference, and how it is read."""

import pandas as pd
import pytest

from exhibits.base import SIZES, Look
from exhibits.palette import PALETTE
from exhibits.survey.curve import CURVE, Fitted, bend_sentence, curve_chart, curve_reading, curve_title
from exhibits.survey.estimates import ModelChoices
from exhibits.survey.models import ADJUSTMENTS, adjusted_words
from exhibits.survey.outcomes import OUTCOMES
from tests.exhibits.survey.helpers import LIGHT, LOOKS, PARTS, SIDES, people
from tests.exhibits.survey.test_prevalence import draw as draw_prevalence
from tests.survey_rows import curve

ROWS = curve((1.5, 1.1, 2.0), (1.4, 1.1, 1.8))


def draw(rows=ROWS, look=LIGHT):
    return curve_chart(
        rows, Fitted("neuropathy", "adults 40 and over", "not adjusted", "NHANES"), reference_mg=257, n=6891, look=look
    )


def test_the_curve_has_ribbon_line_and_hollow_reference():
    """The reference is at 257 mg and 1, filled with the page's color."""
    high, low, line, reference = draw().data
    assert (list(high.y), list(low.y), low.fill) == (list(ROWS["ci_high"]), list(ROWS["ci_low"]), "tonexty")
    assert list(line.y) == list(ROWS["odds_ratio"])
    assert (reference.x, reference.y, reference.marker.color) == ((257,), (1.0,), PALETTE["light"]["bg"])
    assert draw().layout.yaxis.type == "log"


def test_the_axis_holds_its_interval():
    """The widest interval, 0.7 to 4.0, lies within the range (log10)."""
    low, high = draw().layout.yaxis.range
    assert 10**low < 0.7
    assert 10**high > 4.0


@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
def test_prevalence_and_curve_share_their_axis(size):
    """One above the other, the same intake lies at the same place."""
    look = Look("light", size)
    assert draw_prevalence(look=look).layout.xaxis.range == draw(look=look).layout.xaxis.range


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_has_its_words_and_no_color_of_a_side(look):
    """Title, subtitle, source and alt are there; neither blue nor orange is."""
    figure = draw(look=look)
    assert all(figure.words[part] for part in PARTS)
    assert figure.layout.paper_bgcolor == PALETTE[look.mode]["bg"]
    assert not [side for side in SIDES if PALETTE[look.mode][side] in figure.to_json()]


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
def test_the_title_tells_both_arms_with_their_intervals(low, high, title):
    """No verdict hangs on whether a bound lies just above or just below 1."""
    assert curve_title(curve(low, high), reference_mg=257) == title


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
    assert bend_sentence(p).endswith(said)


@pytest.mark.parametrize("adjusted", ["adjusted", "not adjusted"])
def test_the_reading_names_outcome_adjustment_and_both_contrasts(adjusted):
    """Two figures print as 1.42: two points of the curve, and two whole fifths."""
    reading = curve_reading(
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
    assert bend_sentence(0.0115) in reading


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("adjustment", ADJUSTMENTS)
def test_every_outcome_has_a_curve_in_each_model(outcome, adjustment):
    """The subtitle says what is adjusted for."""
    words = CURVE.words(ModelChoices(outcome=outcome, adjustment=adjustment))
    assert words["subtitle"].endswith(adjusted_words(people(outcome), adjustment))


def test_without_a_model_there_is_no_curve():
    """Women with diabetes: who has one is named."""
    said = CURVE.empty(ModelChoices(sex="female", diabetes="yes"))
    assert said.startswith(
        "No odds-ratio curve was fitted for women 40 and over with diabetes. There is one for everybody,"
    )
    assert CURVE.empty(ModelChoices()) == ""


def test_the_table_keeps_the_side_of_1():
    """0.997 is no 1.00."""
    row = CURVE.table(ModelChoices()).set_index("Magnesium, mg a day").loc[100]
    assert row.tolist() == [1.421, 0.997, 2.025]


@pytest.mark.parametrize("outcome", list(OUTCOMES))
@pytest.mark.parametrize("sex", ["all", "female"])
@pytest.mark.parametrize("size", SIZES)
def test_the_name_of_the_reference_lies_on_no_line_and_no_ribbon(outcome, sex, size):
    """Below both, and above the foot of the axis."""
    choices = ModelChoices(outcome=outcome, **({} if OUTCOMES[outcome].women_only else {"sex": sex}))
    figure, rows = CURVE.figure(choices, Look("light", size)), CURVE.table(choices)
    name = next(said for said in figure.layout.annotations if said.text.startswith("reference "))
    near = rows[(rows.iloc[:, 0] - name.x).abs() <= 60]
    assert name.yanchor == "top" and 10**name.y <= near["95% from"].min() + 0.005 and 10**name.y < 1
    assert figure.layout.yaxis.range[0] < name.y - 0.03
