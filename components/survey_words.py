"""Sentences about survey estimates, computed from the rows shown and never surer than their intervals.

Everything takes DataFrames of `data.survey.estimate_prevalence`, `data.associations` or `data.survey_intake` and gives
words. Two estimates are told apart only where their 95% intervals do not meet, which is stricter than a test.
"""

from __future__ import annotations

import math

import pandas as pd

from components.captions import number, percent

FIFTHS = {1: "lowest fifth", 2: "second fifth", 3: "middle fifth", 4: "fourth fifth", 5: "highest fifth"}
LONGEST_TITLE = 80
LOW_MG, HIGH_MG = 100, 500  # where a curve's two arms are judged: near its outer knots, so inside the data
LOWEST_P = 0.001
FEW_PEOPLE = 30  # below it the number of people is reason enough


def separate(low: pd.Series, high: pd.Series) -> bool:
    """Whether the interval of `low` lies wholly below that of `high`."""
    return bool(low["ci_high"] < high["ci_low"])


def separated_pairs(fifths: pd.DataFrame) -> list[tuple[int, int]]:
    """Pairs (lower, higher) of quintiles whose intervals do not meet, among the rows that may be shown."""
    shown = fifths[fifths["reliable"]].set_index("quintile")
    return [
        (int(a), int(b)) for a in shown.index for b in shown.index if a != b and separate(shown.loc[a], shown.loc[b])
    ]


def prevalence_title(rows: pd.DataFrame, *, outcome: str, who: str, standardized: bool = False) -> str:
    """The finding of a prevalence chart, told as not adjusted, or what is shown where the intervals carry none."""
    name = outcome[0].upper() + outcome[1:]
    if not rows["reliable"].any():
        return fitting(f"Too few to say: {outcome} by intake, {who}", f"Too few to say: {outcome} in this group")
    plain = fitting(f"{name} by magnesium intake, {who}", f"{name} by magnesium intake, the chosen group")
    if rows["quintile"].isna().any() or not rows["reliable"].all():
        return plain
    before = f"{'Standardized' if standardized else 'Before adjustment'}: {outcome}"
    pairs = separated_pairs(rows)
    if any((middle, 1) in pairs and (middle, 5) in pairs for middle in (2, 3, 4)):
        return f"{before} more common at both ends than the middle"
    for low, high in ((5, 1), (1, 5), (3, 1), (2, 1), (4, 1), (3, 5), (2, 5), (4, 5), *pairs):
        if (low, high) in pairs:
            return f"{before} more common in {fifth_short(high)} than {fifth_short(low)} fifth"
    return plain


def fifth_short(quintile: int) -> str:
    """ "second" for 2."""
    return FIFTHS[quintile].removesuffix(" fifth")


def fitting(title: str, shorter: str) -> str:
    """The title, or the shorter one where it would not fit."""
    return title if len(title) <= LONGEST_TITLE else shorter


def interval(row: pd.Series, digits: int = 1) -> str:
    """ "11.5% (9.4 to 13.9)" of a proportion."""
    low, high = number(row["ci_low"] * 100, digits), number(row["ci_high"] * 100, digits)
    return f"{percent(row['prevalence'], digits)} ({low} to {high})"


def ratio(row: pd.Series, prefix: str = "") -> str:
    """ "1.42 (1.05 to 1.93)" of an odds ratio."""
    odds, low, high = (number(row[prefix + part], 2) for part in ("odds_ratio", "ci_low", "ci_high"))
    return f"{odds} ({low} to {high})"


def too_few(row: pd.Series) -> str:
    """What stands in the place of a point that must not be drawn, with the reason where the number of people is not it."""
    if row["n"] == 0:
        return "Nobody in this group."
    people = "1 person" if row["n"] == 1 else f"{number(row['n'])} people"
    said = f"Too few to say ({people})."
    why = row["flag"].removeprefix("not shown: ")
    return said if row["n"] < FEW_PEOPLE else f"{said} {why[0].upper()}{why[1:]}."


def band_words(row: pd.Series, unit: str = " mg") -> str:
    """The intakes of a row: "168 mg or less", "168 to 225 mg", "above 377 mg"; without unit where a column names it."""
    low, high = row["intake_low_mg"], row["intake_high_mg"]
    if math.isnan(high):
        return f"above {number(low)}{unit}"
    return f"{number(high)}{unit} or less" if low == 0 else f"{number(low)} to {number(high)}{unit}"


def row_name(row: pd.Series) -> str:
    """ "lowest fifth", or "step 50 to 100 mg" of a row that is no fifth."""
    return f"step {band_words(row)}" if pd.isna(row["quintile"]) else FIFTHS[row["quintile"]]


def lowest_and_highest(rows: pd.DataFrame) -> str:
    """Which fifth or step is lowest and which highest, and whether that order is certain."""
    shown = rows[rows["reliable"]].reset_index(drop=True)
    if len(shown) < 2:
        parts = "steps" if rows["quintile"].isna().any() else "fifths"
        return f"There are too few people to compare the {parts} of intake."
    low, high = (shown.loc[place] for place in (shown["prevalence"].idxmin(), shown["prevalence"].idxmax()))
    said = (
        f"The lowest figure is in the {row_name(low)}, {interval(low)}; "
        f"the highest in the {row_name(high)}, {interval(high)}. "
    )
    if separate(low, high):
        return f"{said}Their intervals do not overlap."
    return f"{said}Their intervals overlap, so this table alone cannot say which of the two is really higher."


