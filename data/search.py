"""The one way in which every search box compares words: whole words and their beginnings, never the middle of another.

A box searches `Words`, made once of its records. All words of a text must be there, in any order; a comma means or.
Singular and plural, British and American spelling, accents, quotes and dashes of phones make no difference, and a DOI is
found as it was copied. Where nothing is found, `Words.tries` offers words that are written alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from data.spelling import begins, forms, words

SHORT = (
    3  # letters of a word that is rather an abbreviation: its beginnings are looked at only where it never stands whole
)
ALIKE, SHORT_ALIKE, MOST_ALIKE = 75, 65, 2  # how much alike of 100 two words, or short ones, must be; offered for one
LEAST_TYPED = 4  # letters of a word that is worth a guess
FEW_EDITS, LETTERS_AN_EDIT = 2, 4  # so many letters may differ, or one of so many: "coumadin" is no slip for "cumin"
LEAST_PARTED = 3  # letters of either half of a word that may be two
MOST_TRIES = 6
# Words that everything here is about, or that only hold a question together: they narrow nothing down.
EMPTY = frozenset(["magnesium", "mg", "a", "an", "and", "any", "are", "at", "best", "better", "by", "can", "do", "does", "for", "from", "good", "how", "i", "if", "in", "is", "it", "many", "me", "much", "my", "of", "on", "or", "s", "so", "that", "the", "there", "this", "to", "was", "well", "what", "when", "where", "which", "who", "why", "will", "with"])  # fmt: skip
_DOI = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|\bdoi:\s*", re.IGNORECASE)

__all__ = ["Place", "Words", "alternatives", "begins", "forms", "said_in", "telling", "words"]


class Place(NamedTuple):
    """How well a record fits, the best first: the field that a word stands in, and whether it is only the beginning of one."""

    field: int  # 0 is the record's own name
    only_begins: bool


def alternatives(text: str) -> list[str]:
    """The parts between commas, without blanks. Worked: "almonds, beans," becomes ["almonds", "beans"]."""
    return [part for part in (piece.strip() for piece in text.split(",")) if part]


def said_in(text: str) -> list[str]:
    """The words of a text that a reader typed or copied. Worked: "https://doi.org/10.1/a-b" becomes ["10", "1", "a", "b"]."""
    return words(unquote(_DOI.sub(" ", text)) if _DOI.search(text) else text)


def telling(text: str) -> list[str]:
    """The words of a text that narrow something down, or all where none does: of "what is a fifth" ["fifth"]."""
    said = said_in(text)
    return [word for word in said if word not in EMPTY] or said


class Words:
    """Every word of some records in order, with the records that have it, so that a search looks at few of them.

    `fields` hold the text of each record, its own name first, then what weighs less. `other_names` maps what readers say
    to what the records say: {"aubergine": "eggplant", "minced beef": "ground beef"}. `phrases` are the whole names, where
    the first field holds only a part of them.
    """

    def __init__(
        self,
        *fields: Sequence[str],
        other_names: Mapping[str, str] | None = None,
        phrases: Sequence[str] | None = None,
    ):
        self.size = len(fields[0])
        self._phrases = [f" {' '.join(words(name))}" for name in (fields[0] if phrases is None else phrases)]
        self.names = [words(name) for name in fields[0]]
        self.others = {tuple(words(other)): words(ours) for other, ours in (other_names or {}).items()}
        self.spelled: Counter[str] = Counter()  # as the records write it
        where: dict[str, dict[int, int]] = defaultdict(dict)
        for field, texts in enumerate(fields):
            for place, text in enumerate(texts):
                said = self.names[place] if field == 0 else words(text)
                self.spelled.update(said)
                for form in (form for word in said for form in forms(word)):
                    where[form].setdefault(place, field)
        self.vocabulary = sorted(where)
        self._where = [where[word] for word in self.vocabulary]

    def having(self, sought: str) -> dict[int, Place]:
        """The records with this word, or with one that begins so, and where it stands in each."""
        whole: dict[int, Place] = {}
        begun: dict[int, Place] = {}
        for start in forms(sought):
            for word, places in self._from(start):
                found = whole if word == start else begun
                for place, field in places.items():
                    found[place] = min(Place(field, word != start), found.get(place, Place(field, True)))
        if whole and len(sought) <= SHORT:
            return whole
        return begun | whole

    def _from(self, start: str) -> Iterator[tuple[str, dict[int, int]]]:
        """The words that begin so."""
        for at in range(bisect_left(self.vocabulary, start), len(self.vocabulary)):
            if not self.vocabulary[at].startswith(start):
                return
            yield self.vocabulary[at], self._where[at]

    def find(self, text: str) -> dict[int, Place]:
        """The records that fit a text, each with the least of its words' places; all of them for a text without words.

        A text with a comma that stands so in the name of one record, as "spinach, boiled" does, finds these alone.
        """
        parts = [said_in(part) for part in alternatives(text)]
        if not parts:
            return dict.fromkeys(range(self.size), Place(0, False))
        if len(parts) > 1 and (named := self._named(" ".join(word for part in parts for word in part))):
            return dict.fromkeys(named, Place(0, False))
        found: dict[int, Place] = {}
        for part in filter(None, map(telling, alternatives(text))):
            for place, how in self._all_of(self._ours(self.written(part))).items():
                found[place] = min(how, found.get(place, how))
        return found

    def missed(self, text: str) -> tuple[str, ...]:
        """The parts between commas that find nothing, where others do. Worked: of "almonds, xyzzy" ("xyzzy",)."""
        parts, found = alternatives(text), self.find(text)
        if len(parts) < 2 or not found or self._named(" ".join(word for part in parts for word in said_in(part))):
            return ()
        return tuple(part for part in parts if said_in(part) and not self.find(part))

    def _named(self, phrase: str) -> list[int]:
        return [place for place, name in enumerate(self._phrases) if f" {phrase}" in name] if phrase else []

    def _all_of(self, part: Iterable[str]) -> dict[int, Place]:
        """The records that have all these words."""
        found: dict[int, Place] | None = None
        for word in dict.fromkeys(part):
            having = self.having(word)
            found = having if found is None else {p: max(how, having[p]) for p, how in found.items() if p in having}
        return found or {}

    def written(self, part: list[str]) -> list[str]:
        """The words as a record writes them: joined, or one parted, where none has them as they stand. Of "oat meal" "oatmeal"."""
        return next((one for one in (part, *self._joined_or_parted(part)) if self._all_of(self._ours(one))), part)

    def _joined_or_parted(self, part: list[str]) -> Iterator[list[str]]:
        for at, word in enumerate(part):
            joined = "".join(part[at : at + 2])
            if joined != word and joined in self.spelled:
                yield [*part[:at], joined, *part[at + 2 :]]
            for cut in range(LEAST_PARTED, len(word) - LEAST_PARTED + 1):
                if word[:cut] in self.spelled and word[cut:] in self.spelled:
                    yield [*part[:at], word[:cut], word[cut:], *part[at + 1 :]]

    def _ours(self, part: list[str]) -> list[str]:
        """The words with other names put into the records' own. The longest goes first."""
        said: list[str] = []
        while part:
            for many in range(min(3, len(part)), 0, -1):
                if ours := self._own_name(part[:many]):
                    break
            said += ours or part[:1]
            part = part[many:]
        return said

    def _own_name(self, part: list[str]) -> list[str] | None:
        for number in {0, 1}:  # as typed, and in the singular
            if ours := self.others.get((*part[:-1], forms(part[-1])[min(number, len(forms(part[-1])) - 1)])):
                return ours
        return None

    def tries(self, text: str) -> tuple[str, ...]:
        """What to search for where a text finds nothing: the text with words written alike, then its words one by one."""
        tries: list[str] = []
        if self.find(text):
            return ()
        for part in filter(None, map(telling, alternatives(text))):
            known = {word: bool(self.having(word)) for word in self._ours(part)}
            strange = [word for word in part if not known.get(word, True)]
            close = {word: self.near(word) for word in strange}
            for at in range(MOST_ALIKE if any(close.values()) else 0):
                said = [_one_of(close[word], at) if word in close else word for word in part]
                tries.append(" ".join(filter(None, said)))
            if len(part) > 1:
                tries += [word for word in part if known.get(word)]
        return tuple(one for one in dict.fromkeys(tries) if one and one != text and self.find(one))[:MOST_TRIES]

    def near(self, word: str) -> tuple[str, ...]:
        """Words of the records that are written much like this one, the likest first."""
        if len(word) < LEAST_TYPED:
            return ()
        known = [one for one in self.spelled if len(one) >= LEAST_TYPED and not one.isdigit()]
        least = SHORT_ALIKE if len(word) <= LEAST_TYPED + 1 else ALIKE
        close = process.extract(word, known, scorer=fuzz.ratio, score_cutoff=least, limit=2 * MOST_ALIKE)
        edits = max(FEW_EDITS, len(word) // LETTERS_AN_EDIT)
        close = [found for found in close if OSA.distance(word, found[0]) <= edits]
        ranked = sorted(close, key=lambda found: (-found[1], found[0][0] != word[0], -self.spelled[found[0]]))
        one_each = {forms(found[0])[-1]: found[0] for found in reversed(ranked)}  # "almonds" or "almond", not both
        return tuple(found[0] for found in ranked if found[0] in one_each.values())[:MOST_ALIKE]


def _one_of(close: tuple[str, ...], at: int) -> str:
    """The word of this rank, or the likest; "" where none is alike."""
    return close[min(at, len(close) - 1)] if close else ""
