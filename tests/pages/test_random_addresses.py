"""Addresses nobody thought of: no page breaks, and whatever a page does not know is named."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from exhibits.markdown import plain
from tests.site_map import page_slugs

CHOSEN = ("segmented_control", "pills", "selectbox", "multiselect", "select_slider", "toggle")
TYPED = ("text_input", "number_input")
NOBODYS = {"unicorn", "q2", "Sex", "foods"}
LONGEST_NAMED = 60  # characters of a value that a notice repeats
NOTHING = st.characters(exclude_categories=("C", "Z"))
WORDS = st.one_of(
    st.sampled_from(["zebra", "-1", "1e9", "nan", "<b>bold</b>", "*x* [y](z)", "$x$", "true", "0", "%00", "é, ü"]),
    st.text(NOTHING, min_size=1, max_size=80),
)
Query = dict[str, Any]


def controls_of(page: AppTest) -> dict[str, tuple[str, ...] | None]:
    """The controls on show by their keys, each with what it offers; None for one that takes a reader's own words."""
    chosen = {
        widget.key: ("true", "false") if kind == "toggle" else tuple(str(option) for option in widget.options)
        for kind in CHOSEN
        for widget in getattr(page, kind)
        if widget.key
    }
    return chosen | {widget.key: None for kind in TYPED for widget in getattr(page, kind) if widget.key}


@cache
def tabs_of(app: Callable[..., AppTest], slug: str) -> tuple[str, ...]:
    """The tabs of a page; one without a name where it has none."""
    return tuple(dict.fromkeys(tab.label for tab in app(slug).tabs)) or ("",)


@cache
def offered(app: Callable[..., AppTest], slug: str, tab: str) -> dict[str, tuple[str, ...] | None]:
    """The controls of one tab as it opens."""
    return controls_of(app(slug, **({"tab": tab} if tab else {})))


def addresses(draw: Callable, app: Callable[..., AppTest], slug: str) -> Query:
    """A tab, some of its controls with a value that they offer or with anything, and perhaps a parameter of nobody."""
    tab = draw(st.sampled_from(tabs_of(app, slug)))
    query: Query = {"tab": tab} if tab else {}
    controls = offered(app, slug, tab)
    for key in draw(st.lists(st.sampled_from(sorted(controls)), unique=True, max_size=2)) if controls else ():
        good = st.sampled_from(controls[key]) if controls[key] else WORDS
        query[key] = draw(st.one_of(good, WORDS, st.lists(st.one_of(good, WORDS), min_size=1, max_size=2)))
    if draw(st.booleans()):
        query[draw(st.sampled_from(sorted(NOBODYS)))] = draw(WORDS)
    return query


@pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_address_breaks_a_page_and_what_is_unknown_is_named(app, slug, data):
    """A value that a control on show does not offer, and a parameter that no part of the page has."""
    query = addresses(data.draw, app, slug)
    page = app(slug, **query)
    assert not page.exception, page.exception[0].message
    assert len(page.title) == 1
    told = "\n".join(warning.value for warning in page.warning)
    if "more of this kind" in told:  # a page names the first few alone
        return
    for key, options in controls_of(page).items():
        for value in values_of(query, key) if options is not None else ():
            if value not in options:
                assert plain(f"{key} = “{short(value)}”") in told or plain(f"“{key}”") in told, f"{key}={value}"
    for key in NOBODYS & set(query):
        assert plain(f"“{key}”") in told, key


def values_of(query: Query, key: str) -> list[str]:
    """The values that an address gives to one parameter."""
    given_values = query.get(key, [])
    return [given_values] if isinstance(given_values, str) else given_values


def short(value: str) -> str:
    """As a notice repeats a value: its beginning alone where it is long."""
    return value if len(value) <= LONGEST_NAMED else value[: LONGEST_NAMED - 1] + "…"
