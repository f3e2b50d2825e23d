"""How people eat: from the reader's choices to intake by group, shares below the EAR, supplements, the trend."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components.charts import intake as charts
from components.rows import Row
from components.views import built_once
from components.views.intake_nerves import AGES, CONDITIONS
from data.intakes import load_upper_levels, target_for
from data.survey_intake import METHODS, intake_groups, intake_statistics, load_intake_trend

SURVEYS = {"2021-2023": "2021–2023", "2017-2020": "2017–2020"}
COUNTED = {"food": "Food", "food_and_supplements": "Food and supplements"}
COUNTED_WORDS = {"food": "food", "food_and_supplements": "food and supplements"}
SOURCE = "NHANES {survey} (National Center for Health Statistics), adults of 20 and over. Our own analysis."
SPLITS = {
    "none": "Sex only",
    "age": "Age",
    "race": "Race",
    "income": "Income",
    "diabetes": "Diabetes",
    "ckd": "Kidney function",
    "diuretic": "Diuretic",
    "ppi": "Acid blocker (PPI)",
}
SPLIT_WORDS = {
    "age": AGES,
    "race": {
        "mexican-american": "Mexican American",
        "other-hispanic": "other Hispanic",
        "white": "white",
        "black": "Black",
        "asian": "Asian",
        "other": "other or several",
    },
    "income": {"under130": "low income", "130-349": "middle income", "350plus": "high income"},
    "ckd": {"yes": "reduced kidney function", "no": "kidneys not reduced"},
    **{
        key: {value: words[1] for value, words in CONDITIONS[key][1].items()} for key in ("diabetes", "diuretic", "ppi")
    },
}
RECALLS = (
    "Food is left out of recalls more often than it is added: in the surveys of 2003 to 2012 about one adult in four was judged to "
    "have told too little energy. Intakes are then told too low, and the share below the EAR comes out too high; by how much is not known."
)
INCOME_NOTE = (
    "Income of the family against the poverty line: low is below 130%, middle 130 to 349%, high 350% and over."
)
YOUNGEST, SETTLED = 20, 31  # years; people of 19 to 30 need 10 to 20 mg less than those of 31 and over
ENDS = {"_low": "95% from", "_high": "95% to"}
PERCENTILES = {
    "p10": "10% eat less than, mg",
    "p25": "25% eat less than, mg",
    "p50": "Median, mg",
    "p50_low": "Median: 95% from",
    "p50_high": "Median: 95% to",
    "p75": "75% eat less than, mg",
    "p90": "90% eat less than, mg",
    "mean": "Mean, mg",
    "ear_mg": "EAR, mg",
    "rda_mg": "RDA, mg",
}


def splits(survey: str) -> dict[str, str]:
    """What a survey can be split by."""
    known = intake_groups(survey)
    return {key: label for key, label in SPLITS.items() if key == "none" or key in known}


def group_rows(survey: str, split: str) -> list[tuple[dict[str, object], dict[str, str]]]:
    """Label and sex of each row, and the `where` that `load_intake` takes."""
    rows = []
    for sex, people in (("female", "Women"), ("male", "Men")):
        for value in intake_groups(survey)[split] if split != "none" else [None]:
            label = people if value is None else f"{people}, {SPLIT_WORDS[split][value]}"
            where = {"sex": sex} if value is None else {"sex": sex, split: value}
            rows.append(({"label": label, "sex": sex}, where))
    return rows


def youngest_years(where: dict[str, str]) -> int:
    """Whose EAR and RDA a group is held against: its youngest, who need least, so that below them is below everybody's."""
    return YOUNGEST if where.get("age", "20-39") == "20-39" else SETTLED


@built_once
def intakes(survey: str, split: str, counted: str) -> pd.DataFrame:
    """Median and spread of usual intake by group, with EAR and RDA."""
    rows = []
    for named, where in group_rows(survey, split):
        found = intake_statistics(survey, where, counted)
        us = target_for(where["sex"], youngest_years(where)).us
        figures = {part: found[part]["estimate"] for part in ("p10", "p25", "p50", "p75", "p90", "mean")}
        ends = {"p50_low": found["p50"]["ci_low"], "p50_high": found["p50"]["ci_high"]}
        needs = {"n": found["p50"]["n"], "ear_mg": us.ear_mg, "rda_mg": us.rda_mg}
        rows.append(named | figures | ends | needs)
    return pd.DataFrame(rows)


@built_once
def shares_below_ear(survey: str, split: str, counted: str) -> pd.DataFrame:
    """Share below the EAR by group, from one day and corrected."""
    return pd.DataFrame([named | below_ear(survey, where, counted) for named, where in group_rows(survey, split)])


