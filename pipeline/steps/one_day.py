"""How much of the spread of one day's magnesium is day to day, at 40 and over, and what that does to fifths and odds ratios.

The method of `pipeline.usual`, which stands for usual intake: a power scale, and half the mean squared difference of two days.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from data.estimation import t_quantile
from data.one_day import TRUE_ODDS_RATIOS, seen_odds_ratio, transition
from pipeline.outcomes import read_sample
from pipeline.people import CYCLES, read_people
from pipeline.sources import read_columns
from pipeline.steps.tables import write_csv
from pipeline.survey import quantiles
from pipeline.usual import best_power, within_variance

YEARS = "2003-2004"
YOUNGEST = 40


def two_days() -> pd.DataFrame:
    """People of 40 and over with two reliable days and a two-day weight: day1 and day2 (mg), weight, stratum, psu, sex."""
    people = read_people(YEARS)
    first = read_columns(CYCLES[YEARS].diet, {"WTDR2D": "weight"})
    second = read_columns("DR2TOT_C", {"DR2TMAGN": "day2", "DR2DRSTZ": "status"})
    people = people[["intake_mg", "recall_reliable", "age_years", "sex", "stratum", "psu"]].join(first).join(second)
    both = people["recall_reliable"].eq(True) & people["status"].eq(1) & people["weight"].gt(0)
    people = people[both & people["age_years"].ge(YOUNGEST) & people["intake_mg"].notna() & people["day2"].notna()]
    return people.rename(columns={"intake_mg": "day1"}).drop(columns=["recall_reliable", "status"])


def share_within(days: pd.DataFrame, factors: np.ndarray, power: float) -> np.ndarray:
    """The part of the variance of single days that is day to day, on the power scale; a value a column of `factors`."""
    day1, day2 = (days[day].to_numpy() ** power for day in ("day1", "day2"))
    weights = days["weight"].to_numpy()[:, None] * factors
    mean = (weights * day1[:, None]).sum(0) / weights.sum(0)
    spread = (weights * (day1[:, None] - mean) ** 2).sum(0) / weights.sum(0)
    return within_variance(day1, day2, weights) / spread


def jackknife_factors(days: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """JKn: what each weight is multiplied with in the full sample and each replicate, and (n_h - 1) / n_h of each."""
    units = days[["stratum", "psu"]].drop_duplicates()
    columns, scales = [np.ones(len(days))], []
    for stratum, psu in units.itertuples(index=False, name=None):
        size = int((units["stratum"] == stratum).sum())
        same = (days["stratum"] == stratum).to_numpy()
        own = same & (days["psu"] == psu).to_numpy()
        columns.append(np.where(own, 0.0, np.where(same, size / max(size - 1, 1), 1.0)))
        scales.append((size - 1) / size)
    return np.column_stack(columns), np.array(scales)


def day_to_day() -> pd.DataFrame:
    """One row: people, power, the share with its interval, the correlation of a day with usual intake, and the prevalence."""
    days = two_days()
    power = best_power(days["day1"].to_numpy(), days["weight"].to_numpy())
    factors, scales = jackknife_factors(days)
    share, *replicates = share_within(days, factors, power)
    se = float(np.sqrt((scales * (np.array(replicates) - share) ** 2).sum()))
    sample = read_sample("neuropathy")
    prevalence = np.average(sample["case"], weights=sample["weight_diet"])
    df = len(scales) - days["stratum"].nunique()
    low, high = np.clip([share - (margin := float(t_quantile(df)) * se), share + margin], 0.0, 1.0)
    row = {"cycle": YEARS, "n": len(days), "power": power, "share_within": share, "se": se}
    row |= {
        "ci_low": low,
        "ci_high": high,
        "df": df,
        "correlation": float(np.sqrt(1 - share)),
        "prevalence": prevalence,
    }
    medians = quantiles(days["day1"], days["weight"], [0.1, 0.5, 0.9])
    return pd.DataFrame([row | dict(zip(("p10_mg", "p50_mg", "p90_mg"), medians, strict=True))])


def fifths_table(share: float) -> pd.DataFrame:
    """Rows: the fifth that one day gives; columns: where such people stand by usual intake."""
    table = pd.DataFrame(transition(share), columns=[f"usual_{fifth}" for fifth in range(1, 6)])
    table.insert(0, "one_day_fifth", range(1, 6))
    return table


def odds_table(row: pd.Series) -> pd.DataFrame:
    """What one day shows of true odds ratios, with the ends that the share's interval gives."""
    shares = {"": row["share_within"], "_low": row["ci_high"], "_high": row["ci_low"]}
    rows = []
    for true in TRUE_ODDS_RATIOS:
        told = {f"seen{end}": seen_odds_ratio(true, share, row["prevalence"]) for end, share in shares.items()}
        u_shaped = seen_odds_ratio(true, row["share_within"], row["prevalence"], u_shaped=True)
        rows.append({"true_odds_ratio": true, **told, "seen_u_shaped": u_shaped})
    return pd.DataFrame(rows)


def run(folder: Path) -> None:
    """Write one_day.csv, one_day_fifths.csv and one_day_odds.csv."""
    row = day_to_day()
    fifths = fifths_table(row.at[0, "share_within"])
    sums = fifths.drop(columns="one_day_fifth").sum(axis=1)
    assert np.allclose(sums, 1), f"one_day_fifths: rows do not sum to 1: {sums.tolist()}"
    write_csv(row, folder / "one_day.csv", digits=6)
    write_csv(fifths, folder / "one_day_fifths.csv", digits=6)
    write_csv(odds_table(row.iloc[0]), folder / "one_day_odds.csv", digits=6)
