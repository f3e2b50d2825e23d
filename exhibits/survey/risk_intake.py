"""How many people of the groups at risk get less than the EAR from food."""

from __future__ import annotations

import pandas as pd

from exhibits.base import Chart, Exhibit, Look, built_once
from exhibits.choices import NoChoices
from exhibits.row_records import opens_rows
from exhibits.survey.below_ear import below_ear, below_ear_chart, below_ear_table
from exhibits.survey.eating import RECALL_CAVEAT, SOURCES, counted_words, source_line
from exhibits.survey.risk_groups import risk_groups

CYCLE = "2017-2020"  # the latest one with kidney function and medicines
COUNTED = "food"


def table(choices: NoChoices) -> pd.DataFrame:
    """The share of each group; one that may not be shown is left out, with the reason."""
    return below_ear_table(rows())


@built_once
def rows() -> pd.DataFrame:
    """Share below the EAR in each group, food alone."""
    return pd.DataFrame([named | below_ear(CYCLE, where, COUNTED) for named, where in risk_groups()])


def figure(choices: NoChoices, look: Look) -> Chart:
    """The share of each group, with its interval."""
    return _figure(look)


@built_once
def _figure(look: Look) -> Chart:
    told = {"counted": counted_words(COUNTED), "source": source_line(CYCLE)}
    return below_ear_chart(rows(), **told, apart="condition", look=look)


RISK_INTAKE = Exhibit(
    "risk-intake",
    title="Who of the groups at risk gets less than the EAR",
    page="risk-groups",
    tab="In the survey",
    table=table,
    figure=figure,
    opens=opens_rows("intake-group", "Open a group’s intake", table, "Group", caveat=f"{RECALL_CAVEAT}."),
    rests_on=("intake",),
    sources=SOURCES,
    also="older people, diabetes, kidney disease, diuretics, PPI, acid blockers, inadequate intake, EAR",
)
