"""Names of points: none covers another, none leaves the plot."""

import pytest

from exhibits.labels import place_labels


def test_names_never_meet_and_what_has_no_room_stays_unnamed():
    """Of three foods on one spot one is named to the right, one to the left, the third not at all."""
    places = place_labels([(100, 50)] * 3, ["one", "two", "six"], size=(200, 100), char_px=7, line_px=16)
    assert places == ["middle right", "middle left", None]


@pytest.mark.parametrize(
    ("point", "expected"),
    [((10, 50), "middle right"), ((190, 50), "middle left"), ((100, 50), "middle right")],
)
def test_a_name_stays_inside_the_plot(point, expected):
    """At the right edge it goes left; with room on both sides, right."""
    assert place_labels([point], ["a name"], size=(200, 100), char_px=7, line_px=16) == [expected]


def test_a_blocked_place_is_left_free():
    """What is already written there is not covered."""
    assert place_labels(
        [(100, 50)], ["name"], size=(200, 100), char_px=7, line_px=16, blocked=[(105, 40, 200, 60)]
    ) == ["middle left"]