def pairs_sentence(rows: pd.DataFrame) -> str:
    """How many pairs of fifths are told apart by their intervals."""
    shown = int(rows["reliable"].sum())
    possible, found = shown * (shown - 1) // 2, len(separated_pairs(rows))
    if possible == 0:
        return ""
    if not found:
        which = "The intervals of both overlap" if possible == 1 else f"All {possible} pairs of intervals overlap"
        return f"{which}; overlap alone does not rule out a difference."
    count = "1 has" if found == 1 else f"{found} have"
    pairs = "pair" if possible == 1 else "pairs"
    return f"Of the {possible} {pairs} of fifths shown, {count} intervals that do not overlap."


def hidden_sentence(rows: pd.DataFrame) -> str:
    """What is not drawn, and by whose rule; empty where everything is."""
    hidden, total = int((~rows["reliable"]).sum()), len(rows)
    if not hidden:
        return ""
    which = "is" if hidden == 1 else "are"
    return (
        f"{hidden} of {total} figures {which} not drawn, by the presentation standard of the US National Center for "
        "Health Statistics: too few people, or an interval too wide. They stay in the table, with the reason."
    )


def care_sentence(rows: pd.DataFrame) -> str:
    """What the standard would have a statistician look at; empty where nothing."""
    marked = rows[rows["reliable"] & (rows["flag"] != "")]
    said = [f"{row_name(row)}: {row['flag'].removeprefix('with care: ')}" for _, row in marked.iterrows()]
    return f"Read with care: {'; '.join(said)}." if said else ""


def direct_comparison(odds_ratios: pd.DataFrame, adjustment: str) -> str:
    """The two ends against the middle fifth, in the model chosen; `adjustment` in words, "not adjusted" or "adjusted for …"."""
    ends = odds_ratios.set_index("quintile")
    if not ends.loc[[1, 5]].apply(excludes_1, axis=1).any():
        return (
            f"Compared directly with the middle fifth ({adjustment}), neither end is clearly apart from it: the odds ratio is "
            f"{ratio(ends.loc[1])} in the {FIFTHS[1]} and {ratio(ends.loc[5])} in the {FIFTHS[5]}; both intervals include 1."
        )
    said = [
        f"{ratio(ends.loc[quintile])} in the {FIFTHS[quintile]}, which {verdict(ends.loc[quintile])}"
        for quintile in (1, 5)
    ]
    return f"Compared directly with the middle fifth ({adjustment}), the odds ratio is {said[0]}, and {said[1]}."


def excludes_1(row: pd.Series) -> bool:
    """Whether the interval of an odds ratio leaves 1 out."""
    return bool(row["ci_low"] > 1 or row["ci_high"] < 1)


def verdict(row: pd.Series) -> str:
    """What an odds ratio's interval allows to say."""
    if row["ci_low"] > 1:
        return "is higher (its interval lies above 1)"
    if row["ci_high"] < 1:
        return "is lower (its interval lies below 1)"
    return "could be no difference (its interval includes 1)"


def arm(curve: pd.DataFrame, intake_mg: int) -> str:
    """ "higher", "lower" or "unclear": the curve at an intake against its reference."""
    point = curve.set_index("intake_mg").loc[intake_mg]
    if point["ci_low"] > 1:
        return "higher"
    return "lower" if point["ci_high"] < 1 else "unclear"


def curve_title(curve: pd.DataFrame, *, reference_mg: int) -> str:
    """What the curve's two arms allow to say."""
    low, high = arm(curve, LOW_MG), arm(curve, HIGH_MG)
    if low == high == "unclear":
        return f"Neither {LOW_MG} nor {HIGH_MG} mg a day differs clearly from {reference_mg} mg"
    if low == high:
        return f"The odds were {low} at {LOW_MG} and at {HIGH_MG} mg a day than at {reference_mg} mg"
    words = {"higher": "higher odds", "lower": "lower odds", "unclear": "no clear difference"}
    first = words[low][0].upper() + words[low][1:]
    return f"{first} at {LOW_MG} mg a day, {words[high]} at {HIGH_MG}, against {reference_mg} mg"


def curve_reading(curve: pd.DataFrame, test: pd.Series) -> str:
    """How to read the curve, and whether a straight line would do."""
    points, reference = curve.set_index("intake_mg"), int(test["reference_mg"])
    said = (
        f"**Read it like this:** people who ate about {LOW_MG} mg that day had {number(points.at[LOW_MG, 'odds_ratio'], 2)} "
        f"times the odds of people who ate {reference} mg (95% interval {number(points.at[LOW_MG, 'ci_low'], 2)} to "
        f"{number(points.at[LOW_MG, 'ci_high'], 2)}); at {HIGH_MG} mg, {ratio(points.loc[HIGH_MG])}. "
    )
    p = test["nonlinearity_p"]
    p_words = f"p below {LOWEST_P}" if p < LOWEST_P else f"p = {number(p, 3 if p < 0.1 else 2)}"
    bent = "fits the data worse than the curve" if p < 0.05 else "fits the data about as well as the curve"
    return f"{said}A straight line {bent} (test for a bend, {p_words})."


def share_words(count: int, total: int) -> str:
    """ "64 of 144 (44%)"."""
    return f"{number(count)} of {number(total)} ({percent(count / total, 0)})"
