"""In how many analyses an odds ratio, or its whole interval, lies above 1: by weights and cut points, by each other choice."""

from __future__ import annotations

from functools import partial

import pandas as pd

from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import NoChoices
from exhibits.html_tables import plain_table
from exhibits.survey.analyses import (
    CHOICES,
    FIRST,
    PARTS,
    SOURCE,
    SOURCES,
    Counts,
    Picked,
    counts_of,
    every_analysis,
    listed_words,
)

COUNTED = {
    "odds_ratios": "Odds ratios of both ends above 1",
    "lowest": "Interval of the lowest fifth above 1",
    "fourth": "Interval of the fourth fifth above 1",
    "highest": "Interval of the highest fifth above 1",
    "both": "Intervals of both ends above 1",
}
BY_WEIGHTS = "Counts by how intake is counted, weights and cut points"
BY_CHOICE = "Counts by each other choice"


def table(name: str, choices: NoChoices) -> pd.DataFrame:
    """The counts under one of the two names, and of how many analyses."""
    rows = [
        {"Analyses": _named(part), "All such analyses": counts.total}
        | {said: getattr(counts, what) for what, said in COUNTED.items()}
        for part, counts in _counts(name).items()
    ]
    return pd.DataFrame(rows)


@built_once
def _shown(name: str) -> pd.DataFrame:
    rows = [
        {"Analyses": _named(part)} | {said: counts.told(what) for what, said in COUNTED.items()}
        for part, counts in _counts(name).items()
    ]
    return pd.DataFrame(rows)


def _named(part: str) -> str:
    return part[0].upper() + part[1:]


def weights_and_cuts() -> dict[str, Picked]:
    """All analyses, by how intake is counted, and those listed first by the two choices that their high end hangs on."""
    scales: dict[str, Picked] = {
        f"counted: {said.lower()}": (("scale", (key,)),) for key, said in CHOICES["scale"][1].items()
    }
    return {"all": (), **scales, "listed first, all in amounts": FIRST} | {
        f"of these {part}": of for part, of in PARTS.items()
    }


def each_other_choice() -> dict[str, Picked]:
    """By each of the other choices."""
    return {
        f"{name}: {said[0].lower()}{said[1:]}": ((choice, (option,)),)
        for choice, (name, options) in CHOICES.items()
        if choice not in ("weights", "cuts", "scale")
        for option, said in options.items()
    }


@built_once
def _counts(name: str) -> dict[str, Counts]:
    parts = weights_and_cuts() if name == BY_WEIGHTS else each_other_choice()
    return {part: counts_of(picked) for part, picked in parts.items()}


def figure(name: str, choices: NoChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure(name)


@built_once
def _figure(name: str) -> Markup:
    source = f"{SOURCE}. All {len(every_analysis())} analyses were {listed_words()}"
    parts = ", ".join(_shown(name)["Analyses"])
    return Markup.of(plain_table(_shown(name), name=name), title=name, source=source, alt=f"Table by row: {parts}.")


ANALYSES_BY_WEIGHTS = Exhibit(
    "analyses-by-weights",
    title="Counts of analyses by how intake is counted, weights and cut points",
    page="intake-nerves",
    tab="Every analysis",
    table=partial(table, BY_WEIGHTS),
    figure=partial(figure, BY_WEIGHTS),
    rests_on=("multiverse",),
    sources=SOURCES,
    also="multiverse, what the high end hangs on, survey weights, robustness, neuropathy",
)
ANALYSES_BY_CHOICE = Exhibit(
    "analyses-by-choice",
    title="Counts of analyses by each other choice",
    page="intake-nerves",
    tab="Every analysis",
    table=partial(table, BY_CHOICE),
    figure=partial(figure, BY_CHOICE),
    rests_on=("multiverse",),
    sources=SOURCES,
    also="multiverse, case rule, adjustment, energy, diabetes, robustness, neuropathy",
)
