"""Every analysis of neuropathy on the list: the choices that an analyst made, those a reader picks, and counts of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from data.associations import load_multiverse
from exhibits.base import built_once
from exhibits.choices import Choices, one_of, some_of
from exhibits.rounding import number
from exhibits.survey.scales import COUNTED_AS
from exhibits.survey.sentences import count_words

FIRST_LIST, LATER_LIST = "2026-11-22", "2026-11-26"
SOURCE = (
    "our own analysis of NHANES 1999–2004 public-use files (NCHS, CDC). One recalled day a person; an association, "
    "which cannot show cause"
)
SOURCES = ("nhanes_1999_2004",)
ARMS = {"lowest": "Lowest fifth", "highest": "Highest fifth"}
COLUMNS = {"lowest": "q1", "highest": "q5"}
CHOICES = {
    "weights": ("Weights", {"dietary": "Dietary", "exam": "Exam", "none": "Unweighted"}),
    "case_rule": ("Case rule", {"strict": "Both feet known", "one_foot": "One foot is enough"}),
    "cuts": ("Cut points", {"weighted": "Weighted cuts", "unweighted": "Unweighted cuts"}),
    "adjustment": (
        "Adjusted for",
        {
            "crude": "Nothing",
            "demographic": "Age, sex, race",
            "full": "Full model",
            "full_energy_spline": "Full, energy as a curve",
        },
    ),
    "energy": ("Energy", {"all": "Any energy", "500-5000": "500–5,000 kcal"}),
    "diabetes": ("Diabetes", {"all": "With and without", "without": "Without diabetes"}),
    "scale": ("Counted as", COUNTED_AS),
    "declared_on": ("Listed", {FIRST_LIST: "Before it was run", LATER_LIST: "After the first were seen"}),
}
MAIN = (
    ("weights", ("dietary",)),
    ("case_rule", ("strict",)),
    ("cuts", ("weighted",)),
    ("energy", ("all",)),
    ("diabetes", ("all",)),
    ("scale", ("amount",)),
    ("declared_on", (FIRST_LIST,)),
)
MODELS = ("full", "demographic", "crude")  # all three were declared beforehand; the fullest one shown is marked

Picked = tuple[tuple[str, tuple[str, ...]], ...]
"""Choices picked, such as (("weights", ("none",)),); a choice left out is not restricted."""


def _choice(key: str) -> Any:
    label, options = CHOICES[key]
    return some_of(label, options, address=f"spec_{key}")


class AnalysisChoices(Choices):
    """Which end is told, and in which analyses."""

    arm: str = one_of("Compare the middle fifth with the", ARMS, default="lowest")
    weights: tuple[str, ...] = _choice("weights")
    case_rule: tuple[str, ...] = _choice("case_rule")
    cuts: tuple[str, ...] = _choice("cuts")
    adjustment: tuple[str, ...] = _choice("adjustment")
    energy: tuple[str, ...] = _choice("energy")
    diabetes: tuple[str, ...] = _choice("diabetes")
    scale: tuple[str, ...] = _choice("scale")
    declared_on: tuple[str, ...] = _choice("declared_on")

    @property
    def picked(self) -> Picked:
        """The choices that restrict."""
        asked = ((choice, tuple(sorted(getattr(self, choice)))) for choice in CHOICES)
        return tuple((choice, values) for choice, values in asked if values)


@built_once
def every_analysis() -> pd.DataFrame:
    """All analyses; each choice a second time, as the reader knows it, under the choice's name."""
    table = load_multiverse().astype(dict.fromkeys(CHOICES, object))
    return table.assign(
        **{name: table[choice].map(options).astype(object) for choice, (name, options) in CHOICES.items()}
    )


@built_once
def picked_analyses(picked: Picked) -> pd.DataFrame:
    """The analyses left by the filters, with `chosen` True for the main one."""
    every = every_analysis()
    left, main = (all_of(every, choices) for choices in (picked, MAIN))
    table = every.iloc[np.flatnonzero(left)].reset_index(drop=True)
    model, main = table["adjustment"].to_numpy(), main[left]
    fullest = next((name for name in MODELS if name in model[main]), None)
    return table.assign(chosen=main & (model == fullest))


def all_of(table: pd.DataFrame, choices: Picked) -> np.ndarray:
    """Whether each analysis made one of the values of every choice."""
    kept = np.ones(len(table), bool)
    for choice, values in choices:
        kept &= np.isin(table[choice].to_numpy(), values)
    return kept


