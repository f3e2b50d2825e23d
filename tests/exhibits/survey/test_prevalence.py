"""Prevalence by intake: every estimate with its interval, words where a point must not be drawn, violet and nothing else."""

import pandas as pd
import pytest

from exhibits.base import Look
from exhibits.palette import PALETTE
from exhibits.rows import records
from exhibits.survey.estimates import BY, QuestionChoices
from exhibits.survey.outcomes import OUTCOMES
from exhibits.survey.prevalence import PREVALENCE, after_adjustment, prevalence_chart, prevalence_title
from tests.exhibits.survey.helpers import LIGHT, LOOKS, NEUROPATHY, PARTS, SIDES, inside
from tests.survey_rows import FALLING, FLAT, NONE_SHOWN, SOME_HIDDEN, U_SHAPED, fifths


def draw(rows=FLAT, look=LIGHT, **more):
    return prevalence_chart(rows, outcome=NEUROPATHY, who="adults 40 and over", look=look, **more)


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
    assert "20.0% n 900" in inside(draw(U_SHAPED))


WHY = {
    "wide": "Too few to say (900 people). The interval is 36 points wide (30 or more).",
    "narrow": "Interval too wide (900)",
}


@pytest.mark.parametrize("size", WHY)
def test_hidden_rows_are_words_and_never_points(size):
    """Two of five are hidden: three points, and the reason twice."""
    figure = draw(SOME_HIDDEN, Look("light", size))
    assert len(figure.data[0].x) == 3
    said = inside(figure)
    assert said.count(WHY[size]) == 2
    assert "2 of 5 are not drawn" in figure.words["alt"]


def test_wide_intervals_are_called_very_uncertain():
    """0.05 to 0.11 is more than twice; 0.12 to 0.18 is not."""
    rows = fifths((0.08, 0.05, 0.11), *[(0.15, 0.12, 0.18)] * 4)
    for size in ("wide", "narrow"):
        assert inside(draw(rows, Look("light", size))).count("very uncertain") == 1


def test_the_fifths_stand_upright_on_a_phone_too():
    """A U is seen as one, whatever is hidden or uncertain: the intervals run along y."""
    for rows in (SOME_HIDDEN, FLAT):
        assert draw(rows, Look("light", "narrow")).data[0].error_y.array is not None


def test_steps_of_50_mg_are_named_and_lie_down_on_a_phone():
    """Steps have no fifth; the last is open."""
    rows = FLAT.assign(quintile=pd.array([pd.NA] * 5, dtype="Int64"))
    assert "each 50 mg step of intake" in draw(rows).words["subtitle"]
    assert "above 377 mg" in inside(draw(rows, Look("light", "narrow")))


def test_standardizing_is_said():
    """The subtitle says to what."""
    assert "standardized to the age and sex mix" in draw(standardized=True).words["subtitle"]
    assert "standardized" not in draw().words["subtitle"]


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_has_its_words_and_no_color_of_a_side(look):
    """Title, subtitle, source and alt are there; neither blue nor orange is."""
    for figure in (draw(U_SHAPED, look), draw(SOME_HIDDEN, look)):
        assert all(figure.words[part] for part in PARTS)
        assert figure.layout.paper_bgcolor == PALETTE[look.mode]["bg"]
        assert not [side for side in SIDES if PALETTE[look.mode][side] in figure.to_json()]


def test_survey_words_stay_careful():
    """An association, never a cause; prevalence, never incidence."""
    said = " ".join(str(draw(rows).words) for rows in (FLAT, U_SHAPED, SOME_HIDDEN)).lower()
    assert "association" in said
    assert "our own analysis" in said
    for word in ("causes", "incidence", "significant"):
        assert word not in said


# Title -----------------------------------------------------------------------------------------------------------------


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
    assert prevalence_title(records(rows), outcome="neuropathy", who="women 40 and over") == title


def test_one_end_alone_is_no_u():
    """Lowest fifth clearly above the middle, highest not: the title speaks of the lowest alone."""
    rows = fifths((0.20, 0.18, 0.22), (0.15, 0.12, 0.19), (0.13, 0.10, 0.16), (0.15, 0.12, 0.19), (0.16, 0.14, 0.19))
    title = prevalence_title(records(rows), outcome="chronic pain", who="adults 20 and over")
    assert title == "Before adjustment: chronic pain more common in lowest than middle fifth"


