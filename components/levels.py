"""At which level of words the reader is spoken to, and how a link takes that along."""

from __future__ import annotations

import re

import streamlit as st

from data.wording import LEVELS, Level

KEY = "words"  # in the address, and of the switch in the frame

_LINK = re.compile(r'(\]\(|href=")(/?[a-z][a-z-]*|/)(?:\?([^)"#]*))?(?=[)"#])')
"""A link to one of our pages, in markdown or HTML. The browser loads such a page anew, with nothing but its address."""


def level() -> Level:
    """ "plain", or "clinical" where the reader has chosen it or came by a link that says so."""
    chosen = st.session_state.get(KEY)
    return chosen if chosen in LEVELS else LEVELS[0]


def query() -> dict[str, str]:
    """What the address of another page takes along: nothing at the usual level."""
    return {} if level() == LEVELS[0] else {KEY: level()}


def carried(text: str) -> str:
    """The text, with the level of words in its links to our pages where that is not the usual one."""
    if level() == LEVELS[0] or ("](" not in text and 'href="' not in text):
        return text
    return _LINK.sub(_taken_along, text)


def _taken_along(found: re.Match[str]) -> str:
    begins, page, asked = found.groups()
    more = "&amp;" if begins.startswith("href") else "&"
    return f"{begins}{page}?{f'{asked}{more}' if asked else ''}{KEY}={level()}"
