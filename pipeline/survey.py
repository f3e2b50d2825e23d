"""Design-based statistics on person-level data that the committed cells cannot give."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike


@dataclass(frozen=True)
class Mean:
    """A weighted mean, its linearized standard error, the people it rests on and its degrees of freedom."""

    estimate: float
    se: float
    n: int
    df: int


def quantiles(values: ArrayLike, weights: ArrayLike, probabilities: ArrayLike) -> np.ndarray:
    """Weighted quantiles: the inverse of the weighted distribution function, without interpolation.

    The smallest value x with F(x) >= p (`svyquantile(qrule="math")` in R).
    """
    values, weights = np.asarray(values, float), np.asarray(weights, float)
    order = np.argsort(values, kind="stable")
    share = np.cumsum(weights[order]) / weights.sum()
    # A share may fall short of p by rounding only; without the margin the next value would be taken.
    position = np.searchsorted(share, np.asarray(probabilities) - 1e-12)
    return values[order][np.minimum(position, len(values) - 1)]


def estimate_mean(people: pd.DataFrame, column: str, weight: str, domain: pd.Series) -> Mean:
    """Mean of `column` in `domain`; `people` is everyone with a weight, so that every PSU counts.

    Linearization: the scores w(y - mean)/W are summed by PSU and vary about their stratum's mean. `df` is PSUs minus
    strata holding anyone of the domain (R's `degf` of the subset).
    """
    inside = domain.reindex(people.index).to_numpy(bool)
    weights = np.where(inside, people[weight], 0.0)
    values = np.where(inside, people[column], 0.0)
    total = weights.sum()
    estimate = (weights * values).sum() / total
    scores = pd.DataFrame({"score": weights * (values - estimate) / total, "inside": inside})
    units = scores.groupby([people["stratum"].to_numpy(), people["psu"].to_numpy()]).sum()
    strata = units["score"].groupby(level=0)
    size = strata.transform("size")
    variance = ((units["score"] - strata.transform("mean")) ** 2 * size / (size - 1)).sum()
    occupied = units.index[units["inside"] > 0]
    df = len(occupied) - len(occupied.unique(level=0))
    return Mean(float(estimate), float(np.sqrt(variance)), int(inside.sum()), df)


def ear_mg(people: pd.DataFrame) -> np.ndarray:
    """Estimated Average Requirement of adults, mg/day (IOM 1997): men 330 to the age of 30, then 350; women 255, 265."""
    young = people["age_years"] <= 30
    return np.where(people["sex"] == "male", np.where(young, 330, 350), np.where(young, 255, 265))


def below_ear(intake_mg: pd.Series, people: pd.DataFrame) -> pd.Series:
    """1 where an intake is below the person's EAR, else 0."""
    return (intake_mg < ear_mg(people)).astype(float)
