"""Figures of our own survey analysis that stand in prose must be those of the committed results."""

import pytest

from data.base import DATA_FOLDER
from data.survey_intake import load_intake


def told(where: dict[str, str]) -> str:
    """The share below the EAR, as prose tells it: "59% (55 to 64)"."""
    rows = load_intake("2021-2023", where).set_index("statistic").loc["share_below_ear"]
    return f"{100 * rows['estimate']:.0f}% ({100 * rows['ci_low']:.0f} to {100 * rows['ci_high']:.0f})"


@pytest.mark.parametrize("file", ["takeaways", "plan_steps", "comparison", "views"])
def test_the_share_below_the_average_need_is_the_computed_one(file):
    """All adults, food, corrected for day-to-day variation, 2021-2023."""
    text = (DATA_FOLDER / "reference" / f"{file}.yml").read_text(encoding="utf-8")
    assert told({}) in " ".join(text.split())


def test_the_shares_by_age_are_the_computed_ones():
    """The oldest against the youngest adults, on the page of risk groups."""
    text = " ".join((DATA_FOLDER / "reference" / "risk_groups.yml").read_text(encoding="utf-8").split())
    assert told({"age": "75+"}) in text
    assert told({"age": "20-39"}) in text
