"""Is it magnesium at all: the table of nutrients, both curves, chance, objections and one day, as the tables have them."""

import numpy as np
import pytest

from data import one_day as arithmetic
from data.nutrient_tables import ADJUSTMENTS, SCALES
from data.nutrients import load_counted_prevalence, load_ends, load_shuffles, load_tests
from data.survey import SurveyQueryError
from exhibits.choices import NoChoices
from exhibits.survey import chance, magnesium, objections
from exhibits.survey.curve import CURVE
from exhibits.survey.estimates import QuestionChoices
from exhibits.survey.held_still import HELD_STILL, summary
from exhibits.survey.nutrients import NUTRIENTS, Asked, NutrientChoices, counts, nutrient_rows
from exhibits.survey.one_day import ODDS, ONE_DAY, OneDayChoices, true_and_seen, what_it_does
from exhibits.survey.outcomes import OUTCOMES
from exhibits.survey.prevalence import PREVALENCE
from exhibits.survey.two_curves import TWO_CURVES, TwoCurveChoices, both_bends
from tests.exhibits.survey.helpers import LIGHT, LOOKS, inside

EVERY = [Asked(outcome, scale, adjustment) for outcome in OUTCOMES for scale in SCALES for adjustment in ADJUSTMENTS]


@pytest.mark.parametrize("asked", EVERY, ids="-".join)
def test_every_count_of_nutrients_agrees_with_the_tables(asked):
    """Counted again here; the title says it, and fits."""
    ends, tests = load_ends(*asked), load_tests(*asked)
    both = int(((ends["q1_odds_ratio"] > 1) & (ends["q5_odds_ratio"] > 1)).sum())
    said = NUTRIENTS.words(NutrientChoices(**asked._asdict()))
    assert counts(asked).bend == int((tests["bend_p"] < 0.05).sum())
    assert f"Both ends above 1 in {both} of {len(ends)} nutrients" in said["title"] and len(said["title"]) <= 80
    assert magnesium.answer(asked)


def test_chance_is_told_for_what_was_shuffled_alone():
    """Neuropathy in the full model; nothing is said of chance for others."""
    told = NUTRIENTS.words(NutrientChoices(scale="density"))
    mean = load_shuffles().loc[("nutrients_both_ends_above_1", "density"), "chance_mean"]
    assert told["title"].endswith(f"; by chance about {mean:.0f}")
    for other in ({"adjustment": "crude"}, {"outcome": "chronic_pain"}):
        assert "chance" not in NUTRIENTS.words(NutrientChoices(**other))["title"]


@pytest.mark.parametrize(("sort", "column"), [("low", "q1_odds_ratio"), ("high", "q5_odds_ratio"), ("bend", "bend_p")])
def test_rows_are_sorted_by_the_choice(sort, column):
    """High ends first, small p values first; a nutrient without fifths last."""
    rows = nutrient_rows(Asked("neuropathy", "amount", "full"), sort)
    values = [row[column] for row in rows[:-1]]
    assert values == sorted(values, reverse=sort != "bend")
    assert rows[-1]["nutrient"] == "alcohol" and "73% ate none" in rows[-1]["flag"]


@pytest.mark.parametrize("look", LOOKS)
def test_every_nutrient_is_named_and_magnesium_is_marked(look):
    """In words as well as by its shade."""
    figure = NUTRIENTS.figure(NutrientChoices(), look)
    said = inside(figure)
    for name in ("Calcium", "<b>Magnesium</b>", "Alcohol", "73% ate none that day"):
        assert name in said
    assert len([shape for shape in figure.layout.shapes if shape.type == "rect"]) == 1


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("look", LOOKS)
def test_both_curves_stand_on_one_vertical_scale(outcome, look):
    """Or the flatter one would not be seen to be."""
    figure = TWO_CURVES.figure(TwoCurveChoices(outcome=outcome), look)
    assert figure.layout.yaxis.range == figure.layout.yaxis2.range
    assert figure.layout.yaxis.domain[0] > figure.layout.yaxis2.domain[1]


