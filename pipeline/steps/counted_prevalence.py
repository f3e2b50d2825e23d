"""Prevalence by fifths of magnesium per 1,000 kcal and energy-adjusted: everybody, each sex and age group, with and without
diabetes. By amount the committed cells answer for any group; for these the sums are made here, by the same arithmetic."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from data.estimation import Design, Totals, presentation_columns, prevalence_columns
from pipeline.counted import counted
from pipeline.outcomes import OUTCOMES, read_population
from pipeline.steps.tables import write_csv

SCALES = ("density", "residual")
STANDARDIZED = ("none", "age-sex")


def groups_of(outcome: str) -> list[tuple[str, str]]:
    """Everybody, then each sex, age group, and with and without diabetes: key and value."""
    known = OUTCOMES[outcome]
    sexes = [("sex", sex) for sex in known.sexes] if len(known.sexes) > 1 else []
    return [("all", "all"), *sexes, *(("age", age) for age in known.ages), ("diabetes", "yes"), ("diabetes", "no")]


def design_of(people: pd.DataFrame) -> tuple[Design, np.ndarray]:
    """All units of everyone sampled, as `data.estimation` takes them, and the unit of each person."""
    units = people[["stratum", "psu"]].drop_duplicates().sort_values(["stratum", "psu"])
    position = {unit: place for place, unit in enumerate(units.itertuples(index=False, name=None))}
    stratum = pd.factorize(units["stratum"])[0]
    unit = np.array([position[pair] for pair in zip(people["stratum"], people["psu"], strict=True)])
    return Design(stratum, np.bincount(stratum), position), unit


def totals_of(
    place: tuple[np.ndarray, ...], shape: tuple[int, int, int], case: np.ndarray, weight: np.ndarray
) -> Totals:
    """Sums by fifth, standardizing group and unit."""
    flat = np.ravel_multi_index(place, shape)

    def sums(of: np.ndarray) -> np.ndarray:
        return np.bincount(flat, of, int(np.prod(shape))).reshape(shape)

    return Totals(sums(np.ones(len(case))), sums(weight), sums(case), sums(case * weight))


def prevalence_rows(outcome: str, scale: str, key: str, value: str, standardized: str) -> pd.DataFrame:
    """A row a fifth; the columns of `estimate_prevalence`, bounds and mean without a unit in their names."""
    people, exposure = read_population(outcome), counted(outcome, "magnesium", scale)
    design, unit = design_of(people[people["weight_diet"] > 0])
    everyone = exposure.inside
    weight, case = people["weight_diet"].to_numpy(), people["case"].to_numpy()
    cell = people.groupby(["age", "sex"], dropna=False).ngroup().to_numpy()
    kinds = np.unique(cell[everyone])
    standard = np.array([weight[everyone & (cell == kind)].sum() for kind in kinds])
    inside = everyone & ((people[key] == value).to_numpy() if key != "all" else True)
    present = np.isin(kinds, cell[inside]) if key in ("sex", "age") else np.ones(len(kinds), bool)
    kinds, standard = kinds[present], standard[present]
    group = np.searchsorted(kinds, cell[inside]) if standardized != "none" else np.zeros(inside.sum(), int)
    weights = standard / standard.sum() if standardized != "none" else np.ones(1)
    fifth = exposure.fifth[inside] - 1
    of_unit = np.full(len(people), -1)
    of_unit[(people["weight_diet"] > 0).to_numpy()] = unit
    shape = (5, len(weights), len(design.stratum))
    totals = totals_of((fifth, group, of_unit[inside]), shape, case[inside], weight[inside])
    estimates = prevalence_columns(totals, weights, design, "taylor")
    columns: dict = estimates | presentation_columns(estimates)
    total = np.bincount(fifth, weight[inside], 5)
    mean = np.bincount(fifth, weight[inside] * exposure.values[inside], 5) / total
    table = pd.DataFrame({name: columns[name] for name in COLUMNS})
    bounds = {"quintile": range(1, 6), "intake_low": [np.nan, *exposure.cuts], "intake_high": [*exposure.cuts, np.nan]}
    labels = {"outcome": outcome, "scale": scale, "key": key, "value": value, "standardized": standardized}
    return pd.DataFrame([labels] * 5).assign(**bounds, intake_mean=mean).join(table)


COLUMNS = ["n", "cases", "prevalence", "se", "ci_low", "ci_high", "n_eff", "df", "reliable", "flag", "population"]


def run(folder: Path) -> None:
    """Write counted_prevalence.csv."""
    asked = [
        prevalence_rows(outcome, scale, key, value, standardized)
        for outcome in OUTCOMES
        for scale in SCALES
        for key, value in groups_of(outcome)
        for standardized in STANDARDIZED
    ]
    write_csv(pd.concat(asked), folder / "counted_prevalence.csv", digits=7)
