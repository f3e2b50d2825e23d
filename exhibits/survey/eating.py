"""How people eat: of which survey, split by what, counting what; the groups that makes, and their shares in a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

import pandas as pd
from pydantic import model_validator

from data.survey_intake import intake_groups
from exhibits.choices import ChoiceError, Choices, one_of
from exhibits.survey.who import AGES, CONDITIONS

SURVEYS = {"2021-2023": "2021–2023", "2017-2020": "2017–2020"}
COUNTED = {"food": "Food", "food_and_supplements": "Food and supplements"}
SPLITS = {
    "none": "Sex only",
    "age": "Age",
    "race": "Race",
    "income": "Income",
    "diabetes": "Diabetes",
    "ckd": "Kidney function",
    "diuretic": "Diuretic",
    "ppi": "Acid blocker (PPI)",
}
SPLIT_WORDS = {
    "age": AGES,
    "race": {
        "mexican-american": "Mexican American",
        "other-hispanic": "other Hispanic",
        "white": "white",
        "black": "Black",
        "asian": "Asian",
        "other": "other or several",
    },
    "income": {"under130": "low income", "130-349": "middle income", "350plus": "high income"},
    "ckd": {"yes": "reduced kidney function", "no": "kidneys not reduced"},
    **{key: CONDITIONS[key].words for key in ("diabetes", "diuretic", "ppi")},
}
RECALLS = (
    "Food is left out of recalls more often than it is added: in the surveys of 2003 to 2012 about one adult in four was judged to "
    "have told too little energy. Intakes are then told too low, and the share below the EAR comes out too high; by how much is not known."
)
RECALL_CAVEAT = "People tend to leave food out when they recall a day, so intakes are told too low"
INCOME_NOTE = (
    "Income of the family against the poverty line: low is below 130%, middle 130 to 349%, high 350% and over."
)
KIDNEY_NOTE = "Kidney function and medicines are in the 2017–2020 survey only."
SOURCES = ("nhanes_2017_2023",)
ENDS = {"_low": "95% from", "_high": "95% to"}


class GroupsChoices(Choices):
    """Of which survey, and split by what."""

    cycle: str = one_of("Survey", SURVEYS, default="2021-2023", address="survey")
    split: str = one_of("Split by", SPLITS, default="age")

    @model_validator(mode="after")
    def _in_the_survey(self) -> Self:
        if self.split not in splits(self.cycle):
            raise ChoiceError("split", self.split, splits(self.cycle))
        return self


class EatingChoices(GroupsChoices):
    """Also what is counted."""

    source: str = one_of("Count", COUNTED, default="food", address="count")


def splits(cycle: str) -> dict[str, str]:
    """What a survey can be split by."""
    known = intake_groups(cycle)
    return {key: label for key, label in SPLITS.items() if key == "none" or key in known}


def group_rows(cycle: str, split: str) -> list[tuple[dict[str, object], dict[str, str]]]:
    """Label and sex of each row, and the `where` that `load_intake` takes."""
    rows: list[tuple[dict[str, object], dict[str, str]]] = []
    for sex, people in (("female", "Women"), ("male", "Men")):
        for value in intake_groups(cycle)[split] if split != "none" else [None]:
            label = people if value is None else f"{people}, {SPLIT_WORDS[split][value]}"
            where = {"sex": sex} if value is None else {"sex": sex, split: value}
            rows.append(({"label": label, "sex": sex}, where))
    return rows


def counted_words(source: str) -> str:
    """What is counted, inside a sentence: "food and supplements"."""
    return COUNTED[source].lower()


def source_line(cycle: str) -> str:
    """The source below a picture of intakes."""
    return f"NHANES {SURVEYS[cycle]} (National Center for Health Statistics), adults of 20 and over. Our own analysis."


def share_of(found: Mapping[str, Any]) -> dict[str, Any]:
    """A share with its interval, and whether it may be shown, of a row of `intake_statistics`."""
    ends = {"share": found["estimate"], "share_low": found["ci_low"], "share_high": found["ci_high"]}
    return ends | {"reliable": found["reliable"], "flag": found["flag"]}


def percents(rows: pd.DataFrame, share: str, reliable: str) -> pd.Series:
    """Shares in percent, empty where they may not be shown."""
    return (rows[share] * 100).round(1).where(rows[reliable])
