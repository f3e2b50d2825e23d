"""What one day of recall does to a comparison of fifths, from the share of the spread that is day to day.

On the scale on which intakes are about normal, a day is a person's usual intake plus that day's chance. With the share
that is day to day known, so is where people whom one day puts in a fifth would stand by usual intake, and what is left of
an odds ratio between extreme fifths. Pure arithmetic; the pipeline commits its result and the page asks it of other values.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import pandas as pd
from scipy.special import ndtr, ndtri

from data.nutrient_tables import ONE_DAY, ONE_DAY_FIFTHS, ONE_DAY_ODDS
from data.result_files import read_result

FIFTHS = 5
STEPS = 4000
"""Quantiles of a day at which the chance of each usual fifth is worked out; more change no digit that is told."""
TRUE_ODDS_RATIOS = (1.25, 1.5, 2.0, 3.0)


def transition(share_within: float) -> np.ndarray:
    """Of people in each fifth of one day (rows), the shares in each fifth of usual intake (columns); rows sum to 1.

    `share_within` is the part of the spread of single days that is day to day, 0 to 1: the correlation of a day with
    usual intake is the root of the rest. 0 gives the identity, 1 a fifth everywhere.
    """
    cuts = ndtri(np.arange(1, FIFTHS) / FIFTHS)
    if share_within <= 0:
        return np.eye(FIFTHS)
    day = ndtri((np.arange(STEPS) + 0.5) / STEPS)
    between = 1 - share_within
    below = ndtr((cuts - np.sqrt(between) * day[:, None]) / np.sqrt(share_within))
    edges = np.column_stack([np.zeros(STEPS), below, np.ones(STEPS)])
    return np.diff(edges, axis=1).reshape(FIFTHS, STEPS // FIFTHS, FIFTHS).mean(axis=1)


def prevalences(odds_ratio: float, overall: float, shape: Sequence[float]) -> np.ndarray:
    """Prevalence by usual fifth, overall as given: log odds move by `shape` (0 to 1) times the log of the odds ratio."""
    log_odds = np.log(odds_ratio) * np.asarray(shape, float)
    low, high = -20.0, 20.0
    for _ in range(80):  # halving: the mean rises with the start
        start = (low + high) / 2
        if (1 / (1 + np.exp(-(start + log_odds)))).mean() < overall:
            low = start
        else:
            high = start
    return 1 / (1 + np.exp(-(start + log_odds)))


RISING = (0.0, 0.25, 0.5, 0.75, 1.0)
U_SHAPED = (1.0, 0.5, 0.0, 0.5, 1.0)


def seen_odds_ratio(odds_ratio: float, share_within: float, overall: float, *, u_shaped: bool = False) -> float:
    """The odds ratio that one day would show: of the highest fifth against the lowest, or of both ends against the middle."""
    true = prevalences(odds_ratio, overall, U_SHAPED if u_shaped else RISING)
    seen = transition(share_within) @ true
    odds = seen / (1 - seen)
    return float((odds[0] + odds[4]) / 2 / odds[2] if u_shaped else odds[4] / odds[0])


@cache
def load_day_to_day() -> pd.Series:
    """n, share_within (of all days, with its interval), power, prevalence: what the arithmetic above starts from."""
    return read_result(ONE_DAY).iloc[0]


@cache
def load_one_day_fifths() -> pd.DataFrame:
    """Of people whom one day puts in a fifth (rows), the shares by fifth of usual intake, a column each."""
    return read_result(ONE_DAY_FIFTHS)


@cache
def load_one_day_odds() -> pd.DataFrame:
    """True odds ratios between extreme fifths, and what one day would show of them."""
    return read_result(ONE_DAY_ODDS)
