"""How nerves fire at each stage of the balance: a sketch, not data."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd


class Firing(NamedTuple):
    """How the spikes follow one another along a line, `place` from 0 to 1."""

    gap: Callable[[float, int], float]  # after each spike, by place and beat
    height: Callable[[float], float]  # by place


FIRING = {  # along one side of the wide picture
    "deficiency": Firing(
        lambda place, beat: (0.085 if beat % 5 else 0.2) + 0.13 * place**2, lambda place: 1 - 0.3 * place
    ),
    "balance": Firing(lambda place, beat: 0.30, lambda place: 0.68),
    "toxicity": Firing(lambda place, beat: 0.42 + 1.9 * place**1.4, lambda place: max(0.0, 0.62 - 0.72 * place)),
}


def spikes(start: float, stop: float, firing: Firing) -> tuple[list[float], list[float]]:
    """A flat line with a sharp spike after each gap."""
    x, y, at, beat = [start], [0.0], start, 0
    while (at := at + firing.gap((at - start) / (stop - start), beat)) <= stop - 0.05:
        tall = firing.height((at - start) / (stop - start))
        x += [at - 0.03, at, at + 0.03, at + 0.06]
        y += [0.0, tall, -0.22 * tall, 0.0]
        beat += 1
    return [*x, stop], [*y, 0.0]


def firing_at(stages: pd.DataFrame, row: int) -> Firing:
    """The even firing of the small trace of one stage: rarer and lower the higher the level."""
    gap, height = _gap_and_height(stages["side"], row)
    return Firing(lambda place, beat: gap, lambda place: height)


def _gap_and_height(sides: pd.Series, row: int) -> tuple[float, float]:
    side = sides.iloc[row]
    if side == "deficiency":
        return (0.12, 0.4) if row == 0 else (0.2, 0.34)
    if side == "balance":
        return 0.31, 0.3
    step = int((sides.iloc[:row] == "toxicity").sum())
    last = row == len(sides) - 1 and step > 0
    return (45.0, 0.0) if last else (0.375 + 0.275 * step, 0.24 - 0.08 * step)


def trace(x: list[float], y: list[float], color: str, width: float) -> dict:
    """The line as plotly takes it."""
    line = {"color": color, "width": width}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip", "line": line}
