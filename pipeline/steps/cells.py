"""Cells: people and weights by intake band, sex, age and up to three conditions, in every sampling unit.

A row is one cell in one primary sampling unit (PSU), cases and non-cases apart. Totals under any jackknife replicate,
and linearised (Taylor) variances, are sums of PSU totals, so `data.survey` gets both exactly from these rows.
"""

from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd

from pipeline.outcomes import OUTCOMES, cut_points, read_population, read_sample
from pipeline.steps.tables import write_csv, write_parquet

CONDITIONS = ("race", "diabetes", "ckd", "diuretic", "ppi", "bmi")
# Being told of weak kidneys is crossed with what bears on it only; each further triple costs 40 KB.
BLOCKS = [*combinations(CONDITIONS, 3), ("diabetes", "ckd", "weak_kidneys")]
KEYS = ["intake_band", "sex", "age", *CONDITIONS, "weak_kidneys"]
STEP_MG = 50
LAST_STEP_MG = 600


def intake_bands(outcome: str) -> pd.DataFrame:
    """Bands (low, high] that nest both the quintile cut points of `outcome` and 50 mg steps up to 600 mg."""
    steps = np.arange(0, LAST_STEP_MG + STEP_MG, STEP_MG, dtype=float)
    edges = np.unique([*steps, *cut_points(outcome)])
    bands = pd.DataFrame({"intake_low_mg": edges, "intake_high_mg": [*edges[1:], np.inf]})
    bands["quintile"] = 1 + np.searchsorted(cut_points(outcome), bands["intake_low_mg"], side="right")
    bands["step_low_mg"] = steps[np.searchsorted(steps, bands["intake_low_mg"], side="right") - 1]
    bands.insert(0, "intake_band", np.arange(len(bands)))
    bands.insert(0, "outcome", outcome)
    return bands


def banded_sample(outcome: str) -> pd.DataFrame:
    """The analytic sample with `intake_band`; a condition nobody could tell is "unknown"."""
    bands = intake_bands(outcome)
    sample = read_sample(outcome)
    edges = [-1, *bands["intake_low_mg"][1:], np.inf]  # -1, so that an intake of 0 mg falls in the first band
    sample["intake_band"] = pd.cut(sample["intake_mg"], edges, labels=False)
    conditions = [*CONDITIONS, "weak_kidneys"]
    sample[conditions] = sample[conditions].fillna("unknown")
    return sample


def block_cells(sample: pd.DataFrame, block: tuple[str, ...]) -> pd.DataFrame:
    """Cells of one block: the conditions crossed in it beside intake band, sex and age."""
    keys = ["intake_band", "sex", "age", *block, "case", "stratum", "psu"]
    cells = sample.groupby(keys, as_index=False).agg(n=("case", "size"), population=("weight_diet", "sum"))
    cells.insert(0, "block", "-".join(block))
    return cells


def outcome_cells(outcome: str) -> pd.DataFrame:
    """Cells of every block of one outcome; a condition outside the row's block is missing."""
    sample = banded_sample(outcome)
    cells = pd.concat([block_cells(sample, block) for block in BLOCKS], ignore_index=True)
    text = ["block", "sex", "age", *CONDITIONS, "weak_kidneys"]
    types = {
        "intake_band": "int8",
        "case": "int8",
        "stratum": "int16",
        "psu": "int8",
        "n": "int16",
        "population": "float32",
    }
    cells = cells.astype(types)
    for column in text:
        cells[column] = pd.Categorical(cells[column], categories=sorted(cells[column].dropna().unique()))
    columns = ["block", *KEYS, "case", "stratum", "psu", "n", "population"]
    return cells[columns].sort_values(columns[:-2], ignore_index=True)


def check_cells(outcome: str, cells: pd.DataFrame) -> None:
    """Each block holds the whole sample, once."""
    sample = read_sample(outcome)
    blocks = cells.astype({"n": "int64"}).groupby("block", observed=True)["n"].sum()
    assert (blocks == len(sample)).all(), f"{outcome}: cells of {blocks[blocks != len(sample)]} do not add up"
    cases = cells.loc[cells["case"] == 1].astype({"n": "int64"}).groupby("block", observed=True)["n"].sum()
    assert (cases == sample["case"].sum()).all(), f"{outcome}: cases do not add up to {sample['case'].sum()}"


def design_units() -> pd.DataFrame:
    """Every stratum and PSU of each design that holds anyone with a dietary weight, in the sample or not."""
    units = []
    for outcome in OUTCOMES.values():
        people = read_population(outcome.key)
        weighted = people[people["weight_diet"] > 0]
        units.append(weighted[["stratum", "psu"]].drop_duplicates().assign(design=outcome.design))
    units = pd.concat(units).drop_duplicates()[["design", "stratum", "psu"]]
    return units.sort_values(["design", "stratum", "psu"], ignore_index=True)


def outcome_table() -> pd.DataFrame:
    """One row per outcome: its design, years, sample and cases."""
    rows = []
    for key, outcome in OUTCOMES.items():
        sample = read_sample(key)
        cuts = {f"cut_{i}_mg": cut for i, cut in enumerate(cut_points(key), start=1)}
        counts = {"n": len(sample), "cases": int(sample["case"].sum())}
        rows.append({"outcome": key, "design": outcome.design, **counts, **cuts})
    return pd.DataFrame(rows)


def mean_intakes() -> pd.DataFrame:
    """Weighted mean intake by outcome, band, sex and age: where a chart places a group on the intake axis."""
    tables = []
    for outcome in OUTCOMES:
        sample = banded_sample(outcome)
        sample["intake_total"] = sample["intake_mg"] * sample["weight_diet"]
        sums = sample.groupby(["intake_band", "sex", "age"], as_index=False)[["intake_total", "weight_diet"]].sum()
        sums["intake_mean_mg"] = (sums["intake_total"] / sums["weight_diet"]).round(2)
        sums.insert(0, "outcome", outcome)
        tables.append(sums.drop(columns=["intake_total", "weight_diet"]))
    return pd.concat(tables, ignore_index=True)


def run(folder: Path) -> None:
    """Write cells_<outcome>.parquet, intake_bands.csv, survey_design.csv, outcomes.csv and mean_intakes.csv."""
    for outcome in OUTCOMES:
        cells = outcome_cells(outcome)
        check_cells(outcome, cells)
        write_parquet(cells, folder / f"cells_{outcome}.parquet")
    write_csv(pd.concat([intake_bands(outcome) for outcome in OUTCOMES]), folder / "intake_bands.csv")
    write_csv(design_units(), folder / "survey_design.csv")
    write_csv(outcome_table(), folder / "survey_outcomes.csv")
    write_csv(mean_intakes(), folder / "mean_intakes.csv")
