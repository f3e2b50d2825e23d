"""Where the names of points go, so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Point = tuple[float, float]
Box = tuple[float, float, float, float]

PLACES = {  # plotly's textposition: where the text lies from its point, in order of preference
    "middle right": (9, 0, 0.0),
    "middle left": (-9, 0, -1.0),
    "bottom right": (6, 12, 0.0),
    "top right": (6, -12, 0.0),
    "bottom left": (-6, 12, -1.0),
    "top left": (-6, -12, -1.0),
    "bottom center": (0, 15, -0.5),
    "top center": (0, -15, -0.5),
}
POINT_PX = 8
TOO_MANY = 2  # quiet points that a name may lie on


def place_labels(
    points: Sequence[Point],
    names: Sequence[str],
    *,
    size: Point,
    char_px: float,
    line_px: float,
    avoid: Sequence[Point] = (),
    blocked: Sequence[Box] = (),
) -> list[str | None]:
    """A `textposition` for each name, first come first served; None where no place is free.

    `points` are in pixels, y downward, inside a box of `size`. No name meets another name, a named point or a
    `blocked` box (left, top, right, bottom); it meets as few `avoid` points as can be.
    """
    taken: list[Box] = list(blocked)
    hard = [(x - POINT_PX, y - POINT_PX, x + POINT_PX, y + POINT_PX) for x, y in points]
    placed: list[str | None] = []
    near_x, near_y = np.array(avoid, float).reshape(-1, 2).T
    for number, ((x, y), name) in enumerate(zip(points, names, strict=True)):
        width, best = len(name) * char_px, None
        others = [box for i, box in enumerate(hard) if i != number]
        for rank, (position, (dx, dy, shift)) in enumerate(PLACES.items()):
            left, middle = x + dx + shift * width, y + dy
            box = (left, middle - line_px / 2, left + width, middle + line_px / 2)
            if box[0] < 0 or box[2] > size[0] or box[1] < 0 or box[3] > size[1]:
                continue
            if any(_meet(box, other) for other in taken) or any(_meet(box, other) for other in others):
                continue
            covered = (near_x > box[0] - 3) & (near_x < box[2] + 3) & (near_y > box[1] - 2) & (near_y < box[3] + 2)
            cost = int(covered.sum()) + rank / 20
            if best is None or cost < best[0]:
                best = (cost, position, box)
        if best and best[0] < TOO_MANY:
            taken.append(best[2])
            placed.append(best[1])
        else:
            placed.append(None)
    return placed


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
