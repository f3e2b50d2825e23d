"""A bad link is told, on every page. That a good one restores the view is shown in test_translator.py, choice by choice."""

import pytest

from tests.browser.helpers import shown
from tests.site_map import page_slugs


@pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")
def test_what_is_not_known_is_named_and_ignored(visit, app, slug):
    """A value and a parameter that the page does not have: it opens as without them, and names both."""
    plain = app(slug)
    key = next((one.key for one in (*plain.segmented_control, *plain.pills, *plain.selectbox)), "tab")
    page = visit(slug, **{key: "zebra", "unicorn": "1"})
    assert shown(page, "zebra")
    assert shown(page, "unicorn")
    assert page.get_by_test_id("stException").count() == 0
