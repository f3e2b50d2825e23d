"""Which sign at which blood level, by source; the tinted band is where sources disagree."""

from __future__ import annotations

import math

import pandas as pd

from data.intakes import load_body_content
from data.serum import (
    PER_MMOL_L,
    Level,
    Unit,
    level_text,
    load_serum_groups,
    load_serum_levels,
    serum_levels,
    span_text,
)
from data.wording import Worded
from exhibits.balance.levels import Block, blocks_of, finding
from exhibits.balance.marks import LEFT, RIGHT, UNSEEN, Marks, shades
from exhibits.base import Chart, Exhibit, Look, Opens, built_once, words
from exhibits.choices import some_of, text
from exhibits.citations import cite
from exhibits.layout import axis, blank, layout, note, texts
from exhibits.markdown import plain
from exhibits.palette import PALETTE, SIDE_SHAPE, TYPE
from exhibits.rows import records
from exhibits.unit_words import EXPLAINED
from exhibits.units import UnitChoices, as_typed, level_or_problem

TICKS = {
    "mmol/L": [0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 12],
    "mg/dL": [1, 1.5, 2, 3, 5, 7, 12, 18, 30],
    "mEq/L": [1, 1.5, 2, 3, 4, 6, 10, 15, 24],
}
VALUE_HELP = "As the laboratory writes it: a number with its unit, or a number alone, which is read in the unit chosen. Nothing is stored."
TALL = 4  # more blocks are read from below as well
NAMES = {"wide": 0.19, "narrow": 0.37, "projector": 0.24}  # the share of the width that names take


def _groups() -> dict[str, str]:
    return {key: group.name for key, group in load_serum_groups().items()}


class RulerChoices(UnitChoices):
    """Which blocks, none picked meaning all, in which unit, and a level to mark: `?levels=Coma+or+heart+block&value=1.8+mg/dL`."""

    levels: tuple[str, ...] = some_of("Show", _groups)
    value: str = text("A blood level", help=VALUE_HELP)

    @property
    def typed(self) -> Level | None:
        """The level typed; None where there is none that can be read."""
        return level_or_problem(self.value, self.unit)[0]

    @property
    def problem(self) -> str:
        """Why what was typed cannot be read, or ""."""
        return level_or_problem(self.value, self.unit)[1]


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
    return _figure(choices.levels, choices.unit, choices.typed, look)


@built_once
def _figure(groups: tuple[str, ...], unit: Unit, marked: Level | None, look: Look) -> Chart:
    return serum_ruler(_levels(groups), unit=unit, look=look, marked=marked)


def _levels(groups: tuple[str, ...]) -> pd.DataFrame:
    levels = serum_levels()
    return levels[levels["group"].isin(groups)] if groups else levels


