"""What can be found: its name, a line of what it is, the view that shows it, and the words it is found by."""

from __future__ import annotations

import textwrap
from typing import NamedTuple
from urllib.parse import urlencode

MOST_ABOUT = 120  # letters of the line beside a name

KINDS = {  # what many of a kind are called; in this order where results fit equally well
    "page": "Pages",
    "exhibit": "Pictures and tables",
    "group": "Groups at risk",
    "medicine": "Medicines",
    "sign": "Signs and symptoms",
    "target": "Daily targets",
    "food": "Foods",
    "claim": "Claims",
    "form": "Forms of magnesium",
    "complaint": "Complaints",
    "question": "Questions and answers",
    "comparison": "Rows of the comparison",
    "level": "Blood levels",
    "test": "Tests of magnesium status",
    "mechanism": "Mechanisms",
    "step": "Steps of the 30-day plan",
    "study": "Studies",
    "term": "Words explained",
    "missing": "Looked for and not found",
    "source": "Other sources",
    "fault": "Faults in print",
    "table": "Tables of the data",
}


class View(NamedTuple):
    """An address of the dashboard."""

    page: str  # "" for the first
    query: tuple[tuple[str, str], ...] = ()

    @property
    def link(self) -> str:
        """The address without a host, from beside any page: "foods?q=Almonds", "./" for the first page."""
        return (self.page or "./") + (f"?{urlencode(self.query)}" if self.query else "")


class Entry(NamedTuple):
    """One thing that can be found."""

    kind: str  # of KINDS
    name: str
    about: str  # what it is, in a line
    view: View  # where it is on show
    also: tuple[str, ...] = ()  # other names
    said: str = ""  # further words it is found by, which weigh less


def line(text: str) -> str:
    """The text in one line, cut between words where it is long."""
    return textwrap.shorten(text, MOST_ABOUT, placeholder=" …")
