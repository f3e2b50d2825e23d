"""The sentences that keep a reader safe, as they stand above a page or beside a dose."""

from __future__ import annotations

from data.safety import load_safety
from exhibits.markdown import plain


def safety(key: str, **filled: str) -> str:
    """The safety sentence of this key with what the place fills in, as text."""
    return plain(load_safety()[key].text.format(**filled))


def kidneys_first() -> str:
    """Who must ask before any magnesium; stands above every tab."""
    return (
        "**Kidney disease comes first.** Absorbed magnesium leaves the body almost only through the kidneys. "
        f"{safety('kidneys')} {safety('heart-and-bowel')}"
    )
