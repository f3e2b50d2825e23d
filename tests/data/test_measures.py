"""Shares of a target, worked by hand."""

import pytest

from data.measures import gap_to, per_serving, percent_of, share_of_ul


@pytest.mark.parametrize(
    ("amount_mg", "target_mg", "percent"),
    [
        (80, 320, 25.0),  # a quarter of the RDA of women 31–50
        (210, 420, 50.0),  # half of the Daily Value
        (420, 350, 120.0),  # more than all of it
        (0, 320, 0.0),
    ],
)
def test_a_share_is_the_amount_over_the_target(amount_mg, target_mg, percent):
    """80 / 320 = 25%, and so on."""
    assert percent_of(amount_mg, target_mg) == pytest.approx(percent)


@pytest.mark.parametrize("target_mg", [0, -5, float("nan")])
def test_a_target_that_is_no_target_is_refused(target_mg):
    """Dividing by nothing is told with the value, not returned as infinity."""
    with pytest.raises(ValueError, match="expected more than 0 mg"):
        percent_of(100, target_mg)


def test_the_share_of_the_ul_counts_supplements():
    """350 mg is all of the US adult UL; 250 mg is 250 / 350 = 71.4%."""
    assert share_of_ul(350, 350) == pytest.approx(100)
    assert share_of_ul(250, 350) == pytest.approx(71.43, abs=0.005)


def test_the_gap_closes_at_the_target():
    """250 of 320 mg leaves 70 mg; more than the target leaves nothing."""
    assert gap_to(250, 320) == 70
    assert gap_to(400, 320) == 0


def test_a_serving_is_a_share_of_100_g():
    """270 mg per 100 g in a 28 g handful: 270 × 0.28 = 75.6 mg."""
    assert per_serving(270, 28) == pytest.approx(75.6)
