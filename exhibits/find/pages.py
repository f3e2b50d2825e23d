"""The pages themselves, and every exhibit on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from exhibits import catalog
from exhibits.base import Exhibit
from exhibits.find.entry import Entry


class Page(NamedTuple):
    """A page of the menu."""

    title: str
    question: str  # that it answers
    opens_with: str = ""  # the tab that is open where the address names none


PAGES = {
    "": Page(
        "Overview",
        "Can magnesium cause nerve and joint pain, or does it protect? The short answer, and your daily target.",
    ),
    "balance": Page("Too little or too much", "What differs between deficiency and toxicity?", "Side by side"),
    "intake-nerves": Page("Intake and nerves", "Is the curve of neuropathy by intake really U-shaped?", "The curve"),
    "foods": Page("Foods", "Where does magnesium come from?", "Find"),
    "risk-groups": Page("Who is at risk", "Who should think about it, and in which direction?", "Groups"),
    "pain": Page("Pain", "How could magnesium touch joints, muscles, nerves, fibromyalgia?", "By complaint"),
    "evidence": Page("Evidence", "Which claims hold?", "Claims"),
    "supplements": Page("Supplements", "What is in the pill?", "Forms"),
    "sources": Page(
        "Sources", "Where does each number come from? Methods, data to download, how to cite.", "Bibliography"
    ),
}
SEARCH = "find"  # the page that searches, which is not found itself


def pages() -> Iterator[Entry]:
    """Every page but the one that searches."""
    for address, page in PAGES.items():
        yield Entry("page", page.title, page.question, address)


def shown_exhibits() -> Iterator[Entry]:
    """Every picture and table, where it is shown."""
    for one in catalog.catalog().values():
        if one.page != SEARCH:
            page = PAGES[one.page]
            about = f"{page.title}, {one.tab}" if one.tab else page.title
            yield Entry("exhibit", one.title, about, one.page, _query(one, page), tuple(one.also.split(", ")), one.key)


def _query(one: Exhibit, page: Page) -> tuple[tuple[str, str], ...]:
    address = one.address(one.shown_first)
    pairs = ((name, one) for name, said in address.items() for one in ([said] if isinstance(said, str) else said))
    return tuple(pair for pair in pairs if pair != ("tab", page.opens_with))
