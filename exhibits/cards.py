"""Cards as one block of HTML: many records at the price of one element. They flow into columns and stack on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from data.risk import Figure
from data.sources import Source, load_sources

STYLE = """<style>
.cards {--low: light-dark(#1C4489, #5E91E1); --mid: light-dark(#117D6F, #64E3CF); --high: light-dark(#B1510A, #F38240);
  --muted: light-dark(#52606B, #A9B6C0); --line: light-dark(#DDE3E8, #2B3843); --panel: light-dark(#F2F5F7, #1B252E);
  columns: 2 24rem; column-gap: 1rem; overflow-wrap: anywhere; font-size: .95rem; line-height: 1.45}
.cards article {break-inside: avoid; border: 1px solid var(--line); border-left: 5px solid var(--line); border-radius: 6px;
  padding: .8rem 1rem .7rem; margin: 0 0 1rem}
.cards article.deficiency {border-left-color: var(--low)} .cards article.balance {border-left-color: var(--mid)}
.cards article.toxicity {border-left-color: var(--high)}
.cards h3 {font-size: 1.08rem; font-weight: 650; margin: 0 0 .15rem; padding: 0; line-height: 1.3}
.cards p {margin: 0 0 .35rem; font-size: inherit}
.cards .tags, .cards .from {color: var(--muted); font-size: .85rem}
.cards .deficiency .tags b {color: var(--low)} .cards .toxicity .tags b {color: var(--high)}
.cards ul {list-style: none; margin: .3rem 0; padding: 0; font-size: inherit}
.cards li {border-top: 1px solid var(--line); padding: .4rem 0; margin: 0; font-size: inherit}
.cards li b {font-weight: 650}
.cards .against {background: var(--panel); border-radius: 6px; padding: .15rem .45rem; margin: .1rem 0 .2rem; display: inline-block;
  font-size: .85rem}
.cards summary {cursor: pointer; font-size: .9rem; font-weight: 600; padding: .25rem 0; color: light-dark(#0A5C53, #64E3CF)}
.cards a {color: light-dark(#1F5FA8, #86B4F5)}
@media (max-width: 43.75rem) {.cards {columns: 1}}
@media print {.cards article {border-color: #777; color: #000}}
</style>"""


def card_grid(cards: Iterable[str]) -> str:
    """The cards, each made by `card`, as one block."""
    return f'{STYLE}<div class="cards">{"".join(cards)}</div>'


def card(
    title: str,
    *,
    side: str,
    tags: str,
    paragraphs: Iterable[str],
    items: Iterable[str] = (),
    more: Sequence[str] = (),
    sources: Iterable[str] = (),
) -> str:
    """One card. `tags` is text; `paragraphs`, `items` and `more` (folded away) are HTML from `said` and `finding`.

    `side` (deficiency, balance, toxicity, none) colors the edge; `sources` are keys in the bibliography.
    """
    listed, folded = (_listed(part) for part in (items, more))
    if folded:
        count = len(more)
        folded = f"<details><summary>{count} more figure{'s' * (count > 1)}</summary>{folded}</details>"
    return (
        f'<article class="{escape(side)}"><h3>{escape(title)}</h3><p class="tags"><b>{escape(tags)}</b></p>'
        + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        + listed
        + folded
        + (f'<p class="from">Sources: {links(sources)}</p>' if sources else "")
        + "</article>"
    )


def _listed(items: Iterable[str]) -> str:
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{listed}</ul>" if listed else ""


def said(label: str, text: str) -> str:
    """ "<b>Why.</b> Magnesium crosses the placenta." """
    return f"<b>{escape(label)}.</b> {escape(text)}" if label else escape(text)


def finding(figure: Figure) -> str:
    """A figure with number, statement, note and sources."""
    number = f"<b>{escape(figure.words[0].upper() + figure.words[1:])}.</b> " if figure.words else ""
    against = '<span class="against">± Counterpoint</span><br>' if figure.counterpoint else ""
    note = f" {escape(figure.note)}" if figure.note else ""
    second = " · read on a page that repeats it" if figure.seen_on == "secondary" else ""
    origin = f'<span class="from">{links(figure.sources)}{second}</span>'
    return f"{against}{number}{escape(figure.statement)}{note}<br>{origin}"


def links(keys: Iterable[str]) -> str:
    """Sources as links by name and year, and after each what it is."""
    return "; ".join(link(load_sources()[key]) for key in keys)


def link(source: Source) -> str:
    """One source: "<a>Jahnen-Dechent W 2012</a>, review". HTML."""
    name, what = escape(source.dated), escape(source.what)
    if not source.link:
        return f"{name}, {what}"
    return f'<a href="{escape(source.link)}" target="_blank" rel="noopener">{name}</a>, {what}'
