"""How estimates are told: with their intervals, computed from the rows shown, and never surer than the intervals.

A row is one of `data.survey.estimate_prevalence` or `data.associations`, as `exhibits.rows` gives it. Two estimates are
told apart only where their 95% intervals do not meet, which is stricter than a test. A verdict that hangs on a trifle is
told as one (`only_just`), and one interval that leaves 1 out beside one that does not is never told as a difference
between the two.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import permutations

import pandas as pd

from exhibits.rounding import number, percent
from exhibits.rows import Row

FIFTHS = {1: "lowest fifth", 2: "second fifth", 3: "middle fifth", 4: "fourth fifth", 5: "highest fifth"}
LONGEST_TITLE = 80
LIMIT_BEND = 0.05  # p value below which a curve is said to bend
LOWEST_P = 0.001  # below it a p value is not told to the digit
JUST = 0.05  # share of an interval's length; docs/methods.md says what it comes to
FEW_PEOPLE = 30  # below it the number of people is reason enough
VERY_UNCERTAIN_WORDS = "very uncertain: the upper bound is over twice the lower"
VERY_UNCERTAIN = 2  # an upper bound over twice the lower one is drawn, and called very uncertain


# Figures ---------------------------------------------------------------------------------------------------------------


def interval(row: Row, digits: int = 1) -> str:
    """ "11.5% (9.4 to 13.9)" of a proportion."""
    low, high = number(row["ci_low"] * 100, digits), number(row["ci_high"] * 100, digits)
    return f"{percent(row['prevalence'], digits)} ({low} to {high})"


def ratio(row: Row) -> str:
    """ "1.42 (1.05 to 1.93)" of an odds ratio."""
    low, high = bounds(row)
    return f"{number(row['odds_ratio'], 2)} ({low} to {high})"


def bounds(row: Row) -> tuple[str, str]:
    """Both ends of an odds ratio's interval, to two digits, or to as many as tell on which side of 1 an end lies."""
    return beside(row["ci_low"]), beside(row["ci_high"])


def told_bounds(low: Iterable[float], high: Iterable[float]) -> list[tuple[str, str]]:
    """The same of many intervals, for what a chart says at a point."""
    return [(beside(one), beside(other)) for one, other in zip(low, high, strict=True)]


def beside(value: float, limit: float = 1, digits: int = 2) -> str:
    """A value to `digits`, or to as many (two more at most) as tell on which side of a limit it lies."""
    told = (number(value, digits + more) for more in (0, 1, 2))
    return next((said for said in told if float(said.replace(",", "")) != limit), number(value, digits))


def kept(value: float) -> float:
    """An odds ratio or a bound of its interval for a table to take away: three digits, or as many as tell it from 1."""
    return float(beside(value, digits=3).replace(",", "").replace("−", "-"))


def p_words(p: float) -> str:
    """ "p = 0.011" or "p below 0.001"."""
    return f"p below {LOWEST_P}" if p < LOWEST_P else f"p = {p_figure(p)}"


def p_figure(p: float) -> str:
    """ "0.011", "0.94" or "below 0.001": with as many digits as tell on which side of 0.05 it lies."""
    return f"below {LOWEST_P}" if p < LOWEST_P else beside(p, LIMIT_BEND, 3 if p < 0.1 else 2)


def kept_p(p: float) -> float:
    """A p value for a table to take away: four digits, or as many as tell it from 0.05."""
    return float(beside(p, LIMIT_BEND, 4))


def count_words(count: int, total: int) -> str:
    """ "64 of 144": a count of a list that somebody made, so never a percentage."""
    return f"{number(count)} of {number(total)}"


# Verdicts --------------------------------------------------------------------------------------------------------------


def separate(low: Row, high: Row) -> bool:
    """Whether the interval of `low` lies wholly below that of `high`."""
    return bool(low["ci_high"] < high["ci_low"])


