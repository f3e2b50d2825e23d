"""Groups at risk in our own survey analysis: who eats too little, and in whom neuropathy is more common."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components.charts.intake import below_ear_chart
from components.charts.risk_survey import neuropathy_chart
from components.views import built_once, eating
from components.views.intake_nerves import AGES, CONDITIONS, OUTCOMES
from data.survey import estimate_prevalence

SURVEY = "2017-2020"  # the latest one with kidney function and medicines
SHOWN = {
    "age": ("75+", "60-74", "40-59"),
    **{key: ("yes", "no") for key in ("diabetes", "ckd", "diuretic", "ppi")},
}
"""Condition → the group first, whom it is held against last."""
ENDS = {"": "%"} | eating.ENDS
WORDS = (
    "Two of our own survey analyses, for the groups that the surveys can tell apart. They say **who** eats little and **who** has "
    "neuropathy. They do not say that one comes from the other: these groups differ from those beside them in much else, "
    "illness and medicines among it."
)


def label(condition: str, value: str) -> str:
    """ "75 and over", "Taking a diuretic"."""
    if condition == "age":
        return AGES[value]
    words = CONDITIONS[condition][1][value][1]
    return words[0].upper() + words[1:]


def _groups() -> list[tuple[dict[str, object], dict[str, str]]]:
    """Condition and label of each row, and the `where` that the survey tables take."""
    return [
        ({"condition": key, "label": label(key, value)}, {key: value})
        for key, values in SHOWN.items()
        for value in values
    ]


@built_once
def below_ear() -> pd.DataFrame:
    """Share below the EAR in each group, food alone."""
    return pd.DataFrame([named | eating.below_ear(SURVEY, where, "food") for named, where in _groups()])


@built_once
def below_ear_figure(mode: str, size: str) -> go.Figure:
    """The picture of `below_ear`."""
    source = eating.SOURCE.format(survey=eating.SURVEYS[SURVEY])
    return below_ear_chart(below_ear(), counted="food", source=source, apart="condition", mode=mode, size=size)


def below_ear_table() -> pd.DataFrame:
    """The same for reading."""
    return eating.told_below_ear(below_ear())


@built_once
def neuropathy() -> pd.DataFrame:
    """Prevalence of neuropathy in each group, as counted and standardized to the age and sex mix of the sample."""
    rows = []
    for named, where in _groups():
        row = dict(named)
        for method, standardize in (("counted", "none"), ("standard", "age-sex")):
            found = estimate_prevalence("neuropathy", "none", where, standardize).iloc[0]
            row |= {
                "n": int(found["n"]),
                f"{method}_flag": found["flag"],
                f"{method}_reliable": bool(found["reliable"]),
            }
            parts = {"share": "prevalence", "share_low": "ci_low", "share_high": "ci_high"}
            row |= {f"{method}_{part}": float(found[column]) for part, column in parts.items()}
        rows.append(row)
    return pd.DataFrame(rows)


@built_once
def neuropathy_figure(mode: str, size: str) -> go.Figure:
    """The picture of `neuropathy`."""
    told = OUTCOMES["neuropathy"]
    return neuropathy_chart(neuropathy(), measured=told.measured, source=told.survey, mode=mode, size=size)


@built_once
def neuropathy_table() -> pd.DataFrame:
    """The same for reading; a figure that may not be shown is left out, with the reason."""
    rows = neuropathy()
    table = {"Group": rows["label"], "People": rows["n"]}
    for method, said in (("standard", "one age and sex mix"), ("counted", "as counted")):
        for end, name in ENDS.items():
            table[f"{said.capitalize()}: {name}"] = eating.percents(rows, f"{method}_share{end}", f"{method}_reliable")
    return pd.DataFrame(table | {"Remark": rows["standard_flag"].replace("", None)})