def below_ear(survey: str, where: dict[str, str], counted: str) -> dict[str, object]:
    """People of one group, and their share below the EAR from one day and corrected, with intervals."""
    row: dict[str, object] = {}
    for method in METHODS:
        found = intake_statistics(survey, where, counted, method)["share_below_ear"]
        row["n"] = found["n"]
        row |= {f"{method}_{name}": value for name, value in _share(found).items()}
    return row


@built_once
def shares_above_ul(survey: str, split: str) -> pd.DataFrame:
    """Share whose supplements alone exceed the US upper limit, by group."""
    rows = []
    for named, where in group_rows(survey, split):
        found = intake_statistics(survey, where, "supplements")["share_above_ul"]
        rows.append(named | {"n": found["n"]} | _share(found))
    return pd.DataFrame(rows)


def _share(found: Row) -> dict[str, object]:
    ends = {"share": found["estimate"], "share_low": found["ci_low"], "share_high": found["ci_high"]}
    return ends | {"reliable": found["reliable"], "flag": found["flag"]}


@built_once
def figures(survey: str, split: str, counted: str, mode: str, size: str) -> tuple[go.Figure, ...]:
    """Intake, share below the EAR, and supplements above the upper limit."""
    look = {"source": SOURCE.format(survey=SURVEYS[survey]), "mode": mode, "size": size}
    words = COUNTED_WORDS[counted]
    limit = load_upper_levels()["us"].ul_mg
    spread = intakes(survey, split, counted)
    return (
        charts.intake_chart(spread, counted=words, method="day-to-day variation taken out", **look),
        charts.below_ear_chart(shares_below_ear(survey, split, counted), counted=words, **look),
        charts.supplements_chart(shares_above_ul(survey, split), limit_mg=limit, **look),
    )


@built_once
def intake_table(survey: str, split: str, counted: str) -> pd.DataFrame:
    """The table of the first figure."""
    names = {"label": "Group", "n": "People", **PERCENTILES}
    return intakes(survey, split, counted)[[*names]].rename(columns=names).round()


@built_once
def below_ear_table(survey: str, split: str, counted: str) -> pd.DataFrame:
    """The table of the second; a share that may not be shown is left out, with the reason."""
    return told_below_ear(shares_below_ear(survey, split, counted))


def told_below_ear(below: pd.DataFrame) -> pd.DataFrame:
    """Rows of `below_ear` with their label, for reading."""
    table = {"Group": below["label"], "People": below["n"]}
    for method, label in (("usual", "corrected"), ("one_day", "one day")):
        names = {"": f"Below the EAR, {label}, %"} | {
            end: f"{label.capitalize()}: {said}" for end, said in ENDS.items()
        }
        for end, name in names.items():
            table[name] = percents(below, f"{method}_share{end}", f"{method}_reliable")
    return pd.DataFrame(table | {"Remark": below["usual_flag"].replace("", None)})


@built_once
def supplements_table(survey: str, split: str, counted: str) -> pd.DataFrame:
    """The table of the third, which is the same whatever else is counted."""
    above = shares_above_ul(survey, split)
    table = {"Group": above["label"], "People": above["n"]}
    for end, name in ({"": "Above the upper limit, %"} | ENDS).items():
        table[name] = percents(above, f"share{end}", "reliable")
    return pd.DataFrame(table | {"Remark": above["flag"].replace("", None)})


def percents(rows: pd.DataFrame, share: str, reliable: str) -> pd.Series:
    """Shares in percent, empty where they may not be shown."""
    return (rows[share] * 100).round(1).where(rows[reliable])


@built_once
def trend() -> pd.DataFrame:
    """Mean intake by survey, women and men."""
    return pd.concat([load_intake_trend(sex).assign(sex=sex) for sex in ("female", "male")], ignore_index=True)


@built_once
def trend_figure(mode: str, size: str) -> go.Figure:
    """Mean intake by survey."""
    source = "NHANES 1999–2023 (National Center for Health Statistics). Our own analysis."
    return charts.trend_chart(trend(), source=source, mode=mode, size=size)


def trend_table() -> pd.DataFrame:
    """Mean intake by survey, for reading."""
    rows = trend().assign(sex=trend()["sex"].map({"female": "Women", "male": "Men"}))
    names = {"sex": "Who", "cycle": "Survey", "n": "People", "intake_mean_mg": "Mean, mg a day"}
    names |= {"ci_low": "95% from", "ci_high": "95% to"}
    return rows[[*names]].rename(columns=names).round()
