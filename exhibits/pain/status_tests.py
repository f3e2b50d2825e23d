"""What each test of magnesium status shows, and what it cannot show."""

from __future__ import annotations

import pandas as pd

from data.pain import StatusTest, load_status_tests
from data.serum import Unit, in_unit
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.citations import cite, short
from exhibits.html_tables import plain_table
from exhibits.pain.foot import as_printed, sources_of
from exhibits.units import UnitChoices

TITLE = "What each test shows"
NOTHING = "not applicable"  # in the place of what a test shows


def table(choices: UnitChoices) -> pd.DataFrame:
    """A row for each test."""
    tests = load_status_tests()
    return pd.DataFrame(
        {
            "Test": [test.name for test in tests],
            "Shows": ["" if test.shows == NOTHING else in_unit(test.shows, choices.unit) for test in tests],
            "Limits": [in_unit(test.limits, choices.unit) for test in tests],
            "Figures": [in_unit(_figures(test).strip(), choices.unit) for test in tests],
            "Sources": [short(test.sources) for test in tests],
        }
    )


def figure(choices: UnitChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure(choices)


@built_once
def _figure(choices: UnitChoices) -> Markup:
    rows = table(choices)
    alt = f"Table of {len(rows)} tests of magnesium status, what each shows and its limits."
    return Markup.of(plain_table(rows, name=TITLE), title=TITLE, source="each test names its own.", alt=alt)


@built_once
def test_words(unit: Unit) -> str:
    """Every test: what it shows, its limits, its figures and sources, as a list of markdown."""
    told = "\n".join(
        f"- **{test.name}.** {_shows(test)}Limits: {test.limits.rstrip('.')}.{_figures(test)} {cite(test.sources)}."
        for test in load_status_tests()
    )
    return in_unit(told, unit)


def _shows(test: StatusTest) -> str:
    return "" if test.shows == NOTHING else f"Shows: {test.shows}. "


def _figures(test: StatusTest) -> str:
    if test.value is not None:
        said = f" Figure: {as_printed(test.value)} {test.unit}."
    elif test.value_low is not None and test.value_high is not None:
        said = f" Figures: {as_printed(test.value_low)} to {as_printed(test.value_high)} {test.unit}."
    else:
        said = ""
    return said + (f" Low below {as_printed(test.low_flag)} {test.low_flag_unit}." if test.low_flag is not None else "")


def sources(choices: UnitChoices) -> tuple[str, ...]:
    """Of the tests."""
    return sources_of(load_status_tests())


STATUS_TESTS = Exhibit(
    "status-tests",
    title="What each test of magnesium status shows",
    page="pain",
    tab="Testing",
    choices=UnitChoices,
    table=table,
    figure=figure,
    rests_on=("status_tests",),
    sources=sources,
    also="blood test, serum, red cell magnesium, loading test, urine, how to measure, lab",
)
