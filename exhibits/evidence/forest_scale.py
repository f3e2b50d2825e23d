"""The axes of the forest plot: from a value to its place, and where the ticks stand."""

from __future__ import annotations

import math
from collections.abc import Callable

from exhibits.rows import Row

LEAST_RATIO = 1.5  # that an axis of ratios reaches on both sides of no difference
SHORTER_SIDE = 0.45  # of the axis on either side of no difference, at least, so that the words there find room

Place = Callable[[float], float]


def scale(panel: list[Row], left: float, right: float) -> tuple[Place, list[tuple[float, str]]]:
    """A function from a value to its place between `left` and `right`, and the ticks (value, label)."""
    log = bool(panel[0]["log"])
    turn = math.log if log else float
    low, high = _ends(panel, turn, math.log(LEAST_RATIO) if log else 0.0)

    def place(value: float) -> float:
        return left + (right - left) * (turn(value) - low) / (high - low)

    values = _log_ticks(low, high) if log else _ticks(low, high)
    return place, [(value, _tick_label(value)) for value in values if left <= place(value) <= right]


def _ends(panel: list[Row], turn: Callable[[float], float], least: float) -> tuple[float, float]:
    """Both ends of the axis: every interval with some room, and no difference not too near an end."""
    no_difference = panel[0]["no_difference"]
    none = turn(no_difference)
    low = min(turn(min(no_difference, *(row["ci_low"] for row in panel))), none - least)
    high = max(turn(max(no_difference, *(row["ci_high"] for row in panel))), none + least)
    room = (high - low) * 0.06
    low, high = low - room, high + room
    width = high - low
    return min(low, none - SHORTER_SIDE * width), max(high, none + SHORTER_SIDE * width)


def _ticks(low: float, high: float) -> list[float]:
    rough = (high - low) / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next(step * power for step in (1, 2, 5, 10) if step * power >= rough)
    return [round(i * step, 10) for i in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _log_ticks(low: float, high: float) -> list[float]:
    if high - low > 2.2:
        chosen = [0.1, 0.2, 0.5, 1, 2, 5, 10]
    elif high - low > 1.5:
        chosen = [0.25, 0.5, 1, 2, 4]
    else:
        chosen = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2]
    return [value for value in chosen if low <= math.log(value) <= high]


def _tick_label(value: float) -> str:
    return f"{value:g}".replace("-", "−")
