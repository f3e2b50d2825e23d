"""Sources as a line of text, plain or with links: who, which year, and what it is."""

from __future__ import annotations

from collections.abc import Iterable

from data.sources import Source, load_sources


def short(keys: Iterable[str]) -> str:
    """The sources by name, year and kind, each once: "US IOM 2006, authority's report; NHS Lothian, guideline"."""
    return "; ".join(dict.fromkeys(source.short for source in sources(keys)))


def cite(keys: Iterable[str]) -> str:
    """The sources as a line of markdown links: "Jahnen-Dechent W 2012, review; EFSA 2015, authority's report"."""
    return "; ".join(
        f"[{source.dated}]({source.link}), {source.what}" if source.link else source.short for source in sources(keys)
    )


def sources(keys: Iterable[str]) -> tuple[Source, ...]:
    """The sources themselves, in this order."""
    return tuple(load_sources()[key] for key in keys)
