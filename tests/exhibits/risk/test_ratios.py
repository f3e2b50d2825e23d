"""Ratios: open ends left open, an axis for each measure, and words that are computed."""

import math

import pandas as pd
import pytest

from exhibits.base import SIZES, Look
from exhibits.risk.ratios import NO_INTERVAL, RISK_RATIOS, ratio_chart
from exhibits.risk.selection import GroupChoices
from tests.exhibits.risk.helpers import LIGHT, texts

NAN = float("nan")
RATIOS = pd.DataFrame(
    [
        ("Thiazides", "A 2018", "Odds ratio", "users against non-users", 3.14, 1.67, NAN),
        ("PPIs", "B 2014", "Odds ratio", "users against non-users", 1.775, 1.077, 2.924),
        ("PPIs", "C 2015", "Relative risk", "users against non-users", 1.43, 0.98, 1.88),
        ("Alcohol", "D 2023", "Odds ratio", "with liver fibrosis", 8.91, NAN, NAN),
    ],
    columns=["name", "study", "measure", "compares", "ratio", "ci_low", "ci_high"],
).assign(statement="Odds of low blood magnesium.")


@pytest.mark.parametrize("size", SIZES)
def test_an_unknown_upper_bound_is_left_open(size):
    """Solid to the estimate, dots beyond, and "not read" in words; the known bounds are solid throughout."""
    figure = ratio_chart(RATIOS, look=Look("light", size))
    solid = [bound for trace in figure.data if trace.name == "interval" for bound in trace.x]
    assert solid == [1.67, 3.14, None, 1.077, 2.924, None, 0.98, 1.88, None]
    (dots,) = (trace for trace in figure.data if trace.name == "open")
    assert dots.x[0] == 3.14 and dots.line.dash == "dot"
    assert "3.14 (1.67 to not read)" in texts(figure)
    assert "1.78 (1.08 to 2.92)" in texts(figure)


def test_each_measure_has_its_own_axis():
    """Odds ratios and relative risks share none."""
    figure = ratio_chart(RATIOS, look=LIGHT)
    axes = {trace.xaxis for trace in figure.data if trace.name == "interval"}
    assert axes == {"x", "x2"}
    assert "Relative risk, users against non-users" in texts(figure)
    low, high = figure.layout.xaxis.range
    assert 10**low < 0.98 and 10**high > 3.14


def test_the_words_of_the_ratios_are_computed():
    """How many intervals lie above 1, how many ratios came without one."""
    said = ratio_chart(RATIOS, look=LIGHT).layout.meta
    assert said["title"] == "Thiazides and PPIs: 2 of 3 intervals lie above 1"
    assert "1 more ratio came without any interval: in the table, not drawn." in said["subtitle"]
    one = ratio_chart(RATIOS[:1], look=LIGHT).layout.meta
    assert one["title"] == (
        "Low blood magnesium: ratio 3.14 (1.67 to an upper bound not read) in users of these medicines"
    )
    assert "the upper bound was not on the page we read, so no whole interval is drawn" in one["subtitle"]
    assert "not read" not in ratio_chart(RATIOS[1:2], look=LIGHT).layout.meta["subtitle"]
    assert not math.isnan(RATIOS["ci_low"][0])


def test_groups_without_an_interval_say_so():
    """Too much: none; nothing found: why."""
    assert RISK_RATIOS.empty(GroupChoices()) == ""
    assert RISK_RATIOS.empty(GroupChoices(direction="toxicity")) == NO_INTERVAL
    assert RISK_RATIOS.empty(GroupChoices(find="aspirin")).startswith("No group matches “aspirin”.")


def test_the_table_says_what_was_not_read():
    """Thiazides, from 1.67 on."""
    rows = RISK_RATIOS.table(GroupChoices(find="HCTZ"))
    assert rows["Remark"].tolist() == ["upper bound not read"]
