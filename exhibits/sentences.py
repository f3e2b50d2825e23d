"""Parts of sentences: lists, how words begin or go on, and what to try where nothing is found."""

from __future__ import annotations

from collections.abc import Sequence


def listed(parts: Sequence[str]) -> str:
    """ "diuretic, thyroid hormone and “doxy”"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def less(filtered: bool, text: str) -> str:
    """What to try where nothing is left, by what was set: filters, a text, or both."""
    tries = (["take a filter away"] if filtered else []) + (["try another word, or the start of it"] if text else [])
    told = " or ".join(tries)
    return f" {told[0].upper()}{told[1:]}." if told else ""


def inside(words: str) -> str:
    """Words inside a sentence; the names in them keep their capitals, as in "amphotericin B"."""
    return words[0].lower() + words[1:]


def first_upper(words: str) -> str:
    """Words as a sentence begins with them."""
    return words[0].upper() + words[1:]
