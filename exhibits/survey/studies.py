"""The studies whose published figures stand beside ours, by subject, and a published figure as printed."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from data.survey import load_benchmarks
from exhibits.choices import Choices, one_of


class Subject(NamedTuple):
    """What was published on, and in which studies: study as in the table → key of the bibliography."""

    label: str
    studies: dict[str, str]


SUBJECTS = {
    "neuropathy": Subject(
        "Neuropathy",
        {"Gregg 2004": "gregg_2004", "Hicks 2020": "hicks_2020", "Wu 2024": "wu_2024_phosphorus"},
    ),
    "chronic_pain": Subject("Chronic pain", {"Tarleton 2020": "tarleton_2020"}),
    "rheumatoid_arthritis": Subject("Rheumatoid arthritis", {"Hu 2020": "hu_2020"}),
    "intake": Subject("Intake", {"Ford & Mokdad 2003": "ford_mokdad_2003"}),
}


class SubjectChoices(Choices):
    """Figures on what."""

    subject: str = one_of(
        "Figures on",
        {subject: named.label for subject, named in SUBJECTS.items()},
        default="neuropathy",
        address="published",
    )


def sources(choices: SubjectChoices) -> tuple[str, ...]:
    """The studies in the bibliography."""
    return tuple(SUBJECTS[choices.subject].studies.values())


def published_rows(subject: str) -> pd.DataFrame:
    """Published figures beside ours: key, study, what, unit, published and ours with their bounds, note."""
    rows = load_benchmarks()
    return rows[rows["study"].isin(SUBJECTS[subject].studies)].reset_index(drop=True)


def as_printed(value: float) -> str:
    """A published figure with no more digits than were printed: "0.7", "66", "13,434"."""
    return f"{value:,.3f}".rstrip("0").rstrip(".")
