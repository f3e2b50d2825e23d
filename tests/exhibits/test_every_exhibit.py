"""Every exhibit that the catalog finds, in both modes and all sizes: its picture, its words, its table twin and its sources."""

import json
import re

import pandas as pd
import pytest

from data.package import tables
from data.sources import load_sources
from exhibits.base import MODES, SIZES, Chart, Look, Markup
from exhibits.catalog import catalog
from tests.site_map import page_slugs

LOOKS = [Look(mode, size) for mode in MODES for size in SIZES]
every_exhibit = pytest.mark.parametrize("key", list(catalog()))

UNIT = re.compile(
    r"^Odds ratio, |\b(weighted|mg|g|kcal|mmol/L|hours|people|cases|claims|percent|years)\b|%", re.IGNORECASE
)
WITHOUT_UNIT = {  # ratios, counts of something named in the column, names made of digits, columns of a table shown as it is
    "States or tasks, number", "With a fault, number", "FDC id", "Odds ratio", "Ratio", "Estimate", "Low", "High", "Effective sample size", "Degrees of freedom", "Analysis",
    "From", "To", "Studies, number", "Poolings and reviews, number", "People in these studies", "With the condition, unweighted", "Value", "Value, upper end of a range", "Published", "Ours", "Lowest fifth", "Highest fifth", "Lowest odds in fifth", "p for a bend", "All such analyses",
    "p", "p for any association", "In 95 of 100 shuffles", "Shuffles with at least ours", "All shuffles",
    "Odds ratios of both ends above 1", "Interval of the lowest fifth above 1", "Interval of the fourth fifth above 1",
    "Interval of the highest fifth above 1", "Intervals of both ends above 1",
    "● Well supported", "◉ Partly supported", "◆ Contested", "○ Unsupported", "✕ Contradicted", "Says too much",
    "value", "low", "high", "ci_low", "ci_high", "dose_mg_per_day",
}  # fmt: skip
OF_ANY_TABLE = {"find", "columns", "first-rows"}  # which show what is asked for
BOUND = re.compile(r"(^|[ ,])(from|to)$")  # in the unit of the estimate it stands beside

MARKUP = re.compile(r"<[a-z/!][^>]*>|\*\*|\]\(")


def values_of(shown: Chart) -> list:
    """The data of a chart as plotly.js is sent them."""
    return json.loads(json.dumps(shown.to_dict()))["data"]


@every_exhibit
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.mode}-{look.size}")
def test_it_is_drawn_with_words_for_everybody(key, look):
    """A chart with marks or a table with text; a title, a source, and an alternative text that is neither markup nor the title."""
    one = catalog()[key]
    shown = one.figure(one.shown_first, look)
    said = shown.words
    assert isinstance(shown, Chart | Markup)
    assert values_of(shown) if isinstance(shown, Chart) else re.sub(MARKUP, "", shown).strip()
    assert said["title"].strip() and said["source"].strip() and len(said["alt"]) > len("A chart.")
    assert not MARKUP.search(said["alt"]), "an alternative text is read aloud as it stands"
    assert said["alt"] != said["title"]


@every_exhibit
def test_both_modes_and_all_sizes_say_the_same(key):
    """Who has a phone or a dark screen reads the same finding."""
    one = catalog()[key]
    assert len({one.words(one.shown_first, look)["title"] for look in LOOKS}) == 1


@every_exhibit
def test_the_colors_follow_the_mode_and_the_table_does_not(key):
    """The same choices are the same table, whoever looks."""
    one = catalog()[key]
    light, dark = (one.figure(one.shown_first, Look(mode)) for mode in MODES)
    if isinstance(light, Chart):
        assert light.to_dict()["layout"]["paper_bgcolor"] != dark.to_dict()["layout"]["paper_bgcolor"]
    pd.testing.assert_frame_equal(one.table(one.shown_first), one.table(one.shown_first))


@every_exhibit
def test_its_table_says_in_which_unit_each_number_stands(key):
    """In the column's name; a bound beside its estimate shares its unit."""
    one = catalog()[key]
    table = one.table(one.shown_first)
    numbers = [name for name in table if pd.api.types.is_numeric_dtype(table[name]) and table[name].dtype != bool]
    told = [name for name in numbers if UNIT.search(name) or name in WITHOUT_UNIT or BOUND.search(name)]
    assert numbers == told
    assert all(name == name.strip() for name in table)


@every_exhibit
def test_it_names_where_it_comes_from(key):
    """A page that exists, tables of the data package, and sources of the bibliography; cautions of every table it rests on."""
    one = catalog()[key]
    assert one.page in page_slugs()
    assert (one.rests_on or key in OF_ANY_TABLE) and set(one.rests_on) <= set(tables())
    assert set(one.sources_of(one.shown_first)) <= set(load_sources())
    carried = {caution for name in one.rests_on for caution in tables()[name].cautions}
    assert len(one.cautions) == len(carried)
