"""The map of risk groups and the ratios: marks by side, open ends left open, words that follow what is shown."""

import math

import pandas as pd
import pytest

from components.charts.base import PALETTE
from components.charts.risk import ratio_chart, risk_map

GROUPS = pd.DataFrame(
    [
        ("gut", "Gut disease", "deficiency", "strong", "observed in people"),
        ("stress", "Chronic stress", "deficiency", "weak", "plausible, not tested directly"),
        ("kidney", "Kidney impairment", "toxicity", "strong", "textbook physiology"),
    ],
    columns=["key", "short", "direction", "strength", "evidence"],
)
NAN = float("nan")
RATIOS = pd.DataFrame(
    [
        ("Thiazides", "A 2018", "Odds ratio", "users against non-users", 3.14, 1.67, NAN),
        ("PPIs", "B 2014", "Odds ratio", "users against non-users", 1.775, 1.077, 2.924),
        ("PPIs", "C 2015", "Relative risk", "users against non-users", 1.43, 0.98, 1.88),
        ("Alcohol", "D 2023", "Odds ratio", "with liver fibrosis", 8.91, NAN, NAN),
    ],
    columns=["name", "study", "measure", "compares", "ratio", "ci_low", "ci_high"],
)


def marks(figure, side):
    return next(trace for trace in figure.data if trace.name == side)


def texts(figure) -> str:
    inside = [word for trace in figure.data if trace.mode == "text" for word in trace.text]
    return " ".join([*inside, *(note.text for note in figure.layout.annotations)])


@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_each_group_has_a_mark_of_its_side(mode, size):
    """Shape and color by direction; every group is named."""
    figure = risk_map(GROUPS, mode=mode, size=size)
    low, high = marks(figure, "deficiency"), marks(figure, "toxicity")
    assert (len(low.x), len(high.x)) == (2, 1)
    assert (low.marker.symbol, high.marker.symbol) == ("triangle-down", "triangle-up")
    assert set(low.marker.color) == {PALETTE[mode]["deficiency"]}
    for name in ("Gut disease", "Chronic stress", "Kidney impairment", "Strong", "Weak"):
        assert name in texts(figure)
    assert "Moderate" not in texts(figure)


def test_the_title_counts_what_is_shown():
    """Both sides, one side, one group."""
    assert risk_map(GROUPS, mode="light").layout.meta["title"] == (
        "2 groups at risk of too little and 1 of too much; support is strong for 2"
    )
    one = risk_map(GROUPS[GROUPS["key"] == "kidney"], mode="light")
    assert one.layout.meta["title"] == "1 group at risk of too much"
    assert "Too little" not in texts(one)


def test_a_profile_lights_its_groups():
    """The others are hollow; the lit are bold and ticked, and counted in the title."""
    figure = risk_map(GROUPS, mode="light", lit=frozenset({"kidney"}))
    assert set(marks(figure, "deficiency").marker.color) == {PALETTE["light"]["bg"]}
    assert set(marks(figure, "toxicity").marker.color) == {PALETTE["light"]["toxicity"]}
    assert "<b>Kidney impairment</b> ✓" in texts(figure)
    assert figure.layout.meta["title"] == "1 of 3 groups applies: 0 toward too little, 1 toward too much"


def test_the_alternative_text_names_every_group_by_support():
    """So that the map can be heard."""
    alt = risk_map(GROUPS, mode="light").layout.meta["alt"]
    assert "Strong: Gut disease, Kidney impairment; weak: Chronic stress." in alt


@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
def test_an_unknown_upper_bound_is_left_open(size):
    """Solid to the estimate, dots beyond, and "not read" in words; the known bounds are solid throughout."""
    figure = ratio_chart(RATIOS, mode="light", size=size)
    solid = [bound for trace in figure.data if trace.name == "interval" for bound in trace.x]
    assert solid == [1.67, 3.14, None, 1.077, 2.924, None, 0.98, 1.88, None]
    (dots,) = (trace for trace in figure.data if trace.name == "open")
    assert dots.x[0] == 3.14 and dots.line.dash == "dot"
    assert "3.14 (1.67 to not read)" in texts(figure)
    assert "1.78 (1.08 to 2.92)" in texts(figure)


def test_each_measure_has_its_own_axis():
    """Odds ratios and relative risks share none."""
    figure = ratio_chart(RATIOS, mode="light")
    axes = {trace.xaxis for trace in figure.data if trace.name == "interval"}
    assert axes == {"x", "x2"}
    assert "Relative risk, users against non-users" in texts(figure)
    low, high = figure.layout.xaxis.range
    assert 10**low < 0.98 and 10**high > 3.14


def test_the_words_of_the_ratios_are_computed():
    """How many intervals lie above 1, how many ratios came without one."""
    said = ratio_chart(RATIOS, mode="light").layout.meta
    assert said["title"] == "Thiazides and PPIs: 2 of 3 intervals lie above 1"
    assert "1 more ratio came without any interval: in the table, not drawn." in said["subtitle"]
    one = ratio_chart(RATIOS[:1], mode="light").layout.meta
    assert one["title"] == (
        "Low blood magnesium: ratio 3.14 (1.67 to an upper bound not read) in users of these medicines"
    )
    assert "the upper bound was not on the page we read, so no whole interval is drawn" in one["subtitle"]
    assert "not read" not in ratio_chart(RATIOS[1:2], mode="light").layout.meta["subtitle"]
    assert not math.isnan(RATIOS["ci_low"][0])
