"""Too little or too much: from the reader's choices to the comparison, the ruler, the matrix and their tables."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import show
from components.charts.serum import serum_ruler
from components.charts.signs import symptom_matrix
from components.html_tables import comparison_table, plain_table
from components.views import built_once
from data.comparison import load_comparison, load_comparison_rows
from data.intakes import load_body_content
from data.serum import (
    PER_MMOL_L,
    SerumContext,
    in_unit,
    load_serum_bands,
    load_serum_context,
    load_serum_groups,
    serum_levels,
)
from data.signs import STAGE_WORDS, SYSTEM_WORDS, load_signs_not_accepted, signs_frame
from data.sources import Source, load_sources

UNITS = {unit: unit for unit in PER_MMOL_L}
SYSTEMS = SYSTEM_WORDS
STAGES = STAGE_WORDS
SIDES = {"any": "Any", "deficiency": "Too little", "toxicity": "Too much", "both": "Both sides"}
LINKED = {"Link": st.column_config.LinkColumn(display_text="Open")}
LEGEND = (
    "●●● well established, ●●○ fairly sure, ●○○ uncertain: our own reading of the sources, not a GRADE rating. “The article” is a "
    "popular one on magnesium and nerves whose table of five rows is checked here: ✓ right, ± needs a caveat, ✕ misleading. "
    "Where no year stands beside a source, the page read states none."
)
LADDER = (
    "Our own synthesis of the levels above, not a diagnostic scale. Speed of rise, calcium, potassium, acidity and kidney function "
    "shift the levels at which signs appear."
)
SAME_WORD = (
    "◆ **Same word, opposite mechanism.** Muscle weakness comes from irritable nerves when magnesium is low, and from blocked "
    "transmission when it is high; an abnormal heart rhythm is fast and irregular on the low side, slow on the high side. "
    "A sign alone tells neither the side nor that magnesium is behind it."
)


TABS = ("Side by side", "Blood levels", "Signs", "How common")


def row_names() -> dict[str, str]:
    """The rows of the comparison that can be picked."""
    return {key: row.short for key, row in load_comparison_rows().items()}


def group_names() -> dict[str, str]:
    """The blocks of the ruler that can be picked, from low to high."""
    return {key: group.name for key, group in load_serum_groups().items()}


def parameters() -> dict[str, list[str]]:
    """Every parameter of the address, with the values it may have."""
    names = {
        "unit": UNITS,
        "rows": row_names(),
        "levels": group_names(),
        "side": SIDES,
        "system": SYSTEMS,
        "stage": STAGES,
    }
    return {key: list(options.values()) for key, options in names.items()}


@built_once
def comparison(rows: tuple[str, ...], unit: str) -> str:
    """The comparison as HTML; no rows picked means all."""
    picked = {key: row for key, row in load_comparison_rows().items() if not rows or key in rows}
    return comparison_table(picked, load_comparison(), load_sources(), unit=unit)


@built_once
def comparison_csv(unit: str) -> pd.DataFrame:
    """The whole comparison as a table for download."""
    rows = load_comparison_rows()
    return pd.DataFrame(
        {
            "Row": rows[cell.row].name,
            "Side": SIDES[cell.side],
            "What is known": in_unit(cell.statement, unit),
            "Certainty": cell.certainty.replace("_", " "),
            "Why": cell.because,
            "The article's cell": cell.article.verdict.replace("_", " ") if cell.article else None,
            "What it gets right": cell.article.right if cell.article else None,
            "Caveat": cell.article.caveat if cell.article else None,
            "Footnote": cell.footnote,
            "Sources": _names(cell.sources),
        }
        for cell in load_comparison().values()
    )


@built_once
def ruler(groups: tuple[str, ...], unit: str, mode: str, size: str) -> go.Figure:
    """The serum ruler with the blocks picked; none picked means all."""
    return serum_ruler(_levels(groups), unit=unit, mode=mode, size=size)


@built_once
def ruler_table(groups: tuple[str, ...], unit: str) -> pd.DataFrame:
    """The same levels for the reader: in the unit picked, and as printed."""
    levels = _levels(groups)
    return pd.DataFrame(
        {
            "Block": levels["group_name"],
            "Source": levels["by"],
            "Described as": levels["described_as"],
            f"From ({unit})": (levels["low_mmol_l"] * PER_MMOL_L[unit]).round(2),
            f"To ({unit})": (levels["high_mmol_l"] * PER_MMOL_L[unit]).round(2),
            "As printed": levels["printed"],
            "Doubt": levels["doubtful"],
            "Note": levels["note"],
            "Link": levels["link"],
        }
    )


@built_once
def ladder(unit: str) -> str:
    """The teaching ladder of high magnesium as HTML, level and signs in words."""
    bands = load_serum_bands()
    levels = [
        in_unit(f"{band.low_mmol_l:g}–{band.high_mmol_l:g} mmol/L", unit)
        if band.high_mmol_l
        else f"{in_unit(f'{band.low_mmol_l:g} mmol/L', unit)} and more"
        for band in bands
    ]
    table = pd.DataFrame(
        {
            "Band": [band.name for band in bands],
            "Level": levels,
            "What is described": [in_unit("; ".join(band.signs), unit) for band in bands],
            "Sources": [_sources(band.sources) for band in bands],
        }
    )
    return plain_table(table, name="Teaching ladder of high magnesium")


@built_once
def matrix(side: str, systems: tuple[str, ...], stages: tuple[str, ...], mode: str, size: str) -> go.Figure | None:
    """The symptom matrix with the signs picked, or None where no sign is left."""
    signs = _signs(side, systems, stages)
    return None if signs.empty else symptom_matrix(signs, mode=mode, size=size)


@built_once
def matrix_table(side: str, systems: tuple[str, ...], stages: tuple[str, ...]) -> pd.DataFrame:
    """The same signs for the reader."""
    signs = _signs(side, systems, stages)
    said = {
        name: [", ".join(STAGES[stage] for stage in of) for of in signs[name]] for name in ("deficiency", "toxicity")
    }
    return pd.DataFrame(
        {
            "Sign": signs["name"],
            "Part of the body": signs["system"].map(SYSTEMS),
            "Too little": [text or None for text in said["deficiency"]],
            "Too much": [text or None for text in said["toxicity"]],
            "In the sources' words": signs["stage_words"],
            "Note": signs["note"],
            "Link": signs["link"],
        }
    )


@built_once
def counts(kind: str, unit: str, *, name: str) -> str:
    """How common a low or a high level is, as HTML: one row a published figure; `name` is for screen readers."""
    records = _context(kind)
    table = pd.DataFrame(
        {
            "In whom": [
                f"{record.population}. {record.note}" if record.note else record.population for record in records
            ],
            "Counted": [
                in_unit(record.cut_off, unit) if record.cut_off else "cut-off not stated" for record in records
            ],
            "Share": [_figure(record) for record in records],
            "Source": [_sources(record.sources) for record in records],
        }
    )
    return plain_table(table, name=name)


@built_once
def outcomes(unit: str) -> str:
    """What goes with low and high levels, as HTML."""
    records = _context("outcome")
    table = pd.DataFrame(
        {
            "What": [record.statement for record in records],
            "In whom": [record.population for record in records],
            "Level": [in_unit(record.cut_off, unit) if record.cut_off else "high" for record in records],
            "Figure": [_figure(record) for record in records],
            "What to be careful with": [record.note for record in records],
            "Source": [_sources(record.sources) for record in records],
        }
    )
    return plain_table(table, name="What goes with low and high blood magnesium")


@built_once
def sentences(kind: str, unit: str) -> str:
    """Sentences on where levels come from or disagree, a markdown list with the sources of each."""
    found = _context(kind)
    return "\n".join(f"- {in_unit(record.statement, unit)} ({show.cite(record.sources)})" for record in found)


@built_once
def body_content() -> str:
    """Where the magnesium in the body is, a markdown list with the sources of each."""
    return "\n".join(f"- {fact.statement} ({show.cite(fact.sources)})" for fact in load_body_content())


def emergency() -> str:
    """The signs of either side that need urgent care, with their sources."""
    low, high = (load_comparison()["emergency", side] for side in ("deficiency", "toxicity"))
    return (
        f"**When it is an emergency: seek care at once.** ▼ Severe deficiency: {low.in_short}. ▲ Severe excess: {high.in_short}. "
        "Other causes are possible and need care as well."
    )


@built_once
def cut_off_sentence(unit: str) -> str:
    """One sample of inpatients under three limits, in words."""
    records = _context("cut_off")
    shares = [f"**{record.value_low:g}%** {in_unit(record.cut_off, unit)}" for record in records]
    said = f"{', '.join(shares[:-1])} and {shares[-1]}"
    return (
        f"Move the line, and the count moves: of {records[0].population}, {said} were called low. So a figure says little "
        f"without its cut-off. ({show.cite(records[0].sources)})"
    )


def not_found() -> str:
    """What is said of magnesium, or would be good to know, and was not found; a markdown list."""
    signs = [f"- **{sign.name} as a sign of low magnesium.** {sign.note}" for sign in load_signs_not_accepted()]
    onset = "- **How fast either side comes on.** No study that timed it was found, beyond one medicine and one experiment in two men."
    damage = "- **Lasting nerve damage from low magnesium in people.** Not established; survey data show an association at most."
    return "\n".join([*signs, onset, damage])


def nothing_found(side: str, systems: tuple[str, ...], stages: tuple[str, ...]) -> str:
    """What is said when no sign is left, with a hint."""
    asked = [SIDES[side].lower()] if side != "any" else []
    asked += [SYSTEMS[system].lower() for system in systems] + [STAGES[stage].lower() for stage in stages]
    return f"No sign matches {', '.join(asked)}. Take one of these filters away to see more."


def _levels(groups: tuple[str, ...]) -> pd.DataFrame:
    levels = serum_levels()
    return levels[levels["group"].isin(groups)] if groups else levels


def _signs(side: str, systems: tuple[str, ...], stages: tuple[str, ...]) -> pd.DataFrame:
    """Signs of the side, in the systems, described at one of the stages on the side asked for."""
    signs = signs_frame()
    asked = ["deficiency", "toxicity"] if side in ("any", "both") else [side]
    keep = [
        (side != "both" or sign["side"] == "both")
        and any(sign[of] and (not stages or set(sign[of]) & set(stages)) for of in asked)
        and (not systems or sign["system"] in systems)
        for sign in signs.to_dict("records")
    ]
    return signs[keep]


def _context(kind: str) -> list[SerumContext]:
    return [record for record in load_serum_context() if record.kind == kind]


def _sources(keys: tuple[str, ...]) -> tuple[Source, ...]:
    return tuple(load_sources()[key] for key in keys)


def _figure(record: SerumContext) -> str:
    number = f"{record.value_low:g}" + (f"–{record.value_high:g}" if record.value_high else "")
    if record.ci_low:
        return f"{record.measure} {number} (95% CI {record.ci_low:g}–{record.ci_high:g})"
    return number + record.measure.replace("percent", "%")


def _names(keys: tuple[str, ...]) -> str:
    return "; ".join(source.short for source in _sources(keys))
