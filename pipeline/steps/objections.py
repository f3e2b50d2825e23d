"""What a reviewer would object to, each a test of its own: neuropathy, magnesium, the full model, each way to count it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd

from pipeline.arrays import Model, People, fifth_columns, of_weighted, people_of, terms_of
from pipeline.counted import Counted, counted
from pipeline.nutrients import SCALES
from pipeline.steps.tables import write_csv
from pipeline.two_lines import two_lines

OUTCOME, NUTRIENT, ADJUSTMENT = "neuropathy", "magnesium", "full"
MIDDLE = 3


class Case:
    """One way to count the intake: the people, the exposure and the terms of the main model."""

    def __init__(self, scale: str):
        self.people: People = people_of(OUTCOME)
        self.exposure: Counted = counted(OUTCOME, NUTRIENT, scale)
        self.fifth, self.spline = of_weighted(self.people, self.exposure)
        self.terms = terms_of(ADJUSTMENT, OUTCOME)
        self.everyone = np.ones(len(self.people.case), bool)

    def by_fifths(self, *more: np.ndarray, reference: int = MIDDLE, without: tuple[str, ...] = ()) -> Model:
        """The model by fifths, with more columns or without some terms."""
        terms = tuple(term for term in self.terms if term not in without)
        return self.people.model(fifth_columns(self.fifth, reference), self.everyone, terms, *more)


def told(row: str, model: Model, term: int) -> dict:
    """An odds ratio of one term, with its interval and p value."""
    odds, low, high = model.fit.odds_ratio(np.eye(len(model.fit.beta))[term])
    f, p = model.fit.wald_test([term])
    return counts(model) | {"row": row, "odds_ratio": odds, "ci_low": low, "ci_high": high, "f": f, "terms": 1, "p": p}


def tested(row: str, model: Model, terms: list[int]) -> dict:
    """A test of several terms at once."""
    f, p = model.fit.wald_test(terms)
    return counts(model) | {"row": row, "f": f, "terms": len(terms), "p": p}


def counts(model: Model) -> dict:
    """People, cases and degrees of freedom."""
    return {"n": len(model.people), "cases": model.cases, "df": model.fit.df}


def ends(model: Model) -> Iterator[dict]:
    """Both ends against the middle fifth."""
    yield told("fifth 1 against 3", model, model.exposure[0])
    yield told("fifth 5 against 3", model, model.exposure[-1])


# The objections --------------------------------------------------------------------------------------------------------


def main_model(case: Case) -> Iterator[dict]:
    """The main model itself, for comparison."""
    yield from ends(case.by_fifths())


def height_and_alcohol(case: Case) -> Iterator[dict]:
    """An insensate foot goes with height: height and the alcohol of that day as lines, and whether there was any."""
    alcohol = case.people.table["alcohol_day1"].to_numpy(float)
    more = np.column_stack([case.people.table["height_cm"].to_numpy(float), alcohol, np.where(alcohol > 0, 1.0, 0.0)])
    yield from ends(case.by_fifths(more))
    smooth = case.people.model(case.spline, case.everyone, case.terms, more)
    yield tested("bend", smooth, smooth.exposure[1:])


def lost_people(case: Case) -> Iterator[dict]:
    """Complete people weighted by one over their chance to be complete, so that they stand for those left out too."""
    people = case.people
    complete = np.zeros(len(people.case))
    complete[case.by_fifths().people] = 1
    chance = chance_to_be_complete(case, complete)
    reweighted = people.but(weight=people.weight / np.where(complete > 0, chance, 1))
    yield from ends(reweighted.model(fifth_columns(case.fifth), case.everyone, case.terms))


def chance_to_be_complete(case: Case, complete: np.ndarray) -> np.ndarray:
    """By age, sex, race, survey, fifth of intake and the outcome itself, from a weighted logistic model; 1 outside it."""
    people = case.people
    survey = pd.get_dummies(people.table["cycle"]).to_numpy(float)[:, 1:]
    more = np.column_stack([survey, people.case])
    exposure = fifth_columns(case.fifth)
    model = people.but(case=complete).model(exposure, case.everyone, ("age_years", "sex", "race"), more)
    columns = [exposure, *(people.covariate(term) for term in ("age_years", "sex", "race")), more]
    x = np.column_stack([np.ones(len(complete)), *columns])[model.people]
    chance = np.ones(len(complete))
    chance[model.people] = 1 / (1 + np.exp(-x @ model.fit.beta))
    return chance


def weights_test(case: Case) -> Iterator[dict]:
    """DuMouchel and Duncan's test on the intake: without weights, do the weight and its products with the fifths matter?"""
    people = case.people
    plain = people.but(weight=np.ones(len(people.case)))
    share = (people.weight / people.weight[people.in_sample].mean())[:, None]
    fifths = fifth_columns(case.fifth)
    model = plain.model(np.column_stack([fifths * share, share, fifths]), case.everyone, case.terms)
    yield tested("weight x fifths", model, model.exposure[:4])
    yield tested("weight and weight x fifths", model, model.exposure[:5])


def intake_by_race(case: Case) -> Iterator[dict]:
    """Does the curve differ between the groups that the survey sampled more and less densely?"""
    race = case.people.covariate("race")
    products = np.column_stack([case.spline[:, [one]] * race for one in range(3)])
    model = case.people.model(np.column_stack([products, case.spline]), case.everyone, case.terms)
    yield tested("curve x race", model, model.exposure[: products.shape[1]])


