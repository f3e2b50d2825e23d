"""The parts of the models that can be checked by hand."""

import numpy as np
import pandas as pd
import pytest

from pipeline.models import Fit, knots_of, spline_basis
from pipeline.steps.multiverse import CHOICES, read_specifications, specifications
from pipeline.survey import quantiles


def test_weighted_quantiles_are_observed_values():
    """Weights 1, 2, 1: the median is where the summed weight reaches half, with no value between two."""
    assert quantiles([10, 20, 30], [1, 2, 1], [0.25, 0.5, 0.75, 0.76]).tolist() == [10, 20, 20, 30]


def test_knots_stand_at_four_percentiles():
    """Of 1 to 100 with equal weights: 5, 35, 65, 95."""
    assert knots_of(np.arange(1, 101), np.ones(100)).tolist() == [5, 35, 65, 95]


def test_the_spline_is_zero_below_the_first_knot_and_straight_above_the_last():
    """Restricted: linear in both tails."""
    knots = [100, 200, 300, 500]
    assert spline_basis([50, 100], knots).tolist() == [[0, 0], [0, 0]]
    tail = spline_basis([600, 700, 800, 900], knots)
    np.testing.assert_allclose(np.diff(tail, n=2, axis=0), 0, atol=1e-9)


def test_an_odds_ratio_is_the_exponential_of_a_contrast():
    """Coefficient 0.7 with variance 0.04 and very many degrees of freedom: exp(0.7 ± 1.96 x 0.2)."""
    fit = Fit(pd.Series({"x": 0.7}), pd.DataFrame({"x": {"x": 0.04}}), 1e9, 100, 10)
    odds = fit.odds_ratio({"x": 1})
    assert odds["odds_ratio"] == pytest.approx(np.exp(0.7))
    assert odds["ci_low"] == pytest.approx(np.exp(0.7 - 1.96 * 0.2), rel=1e-4)


def test_a_contrast_of_an_unknown_coefficient_is_refused():
    """Otherwise it would silently be an odds ratio of 1."""
    fit = Fit(pd.Series({"x": 0.7}), pd.DataFrame({"x": {"x": 0.04}}), 40, 100, 10)
    with pytest.raises(AssertionError, match="quintile_1"):
        fit.contrast({"quintile_1": 1})


def test_the_list_of_specifications_is_every_combination():
    """Committed before it was run: as many rows as the choices multiply to."""
    assert read_specifications().equals(specifications())
    assert len(read_specifications()) == np.prod([len(values) for values in CHOICES.values()])
