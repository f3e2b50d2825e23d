"""Design-based statistics on person-level data that the committed cells cannot give."""

import numpy as np


def quantiles(values, weights, probabilities) -> np.ndarray:
    """Weighted quantiles: the inverse of the weighted distribution function, without interpolation.

    The smallest value x with F(x) >= p (`svyquantile(qrule="math")` in R).
    """
    values, weights = np.asarray(values, float), np.asarray(weights, float)
    order = np.argsort(values, kind="stable")
    share = np.cumsum(weights[order]) / weights.sum()
    # A share may fall short of p by rounding only; without the margin the next value would be taken.
    position = np.searchsorted(share, np.asarray(probabilities) - 1e-12)
    return values[order][np.minimum(position, len(values) - 1)]
