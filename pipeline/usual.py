"""Usual intake from one day for everybody and a second day for most: the spread without day-to-day variation.

The method of the US National Research Council (1986) on a power scale, as documented in `docs/methods.md`: each
person's transformed day is drawn toward the group's mean until the spread equals that between persons, and is
transformed back with the within-person variance. It gives a group's distribution and no person's usual intake.
"""

import numpy as np

POWERS = np.round(np.arange(0.05, 1.01, 0.05), 2)
LEAST_BETWEEN_SHARE = 0.05


def best_power(values: np.ndarray, weights: np.ndarray) -> float:
    """The power of POWERS that leaves the weighted values least skewed."""
    return float(min(POWERS, key=lambda power: abs(skewness(values**power, weights))))


def skewness(values: np.ndarray, weights: np.ndarray) -> float:
    """Weighted skewness."""
    mean = np.average(values, weights=weights)
    deviations = values - mean
    return np.average(deviations**3, weights=weights) / np.average(deviations**2, weights=weights) ** 1.5


def within_variance(day1: np.ndarray, day2: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Variance between two days of one person: half the mean squared difference, a shift between days removed.

    `weights` may have one column per replicate.
    """
    weights = weights if weights.ndim == 2 else weights[:, None]
    differences = (day1 - day2)[:, None]
    total = weights.sum(0)
    shift = (weights * differences).sum(0) / total
    return (weights * (differences - shift) ** 2).sum(0) / total / 2


def shrink(days: np.ndarray, weights: np.ndarray, within: np.ndarray, power: float) -> np.ndarray:
    """Usual intakes, mg: `days` (transformed) drawn to their mean, and back on the scale of mg.

    One column per replicate of `weights` and `within`. Back-transformation adds half the second derivative times the
    within-person variance, since the mean of days is not the day of the mean.
    """
    total = weights.sum(0)
    mean = (weights * days[:, None]).sum(0) / total
    spread = (weights * (days[:, None] - mean) ** 2).sum(0) / total
    # Sampling may leave less between persons than nothing; a twentieth of the spread is kept.
    share = np.maximum((spread - within) / spread, LEAST_BETWEEN_SHARE)
    usual = np.maximum(mean + np.sqrt(share) * (days[:, None] - mean), 0)
    inverse = 1 / power
    bend = inverse * (inverse - 1) * np.maximum(usual, 1e-9) ** (inverse - 2)
    return usual**inverse + bend * within / 2
