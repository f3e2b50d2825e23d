"""The marks of the ruler: bars, arrows for open ends, bands where sources disagree, names."""

from __future__ import annotations

import numpy as np

from exhibits.balance.levels import Block
from exhibits.base import Look
from exhibits.layout import texts
from exhibits.palette import PALETTE, TYPE
from exhibits.rows import Row

LEFT, RIGHT = 0.35, 15.5  # mmol/L, the ends of the ruler
OPEN = 1.32  # an open end is drawn this much further, with an arrow
STEP, HEAD, GAP = 0.66, 0.92, 0.42  # rows, in units of the vertical axis
POINTS = 9  # of each bar
UNSEEN = {"type": "scatter", "hoverinfo": "skip", "mode": "lines"}  # to the pointer


def shades(mode: str) -> dict[str, str]:
    """The color of each side, of a level aimed at on purpose, and of a doubtful one."""
    color = PALETTE[mode]
    sides = {side: color[side] for side in ("deficiency", "balance", "toxicity")}
    return sides | {"treatment": color["ink"], "doubtful": color["quiet"]}


class Marks:
    """Gathers marks of one kind into one trace each: fifty traces or shapes would take ten times as long."""

    def __init__(self) -> None:
        self.heads: list[float] = []
        self.names: list[tuple[float, str]] = []
        self.bars: dict[str, dict[str, list]] = {}
        self.keys: dict[str, list[str]] = {}
        self.arrows: dict[str, dict[str, list]] = {}
        self.bands: dict[str, dict[str, list]] = {}
        self.edges: dict[str, dict[str, list]] = {}

    def add(self, block: Block, y: float) -> float:
        """A block whose head stands at `y`; gives the place of the next head."""
        self.heads.append(y)
        y -= HEAD
        top = y
        for row in block.rows:
            self._add_row(row, y, "doubtful" if row["doubtful"] else block.side)
            y -= STEP
        self._add_bands(block, top + 0.36, y + STEP - 0.36)
        return y - GAP

    def _add_row(self, row: Row, y: float, kind: str) -> None:
        """The bar of one source; an arrow marks an open end, and no bar is drawn where no level is given."""
        low, high = row["low_mmol_l"], row["high_mmol_l"]
        unknown = low is None and high is None
        self.names.append((y, row["by"] + (" (unit slip?)" if row["doubtful"] else " (no level)" if unknown else "")))
        if unknown:
            return
        start = low if low is not None else max(LEFT, high / OPEN)
        stop = high if high is not None else min(RIGHT, low * OPEN)
        said = f"{row['by']}: {row['described_as']}, {row['printed']}"
        along = np.geomspace(
            start, stop, POINTS
        ).tolist()  # a pointer finds the points of a line, not what lies between
        _add(self.bars, kind, [*along, None], [*[y] * POINTS, None], [*[said] * POINTS, ""])
        self.keys.setdefault(kind, []).extend([row["key"]] * POINTS + [""])
        if low is None:
            _add(self.arrows, kind, [start], [y], ["triangle-left"])
        if high is None:
            _add(self.arrows, kind, [stop], [y], ["triangle-right"])

    def _add_bands(self, block: Block, top: float, bottom: float) -> None:
        """From the lowest to the highest start: the disagreement. A reference interval has one at each end."""
        for values in (block.starts, block.ends if block.side == "balance" else []):
            if not values or max(values) <= min(values) * 1.005:
                continue
            low, high = min(values), max(values)
            _add(self.bands, block.side, [low, low, high, high, low, None], [bottom, top, top, bottom, bottom, None])
            _add(self.edges, block.side, [low, low, None, high, high, None], [bottom, top, None, bottom, top, None])

    def traces(self, heads: list[str], look: Look, *, heads_at: float, names_at: float) -> list[dict]:
        """Bands, their edges, bars, arrows, then the words: `heads` are those of the blocks, `…_at` where words begin."""
        drawn = [*self._space_for_heads(look, heads_at), *self._bands(look), *self._bars(look), *self._arrows(look)]
        muted, size = PALETTE[look.mode]["muted"], TYPE[look.size]
        y, names = [at for at, _ in self.names], [name for _, name in self.names]
        return [
            *drawn,
            texts([names_at] * len(y), y, names, color=muted, size=size["small"]),
            texts([heads_at] * len(heads), self.heads, heads, color=muted, size=size["body"]),
        ]

    def _space_for_heads(self, look: Look, left: float) -> list[dict]:
        """A head stands on the page color, clear of the grid."""
        space: dict[str, dict[str, list]] = {}
        for y in self.heads:
            up, down = y + 0.5, y - HEAD + 0.42
            _add(space, "", [left, left, RIGHT, RIGHT, left, None], [down, up, up, down, down, None])
        return [_filled(at, PALETTE[look.mode]["bg"]) for at in space.values()]

    def _bands(self, look: Look) -> list[dict]:
        color, shade, edge = PALETTE[look.mode], shades(look.mode), {"width": 1.25, "dash": "dot"}
        bands = [_filled(at, color.get(f"{side}_fill", color["panel"])) for side, at in self.bands.items()]
        edges = [{**UNSEEN, **_xy(at), "line": {**edge, "color": shade[side]}} for side, at in self.edges.items()]
        return bands + edges

    def _bars(self, look: Look) -> list[dict]:
        shade, width = shades(look.mode), TYPE[look.size]["line"] * 2.1
        return [
            {
                "type": "scatter",
                "mode": "lines",
                "name": kind,
                **_xy(at),
                "text": at["text"],
                "ids": self.keys[kind],
                "hovertemplate": "%{text}<extra></extra>",
                "line": {"color": shade[kind], "width": width, "dash": "dot" if kind == "doubtful" else "solid"},
            }
            for kind, at in self.bars.items()
        ]

    def _arrows(self, look: Look) -> list[dict]:
        shade, look_of_all = shades(look.mode), {"size": TYPE[look.size]["mark"] + 2, "line": {"width": 0}}
        return [
            {
                **UNSEEN,
                "mode": "markers",
                **_xy(at),
                "marker": {"color": shade[kind], "symbol": at["text"], **look_of_all},
            }
            for kind, at in self.arrows.items()
        ]


def _add(kinds: dict[str, dict[str, list]], kind: str, x: list, y: list, text: list | None = None) -> None:
    at = kinds.setdefault(kind, {"x": [], "y": [], "text": []})
    at["x"] += x
    at["y"] += y
    at["text"] += text or []


def _filled(at: dict[str, list], color: str) -> dict:
    return {**UNSEEN, **_xy(at), "fill": "toself", "fillcolor": color, "line": {"width": 0}}


def _xy(at: dict[str, list]) -> dict[str, list]:
    return {"x": at["x"], "y": at["y"]}