def separated_pairs(fifths: Sequence[Row]) -> list[tuple[int, int]]:
    """Pairs (lower, higher) of quintiles whose intervals do not meet, among the rows that may be shown."""
    shown = [row for row in fifths if row["reliable"]]
    return [(a["quintile"], b["quintile"]) for a, b in permutations(shown, 2) if separate(a, b)]


def only_just(gap: float, length: float) -> bool:
    """Whether a verdict hangs on a trifle: what decides it lies nearer than a twentieth of the interval's length."""
    return abs(gap) < JUST * length


def only_just_by_1(row: Row) -> bool:
    """Whether an odds ratio's interval only just leaves 1 out, or only just includes it; on the log scale."""
    low, high = math.log(row["ci_low"]), math.log(row["ci_high"])
    return only_just(min(abs(low), abs(high)), high - low)


def excludes_1(row: Row) -> bool:
    """Whether the interval of an odds ratio leaves 1 out."""
    return bool(row["ci_low"] > 1 or row["ci_high"] < 1)


def verdict(row: Row) -> str:
    """What an odds ratio's interval allows to say: of this sample, and no surer than the interval."""
    just = "only just " if only_just_by_1(row) else ""
    if not excludes_1(row):
        return f"could be no difference (its interval {just}includes 1)"
    way, side = ("higher", "above") if row["ci_low"] > 1 else ("lower", "below")
    return f"is {way} in this sample (its interval lies {just}{side} 1)"


def is_very_uncertain(row: Row) -> bool:
    """Whether the interval of a proportion is wide for its estimate."""
    return bool(row["ci_high"] > VERY_UNCERTAIN * row["ci_low"])


# Names -----------------------------------------------------------------------------------------------------------------


def in_fifths(rows: Sequence[Row]) -> bool:
    """Whether the rows are fifths of intake, and not 50 mg steps."""
    return not any(pd.isna(row["quintile"]) for row in rows)


def fifth_short(quintile: int) -> str:
    """ "second" for 2."""
    return FIFTHS[quintile].removesuffix(" fifth")


FIFTH_NAMES = tuple(fifth_short(quintile).capitalize() for quintile in FIFTHS)


def fifth_or_band(row: Row) -> str:
    """ "Lowest", or "50 to 100" of a row that is no fifth: what the table calls it."""
    return band_words(row, "") if pd.isna(row["quintile"]) else FIFTH_NAMES[row["quintile"] - 1]


def row_name(row: Row) -> str:
    """ "lowest fifth", or "step 50 to 100 mg" of a row that is no fifth."""
    return f"step {band_words(row)}" if pd.isna(row["quintile"]) else FIFTHS[row["quintile"]]


def band_words(row: Row, unit: str = " mg") -> str:
    """The intakes of a row: "168 mg or less", "168 to 225 mg", "above 377 mg"; without unit where a column names it."""
    low, high = row["intake_low_mg"], row["intake_high_mg"]
    if math.isnan(high):
        return f"above {number(low)}{unit}"
    return f"{number(high)}{unit} or less" if low == 0 else f"{number(low)} to {number(high)}{unit}"


def too_few(row: Row) -> str:
    """What stands in the place of a point that must not be drawn, with the reason where the number of people is not it."""
    if row["n"] == 0:
        return "Nobody in this group."
    people = "1 person" if row["n"] == 1 else f"{number(row['n'])} people"
    said = f"Too few to say ({people})."
    why = row["flag"].removeprefix("not shown: ")
    return said if row["n"] < FEW_PEOPLE else f"{said} {why[0].upper()}{why[1:]}."


def too_few_short(row: Row) -> str:
    """The same in three short lines, where fifths stand close."""
    if row["n"] == 0:
        return "Nobody"
    why = "Interval<br>too wide" if "interval" in row["flag"] else "Too few<br>to say"
    return f"{why}<br>({number(row['n'])})"


def fitting(title: str, shorter: str) -> str:
    """The title, or the shorter one where it would not fit."""
    return title if len(title) <= LONGEST_TITLE else shorter
