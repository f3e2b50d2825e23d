"""What a search box looks for: a comma between two words means either of them."""

from __future__ import annotations


def alternatives(text: str) -> list[str]:
    """The parts between commas, without blanks. Worked: "almonds, beans," becomes ["almonds", "beans"]."""
    return [part for part in (piece.strip() for piece in text.split(",")) if part]


def mentions(where: str, text: str) -> bool:
    """Whether `where` holds the text, or any of its parts between commas, whatever the case; an empty text is in all."""
    folded, sought = where.casefold(), text.casefold()
    return sought in folded or any(part in folded for part in alternatives(sought))
