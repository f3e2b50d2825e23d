"""`/embed/<key>`: an exhibit as a small page for a frame on another site; `/oembed` tells sites how to frame it.

EMBED_ANCESTORS in the environment names who may frame it (a frame-ancestors list of CSP); everybody where it is not set.
"""

from __future__ import annotations

import os
import re
from html import escape
from urllib.parse import SplitResult, parse_qsl, quote, urlsplit

import pandas as pd

from data.releases import RELEASED, VERSION
from exhibits.base import Chart, Look, Markup
from exhibits.catalog import catalog
from exhibits.frames import CHART_WIDTH, WIDTH, chart_height, frame_height
from routes import files, html
from routes.answers import Answer, Asked, Problem, json_bytes
from routes.asked import View, view_of, whole_number
from routes.exhibits import version_address
from routes.pictures.sheet import WIDTHS

MOST_BYTES = 60_000
MOST_ROWS = 40
ON_PHONE = "(max-width: 599px)"
LARGEST = 960  # pixels of a picture's width, in a frame that is wider


def embed(asked: Asked) -> Answer:
    """The page: picture or table, table twin, source, what to keep in mind, and the way back."""
    view = view_of(asked.path["key"], asked.values())
    words = files.about(view, asked.home)
    body = [
        f"<h1>{escape(words['title'])}</h1>",
        f'<p class="note">{escape(words["subtitle"])}</p>',
        shown(view, words),
    ]
    body += [
        f'<p class="note">{escape(line)}</p>' for line in (f"Source: {words['source']}", " ".join(words["cautions"]))
    ]
    body.append(
        f'<p class="note"><a href="{escape(words["address"])}" target="_top">Magnesium in Balance</a>, data version {VERSION} of '
        f'{RELEASED}, CC BY 4.0. <a href="{escape(version_address(view, asked.home))}" target="_top">Still current?</a> For learning, '
        "not medical advice.</p>"
    )
    told = f'<link rel="alternate" type="application/json+oembed" title="{escape(words["title"])}" href="{escape(oembed_address(view, asked.home))}">'
    return html.page(words["title"], "".join(body), head=told, framed_by=framed_by())


def framed_by() -> str:
    """Who may frame an exhibit, as CSP has it."""
    return re.sub(r"[^\w:/.*'\- ]", "", os.environ.get("EMBED_ANCESTORS", "")).strip() or "*"


def shown(view: View, words: dict) -> str:
    """The picture with its rows below, or the table itself; or why there is nothing to see."""
    if reason := view.exhibit.empty(view.choices):
        return f"<p>{escape(reason)}</p>"
    figure = view.exhibit.figure(view.choices, Look())
    if isinstance(figure, Markup):
        own = str(figure)
        return own if len(own.encode()) < MOST_BYTES * 0.8 else rows(view, opened=True)
    return f"{pictures(view, figure, words['alt'])}{rows(view)}"


def pictures(view: View, wide: Chart, alt: str) -> str:
    """The plot alone, whose words are the page's: narrow on a phone, dark in the dark."""
    narrow = view.exhibit.figure(view.choices, Look(size="narrow"))
    query = f"{view.query}&" if view.query else ""

    def at(kind: str, mode: str) -> str:
        return escape(f"../exhibits/{view.exhibit.key}.svg?{query}as={kind}&mode={mode}")

    phone = f'width="{WIDTHS["phone"]}" height="{chart_height(narrow)}"' if isinstance(narrow, Chart) else ""
    return (
        f'<picture><source media="{ON_PHONE} and (prefers-color-scheme: dark)" srcset="{at("phone", "dark")}" {phone}>'
        f'<source media="{ON_PHONE}" srcset="{at("phone", "light")}" {phone}>'
        f'<source media="(prefers-color-scheme: dark)" srcset="{at("chart", "dark")}">'
        f'<img src="{at("chart", "light")}" alt="{escape(alt)}" width="{CHART_WIDTH}" height="{chart_height(wide)}" '
        f'style="max-width:{LARGEST}px" loading="lazy"></picture>'
    )


def rows(view: View, *, opened: bool = False) -> str:
    """The first rows of the table, folded under a picture."""
    table = files.rows_of(view)
    part = fitting(table.head(MOST_ROWS))
    more = "" if len(part) == len(table) else f'<p class="note">The first {len(part)} of {len(table)} rows.</p>'
    at = f"../exhibits/{view.exhibit.key}.csv" + (f"?{view.query}" if view.query else "")
    shown = html.scrolled(part.to_html(index=False, border=0, na_rep="–"), "Table")
    return (
        f"<details{' open' if opened else ''}><summary>The same as a table</summary>{shown}"
        f'{more}<p class="note"><a href="{escape(at)}" download>All rows as CSV</a></p></details>'
    )


def fitting(table: pd.DataFrame) -> pd.DataFrame:
    """As many of the rows as leave the page small."""
    while len(table) > 1 and len(table.to_html(index=False).encode()) > MOST_BYTES * 0.6:
        table = table.head(len(table) // 2)
    return table


def oembed_address(view: View, home: str) -> str:
    """Where a site asks how to show it."""
    return f"{home}/oembed?url={quote(embed_address(view, home), safe='')}"


def embed_address(view: View, home: str) -> str:
    """The page for a frame."""
    return f"{home}/embed/{view.exhibit.key}" + (f"?{view.query}" if view.query else "")


def snippet(view: View, home: str, title: str, *, width: int, height: int) -> str:
    """What a site puts into its page."""
    return (
        f'<iframe src="{escape(embed_address(view, home))}" title="{escape(title)}" width="{width}" height="{height}" '
        'style="border:0" loading="lazy"></iframe>'
    )


def oembed(asked: Asked) -> Answer:
    """`url` of an embed or of a picture; `maxwidth`, `maxheight`; as https://oembed.com has it, in JSON."""
    values = asked.values()
    if values.get("format", ["json"])[-1] != "json":
        raise Problem(501, "There is JSON alone.", parameter="format", allowed=["json"])
    said = address_of(values.get("url", [""])[-1])
    found = re.search(r"/(?:embed|exhibits|v/[\d.]+)/([a-z0-9-]+)(?:\.\w+)*$", said.path)
    if not found or found[1] not in catalog() or not same_place(said.netloc, asked.home):
        raise Problem(404, "No exhibit of ours has this address.", parameter="url", allowed=[f"{asked.home}/embed/KEY"])
    choices: dict[str, list[str]] = {}
    for name, value in parse_qsl(said.query):
        choices.setdefault(name, []).append(value)
    view = view_of(found[1], choices, leave=("as", "mode"))
    width = min(whole_number(values, "maxwidth", low=1, high=10_000, default=WIDTH), WIDTH)
    tall = frame_height(view.exhibit, view.choices)
    height = min(whole_number(values, "maxheight", low=1, high=10_000, default=tall), tall)
    title = files.about(view, asked.home)["title"]
    told = {
        "type": "rich",
        "version": "1.0",
        "title": title,
        "provider_name": "Magnesium in Balance",
        "provider_url": asked.home,
        "width": width,
        "height": height,
        "html": snippet(view, asked.home, title, width=width, height=height),
    }
    return Answer(json_bytes(told), "application/json")


def address_of(text: str) -> SplitResult:
    """The parts of an address; of what is none, nothing."""
    try:
        return urlsplit(text)
    except ValueError:
        return urlsplit("")


def same_place(host: str, home: str) -> bool:
    """Whether an address is one of ours."""
    return host == urlsplit(home).netloc
