"""What is asked of the survey: in whom, by what steps of intake, how counted; and the rows that answer."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from data.nutrients import load_counted_prevalence
from data.survey import SurveyQueryError, estimate_prevalence
from exhibits.base import built_once
from exhibits.choices import one_of, switch
from exhibits.rows import Row, records
from exhibits.survey.models import ADJUSTMENTS
from exhibits.survey.people import GroupChoices, People, Where, ages_of
from exhibits.survey.scales import COUNTED_AS, HELP
from exhibits.survey.who import CONDITIONS, MOST_CONDITIONS

BY = {"quintile": "Fifths", "band": "50 mg steps"}
MODELS_HELP = (
    "Three models, named before the set of analyses was run; the third adds education, income, BMI, smoking, hypertension, diabetes and "
    "calories. The fourth, added later, holds calories by a curve in place of a line. Fitted for some groups only: the curve below says which."
)


class Question(NamedTuple):
    """In whom, and how it is counted."""

    people: People
    by: str = "quintile"
    standardized: bool = False
    adjustment: str = "full"
    scale: str = "amount"

    @property
    def in_fifths(self) -> Question:
        """The same by fifth of intake."""
        return self._replace(by="quintile")


class ModelChoices(GroupChoices):
    """In whom, how intake is counted, and what odds are adjusted for."""

    scale: str = one_of("Intake counted as", COUNTED_AS, default="amount", address="counted", help=HELP)
    adjustment: str = one_of("Odds adjusted for", ADJUSTMENTS, default="full", address="model", help=MODELS_HELP)


class QuestionChoices(ModelChoices):
    """In whom, and how it is counted."""

    by: str = one_of(
        "Intake in",
        BY,
        default="quintile",
        help="Fifths of the whole population, or steps of 50 mg, which there are of the plain amount alone.",
    )
    standardized: bool = switch(
        "Standardize to one age and sex mix", help="As if every fifth had the age and sex mix of the whole sample."
    )

    @property
    def question(self) -> Question:
        """The same, for the functions that answer."""
        by = self.by if self.scale == "amount" else "quintile"
        return Question(self.people, by, self.standardized, self.adjustment, self.scale)


def prevalences(question: Question) -> pd.DataFrame:
    """A row a fifth or step. Raises SurveyQueryError where the combination was not tabulated."""
    return _prevalences(question.people, question.by, question.standardized, question.scale)


def told(question: Question) -> list[Row]:
    """The rows of `prevalences`, for sentences."""
    return _told(question.people, question.by, question.standardized, question.scale)


@built_once
def _prevalences(people: People, by: str, standardized: bool, scale: str) -> pd.DataFrame:
    mix = "age-sex" if standardized else "none"
    if scale == "amount":
        return estimate_prevalence(people.outcome, by, people.as_where, mix)
    return load_counted_prevalence(people.outcome, scale, *_one_group(people), mix)


def _one_group(people: People) -> tuple[str, str]:
    """The group as the tables of counted intake name it; more than one value or key is none that they have."""
    where = {key: values for key, values in people.where if key != "age" or set(values) != set(ages_of(people.outcome))}
    key = " and ".join(where) or "all"
    return key, " or ".join(value for values in where.values() for value in values) or "all"


@built_once
def _told(people: People, by: str, standardized: bool, scale: str) -> list[Row]:
    return records(_prevalences(people, by, standardized, scale))


def tabulated(question: Question) -> bool:
    """Whether the question can be answered."""
    try:
        prevalences(question)
    except SurveyQueryError:
        return False
    return True


def not_tabulated(where: Where) -> str:
    """Said where a combination has no table."""
    conditions = [CONDITIONS[key].label for key, _ in where if key in CONDITIONS]
    if len(conditions) > MOST_CONDITIONS:
        return (
            f"More than three conditions at once were not tabulated ({', '.join(conditions)}); the groups would be too small. Set one or "
            "more to “Any”."
        )
    return (
        f"This combination was not tabulated ({', '.join(conditions)}): “Told of weak kidneys” can be combined with diabetes and kidney "
        "function only. Set one to “Any”."
    )


def why_unanswered(question: Question) -> str:
    """Why the question has no rows; empty where it has."""
    if tabulated(question):
        return ""
    if question.scale == "amount":
        return not_tabulated(question.people.where)
    return (
        f"{COUNTED_AS[question.scale]}, percents were worked out for everybody, each sex, each age group, and with and without diabetes, "
        "one group at a time; this group is not among them. Counted as amount it is."
    )
