"""How much magnesium a reader should aim for: the goals of the US and the EU, and the limits for supplements."""

from __future__ import annotations

import pandas as pd

from data.intakes import (
    IntakeTerm,
    LifeStage,
    Target,
    load_intake_terms,
    target_for,
)
from data.wording import Worded, Words
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.citations import cite, short
from exhibits.layout import blank, layout
from exhibits.life_stage import AnyAgeChoices
from exhibits.overview.intakes import anchor, as_intakes, bands, intake_row, intakes_in_words, ruler_axis
from exhibits.rounding import number


def table(choices: AnyAgeChoices) -> pd.DataFrame:
    """The reader's figures, US beside EU, with the sources of each."""
    return _table(choices.stage)


@built_once
def _table(stage: LifeStage) -> pd.DataFrame:
    target = target_for(*stage)
    us, eu, ul_eu = target.us, target.eu, target.ul_eu
    aims = f"Amount to aim for (US {us.aim_term}, EU AI)"
    limits = (us.sources if target.ul_us_mg else ()) + (ul_eu.sources if ul_eu else ())
    rows = [
        ("Average need (EAR)", us.ear_mg, None, us.sources),
        (aims, us.aim_mg, eu and eu.ai_mg, us.sources + (eu.sources if eu else ())),
        ("Upper level, supplements only (UL)", target.ul_us_mg, ul_eu and ul_eu.ul_mg, limits),
    ]
    return pd.DataFrame(
        [
            {"Figure": name, "US and Canada, mg/day": one, "European Union, mg/day": other, "Sources": short(keys)}
            for name, one, other, keys in rows
        ]
    )


def figure(choices: AnyAgeChoices, look: Look) -> Chart:
    """The reader's goals in the US and the EU, and the limits for supplements, on one scale."""
    return _figure(choices.stage, look)


@built_once
def _figure(stage: LifeStage, look: Look) -> Chart:
    target = target_for(*stage)
    title, source = finding(stage, target), short(sources_of(target))
    return intake_ruler(target_intakes(target), look=look, title=title, source=source)


def intake_ruler(intakes: pd.DataFrame, *, look: Look, title: Words, source: str) -> Chart:
    """Daily intakes as bands, one row each (see `intake_row`); only a row of supplements has an upper limit."""
    meta = words(
        title=title,
        subtitle=Worded(
            plain="Magnesium in mg (milligrams, thousandths of a gram) a day. Goals count all sources, the limit counts supplements and "
            "medicines alone",
            clinical="Magnesium in mg a day. EAR, RDA and AI count all sources, the UL counts supplements and medicines alone",
        ),
        source=source,
        alt=f"Bands of daily intake, one row each. {intakes_in_words(intakes)}.",
    )
    shapes, notes = bands(intakes, look, xref="x", yref="y")
    row_px = {"wide": 46, "narrow": 58, "projector": 92}[look.size]
    plain = layout(*look, height=row_px * len(intakes) + 40, meta=meta, margin={"t": 0, "b": 26})
    plain |= {
        "xaxis": ruler_axis(intakes, look),
        "yaxis": blank(range=[-0.5, len(intakes) - (0.2 if look.size == "narrow" else 0.5)]),
        "shapes": shapes,
        "annotations": notes,
    }
    return Chart(data=[anchor()], layout=plain)


def target_intakes(target: Target) -> pd.DataFrame:
    """The rows of the ruler for one target."""
    us, eu = target.us, target.eu
    in_us = {"average_mg": us.ear_mg, "goal_mg": us.aim_mg, "goal_term": us.aim_term}
    in_eu = {"goal_mg": eu and eu.ai_mg, "goal_term": "AI", "nothing": target.eu_missing}
    limits = {"nothing": "none can be set for infants", **_limits(target)}
    return as_intakes(
        [intake_row("US goal", **in_us), intake_row("EU goal", **in_eu), intake_row("From supplements", **limits)]
    )


