"""Groups at risk in the survey: the figures are those of the tables, and the title counts only what intervals bear."""

import pandas as pd
import pytest

from data.survey import estimate_prevalence
from data.survey_intake import load_intake
from exhibits.choices import NoChoices
from exhibits.palette import PALETTE
from exhibits.survey import risk_intake, risk_neuropathy
from exhibits.survey.risk_intake import RISK_INTAKE
from exhibits.survey.risk_neuropathy import RISK_NEUROPATHY, neuropathy_chart
from tests.exhibits.survey.helpers import LIGHT, LOOKS


def rows(*, low: float = 0.22, reliable: bool = True) -> pd.DataFrame:
    """Diabetes, 26% from `low` to 31%, against 12% (11 to 13); PPIs, 17% (13 to 21) against 14% (12 to 15)."""
    parts = [
        ("diabetes", "With diabetes", 1064, 0.26, low, 0.31, reliable),
        ("diabetes", "Without diabetes", 6660, 0.12, 0.11, 0.13, True),
        ("ppi", "Taking a PPI", 696, 0.17, 0.13, 0.21, True),
        ("ppi", "Not taking a PPI", 6983, 0.14, 0.12, 0.15, True),
    ]
    columns = ["condition", "label", "n", "standard_share", "standard_share_low", "standard_share_high"]
    table = pd.DataFrame(parts, columns=[*columns, "standard_reliable"])
    counted = {name.replace("standard", "counted"): table[name] for name in table if name.startswith("standard")}
    return table.assign(**counted)


def draw(table: pd.DataFrame, look=LIGHT):
    return neuropathy_chart(table, measured="A thin filament.", source="NHANES", look=look)


@pytest.mark.parametrize(
    ("table", "more"),
    [(rows(), 1), (rows(low=0.13), 0), (rows(reliable=False), 0)],
    ids=["apart", "touching", "too few to show"],
)
def test_the_title_counts_groups_whose_intervals_are_apart(table, more):
    """Intervals that touch, or one that may not be shown, tell nothing apart."""
    assert (
        draw(table).words["title"]
        == f"Neuropathy is clearly more common in {more} of 2 groups than in those beside them"
    )


@pytest.mark.parametrize("look", LOOKS)
def test_counted_is_hollow_and_standardized_filled_with_intervals(look):
    """Two points a row, each with its own interval; a row that may not be shown has words."""
    counted, standard, hidden = draw(rows(reliable=False), look).data
    assert (counted.marker.color, standard.marker.color) == (PALETTE[look.mode]["bg"], PALETTE[look.mode]["series"])
    assert list(standard.x) == pytest.approx([12, 17, 14])
    assert list(standard.error_x.array) == pytest.approx([1, 4, 1])
    assert list(hidden.text) == [" too few to say"]


def test_prevalences_are_those_of_the_survey():
    """People with reduced kidney function, as the command line would print them."""
    row = risk_neuropathy.rows().set_index("label").loc["With reduced kidney function"]
    for method, standardize in (("counted", "none"), ("standard", "age-sex")):
        asked = estimate_prevalence("neuropathy", "none", {"ckd": "yes"}, standardize).iloc[0]
        assert (row["n"], row[f"{method}_share"]) == (asked["n"], asked["prevalence"])
        assert (row[f"{method}_share_low"], row[f"{method}_share_high"]) == (asked["ci_low"], asked["ci_high"])


def test_shares_below_the_ear_are_those_of_the_intake_table():
    """PPI users of 2017-2020, food alone, corrected for day-to-day variation."""
    row = risk_intake.rows().set_index("label").loc["Taking a PPI"]
    asked = load_intake("2017-2020", {"ppi": "yes"}).set_index("statistic").loc["share_below_ear"]
    assert (row["n"], row["usual_share"], row["usual_share_low"]) == (asked["n"], asked["estimate"], asked["ci_low"])


@pytest.mark.parametrize("exhibit", [RISK_INTAKE, RISK_NEUROPATHY], ids=lambda exhibit: exhibit.key)
def test_both_have_a_row_for_each_group_and_its_interval(exhibit):
    """Eleven rows: three ages, and with and without for four conditions; on the page of risk groups."""
    table = exhibit.table(NoChoices())
    assert list(table["Group"]) == list(risk_intake.rows()["label"])
    assert len(table) == 11
    assert any("95% from" in column for column in table)
    assert (exhibit.page, exhibit.tab) == ("risk-groups", "In the survey")
