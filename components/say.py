"""The one way a page puts words on the screen: a text that changes is drawn anew as a whole.

A browser's translator takes the page's words out and puts its own in their place. React would then go on writing new
figures into the words that were taken out: "passes the limit by 50 mg" would stay on the screen for another dose, or half
of the sentence would. So each text has a place of its own, named by what it says: another text is another place, which
the browser makes from nothing. The functions are Streamlit's of the same names; nothing else may call those. A text that has
two wordings is said in the one that the reader has chosen.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.proto.Block_pb2 import Block

from components import levels
from data.wording import Words, at


def _place(*words: str) -> DeltaGenerator:
    """Where these words go. It has no look; the browser keeps it just as long as its id, that is its words and its rank."""
    # Not st.container: that makes a box, costs as much as the text in it, and its key may stand once on a page only.
    block = Block(id=f"{_named(*words)}{st._main._get_write_delta_path_str()}")
    block.transparent.SetInParent()
    return st._main._block(block)


def _named(*words: str) -> str:
    """These words as a name: other words have another."""
    return f"{zlib.crc32(chr(0).join(words).encode()):x}"


def _said(text: Words) -> str:
    """The wording that the reader has chosen."""
    return at(text, levels.level())


def title(text: Words) -> None:
    """The heading of a page."""
    text = _said(text)
    _place(text).title(text, anchor=False)


def title_and_lede(text: Words, lede: Words) -> None:
    """The heading of a page and its answer, in one box of both, which costs half of two places and a box."""
    text, lede = _said(text), _said(lede)
    with st.container(key=f"heading-{_named(text, lede)}"):
        st.title(text, anchor=False)
        st.markdown(lede)


def header(text: Words) -> None:
    """The heading of a part of a page."""
    text = _said(text)
    _place(text).header(text, anchor=False)


def markdown(text: Words, *, width: Literal["stretch", "content", "auto"] | int = "auto") -> None:
    """Sentences, lists and small headings."""
    text = _said(text)
    _place(text).markdown(text, width=width)


def chart_title(text: str, subtitle: str) -> None:
    """The heading of a picture, with what is measured below where that is told at once; markdown of an exhibit."""
    with _place(text, subtitle):
        st.markdown(f"## {text}")
        if subtitle:
            st.caption(subtitle)


def points(texts: Sequence[Words]) -> None:
    """A list, a point a text."""
    markdown("\n".join(f"- {at(text, levels.level())}" for text in texts))


def caption(text: Words) -> None:
    """A note in small letters."""
    text = _said(text)
    _place(text).caption(text)


def info(text: Words, *, icon: str) -> None:
    """A note in a box."""
    text = _said(text)
    _place(text).info(text, icon=icon)


def warning(text: Words, *, icon: str) -> None:
    """A note in a box that must not be missed."""
    text = _said(text)
    _place(text).warning(text, icon=icon)


def error(text: Words, *, icon: str) -> None:
    """What went wrong, in a box."""
    text = _said(text)
    _place(text).error(text, icon=icon)


def metric(label: str, value: str) -> None:
    """One figure in large letters under its name."""
    _place(label, value).metric(label, value)


class _Markup(str):
    """HTML to be taken as it is; of any other text st.html asks the disk at every run whether it names a file."""

    def _repr_html_(self) -> str:
        return self


def html(markup: str) -> None:
    """HTML made by an exhibit, every text from outside escaped there."""
    st.html(_Markup(markup))
