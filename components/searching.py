"""What a reader may try where a search finds nothing: other texts, each a button."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from components import show
from exhibits.choices import Choices
from exhibits.searched import missed_words


def offer(texts: Iterable[str], *, key: str) -> None:
    """Texts to search for, each a button that puts it into the field `key`."""
    if texts := tuple(texts):
        with st.container(horizontal=True, key=f"offered-{key}"):
            for text in texts:
                st.button(text, key=f"offer-{key}-{text}", on_click=_take, args=(key, text))


def offer_instead(of: type[Choices], name: str, text: str) -> None:
    """What the box of the choice `name` offers in the place of a text that it does not find."""
    if box := of.control(name).box:
        offer(box.tries(text), key=of.address_name(name))


def tell_missed(of: type[Choices], name: str, text: str, *, more: str = "") -> None:
    """Of a list with commas, the parts that find nothing where others do; `more` is what has to be added then."""
    box = of.control(name).box
    if box and (told := missed_words(box.words, text)):
        show.nothing(f"{told} {more}".strip())


def _take(key: str, text: str) -> None:
    st.session_state[key] = text
