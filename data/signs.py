"""Signs and symptoms: on which side of the balance, at which stage, and in which part of the body."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

import pandas as pd
from pydantic import Field, model_validator

from data.base import Record, Table
from data.sources import Sourced, load_sourced, load_sources

Stage = Literal["early", "moderate", "severe", "extreme", "not_stated"]
System = Literal["nerves_muscles", "heart", "gut", "mind", "breathing", "blood"]

STAGE_WORDS: dict[str, str] = {
    "early": "Early",
    "moderate": "Moderate",
    "severe": "Severe",
    "extreme": "Extreme",
    "not_stated": "Stage not stated",
}
SYSTEM_WORDS: dict[str, str] = {
    "nerves_muscles": "Nerves and muscles",
    "heart": "Heart and circulation",
    "gut": "Gut",
    "mind": "Mind and alertness",
    "breathing": "Breathing",
    "blood": "Blood chemistry",
}


class Sign(Record, Sourced):
    """A sign or symptom. `severe` also stands for what sources call advanced."""

    name: str = Field(description="The sign in plain words")
    system: System = Field(description="Part of the body; our grouping")
    deficiency: tuple[Stage, ...] = Field((), description="Stages of deficiency; empty where it is no sign of it")
    toxicity: tuple[Stage, ...] = Field((), description="Stages of toxicity; empty where it is no sign of it")
    stage_words: str = Field(description="The stage as the sources put it")
    note: str | None = Field(None, description="What to know about it")

    @model_validator(mode="after")
    def a_fact_has_a_side(self) -> Sign:
        """An accepted sign belongs to a side."""
        if self.verified and not (self.deficiency or self.toxicity):
            raise ValueError("at least one stage of 'deficiency' or 'toxicity' for a verified sign")
        return self

    @property
    def side(self) -> str:
        """ "deficiency", "toxicity" or "both"."""
        if self.deficiency and self.toxicity:
            return "both"
        return "deficiency" if self.deficiency else "toxicity"


SIGNS = Table(
    name="signs",
    path="reference/signs.yml",
    row=Sign,
    title="Signs and symptoms",
    description="Signs of low and of high blood magnesium, with the stage at which references describe them.",
)


@cache
def load_signs() -> tuple[Sign, ...]:
    """Accepted signs, in file order."""
    return load_sourced(SIGNS)


@cache
def load_signs_not_accepted() -> tuple[Sign, ...]:
    """What is said to be a sign and is in no reference that was read; never shown as a sign."""
    return load_sourced(SIGNS, verified=False)


def signs_frame() -> pd.DataFrame:
    """Accepted signs by body system, those of both sides first.

    Columns: key, name, system, side, deficiency and toxicity (tuples of stages), stage_words, note, link.
    """
    rows: list[dict[str, Any]] = [
        {
            "key": sign.key,
            "name": sign.name,
            "system": sign.system,
            "side": sign.side,
            "deficiency": sign.deficiency,
            "toxicity": sign.toxicity,
            "stage_words": sign.stage_words,
            "note": sign.note,
            "link": load_sources()[sign.sources[0]].link,
        }
        for sign in load_signs()
    ]
    order = {"both": 0, "deficiency": 1, "toxicity": 2}
    systems = list(SYSTEM_WORDS)
    rows.sort(key=lambda row: (systems.index(row["system"]), order[row["side"]]))
    return pd.DataFrame(rows)
