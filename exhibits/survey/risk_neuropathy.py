"""How common neuropathy is in the groups at risk, each beside the people it is held against."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd

from data.survey import estimate_prevalence
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import NoChoices
from exhibits.row_records import opens_rows
from exhibits.rows import Row, records
from exhibits.survey.eating import ENDS, percents
from exhibits.survey.group_marks import by_flag, column, each_share, not_shown, shares_chart
from exhibits.survey.outcomes import OUTCOMES
from exhibits.survey.risk_groups import risk_groups

CAVEAT = "Everybody was seen once: this tells in whom neuropathy is more common, not why."
METHODS = {"counted": "none", "standard": "age-sex"}  # as counted, and at the age and sex mix of all


def table(choices: NoChoices) -> pd.DataFrame:
    """Both prevalences of each group; one that may not be shown is left out, with the reason."""
    return _table()


@built_once
def _table() -> pd.DataFrame:
    found = rows()
    told = {"Group": found["label"], "People, unweighted": found["n"]}
    for method, said in (("standard", "one age and sex mix"), ("counted", "as counted")):
        for end, name in ({"": "weighted %"} | ENDS).items():
            told[f"{said.capitalize()}: {name}"] = percents(found, f"{method}_share{end}", f"{method}_reliable")
    return pd.DataFrame(told | {"Remark": found["standard_flag"].replace("", None)})


@built_once
def rows() -> pd.DataFrame:
    """Prevalence of neuropathy in each group, as counted and standardized to the age and sex mix of the sample."""
    return pd.DataFrame([named | _prevalences(where) for named, where in risk_groups()])


def _prevalences(where: dict[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for method, standardize in METHODS.items():
        found = estimate_prevalence("neuropathy", "none", where, standardize).iloc[0]
        row |= {
            "n": int(found["n"]),
            f"{method}_flag": found["flag"],
            f"{method}_reliable": bool(found["reliable"]),
        }
        parts = {"share": "prevalence", "share_low": "ci_low", "share_high": "ci_high"}
        row |= {f"{method}_{part}": float(found[name]) for part, name in parts.items()}
    return row


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: NoChoices, look: Look) -> Chart:
    """Each group as a pair of points with their intervals."""
    return _figure(look)


@built_once
def _figure(look: Look) -> Chart:
    outcome = OUTCOMES["neuropathy"]
    return neuropathy_chart(rows(), measured=outcome.measured, source=outcome.survey, look=look)


def neuropathy_chart(rows: pd.DataFrame, *, measured: str, source: str, look: Look) -> Chart:
    """Prevalence of neuropathy in each group, as counted (hollow) and at one age and sex mix (filled).

    rows: condition (rows of one stand together, the group first, whom it is held against last), label, n, and for
    `counted` and `standard`: share, share_low, share_high (proportions), reliable. `measured` says how it was found.
    """
    told = records(rows)
    shown, _ = by_flag(told, "standard_reliable")
    top = max(30.0, *column(shown, "standard_share_high", 110), *column(shown, "counted_share_high", 110))
    meta, estimates = _words(told, measured, source), ("counted_share", "standard_share")
    return shares_chart(told, meta, estimates=estimates, apart="condition", top=top, look=look)


def _words(rows: list[Row], measured: str, source: str) -> dict[str, str]:
    shown, hidden = by_flag(rows, "standard_reliable")
    return words(
        title=_title(rows),
        subtitle=f"Percent with neuropathy, with 95% interval; adults of 40 and over. {measured} Filled: at the age and sex mix of "
        "all; hollow: as counted. Clearly: the filled intervals of a block's first and last row do not meet"
        + not_shown(hidden),
        source=f"{source}. Our own analysis. {CAVEAT}",
        alt="Pairs of points with intervals, percent with neuropathy at one age and sex mix: "
        f"{each_share(shown, 'standard_share')}.",
    )


def _title(rows: list[Row]) -> str:
    """In how many groups it is clearly more common than in those they are held against."""
    groups = [list(part) for _, part in groupby(rows, key=itemgetter("condition"))]
    more = sum(clearly_more(part[0], part[-1]) for part in groups)
    return f"Neuropathy is clearly more common in {more} of {len(groups)} groups than in those beside them"


def clearly_more(group: Row, other: Row) -> bool:
    """Whether both may be shown and the group's interval lies wholly above the other's."""
    both = group["standard_reliable"] and other["standard_reliable"]
    return bool(both and group["standard_share_low"] > other["standard_share_high"])


RISK_NEUROPATHY = Exhibit(
    "risk-neuropathy",
    title="In whom of the groups at risk neuropathy is more common",
    page="risk-groups",
    tab="In the survey",
    table=table,
    figure=figure,
    opens=opens_rows("neuropathy-group", "Open a group’s neuropathy", table, "Group", caveat=CAVEAT),
    rests_on=("cells-neuropathy", "survey-design", "survey-outcomes"),
    sources=OUTCOMES["neuropathy"].sources,
    also="older people, diabetes, kidney disease, diuretics, PPI, acid blockers, numb feet",
)
