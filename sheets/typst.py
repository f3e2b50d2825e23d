"""A sheet as PDF, by Typst: one wheel, no system library, its fonts inside the file; made in a fraction of a second."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

import font_source_sans_pro
import typst

from sheets.code import code_of
from sheets.one_page import OnePage
from sheets.parts import Heading, Part, Sheet

NOTHING = b"#set page(width: 1pt, height: 1pt)"
ANY_ADDRESS = "https://example.org"
TEMPLATE = Path(__file__).with_name("sheet.typ")
ONE_PAGE = Path(__file__).with_name("one_page.typ")
PAPERS = {"A4": "a4", "Letter": "us-letter"}
PAPER_NAMES = {"a4": "A4", "letter": "Letter"}
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]  # kept for years, and read aloud in order


def pdf(sheet: Sheet, paper: str = "A4") -> bytes:
    """The PDF, tagged, with title and language; the same bytes each time for the same sheet."""
    told: dict[str, Any] = {
        "title": sheet.title,
        "language": sheet.language.split("-")[0],
        "foot": sheet.foot,
        "paper": PAPERS[paper],
    }
    told |= {"groups": _groups(sheet.parts), "address": sheet.address, "code": _code(sheet.address)}
    return _compiled(TEMPLATE, json.dumps(told, ensure_ascii=False))


def one_page(page: OnePage) -> bytes:
    """The PDF of a sheet of one page and its sources, tagged in the same way."""
    return _compiled(ONE_PAGE, _told(page, _code(page.address)))


def ends(page: OnePage) -> tuple[float, ...]:
    """After how many pages the sheet and its sources end, 1.25 a quarter down the second; any code takes the same room, and drawing one takes longer than the rest."""
    found = typst.query(ONE_PAGE, "<ends>", field="value", **_ways(ONE_PAGE, _told(page, _code(ANY_ADDRESS))))
    _forget()
    return tuple(json.loads(found))


def _forget() -> None:
    """Typst keeps what it laid out, some 6 MB a sheet, for the next time, and lets go of the oldest when it compiles, never when asked."""
    typst.compile(NOTHING, format="svg", font_paths=_fonts())


def _told(page: OnePage, code: str) -> str:
    told = asdict(page) | {"paper": PAPERS[PAPER_NAMES[page.paper]], "code": code}
    return json.dumps(told, ensure_ascii=False)


@lru_cache(maxsize=64)
def _compiled(template: Path, sheet: str) -> bytes:
    made = typst.compile(template, format="pdf", pdf_standards=[*STANDARDS], timestamp=0, **_ways(template, sheet))
    assert isinstance(made, bytes)
    return made


def _ways(template: Path, sheet: str) -> dict[str, Any]:
    """How Typst reads: our template and our fonts alone, the sheet as data."""
    return {"root": template.parent, "sys_inputs": {"sheet": sheet}, "font_paths": _fonts()}


@cache
def _fonts() -> typst.Fonts:
    """Found once for the process: to find them again for every sheet took most of its time."""
    return typst.Fonts(include_system_fonts=False, font_paths=[font_source_sans_pro.font_directory])


def _groups(parts: tuple[Part, ...]) -> list[list[dict[str, Any]]]:
    """The parts, a new group at each heading."""
    groups: list[list[dict[str, Any]]] = [[]]
    for part in parts:
        if isinstance(part, Heading) and groups[-1]:
            groups.append([])
        groups[-1].append({"kind": type(part).__name__} | asdict(part))
    return groups


def _code(address: str) -> str:
    if not address:
        return ""
    drawn = io.BytesIO()
    code_of(address).save(drawn, kind="svg", border=1, xmldecl=False)
    return drawn.getvalue().decode()
