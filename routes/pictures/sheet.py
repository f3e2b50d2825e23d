"""A picture complete in itself: title, subtitle, plot, source, what to keep in mind, address, date and a code to scan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any, NamedTuple

import resvg_py
import segno

from exhibits.base import Look
from exhibits.palette import PALETTE
from routes.pictures import fonts

SLIDE = (1920, 1080)
SCREEN_WIDTH, PRINT_WIDTH = 1200, 1000
PNG_ZOOM = {"screen": 2.0, "slide": 1.0, "print": 3.0}  # 1.0 is a pixel of the screen; 3.0 is 300 dots an inch on paper
LINE = 1.3  # of the size of the letters


class Sizes(NamedTuple):
    """Letters and margins, pixels."""

    title: int
    body: int
    small: int
    margin: int
    code: int  # side of the code to scan


SIZES = {
    "screen": Sizes(28, 18, 14, 32, 96),
    "slide": Sizes(46, 28, 20, 56, 150),
    "print": Sizes(26, 17, 13, 12, 90),
}


@dataclass(frozen=True)
class Sheet:
    """What stands on a picture round its plot."""

    kind: str
    look: Look
    title: str
    subtitle: str
    notes: tuple[str, ...]  # source, what to keep in mind, address with date
    alt: str
    scan: str  # the address in the code

    @property
    def sizes(self) -> Sizes:
        """Its letters and margins."""
        return SIZES[self.kind]

    @property
    def width(self) -> int:
        """Pixels from side to side."""
        return {"slide": SLIDE[0], "print": PRINT_WIDTH}.get(self.kind, SCREEN_WIDTH)

    @property
    def inner(self) -> int:
        """Pixels between the margins."""
        return self.width - 2 * self.sizes.margin


class Lines(NamedTuple):
    """Lines of one size: where they end, and their SVG."""

    bottom: float
    svg: str


def head(sheet: Sheet) -> Lines:
    """Title and subtitle."""
    s = sheet.sizes
    color = PALETTE[sheet.look.mode]
    title = fonts.wrapped(sheet.title, size=s.title, width=sheet.inner, bold=True)
    below = fonts.wrapped(sheet.subtitle, size=s.body, width=sheet.inner)
    first = _lines(title, top=s.margin, left=s.margin, size=s.title, color=color["ink"], bold=True)
    second = _lines(below, top=first.bottom + 4, left=s.margin, size=s.body, color=color["muted"])
    return Lines(second.bottom, first.svg + second.svg)


def foot_height(sheet: Sheet) -> float:
    """Pixels that the notes and the code need."""
    return max(len(_notes(sheet)) * sheet.sizes.small * LINE, sheet.sizes.code) + sheet.sizes.margin


def plot_size(sheet: Sheet, height: int) -> tuple[int, int]:
    """The size to draw the plot in: its own height; on a slide the shape of the space there is, so that it can be filled."""
    if sheet.kind != "slide":
        return sheet.inner, height
    free = slide_space(sheet)
    return max(900, round(height * sheet.inner / free)), height


def slide_space(sheet: Sheet) -> float:
    """Pixels of height left to the plot of a slide."""
    return max(200.0, SLIDE[1] - head(sheet).bottom - foot_height(sheet) - 2 * sheet.sizes.margin)


def composed(sheet: Sheet, plot: str, size: tuple[int, int]) -> str:
    """The whole picture as SVG; `plot` is the plot's own SVG of this size."""
    s, top = sheet.sizes, head(sheet)
    scale = 1.0
    if sheet.kind == "slide":
        scale = min(sheet.inner / size[0], slide_space(sheet) / size[1])
    start = top.bottom + s.margin / 2
    plot_bottom = start + size[1] * scale
    height = SLIDE[1] if sheet.kind == "slide" else round(plot_bottom + s.margin / 2 + foot_height(sheet))
    left = s.margin + (sheet.inner - size[0] * scale) / 2
    parts = [
        f'<rect width="100%" height="100%" fill="{PALETTE[sheet.look.mode]["bg"]}"/>',
        top.svg,
        f'<g transform="translate({left:.1f} {start:.1f}) scale({scale:.4f})">{inside(plot)}</g>',
        _foot(sheet, height - foot_height(sheet)),
    ]
    return _document(sheet, height, parts)


