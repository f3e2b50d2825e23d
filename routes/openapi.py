"""`/api/v1/openapi.json`: OpenAPI 3.1, made from the record types and the choices of the exhibits."""

from __future__ import annotations

from typing import Any, get_args

from data import survey, survey_intake
from data.associations import ADJUSTMENTS
from data.fields import Outcome
from data.nutrient_tables import NUTRIENTS, SCALES
from data.package import resources, tables
from data.releases import VERSION
from exhibits.base import MODES
from exhibits.catalog import catalog
from routes import cite
from routes.answers import Answer, Asked, json_bytes
from routes.asked import KINDS
from routes.exhibits import CODE, FILES, PICTURES
from routes.survey import QUESTIONS
from routes.tables import FORMATS, MOST_ROWS, PAGE_ROWS

PROMISE = (
    "Keys of exhibits, of their choices, of tables and their columns, and the members documented here are promised for v1: "
    "they do not change, new ones may come. Every estimate has its interval, n, degrees of freedom and what to keep in "
    "mind; one that is withheld has its reason in `flag` and no number. Education, not medical advice."
)
TEXT = {"type": "string"}


def openapi(asked: Asked) -> Answer:
    """The description, with this server's address."""
    told = {
        "openapi": "3.1.0",
        "info": {
            "title": "Magnesium in Balance",
            "version": VERSION,
            "description": PROMISE,
            "license": {"name": "CC-BY-4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": asked.home}],
        "paths": paths(),
        "components": {"schemas": schemas(), "responses": {"Problem": problem_response()}},
    }
    return Answer(json_bytes(told, indent=None), "application/vnd.oai.openapi+json;version=3.1")


def schemas() -> dict[str, Any]:
    """A schema for the rows of each table, and those of the interface's own answers."""
    found: dict[str, Any] = {"Problem": PROBLEM}
    for name, table in tables().items():
        schema = table.row.model_json_schema(ref_template="#/components/schemas/{model}")
        found |= schema.pop("$defs", {})
        found[name] = schema
    return found


def paths() -> dict[str, Any]:
    """Every address, with its parameters and answers."""
    found = {
        "/api/v1": _get("Where everything is", {}, JSON),
        "/api/v1/tables": _get("Every table of the data package", {}, JSON),
        "/api/v1/exhibits": _get("Every exhibit with its choices", {}, JSON),
        "/api/v1/search": _get(
            "Search everything", {"q": TEXT | {"minLength": 1, "maxLength": 200}}, JSON, needed=("q",)
        ),
        "/api/v1/citation": _get("How to cite an exhibit or a source", CITATION, CITED),
    }
    for name in resources():
        found[f"/api/v1/tables/{name}"] = _get(f"Rows of the table {name}", rows_of(name), ROWS, row=name)
    for key, one in catalog().items():
        choices = {choice["key"]: choice_schema(choice) for choice in one.choices.described()}
        found[f"/api/v1/exhibits/{key}"] = _get(one.title, choices | FORM, ROWS)
        ending = {"ending": list(ENDING_MEDIA)}
        found[f"/exhibits/{key}.{{ending}}"] = _get(one.title, choices | PICTURE, ENDINGS, path=ending)
    for name, (_, parameters, _) in QUESTIONS.items():
        asked = {parameter: SURVEY[parameter] for parameter in parameters}
        needed = ("outcome",) if "outcome" in parameters else ()
        found[f"/api/v1/survey/{name}"] = _get(f"Survey estimates: {name}", asked | FORM, ROWS, needed=needed)
    return found


def rows_of(name: str) -> dict[str, Any]:
    """The parameters of a table: one for each column, and which part of it to answer."""
    columns = {field["name"]: MANY for field in resources()[name]["schema"]["fields"]}
    whole = {"type": "integer", "minimum": 1}
    page = {
        "columns": TEXT,
        "page": whole | {"default": 1},
        "size": whole | {"maximum": MOST_ROWS, "default": PAGE_ROWS},
    }
    return columns | page | FORM


def choice_schema(choice: dict[str, Any]) -> dict[str, Any]:
    """The schema of an exhibit's choice: the values it may have where they are few, else text."""
    allowed = choice.get("allowed", [])
    one: dict[str, Any] = TEXT | ({"enum": allowed} if len(allowed) > 1 else {})
    if isinstance(choice["default"], bool):
        one = TEXT | {"enum": ["true", "false"]}
    described = {"description": choice["label"] + (f": {allowed[0]}" if len(allowed) == 1 else "")}
    return ({"type": "array", "items": one} if choice.get("several") else one) | described


def _get(
    summary: str,
    parameters: dict[str, Any],
    media: dict[str, Any],
    *,
    needed: tuple[str, ...] = (),
    row: str = "",
    path: dict[str, list[str]] | None = None,
) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{row}"}} if row else {}
    described = f"The rows have the columns of the schema `{row}`." if rows else summary
    return {
        "get": {
            "summary": summary,
            "parameters": [
                {"name": name, "in": "query", "required": name in needed, "schema": schema}
                for name, schema in parameters.items()
            ]
            + [
                {"name": name, "in": "path", "required": True, "schema": TEXT | {"enum": allowed}}
                for name, allowed in (path or {}).items()
            ],
            "responses": {
                "200": {"description": described, "content": media},
                **{
                    code: {"$ref": "#/components/responses/Problem"}
                    for code in ("400", "404", "406", "413", "414", "503")
                },
            },
        }
    }


def problem_response() -> dict[str, Any]:
    """What is wrong, as RFC 9457 tells it."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": "What is wrong, and what is allowed",
        "content": {"application/problem+json": {"schema": schema}},
    }


PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": TEXT,
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT | {"description": "In words: what is wrong, and what to do"},
        "parameter": TEXT | {"description": "Which parameter it is about"},
        "allowed": {"type": "array", "items": TEXT, "description": "What it may be"},
        "near": {"type": "array", "items": TEXT, "description": "Names written much like the one that is not there"},
    },
}
MANY = {"type": "array", "items": TEXT}
JSON = {"application/json": {"schema": {"type": "object"}}}
ROWS = JSON | {"text/csv; charset=utf-8": {}}
CITED: dict[str, Any] = {media: {} for media in cite.MEDIA.values()}
ENDING_MEDIA = PICTURES | {name: file[0] for name, file in FILES.items()} | {CODE: PICTURES["svg"]}
ENDINGS: dict[str, Any] = {media: {} for media in ENDING_MEDIA.values()}
FORM = {"format": TEXT | {"enum": list(FORMATS)}}
PICTURE = {"as": TEXT | {"enum": list(KINDS)}, "mode": TEXT | {"enum": list(MODES)}}
CITATION = {"exhibit": TEXT, "source": TEXT, "format": TEXT | {"enum": list(cite.FORMATS)}}
SURVEY = {
    "outcome": TEXT | {"enum": list(get_args(Outcome))},
    "by": TEXT | {"enum": list(survey.BY)},
    "where": MANY | {"description": "key=value, such as sex=female; again for more"},
    "standardize": TEXT | {"enum": list(survey.STANDARDIZE)},
    "variance": TEXT | {"enum": list(survey.VARIANCE)},
    "adjustment": TEXT | {"enum": list(ADJUSTMENTS)},
    "nutrient": TEXT | {"enum": list(NUTRIENTS)},
    "scale": TEXT | {"enum": list(SCALES)},
    "cycle": TEXT | {"enum": list(survey_intake.CYCLES)},
    "source": TEXT | {"enum": list(survey_intake.SOURCES)},
    "method": TEXT | {"enum": list(survey_intake.METHODS)},
}
