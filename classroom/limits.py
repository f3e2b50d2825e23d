"""How often: per participant, and per code. Nothing is counted per address, because a school has one for all of its phones."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

MOST_KEPT = 20_000


class Limit:
    """A store of tries for each name, `most` when full, refilled at `per_second`."""

    def __init__(self, most: float, per_second: float, clock: Callable[[], float] = time.monotonic):
        self.most, self.per_second, self.clock = most, per_second, clock
        self.left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self.lock = Lock()

    def allows(self, name: str) -> bool:
        """Whether one more is allowed now; it is counted."""
        with self.lock:
            at = self.clock()
            left, since = self.left.pop(name, (self.most, at))
            left = min(self.most, left + (at - since) * self.per_second)
            self.left[name] = (max(0.0, left - 1), at)
            if len(self.left) > MOST_KEPT:
                self.left.popitem(last=False)
            return left >= 1


ANSWERS_OF_ONE = Limit(10, 1)
"""A participant's answers: ten at once, then one a second."""
ANSWERS_OF_CLASS = Limit(2_000, 200)
"""A whole class pressing within a second, and each once more."""
LOOKS_OF_ONE = Limit(30, 2)
"""Pages, polls and streams of one participant."""
JOINS_OF_CLASS = Limit(1_000, 50)
"""New phones of a class."""
TRIES_OF_CODE = Limit(10, 1 / 6)
"""Wrong recovery words for a class: ten at once, then ten a minute."""
CODES_LOOKED_UP = Limit(200, 50)
"""Codes of which this process follows no class: one name for all, so that guessing codes keeps no class waiting."""
