"""Usual intake on simulated people whose truth is known."""

import numpy as np
import pytest

from pipeline.usual import best_power, shrink, skewness, within_variance

SEED = 20260101
PEOPLE = 20_000


@pytest.fixture(scope="module")
def days():
    """Two days each of people whose usual intake is normal about 16 (SD 2) on a square-root scale; days add SD 3."""
    random = np.random.default_rng(SEED)
    usual = random.normal(16, 2, PEOPLE)
    return usual, *(np.maximum(usual + random.normal(0, 3, PEOPLE), 0) for _ in range(2))


def test_the_variance_within_people_is_half_the_mean_squared_difference(days):
    """3 squared."""
    _, day1, day2 = days
    assert within_variance(day1, day2, np.ones(PEOPLE))[0] == pytest.approx(9, rel=0.03)


def test_a_shift_between_the_days_is_no_variation(days):
    """A second day asked by telephone may be lower for everybody."""
    _, day1, day2 = days
    shifted = within_variance(day1, day2 - 1, np.ones(PEOPLE))
    assert shifted[0] == pytest.approx(within_variance(day1, day2, np.ones(PEOPLE))[0])


def test_the_usual_distribution_is_recovered(days):
    """A person's usual intake is the mean of their days: on the scale of mg, usual squared plus the day variance."""
    usual, day1, day2 = days
    weights = np.ones((PEOPLE, 1))
    ours = shrink(day1, weights, within_variance(day1, day2, weights), power=0.5)[:, 0]
    truth = usual**2 + 9
    for percent in (5, 25, 50, 75, 95):
        assert np.percentile(ours, percent) == pytest.approx(np.percentile(truth, percent), rel=0.03)


def test_the_power_undoes_the_skew():
    """Squares of a normal variable ask for the square root."""
    values = np.random.default_rng(SEED).normal(16, 3, PEOPLE) ** 2
    assert best_power(values, np.ones(PEOPLE)) == pytest.approx(0.5, abs=0.11)
    assert skewness(np.array([1.0, 2.0, 3.0]), np.ones(3)) == pytest.approx(0)
