"""How good the documents are that say something, in squares and in words; what all marks mean; short names for a table.

Three things are marked on these pages, each with marks of its own, so that none is taken for another: certainty in GRADE's
words (dots, on Evidence), how well established a clinical statement is (bars, in the comparison), and how good the best
document behind a statement is (squares, beside medicines).
"""

from __future__ import annotations

from data.sources import load_sources

STANDING = {
    "authoritative": ("■■■", "a label, regulator or guideline says so"),
    "peer_reviewed": ("■■■", "a study or review says so"),
    "reference_page": ("■■□", "a reference page says so"),
    "weak_page": ("■□□", "a weak page says so"),
}
"""What the best of some sources is, best first; it says nothing of how large an effect is."""
ESTABLISHED = {"well_established": "▰▰▰", "fairly_sure": "▰▰▱", "uncertain": "▰▱▱"}
"""How well established a clinical statement is, by our own reading of the sources; no GRADE rating."""
WHAT_MARKS_MEAN = "[What the marks mean](sources?tab=Glossary&word=marks)"


def standing(sources: tuple[str, ...]) -> tuple[str, str]:
    """Squares and words for the best of these sources: those of one statement, never of all that stands on a card."""
    qualities = {load_sources()[key].quality for key in sources}
    return next((told for quality, told in STANDING.items() if quality in qualities), ("□□□", "no document says so"))


def short_names(sources: tuple[str, ...]) -> str:
    """The sources as a cell of a table names them."""
    return "; ".join(load_sources()[key].short for key in sources)
