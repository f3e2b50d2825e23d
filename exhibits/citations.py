"""How sources are named in a line of markdown."""

from __future__ import annotations

from collections.abc import Iterable

from data.sources import load_sources


def cite(keys: Iterable[str]) -> str:
    """The sources as a line of markdown links: "Jahnen-Dechent W 2012, review; EFSA 2015, authority's report"."""
    sources = [load_sources()[key] for key in keys]
    return "; ".join(
        f"[{source.dated}]({source.link}), {source.what}" if source.link else source.short for source in sources
    )


def named(keys: Iterable[str]) -> str:
    """The sources as plain text: "Jahnen-Dechent W 2012, review; EFSA 2015, authority's report"."""
    return "; ".join(load_sources()[key].short for key in keys)
