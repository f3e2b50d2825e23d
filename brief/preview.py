"""The sheet as a part of a page."""

from __future__ import annotations

from sheets import one_page_html
from sheets.one_page import OnePage


def preview(page: OnePage) -> str:
    """The same HTML as the page to print, black on white whatever the theme."""
    return one_page_html.article(page, title="h2")