def two_lines_test(case: Case) -> Iterator[dict]:
    """A U needs a line that falls and one that rises, each told from flat; odds ratios for an intake higher by `per`."""
    found = two_lines(case.people, case.spline, case.exposure, case.everyone, case.terms)
    for row, term in (("below the break", 0), ("above the break", 1)):
        line = told(row, found.model, found.model.exposure[term])
        yield line | {"breakpoint": found.breakpoint, "per": found.step}


def every_reference(case: Case) -> Iterator[dict]:
    """Every fifth as the reference in turn; among them the fifth against the fourth."""
    for reference in range(1, 6):
        model = case.by_fifths(reference=reference)
        others = [number for number in range(1, 6) if number != reference]
        for number, term in zip(others, model.exposure, strict=True):
            yield told(f"fifth {number} against {reference}", model, term)


def step_or_u(case: Case) -> Iterator[dict]:
    """The fourth and the highest fifth together against the middle, and the highest against the fourth."""
    upper = (case.fifth >= 4).astype(float)
    fifths = np.column_stack([fifth_columns(case.fifth)[:, :2], upper])
    fifths[case.fifth == 0] = np.nan
    model = case.people.model(fifths, case.everyone, case.terms)
    yield told("fifths 4 and 5 against 3", model, model.exposure[2])
    against = case.by_fifths(reference=4)
    yield told("fifth 5 against 4", against, against.exposure[-1])


def sex_by_sex(case: Case) -> Iterator[dict]:
    """Each sex by itself, and whether the fifths differ between the two."""
    sex = (case.people.table["sex"] == "male").to_numpy()
    terms = tuple(term for term in case.terms if term != "sex")
    for name, inside in (("women", ~sex), ("men", sex)):
        model = case.people.model(fifth_columns(case.fifth), inside, terms)
        for row in ends(model):
            yield row | {"row": f"{name}, {row['row']}"}
    products = fifth_columns(case.fifth) * sex[:, None]
    model = case.people.model(np.column_stack([products, fifth_columns(case.fifth)]), case.everyone, case.terms)
    yield tested("fifths x sex", model, model.exposure[:4])


OBJECTIONS: dict[str, Callable[[Case], Iterator[dict]]] = {
    "main_model": main_model,
    "height_and_alcohol": height_and_alcohol,
    "lost_people": lost_people,
    "weights_test": weights_test,
    "intake_by_race": intake_by_race,
    "two_lines": two_lines_test,
    "every_reference": every_reference,
    "step_or_u": step_or_u,
    "sex_by_sex": sex_by_sex,
}
COLUMNS = ["objection", "scale", "row", "n", "cases", "odds_ratio", "ci_low", "ci_high", "f", "terms", "df", "p"]
COLUMNS += ["breakpoint", "per"]


def objection_table() -> pd.DataFrame:
    """Every objection in every way to count the intake."""
    cases = {scale: Case(scale) for scale in SCALES}
    found = [
        {"objection": name, "scale": scale, **row}
        for (name, asked), scale in product(OBJECTIONS.items(), SCALES)
        for row in asked(cases[scale])
    ]
    return pd.DataFrame(found)[COLUMNS]


# Who is lost -----------------------------------------------------------------------------------------------------------


def left_out_table() -> pd.DataFrame:
    """The sample of neuropathy, those in the full model and those left out of it: weighted shares and means."""
    case = Case("amount")
    people, table = case.people, case.people.table
    modeled = np.zeros(len(people.case), bool)
    modeled[case.by_fifths().people] = True
    groups = {"sample": people.in_sample, "in_model": modeled, "left_out": people.in_sample & ~modeled}
    asked: dict[str, np.ndarray] = {
        "neuropathy_pct": 100 * people.case,
        "age_years_mean": table["age_years"].to_numpy(float),
        "female_pct": 100 * (table["sex"] == "female").to_numpy(float),
        "diabetes_pct": _share(table["diabetes"], "yes"),
        "magnesium_mg_mean": case.spline[:, 0],
        "energy_kcal_mean": table["energy_kcal"].to_numpy(float),
        "lowest_fifth_pct": 100 * (case.fifth == 1).astype(float),
        "highest_fifth_pct": 100 * (case.fifth == 5).astype(float),
        "income_unknown_pct": 100 * table["income_ratio"].isna().to_numpy(float),
        "bmi_unknown_pct": 100 * table["bmi_kg_m2"].isna().to_numpy(float),
    }
    rows = []
    for name, values in asked.items():
        row: dict = {"characteristic": name}
        for group, inside in groups.items():
            known = inside & ~np.isnan(values)
            row[f"{group}_n"] = int(inside.sum())
            row[group] = np.average(values[known], weights=people.weight[known])
        rows.append(row)
    return pd.DataFrame(rows)


def _share(values: pd.Series, of: str) -> np.ndarray:
    return np.where(values.notna(), 100 * (values == of), np.nan).astype(float)


def run(folder: Path) -> None:
    """Write objections.csv and left_out.csv."""
    write_csv(objection_table(), folder / "objections.csv", digits=6)
    write_csv(left_out_table(), folder / "left_out.csv", digits=5)
