"""Seven things to take away, each with its sources and the page that shows it."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import pandas as pd

from data.overview import Takeaway, load_takeaways
from data.serum import Unit, in_unit
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.cards import card, card_grid
from exhibits.citations import short
from exhibits.palette import SIDE_SHAPE
from exhibits.units import UnitChoices

TITLE = "Seven things to take away"


@built_once
def table(choices: UnitChoices) -> pd.DataFrame:
    """A row a takeaway."""
    takeaways = load_takeaways()
    return pd.DataFrame(
        {
            "Takeaway": [takeaway.title for takeaway in takeaways],
            "With its limits": [in_unit(takeaway.text, choices.unit) for takeaway in takeaways],
            "Shown at": [address(takeaway) for takeaway in takeaways],
            "Sources": [short(takeaway.sources) for takeaway in takeaways],
        }
    )


def figure(choices: UnitChoices, look: Look) -> Markup:
    """The takeaways as cards."""
    return _figure(choices.unit)


@built_once
def _figure(unit: Unit) -> Markup:
    cards = load_takeaways()
    alt = f"{len(cards)} cards: {'; '.join(one.title for one in cards)}."
    return Markup.of(card_grid(_card(one, unit) for one in cards), title=TITLE, source="named on each card.", alt=alt)


def _card(takeaway: Takeaway, unit: Unit) -> str:
    more = f'<a href="{escape(address(takeaway))}">{escape(takeaway.link)}</a>'
    paragraphs = [escape(in_unit(takeaway.text, unit)), more]
    return card(titled(takeaway), side=takeaway.side, tags="", paragraphs=paragraphs, sources=takeaway.sources)


def titled(takeaway: Takeaway) -> str:
    """The title behind the mark of its side: "▼ Too little makes nerves fire too easily"."""
    return f"{SIDE_SHAPE.get(takeaway.side, '')} {takeaway.title}".strip()


def address(takeaway: Takeaway) -> str:
    """The address that shows it, without a host: "/balance?tab=Signs"."""
    query = urlencode(takeaway.query)
    return f"/{takeaway.page}" + (f"?{query}" if query else "")


def sources(choices: UnitChoices) -> tuple[str, ...]:
    """Of all seven."""
    return tuple(dict.fromkeys(key for takeaway in load_takeaways() for key in takeaway.sources))


TAKEAWAYS = Exhibit(
    "takeaways",
    title=TITLE,
    page="",
    choices=UnitChoices,
    table=table,
    figure=figure,
    rests_on=("takeaways", "reference_intakes", "upper_levels"),
    sources=sources,
    also="summary, key points, short answer, kidneys, food first, reflexes, relief of nerve pain",
)
