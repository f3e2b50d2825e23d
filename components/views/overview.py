"""The Overview: the two-sided picture and the reader's target, as finished figures and tables."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components.captions import number, span
from components.charts.hero import hero_axis, intake_ruler
from components.views import built_once
from data.base import as_frame
from data.intakes import (
    IntakeTerm,
    LifeStage,
    ReferenceIntake,
    Target,
    adult_needs,
    load_intake_terms,
    load_upper_levels,
    target_for,
)
from data.overview import load_hero_stages
from data.sources import load_sources


@built_once
def hero(mode: str, size: str) -> go.Figure:
    """The two-sided axis with the ruler of daily intakes below it."""
    stages = load_hero_stages()
    levels = short([stage.sources[0] for stage in stages])
    intakes = short([*adult_needs()[0].sources, *load_upper_levels()["eu"].sources])
    source = f"Blood levels: {levels}; every source is in the table. Intakes: {intakes}"
    return hero_axis(as_frame(stages), _adult_rows(), mode=mode, size=size, source=source)


@built_once
def hero_table() -> pd.DataFrame:
    """What the picture shows, for reading: stages first, then intakes."""
    stages = [
        {
            "Stage or intake": stage.stage,
            "From": _shown(stage.level_low_mmol_l),
            "To": _shown(stage.level_high_mmol_l),
            "Unit": "mmol/L in blood",
            "What it means": stage.signs,
            "Where sources disagree": stage.note,
            "Sources": short(stage.sources),
        }
        for stage in load_hero_stages()
    ]
    return pd.DataFrame(stages + [row for need in adult_needs() for row in _need_rows(need)] + _limit_rows())


@built_once
def target_ruler(stage: LifeStage, mode: str, size: str) -> go.Figure:
    """The reader's goals in the US and the EU, and the limit for supplements, on one scale."""
    target = target_for(*stage)
    return intake_ruler(
        target_rows(target),
        mode=mode,
        size=size,
        title=target_finding(stage, target),
        source=short(target_sources(target)),
    )


@built_once
def target_table(stage: LifeStage) -> pd.DataFrame:
    """The reader's figures, US beside EU, with the sources of each."""
    target = target_for(*stage)
    us, eu = target.us, target.eu
    ul_sources = ([us.sources] if target.ul_us_mg else []) + ([target.ul_eu.sources] if target.ul_eu else [])
    rows = [
        ("Average need (EAR)", us.ear_mg, None, us.sources),
        (
            f"Amount to aim for (US {us.aim_term}, EU AI)",
            us.aim_mg,
            eu and eu.ai_mg,
            us.sources + (eu.sources if eu else ()),
        ),
        (
            "Upper level, supplements only (UL)",
            target.ul_us_mg,
            target.ul_eu and target.ul_eu.ul_mg,
            sum(ul_sources, ()),
        ),
    ]
    return pd.DataFrame(
        [
            {"Figure": name, "US and Canada, mg/day": one, "European Union, mg/day": other, "Sources": short(keys)}
            for name, one, other, keys in rows
        ]
    )


def target_figures(stage: LifeStage, *, by_authority: bool) -> list[tuple[str, str]]:
    """Label and value of the six figures: all of the US first, or (`by_authority=False`) US and EU in turn."""
    target = target_for(*stage)
    us, eu = target.us, target.eu
    in_us = [
        ("US: average need (EAR)", us.ear_mg),
        (f"US: aim for ({us.aim_term})", us.aim_mg),
        ("US: supplement limit", target.ul_us_mg),
    ]
    in_eu = [
        ("EU: average need", None),
        ("EU: aim for (AI)", eu and eu.ai_mg),
        ("EU: supplement limit", target.ul_eu and target.ul_eu.ul_mg),
    ]
    figures = in_us + in_eu if by_authority else [figure for pair in zip(in_us, in_eu, strict=True) for figure in pair]
    return [(label, f"{number(mg)} mg" if mg else "not set") for label, mg in figures]


def explanations(stage: LifeStage) -> list[IntakeTerm]:
    """Why the figures of this life stage are as they are, in reading order."""
    target = target_for(*stage)
    infant, below_goal = target.us.aim_term == "AI", (target.ul_us_mg or target.aim_mg) < target.aim_mg
    wanted = {
        "rda": not infant,
        "us-infants": infant,
        "eu-method": True,
        "eu-pregnancy": stage.status != "neither",
        "ul": True,
        "ul-below-rda": below_goal,
        "us-ul-basis": not infant,
        "us-ul-infants": infant,
        "eu-ul-basis": target.ul_eu is not None,
        "eu-ul-age": target.ul_eu is None,
    }
    return [load_intake_terms()[key] for key, said in wanted.items() if said]