def test_no_title_is_too_long():
    """A long group goes into the subtitle, and the title says so."""
    for outcome in ("rheumatoid arthritis", "neuropathy"):
        for rows in (FALLING, U_SHAPED):
            assert len(prevalence_title(records(rows), outcome=outcome, who="women 20 and over")) <= 80
    who = "Mexican American women 40 to 59 or 75 and over with reduced kidney function taking a diuretic"
    for rows in (FLAT, NONE_SHOWN):
        title = prevalence_title(records(rows), outcome="rheumatoid arthritis", who=who)
        assert len(title) <= 80
        assert "group" in title


def test_what_adjustment_leaves_is_told_without_a_verdict():
    """Estimates with their intervals; whether one "is higher" would hang on a bound near 1."""
    rows = [
        {"quintile": 1, "odds_ratio": 1.49, "ci_low": 1.00009, "ci_high": 2.229},
        {"quintile": 5, "odds_ratio": 0.96, "ci_low": 0.72, "ci_high": 1.29},
    ]
    assert after_adjustment(rows) == (
        "After adjustment, the odds ratio against the middle fifth is 1.49 (1.0001 to 2.23) in the lowest fifth and 0.96 (0.72 to 1.29) "
        "in the highest fifth"
    )


def test_a_crude_difference_is_told_as_crude():
    """Chronic pain: 19.8% against 14.5% before adjustment, and what is left below it."""
    words = PREVALENCE.words(QuestionChoices(outcome="chronic_pain"))
    assert words["title"] == "Before adjustment: chronic pain more common in lowest than highest fifth"
    assert words["subtitle"].endswith(
        "1.12 (0.89 to 1.40) in the lowest fifth and 0.96 (0.72 to 1.29) in the highest fifth."
    )


# The exhibit -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_draws_in_every_way(outcome):
    """Fifths or steps, standardized or not: a figure with its words for each."""
    for by in BY:
        for standardized in (False, True):
            words = PREVALENCE.words(QuestionChoices(outcome=outcome, by=by, standardized=standardized))
            assert OUTCOMES[outcome].name in words["subtitle"]
            assert ("standardized to" in words["subtitle"]) is standardized


def test_the_table_keeps_every_row():
    """Men with diabetes: the lowest fifth has 102 people and an interval of 36 points, so its figure is left out."""
    table = PREVALENCE.table(QuestionChoices(sex="male", diabetes="yes"))
    assert list(table["People, unweighted"]) == [102, 114, 92, 116, 125]
    assert list(table["Shown"]) == ["no", "yes", "yes", "yes", "yes"]
    assert table["Percent, weighted"].isna().tolist() == [True, False, False, False, False]
    assert "36 points wide" in table["Remark"][0]
    assert list(table["Percent, weighted"][1:]) == [42.2, 20.1, 37.6, 35.1]


def test_a_group_too_small_has_no_picture_but_its_rows():
    """50 women in all: why, and the rows with their reasons."""
    few = QuestionChoices(sex="female", age=("60-74",), diabetes="yes", ckd="yes")
    assert PREVALENCE.empty(few) == (
        "Too few to say: neuropathy by intake among women 60 to 74 with diabetes and with reduced kidney function (50 people)."
    )
    table = PREVALENCE.table(few)
    assert list(table["People, unweighted"]) == [16, 13, 9, 9, 3]
    assert table["Percent, weighted"].isna().all() and table["Remark"].str.startswith("not shown").all()


def test_a_combination_without_a_table_says_so():
    """Weak kidneys were crossed with diabetes and kidney function alone."""
    assert PREVALENCE.empty(QuestionChoices(weak_kidneys="yes", bmi="under25")).startswith("This combination was not")
    assert PREVALENCE.empty(QuestionChoices()) == ""


def test_the_source_is_the_survey_of_the_outcome():
    """Arthritis was asked for in 2003 to 2016."""
    assert PREVALENCE.sources_of(QuestionChoices()) == ("nhanes_1999_2004",)
    assert PREVALENCE.sources_of(QuestionChoices(outcome="rheumatoid_arthritis")) == ("nhanes_2003_2016",)


def test_the_address_says_what_was_chosen():
    """In the labels of the page; nothing for what was left as it was."""
    chosen = QuestionChoices(sex="female", by="band", adjustment="crude", standardized=True, bmi="30plus")
    said = {"who": "Women", "by": "50 mg steps", "model": "Nothing", "standardized": "true", "bmi": "30 and over"}
    assert PREVALENCE.address(chosen) == {"tab": "The curve", **said}
