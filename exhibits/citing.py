"""How to cite: an exhibit, or a source, as plain text, BibTeX, CSL-JSON and RIS."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from data.releases import RELEASED, VERSION
from data.sources import Source

SITE = "Magnesium in Balance"
MAKERS = "The makers of Magnesium in Balance"


class Reference(NamedTuple):
    """What a citation is made of; empty where it is not known."""

    key: str
    title: str
    authors: tuple[str, ...] = ()
    year: str = ""
    published_in: str = ""
    doi: str = ""
    url: str = ""
    version: str = ""
    date: str = ""  # ISO
    data: bool = False  # a data set of ours, no paper


def exhibit_reference(key: str, title: str, address: str) -> Reference:
    """One of our exhibits, at the data version of today."""
    return Reference(
        f"magnesium_in_balance_{key.replace('-', '_')}",
        title,
        (MAKERS,),
        RELEASED[:4],
        SITE,
        url=address,
        version=VERSION,
        date=RELEASED,
        data=True,
    )


def source_reference(source: Source) -> Reference:
    """A source of the bibliography."""
    return Reference(
        source.key,
        source.title,
        tuple(name.strip() for name in (source.authors or "").split(",") if name.strip()),
        str(source.year or ""),
        source.publisher or "",
        doi=source.doi or "",
        url=source.link or "",
    )


def plain(one: Reference) -> str:
    """A line of text: who, when, what, where."""
    who = f"{', '.join(one.authors)}. " if one.authors else ""
    when = f"({one.year}). " if one.year else ""
    version = f" Data version {one.version}, {one.date}." if one.version else ""
    where = f" {one.published_in.rstrip('.')}." if one.published_in else ""
    title = one.title if one.title.endswith((".", "?", "!")) else f"{one.title}."
    return f"{who}{when}{title}{where}{version} {one.url}".strip()


def bibtex(references: Iterable[Reference]) -> str:
    """An entry each; what BibTeX reads as a command is written as text."""
    return "\n\n".join(map(_bibtex, references)) + "\n"


def _bibtex(one: Reference) -> str:
    fields = {
        "title": f"{{{_tex(one.title)}}}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in one.authors),
        "year": one.year,
        "howpublished": _tex(one.published_in),
        "doi": one.doi,
        "url": one.url,
        "note": f"Data version {one.version}, {one.date}" if one.version else "",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{re.sub(r'[^A-Za-z0-9_-]', '_', one.key)},\n" + ",\n".join(lines) + "\n}"


_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {sign: f"\\{sign}" for sign in "&%$#_"}


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)


def csl(one: Reference) -> dict[str, Any]:
    """An item of CSL-JSON, as Zotero and pandoc read it."""
    item: dict[str, Any] = {
        "id": one.key,
        "type": "dataset" if one.data else "document",
        "title": one.title,
        "author": [{"literal": name} for name in one.authors],
        "container-title": one.published_in,
        "DOI": one.doi,
        "URL": one.url,
        "version": one.version,
    }
    if one.year:
        parts = [int(part) for part in (one.date or one.year).split("-")]
        item["issued"] = {"date-parts": [parts]}
    return {name: value for name, value in item.items() if value}


def ris(references: Iterable[Reference]) -> str:
    """A record each, lines ended as the format asks for."""
    return "".join(map(_ris, references))


def _ris(one: Reference) -> str:
    pairs = [
        ("TY", "DATA" if one.data else "GEN"),
        *(("AU", name) for name in one.authors),
        ("TI", one.title),
        ("T2", one.published_in),
        ("PY", one.year),
        ("DA", one.date.replace("-", "/")),
        ("ET", one.version),
        ("DO", one.doi),
        ("UR", one.url),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in pairs if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])
