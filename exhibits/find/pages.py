"""The pages themselves, every exhibit on them, and the address that shows a record in its exhibit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from exhibits import catalog
from exhibits.base import Exhibit
from exhibits.choices import MOST_CHARACTERS, Choices
from exhibits.find.entry import Entry, View


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
    "evidence": Page("Evidence", "Which claims hold?", "Questions"),
    "supplements": Page("Supplements", "What is in the pill?", "Forms"),
    "brief": Page(
        "Brief", "What fits on one page for the consulting room? Tick it; take the sheet as PDF, or print it."
    ),
    "teach": Page("Teach", "How do I run this in class? Lessons that predict first, handouts, answers from phones."),
    "sources": Page(
        "Sources",
        "Where does each number come from? Methods, data to download or for programs (API), how to cite.",
        "Bibliography",
    ),
}
SEARCH = "find"  # the page that searches, which is not found itself


def pages() -> Iterator[Entry]:
    """Every page but the one that searches."""
    for address, page in PAGES.items():
        yield Entry("page", page.title, page.question, View(address))


def shown_exhibits() -> Iterator[Entry]:
    """Every picture and table, where it is shown."""
    for one in catalog.catalog().values():
        if one.page != SEARCH:
            page = PAGES[one.page].title
            about = f"{page}, {one.tab}" if one.tab else page
            also = tuple(one.also.split(", ")) if one.also else ()
            yield Entry("exhibit", one.title, about, _view(one, one.shown_first), also, said=one.key)


def view_of(key: str, **choices: Any) -> View:
    """Where the exhibit of this key shows these choices: `view_of("claim", claim="J01")`."""
    one = catalog.exhibit(key)
    return _view(one, one.choices(**choices))


def _view(one: Exhibit, choices: Choices) -> View:
    """Without the tab that the page opens with anyway: it would take that out again, and the way back would need two steps."""
    said = {name: [value] if isinstance(value, str) else value for name, value in one.address(choices).items()}
    pairs = ((name, value) for name, values in said.items() for value in values)
    return View(one.page, tuple(pair for pair in pairs if pair != ("tab", PAGES[one.page].opens_with)))


def asked(text: str) -> str:
    """The text as far as a search field takes it, cut between words."""
    return text if len(text) <= MOST_CHARACTERS else text[:MOST_CHARACTERS].rsplit(" ", 1)[0]
