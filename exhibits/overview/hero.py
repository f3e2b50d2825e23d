"""Too little and too much on one axis, with how nerves fire at each stage, and daily intakes on a scale of their own."""

from __future__ import annotations

import pandas as pd

from data.base import as_frame
from data.intakes import ReferenceIntake, adult_needs, load_upper_levels
from data.overview import load_hero_stages
from data.serum import Unit, in_unit, level_text
from data.sources import Sourced
from data.wording import Worded, Words
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.citations import short
from exhibits.layout import blank, layout, note
from exhibits.overview.intakes import anchor, as_intakes, bands, intake_row, intakes_in_words, ruler_axis
from exhibits.overview.stages import Drawn, level_span, side_by_side, stacked
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number, span
from exhibits.rows import records
from exhibits.unit_words import EXPLAINED
from exhibits.units import UnitChoices

HEIGHTS = {"wide": (360, 565), "narrow": (680, 920), "projector": (600, 600)}  # without the ruler and with it
ON_ITS_OWN = "Daily intake, mg, on a scale of its own: intake and blood level do not line up. Food has no upper limit"
ON_ITS_OWN_SHORT = "Daily intake, mg (its own scale)"


@built_once
def table(choices: UnitChoices) -> pd.DataFrame:
    """What the picture shows, for reading: stages first, then intakes."""
    needs = [row for need in adult_needs() for row in _need_rows(need)]
    return pd.DataFrame(_stage_rows(choices.unit) + needs + _limit_rows())


@built_once
def figure(choices: UnitChoices, look: Look) -> Chart:
    """The two-sided axis with the ruler of daily intakes below it."""
    stages = load_hero_stages()
    levels = short([stage.sources[0] for stage in stages])
    source = f"Blood levels: {levels}; every source is in the table"
    if look.size != "projector":
        source += f". Intakes: {short([*adult_needs()[0].sources, *load_upper_levels()['eu'].sources])}"
    return hero_axis(as_frame(stages), _adult_intakes(), look=look, source=source, unit=choices.unit)


def hero_axis(
    stages: pd.DataFrame, intakes: pd.DataFrame | None = None, *, look: Look, source: str, unit: Unit = "mmol/L"
) -> Chart:
    """Stages from severe deficiency to severe excess with a sketch of how nerves fire in each.

    `stages`: side, stage, level_low_mmol_l, level_high_mmol_l (NaN where open), signs, width, in order of level.
    `intakes` (see `intake_row`) puts the ruler below; a projector shows one idea and leaves it out, in words as well.
    """
    if look.size == "projector":
        intakes = None
    ruler = intakes is not None
    drawn = (stacked if look.size == "narrow" else side_by_side)(stages, look, ruler=ruler, unit=unit)
    if ruler:
        drawn = drawn.with_below(_ruler(intakes, look))
    margin = {"t": 0, "b": 24 if ruler else 0}
    plain = layout(*look, height=HEIGHTS[look.size][ruler], meta=_words(stages, intakes, source, unit), margin=margin)
    return Chart(data=drawn.data, layout=plain | drawn.axes | {"shapes": drawn.shapes, "annotations": drawn.notes})


def _ruler(intakes: pd.DataFrame, look: Look) -> Drawn:
    """The ruler with its own two axes, below the stages."""
    narrow, axes = look.size == "narrow", {"xref": "x2", "yref": "y5"}
    space, top = (0.1, 0.255) if narrow else (0.2, 0.3)
    shapes, notes = bands(intakes, look, **axes)
    own = {
        "xaxis2": {**ruler_axis(intakes, look), "anchor": "y5"},
        "yaxis5": blank(range=[-0.5, len(intakes) + space], domain=[0, top], anchor="x2"),
    }
    return Drawn([anchor(xaxis="x2", yaxis="y5")], shapes, [_about_the_ruler(len(intakes), look), *notes], own)


def _about_the_ruler(rows: int, look: Look) -> dict:
    color, place = PALETTE[look.mode], {"size": TYPE[look.size]["body"], "xref": "paper", "yref": "y5"}
    if look.size == "narrow":
        return note(0, rows - 0.2, ON_ITS_OWN_SHORT, color=color["ink"], bold=True, **place)
    return note(0, rows - 0.12, ON_ITS_OWN, color=color["muted"], **place)


# Words -----------------------------------------------------------------------------------------------------------------


