"""The same in figures: prevalence and the odds ratios of three models, by fifth."""

import pytest

from exhibits.survey.estimates import QuestionChoices
from exhibits.survey.fifths import FIFTHS, NAME
from exhibits.survey.models import odds_ratios
from exhibits.survey.scales import SCALES, counted_column
from exhibits.survey.sentences import ratio
from tests.exhibits.survey.helpers import LIGHT


def test_everybody_in_figures():
    """The prevalences and odds ratios of the committed tables, rounded once; the middle fifth is the reference."""
    table = FIFTHS.table(QuestionChoices())
    assert table.loc[0, ["Percent, weighted", "95% from", "95% to"]].tolist() == [15.6, 13.5, 18.0]
    model = [f"Odds ratio, + health and habits{end}" for end in ("", ", 95% from", ", 95% to")]
    assert table.loc[4, model].round(2).tolist() == [1.47, 1.03, 2.08]
    assert table.loc[2, model[0]] == 1
    markup = FIFTHS.figure(QuestionChoices(), LIGHT)
    for said in ("15.6% (13.5 to 18.0)", "1.38 (1.10 to 1.74)", "1.47 (1.03 to 2.08)"):
        assert said in markup
    assert markup.count("1 (reference)") == 4


def test_women_have_no_column_adjusted_for_sex():
    """It is the same for all of them."""
    assert "Odds ratio, age, race" in FIFTHS.table(QuestionChoices(sex="female"))


def test_without_a_model_no_odds_ratios_are_promised():
    """Women with diabetes have no model: the caption says so, and the table has none."""
    choices = QuestionChoices(sex="female", diabetes="yes")
    said = FIFTHS.words(choices)["subtitle"]
    assert "no odds ratios" in said and "not cut anew" in said
    assert not [column for column in FIFTHS.table(choices) if "Odds ratio" in column]


def test_by_steps_the_table_is_still_by_fifths():
    """And says so."""
    steps = QuestionChoices(by="band")
    assert FIFTHS.table(steps).equals(FIFTHS.table(QuestionChoices()))
    words = FIFTHS.words(steps)
    assert words["title"] == "By fifths, in figures" and words["subtitle"].startswith("Percent in each fifth")
    assert FIFTHS.words(QuestionChoices())["title"] == "The same in figures"


def test_the_markup_is_a_named_table_of_escaped_text():
    """A row a fifth, and a plus sign that stays one."""
    markup = FIFTHS.figure(QuestionChoices(), LIGHT)
    assert f'aria-label="{NAME}"' in markup
    assert markup.count('<tr role="row">') == 6
    assert "+ health and habits" in markup


def test_a_combination_without_a_table_says_so():
    """Four conditions at once."""
    four = QuestionChoices(diabetes="yes", ckd="yes", bmi="30plus", race="black")
    assert FIFTHS.empty(four).startswith("More than three conditions")


@pytest.mark.parametrize("scale", SCALES)
def test_the_table_counts_intake_as_the_picture_does(scale):
    """Its bands and odds ratios are those of the same scale."""
    choices = QuestionChoices(scale=scale)
    table, markup = FIFTHS.table(choices), FIFTHS.figure(choices, LIGHT)
    assert counted_column(scale) in table
    name = "Odds ratio, + health and habits"
    fitted = odds_ratios(choices.question.people, "full", scale)
    assert table[name].tolist() == pytest.approx([row["odds_ratio"] for row in fitted], abs=0.0005)
    assert table[f"{name}, 95% to"].tolist() == pytest.approx([row["ci_high"] for row in fitted], abs=0.0005)
    assert all(ratio(row) in markup for row in fitted if row["quintile"] != 3)
