"""The signs of our pictures that Source Sans Pro lacks, as a font of their own: `python -m routes.pictures.signs` writes it.

A font that has letters too would not do: resvg takes it for the whole of a text in which one sign is missing. Each sign is
as large as its neighbors in Source Sans Pro: □ as ■, ● as ◉, ◇ as ◆.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

FONT = Path(__file__).with_name("signs.ttf")
NAME = "Magnesium Signs"
UNITS = 1000  # of the height of the letters, as in Source Sans Pro
STROKE = 70
EPOCH = 3_800_000_000  # seconds since 1904: one date, so that the same outlines are the same file
SPACES = {"\u2002": 500, "\u2003": 1000}
WIDE = 895  # the step of Source Sans Pro's own ■ ◆ ▲
Points = list[tuple[float, float]]


def _box(left: float, bottom: float, right: float, top: float) -> Points:
    return [(left, bottom), (left, top), (right, top), (right, bottom)]


def _disc(radius: float) -> Points:
    turns = [math.tau * step / 48 for step in range(48)]
    return [(447 - radius * math.cos(turn), 343 + radius * math.sin(turn)) for turn in turns]


def _diamond(reach: float) -> Points:
    return [(447 - reach, 343), (447, 343 + reach), (447 + reach, 343), (447, 343 - reach)]


def _leaning(inset: float) -> Points:
    """A leaning box, `inset` smaller on each side."""
    return [
        (20 + inset * 1.8, 160 + inset),
        (220 + inset * 0.9, 526 - inset),
        (880 - inset * 1.8, 526 - inset),
        (680 - inset * 0.9, 160 + inset),
    ]


def _cross(arm: float, reach: float) -> Points:
    corner = [(-arm, reach), (arm, reach), (arm, arm), (reach, arm), (reach, -arm), (arm, -arm)]
    corner += [(arm, -reach), (-arm, -reach), (-arm, -arm), (-reach, -arm), (-reach, arm), (-arm, arm)]
    return [(447 + x, 343 + y) for x, y in corner]


def _turned(points: Points) -> Points:
    half = math.sqrt(0.5)
    return [(447 + (x - 447 - y + 343) * half, 343 + (x - 447 + y - 343) * half) for x, y in points]


SIGNS: dict[str, tuple[Points, ...]] = {
    "●": (_disc(400),),
    "○": (_disc(400), _disc(400 - STROKE)[::-1]),
    "◇": (_diamond(422), _diamond(422 - STROKE * 1.4)[::-1]),
    "□": (_box(45, -60, 850, 745), _box(45 + STROKE, -60 + STROKE, 850 - STROKE, 745 - STROKE)[::-1]),
    "▰": (_leaning(0),),
    "▱": (_leaning(0), _leaning(STROKE * 0.8)[::-1]),
    "✚": (_cross(130, 390),),
    "✕": (_turned(_cross(70, 430)),),
}
"""Outlines, the outer one clockwise, an inner one against it."""


def widths() -> dict[str, float]:
    """The step of each sign and space, in parts of the height of the letters."""
    return {sign: WIDE / UNITS for sign in SIGNS} | {space: wide / UNITS for space, wide in SPACES.items()}


def main() -> None:
    """Write the font; fontTools is a requirement of development alone."""
    from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]

    steps = {".notdef": 500} | {_name(sign): round(wide * UNITS) for sign, wide in widths().items()}
    build = FontBuilder(UNITS, isTTF=True)
    build.setupGlyphOrder(list(steps))
    build.setupCharacterMap({ord(sign): _name(sign) for sign in widths()})
    build.setupGlyf(
        {name: _glyph({_name(sign): drawn for sign, drawn in SIGNS.items()}.get(name, ())) for name in steps}
    )
    build.setupHorizontalMetrics({name: (step, 0) for name, step in steps.items()})
    build.setupHorizontalHeader(ascent=984, descent=-273)
    build.setupNameTable(
        {"familyName": NAME, "styleName": "Regular", "fullName": NAME, "psName": NAME.replace(" ", "")}
    )
    build.setupOS2(sTypoAscender=750, sTypoDescender=-250, usWinAscent=984, usWinDescent=273)
    build.setupPost()
    build.updateHead(created=EPOCH, modified=EPOCH)
    build.font.recalcTimestamp = False
    build.save(FONT)


def _name(sign: str) -> str:
    return f"uni{ord(sign):04X}"


def _glyph(outlines: tuple[Points, ...]) -> Any:
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

    pen = TTGlyphPen(None)
    for points in outlines:
        pen.moveTo(_whole(points[0]))
        for point in points[1:]:
            pen.lineTo(_whole(point))
        pen.closePath()
    return pen.glyph()


def _whole(point: tuple[float, float]) -> tuple[int, int]:
    return round(point[0]), round(point[1])


if __name__ == "__main__":
    main()
