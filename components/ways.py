"""The one way to put a line on a page that opens another page."""

from __future__ import annotations

from functools import cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage


@cache
def _page(slug: str) -> StreamlitPage:
    """A page by its address. Of a path Streamlit would ask the disk for each link and run, and look through all pages."""
    return st.Page(f"pages/{slug.replace('-', '_')}.py", url_path=slug, default=slug == "overview")


def to(slug: str, label: str, query: dict[str, str] | None = None, *, icon: str = ":material/arrow_forward:") -> None:
    """A line that opens a page, by its address ("overview" the first one), with these choices."""
    st.page_link(_page(slug), label=label, icon=icon, query_params=query)
