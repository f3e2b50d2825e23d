"""Every address of this room, for the server."""

from __future__ import annotations

from starlette.routing import BaseRoute

from routes import (
    about,
    api,
    briefs,
    cite,
    downloads,
    embed,
    exhibits,
    lessons,
    listen,
    openapi,
    survey,
    tables,
    versions,
)
from routes.answers import Maker, get
from routes.phone import live

ADDRESSES: dict[str, Maker] = {
    "/exhibits/{name}": exhibits.exhibit_file,
    "/api/v1": api.start,
    "/api/v1/tables": tables.tables,
    "/api/v1/tables/{name}": tables.table,
    "/api/v1/exhibits": api.exhibits,
    "/api/v1/exhibits/{key}": api.exhibit,
    "/api/v1/survey/{name}": survey.estimates,
    "/api/v1/search": api.found,
    "/api/v1/citation": cite.citation,
    "/api/v1/openapi.json": openapi.openapi,
    "/api/{path:path}": api.nowhere,
    "/listen/{name}": listen.script,
    "/embed/{key}": embed.embed,
    "/oembed": embed.oembed,
    "/v/{version}/brief": briefs.current,
    "/v/{version}/{key}": versions.current,
    "/feed.atom": versions.feed,
    "/brief/fonts/{name}": briefs.font,
    "/brief/{sheet}": briefs.sheet,
    "/lessons/template.yml": lessons.template,
    "/lessons/{key}/{sheet}": lessons.handout,
    "/data": about.data_page,
    "/data/{path:path}": about.data_file,
    "/datapackage.json": about.descriptor,
    "/download/{name}": downloads.download,
    "/sitemap.xml": about.sitemap,
    "/robots.txt": about.robots,
    "/llms.txt": about.llms,
}


def routes(base: str) -> list[BaseRoute]:
    """The routes below the path that the dashboard has on its host ("" or "/magnesium").

    Each by its whole path: a mount there would keep the dashboard's own pages from being found.
    """
    return [*live.routes(base), *(get(path, make, base) for path, make in ADDRESSES.items())]
