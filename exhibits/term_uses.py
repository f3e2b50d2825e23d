"""Where each word of the glossary is used: read from what the exhibits say, so that the list is never kept by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import NamedTuple
from urllib.parse import urlencode

from data.base import DataError
from exhibits.base import DEFAULT_LOOK, Chart, Exhibit
from exhibits.catalog import catalog
from exhibits.terms import terms_in

_NOT_READ = re.compile(r"<style>.*?</style>|<[^>]+>", re.DOTALL)
_LISTS = {"glossary", "sources", "columns", "first-rows"}  # they hold words, and say nothing with them


class Use(NamedTuple):
    """A page's part that says a word: its name, and the address that opens it."""

    name: str
    address: str


@cache
def uses() -> dict[str, tuple[Use, ...]]:
    """Term → the parts of pages whose pictures, tables or titles say it, in the order of the catalog; none for one in prose alone.

    Takes a second or two and is kept. An exhibit whose data have a fault says so on its own page and is left out here.
    """
    found: dict[str, dict[Use, None]] = {}
    for one in catalog().values():
        if one.page != "find" and one.key not in _LISTS:
            for term in terms_in(" ".join(_said(one))):
                found.setdefault(term.key, {})[_use(one)] = None
    return {key: tuple(places) for key, places in found.items()}


def _use(one: Exhibit) -> Use:
    query = urlencode(({"tab": one.tab} if one.tab else {}) | dict(one.within))
    name = ": ".join((one.tab, *one.within.values())) if one.tab else one.title
    return Use(name, f"{one.page or '/'}{f'?{query}' if query else ''}")


def _said(one: Exhibit) -> Iterator[str]:
    """All words of an exhibit as it is shown first: title, notes, what is drawn or written, the heads of its table."""
    try:
        choices = one.shown_first
        if one.empty(choices):
            return
        figure = one.figure(choices, DEFAULT_LOOK)
        yield from (one.title, *figure.words.values(), *map(str, one.table(choices).columns))
        yield figure.drawn_words if isinstance(figure, Chart) else unescape(_NOT_READ.sub(" ", figure))
    except DataError:
        return
