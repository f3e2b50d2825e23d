"""The table of an exhibit as a file: CSV, JSON, Excel. Each names source, licence, date, and the address that shows it."""

from __future__ import annotations

import io
from dataclasses import asdict
from datetime import date
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from data.releases import RELEASED, VERSION
from data.sources import load_sources
from exhibits.base import DEFAULT_LOOK
from exhibits.citing import plain, source_reference
from exhibits.files import exhibit_csv, in_words, licence_of
from exhibits.steps import series_of
from routes.answers import json_bytes
from routes.answers import plain as plain_value
from routes.asked import View


def about(view: View, home: str) -> dict[str, Any]:
    """What a file says of itself: title, source, licence, version, date, choices, address, what to keep in mind."""
    shown = not view.exhibit.empty(view.choices)
    words = view.exhibit.words(view.choices, DEFAULT_LOOK) if shown else {}
    sources = view.exhibit.sources_of(view.choices) if shown else ()
    return {
        "key": view.exhibit.key,
        "title": words.get("title", view.exhibit.title),
        "subtitle": words.get("subtitle", ""),
        "source": words.get("source", ""),
        "alt": words.get("alt", ""),
        "cautions": list(view.exhibit.cautions),
        "sources": [plain(source_reference(load_sources()[key])) for key in sources],
        "licence": licence_of(view.exhibit.rests_on),
        "data_version": VERSION,
        "date": RELEASED,
        "choices": view.choices.model_dump(mode="json"),
        "address": f"{home}/{view.page}",
    }


def rows_of(view: View) -> pd.DataFrame:
    """The table, without rows where there is nothing to see."""
    return pd.DataFrame() if view.exhibit.empty(view.choices) else view.exhibit.table(view.choices)


def csv(view: View, home: str) -> bytes:
    """As a page offers it: its last columns say what it shows and where each row comes from."""
    if view.exhibit.empty(view.choices):
        return b""
    return exhibit_csv(view.exhibit, view.choices, site=home, on=date.fromisoformat(RELEASED))


def steps(view: View, home: str) -> bytes:
    """What may be read aloud: the exhibit's words, then its rows as sentences, each with the figure and interval to be heard."""
    told = about(view, home)
    first = {name: told[name] for name in ("key", "title", "subtitle", "alt", "cautions")}
    series = [asdict(one) for one in series_of(view.exhibit, view.choices)]
    return json_bytes(first | {"empty": view.exhibit.empty(view.choices), "series": series})


def json(view: View, home: str) -> bytes:
    """What the file is, and its rows as objects."""
    reason = view.exhibit.empty(view.choices)
    told = about(view, home) | ({"empty": reason} if reason else {})
    return json_bytes(told | {"rows": records(rows_of(view))})


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as objects, null where there is no value."""
    return plain_value(rows.astype(object).to_dict(orient="records"))


def xlsx(view: View, home: str) -> bytes:
    """A workbook: the rows, and a second sheet that says what they are. Text is text, and no formula."""
    book = Workbook(write_only=True)
    rows = rows_of(view)
    data = book.create_sheet("Data")
    data.freeze_panes = "A2"
    data.append([_cell(data, name, bold=True) for name in rows.columns])
    for row in plain_value(rows.astype(object).to_numpy().tolist()):
        data.append([_cell(data, value) for value in row])
    described = book.create_sheet("About")
    for name, value in (about(view, home) | {"choices": in_words(view.choices)}).items():
        parts = value if isinstance(value, list) else [value]
        for part in parts or [""]:
            described.append([_cell(described, name, bold=True), _cell(described, str(part))])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
