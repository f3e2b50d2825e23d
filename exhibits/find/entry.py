"""What can be found: its name, a line of what it is, the words it is found by, and the address that shows it."""

from __future__ import annotations

import textwrap
from typing import NamedTuple
from urllib.parse import urlencode

MOST_ABOUT = 120  # letters of the line beside a name
MOST_ASKED = 200  # letters that a search field of a page takes

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


class Entry(NamedTuple):
    """One thing that can be found."""

    kind: str  # of KINDS
    name: str
    about: str  # what it is, in a line
    page: str  # its address, "" for the first
    query: tuple[tuple[str, str], ...] = ()  # what the address says, but for what the page opens with anyway: it would
    # take that out of the address again, and the way back would need two steps
    also: tuple[str, ...] = ()  # other names
    said: str = ""  # further words it is found by, which weigh less

    @property
    def link(self) -> str:
        """The address without a host: "foods?q=Almonds", "./" for the first page."""
        return (self.page or "./") + (f"?{urlencode(self.query)}" if self.query else "")


def line(text: str) -> str:
    """The text in one line, cut between words where it is long."""
    return textwrap.shorten(text, MOST_ABOUT, placeholder=" …")


def asked(text: str) -> str:
    """The text as far as a search field takes it, cut between words."""
    return text if len(text) <= MOST_ASKED else text[:MOST_ASKED].rsplit(" ", 1)[0]
