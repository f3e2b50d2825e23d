"""Odds ratios by quintile and spline curves: three adjustment sets, overall and in groups, every outcome."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from pipeline.models import (
    ADJUSTMENTS,
    SPLINE,
    Fit,
    add_spline,
    fit_logistic,
    knots_of,
    quintile_odds,
    spline_curve,
)
from pipeline.outcomes import OUTCOMES, cut_points, read_population, read_sample
from pipeline.steps.tables import write_csv
from pipeline.survey import quantiles

CURVE_MG = range(50, 601, 10)
FEWEST_CASES = 10
FEWEST_DF = 8


@dataclass(frozen=True)
class Group:
    """A group models are fitted in; a covariate constant within it leaves the model."""

    key: str
    value: str
    ages: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """ "all", or such as "sex=female"."""
        return f"{self.key}={self.value}" if self.key else "all"

    def members(self, people: pd.DataFrame) -> pd.Series:
        """Whether each person belongs."""
        if not self.key:
            return pd.Series(True, index=people.index)
        return people[self.key].isin(self.ages or [self.value])


def groups_of(outcome: str) -> list[Group]:
    """Everybody, each sex, 20-39 where the outcome has it, 40-59, 60 and over, with and without diabetes."""
    sexes = [Group("sex", sex) for sex in OUTCOMES[outcome].sexes] if len(OUTCOMES[outcome].sexes) > 1 else []
    young = [Group("age", "20-39")] if "20-39" in OUTCOMES[outcome].ages else []
    ages = [*young, Group("age", "40-59"), Group("age", "60+", ("60-74", "75+"))]
    return [Group("", ""), *sexes, *ages, Group("diabetes", "yes"), Group("diabetes", "no")]


def covariates(adjustment: str, outcome: str, group: Group) -> list[str]:
    """Terms of an adjustment set that vary within the group."""
    constant = {group.key if group.key in ("sex", "diabetes") else ""}
    if len(OUTCOMES[outcome].sexes) == 1:
        constant.add("sex")
    return [term for term in ADJUSTMENTS[adjustment] if term not in constant]


def modeled_people(outcome: str) -> tuple[pd.DataFrame, np.ndarray]:
    """Everyone sampled with quintile and spline terms, and the knots, fixed on the whole sample."""
    sample = read_sample(outcome)
    knots = knots_of(sample["intake_mg"], sample["weight_diet"])
    people = read_population(outcome)
    return add_spline(people.assign(quintile=sample["quintile"].reindex(people.index)), knots), knots


def reference_intake(outcome: str) -> float:
    """The curve's reference: the weighted median of the whole sample, to the mg (257 for neuropathy)."""
    sample = read_sample(outcome)
    return float(round(quantiles(sample["intake_mg"], sample["weight_diet"], [0.5])[0]))


def flag(cases: int, df: float) -> str:
    """A word of warning for an estimate on little; there is no presentation standard for odds ratios."""
    if cases < FEWEST_CASES:
        return f"with care: only {cases} cases (under {FEWEST_CASES})"
    if df < FEWEST_DF:
        return f"with care: only {df:.0f} degrees of freedom (under {FEWEST_DF})"
    return ""


def odds_table(outcome: str, fit: Fit, people: pd.DataFrame, domain: pd.Series, terms: list[str]) -> pd.DataFrame:
    """Odds ratios by quintile with the people and cases each rests on."""
    table = quintile_odds(fit)
    inside = people[domain & people[terms].notna().all(axis=1)]
    counts = inside.groupby("quintile")["case"].agg(n="size", cases="sum").reindex(table["quintile"], fill_value=0)
    table["n"], table["cases"] = counts["n"].to_numpy(), counts["cases"].to_numpy().astype(int)
    cuts = cut_points(outcome)
    table["intake_low_mg"], table["intake_high_mg"] = [0.0, *cuts], [*cuts, np.nan]
    table["df"] = int(fit.df)
    table["flag"] = [flag(cases, fit.df) for cases in table["cases"]]
    columns = ["quintile", "intake_low_mg", "intake_high_mg", "n", "cases", "odds_ratio", "ci_low", "ci_high", "se_log"]
    return table[[*columns, "df", "flag"]]


def estimate_group(
    outcome: str, group: Group, adjustment: str, people: pd.DataFrame, knots: np.ndarray, reference_mg: float
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Odds ratios, curve and curve test of one model in one group."""
    domain = people["in_sample"] & group.members(people)
    terms = covariates(adjustment, outcome, group)
    labels = {"outcome": outcome, "adjustment": adjustment, "group": group.name}
    by_quintile = fit_logistic(people, domain, ["quintile", *terms])
    smooth = fit_logistic(people, domain, [*SPLINE, *terms])
    odds = odds_table(outcome, by_quintile, people, domain, terms)
    curve = spline_curve(smooth, sorted({*CURVE_MG, int(reference_mg)}), knots, reference_mg).drop(columns="se_log")
    test = smooth.wald_test(list(SPLINE[1:]))
    summary = {
        "n": smooth.n,
        "cases": smooth.cases,
        "reference_mg": reference_mg,
        **{f"knot_{i}_mg": knot for i, knot in enumerate(knots, start=1)},
        "nonlinearity_f": test["f"],
        "nonlinearity_df": int(test["df_den"]),
        "nonlinearity_p": test["p"],
        "flag": flag(smooth.cases, smooth.df),
    }
    return label_rows(odds, labels), label_rows(curve, labels), pd.DataFrame([{**labels, **summary}])


def label_rows(table: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    """`table` with constant columns in front."""
    return pd.concat([pd.DataFrame([labels] * len(table)), table.reset_index(drop=True)], axis=1)


def check_odds(odds: pd.DataFrame) -> None:
    """Each estimate lies inside its own interval, and the reference is 1."""
    inside = (odds["odds_ratio"] >= odds["ci_low"]) & (odds["odds_ratio"] <= odds["ci_high"])
    assert inside.all(), f"odds_ratios: outside its own interval: {odds[~inside].to_string()}"


def run(folder: Path) -> None:
    """Write odds_ratios.csv, curves.csv and curve_tests.csv."""
    parts = []
    for outcome in OUTCOMES:
        people, knots = modeled_people(outcome)
        reference_mg = reference_intake(outcome)
        for group in groups_of(outcome):
            for adjustment in ADJUSTMENTS:
                parts.append(estimate_group(outcome, group, adjustment, people, knots, reference_mg))
    odds, curves, tests = (pd.concat(tables) for tables in zip(*parts, strict=True))
    check_odds(odds)
    write_csv(odds, folder / "odds_ratios.csv", digits=6)
    write_csv(curves, folder / "curves.csv", digits=5)
    write_csv(tests, folder / "curve_tests.csv", digits=6)
