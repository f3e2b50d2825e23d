"""What can go wrong in a class, each told in words that a pupil or a teacher can act on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.outside import visible

Kind = Literal[
    "unknown", "ended", "full", "range", "closed", "host", "moved", "step", "fast", "away", "cookie", "large"
]
STATUS: dict[Kind, int] = {
    "unknown": 404,
    "ended": 410,
    "full": 403,
    "range": 422,
    "closed": 409,
    "host": 403,
    "moved": 409,
    "step": 404,
    "fast": 429,
    "away": 503,
    "cookie": 403,
    "large": 413,
}
RETRIED: frozenset[Kind] = frozenset({"fast", "away"})
"""A phone keeps its answer and sends it again; of all others the pupil is told, and that is the end of it."""
MOST_PHONES = 500  # of one class


@dataclass
class ClassFault(Exception):
    """`kind` for a program, `words` for whoever reads it."""

    kind: Kind
    words: str

    def __str__(self) -> str:
        return self.words

    @property
    def status(self) -> int:
        """As HTTP tells it."""
        return STATUS[self.kind]


def unknown(code: str) -> ClassFault:
    """A code that no class has; `code` is as it was typed."""
    return ClassFault(
        "unknown",
        f"No class has the code “{visible(code[:12])}”. Look at the screen again and type its six letters and digits.",
    )


def ended() -> ClassFault:
    """Ended by the teacher, or 24 hours old."""
    return ClassFault("ended", "This class has ended. There is nothing left to answer.")


def full() -> ClassFault:
    """One phone more than a class has seats."""
    return ClassFault("full", f"This class is full: {MOST_PHONES} phones have a seat. Share a neighbor's phone.")


def closed() -> ClassFault:
    """The step went on, or its clock ran out, before the answer came."""
    return ClassFault("closed", "This question was closed before your answer arrived, so it was not counted.")


def nothing_open() -> ClassFault:
    """Time for a question that takes no answers."""
    return ClassFault("closed", "No question is open, so there is nothing to give time to. Open it first.")


def not_host() -> ClassFault:
    """Neither secret nor recovery words of this class."""
    return ClassFault(
        "host", "These are not the recovery words of this class. Type all four, as they were shown at its start."
    )


def moved(step: str, round_: int) -> ClassFault:
    """A second presenter was quicker."""
    return ClassFault(
        "moved", f"Another window has moved this class, to step “{step}”, round {round_}. This one follows now."
    )


def no_step(step: str) -> ClassFault:
    """A step that the lesson of this class does not have, or one that asks nothing."""
    return ClassFault("step", f"The lesson of this class has no question “{visible(step[:40])}”.")


def too_fast() -> ClassFault:
    """More than a thumb can send."""
    return ClassFault("fast", "That was too often at once. Wait a moment; your phone sends it again.")


def too_many_tries() -> ClassFault:
    """Somebody guesses recovery words."""
    return ClassFault("fast", "Too many wrong recovery words. Wait a minute, then type all four as they were shown.")


def away() -> ClassFault:
    """No database just now."""
    return ClassFault("away", "The answers cannot be stored just now. Your phone keeps yours and sends it again.")
