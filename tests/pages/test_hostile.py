"""Hostile text in every parameter of every page: each page stands, and what it repeats is text."""

import pytest

from tests.hostile import HOSTILE, UNSEEN, raw
from tests.pages.test_addresses import controls
from tests.pages.test_walk import open_tabs
from tests.site_map import page_slugs
from tests.test_outside_text import sent

TEXTS = [text for text in HOSTILE.values() if len(text) < 100]
BUNDLES = {
    "markup": " ".join(TEXTS[:5]),
    "links": " ".join(TEXTS[5:8]),
    "formulas": " ".join(TEXTS[8:15]),
    "signs": " ".join(TEXTS[15:20]),
    "templates": " ".join(TEXTS[20:]),
    "with something found": f"magnesium, {TEXTS[0]} {UNSEEN} {TEXTS[1]}",
    "long": HOSTILE["long"],
}


@pytest.mark.slow
@pytest.mark.parametrize("text", BUNDLES.values(), ids=BUNDLES.keys())
@pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")
def test_in_every_parameter(app, slug, text):
    """All controls of a tab at once, the tab itself, and a parameter of nobody; their names are known from a page as it opens."""
    elsewhere = controls(app("")) if slug else set()
    for opened in open_tabs(app(slug)):
        tab = {"tab": opened.session_state["tab"]} if "tab" in opened.session_state else {}
        keys = controls(opened) - elsewhere
        check(app(slug, **{**dict.fromkeys(keys, text), **tab}))
    check(app(slug, tab=text, nobodys=text, words=text))


@pytest.mark.parametrize(
    "name", ["lesson", "step", "window", "day", "sheet", "parts", "food", "claim", "study", "group"]
)
@pytest.mark.parametrize("slug", ["teach", "brief", "foods", "evidence"])
def test_in_a_parameter_that_opens_something(app, slug, name):
    """A lesson, a step, a sheet, a record beside its picture; with a lesson that there is as well."""
    for text in (BUNDLES["markup"], BUNDLES["signs"], BUNDLES["templates"]):
        lesson = {"lesson": "is-the-curve-a-u", "step": "x"} if slug == "teach" and name == "window" else {}
        check(app(slug, **lesson, **{name: text}))


def check(page) -> None:
    """No fault, one title, nothing that runs and no sign that nobody sees in all that the browser is sent."""
    assert not page.exception and len(page.title) == 1
    faults = [one.value for one in page.error if "dashboard has a fault" in one.value]
    assert faults == []
    texts = sent(page)
    assert [text[:200] for text in texts if set(UNSEEN) & set(text)] == []
    assert [text[:200] for text in texts if raw(text)] == []
