"""A sheet of one page as HTML: the same record as the PDF, every text escaped; the browser prints it on one page and a second."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import partial
from html import escape
from pathlib import Path
from typing import Literal

import font_source_sans_pro

from sheets.code import code_of
from sheets.one_page import Block, OnePage, Reference

SIZES = {"a4": "A4", "letter": "letter"}
STYLE = """
.one{background:#fff;color:#000;font:8.4pt/1.1 "Source Sans Pro","Source Sans","Source Sans 3",Arial,sans-serif;
font-variant-numeric:tabular-nums;text-align:left}
.one *{color:#000;border-color:#8A8A8A}
.one h1,.one h2.title{font-size:17pt;line-height:1.1;margin:0 0 .3mm;padding:0}.one h2,.one h3{font-size:10pt;line-height:1.1;margin:1.5mm 0 .3mm;padding:0}
.one p{margin:0 0 .2mm;max-width:none;font-size:inherit}.one .small,.one .small *{font-size:7.6pt;color:#3A3A3A}
.one .head{display:flex;gap:5mm}.one .head>div{flex:1}.one .head figure{width:20mm;margin:0;text-align:center}
.one .head img{width:20mm;height:20mm;display:block}.one figcaption{font-size:6.8pt}
.one .ask{font-size:10pt}.one .facts b{margin-left:3mm}.one .facts b:first-child{margin:0}
.one .bottom{border:.8pt solid #000;padding:1.2mm 2.4mm;margin:1.4mm 0 .6mm}.one .bottom h2,.one .bottom h3{margin:0 0 .6mm}.one .bottom p{font-size:9.2pt}
.one table{border-collapse:collapse;width:100%;table-layout:fixed;margin:0;font-size:inherit;border-top:.8pt solid #000}
.one th,.one td{text-align:left;vertical-align:top;padding:.15mm 2mm .2mm 0;border:0;border-top:.4pt solid #8A8A8A;overflow-wrap:break-word;
font-size:inherit;line-height:inherit}
.one thead th{font-size:7.6pt;color:#3A3A3A;border-top:0}.one td:last-child{font-size:7.6pt}
.one ul{list-style:"– ";margin:0;padding:0 0 0 2.6mm}.one li{margin:0 0 .1mm;font-size:inherit}
.one ol{columns:2;column-gap:7mm;margin:0;padding:0 0 0 5mm;font-size:7.4pt}.one ol li{break-inside:avoid;margin:0 0 .5mm;overflow-wrap:anywhere}
.one a{color:#000}
@media screen{.one{padding:2.2rem 2.6rem;box-sizing:border-box;max-width:62rem;margin:0 auto;border:1px solid #8A8A8A;font-size:.94rem;line-height:1.36}
.one .small,.one .small *,.one thead th,.one td:last-child,.one ol,.one figcaption{font-size:.86rem}
.one .head figure{width:6.5rem}.one .bottom p,.one .ask{font-size:1.02rem}.one h2,.one h3{font-size:1.1rem;margin:1.1rem 0 .35rem}.one h1,.one h2.title{font-size:1.6rem}
.one ol{padding-left:2.2rem}.one td,.one th{padding:.25rem .8rem .25rem 0}.one li,.one p{margin-bottom:.35rem}}
@media screen and (max-width:700px){.one{padding:1rem;overflow-wrap:anywhere}.one th,.one td{overflow-wrap:anywhere}.one table,.one tbody,.one tr,.one td{display:block;width:auto}.one thead{display:none}
.one tr{border-top:1px solid #000;padding:1.5mm 0}.one td,.one th{border:0;padding:0}
.one td:not(:first-child)::before{content:attr(data-name) ": ";color:#3A3A3A}.one td[data-name$='?']:not(:first-child)::before{content:attr(data-name) " "}.one ol{columns:1}.one .head{display:block}}
@media print{.one .sources{break-before:page}.one tr{break-inside:avoid}}
"""
FONTS = {"regular.otf": ("SourceSansPro-Regular.otf", "400"), "bold.otf": ("SourceSansPro-Bold.otf", "600 700")}
"""Name in an address → file and weights: the fonts of the PDF, so that both break their lines alike."""
PAGE_STYLE = """
:root{color-scheme:light}body{background:#fff;color:#000;margin:0;padding:0;max-width:none}
"""


def font(name: str) -> bytes:
    """A font of FONTS."""
    return (Path(font_source_sans_pro.font_directory) / FONTS[name][0]).read_bytes()


def document(page: OnePage) -> bytes:
    """A whole page by itself with its fonts inside, for a file."""
    head = f'<meta charset="utf-8"><title>{escape(page.title)}</title><meta name="viewport" content="width=device-width,initial-scale=1">'
    return f'<!DOCTYPE html><html lang="{escape(page.language)}"><head>{head}</head><body>{body(page, fonts={name: _inside(name) for name in FONTS})}</body></html>'.encode()


def _inside(name: str) -> str:
    return f"data:font/otf;base64,{base64.b64encode(font(name)).decode()}"


def body(page: OnePage, *, fonts: Mapping[str, str]) -> str:
    """The sheet with its style sheet, for a page by itself; `fonts` are the addresses of those of FONTS."""
    faces = "".join(
        f'@font-face{{font-family:"Source Sans Pro";src:url({fonts[name]});font-weight:{weights}}}'
        for name, (_, weights) in FONTS.items()
    )
    paper = f"@page{{size:{SIZES[page.paper]};margin:9mm 12mm 8mm}}"
    return f"<style>{faces}{PAGE_STYLE}{paper}</style><main>{article(page)}</main>"


def article(page: OnePage, *, title: Literal["h1", "h2"] = "h1") -> str:
    """The sheet as a part of any page; its style touches nothing else. `title` is the level of its title."""
    part = f"h{int(title[1]) + 1}"
    facts = " ".join(f"<b>{escape(name)}:</b> {escape(said)}" for name, said in page.facts)
    code = f'<figure><a href="{escape(page.address)}">{_code(page.address)}</a><figcaption>Still current? Scan.</figcaption></figure>'
    sure = "".join(f"<p>{escape(said)}</p>" for said in page.bottom)
    bottom = f'<section class="bottom"><{part}>Bottom line</{part}>{sure}</section>' if page.bottom else ""
    head = (
        f'<div class="head"><div><p class="small">Magnesium in Balance · one-page brief</p><{title} class="title">{escape(page.title)}</{title}>'
        f'<p class="ask">{escape(page.question)}</p><p class="facts">{facts}</p>{bottom}</div>{code}</div>'
    )
    not_shown = "".join(f"<li>{escape(said)}</li>" for said in page.not_shown)
    left_out = f"<p>{escape(page.left_out)}</p>" if page.left_out else ""
    sources = "".join(map(_source, page.sources))
    return (
        f'<style>{STYLE}</style><article class="one">{head}{"".join(map(partial(_table, part), page.blocks))}'
        f"<section><{part}>What this sheet does not show</{part}><ul>{not_shown}</ul></section>{''.join(map(partial(_table, part), page.after))}"
        f'<div class="small">{left_out}<p>{escape(page.made_by)}</p></div>'
        f'<section class="sources"><{part}>Sources of: {escape(page.title)}</{part}><ol>{sources}</ol></section></article>'
    )


def _table(level: str, part: Block) -> str:
    """A table with its heading; on a phone a row is a block, and each cell says what it is."""
    whole = sum(part.widths)
    columns = "".join(f'<col style="width:{share / whole:.2%}">' for share in part.widths)
    heads = "".join(f'<th scope="col" role="columnheader">{escape(head)}</th>' for head in part.heads)
    rows = "".join(_row(part, row, strong) for row, strong in zip(part.rows, part.strong, strict=True))
    lead = f"<p>{escape(part.lead)}</p>" if part.lead else ""
    refers = f'<p class="small">{escape(part.refers)}</p>' if part.refers else ""
    return (
        f'<section><{level}>{escape(part.heading)}</{level}>{lead}{refers}<table role="table" aria-label="{escape(part.heading)}"><colgroup>{columns}</colgroup>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table></section>'
    )


def _row(part: Block, row: tuple[str, ...], strong: bool) -> str:
    first, *rest = row
    named = zip(part.heads[1:], rest, strict=True)
    cells = "".join(f'<td role="cell" data-name="{escape(head)}">{escape(cell)}</td>' for head, cell in named)
    told = f"<b>{escape(first)}</b>" if strong else escape(first)
    return f'<tr role="row"><td role="cell">{told}</td>{cells}</tr>'


def _source(one: Reference) -> str:
    return (
        f'<li><a href="{escape(one.link)}">{escape(one.text)}</a></li>' if one.link else f"<li>{escape(one.text)}</li>"
    )


def _code(address: str) -> str:
    """The code to scan as a picture inside the page."""
    drawn = code_of(address).svg_data_uri(border=1, light="#fff", omitsize=True)
    return f'<img src="{escape(drawn)}" alt="Code to scan: is this sheet still current?">'
