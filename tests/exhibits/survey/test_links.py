"""The exhibits of the survey: their keys, and what they say of themselves."""

import json
from pathlib import Path

import pytest

from data.sources import load_sources
from exhibits import catalog

KEYS = {
    *(
        "prevalence",
        "curve",
        "compare-groups",
        "fifths",
        "guess",
        "specification",
        "analysis-groups",
        "analyses-by-weights",
        "analyses-by-choice",
    ),
    *("funnel", "benchmarks", "published", "intake", "below-ear", "supplements", "trend"),
    *("risk-intake", "risk-neuropathy"),
    *("nutrients", "two-curves", "held-still", "objections", "every-reference", "chance", "one-day", "compare-groups"),
}
PACKAGE = json.loads((Path(__file__).parents[3] / "data" / "datapackage.json").read_text(encoding="utf-8"))
SURVEY = {key: shown for key, shown in catalog.catalog().items() if key in KEYS}


def test_the_catalog_has_them_all():
    """Under the keys of the pages' charts; none of the page is missing here."""
    assert set(SURVEY) == KEYS
    assert {key for key, shown in catalog.catalog().items() if shown.page == "intake-nerves"} <= KEYS


@pytest.mark.parametrize("shown", SURVEY.values(), ids=list(SURVEY))
def test_each_names_its_sources_and_its_tables(shown):
    """Those that the bibliography and the data package have."""
    sources = shown.sources_of(shown.choices())
    assert sources and set(sources) <= load_sources().keys()
    assert set(shown.rests_on) <= {table["name"] for table in PACKAGE["resources"]}


def test_the_address_opens_the_tab():
    """In the words of the page."""
    curve = SURVEY["curve"]
    chosen = curve.choices.read({"sex": ["female"], "adjustment": ["crude"]})
    assert catalog.link(curve, chosen) == "/intake-nerves?tab=The+curve&who=Women&model=Nothing"