def _words(stages: pd.DataFrame, intakes: pd.DataFrame | None, source: str, unit: Unit) -> dict[str, str]:
    ruler = "" if intakes is None else ", and daily intakes on their own scale"
    below = "" if intakes is None else f" Below, daily intakes. {intakes_in_words(intakes)}."
    return words(
        title=_finding(set(stages["side"])),
        subtitle=Worded(
            plain=f"What happens along the blood level of magnesium{ruler}. {EXPLAINED[unit]} Stages are not to scale; traces are a sketch",
            clinical=f"Stages along serum magnesium ({unit}){ruler}. Stages are not to scale; traces are a sketch",
        ),
        source=f"{source}. Sources place the borders differently; signs on the low side are not tied to exact levels.",
        alt=f"An axis in {len(stages)} stages. {_stages_in_words(stages, unit)}. "
        "Above it a sketch of a nerve's firing: dense when magnesium is low, even in balance, dying out when it is far "
        f"too high.{below}",
    )


def _finding(sides: set[str]) -> Words:
    if {"deficiency", "toxicity"} <= sides:
        return Worded(
            plain="Too little magnesium over-excites nerves; far too much silences them",
            clinical="Hypomagnesemia raises neuromuscular excitability; hypermagnesemia lowers it",
        )
    if "deficiency" in sides:
        return "Too little magnesium over-excites nerves"
    if "toxicity" in sides:
        return "Far too much magnesium silences nerves"
    return "In balance, nerves fire when they should"


def _stages_in_words(stages: pd.DataFrame, unit: Unit) -> str:
    parts = [f"{row['stage']}, {level_span(row, unit)} {unit}: {row['signs'].lower()}" for row in records(stages)]
    return ". ".join(parts)


# Intakes of adults -----------------------------------------------------------------------------------------------------


def _adult_intakes() -> pd.DataFrame:
    """The lowest and the highest adult need, and the limits for supplements."""
    eu, us = (load_upper_levels()[key] for key in ("eu", "us"))
    needs = [
        intake_row(_group(need), average_mg=need.ear_mg, goal_mg=need.rda_mg, goal_term="RDA") for need in adult_needs()
    ]
    low = {"limit_low_mg": eu.ul_mg, "limit_low_name": "EU limit"}
    high = {"limit_high_mg": us.ul_mg, "limit_high_name": "US limit"}
    return as_intakes([*needs, intake_row("From supplements", **low, **high)])


def _group(need: ReferenceIntake) -> str:
    if need.sex == "male":  # the row of men from 31 is repeated unchanged for the older ones
        return f"Men {number(need.age_from_years)} and over"
    assert need.age_below_years, "the row of women to 30 ends"
    return f"Women {span(need.age_from_years, need.age_below_years - 1)}"


# Table -----------------------------------------------------------------------------------------------------------------


def _stage_rows(unit: Unit) -> list[dict]:
    return [
        {
            "Stage or intake": stage.stage,
            "From": _in(stage.level_low_mmol_l, unit),
            "To": _in(stage.level_high_mmol_l, unit),
            "Unit": f"{unit} in blood",
            "What it means": stage.signs,
            "Where sources disagree": stage.note and in_unit(stage.note, unit),
            "Sources": short(stage.sources),
        }
        for stage in load_hero_stages()
    ]


def _in(mmol_l: float | None, unit: Unit) -> float | None:
    return None if mmol_l is None else mmol_l if unit == "mmol/L" else float(level_text(mmol_l, unit))


def _need_rows(need: ReferenceIntake) -> list[dict]:
    figures = (
        ("average need (EAR)", need.ear_mg, "Average need of the group"),
        ("goal (RDA)", need.rda_mg, "Amount to aim for, from all sources"),
    )
    return [_intake_row(f"{_group(need)}: {name}", mg, meaning, need.sources) for name, mg, meaning in figures if mg]


def _limit_rows() -> list[dict]:
    levels = (load_upper_levels()[key] for key in ("eu", "us"))
    return [
        _intake_row(f"Supplements: {level.authority}", level.ul_mg, f"Upper level: {level.applies_to}", level.sources)
        for level in levels
    ]


def _intake_row(name: str, mg: float, meaning: str, keys: tuple[str, ...]) -> dict:
    values = {"From": mg, "To": None, "Unit": "mg a day", "What it means": meaning}
    return {"Stage or intake": name, **values, "Where sources disagree": None, "Sources": short(keys)}


def sources(choices: UnitChoices) -> tuple[str, ...]:
    """Of the stages, of the adult needs and of the two limits."""
    limits = (load_upper_levels()[key] for key in ("eu", "us"))
    records: tuple[Sourced, ...] = (*load_hero_stages(), *adult_needs(), *limits)
    return tuple(dict.fromkeys(key for record in records for key in record.sources))


HERO = Exhibit(
    "hero",
    title="Too little and too much magnesium on one axis",
    page="",
    choices=UnitChoices,
    table=table,
    figure=figure,
    rests_on=("hero_stages", "reference_intakes", "upper_levels"),
    sources=sources,
    also="stages, blood level, nerves, spikes, over-excited, silenced, EAR, RDA, upper level, two-sided picture",
)