# Counts ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Counts:
    """In how many of `total` analyses an odds ratio lies above 1, and in how many its whole interval does."""

    total: int
    odds_ratios: int  # those of both ends
    lowest: int
    fourth: int
    highest: int
    both: int

    def told(self, what: str) -> str:
        """ "18 of 48" of one of the counts."""
        return count_words(getattr(self, what), self.total)


def counted(analyses: pd.DataFrame) -> Counts:
    """The counts of some analyses."""
    lowest, highest = (analyses[f"{prefix}_ci_low"] > 1 for prefix in COLUMNS.values())
    ends = (analyses[[f"{prefix}_odds_ratio" for prefix in COLUMNS.values()]] > 1).all(axis=1)
    fourth = analyses["q4_ci_low"] > 1
    return Counts(len(analyses), *(int(which.sum()) for which in (ends, lowest, fourth, highest, lowest & highest)))


FIRST: Picked = (("declared_on", (FIRST_LIST,)),)
"""The analyses that were listed before they were run: all in amounts."""
PARTS: dict[str, Picked] = {
    "weighted with fifths cut in the sample": (("weights", ("dietary", "exam")), ("cuts", ("unweighted",)), *FIRST),
    "weighted with fifths cut in the population (as in the main analysis)": (
        ("weights", ("dietary", "exam")),
        ("cuts", ("weighted",)),
        *FIRST,
    ),
    "unweighted": (("weights", ("none",)), *FIRST),
}
"""What the high end hangs on, in the first list: the weights and the cut points together."""


@built_once
def listed_words() -> str:
    """How the list came about: how many were on it before it was run, and how many were added when those had been seen."""
    first, later = (int((load_multiverse()["declared_on"] == day).sum()) for day in (FIRST_LIST, LATER_LIST))
    return (
        f"listed in a file: {number(first)} before the set was run (the main result and one unweighted variant had been seen by then), "
        f"and {number(later)}, which count intake per calorie or hold energy by a curve, after the first had been seen; the list was "
        "registered nowhere outside"
    )


def listed_plainly() -> str:
    """The same in short sentences."""
    first, later = (int((load_multiverse()["declared_on"] == day).sum()) for day in (FIRST_LIST, LATER_LIST))
    return (
        f"They were **listed in a file**. {number(first)} were listed before the set was run; the main result and one unweighted variant "
        f"had been seen by then. {number(later)} were added after the first had been seen: these count intake per calorie or hold energy by "
        "a curve. The list was registered nowhere outside."
    )


@built_once
def counts_of(picked: Picked) -> Counts:
    """The counts of a part of the list."""
    every = every_analysis()
    return counted(every[all_of(every, picked)])


@built_once
def by_scale(what: str) -> str:
    """ "192 of 192 analyses in amounts, 150 of 192 per 1,000 kcal and …": one of the counts by how intake is counted."""
    amount, density, residual = (counts_of((("scale", (scale,)),)).told(what) for scale in COUNTED_AS)
    return f"{amount} analyses in amounts, {density} per 1,000 kcal and {residual} adjusted for energy"


@built_once
def each_by_scale(what: str) -> str:
    """The same in short sentences: "In amounts: 192 of 192 analyses. Per 1,000 kcal: 150 of 192. …"."""
    amount, density, residual = (counts_of((("scale", (scale,)),)).told(what) for scale in COUNTED_AS)
    return f"In amounts: {amount} analyses. Per 1,000 kcal: {density}. Adjusted for energy: {residual}."


@built_once
def each_above(what: str) -> str:
    """The counts by weights and cut points in short sentences: "Weighted with fifths cut in the sample: 48 of 48. …"."""
    return " ".join(f"{part[0].upper()}{part[1:]}: {counts_of(picked).told(what)}." for part, picked in PARTS.items())


@built_once
def where_above(what: str) -> str:
    """ "48 of 48 analyses weighted with fifths cut in the sample, 18 of 48 …": one of the counts by weights and cut points."""
    counts = [counts_of(picked).told(what) for picked in PARTS.values()]
    first, *others = (
        f"{said} {part}" for said, part in zip([f"{counts[0]} analyses", *counts[1:]], PARTS, strict=True)
    )
    return f"{first}, {', '.join(others[:-1])} and {others[-1]}"
