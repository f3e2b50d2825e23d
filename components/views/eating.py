"""How people eat: from the reader's choices to intake by group, shares below the EAR, supplements, the trend."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components.charts import intake as charts
from components.views import built_once
from components.views.intake_nerves import AGES, CONDITIONS
from data.intakes import load_upper_levels, target_for
from data.survey_intake import METHODS, intake_groups, load_intake, load_intake_trend

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
INCOME_NOTE = (
    "Income of the family against the poverty line: low is below 130%, middle 130 to 349%, high 350% and over."
)
YOUNGEST, SETTLED = 20, 31  # years; people of 19 to 30 need 10 to 20 mg less than those of 31 and over
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
        found = load_intake(survey, where, counted, "usual").set_index("statistic")
        us = target_for(where["sex"], youngest_years(where)).us
        figures = {part: found.at[part, "estimate"] for part in ("p10", "p25", "p50", "p75", "p90", "mean")}
        ends = {"p50_low": found.at["p50", "ci_low"], "p50_high": found.at["p50", "ci_high"]}
        needs = {"n": int(found.at["p50", "n"]), "ear_mg": us.ear_mg, "rda_mg": us.rda_mg}
        rows.append(named | figures | ends | needs)
    return pd.DataFrame(rows)


@built_once
def shares_below_ear(survey: str, split: str, counted: str) -> pd.DataFrame:
    """Share below the EAR by group, from one day and corrected."""
    rows = []
    for named, where in group_rows(survey, split):
        row = dict(named)
        for method in METHODS:
            found = load_intake(survey, where, counted, method).set_index("statistic").loc["share_below_ear"]
            row["n"] = int(found["n"])
            row |= {f"{method}_{name}": value for name, value in _share(found).items()}
        rows.append(row)
    return pd.DataFrame(rows)


@built_once
def shares_above_ul(survey: str, split: str) -> pd.DataFrame:
    """Share whose supplements alone exceed the US upper limit, by group."""
    rows = []
    for named, where in group_rows(survey, split):
        found = load_intake(survey, where, "supplements").iloc[0]
        rows.append(named | {"n": int(found["n"])} | _share(found))
    return pd.DataFrame(rows)


def _share(found: pd.Series) -> dict[str, object]:
    ends = {"share": found["estimate"], "share_low": found["ci_low"], "share_high": found["ci_high"]}
    return ends | {"reliable": bool(found["reliable"]), "flag": found["flag"]}


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
def tables(survey: str, split: str, counted: str) -> tuple[pd.DataFrame, ...]:
    """The tables of `figures`; a share that may not be shown is left out, with the reason."""
    names = {"label": "Group", "n": "People", **PERCENTILES}
    spread = intakes(survey, split, counted)[[*names]].rename(columns=names).round()
    below, above = shares_below_ear(survey, split, counted), shares_above_ul(survey, split)
    shares = below[["label", "n"]].rename(columns=names)
    for method, label in (("usual", "corrected"), ("one_day", "one day")):
        shares[f"Below the EAR, {label}, %"] = _percents(below, f"{method}_share", f"{method}_reliable")
        shares[f"{label.capitalize()}: 95% from"] = _percents(below, f"{method}_share_low", f"{method}_reliable")
        shares[f"{label.capitalize()}: 95% to"] = _percents(below, f"{method}_share_high", f"{method}_reliable")
    shares["Remark"] = below["usual_flag"].replace("", None)
    over = above[["label", "n"]].rename(columns=names)
    for part, name in (("share", "Above the upper limit, %"), ("share_low", "95% from"), ("share_high", "95% to")):
        over[name] = _percents(above, part, "reliable")
    over["Remark"] = above["flag"].replace("", None)
    return spread, shares, over


def _percents(rows: pd.DataFrame, share: str, reliable: str) -> pd.Series:
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