def target_rows(target: Target) -> pd.DataFrame:
    """The rows of `intake_ruler` for one target."""
    us, eu = target.us, target.eu
    limits = sorted((mg, name) for mg, name in _limits(target) if mg)
    ends = {"low": limits[0] if len(limits) == 2 else (None, ""), "high": limits[-1] if limits else (None, "")}
    rows = [
        _row("US goal", average_mg=us.ear_mg, goal_mg=us.aim_mg, goal_term=us.aim_term),
        _row("EU goal", goal_mg=eu and eu.ai_mg, goal_term="AI", nothing=target.eu_missing),
        _row(
            "From supplements",
            nothing="none can be set for infants",
            **{
                f"limit_{end}_{part}": value
                for end, pair in ends.items()
                for part, value in zip(("mg", "name"), pair, strict=True)
            },
        ),
    ]
    return _numbers(rows)


def target_finding(stage: LifeStage, target: Target) -> str:
    """The target in one sentence: "Women, 31 to 50: aim for 320 mg a day in the US, 300 mg in the EU"."""
    goal = f"{stage.label}: aim for {number(target.us.aim_mg)} mg a day in the US"
    return f"{goal}, {number(target.eu.ai_mg)} mg in the EU" if target.eu else f"{goal}; the EU sets no value"


def target_sources(target: Target) -> tuple[str, ...]:
    """Every source behind a target, once."""
    keys = [
        *target.us.sources,
        *(target.eu.sources if target.eu else ()),
        *(target.ul_eu.sources if target.ul_eu else ()),
    ]
    return tuple(dict.fromkeys(keys))


def short(keys) -> str:
    """The sources by name, year and kind, each once: "US IOM 2006, authority's report; NHS Lothian, guideline"."""
    return "; ".join(dict.fromkeys(load_sources()[key].short for key in keys))


def _limits(target: Target) -> list[tuple[float | None, str]]:
    return [(target.ul_us_mg, "US limit"), (target.ul_eu and target.ul_eu.ul_mg, "EU limit")]


def _adult_rows() -> pd.DataFrame:
    """The lowest and the highest adult need, and the limits for supplements."""
    low, high = adult_needs()
    levels = load_upper_levels()
    rows = [_row(_group(need), average_mg=need.ear_mg, goal_mg=need.rda_mg, goal_term="RDA") for need in (low, high)]
    eu, us = levels["eu"], levels["us"]
    limit = {
        "limit_low_mg": eu.ul_mg,
        "limit_low_name": "EU limit",
        "limit_high_mg": us.ul_mg,
        "limit_high_name": "US limit",
    }
    return _numbers([*rows, _row("From supplements", **limit)])


def _row(group: str, **values) -> dict:
    empty = {"average_mg": None, "goal_mg": None, "goal_term": "", "nothing": ""}
    empty |= {"limit_low_mg": None, "limit_low_name": "", "limit_high_mg": None, "limit_high_name": ""}
    return {"group": group, **empty, **values}


def _numbers(rows: list[dict]) -> pd.DataFrame:
    frame = pd.DataFrame(rows)
    amounts = [name for name in frame.columns if name.endswith("_mg")]
    return frame.astype(dict.fromkeys(amounts, "float64"))


def _group(need: ReferenceIntake) -> str:
    who = {"female": "Women", "male": "Men"}[need.sex]
    last = need.age_below_years and need.age_below_years - 1
    # the row of men from 31 is repeated unchanged for the older ones
    return (
        f"{who} {span(need.age_from_years, last)}"
        if need.sex == "female"
        else f"{who} {number(need.age_from_years)} and over"
    )


def _need_rows(need: ReferenceIntake) -> list[dict]:
    return [
        _table_row(f"{_group(need)}: {name}", mg, meaning, need.sources)
        for name, mg, meaning in (
            ("average need (EAR)", need.ear_mg, "Average need of the group"),
            ("goal (RDA)", need.rda_mg, "Amount to aim for, from all sources"),
        )
    ]


def _limit_rows() -> list[dict]:
    levels = (load_upper_levels()[key] for key in ("eu", "us"))
    return [
        _table_row(f"Supplements: {level.authority}", level.ul_mg, f"Upper level: {level.applies_to}", level.sources)
        for level in levels
    ]


def _table_row(name: str, mg: float, meaning: str, sources: tuple[str, ...]) -> dict:
    values = {"From": number(mg), "To": None, "Unit": "mg a day", "What it means": meaning}
    return {"Stage or intake": name, **values, "Where sources disagree": None, "Sources": short(sources)}


def _shown(level: float | None) -> str | None:
    return None if level is None else f"{level:.2f}"
