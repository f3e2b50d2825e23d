"""A picture read aloud: every row of its table, with the figure and interval that stand there, and nothing else."""

from dataclasses import replace

import pandas as pd
import pytest

from exhibits.base import DEFAULT_LOOK, Chart
from exhibits.catalog import catalog
from exhibits.steps import Figure, Step, figures_of, series_of

CHARTS = {
    key: one
    for key, one in catalog().items()
    if not one.empty(one.shown_first) and isinstance(one.figure(one.shown_first, DEFAULT_LOOK), Chart)
}


@pytest.mark.parametrize("key", CHARTS)
def test_every_row_of_a_chart_is_a_step(key):
    """In its order, each with words of its own, and figures that stand in the row."""
    one = CHARTS[key]
    table = one.table(one.shown_first)
    for series in series_of(one, one.shown_first):
        assert len(series.steps) == len(table) > 0
        assert all(step.text.startswith(step.label.rstrip("…")) and step.label for step in series.steps)
        for step, row in zip(series.steps, table.to_dict("records"), strict=True):
            heard = {value for value in (step.value, step.low, step.high) if value is not None}
            assert heard <= {float(value) for value in row.values() if isinstance(value, (int, float))}


@pytest.mark.parametrize("key", CHARTS)
def test_intervals_of_a_table_are_spoken(key):
    """Every pair of columns that ends in "from" and "to" belongs to a series, and its ends are in the sentence."""
    one = CHARTS[key]
    table = one.table(one.shown_first)
    ends = [name for name in table.columns if str(name).lower().endswith("95% from")]
    series = series_of(one, one.shown_first)
    assert len(series) >= min(len(ends), 4)
    for each in series:
        for step in each.steps:
            if step.value is not None and None not in (step.low, step.high):
                assert f"between {step.low:,.6g} and {step.high:,.6g}" in step.text


def test_a_step_of_the_survey_is_said_in_full():
    """Figure, interval, people; as a teacher would read it out."""
    one = catalog()["prevalence"]
    row = one.table(one.shown_first).iloc[1]
    (series,) = series_of(one, one.shown_first)
    assert series.steps[1].text == (
        f"Second, {row['Magnesium, mg a day']}: Percent, weighted {row['Percent, weighted']:g}, between {row['95% from']:g} and "
        f"{row['95% to']:g}; {row['People, unweighted']:,} people."
    )


def test_what_is_withheld_has_words_and_no_tone():
    """The reason stands in the remark, as in the table."""
    table = pd.DataFrame(
        {
            "Group": ["Few", "Many"],
            "Percent": [None, 4.0],
            "95% from": [None, 3.0],
            "95% to": [None, 5.5],
            "Remark": ["Too few people", ""],
        }
    )
    steps = _steps(table)
    assert steps[0] == Step("Few", "Few: Percent not shown. Too few people")
    assert steps[1] == Step("Many", "Many: Percent 4, between 3 and 5.5.", 4.0, 3.0, 5.5)


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ({"Group": "a", "Percent": 1.0, "95% from": 0.5, "95% to": 2.0}, [Figure("Percent", "95% from", "95% to")]),
        ({"Dose": 1, "Odds ratio": 1.0, "95% from": 0.5, "95% to": 2.0}, [Figure("Odds ratio", "95% from", "95% to")]),
        ({"Source": "a", "From (mmol/L)": 0.5, "To (mmol/L)": 0.7}, [Figure("", "From (mmol/L)", "To (mmol/L)")]),
        ({"Food": "a", "Magnesium, mg": 3.0, "FDC id": 7}, [Figure("Magnesium, mg")]),
        (
            {"Group": "a", "Ratio": 1.0, "95% interval from": 0.5, "to": 2.0},
            [Figure("Ratio", "95% interval from", "to")],
        ),
        ({"Limit": 0.7, "Called low, %": 5.0}, [Figure("Called low, %")]),
        ({"Sign": "a", "Note": "b"}, []),
        ({"Step": "a", "From": "b", "To": "c"}, []),
    ],
)
def test_figures_are_found_by_their_columns(columns, found):
    """With interval, as a range, or alone; words that are called "from" and "to" are no range."""
    assert figures_of(pd.DataFrame([columns])) == found


def test_rows_that_share_their_words_are_told_apart_by_their_number():
    """Two curves, each by dose."""
    table = pd.DataFrame({"Counted as": ["Amount"] * 2, "Magnesium, mg": [70, 80], "Odds ratio": [1.5, 1.4]})
    assert [step.label for step in _steps(table)] == ["Amount, Magnesium, mg 70", "Amount, Magnesium, mg 80"]


def test_a_range_that_is_one_number_is_said_once():
    """Two hours, not between two and two."""
    table = pd.DataFrame({"Medicine": ["x", "y", "z"], "From, h": [2.0, 1.0, None], "To, h": [2.0, 3.0, 6.0]})
    assert [step.text for step in _steps(table)] == [
        "x: Range, h 2.",
        "y: Range, h between 1 and 3.",
        "z: Range, h up to 6.",
    ]


def _steps(table: pd.DataFrame) -> list[Step]:
    """As an exhibit with this table has them."""
    shown = replace(catalog()["prevalence"], table=lambda choices: table, empty=lambda choices: "")
    return series_of(shown, shown.shown_first)[-1].steps
