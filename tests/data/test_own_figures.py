"""Figures of our own survey analysis that stand in prose must be those of the committed results."""

import pytest

from data.associations import load_curve_test, load_odds_ratios
from data.base import DATA_FOLDER
from data.evidence import load_claims
from data.survey import read_table
from data.survey_intake import load_intake


def told(where: dict[str, str], source: str = "food") -> str:
    """The share below the EAR, as prose tells it: "59% (55 to 64)"."""
    rows = load_intake("2021-2023", where, source).set_index("statistic").loc["share_below_ear"]
    return f"{100 * rows['estimate']:.0f}% ({100 * rows['ci_low']:.0f} to {100 * rows['ci_high']:.0f})"


@pytest.mark.parametrize("file", ["takeaways", "plan_steps", "comparison", "views"])
def test_the_share_below_the_average_need_is_the_computed_one(file):
    """All adults, food, corrected for day-to-day variation, 2021-2023."""
    text = (DATA_FOLDER / "reference" / f"{file}.yml").read_text(encoding="utf-8")
    assert told({}) in " ".join(text.split())


def test_the_share_with_supplements_stands_beside_that_of_food_alone():
    """51% once supplements count, in the takeaway that tells the 59% of food alone."""
    text = " ".join((DATA_FOLDER / "reference" / "takeaways.yml").read_text(encoding="utf-8").split())
    assert f"{told({}, 'food_and_supplements')} with supplements" in text


def test_the_shares_by_age_are_the_computed_ones():
    """The oldest against the youngest adults, on the page of risk groups."""
    text = " ".join((DATA_FOLDER / "reference" / "risk_groups.yml").read_text(encoding="utf-8").split())
    assert told({"age": "75+"}) in text
    assert told({"age": "20-39"}) in text


OURS_ABOVE_446 = "1.78 (0.87 to 3.65)"


def test_our_redo_of_the_curve_of_rheumatoid_arthritis_is_the_computed_one():
    """Hu 2020's rise above 446 mg a day in our own analysis, and the test for a bend in our weighted, adjusted curve."""
    row = read_table("benchmarks.csv").set_index("key").loc["hu_above_446"]
    assert f"{row['ours']:.2f} ({row['ours_low']:.2f} to {row['ours_high']:.2f})" == OURS_ABOVE_446
    assert f"{row['published']:g}, {row['published_low']:g} to {row['published_high']:g}" == "2.8, 1.2 to 6.6"
    assert f"{load_curve_test('rheumatoid_arthritis', 'full', {})['nonlinearity_p']:.2f}" == "0.29"
    reason = load_claims()["j11"].reason
    assert OURS_ABOVE_446 in reason and "(2.8, 1.2 to 6.6)" in reason and "(p = 0.29)" in reason


@pytest.mark.parametrize("file", ["claims", "mechanisms", "pain_links", "views", "studies"])
def test_the_u_shape_of_rheumatoid_arthritis_is_told_beside_our_own_figure(file):
    """Wherever the paper's U-shape is told, our own figure stands beside it, and the shape is the paper's."""
    text = " ".join((DATA_FOLDER / "reference" / f"{file}.yml").read_text(encoding="utf-8").split())
    assert OURS_ABOVE_446 in text or "1.78, 0.87 to 3.65" in text
    for flat in ("its curve is U-shaped", "the curve is U-shaped", "rheumatoid arthritis is U-shaped"):
        assert flat not in text


def test_the_u_shape_of_neuropathy_is_told_with_the_computed_figures():
    """By milligrams and per 1,000 kcal, with both tests for a bend, where the claim is judged."""
    reason = " ".join(load_claims()["n01"].reason.split())
    for scale in ("amount", "density"):
        odds = load_odds_ratios("neuropathy", scale=scale).set_index("quintile")
        for quintile in (1, 5):
            low, high = (f"{odds.at[quintile, end]:.2f}" for end in ("ci_low", "ci_high"))
            assert f"{odds.at[quintile, 'odds_ratio']:.2f} ({low} to {high})" in reason
        p = load_curve_test("neuropathy", scale=scale)["nonlinearity_p"]
        assert f"(p = {p:.2g})" in reason
