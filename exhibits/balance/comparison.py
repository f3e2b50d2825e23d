"""Deficiency and toxicity side by side: one cell a statement, with how sure we are and a check of a popular article."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd

from data.comparison import (
    CERTAINTY_WORDS,
    VERDICT_WORDS,
    ArticleCheck,
    ComparisonCell,
    ComparisonRow,
    load_comparison,
    load_comparison_rows,
)
from data.serum import Unit, in_unit
from data.sources import Source, load_sources
from exhibits.balance.sides import MARKED_SIDES, SIDES
from exhibits.balance.units import UnitChoices
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.cards import link
from exhibits.choices import some_of
from exhibits.citations import short
from exhibits.html_tables import STYLE

CERTAINTY_MARK = {"well_established": "●●●", "fairly_sure": "●●○", "uncertain": "●○○"}
VERDICT_MARK = {"right": "✓", "needs_caveat": "±", "misleading": "✕"}
TITLE = "Deficiency and toxicity compared"
LEGEND = (
    "●●● well established, ●●○ fairly sure, ●○○ uncertain: our own reading of the sources, not a GRADE rating. “The article” is a "
    "popular one on magnesium and nerves whose table of five rows is checked here: ✓ right, ± needs a caveat, ✕ misleading. "
    "Where no year stands beside a source, the page read states none."
)


def _rows() -> dict[str, str]:
    return {key: row.short for key, row in load_comparison_rows().items()}


class ComparisonChoices(UnitChoices):
    """Which rows, none picked meaning all, and in which unit: `?rows=Cause&rows=Onset&unit=mg/dL`."""

    rows: tuple[str, ...] = some_of("Rows", _rows)

    @property
    def picked(self) -> dict[str, ComparisonRow]:
        """The rows picked, in their order."""
        return {key: row for key, row in load_comparison_rows().items() if not self.rows or key in self.rows}


def table(choices: ComparisonChoices) -> pd.DataFrame:
    """The whole comparison, whichever rows are shown."""
    return _table(choices.unit)


@built_once
def _table(unit: Unit) -> pd.DataFrame:
    rows = load_comparison_rows()
    return pd.DataFrame(
        {
            "Row": rows[cell.row].name,
            "Side": SIDES[cell.side],
            "What is known": in_unit(cell.statement, unit),
            "Certainty": cell.certainty.replace("_", " "),
            "Why": cell.because,
            "The article's cell": cell.article.verdict.replace("_", " ") if cell.article else None,
            "What it gets right": cell.article.right if cell.article else None,
            "Caveat": cell.article.caveat if cell.article else None,
            "Footnote": cell.footnote,
            "Sources": short(cell.sources),
        }
        for cell in load_comparison().values()
    )


def figure(choices: ComparisonChoices, look: Look) -> Markup:
    """The rows picked as a table to read."""
    return _figure(choices)


@built_once
def _figure(choices: ComparisonChoices) -> Markup:
    html = comparison_table(choices.picked, load_comparison(), load_sources(), unit=choices.unit)
    return Markup.of(html, title=TITLE, subtitle=LEGEND, source="named in each cell.", alt=TITLE)


def comparison_table(
    rows: Mapping[str, ComparisonRow],
    cells: Mapping[tuple[str, str], ComparisonCell],
    sources: Mapping[str, Source],
    *,
    unit: Unit,
) -> str:
    """HTML of the rows given, levels told in `unit`; each cell has certainty, check of the article, and sources."""
    body = "".join(
        f'<tr role="row"><th scope="row" role="rowheader">{escape(row.name)}</th>'
        + "".join(_cell(cells.get((key, side)), side, sources, unit) for side in SIDES)
        + "</tr>"
        for key, row in rows.items()
    )
    heads = "".join(
        f'<th scope="col" role="columnheader" class="{side}">{name}</th>' for side, name in MARKED_SIDES.items()
    )
    return (
        f'{STYLE}<div class="cmp"><table role="table" aria-label="{TITLE}">'
        f'<colgroup><col class="name"><col><col></colgroup>'
        f'<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Question</th>{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _cell(cell: ComparisonCell | None, side: str, sources: Mapping[str, Source], unit: Unit) -> str:
    opened = f'<td role="cell" class="{side}"><b>{MARKED_SIDES[side]}</b>'
    if cell is None:
        return f"{opened}<p>Nothing found.</p></td>"
    parts = [
        f"<p>{escape(in_unit(cell.statement, unit))}</p>",
        f'<p class="sure"><span aria-hidden="true">{CERTAINTY_MARK[cell.certainty]}</span> '
        f"<b>{CERTAINTY_WORDS[cell.certainty]}.</b> {escape(cell.because)}</p>",
        _check(cell.article) if cell.article else "",
        f'<p class="foot">Footnote: {escape(cell.footnote)}</p>' if cell.footnote else "",
        f'<p class="from">{"; ".join(link(sources[key]) for key in cell.sources)}</p>',
    ]
    return f"{opened}{''.join(parts)}</td>"


def _check(article: ArticleCheck) -> str:
    """What the article's cell gets right, and what not."""
    return (
        f'<p class="check"><b><span aria-hidden="true">{VERDICT_MARK[article.verdict]}</span> The article: '
        f"{VERDICT_WORDS[article.verdict].lower()}.</b> {escape(article.right)} <b>But:</b> {escape(article.caveat)}</p>"
    )


def emergency() -> str:
    """The signs of either side that need urgent care, in markdown."""
    low, high = (load_comparison()["emergency", side] for side in SIDES)
    return (
        f"**When it is an emergency: seek care at once.** ▼ Severe deficiency: {low.in_short}. ▲ Severe excess: {high.in_short}. "
        "Other causes are possible and need care as well."
    )


def sources(choices: ComparisonChoices) -> tuple[str, ...]:
    """Of the cells of the rows picked."""
    cells = [cell for cell in load_comparison().values() if cell.row in choices.picked]
    return tuple(dict.fromkeys(key for cell in cells for key in cell.sources))


COMPARISON = Exhibit(
    "comparison",
    title=TITLE,
    page="balance",
    tab="Side by side",
    choices=ComparisonChoices,
    table=table,
    figure=figure,
    rests_on=("comparison", "comparison_rows"),
    sources=sources,
    also="hypomagnesemia, hypermagnesemia, cause, nerves, onset, severity, first signs, emergency, article checked",
)
