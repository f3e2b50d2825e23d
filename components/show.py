"""How a page shows things: one way for every chart, table, card and source line."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any, Literal

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import notices, say, viewport
from data.safety import load_safety
from data.sources import load_sources
from exhibits.base import Chart, Exhibit, Markup
from exhibits.choices import Choices
from exhibits.markdown import plain

ADVICE = "**For learning, not medical advice.**"


def heading(title: str, lede: str | Callable[[], str]) -> None:
    """The question a page answers, and its answer in a sentence or two.

    A lede that is counted from tables comes as a function: a fault in one of them leaves the rest of the page standing.
    """
    notices.need_frame()
    say.title(title)
    st.session_state["_headed"] = True
    with st.container(key="lede"):
        notices.guarded(lambda: say.markdown(lede() if callable(lede) else lede))()


def exhibit(
    shown: Exhibit, choices: Choices, *, key: str = "", table: bool = True, columns: dict | None = None
) -> bool:
    """An exhibit with its heading, picture, source, table and download, or why there is nothing to see; whether there was.

    `table` False where the table stands right below anyway; `columns` are st.column_config entries.
    """
    if reason := shown.empty(choices):
        nothing(reason)
        return False
    figure = shown.figure(choices, viewport.look())
    if isinstance(figure, Markup):
        html(figure)
        return True
    rows = partial(shown.table, choices) if table else None
    chart(figure, key=key or shown.key, table=rows, columns=columns)
    return True


def chart(
    figure: Chart,
    *,
    key: str,
    table: pd.DataFrame | Callable[[], pd.DataFrame] | None,
    columns: dict | None = None,
) -> None:
    """A chart with its words, its source line, the same data as a table, and a CSV download.

    `table` is for the reader: readable column names with units, rounded; `columns` are st.column_config entries. A
    function is called only when the table is asked for; None where the table and its download stand right below the chart anyway.
    """
    said = figure.words
    say.markdown(f"### {said['title']}")
    say.caption(said["subtitle"])
    st.plotly_chart(figure, key=key, alt=said["alt"], theme=None, config={"displayModeBar": False})
    say.caption(f"Source: {said['source']}")
    if table is None:
        return
    with st.container(horizontal=True, key=f"{key}-foot", vertical_alignment="center"):
        shown = st.toggle("Show as table", key=f"{key}-table")
        download(table, name=key)
    if shown:
        table = table() if callable(table) else table
        data_table(table, key=f"{key}-rows", alt=f"The data of the chart: {said['title']}", columns=columns)


def data_table(
    table: pd.DataFrame,
    *,
    key: str,
    alt: str,
    columns: dict | None = None,
    height: Literal["stretch", "content", "auto"] | int = "auto",
) -> None:
    """A table that sorts and scrolls; empty cells show a dash."""
    st.dataframe(table, key=key, alt=alt, hide_index=True, column_config=columns, height=height, placeholder="–")


def record_table(
    table: pd.DataFrame, *, key: str, alt: str, opens: str, names: str, columns: dict | None = None
) -> None:
    """A table whose chosen row opens a record: its name (column `names`) becomes the value of the control `opens`."""
    # Streamlit keeps a selection by position, so a table with other rows is another table.
    name = f"{key}-{zlib.crc32(' '.join(table[names]).encode()):x}"

    def follow() -> None:
        if rows := st.session_state[name]["selection"]["rows"]:
            st.session_state[opens] = table[names].iloc[rows[0]]

    look: dict[str, Any] = {"hide_index": True, "column_config": columns, "placeholder": "–"}
    st.dataframe(table, key=name, alt=alt, on_select=follow, selection_mode="single-row", **look)
    download(table, name=key)


def download(
    table: pd.DataFrame | Callable[[], pd.DataFrame], *, name: str, label: str = "Download CSV", key: str | None = None
) -> None:
    """A CSV of the table (or of what the function given returns), built only when asked for."""

    def csv() -> bytes:
        frame = table() if callable(table) else table
        return frame.to_csv(index=False).encode("utf-8-sig")

    file_download(csv, name=f"magnesium-{name}.csv", mime="text/csv", label=label, key=key or f"{name}-csv")


def file_download(content: Callable[[], bytes], *, name: str, mime: str, label: str, key: str) -> None:
    """A file, built only when asked for."""
    st.download_button(
        label,
        data=content,
        file_name=name,
        mime=mime,
        on_click="ignore",
        type="tertiary",
        key=key,
        icon=":material/download:",
    )


class _Markup(str):
    """HTML to be taken as it is; of any other text st.html asks the disk at every run whether it names a file."""

    def _repr_html_(self) -> str:
        return self


def html(markup: str) -> None:
    """HTML made by an exhibit, every text from outside escaped there."""
    st.html(_Markup(markup))


def nothing(text: str) -> None:
    """Said in the place of a chart or table when no row is left; it may repeat what the reader typed, and is no markdown."""
    with st.container(key=f"empty-{re.sub('[^a-z]+', '-', text.lower())[:40]}"):
        say.info(plain(text), icon=":material/search_off:")


def found(text: str) -> None:
    """The heading of what was found; it may repeat what the reader typed, and is no markdown."""
    say.markdown(f"### {plain(text)}")


def card(key: str, *, side: str = "none") -> DeltaGenerator:
    """A bordered card; `side` (deficiency, balance, toxicity, survey) colors its left edge."""
    return st.container(border=True, key=f"card-{side}-{key}", height="stretch")  # one height in a row of a grid


def cite(keys: tuple[str, ...] | list[str]) -> str:
    """The sources as a line of markdown links: "Jahnen-Dechent W 2012, review; EFSA 2015, authority's report"."""
    sources = [load_sources()[key] for key in keys]
    return "; ".join(
        f"[{source.dated}]({source.link}), {source.what}" if source.link else source.short for source in sources
    )


def safety(key: str, **filled: str) -> str:
    """The safety sentence of this key with what the place fills in, as text."""
    return plain(load_safety()[key].text.format(**filled))


def advice() -> None:
    """The short notice at the foot of every page."""
    with st.container(key="advice"):
        told = notices.guarded(lambda: say.markdown(f"{ADVICE} {safety('advice')} {safety('emergency')}"))()
        if not told:
            say.markdown(ADVICE)
