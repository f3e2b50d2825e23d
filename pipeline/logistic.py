"""Survey-weighted logistic regression in arrays, for thousands of fits on one design.

The same estimates and linearized variances as `pipeline.models.fit_logistic` (svy) and R's `svyglm`, to which tests hold
it; svy reads a table anew for each fit, which is too slow for shuffles.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import expit, fdtrc, stdtrit

MOST_STEPS = 50
CLOSE = 1e-10  # of the largest step, in log odds per standard deviation of its column


class NoFit(ValueError):
    """A model that has no finite estimate; the message says which term stands alone or never ends."""


@dataclass(frozen=True)
class Design:
    """Strata and sampling units of everyone with a weight, as arrays; `unit` numbers the units from 0."""

    unit: np.ndarray  # of each person
    stratum_of_unit: np.ndarray
    units_of_stratum: np.ndarray

    @classmethod
    def of(cls, stratum: np.ndarray, psu: np.ndarray) -> Design:
        """The design of people given by stratum and unit within it."""
        pairs, unit = np.unique(np.column_stack([stratum, psu]), axis=0, return_inverse=True)
        _, stratum_of_unit = np.unique(pairs[:, 0], return_inverse=True)
        return cls(unit.ravel(), stratum_of_unit, np.bincount(stratum_of_unit))

    def variance(self, scores: np.ndarray, people: np.ndarray) -> np.ndarray:
        """Covariance of the totals of `scores` (people x terms) of the people at these places; all others score zero."""
        totals = _sums(scores, self.unit[people], len(self.stratum_of_unit))
        sums = _sums(totals, self.stratum_of_unit, len(self.units_of_stratum))
        size = self.units_of_stratum[self.stratum_of_unit][:, None]
        centered = totals - sums[self.stratum_of_unit] / size
        return (centered * size / np.maximum(size - 1, 1)).T @ centered

    def df(self, people: np.ndarray) -> int:
        """Units minus strata that hold any of these people (R's `degf` of the subset)."""
        occupied = np.unique(self.unit[people])
        return len(occupied) - len(np.unique(self.stratum_of_unit[occupied]))


def _sums(rows: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    """The sum of the rows of each group, zeros where it has none."""
    order = np.argsort(group, kind="stable")
    found, first = np.unique(group[order], return_index=True)
    sums = np.zeros((groups, rows.shape[1]))
    sums[found] = np.add.reduceat(rows[order], first, axis=0)
    return sums


@dataclass(frozen=True)
class ArrayFit:
    """Coefficients, their covariance, and the residual degrees of freedom; terms are columns of the design matrix."""

    beta: np.ndarray
    covariance: np.ndarray
    df: int

    def se(self, contrast: np.ndarray) -> float:
        """Standard error of a contrast of coefficients."""
        return float(np.sqrt(contrast @ self.covariance @ contrast))

    def odds_ratio(self, contrast: np.ndarray) -> tuple[float, float, float]:
        """exp of a contrast of coefficients with its 95% interval, t on the residual degrees of freedom."""
        log_odds = float(contrast @ self.beta)
        margin = float(stdtrit(self.df, 0.975)) * self.se(contrast)
        return float(np.exp(log_odds)), float(np.exp(log_odds - margin)), float(np.exp(log_odds + margin))

    def wald_test(self, terms: list[int]) -> tuple[float, float]:
        """F and p that all these terms are zero (R's `regTermTest`)."""
        beta, covariance = self.beta[terms], self.covariance[np.ix_(terms, terms)]
        value = float(beta @ np.linalg.solve(covariance, beta)) / len(terms)
        return value, float(fdtrc(len(terms), self.df, value))


def maximize(x: np.ndarray, y: np.ndarray, weights: np.ndarray, start: np.ndarray | None = None) -> np.ndarray:
    """The coefficients that maximize the weighted likelihood, by Newton's method; `start` from a like model is quicker."""
    spread = np.maximum(x.std(axis=0), 1e-12)
    for first in (np.zeros(x.shape[1]),) if start is None else (start, np.zeros(x.shape[1])):
        if (beta := _newton(x, y, weights, first, spread)) is not None:
            return beta
    raise NoFit(
        "the model has no finite estimate: a class without cases or without others, or terms that are one another's sum"
    )


def _newton(
    x: np.ndarray, y: np.ndarray, weights: np.ndarray, beta: np.ndarray, spread: np.ndarray
) -> np.ndarray | None:
    """Where Newton's steps end; None where they run away, as from a start too far off they may."""
    for _ in range(MOST_STEPS):
        fitted = expit(x @ beta)
        slope = x.T @ (weights * (y - fitted))
        try:
            step = np.linalg.solve(bread(x, weights, fitted), slope)
        except np.linalg.LinAlgError:
            return None
        beta = beta + step
        if np.abs(step * spread).max() < CLOSE:
            return beta
        if not np.isfinite(beta).all():
            return None
    return None


def bread(x: np.ndarray, weights: np.ndarray, fitted: np.ndarray) -> np.ndarray:
    """The weighted information matrix."""
    return (x * (weights * fitted * (1 - fitted))[:, None]).T @ x


def fit(
    x: np.ndarray,
    y: np.ndarray,
    weights: np.ndarray,
    design: Design,
    people: np.ndarray,
    start: np.ndarray | None = None,
) -> ArrayFit:
    """Estimates and linearized covariance. `x` (people x terms, intercept included), `y` (0, 1) and `weights` are of the
    people at the places `people` of the design."""
    scale = weights / weights.mean()
    beta = maximize(x, y, scale, start)
    fitted = expit(x @ beta)
    inverse = np.linalg.inv(bread(x, scale, fitted))
    scores = x * (scale * (y - fitted))[:, None] @ inverse
    return ArrayFit(beta, design.variance(scores, people), design.df(people) + 1 - x.shape[1])
