"""What every search box looks for: all the words, in any order; a comma means or."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+")


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


def names(where: str, text: str) -> bool:
    """Like `mentions`, for names: each word of a part must begin a word of `where`, and a plural s does not count.

    Worked: "iron" is in "iron preparations" and not in "spironolactone"; "doxy" is in "doxycycline". A text of signs
    alone is in none.
    """
    known = WORD.findall(where.casefold())
    parts = [[word.removesuffix("s") for word in WORD.findall(part)] for part in alternatives(text.casefold())]
    return not parts or any(part and all(_begins(word, known) for word in part) for part in parts)


def _begins(word: str, known: list[str]) -> bool:
    return any(name.startswith(word) for name in known)
