"""Deficiency and toxicity side by side: one cell a statement, with how sure we are and a check of a popular article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import NamedTuple

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
from data.wording import Level, at, both
from exhibits.balance.sides import MARKED_NAMES, SIDES
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.cards import link
from exhibits.choices import some_of, switch
from exhibits.citations import short
from exhibits.html_tables import STYLE
from exhibits.standing import ESTABLISHED, WHAT_MARKS_MEAN
from exhibits.units import UnitChoices

VERDICT_MARK = {"right": "✓", "needs_caveat": "±", "misleading": "✕"}
TITLE = "Deficiency and toxicity compared"
NEVER_FOLDED = ("emergency",)  # a sign that needs care at once stands in sight
ARTICLE = "Popular article on magnesium and nerves"
ARTICLE_HELP = (
    "A popular article on magnesium and nerves has a table of five of these rows. What it says there is checked: ✓ right, ± needs a "
    "caveat, ✕ misleading."
)
LEGEND = (
    "▰▰▰ well established, ▰▰▱ fairly sure, ▰▱▱ uncertain: our own reading of the sources, not a GRADE rating. Where no year stands "
    f"beside a source, the page read states none. {WHAT_MARKS_MEAN}."
)


class Shown(NamedTuple):
    """In which unit, with the check of the article or without, everything open or folded, and in which words."""

    unit: Unit
    article: bool = False
    full: bool = False
    level: Level = "plain"


def _rows() -> dict[str, str]:
    return {key: row.short for key, row in load_comparison_rows().items()}


class ComparisonChoices(UnitChoices):
    """Which rows, none picked meaning all, in which unit, and how much of each cell: `?rows=Cause&rows=Onset&unit=mg/dL`."""

    rows: tuple[str, ...] = some_of("Rows", _rows)
    article: bool = switch("Check a popular article", help=ARTICLE_HELP)
    full: bool = switch(
        "Open every cell", help="Reasons, footnotes and sources of all cells at once, to read or to print."
    )

    @property
    def picked(self) -> dict[str, ComparisonRow]:
        """The rows picked, in their order."""
        return {key: row for key, row in load_comparison_rows().items() if not self.rows or key in self.rows}


def table(choices: ComparisonChoices) -> pd.DataFrame:
    """The rows picked, with everything that is known of each cell."""
    return _table(choices.unit, tuple(choices.picked))


@built_once
def _table(unit: Unit, picked: tuple[str, ...]) -> pd.DataFrame:
    rows = load_comparison_rows()
    return pd.DataFrame(
        {
            "Row": rows[cell.row].name,
            "Side": SIDES[cell.side],
            "What is known": in_unit(cell.statement, unit),
            "Certainty": cell.certainty.replace("_", " "),
            "Why": cell.because,
            "The popular article's cell": cell.article.verdict.replace("_", " ") if cell.article else None,
            "What it gets right": cell.article.right if cell.article else None,
            "Caveat": cell.article.caveat if cell.article else None,
            "Footnote": cell.footnote,
            "Sources": short(cell.sources),
        }
        for cell in load_comparison().values()
        if cell.row in picked
    )


def figure(choices: ComparisonChoices, look: Look) -> Markup:
    """The rows picked as a table to read."""
    return _figure(choices)


@built_once
def _figure(choices: ComparisonChoices) -> Markup:
    shown = Shown(choices.unit, choices.article, choices.full)
    html = both(
        lambda level: comparison_table(
            choices.picked, load_comparison(), load_sources(), show=shown._replace(level=level)
        )
    )
    alt = f"Table, deficiency beside toxicity: {', '.join(row.name for row in choices.picked.values())}."
    return Markup.of(html, title=TITLE, subtitle=LEGEND, source="named in each cell.", alt=alt)


def comparison_table(
    rows: Mapping[str, ComparisonRow],
    cells: Mapping[tuple[str, str], ComparisonCell],
    sources: Mapping[str, Source],
    *,
    show: Shown,
) -> str:
    """HTML of the rows given: a sentence and a mark a cell, the rest of each folded away."""
    body = "".join(
        f'<tr role="row"><th scope="row" role="rowheader">{escape(row.name)}</th>'
        + "".join(_cell(cells.get((key, side)), side, sources, show) for side in SIDES)
        + "</tr>"
        for key, row in rows.items()
    )
    heads = "".join(
        f'<th scope="col" role="columnheader" class="{side}">{at(name, show.level)}</th>'
        for side, name in MARKED_NAMES.items()
    )
    return (
        f'{STYLE}<div class="cmp"><table role="table" aria-label="{TITLE}">'
        f'<colgroup><col class="name"><col><col></colgroup>'
        f'<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Question</th>{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _cell(cell: ComparisonCell | None, side: str, sources: Mapping[str, Source], show: Shown) -> str:
    """The first sentence and one mark; the rest behind "more", or open where everything is to be printed. HTML."""
    opened = f'<td role="cell" class="{side}"><b>{at(MARKED_NAMES[side], show.level)}</b>'
    if cell is None:
        return f"{opened}<p>Nothing found.</p></td>"
    told = in_unit(cell.statement, show.unit)
    first, rest = (told, "") if cell.row in NEVER_FOLDED else first_sentence(told)
    mark = f'<span aria-hidden="true">{ESTABLISHED[cell.certainty]}</span>'
    certainty = CERTAINTY_WORDS[cell.certainty]
    more = [
        f"<p>{escape(rest)}</p>" if rest else "",
        f'<p class="sure"><b>{certainty}.</b> {escape(cell.because)}</p>',
        f'<p class="foot">Footnote: {escape(cell.footnote)}</p>' if cell.footnote else "",
        f'<p class="from">{"; ".join(link(sources[key]) for key in cell.sources)}</p>',
    ]
    seen = "sure" if show.level == "clinical" else "aside"  # certainty in words, or by its mark alone
    return (
        f'{opened}<p>{mark}<span class="{seen}"> {certainty}: </span> {escape(first)}</p>'
        f"{_check(cell.article) if cell.article and show.article else ''}"
        f"<details{' open' if show.full else ''}><summary>more</summary>{''.join(more)}</details></td>"
    )


def first_sentence(text: str) -> tuple[str, str]:
    """The sentence that stands in sight, and what follows it. An abbreviation or a decimal point ends none."""
    first, _, rest = re.sub(r"(?<=[a-z)%\dL])\. (?=[A-Z])", ".\n", text, count=1).partition("\n")
    return first, rest


def _check(article: ArticleCheck) -> str:
    """What the article's cell gets right, and what not."""
    return (
        f'<p class="check"><b><span aria-hidden="true">{VERDICT_MARK[article.verdict]}</span> {ARTICLE}: '
        f"{VERDICT_WORDS[article.verdict].lower()}.</b> {escape(article.right)} <b>But:</b> {escape(article.caveat)}</p>"
    )


EMERGENCY_SHORT = "**When it is an emergency:** seek care at once."


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
