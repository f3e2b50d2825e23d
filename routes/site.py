"""Every address of this room, for the server."""

from __future__ import annotations

from starlette.routing import BaseRoute, Mount

from routes import about, api, cite, embed, exhibits, openapi, survey, tables, versions
from routes.answers import get


def routes(base: str) -> list[BaseRoute]:
    """The routes below the path that the dashboard has on its host ("" or "/magnesium")."""
    found: list[BaseRoute] = [
        get("/exhibits/{name}", exhibits.exhibit_file),
        get("/api/v1", api.start),
        get("/api/v1/tables", tables.tables),
        get("/api/v1/tables/{name}", tables.table),
        get("/api/v1/exhibits", api.exhibits),
        get("/api/v1/exhibits/{key}", api.exhibit),
        get("/api/v1/survey/{name}", survey.estimates),
        get("/api/v1/search", api.found),
        get("/api/v1/citation", cite.citation),
        get("/api/v1/openapi.json", openapi.openapi),
        get("/embed/{key}", embed.embed),
        get("/oembed", embed.oembed),
        get("/v/{version}/{key}", versions.current),
        get("/feed.atom", versions.feed),
        get("/data", about.data_page),
        get("/data/{path:path}", about.data_file),
        get("/datapackage.json", about.descriptor),
        get("/sitemap.xml", about.sitemap),
        get("/robots.txt", about.robots),
        get("/llms.txt", about.llms),
    ]
    return [Mount(base, routes=found)] if base else found
