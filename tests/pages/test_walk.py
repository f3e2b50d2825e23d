"""From page to page in one session: what was chosen on one page must not break another.

Streamlit keeps a choice by its key when the reader goes to another page, so two pages that use one key for different
controls hand each other values they cannot use.
"""

import pytest
from streamlit.testing.v1 import AppTest

from tests.site_map import page_file, page_slugs

pytestmark = pytest.mark.slow

# Not select_slider: AppTest knows its labels only and takes its values only.
KINDS = (
    "segmented_control",
    "pills",
    "selectbox",
    "multiselect",
    "toggle",
    "checkbox",
    "text_input",
)


def choose_all(page: AppTest) -> None:
    """Set every control on show to its last value, one after the other."""
    for kind in KINDS:
        for key in [widget.key for widget in getattr(page, kind) if widget.key]:
            if any(widget.key == key for widget in getattr(page, kind)):  # one choice may take another control away
                widget = next(widget for widget in getattr(page, kind) if widget.key == key)
                widget.set_value(last_value(kind, widget)).run()
                is_well(page, key)


def is_well(page: AppTest, where: str) -> None:
    """No exception, and no part of the page that told a fault in its place."""
    told = [*(one.message for one in page.exception), *(one.value for one in page.error)]
    assert not told, f"{where}: {told}"


def last_value(kind: str, widget):
    """A value other than the one a page opens with."""
    if kind in ("toggle", "checkbox"):
        return True
    if kind == "text_input":
        return "a"
    return [widget.options[-1]] if kind == "multiselect" or isinstance(widget.value, list) else widget.options[-1]


def open_tabs(page: AppTest):
    """The page with each of its tabs open in turn; once for a page without tabs."""
    labels = list(dict.fromkeys(tab.label for tab in page.tabs))
    for label in labels or [None]:
        if label:
            page.session_state["tab"] = label
            page.run()
        is_well(page, f"tab {label}")
        yield page


def go_to(page: AppTest, slug: str) -> AppTest:
    """Another page of the same session."""
    return page.switch_page(page_file(slug)).run()


@pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")
def test_nothing_chosen_here_breaks_another_page(app, slug):
    """Choose something in every control of this page, in every tab, then open every other page and its tabs."""
    page = app(slug)
    for opened in open_tabs(page):
        choose_all(opened)
    for other in page_slugs():
        go_to(page, other)
        assert page.title, f"{other} has no title after {slug}"
        for _ in open_tabs(page):
            pass
