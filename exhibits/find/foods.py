"""Foods, and how much magnesium a day is meant for whom."""

from __future__ import annotations

from collections.abc import Iterator

from data.food_search import OTHER_NAMES
from data.foods import food_frame
from data.intakes import (
    AGE_BANDS,
    DEFAULT_SEX,
    SEXES_OF_ALL_AGES,
    STATUSES,
    AgeBand,
    LifeStage,
    Sex,
    Status,
    target_for,
)
from data.search import forms, words
from exhibits.find.entry import Entry
from exhibits.find.pages import asked, view_of
from exhibits.rounding import number

COLUMNS = ["name", "usda_description", "group", "serving", "magnesium_mg_per_serving"]
TARGET_WORDS = "RDA AI EAR recommended requirement need daily amount"
SEXES_DIFFER_YEARS = 9


def foods() -> Iterator[Entry]:
    """Our list of foods."""
    for name, usda, group, serving, mg in food_frame()[COLUMNS].itertuples(index=False):
        about = f"{group}, {number(mg)} mg in a serving ({serving})" if mg == mg else f"{group}, not measured"
        view = view_of("food-bars", q=asked(name))
        yield Entry("food", name, about, view, _other_names(f"{name} {usda}"), f"{usda} {group}")


def _other_names(name: str) -> tuple[str, ...]:
    """What readers elsewhere call it: "garbanzo" of a chickpea."""
    named = {form for word in words(name) for form in forms(word)}
    return tuple(other for other, ours in OTHER_NAMES.items() if named.issuperset(ours.split()))


def targets() -> Iterator[Entry]:
    """The reference intake of every life stage, found by each of its ages in years too."""
    for sex, band, status in _life_stages():
        stage = LifeStage(sex, band.from_years, status)
        us = target_for(*stage).us
        ages = " ".join(map(str, range(int(band.from_years), int(band.below_years))))
        more = "pregnancy lactation" if status != "neither" else ""
        yield Entry(
            "target",
            stage.label,
            f"{us.aim_term} {number(us.aim_mg)} mg a day",
            view_of("target", sex=sex, age=band.key, status=status),
            said=f"{TARGET_WORDS} {sex} {ages} {more}",
        )


def _life_stages() -> Iterator[tuple[Sex, AgeBand, Status]]:
    """Sex, age and status of every stage; those of children are the same for girls and boys."""
    for band in AGE_BANDS.values():
        for sex in SEXES_OF_ALL_AGES if band.from_years >= SEXES_DIFFER_YEARS else (DEFAULT_SEX,):
            for status in STATUSES:
                if status == "neither" or (sex == "female" and band.may_be_pregnant):
                    yield sex, band, status
