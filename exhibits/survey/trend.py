"""Mean magnesium from food by survey since 1999, women and men."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

import numpy as np
import pandas as pd

from data.survey_intake import load_intake_trend
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import NoChoices
from exhibits.layout import axis, layout, note
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number
from exhibits.row_records import opens_rows, row_key
from exhibits.rows import Row, records
from exhibits.survey.eating import RECALL_CAVEAT
from exhibits.survey.group_marks import column
from exhibits.survey.marks import axis_name, error_bars

TREND_CAVEAT = (
    "Food tables and the way the recall was taken changed between surveys, so a difference between two of them is not only "
    "one of eating"
)
SOURCE = "NHANES 1999–2023 (National Center for Health Statistics). Our own analysis."
HEIGHT = {"wide": 340, "narrow": 320, "projector": 560}


def table(choices: NoChoices) -> pd.DataFrame:
    """Mean intake by survey, for reading."""
    rows = trend().assign(sex=trend()["sex"].map({"female": "Women", "male": "Men"}))
    names = {"sex": "Who", "cycle": "Survey", "n": "People, unweighted", "intake_mean_mg": "Mean, weighted, mg a day"}
    names |= {"ci_low": "95% from", "ci_high": "95% to"}
    return rows[[*names]].rename(columns=names).round()


@built_once
def trend() -> pd.DataFrame:
    """Mean intake by survey, women and men."""
    return pd.concat([load_intake_trend(sex).assign(sex=sex) for sex in ("female", "male")], ignore_index=True)


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: NoChoices, look: Look) -> Chart:
    """A point a survey, with its interval."""
    return _figure(look)


@built_once
def _figure(look: Look) -> Chart:
    return trend_chart(trend(), source=SOURCE, look=look)


def trend_chart(rows: pd.DataFrame, *, source: str, look: Look) -> Chart:
    """Mean first-day intake from food by survey since 1999, women and men.

    rows: sex ("female", "male"), cycle, n, intake_mean_mg, ci_low, ci_high.
    """
    told, narrow = records(rows), look.size == "narrow"
    cycles = list(dict.fromkeys(row["cycle"] for row in told))
    of_sex = {sex: [row for row in told if row["sex"] == sex] for sex in ("male", "female")}
    data = [_means(of_sex["male"], "men", "square", look), _means(of_sex["female"], "women", "circle", look)]
    notes = [_name(of_sex["male"], "men", look), _name(of_sex["female"], "women", look)]
    notes.append(axis_name("mg a day" + (", by first year" if narrow else ""), look))
    large = look.size == "projector"  # two lines under the axis, and its name above it
    margin = {"t": 48, "l": 60, "b": 68} if large else {"t": 32, "l": 40, "b": 44}
    plain = layout(*look, height=HEIGHT[look.size], meta=_words(told, cycles, source), margin=margin)
    plain |= {
        "xaxis": _surveys(cycles, look),
        "yaxis": axis(*look, range=[0, max(column(told, "ci_high")) * 1.15], nticks=5),
        "annotations": notes,
    }
    return Chart(data=data, layout=plain)


def _means(rows: list[Row], name: str, symbol: str, look: Look) -> dict:
    mean, low, high = (np.array(column(rows, part)) for part in ("intake_mean_mg", "ci_low", "ci_high"))
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(range(len(rows))),
        "y": mean,
        "error_y": error_bars(mean, low, high, look),
        "marker": {"size": TYPE[look.size]["mark"], "color": PALETTE[look.mode]["series"], "symbol": symbol},
        "text": [
            f"{name} {number(row['intake_mean_mg'])} mg ({number(row['ci_low'])} to {number(row['ci_high'])}), n {number(row['n'])}"
            for row in rows
        ],
        "hovertemplate": "%{text}<extra></extra>",
        "ids": [row_key(name, row["cycle"]) for row in rows],
    }


def _name(rows: list[Row], name: str, look: Look) -> dict:
    """Who, above the first point."""
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"], "bold": True}
    return note(0, rows[0]["ci_high"], name, yshift=4, yanchor="bottom", xanchor="center", **style)


def _surveys(cycles: list[str], look: Look) -> dict:
    names = [f"’{cycle[2:4]}" if look.size == "narrow" else cycle.replace("-", "–<br>") for cycle in cycles]
    places: dict[str, Any] = {"tickvals": list(range(len(cycles))), "ticktext": names}
    return axis(*look, range=[-0.6, len(cycles) - 0.5], **places, showgrid=False)


# Words -----------------------------------------------------------------------------------------------------------------


def _words(rows: list[Row], cycles: list[str], source: str) -> dict[str, str]:
    last = {row["sex"]: _mean(row) for row in rows if row["cycle"] == cycles[-1]}
    return words(
        title=Worded(
            plain=f"In {cycles[-1].replace('-', '–')} women ate {last['female']} mg a day, men {last['male']}",
            clinical=f"Mean intake {cycles[-1].replace('-', '–')}: women {last['female']}, men {last['male']} mg a day",
        ),
        subtitle="Mean magnesium from food on one recalled day, adults of 20 and over, by survey, with 95% interval",
        source=f"{source} {TREND_CAVEAT}. {RECALL_CAVEAT}.",
        alt=f"Mean intake by survey from {cycles[0]} to {cycles[-1]}: women between "
        f"{_extent(rows, 'female')}, men between {_extent(rows, 'male')}.",
    )


def _extent(rows: list[Row], sex: str) -> str:
    """The lowest and the highest mean of one sex, each with its interval and survey."""
    own = [row for row in rows if row["sex"] == sex]
    ends = (end(own, key=itemgetter("intake_mean_mg")) for end in (min, max))
    return " and ".join(f"{_mean(row)} mg in {row['cycle']}" for row in ends)


def _mean(row: Row) -> str:
    """ "274 (263 to 285)"."""
    return f"{number(row['intake_mean_mg'])} ({number(row['ci_low'])} to {number(row['ci_high'])})"


TREND = Exhibit(
    "trend",
    title="Mean magnesium from food since 1999",
    page="intake-nerves",
    tab="How people eat",
    table=table,
    figure=figure,
    opens=opens_rows("mean-of", "Open a survey’s mean", table, "Who", "Survey", caveat=f"{RECALL_CAVEAT}."),
    rests_on=("intake-trend",),
    sources=("nhanes_1999_2004", "nhanes_2003_2016", "nhanes_2017_2023"),
    also="over the years, change, falling, rising, women, men, NHANES",
)
