"""The letters of pictures, which come with a package, and the signs it lacks, which are ours: no font of the machine is needed."""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape
from pathlib import Path

import font_source_sans_pro
from PIL import ImageFont

from routes.pictures import signs

FOLDER = Path(font_source_sans_pro.font_directory)
REGULAR, BOLD = (FOLDER / f"SourceSansPro-{weight}.ttf" for weight in ("Regular", "Bold"))
FAMILY = "Source Sans Pro"
STACK = f"'{FAMILY}', 'Source Sans 3', 'Helvetica Neue', Arial, sans-serif"
"""Of every text of a picture that is opened elsewhere, where none of ours may be installed."""
FILES = [str(file) for file in (REGULAR, BOLD, signs.FONT)]
STEPS = signs.widths()


@cache
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(BOLD if bold else REGULAR), size)


def length(text: str, size: int, *, bold: bool = False) -> float:
    """Pixels of a line of plain text, the signs in it included."""
    letters = "".join(sign for sign in text if sign not in STEPS)
    return _font(size, bold).getlength(letters) + size * sum(STEPS.get(sign, 0) for sign in text)


def width_of(markup: str, size: int) -> float:
    """Pixels of a label in plotly's markup, as wide as its bold letters would be."""
    return max(length(unescape(re.sub(r"<[^>]+>", "", line)), size, bold=True) for line in markup.split("<br>"))


def wrapped(text: str, *, size: int, width: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than `width` pixels; a word that is wider is parted."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in _narrow_words(paragraph, size, width, bold):
            longer = f"{line} {word}".strip()
            if line and length(longer, size, bold=bold) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return [line for line in lines if line]


def _narrow_words(text: str, size: int, width: float, bold: bool) -> list[str]:
    """Its words; of one wider than a line, such as a long address, as many letters as a line holds, and so on."""
    words = []
    for word in text.split():
        while length(word, size, bold=bold) > width and len(word) > 1:
            fits = max(1, sum(length(word[: end + 1], size, bold=bold) <= width for end in range(len(word))))
            words.append(word[:fits])
            word = word[fits:]
        words.append(word)
    return words


def held(text: str, size: int, *, bold: bool = False) -> str:
    """Attributes that hold a line of text to its width in our letters, in whatever font it is shown."""
    return f'textLength="{length(text, size, bold=bold):.1f}" lengthAdjust="spacingAndGlyphs"'


ONE_LINE = re.compile(r'<text([^>]*style="[^"]*font-size: (\d+)px[^"]*"[^>]*)>([^<]+)</text>')


def in_ours(plot: str) -> str:
    """A plot's SVG in the letters of pictures: each text in the one stack, each plain line held to its width."""
    plot = re.sub(r"font-family:[^;]*;", f"font-family: {STACK};", plot.replace("&quot;", "'"))
    return ONE_LINE.sub(_held_line, plot)


def _held_line(line: re.Match[str]) -> str:
    attributes, size, text = line.groups()
    if text != text.strip() or "  " in text:  # not every program keeps such blanks, which its width here would have
        return line[0]
    bold = "font-weight: bold" in attributes or "font-weight: 700" in attributes
    return f"<text{attributes} {held(unescape(text), int(size), bold=bold)}>{text}</text>"


def line(text: str, *, at: tuple[float, float], size: int, color: str, bold: bool = False) -> str:
    """A line of text as SVG, from its left end and baseline, which cannot grow beyond its width here."""
    weight = ' font-weight="700"' if bold else ""
    held_to = held(text, size, bold=bold)
    return (
        f'<text x="{at[0]}" y="{at[1]:.1f}" font-size="{size}"{weight} fill="{color}" {held_to}>{escape(text)}</text>'
    )
