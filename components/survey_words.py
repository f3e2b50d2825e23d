"""Sentences about survey estimates, computed from the rows shown and never surer than their intervals.

Everything takes rows of `data.survey.estimate_prevalence` or `data.associations`, as `components.rows` gives them, or a whole
curve, and gives words. Two estimates are told apart only where their 95% intervals do not meet, which is stricter than a test.
A verdict that hangs on a trifle is told as one (`only_just`), and one interval that leaves 1 out beside one that does not is
never told as a difference between the two.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import permutations
from operator import itemgetter

import numpy as np
import pandas as pd

from components.captions import number, percent
from components.rows import Row

FIFTHS = {1: "lowest fifth", 2: "second fifth", 3: "middle fifth", 4: "fourth fifth", 5: "highest fifth"}
LONGEST_TITLE = 80
LOW_MG, HIGH_MG = 100, 500  # where a curve's two arms are judged: near its outer knots, so inside the data
LOWEST_P = 0.001
JUST = 0.05  # share of an interval's length; docs/methods.md says what it comes to
LIMIT_P, BORDERLINE_P = (
    0.05,
    (0.03, 0.08),
)  # p values for which a 95% interval would only just leave 1 out, or include it
FEW_PEOPLE = 30  # below it the number of people is reason enough


def point(curve: pd.DataFrame, intake_mg: int) -> Row:
    """The row of a curve at an intake that it has."""
    place = int(np.flatnonzero(curve["intake_mg"].to_numpy() == intake_mg)[0])
    return {name: curve[name].to_numpy()[place] for name in ("odds_ratio", "ci_low", "ci_high")}


def separate(low: Row, high: Row) -> bool:
    """Whether the interval of `low` lies wholly below that of `high`."""
    return bool(low["ci_high"] < high["ci_low"])


def only_just(gap: float, length: float) -> bool:
    """Whether a verdict hangs on a trifle: what decides it lies nearer than a twentieth of the interval's length."""
    return abs(gap) < JUST * length


def only_just_by_1(row: Row) -> bool:
    """Whether an odds ratio's interval only just leaves 1 out, or only just includes it; on the log scale."""
    low, high = math.log(row["ci_low"]), math.log(row["ci_high"])
    return only_just(min(abs(low), abs(high)), high - low)


def separated_pairs(fifths: Sequence[Row]) -> list[tuple[int, int]]:
    """Pairs (lower, higher) of quintiles whose intervals do not meet, among the rows that may be shown."""
    shown = [row for row in fifths if row["reliable"]]
    return [(a["quintile"], b["quintile"]) for a, b in permutations(shown, 2) if separate(a, b)]


def prevalence_title(rows: Sequence[Row], *, outcome: str, who: str, standardized: bool = False) -> str:
    """The finding of a prevalence chart, told as not adjusted, or what is shown where the intervals carry none."""
    name = outcome[0].upper() + outcome[1:]
    if not any(row["reliable"] for row in rows):
        return fitting(f"Too few to say: {outcome} by intake, {who}", f"Too few to say: {outcome} in this group")
    plain = fitting(f"{name} by magnesium intake, {who}", f"{name} by magnesium intake, the chosen group")
    if not in_fifths(rows) or not all(row["reliable"] for row in rows):
        return plain
    before = f"{'Standardized' if standardized else 'Before adjustment'}: {outcome}"
    pairs = separated_pairs(rows)
    if any((middle, 1) in pairs and (middle, 5) in pairs for middle in (2, 3, 4)):
        return f"{before} more common at both ends than the middle"
    for low, high in ((5, 1), (1, 5), (3, 1), (2, 1), (4, 1), (3, 5), (2, 5), (4, 5), *pairs):
        if (low, high) in pairs:
            return f"{before} more common in {fifth_short(high)} than {fifth_short(low)} fifth"
    return plain


def in_fifths(rows: Sequence[Row]) -> bool:
    """Whether the rows are fifths of intake, and not 50 mg steps."""
    return not any(pd.isna(row["quintile"]) for row in rows)


def fifth_short(quintile: int) -> str:
    """ "second" for 2."""
    return FIFTHS[quintile].removesuffix(" fifth")


def fitting(title: str, shorter: str) -> str:
    """The title, or the shorter one where it would not fit."""
    return title if len(title) <= LONGEST_TITLE else shorter


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


def too_few(row: Row) -> str:
    """What stands in the place of a point that must not be drawn, with the reason where the number of people is not it."""
    if row["n"] == 0:
        return "Nobody in this group."
    people = "1 person" if row["n"] == 1 else f"{number(row['n'])} people"
    said = f"Too few to say ({people})."
    why = row["flag"].removeprefix("not shown: ")
    return said if row["n"] < FEW_PEOPLE else f"{said} {why[0].upper()}{why[1:]}."


def band_words(row: Row, unit: str = " mg") -> str:
    """The intakes of a row: "168 mg or less", "168 to 225 mg", "above 377 mg"; without unit where a column names it."""
    low, high = row["intake_low_mg"], row["intake_high_mg"]
    if math.isnan(high):
        return f"above {number(low)}{unit}"
    return f"{number(high)}{unit} or less" if low == 0 else f"{number(low)} to {number(high)}{unit}"


def row_name(row: Row) -> str:
    """ "lowest fifth", or "step 50 to 100 mg" of a row that is no fifth."""
    return f"step {band_words(row)}" if pd.isna(row["quintile"]) else FIFTHS[row["quintile"]]


