"""A picture complete in itself: title, subtitle, plot, source, what to keep in mind, address, date and a code to scan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any, NamedTuple

import resvg_py
import segno

from exhibits.base import Look
from exhibits.frames import CHART_WIDTH
from exhibits.palette import PALETTE
from routes.pictures import fonts

SLIDE = (1920, 1080)
WIDTHS = {"slide": SLIDE[0], "print": 1000, "screen": 1200, "chart": CHART_WIDTH, "phone": 360}
BARE = ("chart", "phone")  # the plot alone, whose words an embed has as text
PNG_ZOOM = {"slide": 1.0, "print": 3.0}  # 1.0 is a pixel of the screen; 3.0 is 300 dots an inch on paper
CLEAR = 2.0  # of any other, for screens that have two dots a pixel
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
    "slide": Sizes(44, 28, 22, 40, 150),
    "print": Sizes(26, 17, 13, 12, 90),
}
NOTHING_ROUND = Sizes(0, 0, 0, 0, 0)


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
        return SIZES.get(self.kind, NOTHING_ROUND)

    @property
    def width(self) -> int:
        """Pixels from side to side."""
        return WIDTHS[self.kind]

    @property
    def inner(self) -> int:
        """Pixels between the margins."""
        return self.width - 2 * self.sizes.margin

    @property
    def beside_code(self) -> int:
        """Pixels that the code, which stands at the right, leaves to lines."""
        return self.inner - self.sizes.code - self.sizes.margin


class Lines(NamedTuple):
    """Lines of one size: where they end, and their SVG."""

    bottom: float
    svg: str


def head(sheet: Sheet) -> Lines:
    """Title and subtitle; on a slide, whose height is what there is least of, beside the code."""
    s = sheet.sizes
    color, slide = PALETTE[sheet.look.mode], sheet.kind == "slide"
    width = sheet.beside_code if slide else sheet.inner
    title = fonts.wrapped(sheet.title, size=s.title, width=width, bold=True)
    below = fonts.wrapped(sheet.subtitle, size=s.body, width=width)
    first = _lines(title, top=s.margin, left=s.margin, size=s.title, color=color["ink"], bold=True)
    second = _lines(below, top=first.bottom + 4, left=s.margin, size=s.body, color=color["muted"])
    if not slide:
        return Lines(second.bottom, first.svg + second.svg)
    scan = code(sheet.scan, left=sheet.width - s.margin - s.code, top=s.margin, side=s.code)
    return Lines(max(second.bottom, s.margin + s.code), first.svg + second.svg + scan)


def foot_height(sheet: Sheet) -> float:
    """Pixels that the notes need, and the code where it stands beside them."""
    s = sheet.sizes
    return max(len(_notes(sheet)) * s.small * LINE, 0 if sheet.kind == "slide" else s.code) + s.margin


def slide_space(sheet: Sheet) -> float:
    """Pixels of height left to the plot of a slide."""
    return max(200.0, SLIDE[1] - head(sheet).bottom - foot_height(sheet) - sheet.sizes.margin)


def composed(sheet: Sheet, plot: str, size: tuple[int, int]) -> str:
    """The whole picture as SVG; `plot` is the plot's own SVG of this size."""
    ground = f'<rect width="100%" height="100%" fill="{PALETTE[sheet.look.mode]["bg"]}"/>'
    if sheet.kind in BARE:
        return _document(sheet, size, [ground, fonts.in_ours(plot)])
    s, top = sheet.sizes, head(sheet)
    scale = 1.0
    if sheet.kind == "slide":
        scale = min(sheet.inner / size[0], slide_space(sheet) / size[1])
    start = top.bottom + s.margin / 2
    plot_bottom = start + size[1] * scale
    height = SLIDE[1] if sheet.kind == "slide" else round(plot_bottom + s.margin / 2 + foot_height(sheet))
    left = s.margin + (sheet.inner - size[0] * scale) / 2
    parts = [
        ground,
        top.svg,
        f'<g transform="translate({left:.1f} {start:.1f}) scale({scale:.4f})">{fonts.in_ours(plot)}</g>',
        _foot(sheet, height - foot_height(sheet)),
    ]
    return _document(sheet, (sheet.width, height), parts)