def test_the_u_goes_away_by_calories_in_words():
    """And the words do not say that there is none."""
    said = both_bends("neuropathy", "full")
    assert "By amount: In this sample a straight line fits worse" in said
    assert "Per 1,000 kcal: The data do not show a bend (p = 0.94); they do not rule one out." in said
    for words in magnesium.short_answer():
        assert "does not show that there is none" in words
    for words in (*magnesium.verdict(), *magnesium.claim_words(), magnesium.doubts()):
        assert "cause" not in words.replace("causes", "cause").split("ranks no cause")[0]


@pytest.mark.parametrize("scale", SCALES)
def test_the_curve_and_percents_can_be_counted_otherwise(scale):
    """Every group that percents were worked out for; any other says so and names none by mistake."""
    for chosen in ({}, {"sex": "female"}, {"age": ("60-74",)}, {"diabetes": "yes"}):
        choices = QuestionChoices(scale=scale, **chosen)
        assert PREVALENCE.figure(choices, LIGHT) and CURVE.words(choices)["title"]
        assert len(CURVE.words(choices)["title"]) <= 80
    crossed = QuestionChoices(scale=scale, sex="female", diabetes="yes")
    assert ("not among them" in PREVALENCE.empty(crossed)) == (scale != "amount")


def test_a_group_without_counted_percents_is_named():
    """With those that there are."""
    with pytest.raises(SurveyQueryError, match="sex=female"):
        load_counted_prevalence("neuropathy", "density", "race", "black")


def test_fifths_of_the_counted_value_hold_a_fifth_of_the_population_each():
    """Weighted cut points: 20% each, as near as one person's weight lets them."""
    for scale in ("density", "residual"):
        population = load_counted_prevalence("neuropathy", scale)["population"]
        np.testing.assert_allclose(population / population.sum(), 0.2, atol=0.002)


# Chance and objections -------------------------------------------------------------------------------------------------


def test_the_chance_line_is_that_of_the_table():
    """Both ways to count, with how often chance gave as much."""
    for said in chance.chance_words():
        for scale in ("amount", "density"):
            row = load_shuffles().loc[("share_both_ends_above_1", scale)]
            assert f"{row['ours'] * row['of']:.0f} of {row['of']:.0f} analyses that were shuffled" in said
            assert f"{row['at_least_ours']:.0f} of {row['shuffles']:.0f}" in said
    assert len(chance.CHANCE.table(NoChoices())) == len(load_shuffles())


def test_objections_have_their_row_each():
    """Every comparison in all three ways to count, no cell empty."""
    table = objections.OBJECTIONS.table(NoChoices())
    assert set(table["Counted as"]) == {"Amount", "Per 1,000 kcal", "Energy-adjusted"}
    assert table["p"].notna().all() and (table["Odds ratio"].notna() == table["From"].notna()).all()
    assert {name for name, _ in objections.ROWS.values()} == set(table["Objection"])
    shown = objections.OBJECTIONS.figure(NoChoices(), LIGHT)
    assert "1.42 (1.05 to 1.93)" in shown and "per 108 mg; break at 214" in shown


def test_every_reference_is_the_inverse_of_its_mirror():
    """Fifth 1 against 3 and 3 against 1 multiply to 1."""
    for one in range(1, 6):
        for other in range(1, one):
            pair = [
                objections.found_row("every_reference", "amount", f"fifth {a} against {b}")["odds_ratio"]
                for a, b in ((one, other), (other, one))
            ]
            assert np.prod(pair) == pytest.approx(1, rel=1e-4)


def test_the_two_lines_are_told_as_they_are():
    """A U needs both lines told from flat."""
    said = objections.two_lines_words()
    below, above = (objections.found_row("two_lines", "amount", f"{side} the break") for side in ("below", "above"))
    both = below["ci_high"] < 1 and above["ci_low"] > 1
    assert ("a U by this test" in said.split(";")[0].replace("no U by this test", "")) == both


def test_those_left_out_and_the_weights_are_told():
    """835 of 7,726; and the p value of the test."""
    assert "835 of 7,726 people" in objections.left_out_words()
    assert "p = 0.033" in objections.weights_words()


