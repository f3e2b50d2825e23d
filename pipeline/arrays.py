"""The people of one outcome as arrays, so that thousands of models can be fitted on them without making a table."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from pipeline.counted import Counted
from pipeline.logistic import ArrayFit, Design, NoFit, fit
from pipeline.models import ADJUSTMENTS, CLASSES, REFERENCE_QUINTILE, knots_of, spline_basis
from pipeline.outcomes import OUTCOMES, read_population

OTHERS = (1, 2, 4, 5)  # fifths compared with the third
ENERGY_SPLINE = "energy_spline"
SETS = {
    **ADJUSTMENTS,
    "full_energy_spline": (*(term for term in ADJUSTMENTS["full"] if term != "energy_kcal"), ENERGY_SPLINE),
}
"""The three adjustment sets that stand, and the full one with energy as a restricted cubic spline with four knots."""

GROUPED_BY = ("sex", "age", "diabetes")
FOR_OBJECTIONS = ("height_cm", "alcohol_day1", "cycle")
USED = dict.fromkeys(("stratum", "psu", "case", "in_sample", *ADJUSTMENTS["full"], *GROUPED_BY, *FOR_OBJECTIONS))
"""The columns that a model, a group or an objection asks for; no other travels to a worker."""


@dataclass(frozen=True)
class Model:
    """A fitted model: `exposure` are the places of its exposure terms, in order; `people` those in it."""

    fit: ArrayFit
    exposure: list[int]
    people: np.ndarray
    cases: int

    def odds_ratios(self) -> list[tuple[float, float, float]]:
        """Odds ratio and interval of each exposure term."""
        return [self.fit.odds_ratio(contrast) for contrast in np.eye(len(self.fit.beta))[self.exposure]]


class People:
    """Everyone with a dietary weight: the frame that a design is built on, and each covariate as columns."""

    def __init__(self, table: pd.DataFrame, weight: str = "weight_diet"):
        self.weighted = table[weight].to_numpy(float) > 0
        self.table = table.loc[self.weighted, [*USED]]
        self.weight = table.loc[self.weighted, weight].to_numpy(float)
        self.case = self.table["case"].to_numpy(float)
        self.in_sample = self.table["in_sample"].to_numpy(bool)
        self.design = Design.of(self.table["stratum"].to_numpy(), self.table["psu"].to_numpy())
        self.columns: dict[str, np.ndarray] = {}

    def but(self, **changed: np.ndarray) -> People:
        """The same people with other weights or another case."""
        twin = copy(self)
        twin.__dict__ |= changed
        return twin

    def covariate(self, term: str) -> np.ndarray:
        """A term as columns, NaN where it is not known: a class as one column for each value but the first."""
        if term not in self.columns:
            self.columns[term] = self._columns(term)
        return self.columns[term]

    def _columns(self, term: str) -> np.ndarray:
        if term == ENERGY_SPLINE:
            energy = self.table["energy_kcal"].to_numpy(float)
            knots = knots_of(energy[self.in_sample], self.weight[self.in_sample])
            return np.column_stack([energy, spline_basis(energy, knots)])
        values = self.table[term]
        if term not in CLASSES:
            return values.to_numpy(float)[:, None]
        known = values.notna().to_numpy()
        classes = sorted(values[known].unique())
        held = np.column_stack([(values == one).to_numpy(float) for one in classes[1:]])
        held[~known] = np.nan
        return held

    def model(self, exposure: np.ndarray, inside: np.ndarray, terms: tuple[str, ...], *more: np.ndarray) -> Model:
        """The outcome on the exposure columns, the covariates of `terms` and any `more` columns, in people `inside`."""
        parts = [exposure, *(self.covariate(term) for term in terms), *more]
        places = np.flatnonzero(inside & self.in_sample)
        x = np.column_stack([np.ones(len(places)), *(part[places] for part in parts)])
        complete = ~np.isnan(x).any(axis=1)
        x, places = x[complete], places[complete]
        width = exposure.shape[1]
        varying = (x != x[0]).any(axis=0)  # a class nobody here is of has no coefficient
        varying[0] = True
        if not varying[1 : 1 + width].all():
            raise NoFit("nobody, or everybody, is in one of the fifths")
        made = fit(x[:, varying], self.case[places], self.weight[places], self.design, places)
        return Model(made, list(range(1, 1 + width)), places, int(self.case[places].sum()))


@cache
def people_of(outcome: str) -> People:
    """The people of an outcome's surveys."""
    return People(read_population(outcome))


def fifth_columns(fifth: np.ndarray, reference: int = REFERENCE_QUINTILE) -> np.ndarray:
    """A column for each fifth but the reference; NaN for people without one."""
    held = np.column_stack([(fifth == one).astype(float) for one in range(1, 6) if one != reference])
    held[fifth == 0] = np.nan
    return held


def of_weighted(people: People, exposure: Counted) -> tuple[np.ndarray, np.ndarray]:
    """Fifth and spline columns of an exposure counted among everyone sampled, for those with a weight."""
    return exposure.fifth[people.weighted], exposure.spline[people.weighted]


def terms_of(adjustment: str, outcome: str, *, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The terms of an adjustment set that vary among an outcome's people, less those `without`."""
    left_out = {*without, *(("sex",) if len(OUTCOMES[outcome].sexes) == 1 else ())}
    return tuple(term for term in SETS[adjustment] if term not in left_out)
