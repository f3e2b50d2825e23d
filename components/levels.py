"""At which level of words the reader is spoken to."""

from __future__ import annotations

import streamlit as st

from data.wording import LEVELS, Level

KEY = "words"  # in the address, and of the switch in the frame


def level() -> Level:
    """ "plain", or "clinical" where the reader has chosen it or came by a link that says so."""
    chosen = st.session_state.get(KEY)
    return chosen if chosen in LEVELS else LEVELS[0]


def query() -> dict[str, str]:
    """What the address of another page takes along: nothing at the usual level."""
    return {} if level() == LEVELS[0] else {KEY: level()}
