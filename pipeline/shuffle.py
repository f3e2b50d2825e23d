"""What chance alone would give: whole recalls are dealt out anew among like people, and every model is fitted again.

A recall is shuffled as one record, all nutrients and energy together, among people of the same survey, sex and age group:
what goes with what on a plate stays, and what goes with the outcome is broken. Everything is arrays, so that a study can be
sent to a worker that has neither the raw files nor a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from pipeline.counted import count, cuts_and_knots
from pipeline.logistic import ArrayFit, Design, fit, maximize
from pipeline.models import spline_basis

SEED = 20261126
ENERGY_TERMS = {"full": "line", "full_energy_spline": "spline"}


@dataclass(frozen=True)
class Frame:
    """The sample of one case rule. `recall` has a column for each nutrient; covariates are NaN where not known."""

    recall: np.ndarray
    energy: np.ndarray
    like: np.ndarray  # the number of each person's group of like people
    case: np.ndarray
    design: Design
    weights: dict[str, np.ndarray]
    covariates: dict[str, np.ndarray]  # by adjustment, energy left out
    without_diabetes: np.ndarray
    constant_without: dict[str, np.ndarray]  # by adjustment: which covariates stay among people without diabetes

    def dealt(self, order: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Recalls and energies in another order."""
        return self.recall[order], self.energy[order]


@dataclass(frozen=True)
class Analysis:
    """One analysis of magnesium by fifths: its choices, as in the list."""

    weights: str
    case_rule: str
    cuts: str
    adjustment: str
    energy: str
    diabetes: str
    scale: str


@dataclass(frozen=True)
class Study:
    """All that is fitted again in each shuffle; `start` are coefficients to begin from, which only save steps."""

    frames: dict[str, Frame]
    analyses: tuple[Analysis, ...]
    nutrients: tuple[tuple[int, str], ...]  # column of the recall, scale; in the full model of the strict rule
    energy_column: int
    magnesium_column: int
    start: dict[object, np.ndarray] = field(default_factory=dict)


@dataclass(frozen=True)
class Ends:
    """Odds ratios of the lowest and the highest fifth against the middle one, and the p value for a bend where asked for."""

    low: np.ndarray
    high: np.ndarray
    bend_p: np.ndarray


def order_of(frame: Frame, number: int) -> np.ndarray:
    """Whose recall each person gets in shuffle `number`; number 0 leaves every recall where it is."""
    order = np.arange(len(frame.case))
    if number:
        random = np.random.default_rng([SEED, number])
        for group in range(frame.like.max() + 1):
            places = np.flatnonzero(frame.like == group)
            order[places] = random.permutation(places)
    return order


def shuffle_once(study: Study, number: int) -> tuple[Ends, Ends]:
    """The analyses of magnesium, and every nutrient in the main model, after one shuffle."""
    arms = [np.exp(beta[[1, 4]]) for _, beta in _analyses(study, number)]
    told = [
        (*np.exp(by_fifth[-4::3]), smooth.wald_test(_last_two(smooth))[1])
        for _, by_fifth, smooth in _nutrients(study, number)
    ]
    low, high = np.array(arms).reshape(-1, 2).T
    return Ends(low, high, np.empty(0)), Ends(*np.array(told).reshape(-1, 3).T)


def _last_two(made: ArrayFit) -> list[int]:
    return [len(made.beta) - 2, len(made.beta) - 1]


def with_starts(study: Study) -> Study:
    """The same study, whose models begin at the coefficients of the data as they are."""
    start: dict[object, np.ndarray] = dict(_analyses(study, 0))
    for key, by_fifth, smooth in _nutrients(study, 0):
        start |= {(key, "fifths"): by_fifth, (key, "spline"): smooth.beta}
    return replace(study, start=start)


