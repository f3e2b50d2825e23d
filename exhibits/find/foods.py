"""Foods, and how much magnesium a day is meant for whom."""

from __future__ import annotations

from collections.abc import Iterator

from data.foods import OTHER_NAMES, food_frame
from data.intakes import (
    AGE_BANDS,
    DEFAULT_AGE,
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
from exhibits.captions import number
from exhibits.find.entry import Entry, asked

COLUMNS = ["name", "usda_description", "group", "serving", "magnesium_mg_per_serving"]
SEXES_DIFFER_YEARS = 9
TARGET_WORDS = "RDA AI EAR recommended requirement need daily amount"


def foods() -> Iterator[Entry]:
    """Our list of foods."""
    for name, usda, group, serving, mg in food_frame()[COLUMNS].itertuples(index=False):
        about = f"{group}, {number(mg)} mg in a serving ({serving})" if mg == mg else f"{group}, not measured"
        yield Entry(
            "food",
            name,
            about,
            page="foods",
            query=(("q", asked(name)),),
            also=_other_names(f"{name} {usda}"),
            said=f"{usda} {group}",
        )


def _other_names(name: str) -> tuple[str, ...]:
    """What readers elsewhere call it: "aubergine" of an eggplant."""
    named = {form for word in words(name) for form in forms(word)}
    return tuple(other for other, ours in OTHER_NAMES.items() if named.issuperset(ours.split()))


def targets() -> Iterator[Entry]:
    """The reference intake of every life stage, found by each of its ages in years too."""
    for sex, band, status in _life_stages():
        stage = LifeStage(sex, band.from_years, status)
        us = target_for(*stage).us
        query = {
            "sex": SEXES_OF_ALL_AGES[sex] if sex != DEFAULT_SEX else "",
            "age": band.label if band.key != DEFAULT_AGE else "",
            "status": STATUSES[status] if status != "neither" else "",
        }
        ages = " ".join(map(str, range(int(band.from_years), int(band.below_years))))
        yield Entry(
            "target",
            stage.label,
            f"{us.aim_term} {number(us.aim_mg)} mg a day",
            page="",
            query=tuple((name, value) for name, value in query.items() if value),
            said=f"{TARGET_WORDS} {sex} {ages} {'pregnancy lactation' if status != 'neither' else ''}",
        )


def _life_stages() -> Iterator[tuple[Sex, AgeBand, Status]]:
    """Sex, age and status of every stage; those of children are the same for girls and boys."""
    for band in AGE_BANDS.values():
        for sex in SEXES_OF_ALL_AGES if band.from_years >= SEXES_DIFFER_YEARS else (DEFAULT_SEX,):
            for status in STATUSES:
                if status == "neither" or (sex == "female" and band.may_be_pregnant):
                    yield sex, band, status
