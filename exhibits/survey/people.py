"""Who is asked: the outcome's sample, or a group of it, and how a reader would say it."""

from __future__ import annotations

from typing import Any, NamedTuple, Self

from pydantic import model_validator

from data.survey import groups
from exhibits.choices import ChoiceError, one_of, some_of
from exhibits.survey.outcomes import OUTCOMES, OutcomeChoices
from exhibits.survey.who import AGE_ENDS, AGES, CONDITIONS

SEXES = {"all": "Everyone", "female": "Women", "male": "Men"}
ANY = "any"

Where = tuple[tuple[str, tuple[str, ...]], ...]
"""Keys of `data.survey.groups` with the values chosen; no key for what is not restricted."""


class People(NamedTuple):
    """The people of an outcome's sample who are in every group of `where`."""

    outcome: str
    where: Where = ()

    @property
    def as_where(self) -> dict[str, tuple[str, ...]]:
        """As `estimate_prevalence` takes it."""
        return dict(self.where)


def condition(key: str) -> Any:
    """The choice of one condition; any unless chosen."""
    known = CONDITIONS[key]
    return one_of(known.label, {ANY: "Any"} | known.labels, default=ANY, help=known.about)


class PeopleChoices(OutcomeChoices):
    """Which outcome, and in whom: sex, ages and diabetes."""

    sex: str = one_of("Who", SEXES, default="all", address="who")
    age: tuple[str, ...] = some_of("Age", AGES, address="ages", help="None chosen: all ages. Several are pooled.")
    diabetes: str = condition("diabetes")

    @model_validator(mode="after")
    def _in_the_sample(self) -> Self:
        if self.told.women_only and self.sex == "male":
            raise ChoiceError("sex", self.sex, ("all", "female"))
        for age in self.age:
            if age not in ages_of(self.outcome):
                raise ChoiceError("age", age, ages_of(self.outcome))
        return self

    @property
    def people(self) -> People:
        """Whom these choices leave."""
        where: dict[str, tuple[str, ...]] = {}
        if self.sex != "all" and not self.told.women_only:
            where["sex"] = (self.sex,)
        if self.age:
            where["age"] = tuple(age for age in AGES if age in self.age)
        for key in CONDITIONS:
            if (value := getattr(self, key, ANY)) != ANY:
                where[key] = (value,)
        return People(self.outcome, tuple(where.items()))


class GroupChoices(PeopleChoices):
    """Also kidneys, medicines, weight and race."""

    ckd: str = condition("ckd")
    weak_kidneys: str = condition("weak_kidneys")
    diuretic: str = condition("diuretic")
    ppi: str = condition("ppi")
    bmi: str = condition("bmi")
    race: str = condition("race")


def ages_of(outcome: str) -> list[str]:
    """The age groups an outcome has."""
    return groups(outcome)["age"]


# Words -----------------------------------------------------------------------------------------------------------------


def who(people: People) -> str:
    """The people as a reader would say it: "white women 60 and over with diabetes"."""
    where = people.as_where
    sex = "female" if OUTCOMES[people.outcome].women_only else where.get("sex", ("all",))[0]
    named = {"female": "women", "male": "men", "all": "adults"}[sex]
    told = {key: known.words[where[key][0]] for key, known in CONDITIONS.items() if key in where}
    race = told.pop("race", "")
    before, after = ("", race) if race.startswith("of ") else (race, "")
    parts = (before, named, age_words(people.outcome, where.get("age", ())), after, " and ".join(told.values()))
    return " ".join(part for part in parts if part)


def age_words(outcome: str, chosen: tuple[str, ...]) -> str:
    """ "40 and over", "40 to 74", "40 to 59 or 75 and over"; all ages where none is chosen."""
    said = []
    for run in _runs(outcome, chosen):
        first, last = AGE_ENDS[run[0]][0], AGE_ENDS[run[-1]][1]
        said.append(f"{first} to {last}" if last else f"{first} and over")
    return " or ".join(said)


def _runs(outcome: str, chosen: tuple[str, ...]) -> list[list[str]]:
    """The ages chosen, those that follow one another together."""
    offered = ages_of(outcome)
    runs: list[list[str]] = []
    for age in [age for age in offered if age in chosen] or offered:
        if runs and offered.index(age) == offered.index(runs[-1][-1]) + 1:
            runs[-1].append(age)
        else:
            runs.append([age])
    return runs
