"""A search box: the records it looks through, how a text finds them, and what to try where it finds none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from data.search import Words
from exhibits.sentences import listed

R = TypeVar("R")


class Box:
    """What one search box looks through: the words of its records, and their keys.

    `index` gives both and is kept by whoever made it; `example` is a text that finds something.
    """

    def __init__(self, index: Callable[[], tuple[Words, Sequence[str]]], *, example: str, by_name_first: bool = False):
        self.index, self.example, self.by_name_first = index, example, by_name_first

    @classmethod
    def of(
        cls,
        records: Callable[[], Mapping[str, R]],
        said: Callable[[R], tuple[str, ...]],
        *,
        example: str,
        other_names: Mapping[str, str] | None = None,
        by_name_first: bool = False,
    ) -> Box:
        """A box of records by key, which their loader keeps. `said` gives the texts of one, its name first.

        `by_name_first` where what else is said counts only as long as no name has the words: every form of magnesium
        is compared with the oxide, and a search for it means the oxide.
        """

        @lru_cache(maxsize=1)
        def made(_: int) -> tuple[Words, Sequence[str]]:
            fields = zip(*map(said, records().values()), strict=True)
            return Words(*map(list, fields), other_names=other_names), list(records())

        return cls(lambda: made(id(records())), example=example, by_name_first=by_name_first)

    def found(self, text: str) -> frozenset[str]:
        """Keys of the records that fit; all of them for an empty text."""
        words, keys = self.index()
        found = words.find(text)
        if self.by_name_first:
            found = {place: how for place, how in found.items() if how.field == 0} or found
        return frozenset(keys[place] for place in found)

    @property
    def words(self) -> Words:
        """The words of its records."""
        return self.index()[0]

    def tries(self, text: str) -> tuple[str, ...]:
        """Texts to search for where this one finds nothing: written alike, or a part of it."""
        return self.words.tries(text)


def missed_words(words: Words, text: str) -> str:
    """ "Nothing here matches “xyzzy”." of a part between commas that a list of what was found would hide; "" without one."""
    if not (missed := words.missed(text)):
        return ""
    tries = dict.fromkeys(one for part in missed for one in words.tries(part))
    return f"Nothing here matches {listed([f'“{part}”' for part in missed])}.{did_you_mean(tries)}"


def did_you_mean(tries: Collection[str]) -> str:
    """ " Did you mean “almonds” or “almond”?"; "" where nothing is alike."""
    told = [f"“{one}”" for one in tries]
    listed = " or ".join(filter(None, [", ".join(told[:-1]), told[-1]])) if told else ""
    return f" Did you mean {listed}?" if told else ""
