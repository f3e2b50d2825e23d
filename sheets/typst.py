"""A sheet as PDF, by Typst: one wheel, no system library, its fonts inside the file; made in a fraction of a second."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import font_source_sans_pro
import segno
import typst

from sheets.parts import Heading, Part, Sheet

TEMPLATE = Path(__file__).with_name("sheet.typ")
PAPERS = {"A4": "a4", "Letter": "us-letter"}
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
    return _compiled(json.dumps(told, ensure_ascii=False))


@lru_cache(maxsize=64)
def _compiled(sheet: str) -> bytes:
    made = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=[font_source_sans_pro.font_directory],
        ignore_system_fonts=True,
        sys_inputs={"sheet": sheet},
        format="pdf",
        pdf_standards=[*STANDARDS],
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


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
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=1, xmldecl=False)
    return drawn.getvalue().decode()
