"""What machines look for: `/data` (a page about the data), `/datapackage.json`, sitemap, robots, llms.txt."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from typing import Any

from data.files import DATA_FOLDER, read_bytes, read_descriptor
from data.package import resources
from data.releases import RELEASED, VERSION
from exhibits.catalog import catalog
from exhibits.find.pages import PAGES
from routes import html
from routes.answers import Answer, Asked, Problem, json_bytes

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
ABOUT = (
    "Reference tables on magnesium, nerves and pain, and survey estimates computed by us from public files: each figure with "
    "its source, each estimate with its interval. Education, not medical advice."
)


def descriptor(asked: Asked) -> Answer:
    """The data package, whose files stand below `/data/`."""
    package = read_descriptor()
    parts = [one | {"path": f"data/{one['path']}"} for one in package["resources"]]
    return Answer(json_bytes(package | {"resources": parts}), "application/json", {"link": signposts(asked.home)})


def data_file(asked: Asked) -> Answer:
    """One file of the data package as it is; nothing else of the folder."""
    found = {one["path"]: one for one in resources().values()}
    path = asked.path["path"]
    if path not in found:
        raise Problem(
            404, "The data package has no such file.", parameter="path", allowed=[f"{asked.home}/datapackage.json"]
        )
    return Answer(read_bytes(DATA_FOLDER / path), found[path]["mediatype"])


def data_page(asked: Asked) -> Answer:
    """Tables, the data interface and how to cite, as a page that a crawler can read."""
    described = json.dumps(json_ld(asked.home), ensure_ascii=False).replace("<", "\\u003c")
    digest = base64.b64encode(hashlib.sha256(described.encode()).digest()).decode()
    head = f'<link rel="canonical" href="{escape(asked.home)}/data"><script type="application/ld+json">{described}</script>'
    return html.page(
        "The data of Magnesium in Balance",
        _body(asked.home),
        head=head,
        links=signposts(asked.home),
        script=f"'sha256-{digest}'",
    )


def _body(home: str) -> str:
    at = escape(home)
    rows = "".join(
        f'<tr><td>{escape(one["title"])}</td><td>{escape(one["description"])}</td><td><a href="{at}/api/v1/tables/{escape(name)}">JSON</a> '
        f'<a href="{at}/api/v1/tables/{escape(name)}?format=csv">CSV</a></td></tr>'
        for name, one in resources().items()
    )
    head = "<thead><tr><th>Table</th><th>What it holds</th><th>Take it</th></tr></thead>"
    examples = "\n".join(
        (
            f"curl '{at}/api/v1/survey/prevalence?outcome=neuropathy&amp;where=sex=female'",
            f"curl -O '{at}/exhibits/food-bars.csv?per=100g'",
            f"curl '{at}/api/v1/tables/foods?group=nuts_and_seeds&amp;columns=key,name,magnesium_mg_per_100g'",
        )
    )
    return (
        f'<p class="note"><a href="{at}/">Magnesium in Balance</a></p><h1>The data</h1><p>{escape(ABOUT)}</p>'
        f"<p>Data version {VERSION} of {RELEASED}, CC BY 4.0. Free to use with the source named.</p>"
        f"<h2>From another program</h2><pre>{examples}</pre>"
        f'<p><a href="{at}/api/v1">Where everything is</a>, <a href="{at}/api/v1/openapi.json">OpenAPI</a>, '
        f'<a href="{at}/datapackage.json">data package</a>, <a href="{at}/feed.atom">feed of corrections</a>. Keys and columns are '
        "promised for v1: what is documented does not change, new things may come. A withheld estimate has its reason and no number.</p>"
        f"<h2>Tables</h2>{html.scrolled(f'<table>{head}<tbody>{rows}</tbody></table>', 'Tables')}"
    )


def json_ld(home: str) -> dict[str, Any]:
    """schema.org's Dataset."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": "Magnesium in Balance: data",
        "description": ABOUT,
        "url": f"{home}/data",
        "license": LICENCE,
        "version": VERSION,
        "datePublished": RELEASED,
        "creator": {"@type": "Organization", "name": "The makers of Magnesium in Balance"},
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": f"{home}/datapackage.json"},
            *(
                {
                    "@type": "DataDownload",
                    "name": one["title"],
                    "encodingFormat": one["mediatype"],
                    "contentUrl": f"{home}/data/{one['path']}",
                }
                for one in resources().values()
            ),
        ],
    }


def signposts(home: str) -> str:
    """FAIR Signposting, level 1."""
    parts = {
        "cite-as": f"{home}/data",
        "describedby": f"{home}/datapackage.json",
        "license": LICENCE,
        "service-desc": f"{home}/api/v1/openapi.json",
    }
    items = [f'<{home}/data/{one["path"]}>; rel="item"; type="{one["mediatype"]}"' for one in resources().values()]
    return ", ".join([*(f'<{address}>; rel="{name}"' for name, address in parts.items()), *items[:20]])


def sitemap(asked: Asked) -> Answer:
    """Every page, and the page about the data."""
    pages = [*PAGES, "data", *(f"embed/{key}" for key in catalog())]
    urls = "".join(f"<url><loc>{escape(asked.home)}/{page}</loc><lastmod>{RELEASED}</lastmod></url>" for page in pages)
    text = f'<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    return Answer(text.encode(), "application/xml")


def robots(asked: Asked) -> Answer:
    """All may read; the rest of Streamlit's own addresses holds nothing to read."""
    return Answer(
        f"User-agent: *\nDisallow: /_stcore/\nSitemap: {asked.home}/sitemap.xml\n".encode(), "text/plain; charset=utf-8"
    )


def llms(asked: Asked) -> Answer:
    """For language models: what this is, how to ask it, and what every answer must keep."""
    at = asked.home
    text = f"""# Magnesium in Balance

> {ABOUT}

Quote an estimate with its interval, n and population, and with what to keep in mind (`cautions`). Say "associated with", not
"causes". A withheld estimate has its reason in `flag`: say that, and give no number. The upper level is for supplements, never food.

- [Pages and exhibits]({at}/api/v1/exhibits): every picture and table, with keys and choices
- [Survey estimates]({at}/api/v1/survey/prevalence?outcome=neuropathy): any group that the survey can carry
- [Tables]({at}/api/v1/tables): every fact with its sources
- [Search]({at}/api/v1/search?q=cramps)
- [OpenAPI]({at}/api/v1/openapi.json)
- [Corrections]({at}/feed.atom)
"""
    return Answer(text.encode(), "text/plain; charset=utf-8")
