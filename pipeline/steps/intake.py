"""How much magnesium adults get: two latest surveys, groups, food with and without supplements; and since 1999."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import t as student_t

from data.estimation import korn_graubard_interval, suppression_reason
from pipeline.recent import RECENT, TREND_CYCLES, read_cycle_intake, read_recent
from pipeline.steps.tables import write_csv
from pipeline.survey import ear_mg, estimate_mean, quantiles
from pipeline.usual import best_power, shrink, within_variance

GROUP_KEYS = ("age", "race", "income", "diabetes", "ckd", "diuretic", "ppi")
SOURCES = ("food", "food_and_supplements")
PERCENTILES = (5, 10, 25, 50, 75, 90, 95)
UL_SUPPLEMENT_MG = 350
"""Tolerable Upper Intake Level for supplements and medicines, adults (IOM 1997); never for food."""


@dataclass(frozen=True)
class Domain:
    """Adults of one group of one survey, with jackknife weights in columns after the full ones."""

    people: pd.DataFrame  # everyone with a weight
    inside: pd.Series
    power: float

    @cached_property
    def members(self) -> pd.DataFrame:
        """The group's rows."""
        return self.people[self.inside]

    @cached_property
    def factors(self) -> np.ndarray:
        """Full sample and JKn replicates: what to multiply each member's weight with (columns)."""
        units = self.people[["stratum", "psu"]].drop_duplicates().sort_values(["stratum", "psu"])
        columns = [np.ones(len(self.members))]
        for stratum, psu in units.itertuples(index=False):
            size = (units["stratum"] == stratum).sum()
            same = (self.members["stratum"] == stratum).to_numpy()
            own = same & (self.members["psu"] == psu).to_numpy()
            columns.append(np.where(own, 0.0, np.where(same, size / (size - 1), 1.0)))
        return np.column_stack(columns)

    @cached_property
    def scales(self) -> np.ndarray:
        """(n_h - 1) / n_h of each replicate's stratum."""
        units = self.people[["stratum", "psu"]].drop_duplicates().sort_values(["stratum", "psu"])
        size = units.groupby("stratum")["psu"].transform("size")
        return ((size - 1) / size).to_numpy()

    def usual_food(self) -> np.ndarray:
        """Usual intake from food under the full weights and each replicate (columns).

        Each sex is drawn to its own mean, since requirements differ by sex: both together are the two put together.
        """
        usual = np.empty(self.factors.shape)
        for sex in self.members["sex"].unique():
            rows = (self.members["sex"] == sex).to_numpy()
            usual[rows] = self.usual_of(self.members[rows], self.factors[rows])
        return usual

    def usual_of(self, members: pd.DataFrame, factors: np.ndarray) -> np.ndarray:
        """Usual intake of one sex."""
        days, second = (members[day].to_numpy() ** self.power for day in ("food_mg", "food_day2_mg"))
        both = ~np.isnan(second)
        two_day_weights = members["weight_two_days"].to_numpy()[both, None] * factors[both]
        within = within_variance(days[both], second[both], two_day_weights)
        return shrink(days, members["weight"].to_numpy()[:, None] * factors, within, self.power)


def group_domains(years: str) -> list[tuple[dict[str, str], Domain]]:
    """Each group of a survey: everybody and each sex, by each key."""
    people = read_recent(years)
    adults = people[people["adult"]]
    power = best_power(adults["food_mg"].to_numpy(), adults["weight"].to_numpy())
    domains = []
    for sex in ("all", "female", "male"):
        of_sex = people["adult"] & ((people["sex"] == sex) | (sex == "all"))
        domains.append(({"sex": sex, "key": "all", "value": "all"}, Domain(people, of_sex, power)))
        for key in GROUP_KEYS:
            for value in sorted(people.loc[people["adult"], key].dropna().unique()):
                inside = of_sex & (people[key] == value)
                domains.append(({"sex": sex, "key": key, "value": value}, Domain(people, inside, power)))
    return domains


def describe(domain: Domain) -> pd.DataFrame:
    """Mean, percentiles and share below the EAR, by source, from one day and corrected; and share above the UL."""
    members = domain.members
    supplement = members["supplement_mg"].to_numpy()
    day, usual = members["food_mg"].to_numpy(), domain.usual_food()
    tables = []
    for source in SOURCES:
        added = supplement if source == "food_and_supplements" else 0 * supplement
        one_day = describe_values(domain, np.repeat((day + added)[:, None], domain.factors.shape[1], axis=1))
        corrected = describe_values(domain, usual + added[:, None])
        tables.append(one_day.assign(source=source, method="one_day"))
        tables.append(corrected.assign(source=source, method="usual"))
    above = np.repeat((supplement > UL_SUPPLEMENT_MG).astype(float)[:, None], domain.factors.shape[1], axis=1)
    share = pd.DataFrame([{"statistic": "share_above_ul", **estimate_share(domain, above)}])
    return pd.concat([*tables, share.assign(source="supplements", method="month")], ignore_index=True)


def describe_values(domain: Domain, values: np.ndarray) -> pd.DataFrame:
    """Statistics of `values`, whose columns belong to the full sample and each replicate."""
    below = (values < ear_mg(domain.members)[:, None]).astype(float)
    rows = [
        {"statistic": "mean", **estimate_average(domain, values)},
        *(percentile_row(domain, values[:, 0], percent) for percent in PERCENTILES),
        {"statistic": "share_below_ear", **estimate_share(domain, below)},
    ]
    return pd.DataFrame(rows)


