"""Short tables as HTML that print and that a phone can stack, and the look they share with the comparison."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd

from exhibits.cards import link

STYLE = """<style>
.cmp, .plain {--low: light-dark(#1C4489, #5E91E1); --high: light-dark(#B1510A, #F38240); --muted: light-dark(#52606B, #A9B6C0);
  --line: light-dark(#DDE3E8, #2B3843); --panel: light-dark(#F2F5F7, #1B252E); font-size: .94rem; line-height: 1.42}
.cmp table {border-collapse: collapse; width: 100%; table-layout: fixed; margin: 0}
.cmp th, .cmp td {border: 0; border-top: 1px solid var(--line); padding: .65rem 1.2rem .65rem 0; text-align: left; vertical-align: top;
  overflow-wrap: break-word; color: inherit}
.cmp thead th {border-top: 0; font-size: 1.05rem; padding-bottom: .3rem}
.cmp col.name {width: 8.2rem}
.cmp .deficiency > b:first-child, .cmp thead .deficiency {color: var(--low)}
.cmp .toxicity > b:first-child, .cmp thead .toxicity {color: var(--high)}
.cmp td > b:first-child {display: none}
.cmp p {margin: 0 0 .4rem; max-width: none; font-size: inherit}
.cmp .sure, .cmp .from, .cmp .foot {font-size: .84rem; color: var(--muted); margin-bottom: .25rem}
.cmp .sure b, .cmp .check b {font-weight: 650; color: light-dark(#0F1920, #E8EEF2)}
.cmp .check {background: var(--panel); border-radius: 6px; padding: .4rem .6rem; font-size: .84rem; margin: .2rem 0 .4rem}
.cmp .aside {position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)}
.cmp summary {cursor: pointer; font-size: .86rem; font-weight: 600; color: light-dark(#0A5C53, #64E3CF)}
.cmp details p {margin-top: .3rem}
.cmp .from a, .plain a {color: light-dark(#1F5FA8, #86B4F5)}
.plain table {border-collapse: collapse; width: 100%; margin: 0}
.plain th, .plain td {border: 0; border-top: 1px solid var(--line); padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top;
  color: inherit}
.plain thead th {border-top: 0; color: var(--muted); font-weight: 600}
@media (max-width: 43.75rem) {
  .plain thead {display: none}
  .plain table, .plain tbody, .plain tr, .plain td {display: block; width: auto; overflow-wrap: anywhere}
  .plain tr {border-top: 2px solid var(--line); padding: .5rem 0}
  .plain td {border: 0; padding: 0}
  .plain td:empty {display: none}
  .plain td:first-child {font-weight: 600}
  .plain td:not(:first-child)::before {content: attr(data-name) ": "; color: var(--muted)}
  .plain td[data-name$='?']:not(:first-child)::before {content: attr(data-name) " "}
  .cmp thead, .cmp colgroup {display: none}
  .cmp table, .cmp tbody, .cmp tr, .cmp th, .cmp td {display: block; width: auto}
  .cmp tr {border-top: 2px solid var(--line); padding: .6rem 0}
  .cmp th, .cmp td {border: 0; padding: 0}
  .cmp tbody th {font-size: 1.1rem; margin-bottom: .4rem}
  .cmp td {border-left: 4px solid; padding: .1rem 0 .1rem .7rem; margin-bottom: .7rem}
  .cmp td.deficiency {border-color: var(--low)} .cmp td.toxicity {border-color: var(--high)}
  .cmp td > b:first-child {display: block}
}
@media print {
  .cmp, .plain {--low: #000; --high: #000; --muted: #333; --line: #777; font-size: 9pt; color: #000}
  .cmp .check {background: none; border: 1px solid #777}
  .cmp tr, .plain tr {break-inside: avoid}
}
</style>"""


def plain_table(table: pd.DataFrame, *, name: str, links: Mapping[str, str] | None = None) -> str:
    """HTML of a short table as it stands, a row a block on a phone; `name` is what a screen reader announces.

    A cell that is a tuple of sources is told as links, and so is an address; any other as text, and a missing one as none.
    `links` are addresses by the whole text of the cell that leads there.
    """
    heads = "".join(f'<th scope="col" role="columnheader">{escape(column)}</th>' for column in table.columns)
    body = "".join(
        '<tr role="row">'
        + "".join(
            f'<td role="cell" data-name="{escape(column)}">{_cell(value, links or {})}</td>'
            for column, value in row.items()
        )
        + "</tr>"
        for row in table.to_dict("records")
    )
    return (
        f'{STYLE}<div class="plain"><table role="table" aria-label="{escape(name)}"><thead role="rowgroup">'
        f'<tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _cell(value: object, links: Mapping[str, str]) -> str:
    if isinstance(value, str) and value in links:
        return f'<a href="{escape(links[value])}" target="_self">{escape(value)}</a>'
    return _links(value)


def _links(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(link, value))
    text = "" if pd.isna(value) else f"{value:,.10g}" if isinstance(value, float) else str(value)
    if text.startswith("https://"):
        return f'<a href="{escape(text)}" target="_blank" rel="noopener">open</a>'
    return escape(text)
