"""How often chance alone does as much: the specification curve and the table of nutrients against shuffled recalls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from data.nutrients import scales_of
from pipeline.arrays import SETS, People
from pipeline.counted import counted
from pipeline.engine import run_tasks
from pipeline.logistic import Design
from pipeline.nutrients import NUTRIENTS
from pipeline.outcomes import read_population
from pipeline.shuffle import Analysis, Ends, Frame, Study, shuffle_once, with_starts
from pipeline.steps.multiverse import OUTCOME_OF_RULE, WEIGHT_COLUMNS, read_specifications
from pipeline.steps.tables import write_csv

SHUFFLES = 500
BEND_P = 0.05
BY_DEFAULT = {"weights": "dietary", "case_rule": "strict", "cuts": "weighted"}
ENERGY = ("energy_kcal", "energy_spline")
BETWEEN = (0.025, 0.5, 0.975)


def study_of(*, every_analysis: bool = False) -> Study:
    """The analyses with dietary weights, the strict rule and weighted cut points, or all of them; and every nutrient."""
    listed = read_specifications()
    if not every_analysis:
        for choice, value in BY_DEFAULT.items():
            listed = listed[listed[choice] == value]
    analyses = tuple(Analysis(**row) for row in listed[list(Analysis.__dataclass_fields__)].to_dict("records"))
    keys = list(NUTRIENTS)
    tested = tuple(
        (place, scale)
        for place, key in enumerate(keys)
        for scale in scales_of(key)
        if not counted("neuropathy", key, scale).why_no_fifths
    )
    frames = {rule: frame_of(rule) for rule in dict.fromkeys(one.case_rule for one in analyses)}
    return with_starts(Study(frames, analyses, tested, keys.index("energy"), keys.index("magnesium")))


def frame_of(case_rule: str) -> Frame:
    """The sample of a case rule as arrays."""
    table = read_population(OUTCOME_OF_RULE[case_rule])
    table = table[table["in_sample"]].assign(weight_none=1.0)
    people = People(table, "weight_none")
    covariates = {
        name: _without_energy(people, name) for name in ("crude", "demographic", "full", "full_energy_spline")
    }
    without = (table["diabetes"] == "no").to_numpy()
    return Frame(
        recall=table[[f"{key}_day1" for key in NUTRIENTS]].to_numpy(float),
        energy=table["energy_kcal"].to_numpy(float),
        like=table.groupby(["cycle", "sex", "age"]).ngroup().to_numpy(),
        case=table["case"].to_numpy(float),
        design=_whole_design(case_rule, table),
        weights={name: table[column].to_numpy(float) for name, column in WEIGHT_COLUMNS.items()},
        covariates=covariates,
        without_diabetes=without,
        constant_without={name: _varying(held[without]) for name, held in covariates.items()},
    )


def _without_energy(people: People, adjustment: str) -> np.ndarray:
    terms = [term for term in SETS[adjustment] if term not in ENERGY]
    return np.column_stack([np.empty((len(people.case), 0)), *(people.covariate(term) for term in terms)])


def _varying(held: np.ndarray) -> np.ndarray:
    """Which columns have more than one value among these people."""
    return np.nanmin(held, axis=0, initial=np.inf) < np.nanmax(held, axis=0, initial=-np.inf)


def _whole_design(case_rule: str, sample: pd.DataFrame) -> Design:
    """The design of everyone with a weight, seen from the people of the sample."""
    everyone = read_population(OUTCOME_OF_RULE[case_rule])
    everyone = everyone[everyone["weight_diet"] > 0]
    whole = Design.of(everyone["stratum"].to_numpy(), everyone["psu"].to_numpy())
    return replace(whole, unit=whole.unit[everyone.index.get_indexer(sample.index)])


# Statistics ------------------------------------------------------------------------------------------------------------


def statistics(study: Study, analyses: Ends, nutrients: Ends) -> Iterator[tuple[str, str, float]]:
    """What is told of one shuffle, or of the data as they are: statistic, scale ("all" for the three together), value."""
    scales = np.array([one.scale for one in study.analyses])
    of_nutrient = np.array([scale for _, scale in study.nutrients])
    for scale in ("all", *dict.fromkeys(scales)):
        some = np.ones(len(scales), bool) if scale == "all" else scales == scale
        low, high = analyses.low[some], analyses.high[some]
        yield "share_both_ends_above_1", scale, float(((low > 1) & (high > 1)).mean())
        yield "median_low_odds_ratio", scale, float(np.median(low))
        yield "median_high_odds_ratio", scale, float(np.median(high))
    for scale in dict.fromkeys(of_nutrient):
        some = of_nutrient == scale
        both = (nutrients.low[some] > 1) & (nutrients.high[some] > 1)
        yield "nutrients_both_ends_above_1", scale, float(both.sum())
        yield "nutrients_that_bend", scale, float((nutrients.bend_p[some] < BEND_P).sum())


def summarize(study: Study, ours: tuple[Ends, Ends], shuffled: list[tuple[Ends, Ends]]) -> pd.DataFrame:
    """Each statistic of the data beside the shuffles: mean, the middle 95 of 100, and how many were at least as large."""
    told = {(what, scale): value for what, scale, value in statistics(study, *ours)}
    drawn = [[value for *_, value in statistics(study, *one)] for one in shuffled]
    rows = []
    for ((what, scale), value), chance in zip(told.items(), np.array(drawn).T, strict=True):
        low, median, high = np.quantile(chance, BETWEEN)
        at_least = int((chance >= value - 1e-12).sum())
        rows.append(
            {
                "statistic": what,
                "scale": scale,
                "of": _of(study, what, scale),
                "ours": value,
                "chance_mean": chance.mean(),
                "chance_low": low,
                "chance_median": median,
                "chance_high": high,
                "at_least_ours": at_least,
                "shuffles": len(chance),
                "p": (at_least + 1) / (len(chance) + 1),
            }
        )
    return pd.DataFrame(rows)


def _of(study: Study, what: str, scale: str) -> int:
    """Of how many analyses or nutrients the statistic is."""
    if what.startswith("nutrients"):
        return sum(of == scale for _, of in study.nutrients)
    return sum(scale in ("all", one.scale) for one in study.analyses)


def shuffle_table(
    shuffles: int = SHUFFLES, *, every_analysis: bool = False, scheduler: str = "", workers: int = -1
) -> pd.DataFrame:
    """The table of one run of shuffles; the same for the same number, on any engine."""
    study = study_of(every_analysis=every_analysis)
    ours, *shuffled = run_tasks(
        partial(shuffle_once, study), range(shuffles + 1), label="shuffles", scheduler=scheduler, workers=workers
    )
    return summarize(study, ours, shuffled)


def run(folder: Path, shuffles: int = SHUFFLES, *, every_analysis: bool = False, scheduler: str = "") -> None:
    """Write shuffles.csv."""
    table = shuffle_table(shuffles, every_analysis=every_analysis, scheduler=scheduler)
    write_csv(table, folder / "shuffles.csv", digits=6)
