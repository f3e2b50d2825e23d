"""A nutrient's intake as it is counted: as it is, per 1,000 kcal, or adjusted for energy; with its fifths and spline.

Cut points, knots and the reference are made on the counted value, by the rules that stand for magnesium: weighted, on the
whole sample of the outcome, before any group is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from pipeline.models import KNOT_SHARES, spline_basis
from pipeline.nutrients import MOST_WITHOUT
from pipeline.outcomes import QUINTILES, read_population
from pipeline.survey import quantiles

KCAL = 1000


@dataclass(frozen=True)
class Counted:
    """The exposure of everyone sampled for an outcome: `values` are NaN where it is not known or nobody is of the sample."""

    values: np.ndarray
    inside: np.ndarray  # of the sample, with a known value
    cuts: np.ndarray
    knots: np.ndarray
    reference: float
    without: float  # weighted share of the sample that ate none that day

    @property
    def fifth(self) -> np.ndarray:
        """1 to 5, closed on the right; 0 outside the sample."""
        return np.where(self.inside, np.searchsorted(self.cuts, self.values) + 1, 0)

    @property
    def spline(self) -> np.ndarray:
        """The value and its two bends, a column each."""
        return np.column_stack([self.values, spline_basis(self.values, self.knots)])

    @property
    def why_no_fifths(self) -> str:
        """In words, where the nutrient cannot be cut into fifths."""
        if self.without > MOST_WITHOUT:
            return f"{self.without:.0%} ate none that day, so there are no fifths"
        if len(np.unique(self.cuts)) < len(self.cuts):
            return "two cut points are the same value, so there are no fifths"
        return ""


def count(amount: np.ndarray, energy_kcal: np.ndarray, weights: np.ndarray, scale: str) -> np.ndarray:
    """The amount on a scale; the arrays are of the sample. Per 1,000 kcal is unknown where nothing at all was eaten.

    The residual method (Willett): residual of the weighted linear regression on energy, plus what the line gives at the
    weighted mean energy, so that it is in the unit of the amount.
    """
    if scale == "amount":
        return amount
    if scale == "density":
        return np.divide(amount * KCAL, energy_kcal, out=np.full(len(amount), np.nan), where=energy_kcal > 0)
    mean_energy, mean = np.average(energy_kcal, weights=weights), np.average(amount, weights=weights)
    centered = energy_kcal - mean_energy
    slope = (weights * centered * (amount - mean)).sum() / (weights * centered**2).sum()
    return amount - slope * centered


@cache
def counted(outcome: str, nutrient: str, scale: str) -> Counted:
    """The exposure of an outcome's people."""
    people = read_population(outcome)
    return counted_of(people, people[f"{nutrient}_day1"].to_numpy(float), scale)


def counted_of(people: pd.DataFrame, amount: np.ndarray, scale: str, *, weighted_cuts: bool = True) -> Counted:
    """The exposure from amounts of everyone in `people`, which has in_sample, energy_kcal and weight_diet."""
    sample = (people["in_sample"].to_numpy(bool)) & ~np.isnan(amount)
    energy, weights = people["energy_kcal"].to_numpy(float), people["weight_diet"].to_numpy(float)
    values = np.full(len(people), np.nan)
    values[sample] = count(amount[sample], energy[sample], weights[sample], scale)
    inside = ~np.isnan(values)
    chosen, weight = values[inside], weights[inside] if weighted_cuts else np.ones(inside.sum())
    cuts, knots, median = cuts_and_knots(chosen, weight)
    return Counted(
        values,
        inside,
        cuts,
        knots,
        rounded_reference(median),
        float(weights[sample & (amount == 0)].sum() / weights[sample].sum()),
    )


def cuts_and_knots(values: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """The four cut points, the four knots and the median of the sample, sorted once for all."""
    found = quantiles(values, weights, [*QUINTILES, *KNOT_SHARES, 0.5])
    return found[:4], found[4:8], float(found[8])


def rounded_reference(median: float) -> float:
    """The weighted median as a reader can take it: to the whole unit from 100 on (257 mg), to three digits below."""
    return float(round(median)) if median >= 100 else float(f"{median:.3g}")
