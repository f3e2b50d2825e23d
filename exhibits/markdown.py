"""Text as text inside markdown: what a reader typed, or a file holds, never has a meaning there."""

from __future__ import annotations

import re

from data.outside import visible


def plain(text: str) -> str:
    """Text from a file or from outside, on one line and without any markdown meaning."""
    line = visible(_LINE_ENDS.sub(" ", text)).strip()
    escaped = _MARKS.sub(r"\\\g<0>", _LIVE_WITHOUT_MARKS.sub(UNSEEN, line))
    return _LIST_START.sub(r"\g<0>\\", escaped)


UNSEEN = "\u200b"
"""A zero-width space: it ends what Streamlit would take for an address or a sign, and nobody sees it."""

_LINE_ENDS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_MARKS = re.compile(r"[\\`*_{}\[\]#+!|<>~$&]|:(?! )")
_LIST_START = re.compile(r"^(?=-)|^\d+(?=[.)](?:\s|$))")
# Found in the text when the marks are gone already: https://…, www.…, somebody@…, :smile:, :material/bomb:
_LIVE_WITHOUT_MARKS = re.compile(r"(?<=:)(?=//|[\w+/-]+:)|(?<=www)(?=\.)|(?<=@)(?=[\w-])", re.IGNORECASE)
