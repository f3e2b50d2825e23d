"""Design-based arithmetic on totals by sampling unit: ratios, their variances, intervals, and when to show them.

Pure functions of arrays; `data.survey` brings the totals. Proportions run from 0 to 1.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import betaincinv, stdtrit

ALPHA = 0.05
SMALLEST_N_EFF = 30
WIDEST_INTERVAL = 0.30
NARROWEST_JUDGED = 0.05
WIDEST_RELATIVE = 1.30
FEWEST_DF = 8
"""NCHS Data Presentation Standards for Proportions (Parker 2017, Vital Health Stat 2(175))."""


@dataclass(frozen=True)
class Totals:
    """Sums per output row, standardizing group and PSU: arrays of shape (rows, groups, psus)."""

    n: np.ndarray
    population: np.ndarray
    cases: np.ndarray
    population_cases: np.ndarray


@dataclass(frozen=True)
class Design:
    """The PSUs of a design in a fixed order; `stratum[i]` numbers the stratum of PSU i from 0."""

    stratum: np.ndarray
    psus_in_stratum: np.ndarray
    position: dict[tuple[int, int], int]


def replicate_totals(psu_totals: np.ndarray, design: Design) -> np.ndarray:
    """Totals under each jackknife (JKn) replicate, from PSU totals in the last axis.

    Replicate i leaves PSU i out and weights the others of its stratum by n_h / (n_h - 1). A total T becomes
    T - t_i + (T_h - t_i) / (n_h - 1), where t_i is the PSU's own total and T_h its stratum's.
    """
    size = design.psus_in_stratum[design.stratum]
    own_stratum = stratum_sums(psu_totals, design)[..., design.stratum]
    return psu_totals.sum(-1, keepdims=True) - psu_totals + (own_stratum - psu_totals) / (size - 1)


def stratum_sums(psu_values: np.ndarray, design: Design) -> np.ndarray:
    """Sums over the PSUs of each stratum; the last axis turns from PSUs to strata."""
    first = np.searchsorted(design.stratum, np.arange(len(design.psus_in_stratum)))
    return np.add.reduceat(psu_values, first, axis=-1)


def prevalence_columns(totals: Totals, weights: np.ndarray, design: Design, variance: str) -> dict[str, np.ndarray]:
    """n, cases, population, prevalence, se and df of each output row, and whether it lacks a standardizing group."""
    people = totals.population.sum(-1)
    present = weights * (people > 0)
    with np.errstate(invalid="ignore"):
        present = present / present.sum(1, keepdims=True)
    prevalence = weighted_ratio(totals.population_cases.sum(-1), people, present)
    estimator = {"taylor": taylor_variance, "jackknife": jackknife_variance}[variance]
    occupied = totals.n.sum(1) > 0  # rows x PSUs
    return {
        "n": totals.n.sum((1, 2)).astype(int),
        "cases": totals.cases.sum((1, 2)).astype(int),
        "population": people.sum(1),
        "prevalence": prevalence,
        "se": np.sqrt(estimator(totals, present, prevalence, design)),
        "df": occupied.sum(-1) - (stratum_sums(occupied.astype(int), design) > 0).sum(-1),
        "incomplete": (people == 0).any(1),
    }


def weighted_ratio(cases: np.ndarray, population: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Sum over standardizing groups (axis 1) of weight x cases / population.

    A group without people has no weight in its row, the others share it (R's `svystandardize` does the same).
    """
    weights = weights.reshape(weights.shape + (1,) * (cases.ndim - 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(weights == 0, 0, weights * cases / population).sum(1)


def taylor_variance(totals: Totals, weights: np.ndarray, prevalence: np.ndarray, design: Design) -> np.ndarray:
    """Variance of the linearized ratio between PSUs within strata; the standard's weights are fixed numbers.

    All PSUs of the design count, those without anyone of the group as zeros (domain estimation).
    """
    population = totals.population.sum(-1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = totals.population_cases.sum(-1, keepdims=True) / population
        scores = weights[:, :, None] * (totals.population_cases - ratio * totals.population) / population
    scores = np.where(weights[:, :, None] == 0, 0, scores).sum(1)
    size = design.psus_in_stratum
    means = stratum_sums(scores, design) / size
    squares = stratum_sums((scores - means[:, design.stratum]) ** 2, design)
    return (squares * size / (size - 1)).sum(-1)


def jackknife_variance(totals: Totals, weights: np.ndarray, prevalence: np.ndarray, design: Design) -> np.ndarray:
    """JKn variance: squared distances of the replicate estimates from the full one, times (n_h - 1) / n_h.

    A group that lives in a single PSU has no estimate without it; that replicate is then left out, as in R.
    """
    cases, population = (replicate_totals(t, design) for t in (totals.population_cases, totals.population))
    replicates = weighted_ratio(cases, np.where(population > 1e-6, population, np.nan), weights)
    size = design.psus_in_stratum[design.stratum]
    squares = (replicates - prevalence[:, None]) ** 2 * (size - 1) / size
    return np.where(np.isnan(prevalence), np.nan, np.nansum(squares, axis=-1))


def korn_graubard_interval(
    prevalence: np.ndarray, se: np.ndarray, n: np.ndarray, df: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """95% interval of Korn & Graubard (1998): Clopper-Pearson with the effective sample size, df-adjusted.

    As R's `svyciprop(method="beta")`, with NCHS's cap: the effective sample size is never more than n (Parker 2017).
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        adjusted = raw_n_eff(prevalence, se, n) * (t_quantile(n - 1) / t_quantile(df)) ** 2
    size = np.fmin(adjusted, n)
    size = np.where(np.isnan(adjusted), np.nan, size)
    low, high = prevalence * size, (1 - prevalence) * size
    ci_low = np.where(prevalence <= 0, 0.0, betaincinv(np.maximum(low, 1e-12), high + 1, ALPHA / 2))
    ci_high = np.where(prevalence >= 1, 1.0, betaincinv(low + 1, np.maximum(high, 1e-12), 1 - ALPHA / 2))
    undefined = np.isnan(size)
    return np.where(undefined, np.nan, ci_low), np.where(undefined, np.nan, ci_high)


def raw_n_eff(prevalence: np.ndarray, se: np.ndarray, n: np.ndarray) -> np.ndarray:
    """p(1-p)/SE²; n where the variance is zero (p is 0 or 1, or everyone in one PSU)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        size = prevalence * (1 - prevalence) / se**2
    # Rounding leaves a SE of about 1e-17 where it should be zero.
    return np.where(se < 1e-9, n, size)


def t_quantile(df: np.ndarray) -> np.ndarray:
    """97.5th percentile of Student's t; NaN without degrees of freedom."""
    df = np.asarray(df, float)
    # As scipy.stats.t.ppf, whose import alone takes most of a second.
    return stdtrit(np.where(df > 0, df, np.nan), 1 - ALPHA / 2)


# --- The presentation standard -----------------------------------------------------------------------------------


def presentation_columns(estimates: dict[str, np.ndarray]) -> dict[str, object]:
    """ci_low, ci_high, n_eff, reliable and flag of each row."""
    prevalence, se, n, df = (estimates[column] for column in ("prevalence", "se", "n", "df"))
    ci_low, ci_high = korn_graubard_interval(prevalence, se, n, df)
    n_eff = np.minimum(n, raw_n_eff(prevalence, se, n))
    rows = zip(prevalence, ci_low, ci_high, n_eff, n, df, estimates["incomplete"], strict=True)
    reasons = [suppression_reason(*row) for row in rows]
    reviews = [review_reason(*row) for row in zip(prevalence, df, strict=True)]
    return {
        "ci_low": ci_low,
        "ci_high": ci_high,
        "n_eff": n_eff,
        "reliable": [not reason for reason in reasons],
        "flag": [reason or review for reason, review in zip(reasons, reviews, strict=True)],
    }


def suppression_reason(
    prevalence: float, ci_low: float, ci_high: float, n_eff: float, n: int, df: int, incomplete: bool = False
) -> str:
    """Why NCHS would not show the estimate, in words; empty where it would.

    Ours is the rule on `incomplete`: without one of the standard's groups the row is standardized to another
    population than its neighbors.
    """
    if n == 0:
        return "not shown: nobody in this group"
    if incomplete:
        return "not shown: an age-sex group is empty, so the standard cannot be applied"
    if n_eff < SMALLEST_N_EFF:
        # Rounded down: 29.7 is not "30 is under 30".
        return f"not shown: effective sample size {np.floor(n_eff):.0f} is under {SMALLEST_N_EFF}"
    if df < 1:
        return "not shown: no degrees of freedom (one sampling unit per stratum)"
    width = ci_high - ci_low
    if width >= WIDEST_INTERVAL:
        return f"not shown: the interval is {100 * width:.0f} points wide ({100 * WIDEST_INTERVAL:.0f} or more)"
    if width > NARROWEST_JUDGED and width > WIDEST_RELATIVE * prevalence:
        return f"not shown: the interval is wider than {WIDEST_RELATIVE:.0%} of the estimate"
    return ""


def review_reason(prevalence: float, df: int) -> str:
    """What NCHS would have a statistician look at; empty where nothing."""
    if df < FEWEST_DF:
        return f"with care: only {df} degrees of freedom (under {FEWEST_DF})"
    if prevalence in (0, 1):
        return f"with care: the estimate is {prevalence:.0%}"
    return ""
