"""Magnesium in Balance: navigation, and the page inside its frame. Start with `make run`."""

import streamlit as st

from menu import pages

page = st.navigation(pages(), position="top")  # before our rooms are loaded, or a menu made from file names flashes up

from components import frame  # noqa: E402

frame.run(page)
