"""What the tests of supplements share: looking into a finished figure, and the text of cards."""

import re
from html import unescape

from exhibits.base import Look

LIGHT = Look("light", "wide")


def texts(figure) -> list[str]:
    """All words inside the plot."""
    inside = [word for trace in figure.data if trace.type == "scatter" for word in trace.text]
    return [*inside, *(note.text for note in figure.layout.annotations)]


def bars(figure, name):
    """The bars of this name."""
    return next(trace for trace in figure.data if trace.name == name)


def headings(markup: str) -> list[str]:
    """The headings of cards."""
    return [unescape(name) for name in re.findall(r"<h3>(.*?)</h3>", markup)]


def told(markup: str) -> str:
    """The text of cards."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<style>.*?</style>", "", markup, flags=re.DOTALL)))
