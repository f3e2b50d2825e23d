"""`/api/v1/tables`: every table of the data package, filtered by column, some columns of it, page by page."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

import pandas as pd

from data import spreadsheets
from data.cautions import CAUTIONS, cautions_of
from data.package import resources, table_frame
from data.releases import RELEASED, VERSION
from exhibits.choices import ChoiceError
from routes.answers import Answer, Asked, Problem, json_bytes
from routes.asked import near, one_of, whole_number
from routes.files import records

FORMATS = ("json", "csv")
MOST_ROWS = 1000  # of a page
PAGE_ROWS = 100
OTHERWISE = ("columns", "page", "size", "format")  # parameters that are no column


def tables(asked: Asked) -> Answer:
    """Every table: name, title, description, columns, licence, and where its rows are."""
    listed = [
        {
            "name": name,
            "title": one["title"],
            "description": one["description"],
            "licence": one["licenses"][0]["name"],
            "cautions": [CAUTIONS[key] for key in one.get("cautions", ())],
            "columns": [field["name"] for field in one["schema"]["fields"]],
            "rows": f"{asked.home}/api/v1/tables/{name}",
        }
        for name, one in resources().items()
    ]
    return Answer(json_bytes({"data_version": VERSION, "date": RELEASED, "tables": listed}), "application/json")


def table(asked: Asked) -> Answer:
    """The rows of a table that a query leaves, as JSON or CSV."""
    name, _, ending = asked.path["name"].partition(".")
    if name not in resources():
        raise Problem(404, f"There is no table '{name}'.", parameter="name", near=near(name, list(resources())))
    values = asked.values() | ({"format": [ending]} if ending else {})
    form = one_of(values, "format", FORMATS)
    if form == "json" and "format" not in values and prefers_csv(asked.accept):
        form = "csv"
    rows = chosen_columns(filtered(frame(name), values), values)
    whole = form == "csv" and "size" not in values  # a file without an end that is told would be taken for the whole
    size = max(1, len(rows)) if whole else whole_number(values, "size", low=1, high=MOST_ROWS, default=PAGE_ROWS)
    pages = max(1, -(-len(rows) // size))
    page = whole_number(values, "page", low=1, high=pages, default=1)
    part = rows.iloc[(page - 1) * size : page * size]
    if form == "csv":
        headers = {"x-total-rows": str(len(rows)), "x-pages": str(pages)}
        return Answer(csv_bytes(part), "text/csv; charset=utf-8", headers | next_page(asked, page, pages))
    told = about(name) | {"total_rows": len(rows), "page": page, "pages": pages, "rows": records(part)}
    return Answer(json_bytes(told), "application/json", next_page(asked, page, pages))


def next_page(asked: Asked, page: int, pages: int) -> dict[str, str]:
    """The Link header that leads on, where there is a page after this one."""
    if page == pages:
        return {}
    query = urlencode([*((name, value) for name, value in asked.query if name != "page"), ("page", page + 1)])
    return {"link": f'<{asked.home}/api/v1/tables/{quote(asked.path["name"])}?{query}>; rel="next"'}


def prefers_csv(accept: str) -> bool:
    """What the Accept header asks for. Raises Problem 406 for kinds that there are not."""
    if not accept or "json" in accept or "application/*" in accept:
        return False
    if "text/csv" in accept or "text/*" in accept:
        return True
    raise Problem(406, "There is JSON and CSV.", parameter="Accept", allowed=["application/json", "text/csv"])


@lru_cache(maxsize=64)
def frame(name: str) -> pd.DataFrame:
    """The table as it can be downloaded. Raises DataError where its file is at fault."""
    return table_frame(name)


def about(name: str) -> dict[str, Any]:
    """What stands before the rows of a table."""
    one = resources()[name]
    return {
        "name": name,
        "title": one["title"],
        "cautions": [CAUTIONS[key] for key in cautions_of([name])],
        "sources": [source.get("path") or source["title"] for source in one.get("sources", ())],
        "licence": one["licenses"][0]["name"],
        "data_version": VERSION,
        "date": RELEASED,
    }


def filtered(rows: pd.DataFrame, values: dict[str, list[str]]) -> pd.DataFrame:
    """The rows in which each column named has one of the values given, compared as text."""
    for column, wanted in values.items():
        if column in OTHERWISE:
            continue
        if column not in rows:
            raise ChoiceError(column, wanted[-1], [*OTHERWISE, *rows.columns])
        rows = rows[rows[column].map(written).isin(wanted)]
    return rows


def written(value: Any) -> str:
    """A value as an address names it: "true", "2.5", "3"; "" where there is none."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return "" if value != value else f"{value:g}" if value % 1 else f"{value:.0f}"
    return "" if value is None or str(value) == "<NA>" else str(value)


def chosen_columns(rows: pd.DataFrame, values: dict[str, list[str]]) -> pd.DataFrame:
    """The columns asked for, in that order: `columns=key,name`."""
    said = values.get("columns", [""])[-1]
    columns = [name for name in said.split(",") if name] or list(rows.columns)
    for name in columns:
        if name not in rows:
            raise ChoiceError("columns", name, list(rows.columns))
    return rows[list(dict.fromkeys(columns))]


def csv_bytes(rows: pd.DataFrame) -> bytes:
    """UTF-8 without the mark that spreadsheets want, which many programs take for a part of the first column's name."""
    return spreadsheets.csv_bytes(rows).removeprefix(spreadsheets.BYTE_ORDER_MARK)
