"""Where the curves of nutrients are told: round values between the ends of the sample."""

from __future__ import annotations

import numpy as np

from pipeline.counted import Counted
from pipeline.steps.associations import CURVE_MG

SHARES = (0.02, 0.98)
"""Percentiles of the sample, unweighted, between which a curve is told."""
POINTS = 30  # about as many steps


def curve_points(nutrient: str, scale: str, exposure: Counted) -> np.ndarray:
    """Round values in equal steps, with the reference among them; magnesium in mg has the points that it has always had."""
    if (nutrient, scale) == ("magnesium", "amount"):
        return np.unique([*CURVE_MG, exposure.reference])
    low, high = np.quantile(exposure.values[exposure.inside], SHARES)
    step = round_step((high - low) / POINTS)
    steps = np.arange(np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9) + 1)
    return np.unique(np.round([*(steps * step), exposure.reference], 10))


def round_step(step: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50 … (or 0.1, 0.2, 0.5) that is no smaller."""
    power = 10.0 ** np.floor(np.log10(step))
    return float(next(power * digit for digit in (1, 2, 5, 10) if power * digit >= step * (1 - 1e-9)))
