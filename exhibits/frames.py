"""How high a frame on another site must be, so that nothing of an exhibit in it is cut off."""

from __future__ import annotations

import re
import textwrap

from exhibits.base import DEFAULT_LOOK, Chart, Exhibit, Look, Markup
from exhibits.choices import Choices

WIDTH = 700  # pixels of the frame that the height is for; a narrower one scrolls
INNER = WIDTH - 32
CHART_WIDTH = 900  # pixels that the plot of an embed is drawn in: what the composition for a page needs at least
TITLE_LINE, TITLE_LETTERS = 28, 48  # pixels of height, letters in a line, with room for a wider font
NOTE_LINE, NOTE_LETTERS = 21, 66
GAP = 10  # between parts
ROUND = 84  # pixels: margins, and what unfolds the table
LAST_NOTE = 160  # letters of the line that leads back
TABLE_LOW, TABLE_HIGH = 420, 900  # a table scrolls in its frame


def frame_height(shown: Exhibit, choices: Choices, look: Look = DEFAULT_LOOK) -> int:
    """Pixels for a frame of 700 pixels' width: a picture is whole, a long table scrolls."""
    if reason := shown.empty(choices):
        return ROUND + _note(reason) + 3 * (NOTE_LINE + GAP)
    figure = shown.figure(choices, look)
    said = figure.words
    notes = (said["subtitle"], f"Source: {said['source']}", " ".join(shown.cautions), "x " * (LAST_NOTE // 2))
    round_it = ROUND + _lines(said["title"], TITLE_LETTERS) * TITLE_LINE + GAP + sum(map(_note, notes))
    if isinstance(figure, Markup):
        return min(max(round_it + _of_markup(figure), TABLE_LOW), TABLE_HIGH)
    return round_it + round(chart_height(figure) * INNER / CHART_WIDTH)


def chart_height(figure: Chart) -> int:
    """The height that a figure asks for, pixels."""
    return int(figure.to_dict()["layout"].get("height", 420))


def _of_markup(html: str) -> int:
    parts = len(re.findall(r"<(?:tr|p|li|h[1-6])\b", html))
    return parts * GAP + _lines(re.sub(r"<[^>]+>", " ", html), NOTE_LETTERS) * NOTE_LINE


def _note(text: str) -> int:
    return _lines(text, NOTE_LETTERS) * NOTE_LINE + GAP if text else 0


def _lines(text: str, letters: int) -> int:
    return len(textwrap.wrap(text, letters))
