"""What is asked of the survey: in whom, by what steps of intake, how counted; and the rows that answer."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from data.survey import SurveyQueryError, estimate_prevalence
from exhibits.base import built_once
from exhibits.choices import one_of, switch
from exhibits.rows import Row, records
from exhibits.survey.conditions import CONDITIONS, MOST_CONDITIONS
from exhibits.survey.models import ADJUSTMENTS
from exhibits.survey.people import GroupChoices, People, Where

BY = {"quintile": "Fifths", "band": "50 mg steps"}
MODELS_HELP = (
    "Three models, named before the set of analyses was run. The third adds education, income, BMI, smoking, hypertension, diabetes and "
    "calories. Fitted for some groups only: the curve below says which."
)


class Question(NamedTuple):
    """In whom, and how it is counted."""

    people: People
    by: str = "quintile"
    standardized: bool = False
    adjustment: str = "full"

    @property
    def in_fifths(self) -> Question:
        """The same by fifth of intake."""
        return self._replace(by="quintile")


class ModelChoices(GroupChoices):
    """In whom, and what odds are adjusted for."""

    adjustment: str = one_of("Odds adjusted for", ADJUSTMENTS, default="full", address="model", help=MODELS_HELP)


class QuestionChoices(ModelChoices):
    """In whom, and how it is counted."""

    by: str = one_of("Intake in", BY, default="quintile", help="Fifths of the whole population, or steps of 50 mg.")
    standardized: bool = switch(
        "Standardize to one age and sex mix", help="As if every fifth had the age and sex mix of the whole sample."
    )

    @property
    def question(self) -> Question:
        """The same, for the functions that answer."""
        return Question(self.people, self.by, self.standardized, self.adjustment)


def prevalences(question: Question) -> pd.DataFrame:
    """A row a fifth or step. Raises SurveyQueryError where the combination was not tabulated."""
    return _prevalences(question.people, question.by, question.standardized)


def told(question: Question) -> list[Row]:
    """The rows of `prevalences`, for sentences."""
    return _told(question.people, question.by, question.standardized)


@built_once
def _prevalences(people: People, by: str, standardized: bool) -> pd.DataFrame:
    return estimate_prevalence(people.outcome, by, people.as_where, "age-sex" if standardized else "none")


@built_once
def _told(people: People, by: str, standardized: bool) -> list[Row]:
    return records(_prevalences(people, by, standardized))


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
    return "" if tabulated(question) else not_tabulated(question.people.where)
