<<<<<<< HEAD
<<<<<<< HEAD
"""Sources as a line of text, plain or with links: who, which year, and what it is."""
=======
"""How sources are named in a line of markdown."""
>>>>>>> i10-rs
=======
"""How sources are named in a line of markdown."""
>>>>>>> i10-pe

from __future__ import annotations

from collections.abc import Iterable

<<<<<<< HEAD
<<<<<<< HEAD
from data.sources import Source, load_sources


def short(keys: Iterable[str]) -> str:
    """The sources by name, year and kind, each once: "US IOM 2006, authority's report; NHS Lothian, guideline"."""
    return "; ".join(dict.fromkeys(source.short for source in sources(keys)))
=======
from data.sources import load_sources
>>>>>>> i10-rs
=======
from data.sources import load_sources
>>>>>>> i10-pe


def cite(keys: Iterable[str]) -> str:
    """The sources as a line of markdown links: "Jahnen-Dechent W 2012, review; EFSA 2015, authority's report"."""
<<<<<<< HEAD
<<<<<<< HEAD
    return "; ".join(
        f"[{source.dated}]({source.link}), {source.what}" if source.link else source.short for source in sources(keys)
    )


def sources(keys: Iterable[str]) -> tuple[Source, ...]:
    """The sources themselves, in this order."""
    return tuple(load_sources()[key] for key in keys)
=======
=======
>>>>>>> i10-pe
    sources = [load_sources()[key] for key in keys]
    return "; ".join(
        f"[{source.dated}]({source.link}), {source.what}" if source.link else source.short for source in sources
    )


def named(keys: Iterable[str]) -> str:
    """The sources as plain text: "Jahnen-Dechent W 2012, review; EFSA 2015, authority's report"."""
    return "; ".join(load_sources()[key].short for key in keys)
<<<<<<< HEAD
>>>>>>> i10-rs
=======
>>>>>>> i10-pe
