"""How many people of each group take more magnesium as supplements than the US upper limit, which does not count food."""

from __future__ import annotations

import pandas as pd

from data.intakes import load_upper_levels
from data.safety import KIDNEYS
from data.survey_intake import intake_statistics
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.rounding import number
from exhibits.row_records import opens_rows
from exhibits.rows import Row, records
from exhibits.survey.eating import ENDS, SOURCES, GroupsChoices, group_rows, percents, share_of, source_line
from exhibits.survey.group_marks import by_flag, column, each_share, not_shown, range_title, shares_chart


def table(choices: GroupsChoices) -> pd.DataFrame:
    """The share of each group; one that may not be shown is left out, with the reason."""
    return _table(choices.cycle, choices.split)


@built_once
def _table(cycle: str, split: str) -> pd.DataFrame:
    above = shares_above_limit(cycle, split)
    told = {"Group": above["label"], "People, unweighted": above["n"]}
    for end, name in ({"": "Above the upper limit, weighted %"} | ENDS).items():
        told[name] = percents(above, f"share{end}", "reliable")
    return pd.DataFrame(told | {"Remark": above["flag"].replace("", None)})


@built_once
def shares_above_limit(cycle: str, split: str) -> pd.DataFrame:
    """Share whose supplements alone exceed the US upper limit, by group."""
    rows = []
    for named, where in group_rows(cycle, split):
        found = intake_statistics(cycle, where, "supplements")["share_above_ul"]
        rows.append(named | {"n": found["n"]} | share_of(found))
    return pd.DataFrame(rows)


def figure(choices: GroupsChoices, look: Look) -> Chart:
    """The share of each group, with its interval."""
    return _figure(choices.cycle, choices.split, look)


@built_once
def _figure(cycle: str, split: str, look: Look) -> Chart:
    limit_mg = load_upper_levels()["us"].ul_mg
    return supplements_chart(shares_above_limit(cycle, split), limit_mg=limit_mg, source=source_line(cycle), look=look)


def supplements_chart(rows: pd.DataFrame, *, limit_mg: float, source: str, look: Look) -> Chart:
    """Share of each group whose supplements alone exceed the limit.

    rows: label, sex, n, share, share_low, share_high (proportions), reliable.
    """
    told = records(rows)
    top = max([5.0, *column(by_flag(told, "reliable")[0], "share_high", 110)])
    return shares_chart(told, _words(told, limit_mg, source), estimates=("share",), apart="sex", top=top, look=look)


def _words(rows: list[Row], limit_mg: float, source: str) -> dict[str, str]:
    shown, hidden = by_flag(rows, "reliable")
    limit = number(limit_mg)
    plain, clinical = (
        range_title(shown, "share", what, 1, of=len(rows)) if shown else "Too few people take that much to say"
        for what in (f"take over {limit} mg as supplements", f"above the UL of {limit} mg")
    )
    return words(
        title=Worded(plain, clinical),
        subtitle=Worded(
            plain=f"Share of each group whose supplements alone give more than {limit} mg a day. That is the US upper limit, which never "
            f"applies to food. Average of the past month, with 95% interval{not_shown(hidden)}",
            clinical=f"Prevalence of magnesium from supplements above the US UL of {limit} mg a day (supplements and medicines only, never "
            f"food); average of the past month, with 95% interval{not_shown(hidden)}",
        ),
        source=f"{source} {KIDNEYS}",
        alt=f"Share above {limit} mg a day from supplements, with 95% interval: {each_share(shown, 'share')}.",
    )


def sources(choices: GroupsChoices) -> tuple[str, ...]:
    """Of the survey, and of the limit."""
    return (*SOURCES, *load_upper_levels()["us"].sources)


SUPPLEMENTS = Exhibit(
    "supplements",
    title="How many take more than the upper limit as supplements",
    page="intake-nerves",
    tab="How people eat",
    choices=GroupsChoices,
    table=table,
    figure=figure,
    opens=opens_rows(
        "above-limit-of",
        "Open a group’s share above the limit",
        table,
        "Group",
        caveat=f"The limit counts supplements alone, never food. {KIDNEYS}",
    ),
    rests_on=("intake", "upper_levels"),
    sources=sources,
    also="UL, 350 mg, too much, pills, tablets, women, men, age, race, income, NHANES",
)
