"""A small page by itself, without a script: light and dark, wide and narrow, on paper."""

from __future__ import annotations

from html import escape

from routes.answers import Answer

STYLE = """
:root{color-scheme:light dark;--ink:light-dark(#0F1920,#E8EEF2);--muted:light-dark(#52606B,#A9B6C0);--line:light-dark(#DDE3E8,#2B3843);
--link:light-dark(#1F5FA8,#86B4F5)}
body{margin:0 auto;padding:1rem;max-width:72rem;font:1rem/1.45 "Source Sans","Source Sans 3","Helvetica Neue",Arial,sans-serif;
color:var(--ink);background:light-dark(#fff,#11181F)}
h1{font-size:1.45rem;line-height:1.2;margin:.2rem 0}h2{font-size:1.15rem;margin:1.2rem 0 .3rem}p{margin:.3rem 0;max-width:75ch}
.note{color:var(--muted);font-size:.9rem}a{color:var(--link)}img{width:100%;height:auto;display:block}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .9rem .35rem 0;border-top:1px solid var(--line)}
thead th{color:var(--muted);border:0}code,pre{font-size:.88rem;white-space:pre-wrap;overflow-wrap:anywhere}
@media print{body{color:#000;background:#fff}a{color:#000}}
"""
CLOSED = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def scrolled(table: str, name: str) -> str:
    """A table, as HTML, that may be wider than the screen: the Tab key stops at it, so that arrow keys can scroll it."""
    return f"<div class='scroll' tabindex='0' role='region' aria-label='{escape(name)}'>{table}</div>"


def page(
    title: str,
    body: str,
    *,
    head: str = "",
    framed_by: str = "'none'",
    links: str = "",
    script: str = "",
    language: str = "en",
    fonts: str = "",
) -> Answer:
    """The page; `framed_by` is who may show it in a frame, `head` and `links` what stands in its head and in its Link header.

    `script` is a script source for the policy: data blocks such as JSON-LD need one; `fonts` a font source.
    """
    policy = f"{CLOSED}; frame-ancestors {framed_by}" + (f"; script-src {script}" if script else "")
    policy += f"; font-src {fonts}" if fonts else ""
    text = (
        f'<!DOCTYPE html><html lang="{escape(language)}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">{head}<style>{STYLE}</style></head>'
        f"<body>{body}</body></html>"
    )
    headers = {"content-security-policy": policy} | ({"link": links} if links else {})
    return Answer(text.encode(), "text/html; charset=utf-8", headers)
