"""Which sign at which blood level, by source; the tinted band is where sources disagree."""

from __future__ import annotations

import math

import pandas as pd

from data.intakes import load_body_content
from data.serum import PER_MMOL_L, Unit, load_serum_groups, load_serum_levels, serum_levels, span_text
from data.wording import Worded
from exhibits.balance.levels import Block, blocks_of, finding
from exhibits.balance.marks import LEFT, RIGHT, Marks, shades
from exhibits.balance.units import UnitChoices
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import some_of
from exhibits.citations import cite
from exhibits.layout import axis, blank, layout, texts
from exhibits.palette import PALETTE, SIDE_SHAPE, TYPE
from exhibits.unit_words import EXPLAINED

TICKS = {
    "mmol/L": [0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 12],
    "mg/dL": [1, 1.5, 2, 3, 5, 7, 12, 18, 30],
    "mEq/L": [1, 1.5, 2, 3, 4, 6, 10, 15, 24],
}
TALL = 4  # more blocks are read from below as well
NAMES = {"wide": 0.19, "narrow": 0.37, "projector": 0.24}  # the share of the width that names take


def _groups() -> dict[str, str]:
    return {key: group.name for key, group in load_serum_groups().items()}


class RulerChoices(UnitChoices):
    """Which blocks, none picked meaning all, and in which unit: `?levels=Coma+or+heart+block`."""

    levels: tuple[str, ...] = some_of("Show", _groups)


def table(choices: RulerChoices) -> pd.DataFrame:
    """The levels shown, in the unit picked and as printed."""
    return _table(choices.levels, choices.unit)


@built_once
def _table(groups: tuple[str, ...], unit: Unit) -> pd.DataFrame:
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


def figure(choices: RulerChoices, look: Look) -> Chart:
    """One block a sign, one bar a source."""
    return _figure(choices.levels, choices.unit, look)


@built_once
def _figure(groups: tuple[str, ...], unit: Unit, look: Look) -> Chart:
    return serum_ruler(_levels(groups), unit=unit, look=look)


def _levels(groups: tuple[str, ...]) -> pd.DataFrame:
    levels = serum_levels()
    return levels[levels["group"].isin(groups)] if groups else levels


def serum_ruler(levels: pd.DataFrame, *, unit: Unit, look: Look) -> Chart:
    """The levels on a log scale; a new unit changes ticks and words, nothing else.

    Expects group, group_name, words, side, by, low_mmol_l, high_mmol_l (missing: open), doubtful (missing: sure),
    ordered as they are to stand. The words in `layout.meta` are computed from the rows given.
    """
    blocks, marks, y = blocks_of(levels), Marks(), 0.0
    for block in blocks:
        y = marks.add(block, y)
    tall = len(blocks) > TALL
    bottom = y - (0.7 if tall else -0.1)
    across = _axis(unit, look)
    left, indent = _left(look)
    heads = [_head(block, unit, look) for block in blocks]
    data = marks.traces(heads, look, heads_at=10**left, names_at=10 ** (left + indent))
    row_px = {"wide": 27, "narrow": 27, "projector": 46}[look.size]
    height = round((0.7 - bottom) * row_px) + 30
    plain = layout(*look, height=height, meta=_words(levels, blocks, unit), margin={"t": 30})
    plain |= {"xaxis": across, "yaxis": blank(range=[bottom, 0.7])}
    return Chart(data=[*data, *([_foot(across, bottom + 0.4, look)] if tall else [])], layout=plain)


def _left(look: Look) -> tuple[float, float]:
    """Where heads begin, left of the ruler (log10), and how much further in names do."""
    reach = math.log10(RIGHT / LEFT) / (1 - NAMES[look.size])
    return math.log10(RIGHT) - reach, 0 if look.size == "narrow" else 0.016 * reach


def _axis(unit: Unit, look: Look) -> dict:
    ticks = TICKS[unit][::2] if look.size == "narrow" else TICKS[unit]
    return axis(
        *look,
        type="log",
        range=[_left(look)[0], math.log10(RIGHT)],
        side="top",
        tickvals=[tick / PER_MMOL_L[unit] for tick in ticks],
        ticktext=[f"{tick:g}" for tick in ticks],
        tickfont={"size": TYPE[look.size]["body"], "color": PALETTE[look.mode]["ink"]},
    )


def _foot(across: dict, y: float, look: Look) -> dict:
    """The ticks again, below a tall ruler."""
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"], "position": "middle center"}
    return texts(across["tickvals"], [y] * len(across["tickvals"]), across["ticktext"], **style)


# Words -----------------------------------------------------------------------------------------------------------------


def _head(block: Block, unit: Unit, look: Look) -> str:
    """The name of a block and its span in words."""
    said = block.start(unit) if block.starts else "no level given"
    if block.side == "balance":
        said += f", up to {span_text(min(block.ends), max(block.ends), unit)}"
    if look.size != "narrow":
        said += f" {unit}" if block.starts else ""
        said += ", by source" if block.disagrees else ""
    shape = {**SIDE_SHAPE, "treatment": "◇"}[block.side]
    return f"<span style='color:{shades(look.mode)[block.side]}'>{shape} <b>{block.name}</b></span>  {said}"


def _words(levels: pd.DataFrame, blocks: list[Block], unit: Unit) -> dict[str, str]:
    doubtful = int(levels["doubtful"].notna().sum())
    apart = " One dotted gray bar is probably a unit slip and counts in no band." if doubtful else ""
    spans = [f"{block.name} {block.start(unit)}" for block in blocks if block.starts]
    return words(
        title=finding(blocks, unit),
        subtitle=Worded(
            plain=f"Magnesium in the blood, by what happens there. {EXPLAINED[unit]} Each step along the scale multiplies it (log scale). One "
            f"bar for each source; an arrow means “and beyond”. The tinted band runs from the lowest to the highest start.{apart}",
            clinical=f"Serum magnesium in {unit}, log scale, by sign. One bar for each source; an arrow means “and beyond”; the tinted band "
            f"runs from the lowest to the highest start.{apart}",
        ),
        source=f"{_several(list(dict.fromkeys(levels['by'])))}; as printed and linked in the table. High levels rest mainly on "
        "single case reports. A teaching aid, not a diagnostic scale.",
        alt=f"A ruler of blood magnesium in {unit}, one block for each sign and one bar for each source. "
        f"{finding(blocks, unit)}. {'; '.join(spans)}.",
    )


def _several(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= 6 else f"{', '.join(names[:5])} and {len(names) - 5} more"


@built_once
def body_content() -> str:
    """Where the magnesium in the body is, a markdown list with the sources of each."""
    return "\n".join(f"- {fact.statement} ({cite(fact.sources)})" for fact in load_body_content())


def sources(choices: RulerChoices) -> tuple[str, ...]:
    """Of the levels shown."""
    shown = [level for level in load_serum_levels() if not choices.levels or level.group in choices.levels]
    return tuple(dict.fromkeys(key for level in shown for key in level.sources))


SERUM_RULER = Exhibit(
    "serum-ruler",
    title="Which sign at which blood level, by source",
    page="balance",
    tab="Blood levels",
    choices=RulerChoices,
    table=table,
    figure=figure,
    rests_on=("serum_groups", "serum_levels"),
    sources=sources,
    also="serum magnesium, reference interval, cut-off, reflexes, respiratory arrest, coma, heart block, mmol/L, mg/dL, mEq/L",
)