def lowest_and_highest(rows: Sequence[Row]) -> str:
    """Which fifth or step is lowest and which highest, and whether their intervals meet."""
    shown = [row for row in rows if row["reliable"]]
    if len(shown) < 2:
        return f"There are too few people to compare the {'fifths' if in_fifths(rows) else 'steps'} of intake."
    low, high = (end(shown, key=itemgetter("prevalence")) for end in (min, max))
    said = (
        f"The lowest figure is in the {row_name(low)}, {interval(low)}; "
        f"the highest in the {row_name(high)}, {interval(high)}. "
    )
    gap = high["ci_low"] - low["ci_high"]
    just = only_just(gap, max(row["ci_high"] - row["ci_low"] for row in (low, high)))
    if separate(low, high):
        said += f"Their intervals {'only just miss each other' if just else 'do not overlap'}."
    else:
        said += f"Their intervals {'only just ' if just else ''}overlap, so this table alone cannot say which of the two is really higher."
    return f"{said} The pair was picked after the fact, as the two furthest apart, so it looks more different than it may be."


def pairs_sentence(rows: Sequence[Row]) -> str:
    """How many pairs of fifths are told apart by their intervals."""
    shown = sum(row["reliable"] for row in rows)
    possible, found = shown * (shown - 1) // 2, len(separated_pairs(rows))
    if possible == 0:
        return ""
    if not found:
        which = "The intervals of both overlap" if possible == 1 else f"All {possible} pairs of intervals overlap"
        return f"{which}; overlap alone does not rule out a difference."
    count = "1 has" if found == 1 else f"{found} have"
    pairs = "pair" if possible == 1 else "pairs"
    return f"Of the {possible} {pairs} of fifths shown, {count} intervals that do not overlap."


def hidden_sentence(rows: Sequence[Row]) -> str:
    """What is not drawn, and by whose rule; empty where everything is."""
    hidden, total = sum(not row["reliable"] for row in rows), len(rows)
    if not hidden:
        return ""
    which = "is" if hidden == 1 else "are"
    return (
        f"{hidden} of {total} figures {which} not drawn, by the presentation standard of the US National Center for "
        "Health Statistics: too few people, or an interval too wide. The table keeps the row, with the reason."
    )


def care_sentence(rows: Sequence[Row]) -> str:
    """What the standard would have a statistician look at; empty where nothing."""
    marked = [row for row in rows if row["reliable"] and row["flag"]]
    said = [f"{row_name(row)}: {row['flag'].removeprefix('with care: ')}" for row in marked]
    return f"Read with care: {'; '.join(said)}." if said else ""


def direct_comparison(odds_ratios: Sequence[Row], adjustment: str) -> str:
    """The two ends against the middle fifth, in the model chosen; `adjustment` in words, "not adjusted" or "adjusted for …"."""
    low, high = (next(row for row in odds_ratios if row["quintile"] == end) for end in (1, 5))
    said = (
        f"Compared directly with the middle fifth ({adjustment}), the odds ratio is {ratio(low)} in the {FIFTHS[1]}, which "
        f"{verdict(low)}, and {ratio(high)} in the {FIFTHS[5]}, which {verdict(high)}."
    )
    if excludes_1(low) == excludes_1(high):
        return said
    return (
        f"{said} That one interval leaves 1 out and the other does not is no difference between the two ends, which were not "
        "compared with each other."
    )


def after_adjustment(odds_ratios: Sequence[Row]) -> str:
    """What is left once adjusted, as estimates without a verdict, for below a title that says "before adjustment"."""
    low, high = (next(ratio(row) for row in odds_ratios if row["quintile"] == end) for end in (1, 5))
    return f"After adjustment, the odds ratio against the middle fifth is {low} in the {FIFTHS[1]} and {high} in the {FIFTHS[5]}"


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


def curve_title(curve: pd.DataFrame, *, reference_mg: int) -> str:
    """The curve's two arms with their intervals; none is called different or not, which a bound near 1 would decide."""
    low, high = (ratio(point(curve, intake)) for intake in (LOW_MG, HIGH_MG))
    title = f"Odds {low} at {LOW_MG} mg and {high} at {HIGH_MG}, against {reference_mg}"
    return fitting(title, f"Odds ratio by intake, against {reference_mg} mg a day")


def curve_reading(curve: pd.DataFrame, test: pd.Series, *, outcome: str, adjusted: str, lowest: Row) -> str:
    """How to read the curve, and what the test for a bend says.

    `adjusted` is "adjusted" or "not adjusted"; `lowest` the odds ratio of the lowest fifth, which is easily taken for the curve's.
    """
    low, reference = point(curve, LOW_MG), int(test["reference_mg"])
    return (
        f"**Read it like this:** people who ate about {LOW_MG} mg that day had {number(low['odds_ratio'], 2)} times the odds of "
        f"{outcome} of people who ate {reference} mg ({adjusted}; 95% interval {' to '.join(bounds(low))}); at {HIGH_MG} mg, "
        f"{ratio(point(curve, HIGH_MG))}. These compare two points of the curve. All people of the {FIFTHS[1]} against all of "
        f"the middle one are another comparison, {ratio(lowest)}. {bend_sentence(test['nonlinearity_p'])}"
    )


def bend_sentence(p: float) -> str:
    """What the test for a bend says: a large p value is no proof of a straight line."""
    told = f"p below {LOWEST_P}" if p < LOWEST_P else f"p = {beside(p, LIMIT_P, 3 if p < 0.1 else 2)}"
    just = BORDERLINE_P[0] < p < BORDERLINE_P[1]
    if p < LIMIT_P:
        return f"In this sample a straight line fits {'only just ' if just else ''}worse than the curve (test for a bend, {told})."
    return (
        f"The data {'fall just short of showing' if just else 'do not show'} a bend ({told}); they do not rule one out."
    )


def count_words(count: int, total: int) -> str:
    """ "64 of 144": a count of a list that somebody made, so never a percentage."""
    return f"{number(count)} of {number(total)}"
