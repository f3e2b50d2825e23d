"""The map of risk groups: marks by side, and words that follow what is shown."""

import pandas as pd
import pytest

from exhibits.base import MODES, SIZES, Look
from exhibits.palette import PALETTE
from exhibits.risk.groups_map import RISK_MAP, risk_map
from exhibits.risk.selection import GroupChoices
from tests.exhibits.risk.helpers import LIGHT, texts

GROUPS = pd.DataFrame(
    [
        ("gut", "Gut disease", "deficiency", "strong", "observed in people"),
        ("stress", "Chronic stress", "deficiency", "weak", "plausible, not tested directly"),
        ("kidney", "Kidney impairment", "toxicity", "strong", "textbook physiology"),
    ],
    columns=["key", "short", "direction", "strength", "evidence"],
)


def marks(figure, side):
    return next(trace for trace in figure.data if trace.name == side)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", MODES)
def test_each_group_has_a_mark_of_its_side(mode, size):
    """Shape and color by direction; every group is named."""
    figure = risk_map(GROUPS, look=Look(mode, size))
    low, high = marks(figure, "deficiency"), marks(figure, "toxicity")
    assert (len(low.x), len(high.x)) == (2, 1)
    assert (low.marker.symbol, high.marker.symbol) == ("triangle-down", "triangle-up")
    assert set(low.marker.color) == {PALETTE[mode]["deficiency"]}
    for name in ("Gut disease", "Chronic stress", "Kidney impairment", "Strong", "Weak"):
        assert name in texts(figure)
    assert "Moderate" not in texts(figure)


def test_the_title_counts_what_is_shown():
    """Both sides, one side, one group."""
    assert risk_map(GROUPS, look=LIGHT).layout.meta["title"] == (
        "2 groups at risk of too little and 1 of too much; support is strong for 2"
    )
    one = risk_map(GROUPS[GROUPS["key"] == "kidney"], look=LIGHT)
    assert one.layout.meta["title"] == "1 group at risk of too much"
    assert "Too little" not in texts(one)


def test_a_profile_lights_its_groups():
    """The others are hollow; the lit are bold and ticked, and counted in the title."""
    figure = risk_map(GROUPS, look=LIGHT, lit=frozenset({"kidney"}))
    assert set(marks(figure, "deficiency").marker.color) == {PALETTE["light"]["bg"]}
    assert set(marks(figure, "toxicity").marker.color) == {PALETTE["light"]["toxicity"]}
    assert "<b>Kidney impairment</b> ✓" in texts(figure)
    assert figure.layout.meta["title"] == "1 of 3 groups applies: 0 toward too little, 1 toward too much"


def test_the_alternative_text_names_every_group_by_support():
    """So that the map can be heard."""
    alt = risk_map(GROUPS, look=LIGHT).layout.meta["alt"]
    assert "Strong: Gut disease, Kidney impairment; weak: Chronic stress." in alt


def test_every_group_is_in_the_table_and_every_figure():
    """24 groups; a row for each figure, and one for a group without any."""
    rows = RISK_MAP.table(GroupChoices())
    assert rows["Group"].nunique() == 24 and (rows["What it says"] != "").sum() == 35


def test_the_support_is_said_of_the_groups_found():
    """Of nine groups of too much, six stand on strong ground."""
    chosen = GroupChoices(direction="toxicity")
    assert RISK_MAP.words(chosen)["title"].startswith("9 groups at risk of too much; support is strong for ")
