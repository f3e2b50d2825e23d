"""The one way to say something in the server's log."""

from __future__ import annotations

import sys
from contextlib import suppress


def tell(text: str) -> None:
    """A line on standard error; where that is a file on a disk that is full, it is lost, and nothing else fails for it."""
    with suppress(OSError, ValueError):
        print(text, file=sys.stderr, flush=True)
