"""In which size a plot is drawn, so that it fills its sheet and its letters can be read from where the picture is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from exhibits.palette import TYPE
from routes.pictures import letters
from routes.pictures.sheet import Sheet, slide_space

LETTERS = 28  # pixels of the smallest letters in the plot of a slide
CLOSEST, LOOSEST = 0.55, 1.6  # how much lower or higher than on a page a plot may be drawn
SMALLEST = TYPE["projector"]["small"]
WIDEST = 1400  # of a plot with letters of a projector that is taller than its slide
TOO_TALL = "This picture is too tall for a slide: its letters are small here. The page has it in full."


class Size(NamedTuple):
    """A size to draw a plot in, pixels, with the sheet for it."""

    width: int
    height: int
    sheet: Sheet


def height_of(figure: dict[str, Any]) -> int:
    """The height a figure asks for, pixels."""
    return int(figure["layout"].get("height", 420))


def sizes(sheet: Sheet, height: int) -> Iterator[Size]:
    """The sizes to draw a plot of this height in, best first; the last one does in any case.

    A slide's plot is as wide as letters of 28 pixels allow, and as high as there is room. One that is higher on its page is
    drawn with its rows closer, where they stay apart, else smaller as a whole, and the slide says so.
    """
    if sheet.kind != "slide":
        yield Size(sheet.inner, height, sheet)
        return
    legible, space = LETTERS / SMALLEST, slide_space(sheet)
    room = int(space / legible)
    if room >= height * CLOSEST:
        yield Size(int(sheet.inner / legible) - 1, min(room, round(height * LOOSEST)), sheet)
    noted = replace(sheet, notes=(TOO_TALL, *sheet.notes))
    for share in (0.7, 1.0):
        if (tall := round(height * share)) > room:
            yield _small(noted, tall)


def _small(sheet: Sheet, height: int) -> Size:
    """As high as it is, and no wider than letters of one size need."""
    scale = slide_space(sheet) / height
    return Size(min(round(sheet.inner / scale), max(WIDEST, round(1.4 * height))), height, sheet)


def does(plot: str, size: Size) -> bool:
    """Whether a drawn plot has no words on one another and none cut off."""
    return not letters.covered(plot) and not letters.beyond(plot, size.width, size.height)
