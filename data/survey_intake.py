"""How much magnesium US adults get, from the two latest NHANES surveys, and the mean since 1999.

Source: NHANES 2017-March 2020 and August 2021-August 2023, first-day recalls and 30-day supplement use, adults of 20
and over; methods in `docs/methods.md`. A single day overstates the spread of usual intake, so each figure comes twice:
`one_day` as recalled, and `usual` with day-to-day variation taken out by the second recall day.
"""

from collections.abc import Mapping
from functools import cache

import pandas as pd

from data.base import DataError
from data.result_files import RECOMPUTE
from data.survey import SurveyQueryError, check_choice, read_table

CYCLES = ("2017-2020", "2021-2023")
SOURCES = ("food", "food_and_supplements", "supplements")
METHODS = ("one_day", "usual")
GROUP_ORDER = {
    "age": ["20-39", "40-59", "60-74", "75+"],
    "race": ["mexican-american", "other-hispanic", "white", "black", "asian", "other"],
    "income": ["under130", "130-349", "350plus"],
    "diabetes": ["yes", "no"],
    "ckd": ["yes", "no"],
    "diuretic": ["yes", "no"],
    "ppi": ["yes", "no"],
}
"""Income is the family's, in percent of the poverty line."""
STATISTICS = ("mean", "p05", "p10", "p25", "p50", "p75", "p90", "p95", "share_below_ear", "share_above_ul")


def load_intake(
    cycle: str = "2021-2023",
    where: Mapping[str, str] | None = None,
    source: str = "food",
    method: str = "usual",
) -> pd.DataFrame:
    """Intake of one group: a row per statistic.

    Parameters
    ----------
    cycle: "2017-2020" or "2021-2023".
    where: empty, or `sex` and at most one other key of `intake_groups(cycle)`, such as {"sex": "male", "age": "75+"}.
    source: "food", "food_and_supplements", or "supplements" (then the only row is `share_above_ul`, the share whose
        supplements alone exceed 350 mg/day on average over a month).
    method: "one_day" or "usual"; without meaning for supplements.

    Returns
    -------
    A DataFrame with statistic, n, estimate, se, ci_low, ci_high, df, reliable, flag. Means and percentiles are mg/day,
    shares proportions (0-1). Percentiles have an interval (Woodruff) and no se.

    Raises SurveyQueryError naming the parameter and what is allowed.
    """
    return pd.DataFrame(list(intake_statistics(cycle, where, source, method).values()))


def intake_statistics(
    cycle: str, where: Mapping[str, str] | None, source: str, method: str = "usual"
) -> dict[str, dict[str, object]]:
    """The rows of `load_intake`, by statistic, as plain values. To be read, never changed."""
    check_choice("cycle", cycle, CYCLES)
    check_choice("source", source, SOURCES)
    check_choice("method", method, METHODS)
    sex, key, value = choose_group(cycle, where or {})
    method = "month" if source == "supplements" else method
    try:
        return load_intakes()[cycle, sex, key, value, source, method]
    except KeyError as problem:
        raise DataError(f"intake.csv: has no row of {', '.join(problem.args[0])}. {RECOMPUTE}.") from None


def load_intake_trend(sex: str = "all") -> pd.DataFrame:
    """Mean first-day intake from food by survey since 1999: cycle, n, intake_mean_mg, se, ci_low, ci_high, df.

    The food composition database and the interview changed between surveys, so a difference between two of them is not
    only a difference in eating.
    """
    check_choice("sex", sex, ("all", "female", "male"))
    trend = load_trend()
    return trend[trend["sex"] == sex].drop(columns="sex").reset_index(drop=True)


@cache
def intake_groups(cycle: str) -> dict[str, list[str]]:
    """Keys and values `where` may name in a survey; 2021-2023 has no kidney function and no medicines."""
    tabulated = {(key, value) for survey, _, key, value, _, _ in load_intakes() if survey == cycle}
    groups = {key: [value for value in values if (key, value) in tabulated] for key, values in GROUP_ORDER.items()}
    return {"sex": ["female", "male"]} | {key: values for key, values in groups.items() if values}


def choose_group(cycle: str, where: Mapping[str, str]) -> tuple[str, str, str]:
    """Sex, key and value of a group, "all" where nothing is said."""
    allowed = intake_groups(cycle)
    for key, value in where.items():
        check_choice("where", key, list(allowed))
        check_choice(f"where {key}", value, allowed[key])
    others = [key for key in where if key != "sex"]
    if len(others) > 1:
        raise SurveyQueryError("where", " x ".join(others), [key for key in allowed if key != "sex"])
    key = others[0] if others else "all"
    return where.get("sex", "all"), key, where.get(key, "all")


@cache
def load_intakes() -> dict[tuple[str, ...], dict[str, dict[str, object]]]:
    """The rows of each group by statistic, by cycle, sex, key, value, source and method, in file order."""
    table = read_table("intake.csv")
    table["flag"] = table["flag"].fillna("")
    keys = ["cycle", "sex", "key", "value", "source", "method"]
    groups: dict[tuple[str, ...], dict[str, dict[str, object]]] = {}
    told = table.drop(columns=keys)
    values = zip(*(told[name].tolist() for name in told), strict=True)
    for group, row in zip(zip(*(table[key].tolist() for key in keys), strict=True), values, strict=True):
        found = dict(zip(told, row, strict=True))
        groups.setdefault(group, {})[found["statistic"]] = found
    return groups


@cache
def load_trend() -> pd.DataFrame:
    """The whole trend table."""
    return read_table("intake_trend.csv")
