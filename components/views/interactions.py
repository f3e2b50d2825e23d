"""Medicines and magnesium: filters to cards and a table, for both pages that show them."""

from __future__ import annotations

from html import escape

import pandas as pd

from components.cards import card, card_grid, finding, said
from components.views import built_once
from data.interactions import CLASS_WORDS, WAY_SHAPES, WAY_WORDS, Interaction, load_interactions
from data.search import mentions
from data.sources import load_sources

WAYS, CLASSES = WAY_WORDS, CLASS_WORDS
TIMING = (
    "Which way it goes, what happens, and how far apart to take the two. Ask a pharmacist or clinician before changing any medicine; "
    "do not stop a prescribed one because of this list. “Also found under” only helps the search: the sources may speak of the class "
    "and not of each name."
)


@built_once
def chosen_interactions(ways: tuple[str, ...], classes: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Keys of the interactions that pass every filter; none chosen means all."""
    return tuple(
        found.key
        for found in load_interactions().values()
        if (not ways or found.direction in ways)
        and (not classes or found.drug_class in classes)
        and mentions(_searched(found), text)
    )


def _searched(found: Interaction) -> str:
    return " ".join((found.drug, found.effect, found.timing, CLASS_WORDS[found.drug_class], *found.also_searched))


@built_once
def interaction_cards(keys: tuple[str, ...]) -> str:
    """A card for each medicine: which way, what happens, how far apart, and where sources part."""
    return card_grid(_interaction_card(load_interactions()[key]) for key in keys)


def _interaction_card(found: Interaction) -> str:
    side = {"drug_lowers_magnesium": "deficiency", "drug_raises_magnesium": "toxicity"}.get(found.direction, "none")
    paragraphs = [said("What happens", found.effect), said("What the sources say", found.timing)]
    if found.differs:
        paragraphs.append(said("± Sources differ", found.differs))
    paragraphs.append(said("How sure", _how_sure(found)))
    if found.also_searched:
        paragraphs.append(also_found(found.also_searched))
    if found.seen_on == "secondary":
        paragraphs.append(said("", "Read on a page that repeats the advice, not in its original."))
    tags = f"{WAY_SHAPES[found.direction]} {WAY_WORDS[found.direction]} · {CLASS_WORDS[found.drug_class].lower()}"
    first, *rest = [finding(figure) for figure in found.figures if figure.verified] or [""]
    items = [first] if first else []
    return card(found.drug, side=side, tags=tags, paragraphs=paragraphs, items=items, more=rest, sources=found.sources)


def also_found(names: tuple[str, ...]) -> str:
    """The other names that a search finds a card by, small, so that it is seen why a card is there. HTML."""
    return f'<span class="from">Also found under: {escape(", ".join(names))}.</span>'


STANDING = {
    "authoritative": "●●● a label, regulator or guideline says so",
    "peer_reviewed": "●●● a study or review says so",
    "reference_page": "●●○ a reference page says so",
    "weak_page": "●○○ a weak page says so",
}
"""What the best source of an interaction is, best first; it says nothing of how large the effect is."""


def _how_sure(found: Interaction) -> str:
    qualities = {load_sources()[key].quality for key in found.sources}
    return next((words for quality, words in STANDING.items() if quality in qualities), "●○○ no document says so")


@built_once
def interaction_table(keys: tuple[str, ...]) -> pd.DataFrame:
    """The interactions as a table."""
    found = [load_interactions()[key] for key in keys]
    return pd.DataFrame(
        {
            "Medicine": [one.drug for one in found],
            "Class": [CLASS_WORDS[one.drug_class] for one in found],
            "Which way": [WAY_WORDS[one.direction] for one in found],
            "What happens": [one.effect for one in found],
            "What the sources say": [one.timing for one in found],
            "How sure": [_how_sure(one) for one in found],
            "Where sources differ": [one.differs or "" for one in found],
            "Sources": ["; ".join(load_sources()[key].short for key in one.sources) for one in found],
        }
    )


def no_medicine(ways: tuple[str, ...], classes: tuple[str, ...], text: str) -> str:
    """What was asked for, where no medicine is left."""
    asked = [WAYS[way].lower() for way in ways] + [CLASSES[one].lower() for one in classes]
    asked += [f"“{text}”"] if text else []
    unknown = (
        " Brand names are not known here, nor forms of magnesium, and the list of substances is short." if text else ""
    )
    return (
        f"No medicine here matches {listed(asked)}.{less(bool(ways or classes), '')}{unknown} That a medicine is not here does not "
        "mean it is safe with magnesium: ask a pharmacist."
    )


def less(filtered: bool, text: str) -> str:
    """What to try where nothing is left, by what was set: filters, a text, or both."""
    tries = (["take a filter away"] if filtered else []) + (["try another word, or the start of it"] if text else [])
    told = " or ".join(tries)
    return f" {told[0].upper()}{told[1:]}." if told else ""


def listed(parts: list[str]) -> str:
    """ "diuretic, thyroid hormone and “doxy”"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
