"""The models that were fitted: in which groups, adjusted for what, and how that is said."""

from __future__ import annotations

import pandas as pd

from data import associations
from exhibits.base import built_once
from exhibits.rows import Row, records
from exhibits.survey.outcomes import OUTCOMES
from exhibits.survey.people import People, ages_of
from exhibits.survey.who import AGES, CONDITIONS

DEMOGRAPHY = ("age", "sex", "race")
HEALTH = ("education", "income", "BMI", "smoking", "hypertension", "diabetes", "calories")
ADJUSTED_FOR = {
    "crude": (),
    "demographic": DEMOGRAPHY,
    "full": DEMOGRAPHY + HEALTH,
    "full_energy_spline": (*DEMOGRAPHY, *HEALTH[:-1], "calories as a curve"),
}
ADJUSTMENTS = {"crude": "Nothing", "demographic": "Age, sex, race", "full": "+ health and habits"}
ADJUSTMENTS["full_energy_spline"] = "Energy as a curve"


def model_where(people: People) -> dict[str, str] | None:
    """The group as the models know it; None where no model was fitted in it."""
    where = people.as_where
    if "age" in where and set(where["age"]) == set(ages_of(people.outcome)):
        where.pop("age")
    asked = {key: "+".join(values) for key, values in where.items()}
    if asked.get("age") == "60-74+75+":
        asked["age"] = "60+"
    return asked if asked in associations.model_groups(people.outcome) else None


@built_once
def odds_ratios(people: People, adjustment: str, scale: str = "amount") -> list[Row]:
    """Each fifth of intake against the middle one; no row where no model was fitted."""
    where = model_where(people)
    return (
        []
        if where is None
        else records(_in_mg(associations.load_odds_ratios(people.outcome, adjustment, where, scale=scale)))
    )


@built_once
def curve_of(people: People, adjustment: str, scale: str = "amount") -> pd.DataFrame:
    """The curve of a group; its intakes are in mg on the scale."""
    return _in_mg(associations.load_curve(people.outcome, adjustment, model_where(people), scale=scale))


@built_once
def test_of(people: People, adjustment: str, scale: str = "amount") -> pd.Series:
    """What the curve of a group rests on."""
    test = associations.load_curve_test(people.outcome, adjustment, model_where(people), scale=scale)
    return test.rename(_without_energy)


def _in_mg(rows: pd.DataFrame) -> pd.DataFrame:
    """A table with the same names of columns on every scale."""
    return rows.rename(columns=_without_energy)


def _without_energy(name: str) -> str:
    return name.removesuffix("_per_1000kcal")


def covariates(people: People, adjustment: str) -> list[str]:
    """What a model adjusts for, without what is the same for everybody in the group."""
    same = set(people.as_where) | ({"sex"} if OUTCOMES[people.outcome].women_only else set())
    return [name for name in ADJUSTED_FOR[adjustment] if name == "age" or name not in same]


def adjusted_words(people: People, adjustment: str) -> str:
    """ "not adjusted", or "adjusted for age, sex and race" without what is the same for everybody in the group."""
    names = covariates(people, adjustment)
    if not names:
        return "not adjusted"
    first = f"{', '.join(names[:-1])} and " if names[1:] else ""
    return f"adjusted for {first}{names[-1]}"


def model_groups_words(outcome: str) -> str:
    """Which groups have a model: "everybody, women, men, 40 to 59, … and without diabetes"."""
    names = {"female": "women", "male": "men", "60+": "60 and over", **AGES}
    said = ["everybody"]
    for group in associations.model_groups(outcome):
        said += [CONDITIONS[key].words[value] if key in CONDITIONS else names[value] for key, value in group.items()]
    return f"{', '.join(said[:-1])} and {said[-1]}"
