"""`/api/v1/citation`: how to cite an exhibit, or a source."""

from __future__ import annotations

from data.sources import Source, load_sources
from exhibits import citing
from routes.answers import Answer, Asked, Problem, json_bytes
from routes.asked import near, one_of, view_of
from routes.exhibits import version_address

FORMATS = ("text", "bibtex", "csl", "ris")
MEDIA = {
    "text": "text/plain; charset=utf-8",
    "bibtex": "application/x-bibtex; charset=utf-8",
    "csl": "application/vnd.citationstyles.csl+json",
    "ris": "application/x-research-info-systems; charset=utf-8",
}
ENDINGS = {"text": "txt", "bibtex": "bib", "csl": "json", "ris": "ris"}
OWN = ("exhibit", "source", "format")


def citation(asked: Asked) -> Answer:
    """`exhibit=<key>` with its choices: the exhibit and each source in it; or `source=<key>`. `format` is one of FORMATS."""
    values = asked.values()
    form = one_of(values, "format", FORMATS)
    cited = references(values, asked.home)
    name = f'inline; filename="cite_{values.get("exhibit", values.get("source", [""]))[-1]}.{ENDINGS[form]}"'
    return Answer(written(cited, form), MEDIA[form], {"content-disposition": name})


def references(values: dict[str, list[str]], home: str) -> list[citing.Reference]:
    """What is cited, our own exhibit first."""
    if "source" in values:
        return [citing.source_reference(source(values["source"][-1]))]
    if "exhibit" not in values:
        raise Problem(400, "Say what to cite: exhibit=KEY or source=KEY.", parameter="exhibit")
    view = view_of(values["exhibit"][-1], values, leave=OWN)
    title = view.exhibit.title if view.exhibit.empty(view.choices) else view.exhibit.words(view.choices)["title"]
    own = citing.exhibit_reference(view.exhibit.key, title, version_address(view, home))
    return [own, *(citing.source_reference(source(key)) for key in view.exhibit.sources_of(view.choices))]


def source(key: str) -> Source:
    """The source of this key. Raises Problem 404 with keys that are written much like it."""
    if key not in load_sources():
        raise Problem(404, f"There is no source '{key}'.", parameter="source", near=near(key, list(load_sources())))
    return load_sources()[key]


def written(cited: list[citing.Reference], form: str) -> bytes:
    """The references in one of FORMATS."""
    if form == "csl":
        return json_bytes([citing.csl(one) for one in cited])
    if form == "text":
        return ("\n".join(map(citing.plain, cited)) + "\n").encode()
    return (citing.bibtex(cited) if form == "bibtex" else citing.ris(cited)).encode()
