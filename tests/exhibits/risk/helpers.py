"""What the tests of risk share: the words inside a finished figure, and the text of cards."""

import re
from html import unescape

from exhibits.base import Look

LIGHT = Look("light", "wide")


def texts(figure) -> str:
    """All words inside the plot."""
    inside = [word for trace in figure.data if trace.mode == "text" for word in trace.text]
    return " ".join([*inside, *(note.text for note in figure.layout.annotations)])


def headings(markup: str) -> list[str]:
    """The headings of cards, or the names of medicines."""
    return [unescape(name) for name in re.findall(r'<(?:h3|span class="name")>(.*?)</', markup)]


def told(markup: str) -> str:
    """The text of cards."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<style>.*?</style>", "", markup, flags=re.DOTALL)))
