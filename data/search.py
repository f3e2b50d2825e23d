"""What every search box looks for: all the words, in any order; a comma means or."""

from __future__ import annotations


def alternatives(text: str) -> list[str]:
    """The parts between commas, without blanks. Worked: "almonds, beans," becomes ["almonds", "beans"]."""
    return [part for part in (piece.strip() for piece in text.split(",")) if part]


def mentions(where: str, text: str) -> bool:
    """Whether `where` holds the text, or all words of one of its parts between commas, whatever the case.

    A text without a word is in all.
    """
    folded, sought = where.casefold(), text.casefold()
    parts = alternatives(sought)
    return not parts or sought in folded or any(all(word in folded for word in part.split()) for part in parts)