def test_another_nutrient_held_still_is_counted():
    """As a line in four models, as a curve in four."""
    table = HELD_STILL.table(TwoCurveChoices())
    p = table["p for a bend"].astype(float)
    for form, said in (("a line", "as a line"), ("a curve", "as a curve")):
        bent = int((p[table["Held still"].str.endswith(form)] < 0.05).sum())
        assert f"{bent} of 4" in summary("neuropathy", "full").split(said)[1]


# One day ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9, 1.0])
def test_rows_of_the_transition_sum_to_1(share):
    """And so do its columns: fifths are fifths on both scales."""
    table = arithmetic.transition(share)
    np.testing.assert_allclose(table.sum(axis=1), 1)
    np.testing.assert_allclose(table.sum(axis=0), 1, atol=1e-3)


def test_without_chance_one_day_is_the_truth_and_with_nothing_else_it_is_noise():
    """Share 0: everybody stays, odds ratios are as they are. Share 1: a fifth everywhere, odds ratios of 1."""
    assert (arithmetic.transition(0) == np.eye(5)).all()
    np.testing.assert_allclose(arithmetic.transition(1), 0.2, atol=1e-3)
    assert arithmetic.seen_odds_ratio(2.0, 0.0, 0.14) == pytest.approx(2, rel=1e-6)
    assert arithmetic.seen_odds_ratio(2.0, 1.0, 0.14) == pytest.approx(1, abs=1e-3)
    assert arithmetic.seen_odds_ratio(2.0, 0.0, 0.14, u_shaped=True) == pytest.approx(2, rel=1e-6)


def test_the_transition_is_that_of_simulated_people():
    """A million of them: usual intake and a day's chance, normal, half of the spread each."""
    random = np.random.default_rng(3)
    usual = random.normal(size=1_000_000) * np.sqrt(0.5)
    day = usual + random.normal(size=1_000_000) * np.sqrt(0.5)
    fifth = [np.searchsorted(np.quantile(x, [0.2, 0.4, 0.6, 0.8]), x) for x in (day, usual)]
    simulated = np.array([[np.mean(fifth[1][fifth[0] == a] == b) for b in range(5)] for a in range(5)])
    np.testing.assert_allclose(arithmetic.transition(0.5), simulated, atol=0.004)


def test_prevalences_keep_the_whole_and_the_odds_ratio():
    """Mean as given, extreme fifths at the odds ratio."""
    share = arithmetic.prevalences(3.0, 0.14, arithmetic.RISING)
    odds = share / (1 - share)
    assert share.mean() == pytest.approx(0.14) and odds[4] / odds[0] == pytest.approx(3)


def test_the_committed_tables_are_the_arithmetic():
    """Fifths and odds ratios from the committed share."""
    known = arithmetic.load_day_to_day()
    fifths = arithmetic.load_one_day_fifths().drop(columns="one_day_fifth")
    np.testing.assert_allclose(fifths, arithmetic.transition(known["share_within"]), atol=1e-5)
    for row in arithmetic.load_one_day_odds().itertuples():
        seen = arithmetic.seen_odds_ratio(row.true_odds_ratio, known["share_within"], known["prevalence"])
        assert row.seen == pytest.approx(seen, rel=1e-4)
        assert 1 < row.seen_low < row.seen < row.seen_high < row.true_odds_ratio


@pytest.mark.parametrize("true_odds", ODDS)
@pytest.mark.parametrize("look", LOOKS)
def test_the_picture_follows_the_slider(true_odds, look):
    """The title has what is seen, and both stand in the plot."""
    figure = ONE_DAY.figure(OneDayChoices(true_odds=true_odds), look)
    true, seen = true_and_seen(true_odds)
    assert true[4] == pytest.approx(float(true_odds))
    if float(true_odds) > 1:
        assert figure.words["title"].endswith(f"{seen[4]:.2f} on one day")
        assert seen[4] < true[4]
    said = inside(figure)
    assert f"seen {seen[4]:.2f}" in said and f"true {true[4]:.2f}" in said


def test_what_one_day_does_is_told():
    """Four true odds ratios with what is seen of each."""
    assert all(f"{true} as " in said for true in ("1.25", "1.5", "2", "3") for said in what_it_does())
