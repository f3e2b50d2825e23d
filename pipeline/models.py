"""Survey-weighted logistic models of an outcome on magnesium intake, fitted with svy (Taylor linearization)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import polars as pl
import svy
from numpy.typing import ArrayLike
from scipy.stats import f as f_distribution
from scipy.stats import t as student_t

from pipeline.survey import quantiles

ADJUSTMENTS = {
    "crude": (),
    "demographic": ("age_years", "sex", "race"),
    "full": (
        "age_years",
        "sex",
        "race",
        "education",
        "income_ratio",
        "bmi_kg_m2",
        "smoking",
        "hypertension",
        "diabetes",
        "energy_kcal",
    ),
}
"""The three adjustment sets, declared before the set of analyses was run."""

CLASSES = {"sex", "race", "education", "smoking", "hypertension", "diabetes"}
REFERENCE_QUINTILE = 3
KNOT_SHARES = (0.05, 0.35, 0.65, 0.95)
SPLINE = ("intake_mg", "spline_2", "spline_3")


@dataclass(frozen=True)
class Fit:
    """Coefficients by term, their covariance, the residual degrees of freedom, and who was in."""

    coefficients: pd.Series
    covariance: pd.DataFrame
    df: float
    n: int
    cases: int

    def contrast(self, weights: dict[str, float]) -> tuple[float, float]:
        """A linear combination of coefficients and its standard error."""
        unknown = set(weights) - set(self.coefficients.index)
        assert not unknown, f"contrast: no coefficient named {sorted(unknown)} among {list(self.coefficients.index)}"
        vector = pd.Series(weights).reindex(self.coefficients.index, fill_value=0.0)
        return float(vector @ self.coefficients), float(np.sqrt(vector @ self.covariance @ vector))

    def odds_ratio(self, weights: dict[str, float]) -> dict[str, float]:
        """exp of a contrast with its 95% interval: Student's t on the residual degrees of freedom, as R's confint."""
        log_odds, se = self.contrast(weights)
        margin = student_t.ppf(0.975, self.df) * se if self.df > 0 else np.nan
        return {
            "odds_ratio": np.exp(log_odds),
            "ci_low": np.exp(log_odds - margin),
            "ci_high": np.exp(log_odds + margin),
            "se_log": se,
        }

    def wald_test(self, terms: list[str]) -> dict[str, float]:
        """Wald F test that all `terms` are zero (R's `regTermTest`)."""
        beta = self.coefficients[terms].to_numpy()
        covariance = self.covariance.loc[terms, terms].to_numpy()
        value = float(beta @ np.linalg.solve(covariance, beta)) / len(terms)
        return {"f": value, "df_num": len(terms), "df_den": self.df, "p": f_distribution.sf(value, len(terms), self.df)}


def fit_logistic(
    people: pd.DataFrame, domain: pd.Series, terms: list[str], weight: str = "weight_diet", case: str = "case"
) -> Fit:
    """Logistic regression of `case` on `terms` within `domain`, the design built on everyone with a weight.

    Terms in CLASSES and `quintile` enter as classes (quintile against the third), the rest as they are. `domain` is
    narrowed to people with every term known (complete cases).
    """
    weighted = people[people[weight] > 0]
    inside = domain.reindex(weighted.index) & weighted[[*terms, case]].notna().all(axis=1)
    # svy reads every row; a value outside the domain only has to be there, it is not used.
    frame = weighted[["stratum", "psu", weight, case, *terms]].copy()
    filler = frame[inside].iloc[0]
    for column in (case, *terms):
        frame[column] = frame[column].where(inside, filler[column])
    if "quintile" in terms:
        frame["quintile"] = frame["quintile"].astype("int64")  # names the coefficients quintile_1, not quintile_1.0
    frame["inside"] = inside
    design = svy.Design(stratum="stratum", psu="psu", wgt=weight)
    sample = svy.Sample(pl.from_pandas(frame), design)
    features = [as_feature(term) for term in terms]
    model = sample.glm.fit(case, x=features or None, family="binomial", where=svy.col("inside"), tol=1e-10)
    fitted = model.fitted
    assert fitted is not None, "svy fits when it is asked to"
    names = [coefficient.term for coefficient in fitted.coefs]
    return Fit(
        pd.Series([coefficient.est for coefficient in fitted.coefs], names),
        pd.DataFrame(fitted.cov_matrix, names, names),
        fitted.stats.wald.df_den,
        int(inside.sum()),
        int(weighted.loc[inside, case].sum()),
    )


def as_feature(term: str) -> str | svy.Cat:
    """A class term for svy, or the column's name."""
    if term == "quintile":
        return svy.Cat("quintile", ref=REFERENCE_QUINTILE)
    return svy.Cat(term) if term in CLASSES else term


def quintile_odds(fit: Fit) -> pd.DataFrame:
    """Odds ratios of quintiles 1-5 against the third, which is 1 by definition."""
    rows = []
    for quintile in range(1, 6):
        reference = quintile == REFERENCE_QUINTILE
        exact = {"odds_ratio": 1.0, "ci_low": 1.0, "ci_high": 1.0, "se_log": 0.0}
        rows.append({"quintile": quintile, **(exact if reference else fit.odds_ratio({f"quintile_{quintile}": 1}))})
    return pd.DataFrame(rows)


def spline_basis(intake_mg: ArrayLike, knots: ArrayLike) -> np.ndarray:
    """Restricted cubic spline terms beyond the linear one, one column per inner pair (Harrell's truncated powers).

    Linear beyond the outer knots; scaled by the squared distance of the outer knots so that terms are in mg.
    """
    x, at = np.asarray(intake_mg, float)[:, None], np.asarray(knots, float)
    first, before, last = at[0], at[-2], at[-1]
    inner = at[:-2]

    def cube(values: np.ndarray) -> np.ndarray:
        return np.maximum(values, 0) ** 3

    bend = cube(x - inner) - cube(x - before) * (last - inner) / (last - before)
    return (bend + cube(x - last) * (before - inner) / (last - before)) / (last - first) ** 2


def add_spline(people: pd.DataFrame, knots: ArrayLike) -> pd.DataFrame:
    """`people` with the columns spline_2 and spline_3."""
    basis = spline_basis(people["intake_mg"], knots)
    return people.assign(spline_2=basis[:, 0], spline_3=basis[:, 1])


def spline_curve(fit: Fit, intakes_mg: Sequence[float], knots: ArrayLike, reference_mg: float) -> pd.DataFrame:
    """Odds ratios at each intake against `reference_mg`, with pointwise intervals."""
    at = spline_basis([*intakes_mg, reference_mg], knots)
    rows = []
    for intake_mg, bends in zip(intakes_mg, at[:-1], strict=True):
        difference = [intake_mg - reference_mg, *(bends - at[-1])]
        rows.append({"intake_mg": intake_mg, **fit.odds_ratio(dict(zip(SPLINE, difference, strict=True)))})
    return pd.DataFrame(rows)


def knots_of(intake_mg: ArrayLike, weights: ArrayLike) -> np.ndarray:
    """Knots at the weighted 5th, 35th, 65th and 95th percentiles."""
    return quantiles(intake_mg, weights, KNOT_SHARES)
