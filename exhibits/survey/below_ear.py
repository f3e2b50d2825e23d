"""How many people of each group get less than the EAR."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.survey_intake import METHODS, intake_statistics
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.row_records import opens_rows
from exhibits.rows import Row, records
from exhibits.survey.eating import (
    ENDS,
    RECALL_CAVEAT,
    SOURCES,
    EatingChoices,
    counted_words,
    group_rows,
    percents,
    share_of,
    source_line,
)
from exhibits.survey.group_marks import by_flag, each_share, not_shown, range_title, shares_chart


def table(choices: EatingChoices) -> pd.DataFrame:
    """Each group's share, corrected and from one day; one that may not be shown is left out, with the reason."""
    return _table(choices.cycle, choices.split, choices.source)


@built_once
def _table(cycle: str, split: str, source: str) -> pd.DataFrame:
    return below_ear_table(shares_below_ear(cycle, split, source))


def below_ear_table(below: pd.DataFrame) -> pd.DataFrame:
    """Rows of `below_ear` with their label, for reading."""
    told = {"Group": below["label"], "People, unweighted": below["n"]}
    for method, label in (("usual", "corrected"), ("one_day", "one day")):
        names = {"": f"Below the EAR, {label}, weighted %"} | {
            end: f"{label.capitalize()}: {said}" for end, said in ENDS.items()
        }
        for end, name in names.items():
            told[name] = percents(below, f"{method}_share{end}", f"{method}_reliable")
    return pd.DataFrame(told | {"Remark": below["usual_flag"].replace("", None)})


@built_once
def shares_below_ear(cycle: str, split: str, source: str) -> pd.DataFrame:
    """Share below the EAR by group, from one day and corrected."""
    return pd.DataFrame([named | below_ear(cycle, where, source) for named, where in group_rows(cycle, split)])


def below_ear(cycle: str, where: Mapping[str, str], source: str) -> dict[str, Any]:
    """People of one group, and their share below the EAR from one day and corrected, with intervals."""
    row: dict[str, Any] = {}
    for method in METHODS:
        found = intake_statistics(cycle, where, source, method)["share_below_ear"]
        row["n"] = found["n"]
        row |= {f"{method}_{name}": value for name, value in share_of(found).items()}
    return row


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: EatingChoices, look: Look) -> Chart:
    """The share of each group, with its interval."""
    return _figure(choices.cycle, choices.split, choices.source, look)


@built_once
def _figure(cycle: str, split: str, source: str, look: Look) -> Chart:
    told = {"counted": counted_words(source), "source": source_line(cycle)}
    return below_ear_chart(shares_below_ear(cycle, split, source), **told, look=look)


def below_ear_chart(rows: pd.DataFrame, *, counted: str, source: str, apart: str = "sex", look: Look) -> Chart:
    """Share below the EAR of each group: from one recalled day (hollow), and corrected for day-to-day variation (filled).

    rows: label, n, the column `apart` whose values stand apart, and for `one_day` and `usual`: share, share_low,
    share_high (proportions), reliable.
    """
    told = records(rows)
    meta, estimates = _words(told, counted, source), ("one_day_share", "usual_share")
    return shares_chart(told, meta, estimates=estimates, apart=apart, top=100, look=look)


def _words(rows: list[Row], counted: str, source: str) -> dict[str, str]:
    shown, hidden = by_flag(rows, "usual_reliable")
    plain, clinical = (
        range_title(shown, "usual_share", what, of=len(rows)) if shown else "Too few people to say"
        for what in ("get less than the average need", "below the EAR")
    )
    return words(
        title=Worded(plain, clinical),
        subtitle=Worded(
            plain=f"Share of each group who get less magnesium from {counted} than the average need of their age and sex (EAR), with 95% "
            "interval. Filled: the chance of a single day taken out with the help of a second. Hollow: one recalled day, which overstates "
            f"the spread{not_shown(hidden)}",
            clinical=f"Prevalence of usual magnesium intake from {counted} below the EAR for age and sex, with 95% interval. Filled: "
            "day-to-day variation taken out with the second recall day; hollow: one recalled day, which overstates the spread"
            f"{not_shown(hidden)}",
        ),
        source=f"{source} {RECALL_CAVEAT}, and this share too high.",
        alt=f"Share below the EAR from {counted}, corrected, with 95% interval: {each_share(shown, 'usual_share', 0)}.",
    )


BELOW_EAR = Exhibit(
    "below-ear",
    title="How many get less than the EAR, by group",
    page="intake-nerves",
    tab="How people eat",
    choices=EatingChoices,
    table=table,
    figure=figure,
    opens=opens_rows("below-ear-of", "Open a group’s share below the EAR", table, "Group", caveat=f"{RECALL_CAVEAT}."),
    rests_on=("intake",),
    sources=SOURCES,
    also="inadequate intake, not enough magnesium, EAR, women, men, age, race, income, diabetes, kidneys, PPI, NHANES",
)
