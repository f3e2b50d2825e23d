"""The sentences that keep a reader safe, as they stand above a page or beside a dose."""

from __future__ import annotations

from data.safety import load_safety
from data.wording import Level, Worded, both
from exhibits.markdown import plain


def safety_text(key: str, level: Level = "plain", **filled: str) -> str:
    """The safety sentence of this key with what the place fills in."""
    return load_safety()[key].words.at(level).format(**filled)


def safety(key: str, level: Level = "plain", **filled: str) -> str:
    """The same for a place that reads markdown, where it stays text."""
    return plain(safety_text(key, level, **filled))


def kidneys_first() -> Worded:
    """Who must ask before any magnesium; stands above every tab."""
    return both(
        lambda level: (
            "**Kidney disease comes first.** Absorbed magnesium leaves the body almost only through the kidneys. "
            f"{safety('kidneys', level)} {safety('heart-and-bowel', level)}"
        )
    )
