"""How a page shows things: one way for every chart, table, card and source line."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from functools import partial
from html import escape
from typing import Any, Literal
from urllib.parse import urlencode

import pandas as pd
import pyarrow as pa
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import levels, marks, notices, say, viewport
from components import take_away as links
from components.terms import SHORT_FORMS
from data.wording import Words
from exhibits.base import Chart, Exhibit, Markup, at_level, built_once
from exhibits.catalog import link
from exhibits.choices import Choices
from exhibits.html_tables import plain_table
from exhibits.markdown import plain
from exhibits.safety import safety_text
from exhibits.terms import told_beside, told_of_columns

MOST_CARDS = 60  # of a table on a phone
LINKS = """<style>.sheets a {display: inline-block; padding: .2rem 0; margin-right: 1.2rem; color: light-dark(#1F5FA8, #86B4F5)}</style>"""
"""Of links to files and sheets."""
ADVICE = "For learning, not medical advice."
FOR_EVERYBODY = (
    '<p class="for-everybody"><a href="sources?tab=Accessibility" target="_self">'
    "Accessibility: what was tested, what is not met, how to report a barrier</a></p>"
)


def heading(title: str, lede: Words | Callable[[], Words]) -> None:
    """The question a page answers, and its answer in one sentence without numbers; what is to be added comes after the picture.

    A lede that is counted from tables comes as a function: a fault in one of them leaves the rest of the page standing.
    """
    notices.need_frame()
    st.session_state["_headed"] = True
    if not callable(lede):
        return say.title_and_lede(title, lede)
    with st.container(key="heading-counted"):
        say.title(title)
        notices.guarded(lambda: say.markdown(lede()))()


def screen_title(text: str) -> None:
    """What a step of a lesson says, as the heading of a page that shows nothing else; text from a file, no markdown."""
    notices.need_frame()
    say.title(plain(text))
    st.session_state["_headed"] = True


def alert(label: str, text: Words, *, key: str) -> None:
    """What must not be missed, in one line above the picture, which opens to the whole of it."""
    with st.expander(label, key=f"alert-{key}"):
        say.markdown(text)


def exhibit(
    shown: Exhibit,
    choices: Choices,
    *,
    key: str = "",
    table: bool = True,
    columns: dict | None = None,
    answers: bool = True,
    beside: Callable[[str], None] | None = None,
    foot: DeltaGenerator | None = None,
) -> bool:
    """An exhibit with its heading, picture, source, what to keep in mind, table and download, or why there is nothing to
    see; whether there was.

    `table` False where the table stands right below anyway; `columns` are st.column_config entries; `answers` False
    where the page itself opens the records behind its marks; `beside` is drawn with a record that is open, by its key; `foot` is another place for what stands under a picture.
    """
    if reason := _why_empty(shown, choices):
        nothing(reason)
        return False
    figure = shown.figure(choices, viewport.look())
    keep_in_mind = " ".join(shown.cautions)
    if isinstance(figure, Markup):
        say.html(figure.at(levels.level()))
        if keep_in_mind:
            say.caption(keep_in_mind)
        take_away(shown, choices)
        return True
    rows = partial(shown.table, choices) if table else None
    key = key or shown.key
    draw = partial(chart, figure, key=key, table=rows, columns=columns, keep_in_mind=keep_in_mind, foot=foot)
    if shown.opens and answers and figure.marks:
        marks.answering(shown.opens, choices, figure, draw, key=key, also=beside)
    else:
        draw()
    if table:
        with foot or nullcontext():
            take_away(shown, choices)
    return True


@built_once
def _why_empty(shown: Exhibit, choices: Choices) -> str:
    return shown.empty(choices)


def told(shown: Exhibit, choices: Choices, text: str) -> None:
    """An exhibit told in sentences, which may begin with a heading. For clinicians its table comes first, sentences folded."""
    if levels.level() == "clinical":
        head, _, rest = text.partition("\n") if text.startswith("#") else ("", "", text)
        if head:
            say.markdown(head)
        figure = shown.figure(choices, viewport.look())
        say.html(figure.at("clinical") if isinstance(figure, Markup) else "")
        with st.expander("In sentences, with sources", key=f"sentences-{shown.key}"):
            say.markdown(rest)
    else:
        say.markdown(text)
    take_away(shown, choices)


def chart(
    figure: Chart,
    *,
    key: str,
    table: pd.DataFrame | Callable[[], pd.DataFrame] | None,
    columns: dict | None = None,
    keep_in_mind: str = "",
    foot: DeltaGenerator | None = None,
) -> None:
    """A chart with its words, its source line, what to keep in mind, and the same data as a table.

    On a phone what is measured comes after the picture, which would else begin below the first screen.
    `table` is for the reader: readable column names with units, rounded; `columns` are st.column_config entries. A
    function is called only when the table is asked for; None where the table stands right below the chart anyway.
    """
    said = at_level(figure.words, levels.level())
    narrow = viewport.size() == "narrow"
    say.chart_title(said["title"], "" if narrow else said["subtitle"])
    st.plotly_chart(figure, key=key, alt=said["alt"], theme=None, config={"displayModeBar": False})
    measured, in_full = said["subtitle"] if narrow else "", told_beside(figure, said)
    short_forms = f"In the picture: {plain(in_full)}." if in_full else ""
    with foot or nullcontext():
        say.caption("\n\n".join(filter(None, (measured, f"Source: {said['source']}", keep_in_mind, short_forms))))
        first = levels.level() == "clinical" and not narrow  # tables before prose
        name = f"{key}-table-first" if first else f"{key}-table"
        if table is not None and st.toggle("Show as table", value=first, key=name):
            table = table() if callable(table) else table
            data_table(table, key=f"{key}-rows", alt=f"The data of the chart: {figure.words['title']}", columns=columns)


def data_table(
    table: pd.DataFrame | pa.Table,
    *,
    key: str,
    alt: str,
    columns: dict | None = None,
    height: Literal["stretch", "content", "auto"] | int = "auto",
) -> None:
    """A table that sorts and scrolls; empty cells show a dash. On a phone, where it would be cut, a card for each row."""
    if as_cards():
        return _cards(table, alt)
    st.dataframe(
        table, key=key, alt=alt, hide_index=True, column_config=_helped(table, columns), height=height, placeholder="–"
    )


def _helped(table: pd.DataFrame | pa.Table, columns: dict | None) -> dict:
    """The columns' looks, with the abbreviations of a head told as its help."""
    names = table.column_names if isinstance(table, pa.Table) else map(str, table.columns)
    return {name: st.column_config.Column(help=told) for name, told in told_of_columns(names).items()} | (columns or {})


def as_cards() -> bool:
    """Whether tables are told a row a card, as on a phone, where a table would be cut."""
    return viewport.size() == "narrow"


def _cards(table: pd.DataFrame | pa.Table, alt: str, leads_to: Mapping[str, str] | None = None) -> None:
    """Each row as a block of its own, the first of very many; `leads_to` are addresses by the text of the cell that is the link."""
    rows = table.slice(0, MOST_CARDS).to_pandas() if isinstance(table, pa.Table) else table.head(MOST_CARDS)
    say.html(plain_table(rows, name=alt, links=leads_to))
    if len(table) > MOST_CARDS:
        say.caption(f"The first {MOST_CARDS} of {len(table):,}; the download has them all.")


def record_table(
    shown: Exhibit, choices: Choices, *, alt: str, opens: str, names: str, columns: dict | None = None
) -> None:
    """An exhibit's table whose chosen row opens a record: its name (column `names`) becomes the value of the control `opens`."""
    table = shown.table(choices)
    if as_cards():
        view = link(shown, choices).lstrip("/")  # from beside the page, wherever the dashboard is
        # A card is opened by what stands at its head, if no other has the same there.
        heads = table.columns[0] if table.iloc[:, 0].is_unique else names
        addresses = (f"{view}&{urlencode({opens: name})}" for name in table[names])
        leads = dict(zip(table[heads], addresses, strict=True))
        _cards(table.drop(columns=[] if heads == names else [names]), alt, leads)
        return take_away(shown, choices)
    # Streamlit keeps a selection by position, so a table with other rows is another table.
    name = f"{shown.key}-{zlib.crc32(' '.join(table[names]).encode()):x}"

    def follow() -> None:
        if rows := st.session_state[name]["selection"]["rows"]:
            st.session_state[opens] = table[names].iloc[rows[0]]

    look: dict[str, Any] = {"hide_index": True, "column_config": _helped(table, columns), "placeholder": "–"}
    st.dataframe(table, key=name, alt=alt, on_select=follow, selection_mode="single-row", **look)
    take_away(shown, choices)


def take_away(shown: Exhibit, choices: Choices) -> None:
    """Where an exhibit leaves the page: picture, data, citation, link, embed."""
    drawn = not _why_empty(shown, choices) and isinstance(shown.figure(choices, viewport.look()), Chart)
    say.html(links.markup(shown, choices, drawn=drawn))


def files(*offered: tuple[str, str, str]) -> None:
    """Files by plain links: an address, the name to keep it by, and what it is. Nothing is made before it is asked for."""
    links = "".join(
        f'<a href="{escape(address)}" download="{escape(name)}">{escape(label)}</a>' for address, name, label in offered
    )
    say.html(f'{LINKS}<p class="sheets">{links}</p>')


def nothing(text: str) -> None:
    """Said in the place of a chart or table when no row is left; it may repeat what the reader typed, and is no markdown."""
    with st.container(key=f"empty-{re.sub('[^a-z]+', '-', text.lower())[:40]}"):
        say.info(plain(text), icon=":material/search_off:")


def found(text: str) -> None:
    """The heading of what was found; it may repeat what the reader typed, and is no markdown."""
    say.markdown(f"## {plain(text)}")


def card(key: str, *, side: str = "none") -> DeltaGenerator:
    """A bordered card; `side` (deficiency, balance, toxicity, survey) colors its left edge."""
    return st.container(border=True, key=f"card-{side}-{key}", height="stretch")  # one height in a row of a grid


def foot(on_paper: str) -> None:
    """The short notice at the foot of every page, one message with what frames it: each costs as much as a text."""
    level = levels.level()
    if not notices.guarded(lambda: _foot(on_paper, safety_text("advice", level), safety_text("emergency", level)))():
        _foot(on_paper)


def _foot(on_paper: str, *told: str) -> None:
    notice = " ".join([f"<strong>{ADVICE}</strong>", *map(escape, told)])
    say.html(f'{SHORT_FORMS}<div class="advice"><p>{notice}</p>{FOR_EVERYBODY}</div>{on_paper}')