def _document(sheet: Sheet, height: int, parts: Iterable[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{sheet.width}" '
        f'height="{height}" viewBox="0 0 {sheet.width} {height}" role="img" aria-labelledby="title desc" lang="en" '
        f"font-family=\"{fonts.FAMILY}, 'Source Sans 3', 'Helvetica Neue', Arial, sans-serif\">"
        f'<title id="title">{escape(sheet.title)}</title><desc id="desc">{escape(sheet.alt)}</desc>{"".join(parts)}</svg>'
    )


def _foot(sheet: Sheet, top: float) -> str:
    color = PALETTE[sheet.look.mode]
    notes = _lines(_notes(sheet), top=top, left=sheet.sizes.margin, size=sheet.sizes.small, color=color["muted"])
    side = sheet.sizes.code
    return notes.svg + code(sheet.scan, left=sheet.width - sheet.sizes.margin - side, top=top, side=side)


def _notes(sheet: Sheet) -> list[str]:
    width = sheet.inner - sheet.sizes.code - sheet.sizes.margin
    return [line for note in sheet.notes for line in fonts.wrapped(note, size=sheet.sizes.small, width=width)]


def code(address: str, *, left: float, top: float, side: float) -> str:
    """The address as a QR code, black on white in either mode, because that is what phones read."""
    made = segno.make(address, error="m", micro=False)
    modules = made.symbol_size(border=2)[0]
    drawn = made.svg_inline(border=2, dark="#000", light="#fff", omitsize=True)
    path = re.sub(r"^<svg[^>]*>|</svg>$", "", drawn.strip())
    return f'<g transform="translate({left:.1f} {top:.1f}) scale({side / modules:.4f})">{path}</g>'


def _lines(lines: list[str], *, top: float, left: float, size: int, color: str, bold: bool = False) -> Lines:
    weight = ' font-weight="700"' if bold else ""
    drawn = [
        f'<text x="{left}" y="{top + size + place * size * LINE:.1f}" font-size="{size}"{weight} fill="{color}">'
        f"{escape(line)}</text>"
        for place, line in enumerate(lines)
    ]
    return Lines(top + len(lines) * size * LINE, fonts.drawable("".join(drawn)))


def inside(plot: str) -> str:
    """The plot to be put into another SVG: in the font of pictures, without the light switched by a browser's own style."""
    plot = plot.replace("&quot;Source Sans&quot;, &quot;Source Sans Pro&quot;, sans-serif", fonts.FAMILY)
    return fonts.drawable(re.sub(r"font-family:\s*[^;\"]+", f"font-family: {fonts.FAMILY}", plot))


def png(svg: str, kind: str) -> bytes:
    """The SVG in dots, with the fonts of pictures."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        font_files=fonts.files(),
        skip_system_fonts=True,
        font_family=fonts.FAMILY,
        sans_serif_family=fonts.FAMILY,
        zoom=PNG_ZOOM[kind],
    )


def with_room(figure: dict[str, Any]) -> dict[str, Any]:
    """The figure with room for the labels of its axes made here: without a browser, plotly.js takes markup for no width."""
    layout = figure["layout"]
    axis = layout.get("yaxis", {})
    if not axis.get("automargin"):
        return figure
    labels, size = axis.get("ticktext") or [], axis.get("tickfont", {}).get("size", layout["font"]["size"])
    room = max((fonts.width_of(label, size) for label in labels), default=0) + axis.get("ticklabelstandoff", 0) + 6
    margin = layout["margin"] | {"l": round(max(layout["margin"]["l"], room))}
    return figure | {"layout": layout | {"margin": margin, "yaxis": axis | {"automargin": False}}}


def height_of(figure: dict[str, Any]) -> int:
    """The height a figure asks for, pixels."""
    return int(figure["layout"].get("height", 420))