def _analyses(study: Study, number: int) -> Iterator[tuple[Analysis, np.ndarray]]:
    """Each analysis with its coefficients: intercept, the fifths but the third, covariates."""
    dealt = {rule: frame.dealt(order_of(frame, number)) for rule, frame in study.frames.items()}
    exposures: dict[tuple[str, str, str], np.ndarray] = {}
    for one in study.analyses:
        key = (one.case_rule, one.cuts, one.scale)
        recall, energy = dealt[one.case_rule]
        if key not in exposures:
            amount = recall[:, study.magnesium_column]
            exposures[key] = exposure_of(study.frames[one.case_rule], amount, energy, one.scale, one.cuts)[0]
        yield one, _fit_analysis(study, one, exposures[key], energy)


def _nutrients(study: Study, number: int) -> Iterator[tuple[tuple[int, str], np.ndarray, ArrayFit]]:
    """Each nutrient with the coefficients of its model by fifths, those last, and its model by the spline, likewise."""
    frame = study.frames["strict"]
    recall, energy = frame.dealt(order_of(frame, number))
    for key in study.nutrients:
        yield key, *_fit_nutrient(study, key, recall, energy)


def exposure_of(
    frame: Frame, amount: np.ndarray, energy: np.ndarray, scale: str, cuts: str
) -> tuple[np.ndarray, np.ndarray]:
    """Fifths (a column each but the third) and spline columns; NaN where the value is not known."""
    weight = frame.weights["dietary"]
    known = ~np.isnan(amount)
    values = np.full(len(amount), np.nan)
    values[known] = count(amount[known], energy[known], weight[known], scale)
    inside = ~np.isnan(values)
    of_cuts = weight if cuts == "weighted" else np.ones(len(weight))
    bounds, knots, _ = cuts_and_knots(values[inside], of_cuts[inside])
    fifth = np.searchsorted(bounds, values) + 1
    columns = np.column_stack([(fifth == one).astype(float) for one in (1, 2, 4, 5)])
    columns[~inside] = np.nan
    return columns, np.column_stack([values, spline_basis(values, knots)])


def _fit_analysis(study: Study, one: Analysis, exposure: np.ndarray, energy: np.ndarray) -> np.ndarray:
    frame = study.frames[one.case_rule]
    weight = frame.weights[one.weights]
    x = np.column_stack([np.ones(len(weight)), exposure, *_covariates(frame, one.adjustment, one.diabetes, energy)])
    inside = (weight > 0) & ~np.isnan(x).any(axis=1)
    if one.energy == "500-5000":
        inside &= (energy >= 500) & (energy <= 5000)
    if one.diabetes == "without":
        inside &= frame.without_diabetes
    used = weight[inside]
    return maximize(x[inside], frame.case[inside], used / used.mean(), study.start.get(one))


def _covariates(frame: Frame, adjustment: str, diabetes: str, energy: np.ndarray) -> list[np.ndarray]:
    """Covariates of an analysis, energy by a line or a spline among them where the set has it."""
    held = frame.covariates[adjustment]
    if diabetes == "without":
        held = held[:, frame.constant_without[adjustment]]
    form = ENERGY_TERMS.get(adjustment)
    if form is None:
        return [held]
    if form == "line":
        return [held, energy[:, None]]
    _, knots, _ = cuts_and_knots(energy, frame.weights["dietary"])
    return [held, energy[:, None], spline_basis(energy, knots)]


def _fit_nutrient(
    study: Study, key: tuple[int, str], recall: np.ndarray, energy: np.ndarray
) -> tuple[np.ndarray, ArrayFit]:
    column, scale = key
    frame = study.frames["strict"]
    weight = frame.weights["dietary"]
    fifths, spline = exposure_of(frame, recall[:, column], energy, scale, "weighted")
    held = [] if column == study.energy_column else [energy[:, None]]
    rest = np.column_stack([np.ones(len(weight)), frame.covariates["full"], *held])
    places = np.flatnonzero(~np.isnan(rest).any(axis=1) & ~np.isnan(fifths[:, 0]))
    used, case, rest = weight[places], frame.case[places], rest[places]
    by_fifth = np.column_stack([rest, fifths[places]])
    beta = maximize(by_fifth, case, used / used.mean(), study.start.get((key, "fifths")))
    smooth = np.column_stack([rest, spline[places]])
    return beta, fit(smooth, case, used, frame.design, places, study.start.get((key, "spline")))
