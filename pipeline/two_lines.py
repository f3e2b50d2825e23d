"""The two-lines test for a U (Simonsohn 2018, doi 10.1177/2515245918805755): one line that falls and one that rises.

The break between them is set by his Robin Hood rule: a first break in the middle of the curve's flat part, then moved
within that part toward the end whose line is the better told from flat, so that the weaker one gets more people.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.arrays import Model, People
from pipeline.counted import Counted

GRID = np.linspace(0.02, 0.98, 97)
"""Percentiles of the sample at which the curve is looked at for its flat part."""


@dataclass(frozen=True)
class TwoLines:
    """The model with a line below the break (first exposure term) and one above (second); odds ratios are for `step`."""

    breakpoint: float
    step: float
    model: Model


def two_lines(
    people: People, spline: np.ndarray, exposure: Counted, inside: np.ndarray, terms: tuple[str, ...]
) -> TwoLines:
    """The test of one exposure; `step`, the unit of both slopes, is a quarter of the span between the outer knots."""
    step = float(exposure.knots[-1] - exposure.knots[0]) / 4
    values = spline[:, 0]
    flat = _flat_part(people, spline, inside, terms)
    first = _lines(people, values, float(np.median(flat)), step, inside, terms)
    below, above = (abs(first.fit.beta[term]) / first.fit.se(_only(first, term)) for term in first.exposure[:2])
    share = above / (below + above)
    at = float(np.quantile(flat, share))
    return TwoLines(at, step, _lines(people, values, at, step, inside, terms))


def _only(model: Model, term: int) -> np.ndarray:
    return np.eye(len(model.fit.beta))[term]


def _flat_part(people: People, spline: np.ndarray, inside: np.ndarray, terms: tuple[str, ...]) -> np.ndarray:
    """The intakes of the people where the curve lies within a standard error of its lowest point, inside the outer 2%."""
    model = people.model(spline, inside, terms)
    used = spline[model.people]
    order = np.argsort(used[:, 0], kind="stable")
    grid = used[order][np.round(GRID * (len(order) - 1)).astype(int)]
    curve = grid @ model.fit.beta[model.exposure]
    lowest = grid[curve.argmin()]
    covariance = model.fit.covariance[np.ix_(model.exposure, model.exposure)]
    apart = grid - lowest
    near = curve - curve.min() <= np.sqrt(np.einsum("ij,jk,ik->i", apart, covariance, apart))
    low, high = grid[near, 0].min(), grid[near, 0].max()
    values = used[:, 0]
    return values[(values >= low) & (values <= high)]


def _lines(
    people: People, values: np.ndarray, at: float, step: float, inside: np.ndarray, terms: tuple[str, ...]
) -> Model:
    """Interrupted regression: a slope on each side of the break, and a jump between them."""
    away = (values - at) / step
    below, above = np.where(values <= at, away, 0.0), np.where(values > at, away, 0.0)
    columns = np.column_stack([below, above, (values > at).astype(float)])
    columns[np.isnan(values)] = np.nan
    return people.model(columns, inside, terms)
