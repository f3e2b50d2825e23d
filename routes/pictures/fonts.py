"""The letters of pictures, which come with a package, so that a picture needs no font of the machine."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

import font_source_sans_pro
from PIL import ImageFont

FOLDER = Path(font_source_sans_pro.font_directory)
REGULAR, BOLD = (FOLDER / f"SourceSansPro-{weight}.ttf" for weight in ("Regular", "Bold"))
FAMILY = "Source Sans Pro"
SYMBOLS = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")  # Debian's fonts-dejavu-core
INSTEAD = str.maketrans({"●": "•", "○": "◦", "◇": "◊", "✕": "×", "✚": "+"})
"""What Source Sans Pro lacks, and what comes nearest in it, where no font of symbols is installed."""
TEXT = re.compile(r">[^<>]+<")
SIGNS = re.compile(f"[{''.join(map(chr, INSTEAD))}]+")


def files() -> list[str]:
    """The fonts that a picture is drawn with."""
    return [str(file) for file in (REGULAR, BOLD, SYMBOLS) if file.exists()]


def drawable(svg: str) -> str:
    """The SVG with every sign that Source Sans Pro lacks in the font of symbols, or put by what comes nearest.

    A font is chosen for a whole text, so a sign without one of its own would change the letters beside it.
    """
    if not SYMBOLS.exists():
        return svg.translate(INSTEAD)
    return TEXT.sub(lambda text: SIGNS.sub(r'<tspan style="font-family: DejaVu Sans">\g<0></tspan>', text[0]), svg)


@cache
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(BOLD if bold else REGULAR), size)


def width_of(markup: str, size: int) -> float:
    """Pixels of a label in plotly's markup, as wide as its bold letters would be."""
    return max(_font(size, True).getlength(unescape(re.sub(r"<[^>]+>", "", line))) for line in markup.split("<br>"))


def wrapped(text: str, *, size: int, width: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than `width` pixels; a word that is wider has a line of its own."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and _font(size, bold).getlength(longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return [line for line in lines if line]
