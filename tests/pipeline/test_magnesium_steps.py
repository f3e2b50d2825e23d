"""The steps that ask whether it is magnesium: held to the cells, to the main tables and to people made up by hand."""

import numpy as np
import pandas as pd
import pytest

from data.associations import load_curve_test, load_odds_ratios
from data.nutrient_tables import ADJUSTMENTS
from data.nutrients import load_held_still, load_left_out, load_objections
from data.survey import estimate_prevalence, outcomes
from pipeline.arrays import People
from pipeline.counted import counted_of
from pipeline.grid import round_step
from pipeline.steps.counted_prevalence import prevalence_rows
from pipeline.steps.one_day import fifths_table, odds_table, share_within
from pipeline.two_lines import two_lines

RANDOM = np.random.default_rng(11)


def made_up(log_odds) -> tuple[People, object]:
    """4,000 people with intakes from 0 to 600 mg and the outcome by `log_odds` of the intake; their exposure."""
    intake = RANDOM.uniform(0, 600, 4000)
    case = RANDOM.random(4000) < 1 / (1 + np.exp(-log_odds(intake)))
    table = pd.DataFrame(
        {
            "stratum": np.tile(np.arange(20), 200),
            "psu": RANDOM.integers(1, 3, 4000),
            "case": case.astype(float),
            "in_sample": True,
            "weight_diet": 1.0,
            "energy_kcal": 2000.0,
        }
    )
    for column in ("age_years", "income_ratio", "bmi_kg_m2", "height_cm", "alcohol_day1"):
        table[column] = 1.0
    for column in ("sex", "race", "education", "smoking", "hypertension", "diabetes", "age", "cycle"):
        table[column] = "same"
    return People(table), counted_of(table, intake, "amount")


@pytest.mark.parametrize(
    ("log_odds", "falls", "rises"),
    [
        (lambda mg: ((mg - 300) / 150) ** 2 - 2, True, True),
        (lambda mg: np.log(mg + 20) - 6, False, True),
        (lambda mg: 0 * mg - 1, False, False),
    ],
    ids=["a U", "a logarithm", "nothing"],
)
def test_two_lines_find_a_u_and_no_other_curve(log_odds, falls, rises):
    """A curve that bends and never turns, as a logarithm does, is no U."""
    people, exposure = made_up(log_odds)
    found = two_lines(people, exposure.spline, exposure, np.ones(4000, bool), ())
    below, above, _ = found.model.odds_ratios()
    assert (below[2] < 1, above[1] > 1) == (falls, rises)
    if falls and rises:
        assert 200 < found.breakpoint < 400


@pytest.mark.parametrize(("step", "told"), [(0.3, 0.5), (1.0, 1), (3.2, 5), (11, 20), (60, 100)])
def test_curves_are_told_at_round_steps(step, told):
    """1, 2 or 5 times a power of ten, no smaller than asked for."""
    assert round_step(step) == pytest.approx(told)


def test_the_share_that_is_day_to_day():
    """Days 1, 3 and 3, 1: half the mean squared difference is 2, the variance of first days 1; equal days have none."""
    days = pd.DataFrame({"day1": [1.0, 3.0], "day2": [3.0, 1.0], "weight": [1.0, 1.0]})
    assert share_within(days, np.ones((2, 1)), 1.0).tolist() == [2.0]
    same = days.assign(day2=days["day1"])
    assert share_within(same, np.ones((2, 1)), 1.0).tolist() == [0.0]


def test_one_day_tables_keep_their_sums():
    """Rows of the fifths sum to 1; more chance shows less of an odds ratio."""
    assert fifths_table(0.4).drop(columns="one_day_fifth").sum(axis=1).tolist() == pytest.approx([1] * 5)
    row = pd.Series({"share_within": 0.4, "ci_low": 0.3, "ci_high": 0.5, "prevalence": 0.14})
    odds = odds_table(row)
    assert (odds["seen_low"] < odds["seen"]).all() and (odds["seen"] < odds["seen_high"]).all()


@pytest.mark.parametrize("adjustment", ADJUSTMENTS)
@pytest.mark.parametrize("outcome", outcomes().index)
def test_with_nothing_held_still_it_is_the_main_table(outcome, adjustment):
    """Another step, one number."""
    none = load_held_still(outcome, adjustment).iloc[0]
    odds = load_odds_ratios(outcome, adjustment).set_index("quintile")
    for quintile in (1, 5):
        assert none[f"q{quintile}_odds_ratio"] == pytest.approx(odds.at[quintile, "odds_ratio"], rel=1e-5)
    assert none["bend_p"] == pytest.approx(load_curve_test(outcome, adjustment)["nonlinearity_p"], rel=1e-4)


@pytest.mark.parametrize("scale", ["amount", "density", "residual"])
def test_the_main_model_of_the_objections_is_the_main_table(scale):
    """And so are the fifths against the third in turn."""
    rows = load_objections()
    rows = rows[rows["scale"] == scale].set_index(["objection", "row"])["odds_ratio"]
    odds = load_odds_ratios("neuropathy", scale=scale).set_index("quintile")["odds_ratio"]
    for quintile in (1, 2, 4, 5):
        assert rows["every_reference", f"fifth {quintile} against 3"] == pytest.approx(odds[quintile], rel=1e-5)
    assert rows["main_model", "fifth 5 against 3"] == rows["every_reference", "fifth 5 against 3"]


def test_those_left_out_and_those_in_the_model_are_the_sample():
    """835 and 6,891 are 7,726."""
    row = load_left_out().iloc[0]
    assert row["in_model_n"] + row["left_out_n"] == row["sample_n"] == 7726


@pytest.mark.raw
@pytest.mark.parametrize(
    ("where", "mix"),
    [({}, "none"), ({"sex": "female"}, "age-sex"), ({"diabetes": "yes"}, "age-sex"), ({"age": "60-74"}, "age-sex")],
)
def test_prevalence_as_counted_is_that_of_the_cells_by_amount(where, mix):
    """The same arithmetic from people: to the digits of the committed cells."""
    key, value = next(iter(where.items()), ("all", "all"))
    ours = prevalence_rows("neuropathy", "amount", key, value, mix)
    cells = estimate_prevalence("neuropathy", where=where, standardize=mix)
    for column in ("n", "cases", "prevalence", "se", "ci_low", "ci_high", "df"):
        np.testing.assert_allclose(ours[column], cells[column], rtol=1e-6, atol=1e-8)
    assert ours["flag"].tolist() == cells["flag"].tolist()