def jackknife(domain: Domain, values: np.ndarray) -> tuple[float, float]:
    """Weighted mean of the first column and its JKn standard error over the others."""
    weights = domain.members["weight"].to_numpy()[:, None] * domain.factors
    with np.errstate(invalid="ignore"):
        means = (weights * values).sum(0) / weights.sum(0)
    return means[0], np.sqrt(np.nansum(domain.scales * (means[1:] - means[0]) ** 2))


def degrees_of_freedom(domain: Domain) -> int:
    """PSUs minus strata holding anyone of the group."""
    return len(domain.members[["stratum", "psu"]].drop_duplicates()) - domain.members["stratum"].nunique()


def estimate_average(domain: Domain, values: np.ndarray) -> dict:
    """A mean in mg/day with Student's interval."""
    estimate, se = jackknife(domain, values)
    df = degrees_of_freedom(domain)
    margin = student_t.ppf(0.975, df) * se if df > 0 else np.nan
    return {"estimate": estimate, "se": se, "ci_low": estimate - margin, "ci_high": estimate + margin}


def estimate_share(domain: Domain, values: np.ndarray) -> dict:
    """A proportion with the Korn-Graubard interval."""
    estimate, se = jackknife(domain, values)
    arrays = (np.array([value]) for value in (estimate, se, len(values), degrees_of_freedom(domain)))
    low, high = korn_graubard_interval(*arrays)
    return {"estimate": estimate, "se": se, "ci_low": low[0], "ci_high": high[0]}


def percentile_row(domain: Domain, values: np.ndarray, percent: int) -> dict:
    """A percentile in mg/day with Woodruff's interval: that of the share below it, read off the distribution."""
    weights = domain.members["weight"].to_numpy()
    estimate = quantiles(values, weights, [percent / 100])[0]
    at_or_below = np.repeat((values <= estimate).astype(float)[:, None], domain.factors.shape[1], axis=1)
    _, se = jackknife(domain, at_or_below)
    df = degrees_of_freedom(domain)
    margin = student_t.ppf(0.975, df) * se if df > 0 else np.nan
    low, high = quantiles(values, weights, np.clip([percent / 100 - margin, percent / 100 + margin], 0, 1))
    return {"statistic": f"p{percent:02d}", "estimate": estimate, "ci_low": low, "ci_high": high}


def with_flags(table: pd.DataFrame, n: int, df: int) -> pd.DataFrame:
    """NCHS's standard: for shares the one for proportions; for the rest, fewer than 30 people are not shown."""
    flags = []
    for row in table.itertuples():
        if row.statistic.startswith("share"):
            variance = row.se**2
            size = row.estimate * (1 - row.estimate) / variance if variance > 1e-18 else n
            flags.append(suppression_reason(row.estimate, row.ci_low, row.ci_high, min(n, size), n, df))
        else:
            flags.append("" if n >= 30 else f"not shown: {n} people, under 30")
    return table.assign(n=n, df=df, reliable=[not flag for flag in flags], flag=flags)


COLUMNS = ["cycle", "sex", "key", "value", "source", "method", "statistic"]
NUMBERS = ["n", "estimate", "se", "ci_low", "ci_high", "df", "reliable", "flag"]


def intake_table() -> pd.DataFrame:
    """Every statistic of every group of the two latest surveys."""
    tables = []
    for years in RECENT:
        for group, domain in group_domains(years):
            table = with_flags(describe(domain), len(domain.members), degrees_of_freedom(domain))
            tables.append(table.assign(cycle=years, **group))
    return pd.concat(tables, ignore_index=True)[[*COLUMNS, *NUMBERS]]


def trend_table() -> pd.DataFrame:
    """Mean first-day intake from food by survey since 1999, adults of 20 and over."""
    rows = []
    for years in TREND_CYCLES:
        people = read_cycle_intake(years)
        for sex in ("all", "female", "male"):
            mean = estimate_mean(
                people, "food_mg", "weight", people["adult"] & ((people["sex"] == sex) | (sex == "all"))
            )
            margin = student_t.ppf(0.975, mean.df) * mean.se
            low, high = mean.estimate - margin, mean.estimate + margin
            rows.append(
                {
                    "cycle": years,
                    "sex": sex,
                    "n": mean.n,
                    "intake_mean_mg": mean.estimate,
                    "se": mean.se,
                    "ci_low": low,
                    "ci_high": high,
                    "df": mean.df,
                }
            )
    return pd.DataFrame(rows)


def check_intake(table: pd.DataFrame) -> None:
    """Estimates lie inside their intervals, and correcting the spread narrows it for everybody."""
    known = table.dropna(subset=["ci_low"])
    inside = known["estimate"].between(known["ci_low"] - 1e-9, known["ci_high"] + 1e-9)
    assert inside.all(), f"intake: outside its own interval: {known[~inside].to_string()}"
    everybody = table[(table["key"] == "all") & (table["source"] == "food")]
    p95 = everybody[everybody["statistic"] == "p95"].pivot(index=["cycle", "sex"], columns="method", values="estimate")
    assert (p95["usual"] < p95["one_day"]).all(), "intake: the corrected 95th percentile is no lower"


def run(folder: Path) -> None:
    """Write intake.csv and intake_trend.csv."""
    table = intake_table()
    check_intake(table)
    write_csv(table, folder / "intake.csv", digits=6)
    write_csv(trend_table(), folder / "intake_trend.csv", digits=6)
