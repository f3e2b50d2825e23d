"""`/api/v1`: what there is, the exhibits, and the search. Documented keys do not change within v1; new ones may come."""

from __future__ import annotations

from typing import Any

from data.releases import RELEASED, VERSION
from exhibits.base import Exhibit
from exhibits.catalog import catalog
from exhibits.choices import ChoiceError
from exhibits.find.index import readable_kinds, search
from routes import files
from routes.answers import Answer, Asked, Problem, json_bytes
from routes.asked import near, one_of, view_of
from routes.survey import QUESTIONS
from routes.tables import FORMATS, csv_bytes

MOST_FOUND = 50


def start(asked: Asked) -> Answer:
    """Where everything is."""
    at = f"{asked.home}/api/v1"
    told = {
        "name": "Magnesium in Balance",
        "data_version": VERSION,
        "date": RELEASED,
        "tables": f"{at}/tables",
        "exhibits": f"{at}/exhibits",
        "survey": [f"{at}/survey/{name}" for name in QUESTIONS],
        "search": f"{at}/search?q=almonds",
        "citation": f"{at}/citation?exhibit=curve",
        "openapi": f"{at}/openapi.json",
        "datapackage": f"{asked.home}/datapackage.json",
        "documentation": f"{asked.home}/data",
    }
    return Answer(json_bytes(told), "application/json")


def nowhere(asked: Asked) -> Answer:
    """There is nothing at this address: what is written much like it, as problem+json."""
    path = f"/api/{asked.path['path']}"
    known = ["/api/v1", *(f"/api/v1/{name}" for name in ("tables", "exhibits", "search", "citation", "openapi.json"))]
    known += [f"/api/v1/survey/{name}" for name in QUESTIONS]
    raise Problem(404, f"There is nothing at {path}.", parameter="path", near=near(path, known) or ["/api/v1"])


def exhibits(asked: Asked) -> Answer:
    """Every exhibit: key, title, page, choices, what to keep in mind, and its addresses."""
    listed = [described(one, asked.home) for one in catalog().values()]
    return Answer(json_bytes({"data_version": VERSION, "exhibits": listed}), "application/json")


def described(one: Exhibit, home: str) -> dict[str, Any]:
    """An exhibit as a list tells it."""
    return {
        "key": one.key,
        "title": one.title,
        "page": one.page,
        "tab": one.tab,
        "cautions": list(one.cautions),
        "rests_on": list(one.rests_on),
        "choices": one.choices.described(),
        "data": f"{home}/api/v1/exhibits/{one.key}",
        "picture": f"{home}/exhibits/{one.key}.svg",
    }


def exhibit(asked: Asked) -> Answer:
    """One exhibit with its rows, by its choices, as JSON or CSV."""
    values = asked.values()
    form = one_of(values, "format", FORMATS)
    view = view_of(asked.path["key"], values, leave=("format",))
    if form == "csv":
        return Answer(csv_bytes(files.rows_of(view)), "text/csv; charset=utf-8")
    return Answer(files.json(view, asked.home), "application/json")


def found(asked: Asked) -> Answer:
    """What the page Find finds for the words `q`."""
    values = asked.values()
    text = values.get("q", [""])[-1]
    if not 1 <= len(text.strip()) <= 200:
        raise ChoiceError("q", text[:40], ["1 to 200 characters to search for"])
    result = search(text, readable_kinds()[0])
    entries = [
        {
            "kind": kind,
            "name": one.name,
            "about": one.about,
            "address": f"{asked.home}/{one.view.link.removeprefix('./')}",
        }
        for kind, some in result.found.items()
        for one in some
    ]
    told = {"q": text, "total": len(entries), "all_words": result.all_words, "results": entries[:MOST_FOUND]}
    return Answer(json_bytes(told), "application/json")
