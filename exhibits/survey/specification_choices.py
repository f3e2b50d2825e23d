"""The choices behind each analysis: a row of ticks for each option below the specification curve."""

from __future__ import annotations

from typing import Any

import numpy as np

from exhibits.base import Look
from exhibits.layout import axis, blank, note, texts
from exhibits.palette import PALETTE, TYPE

Places = dict[tuple[str, str], float]
"""The height of each choice's options below the plot."""


def places_of(made: dict[str, np.ndarray], look: Look) -> Places:
    """Each option that was made below the one before; a new choice a little further, where its name stands beside it."""
    places: Places = {}
    y, last = 0.0, ""
    for choice, options in made.items():
        for option in dict.fromkeys(options):
            if places:
                y -= 1.45 if choice != last and look.size != "narrow" else 1.0
            places[choice, option], last = y, choice
    return places


def all_ticks(at: np.ndarray, chosen: np.ndarray, heights: np.ndarray, look: Look) -> list[dict]:
    """The choices of the main analysis in its color, those of all others quiet."""
    wider, main = 1.8 if look.size == "projector" else 1, chosen
    return [
        _ticks(at[~main], heights[:, ~main], "axis", 1.0 * wider, look),
        _ticks(at[main], heights[:, main], "series", 2.4 * wider, look),
    ]


def _ticks(at: np.ndarray, heights: np.ndarray, shade: str, width: float, look: Look) -> dict:
    """A tick for each analysis on each of its choices, as one path."""
    x, y, half = np.tile(at, len(heights)), heights.ravel(), 0.17 if look.size == "narrow" else 0.32
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.repeat(x, 3),
        "y": np.column_stack([y - half, y + half, np.full(len(y), np.nan)]).ravel(),
        "yaxis": "y2",
        "line": {"color": PALETTE[look.mode][shade], "width": width},
        "hoverinfo": "skip",
    }


def axis_of_choices(places: Places, split: float, look: Look) -> dict:
    narrow = look.size == "narrow"
    ends: dict[str, Any] = {"range": [min(places.values()) - 0.55, 0.75 if narrow else 0.6], "domain": [0, split]}
    if narrow:
        return blank(**ends)
    ends |= {"tickvals": list(places.values()), "ticktext": [option for _, option in places]}
    # The name of the last option stands at the very end of the axis, where plotly would drop it.
    return axis(*look, **ends, showgrid=False, anchor="x", ticklabeloverflow="allow")


def names_of_options(places: Places, look: Look) -> dict:
    """On a phone, above each row of ticks: "Weights: dietary"."""
    names = [f"{choice}: {option[0].lower()}{option[1:]}" for choice, option in places]
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"], "position": "middle right"}
    return texts([0] * len(places), [y + 0.46 for y in places.values()], names, **style, yaxis="y2")


def names_of_choices(places: Places, look: Look) -> list[dict]:
    """Beside the first option of each choice."""
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"], "xref": "paper", "yref": "y2"}
    first = {choice: places[choice, option] for choice, option in reversed(places)}
    return [note(0, where, choice, bold=True, **style) for choice, where in first.items()]
