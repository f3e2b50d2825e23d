"""The array fit: what can be checked by hand, and against svy on the raw files."""

import numpy as np
import pytest

from pipeline.arrays import fifth_columns, of_weighted, people_of, terms_of
from pipeline.counted import count, counted, rounded_reference
from pipeline.logistic import Design, NoFit, fit, maximize
from pipeline.models import fit_logistic
from pipeline.outcomes import read_population

ROOM = np.random.default_rng(1)


def test_a_model_of_one_class_is_the_odds_ratio_of_the_table():
    """30 of 100 cases against 20 of 100: (30/70) / (20/80) = 1.714."""
    x = np.column_stack([np.ones(200), np.repeat([0.0, 1.0], 100)])
    y = np.concatenate([np.repeat([1.0, 0.0], [20, 80]), np.repeat([1.0, 0.0], [30, 70])])
    assert np.exp(maximize(x, y, np.ones(200))[1]) == pytest.approx((30 / 70) / (20 / 80))


def test_a_start_from_elsewhere_changes_nothing():
    """A good start saves steps, one that runs away is dropped."""
    x = np.column_stack([np.ones(500), ROOM.normal(size=(500, 3))])
    y = (ROOM.random(500) < 1 / (1 + np.exp(-x[:, 1]))).astype(float)
    plain = maximize(x, y, np.ones(500))
    for start in (plain, plain + 0.5, np.full(4, 80.0)):
        np.testing.assert_allclose(maximize(x, y, np.ones(500), start), plain, atol=1e-8)


def test_columns_that_nearly_say_the_same_are_fitted():
    """Coefficients far from zero that nearly cancel are no class without cases."""
    wide = ROOM.gamma(1.0, 300.0, 4000)
    x = np.column_stack([np.ones(4000), wide, wide + ROOM.normal(size=4000)])
    log_odds = -1.5 + 0.5 * (x[:, 2] - x[:, 1])
    y = (ROOM.random(4000) < 1 / (1 + np.exp(-log_odds))).astype(float)
    beta = maximize(x, y, np.ones(4000))
    assert abs(beta[1:] * x[:, 1:].std(axis=0)).max() > 50


def test_a_class_without_cases_is_refused():
    """Its odds ratio is no number."""
    x = np.column_stack([np.ones(100), np.repeat([0.0, 1.0], 50)])
    y = np.concatenate([np.repeat([1.0, 0.0], [20, 30]), np.zeros(50)])
    with pytest.raises(NoFit, match="class without cases"):
        maximize(x, y, np.ones(100))


def test_units_vary_about_their_stratum():
    """One stratum of two units with totals 3 and 1: 2 / 1 x (1 + 1) = 4; people outside count as zero."""
    design = Design.of(np.array([1, 1, 1]), np.array([1, 1, 2]))
    assert design.variance(np.array([[1.0], [2.0], [1.0]]), np.arange(3)).tolist() == [[4.0]]
    assert design.variance(np.array([[3.0]]), np.array([0])).tolist() == [[9.0]]
    assert (design.df(np.arange(3)), design.df(np.array([0, 1]))) == (1, 0)


def test_how_intake_is_counted():
    """Per 1,000 kcal: 300 mg of 1,500 kcal are 200. Residual: what a line on energy leaves, at the mean energy."""
    amount, energy = np.array([300.0, 100.0, 200.0]), np.array([1500.0, 500.0, 0.0])
    weights = np.ones(3)
    assert count(amount, energy, weights, "amount").tolist() == [300, 100, 200]
    density = count(amount, energy, weights, "density")
    assert density[:2].tolist() == [200, 200] and np.isnan(density[2])
    straight = count(energy * 0.2 + 5, energy, weights, "residual")
    np.testing.assert_allclose(straight, straight[0])  # nothing but energy is in it
    assert straight.mean() == pytest.approx((energy * 0.2 + 5).mean())


@pytest.mark.parametrize(("median", "told"), [(256.6, 257), (9.8234, 9.82), (100.4, 100), (7.0, 7)])
def test_a_reference_is_round(median, told):
    """To the unit from 100 on, to three digits below."""
    assert rounded_reference(median) == told


@pytest.mark.raw
@pytest.mark.parametrize("adjustment", ["crude", "demographic", "full"])
def test_arrays_agree_with_svy(adjustment):
    """Calcium per 1,000 kcal by fifths: coefficients, covariance and degrees of freedom."""
    people, exposure = people_of("neuropathy"), counted("neuropathy", "calcium", "density")
    fifth, _ = of_weighted(people, exposure)
    ours = people.model(fifth_columns(fifth), np.ones(len(people.case), bool), terms_of(adjustment, "neuropathy"))
    table = read_population("neuropathy").assign(quintile=exposure.fifth)
    terms = list(terms_of(adjustment, "neuropathy"))
    theirs = fit_logistic(table, table["in_sample"] & (table["quintile"] > 0), ["quintile", *terms])
    names = [f"quintile_{number}" for number in (1, 2, 4, 5)]
    np.testing.assert_allclose(ours.fit.beta[ours.exposure], theirs.coefficients[names], rtol=1e-6)
    places = np.ix_(ours.exposure, ours.exposure)
    np.testing.assert_allclose(ours.fit.covariance[places], theirs.covariance.loc[names, names], rtol=1e-6)
    assert (ours.fit.df, len(ours.people), ours.cases) == (theirs.df, theirs.n, theirs.cases)


def test_a_fit_tells_its_interval_and_tests():
    """Two units a stratum: finite bounds around the estimate, and a p value between 0 and 1."""
    x = np.column_stack([np.ones(400), np.tile([0.0, 1.0], 200)])
    y = (ROOM.random(400) < 0.3).astype(float)
    design = Design.of(np.repeat(np.arange(20), 20), np.tile(np.repeat([1, 2], 10), 20))
    made = fit(x, y, np.ones(400), design, np.arange(400))
    odds, low, high = made.odds_ratio(np.array([0.0, 1.0]))
    assert low < odds < high and made.df == 19
    assert 0 <= made.wald_test([1])[1] <= 1
