"""Medicines and magnesium: filters to cards and a table, for both pages that show them."""

from __future__ import annotations

from html import escape

import pandas as pd

from components import show
from components.captions import plain
from components.cards import card, card_grid, finding, links, said
from components.views import built_once
from data.interactions import BASIS_WORDS, CLASS_WORDS, WAY_SHAPES, WAY_WORDS, Gap, Interaction, load_interactions
from data.safety import load_safety
from data.search import names
from data.sources import load_sources

WAYS, CLASSES = WAY_WORDS, CLASS_WORDS


def intro() -> str:
    """What stands above every list of medicines: the general rule, and that nobody stops a medicine because of it."""
    rule, changes = (load_safety()[key] for key in ("any-medicine", "changing-a-medicine"))
    return (
        f"**{plain(rule.text)}** ({show.cite(rule.sources)}) {plain(changes.text)} “Also found under” only helps the search: the "
        "sources may speak of the class and not of each name. ●●● and ●●○ beside hours tell how good the source of these hours is."
    )


@built_once
def chosen_interactions(ways: tuple[str, ...], classes: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Keys of the interactions that pass every filter; none chosen means all."""
    return tuple(
        found.key
        for found in load_interactions().values()
        if (not ways or found.direction in ways)
        and (not classes or found.drug_class in classes)
        and names(found.names, text)
    )


@built_once
def interaction_cards(keys: tuple[str, ...]) -> str:
    """A card for each medicine: which way, what happens, how far apart, and where sources part."""
    return card_grid(_interaction_card(load_interactions()[key]) for key in keys)


def _interaction_card(found: Interaction) -> str:
    side = {"drug_lowers_magnesium": "deficiency", "drug_raises_magnesium": "toxicity"}.get(found.direction, "none")
    paragraphs = [
        said("What happens", found.effect),
        said("How sure that it happens", " ".join(standing(found.sources))),
    ]
    paragraphs.append(said("What the sources say", found.timing))
    if found.differs:
        paragraphs.append(said("± Sources differ", found.differs))
    if found.named:
        paragraphs.append(said("The sources also name", f"{', '.join(found.named)}."))
    if found.also_searched:
        paragraphs.append(also_found(found.also_searched))
    if found.seen_on == "secondary":
        paragraphs.append(said("", "Read on a page that repeats the advice, not in its original."))
    tags = f"{WAY_SHAPES[found.direction]} {WAY_WORDS[found.direction]} · {CLASS_WORDS[found.drug_class].lower()}"
    first, *rest = [finding(figure) for figure in found.figures if figure.verified] or [""]
    items = [_gap_item(gap) for gap in found.gaps if gap.verified] + ([first] if first else [])
    return card(found.drug, side=side, tags=tags, paragraphs=paragraphs, items=items, more=rest, sources=found.sources)


def also_found(names: tuple[str, ...]) -> str:
    """The other names that a search finds a card by, small, so that it is seen why a card is there. HTML."""
    return f'<span class="from">Also found under: {escape(", ".join(names))}.</span>'


def _gap_item(gap: Gap) -> str:
    """The hours of one drug or source, with how sure these very hours are, from their own sources. HTML."""
    who = escape(gap.who[0].upper() + gap.who[1:])
    sure = escape(f"{' '.join(standing(gap.sources))}; {BASIS_WORDS[gap.basis]}.")
    return f'<b>{who}: {escape(gap_words(gap))}.</b> {sure}<br><span class="from">{links(gap.sources)}</span>'


def gap_words(gap: Gap) -> str:
    """ "at least 2 hours before magnesium or 4 to 6 hours after it"."""
    before = f"{_hours(gap.before_hours, gap.before_hours_at_most)} before magnesium" if gap.before_hours else ""
    after = (
        f"{_hours(gap.after_hours, gap.after_hours_at_most)} after {'it' if before else 'magnesium'}"
        if gap.after_hours
        else ""
    )
    return f"at least {' or '.join(filter(None, (before, after)))}"


def _hours(low: float, high: float | None) -> str:
    if low < 1:
        return f"{60 * low:.0f} minutes"
    upper = f" to {high:g}" if high and high > low else ""
    return f"{low:g}{upper} hour{'s' * (low > 1 or bool(upper))}"


STANDING = {
    "authoritative": ("●●●", "a label, regulator or guideline says so"),
    "peer_reviewed": ("●●●", "a study or review says so"),
    "reference_page": ("●●○", "a reference page says so"),
    "weak_page": ("●○○", "a weak page says so"),
}
"""What the best of some sources is, best first; it says nothing of how large an effect is."""


def standing(sources: tuple[str, ...]) -> tuple[str, str]:
    """Dots and words for the best of these sources: those of one statement, never of all that stands on a card."""
    qualities = {load_sources()[key].quality for key in sources}
    return next((told for quality, told in STANDING.items() if quality in qualities), ("●○○", "no document says so"))


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
            "How sure that it happens": [" ".join(standing(one.sources)) for one in found],
            "What the sources say": [one.timing for one in found],
            "Hours to keep, each with how sure": [
                "; ".join(_gap_line(gap) for gap in one.gaps if gap.verified) for one in found
            ],
            "Where sources differ": [one.differs or "" for one in found],
            "Sources": ["; ".join(load_sources()[key].short for key in one.sources) for one in found],
        }
    )


def _gap_line(gap: Gap) -> str:
    return f"{gap.who}: {gap_words(gap)} ({' '.join(standing(gap.sources))})"


def no_medicine(ways: tuple[str, ...], classes: tuple[str, ...], text: str) -> str:
    """What was asked for, where no medicine is left, and that this does not mean safe. Plain text, no markdown."""
    asked = [WAYS[way].lower() for way in ways] + [CLASSES[one].lower() for one in classes]
    asked += [f"“{text}”"] if text else []
    unknown = " Few brand names are known here, and no forms of magnesium." if text else ""
    told = load_safety()["medicine-not-listed"].text
    return f"No medicine here matches {listed(asked)}.{less(bool(ways or classes), '')}{unknown} {told}"


def less(filtered: bool, text: str) -> str:
    """What to try where nothing is left, by what was set: filters, a text, or both."""
    tries = (["take a filter away"] if filtered else []) + (["try another word, or the start of it"] if text else [])
    told = " or ".join(tries)
    return f" {told[0].upper()}{told[1:]}." if told else ""


def listed(parts: list[str]) -> str:
    """ "diuretic, thyroid hormone and “doxy”"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
