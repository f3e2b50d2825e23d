"""One analysis of the list in full, as its mark opens it: the choices made, the people, and both ends with their intervals."""

from __future__ import annotations

from typing import Any

from exhibits.base import Opens, built_once
from exhibits.rounding import number
from exhibits.rows import Row, records
from exhibits.survey.analyses import ARMS, CHOICES, COLUMNS, every_analysis
from exhibits.survey.sentences import ratio


@built_once
def _analyses() -> dict[str, Row]:
    return {str(row["specification"]): row for row in records(every_analysis())}


@built_once
def _all_names() -> dict[str, str]:
    return {key: f"Analysis {key}" for key in _analyses()}  # more words, 576 times, would be 40 kB a reader


def _names(choices: Any) -> dict[str, str]:
    return _all_names()


def _told(choices: Any, key: str) -> str:
    return analysis_card(key)


@built_once
def analysis_card(key: str) -> str:
    """The analysis of this number as paragraphs of markdown."""
    row = _analyses()[key]
    made = "\n".join(f"- {name}: **{row[name]}**" for name, _ in CHOICES.values())
    ends = "\n".join(f"- {ARMS[arm]}: **{_odds(row, prefix)}**" for arm, prefix in COLUMNS.items())
    return (
        f"### Analysis {key}\n\nOdds ratio of neuropathy against the middle fifth, with 95% interval:\n\n{ends}\n\n"
        f"{number(row['n'])} people, {number(row['cases'])} of them with neuropathy. The choices made:\n\n{made}\n\n"
        "An association, which cannot show cause."
    )


def _odds(row: Row, prefix: str) -> str:
    return ratio({name: row[f"{prefix}_{name}"] for name in ("odds_ratio", "ci_low", "ci_high")})


ANALYSIS = Opens("analysis", "Open an analysis", names=_names, told=_told, keys="the number of an analysis")
