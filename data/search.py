"""What every search box looks for: all the words, in any order; a comma means or."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_BRITISH = re.compile(r"[ao]e(?!s?$)")  # in anaemia, oedema; not the end of algae, toes


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
    """Like `mentions`, for names: each word of a part must begin a word of `where`, as `begins` says.

    Worked: "iron" is in "iron preparations" and not in "spironolactone"; "doxy" is in "doxycycline". A text of signs
    alone is in none.
    """
    known = words(where)
    parts = [words(part) for part in alternatives(text)]
    return not parts or any(part and all(any(begins(word, one) for one in known) for word in part) for part in parts)


def words(text: str) -> list[str]:
    """The words in lower case without accents. Worked: "Sjögren’s, L-threonate" becomes ["sjogren", "l", "threonate"]."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", text.casefold()))
    return _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))


def begins(sought: str, known: str) -> bool:
    """Whether one word begins another, in any of their `forms`: "berries" begins "berry", "anaem" begins "anemia"."""
    return any(form.startswith(start) for start in forms(sought) for form in forms(known))


@lru_cache(maxsize=1 << 14)
def forms(word: str) -> tuple[str, ...]:
    """A word as it stands, in the singular, and as Americans spell it: "oedemas", "oedema", "edema"."""
    one = _singular(word)
    return tuple(dict.fromkeys((word, one, _BRITISH.sub("e", one))))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith("oes"):
        return word[:-2]
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word
