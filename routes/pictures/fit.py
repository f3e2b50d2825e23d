"""In which size a plot is drawn, so that it fills its sheet and its letters can be read from where the picture is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from exhibits.palette import TYPE
from routes.pictures import letters
from routes.pictures.sheet import Sheet, slide_space

LETTERS = 28  # pixels of the smallest letters in the plot of a slide
CLOSEST, LOOSEST = 0.45, 1.6  # how much lower or higher than on a page a plot may be drawn
SMALLEST = TYPE["projector"]["small"]
ROOMY = 984  # pixels, of the plot of an embed whose words need more room
WIDER = 1600  # pixels, of a plot that needs more room: as wide as a projector has the page
TOO_LARGE = "This picture is too large for a slide: its letters are small here. The page has it in full."


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
        if sheet.kind == "chart":
            yield Size(ROOMY, height, sheet)
        return
    legible, space = LETTERS / SMALLEST, slide_space(sheet)
    room = int(space / legible)
    if room >= height * CLOSEST:
        yield Size(int(sheet.inner / legible) - 1, min(room, round(height * LOOSEST)), sheet)
    noted = replace(sheet, notes=(TOO_LARGE, *sheet.notes))
    for tall in (0.8 * height, height):
        full = max(tall, slide_space(noted) * WIDER / sheet.inner)
        yield _whole(noted, round(min(full, LOOSEST * height)))


def _whole(sheet: Sheet, height: int) -> Size:
    """So high, and wide enough for words that letters of 28 pixels leave no room for."""
    scale = slide_space(sheet) / height
    return Size(max(WIDER, min(round(sheet.inner / scale), round(1.4 * height))), height, sheet)


def does(plot: str, size: Size) -> bool:
    """Whether a drawn plot has no words on one another and none cut off."""
    return not letters.covered(plot) and not letters.beyond(plot, size.width, size.height)
