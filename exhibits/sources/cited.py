"""How a source is linked in the texts of this subject."""

from __future__ import annotations

from collections.abc import Iterable

from data.sources import Source, load_sources
from exhibits.markdown import plain


def cited(keys: Iterable[str]) -> str:
    """The sources as small gray links, each with what it is; nothing where there are none. Markdown."""
    links = "; ".join(_link(load_sources()[key]) for key in keys)
    return f":gray[:small[{links}]]" if links else ""


def documents(keys: Iterable[str]) -> tuple[Source, ...]:
    """The sources as a cell of an HTML table takes them."""
    return tuple(load_sources()[key] for key in keys)


def named(keys: Iterable[str]) -> str:
    """The sources as a table to take away names them: "EFSA 2015, authority; FDA 2016, regulator"."""
    return "; ".join(source.short for source in documents(keys))


def address(link: str) -> str:
    """A link as markdown takes it."""
    return link.replace("(", "%28").replace(")", "%29").replace(" ", "%20")


def _link(source: Source) -> str:
    return f"[{plain(source.dated)}]({address(source.link)}), {source.what}" if source.link else plain(source.short)