def _document(sheet: Sheet, size: tuple[int, int], parts: Iterable[str]) -> str:
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title desc" lang="en" '
        f'font-family="{fonts.STACK}">'
        f'<title id="title">{escape(sheet.title)}</title><desc id="desc">{escape(sheet.alt)}</desc>{"".join(parts)}</svg>'
    )


def _foot(sheet: Sheet, top: float) -> str:
    color, s = PALETTE[sheet.look.mode], sheet.sizes
    notes = _lines(_notes(sheet), top=top, left=s.margin, size=s.small, color=color["muted"]).svg
    if sheet.kind == "slide":
        return notes
    return notes + code(sheet.scan, left=sheet.width - s.margin - s.code, top=top, side=s.code)


def _notes(sheet: Sheet) -> list[str]:
    width = sheet.inner if sheet.kind == "slide" else sheet.beside_code
    return [line for note in sheet.notes for line in fonts.wrapped(note, size=sheet.sizes.small, width=width)]


def code(address: str, *, left: float, top: float, side: float) -> str:
    """The address as a QR code, black on white in either mode, because that is what phones read."""
    made = segno.make(address, error="m", micro=False)
    modules = made.symbol_size(border=2)[0]
    drawn = made.svg_inline(border=2, dark="#000", light="#fff", omitsize=True)
    path = re.sub(r"^<svg[^>]*>|</svg>$", "", drawn.strip())
    return f'<g transform="translate({left:.1f} {top:.1f}) scale({side / modules:.4f})">{path}</g>'


def _lines(lines: list[str], *, top: float, left: float, size: int, color: str, bold: bool = False) -> Lines:
    drawn = [
        fonts.line(line, at=(left, top + size + place * size * LINE), size=size, color=color, bold=bold)
        for place, line in enumerate(lines)
    ]
    return Lines(top + len(lines) * size * LINE, "".join(drawn))


def png(svg: str, kind: str) -> bytes:
    """The SVG in dots, with the fonts of pictures."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        font_files=fonts.FILES,
        skip_system_fonts=True,
        font_family=fonts.FAMILY,
        sans_serif_family=fonts.FAMILY,
        zoom=PNG_ZOOM.get(kind, CLEAR),
    )


def with_room(figure: dict[str, Any]) -> dict[str, Any]:
    """The figure with room for the labels of its axes made here: without a browser, plotly.js takes markup for no width."""
    layout = figure["layout"]
    axis, margin = layout.get("yaxis", {}), layout["margin"]
    margin = margin | {"b": round(max([margin["b"], *_heights(layout)]))}
    if axis.get("automargin"):
        labels, size = axis.get("ticktext") or [], axis.get("tickfont", {}).get("size", layout["font"]["size"])
        room = max((fonts.width_of(label, size) for label in labels), default=0) + axis.get("ticklabelstandoff", 0) + 6
        margin |= {"l": round(max(margin["l"], room))}
        axis = axis | {"automargin": False}
    return figure | {"layout": layout | {"margin": margin, "yaxis": axis}}


def _heights(layout: dict[str, Any]) -> Iterator[float]:
    """What the labels under each horizontal axis need, pixels."""
    for name, axis in layout.items():
        shown = name.startswith("xaxis") and axis.get("visible", True) and axis.get("showticklabels", True)
        if shown and axis.get("side") != "top":
            lines = max((str(label).count("<br>") + 1 for label in axis.get("ticktext") or ()), default=1)
            yield lines * LINE * axis.get("tickfont", {}).get("size", layout["font"]["size"]) + 6
