"""The serum ruler: which sign at which blood level, by source; the tinted band is where sources disagree."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby

import pandas as pd
import plotly.graph_objects as go

from components.charts.base import PALETTE, SIDE_SHAPE, TYPE, Chart, axis, blank, layout, texts, words
from data.serum import PER_MMOL_L, level_text, span_text

LEFT, RIGHT = 0.35, 15.5  # mmol/L, the ends of the ruler
OPEN = 1.32  # an open end is drawn this much further, with an arrow
TICKS = {
    "mmol/L": [0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 12],
    "mg/dL": [1, 1.5, 2, 3, 5, 7, 12, 18, 30],
    "mEq/L": [1, 1.5, 2, 3, 4, 6, 10, 15, 24],
}
STEP, HEAD, GAP = 0.66, 0.92, 0.42  # rows, in units of the vertical axis


@dataclass(frozen=True)
class Block:
    """The rows of one sign, and how far its sources are apart (mmol/L)."""

    key: str
    name: str
    words: str
    side: str
    rows: list[dict]
    starts: list[float]
    ends: list[float]

    @property
    def gap(self) -> float:
        """From the lowest to the highest start; 0 where sources agree or only one gives a level."""
        return max(self.starts) - min(self.starts) if self.starts else 0.0

    @property
    def disagrees(self) -> bool:
        """Whether the starts lie more than a rounding apart."""
        return bool(self.starts) and max(self.starts) > min(self.starts) * 1.03


def serum_ruler(levels: pd.DataFrame, *, unit: str, mode: str, size: str = "wide") -> go.Figure:
    """One block a sign, one bar a source, on a log scale; a new unit changes ticks and words, nothing else.

    Expects group, group_name, words, side, by, low_mmol_l, high_mmol_l (missing: open), doubtful (missing: sure),
    ordered as they are to stand. The words in `layout.meta` are computed from the rows given.
    """
    blocks = _blocks(levels)
    color, text = PALETTE[mode], TYPE[size]
    shades = {side: color[side] for side in ("deficiency", "balance", "toxicity")} | {"treatment": color["ink"]}
    ruler, y = _Ruler(), 0.0
    for block in blocks:
        ruler.heads.append((y, _head(block, unit, size, shades[block.side], color)))
        y -= HEAD
        top = y
        for row in block.rows:
            ruler.add_bar(row, y, "doubtful" if row["doubtful"] else block.side)
            y -= STEP
        ruler.add_bands(block, top + 0.36, y + STEP - 0.36)
        y -= GAP
    bottom = y - (0.7 if len(blocks) > 4 else -0.1)
    names = {"wide": 0.19, "narrow": 0.37, "projector": 0.24}[size]  # the share of the width that names take
    reach = math.log10(RIGHT / LEFT) / (1 - names)
    left, right = math.log10(RIGHT) - reach, math.log10(RIGHT)
    indent = 0 if size == "narrow" else 0.016 * reach
    ticks = [tick for place, tick in enumerate(TICKS[unit]) if not (size == "narrow" and place % 2)]
    unit_px = {"wide": 27, "narrow": 27, "projector": 46}[size]
    figure = layout(
        mode, size, height=round((0.7 - bottom) * unit_px) + 30, meta=_meta(levels, blocks, unit), margin={"t": 30}
    )
    figure |= {
        "xaxis": axis(
            mode,
            size,
            type="log",
            range=[left, right],
            side="top",
            tickvals=[tick / PER_MMOL_L[unit] for tick in ticks],
            ticktext=[f"{tick:g}" for tick in ticks],
            tickfont={"size": text["body"], "color": color["ink"]},
        ),
        "yaxis": blank(range=[bottom, 0.7]),
    }
    if len(blocks) > 4:  # a tall ruler is read from below as well
        feet = {"color": color["ink"], "size": text["body"], "position": "middle center"}
        ruler_foot = [
            texts(figure["xaxis"]["tickvals"], [bottom + 0.4] * len(ticks), [f"{tick:g}" for tick in ticks], **feet)
        ]
    else:
        ruler_foot = []
    data = ruler.traces(shades, color, text, heads_at=10**left, names_at=10 ** (left + indent))
    return Chart(data=[*data, *ruler_foot], layout=figure)


def _blocks(levels: pd.DataFrame) -> list[Block]:
    columns = ["group", "group_name", "words", "side", "by", "described_as", "low_mmol_l", "high_mmol_l", "printed"]
    lists = [levels[column].tolist() for column in [*columns, "doubtful"]]
    rows = [
        {name: None if value != value else value for name, value in zip([*columns, "doubtful"], values, strict=True)}
        for values in zip(*lists, strict=True)
    ]
    found = []
    for key, part in groupby(rows, key=lambda row: row["group"]):
        block = list(part)
        side, sure = block[0]["side"], [row for row in block if not row["doubtful"]]
        start, end = ("high_mmol_l", "low_mmol_l") if side == "deficiency" else ("low_mmol_l", "high_mmol_l")
        starts = [row[start] for row in sure if row[start] is not None]
        ends = [row[end] for row in sure if row[end] is not None]
        found.append(Block(key, block[0]["group_name"], block[0]["words"], side, block, starts, ends))
    return found


class _Ruler:
    """Gathers marks of one look into one trace each: fifty traces or shapes would take ten times as long."""

    def __init__(self) -> None:
        self.heads: list[tuple[float, str]] = []
        self.names: list[tuple[float, str]] = []
        self.bars: dict[str, dict[str, list]] = {}
        self.arrows: dict[str, dict[str, list]] = {}
        self.bands: dict[str, dict[str, list]] = {}
        self.edges: dict[str, dict[str, list]] = {}

    def add_bar(self, row: dict, y: float, look: str) -> None:
        """The bar of one source; an arrow marks an open end, and no bar is drawn where no level is given."""
        low, high = row["low_mmol_l"], row["high_mmol_l"]
        unknown = low is None and high is None
        self.names.append((y, row["by"] + (" (unit slip?)" if row["doubtful"] else " (no level)" if unknown else "")))
        if unknown:
            return
        start = low if low is not None else max(LEFT, high / OPEN)
        stop = high if high is not None else min(RIGHT, low * OPEN)
        said = f"{row['by']}: {row['described_as']}, {row['printed']}"
        _add(self.bars, look, [start, stop, None], [y, y, None], [said, said, ""])
        if low is None:
            _add(self.arrows, look, [start], [y], ["triangle-left"])
        if high is None:
            _add(self.arrows, look, [stop], [y], ["triangle-right"])

    def add_bands(self, block: Block, top: float, bottom: float) -> None:
        """From the lowest to the highest start: the disagreement. A reference interval has one at each end."""
        for values in (block.starts, block.ends if block.side == "balance" else []):
            if not values or max(values) <= min(values) * 1.005:
                continue
            low, high = min(values), max(values)
            corners = [low, low, high, high, low, None], [bottom, top, top, bottom, bottom, None]
            _add(self.bands, block.side, *corners, [None] * 6)
            sides = [low, low, None, high, high, None], [bottom, top, None, bottom, top, None]
            _add(self.edges, block.side, *sides, [None] * 6)

    def traces(self, shades: dict, color: dict, text: dict, *, heads_at: float, names_at: float) -> list[dict]:
        """Bands, their edges, bars, arrows, then the words. A head stands on the page color, clear of the grid."""
        shades = shades | {"doubtful": color["quiet"]}
        fills = {side: color.get(f"{side}_fill", color["panel"]) for side in shades}
        none = {"type": "scatter", "hoverinfo": "skip", "mode": "lines"}
        edge = {"width": 1.25, "dash": "dot"}
        clear: dict[str, dict[str, list]] = {}
        for y, _ in self.heads:
            up, down = y + 0.5, y - HEAD + 0.42
            _add(clear, "", [heads_at, heads_at, RIGHT, RIGHT, heads_at, None], [down, up, up, down, down, None], [])
        data = [
            {**none, **_xy(at), "fill": "toself", "fillcolor": color["bg"], "line": {"width": 0}}
            for at in clear.values()
        ]
        data += [
            {**none, **_xy(at), "fill": "toself", "fillcolor": fills[side], "line": {"width": 0}}
            for side, at in self.bands.items()
        ]
        data += [{**none, **_xy(at), "line": {**edge, "color": shades[side]}} for side, at in self.edges.items()]
        for look, at in self.bars.items():
            line = {
                "color": shades[look],
                "width": text["line"] * 2.1,
                "dash": "dot" if look == "doubtful" else "solid",
            }
            hover = {"text": at["text"], "hovertemplate": "%{text}<extra></extra>"}
            data.append({"type": "scatter", "mode": "lines", "name": look, **_xy(at), **hover, "line": line})
        for look, at in self.arrows.items():
            marker = {"color": shades[look], "size": text["mark"] + 2, "symbol": at["text"], "line": {"width": 0}}
            data.append({**none, "mode": "markers", **_xy(at), "marker": marker})
        for place, rows, size in ((names_at, self.names, "small"), (heads_at, self.heads, "body")):
            y, said = [row[0] for row in rows], [row[1] for row in rows]
            data.append(texts([place] * len(y), y, said, color=color["muted"], size=text[size]))
        return data


def _add(looks: dict[str, dict[str, list]], look: str, x: list, y: list, text: list) -> None:
    at = looks.setdefault(look, {"x": [], "y": [], "text": []})
    at["x"] += x
    at["y"] += y
    at["text"] += text


def _xy(at: dict[str, list]) -> dict[str, list]:
    return {"x": at["x"], "y": at["y"]}


def _head(block: Block, unit: str, size: str, shade: str, color: dict) -> str:
    """The name of a block and its span in words."""
    preposition = "below" if block.side == "deficiency" else "from"
    said = (
        f"{preposition} {span_text(min(block.starts), max(block.starts), unit)}" if block.starts else "no level given"
    )
    if block.side == "balance":
        said += f", up to {span_text(min(block.ends), max(block.ends), unit)}"
    if size != "narrow":
        said += f" {unit}" if block.starts else ""
        said += ", by source" if block.disagrees else ""
    shape = {**SIDE_SHAPE, "treatment": "◇"}[block.side]
    return f"<span style='color:{shade}'>{shape} <b>{block.name}</b></span>  {said}"


def _meta(levels: pd.DataFrame, blocks: list[Block], unit: str) -> dict[str, str]:
    doubtful = int(levels["doubtful"].notna().sum())
    apart = " One dotted gray bar is probably a unit slip and counts in no band." if doubtful else ""
    spans = [
        f"{block.name} {'below' if block.side == 'deficiency' else 'from'} "
        f"{span_text(min(block.starts), max(block.starts), unit)}"
        for block in blocks
        if block.starts
    ]
    return words(
        title=_title(blocks, unit),
        subtitle=f"Blood magnesium in {unit}, log scale. One bar for each source; an arrow means “and beyond”; the tinted "
        f"band runs from the lowest to the highest start.{apart}",
        source=f"{_several(list(dict.fromkeys(levels['by'])))}; as printed and linked in the table. High levels rest mainly on "
        "single case reports. A teaching aid, not a diagnostic scale.",
        alt=f"A ruler of blood magnesium in {unit}, one block for each sign and one bar for each source. "
        f"{_title(blocks, unit)}. {'; '.join(spans)}.",
    )


def _title(blocks: list[Block], unit: str) -> str:
    """The widest disagreement among the blocks shown; what one source says where there is none."""
    signs = [block for block in blocks if block.disagrees]
    toxic = [block for block in signs if block.side == "toxicity"] or signs
    if toxic:
        widest = max(toxic, key=lambda block: block.gap)
        ends = f"{level_text(min(widest.starts), unit)} to {level_text(max(widest.starts), unit)} {unit}"
        return f"Sources put {widest.words} anywhere from {ends}"
    if len(blocks) == 1 and blocks[0].starts:
        block = blocks[0]
        ends = f"{span_text(min(block.starts), max(block.starts), unit)} {unit}"
        who = "One source puts" if len(block.starts) == 1 else "Sources put"
        return f"{who} {block.words} at {ends}"
    return "No disagreement among the levels shown"


def _several(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= 6 else f"{', '.join(names[:5])} and {len(names) - 5} more"
