"""What is written in a drawn plot, and where: so that nothing is cut off, covered by other words, or too small to read."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from routes.pictures import fonts

SVG = "{http://www.w3.org/2000/svg}"
MOVES = re.compile(r"(translate|rotate|scale)\(([^)]*)\)")
RISE, FALL = 0.75, 0.25  # of letters over and under their line, of their size
APART = 0.26  # between two lines, of the size of their letters, or words stand on words
TOUCHING = 2.0  # pixels that two texts may share
Matrix = tuple[float, float, float, float, float, float]
PLAIN: Matrix = (1, 0, 0, 1, 0, 0)


class Written(NamedTuple):
    """A line of text: its edges and the size of its letters, pixels of the picture."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def written(svg: str) -> list[Written]:
    """Every line of text, measured in the letters of pictures."""
    return list(_within(ET.fromstring(svg), PLAIN))


def beyond(svg: str, width: float, height: float) -> list[Written]:
    """The lines that do not lie whole on a sheet of this size."""
    over = TOUCHING
    return [
        one
        for one in written(svg)
        if one.left < -over or one.right > width + over or one.top < -over or one.bottom > height + over
    ]


def covered(svg: str) -> int:
    """How many pairs of lines lie on one another."""
    return sum(_meet(one, other) for one, other in combinations(written(svg), 2))


def _meet(one: Written, other: Written) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > TOUCHING and down + APART * one.size > TOUCHING


def _within(part: ET.Element, outer: Matrix) -> Iterator[Written]:
    here = _moved(outer, part.get("transform", ""))
    if part.tag != f"{SVG}text":
        for inner in part:
            yield from _within(inner, here)
        return
    lines = [inner for inner in part if inner.get("class") == "line"] or [part]
    size, bold = _size(part), "bold" in f"{part.get('style', '')}{part.get('font-weight', '')}".replace("700", "bold")
    for line in lines:
        text = "".join(line.itertext())
        if text.strip():
            bold_line = bold or any("bold" in inner.get("style", "") for inner in line.iter(f"{SVG}tspan"))
            yield _box(text.strip(), line, part, here, size, bold_line)


def _box(text: str, line: ET.Element, part: ET.Element, here: Matrix, size: int, bold: bool) -> Written:
    wide = fonts.length(text, size, bold=bold)
    anchor = part.get("text-anchor", "start")
    left = float(line.get("x", 0)) - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    base = float(line.get("y", 0)) + float(line.get("dy", "0em").removesuffix("em")) * size
    corners = [_at(here, x, y) for x in (left, left + wide) for y in (base - RISE * size, base + FALL * size)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Written(text, min(across), max(across), min(down), max(down), size * math.hypot(here[0], here[1]))


def _size(part: ET.Element) -> int:
    found = re.search(r"font-size: ?([\d.]+)", part.get("style", ""))
    return round(float(found[1] if found else part.get("font-size", "16")))


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _moved(outer: Matrix, transform: str) -> Matrix:
    """The place of a part within its outer one."""
    for name, told in MOVES.findall(transform):
        given = [float(one) for one in re.split(r"[ ,]+", told.strip())]
        if name == "translate":
            outer = _times(outer, (1, 0, 0, 1, given[0], [*given, 0.0][1]))
        elif name == "scale":
            outer = _times(outer, (given[0], 0, 0, given[-1], 0, 0))
        else:
            turn, (x, y) = math.radians(given[0]), (given[1:] or [0.0, 0.0])
            cos, sin = math.cos(turn), math.sin(turn)
            back = _times(_times((1, 0, 0, 1, x, y), (cos, sin, -sin, cos, 0, 0)), (1, 0, 0, 1, -x, -y))
            outer = _times(outer, back)
    return outer


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)
