"""The risk groups as a map: direction by side, support by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pandas as pd

from data.risk import DIRECTION_WORDS, LEVEL_WORDS, STRENGTH_WORDS, Direction, Strength
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.layout import blank, layout, rule, texts
from exhibits.palette import LINE_PX, PALETTE, SIDE_SYMBOL, TYPE
from exhibits.risk.group_card import GROUP
from exhibits.risk.selection import GroupChoices, groups_of, no_group, sources_of
from exhibits.risk.tables import group_table
from exhibits.rows import Row, records
from exhibits.sentences import first_upper

SOURCE = "clinical references and studies, named with each group. Support is no GRADE rating and no size of risk."
SUPPORT = (
    "Strong, moderate, weak and conflicting are our own reading of how well each risk is supported: not a GRADE rating, and not how "
    "large the risk is. “Only listed”: in textbooks, and no study of it was read here. Being in a group does not mean that magnesium is low or high; only a blood test and a clinician can tell. "
    "“Also found under” only helps the search: the sources may speak of the class and not of each name."
)
"""What the rows of the map mean, and what they do not; stands below the cards."""

Lit = frozenset[str] | None
"""Keys of the groups that a profile lights up; None where there is no profile."""


def table(choices: GroupChoices) -> pd.DataFrame:
    """The groups found, a row for each figure."""
    return group_table(choices.found, choices.unit)


def figure(choices: GroupChoices, look: Look) -> Chart:
    """The groups found, by direction and support."""
    return group_map(choices.found, None, look)


@built_once
def group_map(keys: tuple[str, ...], lit: tuple[str, ...] | None, look: Look) -> Chart:
    """The map of these groups; `lit` are the groups that a profile lights up."""
    rows = [
        {
            "key": group.key,
            "short": group.short,
            "direction": group.direction,
            "strength": group.strength,
            "evidence": LEVEL_WORDS[group.evidence_level],
        }
        for group in groups_of(keys)
    ]
    return risk_map(pd.DataFrame(rows), look=look, lit=None if lit is None else frozenset(lit))


def risk_map(groups: pd.DataFrame, *, look: Look, lit: Lit = None) -> Chart:
    """A mark for each group: direction by side, shape and color, support by row; `lit` quiets all other groups.

    Expects key, short, direction, strength, evidence (in words), in file order; at least one row.
    """
    color, rows = PALETTE[look.mode], records(groups)
    present = [side for side in DIRECTION_WORDS if any(row["direction"] == side for row in rows)]
    laid = _lay(rows, present, narrow=look.size == "narrow")
    top, bottom = 0.8, laid.bottom + 0.5
    plain = layout(*look, height=round((top - bottom) * LINE_PX[look.size]), meta=_words(groups, lit))
    plain |= {
        "xaxis": blank(range=[0, 1]),
        "yaxis": blank(range=[bottom, top]),
        "shapes": [rule(0, 1, at, at, color["grid"]) for at in laid.lines],
    }
    shown = {side: [spot for spot in laid.spots if spot.group["direction"] == side] for side in present}
    data = [_marks(spots, side, lit, look) for side, spots in shown.items()]
    data += [_names(spots, lit, look) for spots in shown.values()]
    data.append(_strengths(laid.strengths, look))
    data += [_head(x, at, side, look) for x, at, side in laid.heads]
    return Chart(data=data, layout=plain)


# Places ----------------------------------------------------------------------------------------------------------------


class _Spot(NamedTuple):
    x: float
    y: float
    group: Row


@dataclass
class _Laid:
    """Where everything stands: lines of words downward from 0, the width from 0 to 1."""

    spots: list[_Spot] = field(default_factory=list)
    strengths: list[tuple[float, str]] = field(default_factory=list)
    heads: list[tuple[float, float, Direction]] = field(default_factory=list)
    lines: list[float] = field(default_factory=list)
    bottom: float = 0.0


def _lay(rows: list[Row], present: list[Direction], *, narrow: bool) -> _Laid:
    """Both sides beside each other; on a phone one below the other."""
    laid, left = _Laid(), _left(present, narrow=narrow)
    for sides in [[side] for side in present] if narrow else [present]:
        laid.heads += [(left[side], laid.bottom, side) for side in sides]
        laid.bottom -= 1.25
        for strength in STRENGTH_WORDS:
            cells = {
                side: [row for row in rows if (row["direction"], row["strength"]) == (side, strength)] for side in sides
            }
            if any(cells.values()):
                _lay_row(laid, strength, cells, left, narrow=narrow)
        laid.bottom -= 0.4
    return laid


def _left(present: list[Direction], *, narrow: bool) -> dict[Direction, float]:
    """Where the groups of a side begin."""
    first = 0.0 if narrow else 0.1
    return {
        side: 0.555 if len(present) == 2 and side == "toxicity" and not narrow else first for side in DIRECTION_WORDS
    }


def _lay_row(
    laid: _Laid,
    strength: Strength,
    cells: dict[Direction, list[Row]],
    left: dict[Direction, float],
    *,
    narrow: bool,
) -> None:
    laid.lines.append(laid.bottom + 0.62)
    laid.strengths.append((laid.bottom, STRENGTH_WORDS[strength]))
    if narrow:  # the word stands above its groups instead of beside them
        laid.bottom -= 1
    for side, members in cells.items():
        laid.spots += [_Spot(left[side], laid.bottom - i, group) for i, group in enumerate(members)]
    laid.bottom -= max(map(len, cells.values())) + 0.25


# Marks -----------------------------------------------------------------------------------------------------------------


def _marks(spots: list[_Spot], side: str, lit: Lit, look: Look) -> dict[str, Any]:
    """The marks of one side; hollow where a profile does not light them."""
    color, on = PALETTE[look.mode], [lit is None or spot.group["key"] in lit for spot in spots]
    shift = {"wide": 0.008, "narrow": 0.025, "projector": 0.01}[look.size]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": side,
        "x": [spot.x + shift for spot in spots],
        "y": [spot.y for spot in spots],
        "cliponaxis": False,
        "ids": [spot.group["key"] for spot in spots],
        "text": [f"{spot.group['short']}: {spot.group['evidence']}" for spot in spots],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": SIDE_SYMBOL[side],
            "size": TYPE[look.size]["mark"] + 3,
            "color": [color[side] if shines else color["bg"] for shines in on],
            "line": {"color": [color[side] if shines else color["quiet"] for shines in on], "width": 1.5},
        },
    }


def _names(spots: list[_Spot], lit: Lit, look: Look) -> dict:
    shift = {"wide": 0.018, "narrow": 0.05, "projector": 0.022}[look.size]
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"]}
    said = [_name(spot.group, lit, look) for spot in spots]
    return texts([spot.x + shift for spot in spots], [spot.y for spot in spots], said, **style)


def _name(group: Row, lit: Lit, look: Look) -> str:
    """With the kind of evidence; a group that is not lit is muted, one that is lit is bold and says so."""
    muted, small, short = PALETTE[look.mode]["muted"], TYPE[look.size]["small"], group["short"]
    if lit is None:
        return (
            short
            if look.size == "narrow"
            else f"{short} <span style='color:{muted};font-size:{small}px'>· {group['evidence']}</span>"
        )
    if group["key"] in lit:
        return f"<b>{short}</b> ✓"
    return f"<span style='color:{muted}'>{short}</span>"


def _strengths(places: list[tuple[float, str]], look: Look) -> dict:
    style = {"color": PALETTE[look.mode]["muted"], "size": TYPE[look.size]["body"]}
    return texts([0] * len(places), [at for at, _ in places], [f"<b>{word}</b>" for _, word in places], **style)


def _head(x: float, y: float, side: Direction, look: Look) -> dict:
    style = {"color": PALETTE[look.mode][side], "size": TYPE[look.size]["strong"]}
    return texts([x], [y], [f"<b>{DIRECTION_WORDS[side]}</b>"], **style)


# Words -----------------------------------------------------------------------------------------------------------------


def _words(groups: pd.DataFrame, lit: Lit) -> dict[str, str]:
    title = _title(groups) if lit is None else _lit_title(groups, lit)
    lights = "" if lit is None else " Lit, bold and ticked: the groups that apply."
    rows = "; ".join(
        f"{STRENGTH_WORDS[strength].lower()}: {', '.join(part['short'])}"
        for strength, part in groups.groupby("strength", sort=False)
    )
    return words(
        title=title,
        subtitle=Worded(
            plain="▼ risk of too little, ▲ of too much. The rows tell how well the risk is supported, by our own reading of the sources."
            f"{lights}",
            clinical=f"▼ risk of deficiency, ▲ of excess; rows: strength of support, our own reading of the sources, no GRADE rating.{lights}",
        ),
        source=SOURCE,
        alt=f"Map of risk groups by direction and support. {title}. {first_upper(rows)}.",
    )


def _title(groups: pd.DataFrame) -> str:
    strong = int((groups["strength"] == "strong").sum())
    return counted(groups["direction"].tolist()) + (f"; support is strong for {strong}" if len(groups) > 1 else "")


def _lit_title(groups: pd.DataFrame, lit: frozenset[str]) -> str:
    on = groups["direction"][groups["key"].isin(lit)].tolist()
    low, high = (on.count(side) for side in DIRECTION_WORDS)
    verb = "applies" if len(on) == 1 else "apply"
    return f"{len(on)} of {len(groups)} groups {verb}: {low} toward too little, {high} toward too much"


def counted(directions: list[str]) -> str:
    """ "11 groups at risk of too little and 7 of too much"; at least one direction."""
    counts = ((directions.count(side), word.lower()) for side, word in DIRECTION_WORDS.items())
    told = [(count, word) for count, word in counts if count]
    first = f"{told[0][0]} {'group' if told[0][0] == 1 else 'groups'} at risk of {told[0][1]}"
    return first + "".join(f" and {count} of {word}" for count, word in told[1:])


def sources(choices: GroupChoices) -> tuple[str, ...]:
    """Of the groups found and their figures."""
    return sources_of(choices.found)


RISK_MAP = Exhibit(
    "risk-map",
    title="Risk groups by direction and support",
    page="risk-groups",
    tab="Groups",
    choices=GroupChoices,
    table=table,
    figure=figure,
    empty=no_group,
    rests_on=("risk_groups",),
    sources=sources,
    also="who is at risk, deficiency, toxicity, too little, too much, conditions, medicines, habits, age",
    opens=GROUP,
)
