"""Under every exhibit: its picture, its data, how to cite it, a link, a code to scan, and a frame for another site.

Plain links to the addresses of `routes/`, folded away in one element; nothing is made before it is asked for.
"""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from components import levels, viewport
from exhibits.base import Exhibit, Look, Mode, built_once
from exhibits.catalog import link
from exhibits.choices import Choices
from exhibits.frames import frame_height

ARRIVING = """<script>(() => {
  const key = location.hash.slice(1);  // of an exhibit, in a link or code that was taken away
  if (!/^[a-z0-9-]+$/.test(key)) return;
  let until = Date.now() + 20000, top = null, came = false;
  const stop = () => clearInterval(looking);
  const looking = setInterval(() => {
    if (Date.now() > until) return stop();
    const shown = document.querySelector(`.st-key-${key}, [data-exhibit="${key}"]`);
    if (!shown || document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning") return;
    if (!top?.isConnected) {
      const follows = h => h.compareDocumentPosition(shown) & Node.DOCUMENT_POSITION_FOLLOWING;
      top = [...document.querySelectorAll("h2")].filter(follows).pop() ?? shown;
      if (!came && top.getBoundingClientRect().top < innerHeight * 0.8) return stop();  // it is on the first screen
      top.style.scrollMarginTop = "5rem";
      if (!came) until = Date.now() + 3000;  // what stands above is still being drawn, and moves it
      came = true;
    }
    top.scrollIntoView();
  }, 150);
  for (const act of ["wheel", "touchstart", "keydown", "pointerdown"]) addEventListener(act, stop, {once: true, passive: true});
})()</script>"""
"""Brings who comes by such an address to the exhibit, where the page begins with another one; whoever moves is left alone."""

LISTENING = """<script>addEventListener("toggle", ({target: fold}) => {
  if (fold.open && fold.matches?.("details.listen")) import("./listen/listen.js").then(script => script.opened(fold));
}, true)</script>"""
"""Loads what reads a picture aloud, when a reader opens it."""

FRAME = (
    '<iframe src="{address}" title="{title}" width="100%" height="{height}" style="border:0" loading="lazy"></iframe>'
)
PICTURES = (("for a slide", "slide"), ("for print", "print"), ("as seen", "screen"))
CITATIONS = (("text", "text"), ("BibTeX", "bibtex"), ("CSL-JSON", "csl"), ("RIS", "ris"))
FILES = (("CSV", "csv"), ("Excel", "xlsx"), ("JSON", "json"))


def markup(shown: Exhibit, choices: Choices, *, drawn: bool) -> str:
    """The links of an exhibit with these choices, as HTML; `drawn` where it is a picture and no table."""
    return _markup(shown, choices, drawn, viewport.mode(), site_address(), urlencode(levels.query()))


def site_address() -> str:
    """Where this dashboard is read, as the browser says: "http://localhost:8501"; "" where nobody knows."""
    url = urlsplit(st.context.url or "")
    folder = st.get_option("server.baseUrlPath").strip("/")
    return f"{url.scheme}://{url.netloc}" + (f"/{folder}" if folder else "") if url.netloc else ""


@built_once
def _markup(shown: Exhibit, choices: Choices, drawn: bool, mode: Mode, home: str, level: str) -> str:
    query, path = urlencode(choices.address(), doseq=True), link(shown, choices)
    leveled = f"{path}{'&' if '?' in path else '?'}{level}" if level else path
    view = f"{home}{leveled}#{shown.key}"
    framed = f"{home}/embed/{shown.key}" + (f"?{query}" if query else "")
    frame = FRAME.format(
        address=escape(framed), title=escape(shown.title), height=frame_height(shown, choices, Look(mode))
    )
    parts = {
        "Picture": _pictures(shown.key, query, mode) if drawn else "",
        "Data": "".join(_file(name, f"exhibits/{shown.key}.{ending}", query) for name, ending in FILES),
        "Cite": "".join(
            _link(name, "api/v1/citation", "&".join(filter(None, (f"exhibit={shown.key}&format={form}", query))))
            for name, form in CITATIONS
        ),
        "Link": _field(view, "Address of this view")
        + f'<img loading="lazy" alt="Code to scan: this view on a phone" src="{escape(_at(f"exhibits/{shown.key}.qr.svg", query))}">',
        "Embed": f'<textarea readonly rows="3" aria-label="HTML for another site">{escape(frame)}</textarea>'
        + _link("See it", f"embed/{shown.key}", query),
    }
    file = escape(_at(f"exhibits/{shown.key}.json", query))  # read when its table is printed: components/paper.js
    rows = "".join(f"<dt>{name}</dt><dd>{part}</dd>" for name, part in parts.items() if part)
    named = f'aria-label="Take away: {escape(shown.title)}" data-exhibit="{shown.key}" data-rows="{file}"'
    taken = f'<details class="take" {named}><summary>Take it away</summary><dl>{rows}</dl></details>'
    return taken + (_listen(shown, query) if drawn else "")


def _listen(shown: Exhibit, query: str) -> str:
    """The picture as steps, spoken and heard: routes/listen/."""
    steps = escape(_at(f"exhibits/{shown.key}.steps.json", query))
    named = f'aria-label="Listen and step: {escape(shown.title)}" data-steps="{steps}"'
    return f'<details class="listen" {named}><summary>Listen and step</summary><div>Loading …</div></details>'


def _pictures(key: str, query: str, mode: str) -> str:
    kinds = ((f"{ending.upper()} {name}", ending, kind) for name, kind in PICTURES for ending in ("png", "svg"))
    return "".join(
        _file(name, f"exhibits/{key}.{ending}", "&".join(filter(None, (f"as={kind}&mode={mode}", query))))
        for name, ending, kind in kinds
    )


def _field(text: str, name: str) -> str:
    return f'<input readonly aria-label="{escape(name)}" value="{escape(text)}">'


def _file(name: str, path: str, query: str) -> str:
    return f'<a href="{escape(_at(path, query))}" download>{escape(name)}</a>'


def _link(name: str, path: str, query: str) -> str:
    return f'<a href="{escape(_at(path, query))}" target="_blank">{escape(name)}</a>'


def _at(path: str, query: str) -> str:
    """From beside any page, which all stand on one level."""
    return path + (f"?{query}" if query else "")