def serum_ruler(levels: pd.DataFrame, *, unit: Unit, look: Look, marked: Level | None = None) -> Chart:
    """The levels on a log scale; a new unit changes ticks and words, nothing else; `marked` has a line through all of them.

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
    plain = layout(*look, height=height, meta=_words(levels, blocks, unit, marked), margin={"t": 56 if marked else 30})
    plain |= {"xaxis": across, "yaxis": blank(range=[bottom, 0.7])}
    if marked:
        data.append(_mark(marked, marks.heads, bottom, look))
        plain |= {"annotations": [_mark_word(marked, look)]}
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


def _marked_at(marked: Level) -> float:
    """Where on the ruler a level stands, in mmol/L; at its end for one beyond it."""
    return min(max(marked.mmol_l, LEFT), RIGHT)


def _mark(marked: Level, heads: list[float], bottom: float, look: Look) -> dict:
    """A line at the level through every block, that leaves out the words at their heads."""
    starts, ends = [head - 0.44 for head in heads], [head + 0.5 for head in heads[1:]] + [bottom]
    y = [place for start, end in zip(starts, ends, strict=True) for place in (start, end, None)]
    line = {"color": PALETTE[look.mode]["ink"], "width": 2.5}
    return {**UNSEEN, "name": "marked", "x": [_marked_at(marked)] * len(y), "y": y, "line": line}


def _mark_word(marked: Level, look: Look) -> dict:
    """What the line is, above the ticks; an arrow where the level lies beyond the ruler."""
    at, middle = math.log10(_marked_at(marked)), (math.log10(LEFT) + math.log10(RIGHT)) / 2
    beyond = "◀ " if marked.mmol_l < LEFT else "▶ " if marked.mmol_l > RIGHT else ""
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"], "yref": "paper", "yanchor": "bottom"}
    anchor = "right" if at > middle else "center"
    return note(at, 1, f"{beyond}{as_typed(marked)}", bold=True, xanchor=anchor, yshift=24, **style)


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


def _words(levels: pd.DataFrame, blocks: list[Block], unit: Unit, marked: Level | None = None) -> dict[str, str]:
    doubtful = int(levels["doubtful"].notna().sum())
    apart = " One dotted gray bar is probably a unit slip and counts in no band." if doubtful else ""
    line = f" A line marks {as_typed(marked)}." if marked else ""
    spans = [f"{block.name} {block.start(unit)}" for block in blocks if block.starts]
    return words(
        title=finding(blocks, unit),
        subtitle=Worded(
            plain=f"Magnesium in the blood, by what happens there. {EXPLAINED[unit]} Each step along the scale multiplies it (log scale). One "
            f"bar for each source; an arrow means “and beyond”. The tinted band runs from the lowest to the highest start.{apart}{line}",
            clinical=f"Serum magnesium in {unit}, log scale, by sign. One bar for each source; an arrow means “and beyond”; the tinted band "
            f"runs from the lowest to the highest start.{apart}{line}",
        ),
        source=f"{_several(list(dict.fromkeys(levels['by'])))}; as printed and linked in the table. High levels rest mainly on "
        "single case reports. A teaching aid, not a diagnostic scale.",
        alt=f"A ruler of blood magnesium in {unit}, one block for each sign and one bar for each source. "
        f"{finding(blocks, unit)}. {'; '.join(spans)}.{line}",
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


def _names(choices: RulerChoices) -> dict[str, str]:
    return _all_names()


@built_once
def _all_names() -> dict[str, str]:
    return {level.key: f"{level.by}: {level.described_as}" for level in load_serum_levels()}


def _told(choices: RulerChoices, key: str) -> str:
    return _level(key, choices.unit)


@built_once
def _level(key: str, unit: Unit) -> str:
    """One level of one source as markdown: as printed, in the unit picked, and what is to be known of it."""
    row = records(_levels(()))[_places()[key]]
    ends = {"From": row["low_mmol_l"], "To": row["high_mmol_l"]}
    told = [f"- As printed: **{plain(row['printed'])}**"]
    told += [f"- {end}: **{level_text(mmol, unit)} {unit}**" for end, mmol in ends.items() if pd.notna(mmol)]
    told += [f"- {name.capitalize()}: {plain(row[name])}" for name in ("doubtful", "note") if pd.notna(row[name])]
    source = next(level.sources for level in load_serum_levels() if level.key == key)
    return (
        f"### {plain(row['by'])}: {plain(row['described_as'])}\n\nStands under {plain(row['group_name'])}.\n\n"
        + "\n".join(told)
        + f"\n\nSource: {cite(source)}. One value is no diagnosis; laboratories draw their lines in different places."
    )


@built_once
def _places() -> dict[str, int]:
    return {key: place for place, key in enumerate(_levels(())["key"])}


LEVEL = Opens("level", "Open a level", names=_names, told=_told)
SERUM_RULER = Exhibit(
    "serum-ruler",
    title="Which sign at which blood level, by source",
    page="balance",
    tab="Blood levels",
    choices=RulerChoices,
    table=table,
    figure=figure,
    opens=LEVEL,
    rests_on=("serum_groups", "serum_levels"),
    sources=sources,
    also="serum magnesium, reference interval, cut-off, reflexes, respiratory arrest, coma, heart block, mmol/L, mg/dL, mEq/L",
)
