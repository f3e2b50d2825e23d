"""Text from outside, before it is repeated: an address, a form, an assistant, a file."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Control characters, halves of a character, and marks that turn what stands after them around; letters that are written from right to
left need none of them."""


def visible(text: str) -> str:
    """The text on one line, without signs that nobody sees and that would change what stands beside them."""
    return _UNSEEN.sub("", _BETWEEN.sub(" ", text))


def unseen(text: str) -> str:
    """The first such sign, as "U+202E"; "" where there is none. A line end or a tab is none."""
    found = _UNSEEN.search(_BETWEEN.sub(" ", text))
    return f"U+{ord(found[0]):04X}" if found else ""
