"""One thing said in two ways: in plain words, and as clinicians say it. The facts and the figures are the same in both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

Level = Literal["plain", "clinical"]
LEVELS: tuple[Level, ...] = ("plain", "clinical")
"""How a page speaks, the usual way first. They stand in addresses (`words=clinical`)."""


class Worded(NamedTuple):
    """Two wordings beside each other. No string, so that neither is taken for the whole by oversight: ask for one `at` a level.

    Plain: short sentences, everyday names first, units explained. Clinical: terms, thresholds and measures of effect first.
    """

    plain: str
    clinical: str

    def at(self, level: Level) -> str:
        """The wording of this level."""
        return self.clinical if level == "clinical" else self.plain


Words = str | Worded
"""A text that serves both levels, or one wording for each."""


def at(text: Words, level: Level) -> str:
    """The text as it is said at this level."""
    return text.at(level) if isinstance(text, Worded) else text


def both(made: Callable[[Level], str]) -> Worded:
    """The two wordings that `made` gives, one for each level."""
    return Worded(*map(made, LEVELS))


def each(text: Words, change: Callable[[str], str]) -> Words:
    """The text with each of its wordings changed: told in another unit, say."""
    return Worded(change(text.plain), change(text.clinical)) if isinstance(text, Worded) else change(text)