def _limits(target: Target) -> dict[str, object]:
    """The limits by size, whoever sets them; a lone one is the high one."""
    set_by = ((target.ul_us_mg, "US limit"), (target.ul_eu and target.ul_eu.ul_mg, "EU limit"))
    by_size = sorted((mg, name) for mg, name in set_by if mg)
    ends = zip(("high", "low"), reversed(by_size), strict=False)
    return {
        key: value for end, (mg, name) in ends for key, value in ((f"limit_{end}_mg", mg), (f"limit_{end}_name", name))
    }


# Words -----------------------------------------------------------------------------------------------------------------


def finding(stage: LifeStage, target: Target) -> Worded:
    """The target in one sentence: "Women, 31 to 50: aim for 320 mg a day in the US, 300 mg in the EU"."""
    goals = [(whose, row) for whose, row in (("US", target.us), ("EU", target.eu)) if row]
    (whose, row), *other = reversed(goals) if target.aim is target.eu else goals
    plain = f"{stage.label}: aim for {number(row.aim_mg)} mg a day in the {whose}"
    clinical = f"{stage.label}: {row.aim_term} {number(row.aim_mg)} mg a day ({whose})"
    if not other:
        return Worded(f"{plain}; the EU sets no value", f"{clinical}; no EU value")
    ((others, second),) = other
    return Worded(
        f"{plain}, {number(second.aim_mg)} mg in the {others}",
        f"{clinical}, {second.aim_term} {number(second.aim_mg)} mg ({others})",
    )


def target_figures(stage: LifeStage, *, by_authority: bool) -> list[tuple[str, str]]:
    """Label and value of the six figures: all of the US first, or (`by_authority=False`) US and EU in turn."""
    target = target_for(*stage)
    us, eu, ul_eu = target.us, target.eu, target.ul_eu
    in_us: list[tuple[str, float | None]] = [
        ("US: average need (EAR)", us.ear_mg),
        (f"US: aim for ({us.aim_term})", us.aim_mg),
        ("US: supplement limit", target.ul_us_mg),
    ]
    in_eu: list[tuple[str, float | None]] = [
        ("EU: average need", None),
        ("EU: aim for (AI)", eu.ai_mg if eu else None),
        ("EU: supplement limit", ul_eu.ul_mg if ul_eu else None),
    ]
    figures = in_us + in_eu if by_authority else [figure for pair in zip(in_us, in_eu, strict=True) for figure in pair]
    return [(label, f"{number(mg)} mg" if mg else "not set") for label, mg in figures]


def explanations(stage: LifeStage) -> list[IntakeTerm]:
    """Why the figures of this life stage are as they are, in reading order."""
    target = target_for(*stage)
    infant, below_goal = target.us.aim_term == "AI", (target.ul_us_mg or target.us.aim_mg) < target.us.aim_mg
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


def reasons(stage: LifeStage) -> str:
    """The same as a markdown list, with the sources of each."""
    return "\n".join(
        f"- **{term.name}.** {term.statement} {term.note or ''} ({cite(term.sources)})" for term in explanations(stage)
    )


# Sources ---------------------------------------------------------------------------------------------------------------


def sources(choices: AnyAgeChoices) -> tuple[str, ...]:
    """The keys of every source behind the target."""
    return sources_of(target_for(*choices.stage))


def sources_of(target: Target) -> tuple[str, ...]:
    """The keys of every source behind a target, once."""
    records = (target.us, target.eu, target.ul_eu)
    return tuple(dict.fromkeys(key for record in records if record for key in record.sources))


TARGET = Exhibit(
    "target",
    title="How much magnesium to aim for at your age",
    page="",
    choices=AnyAgeChoices,
    table=table,
    figure=figure,
    rests_on=("reference_intakes", "upper_levels"),
    sources=sources,
    also="RDA, EAR, AI, UL, reference intake, daily need, children, pregnancy, breastfeeding, upper limit, IOM, EFSA",
)
