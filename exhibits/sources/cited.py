"""How a source is linked in the texts of this subject."""

from __future__ import annotations

from collections.abc import Iterable

from data.sources import Source
from exhibits.citations import sources
from exhibits.markdown import plain


def cited(keys: Iterable[str]) -> str:
    """The sources as small gray links, each with what it is; nothing where there are none. Markdown."""
    links = "; ".join(map(_link, sources(keys)))
    return f":gray[:small[{links}]]" if links else ""


def address(link: str) -> str:
    """A link as markdown takes it."""
    return link.replace("(", "%28").replace(")", "%29").replace(" ", "%20")


def _link(source: Source) -> str:
    return f"[{plain(source.dated)}]({address(source.link)}), {source.what}" if source.link else plain(source.short)
