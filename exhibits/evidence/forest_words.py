"""What the forest plot says: counts within one question only, in the words of its axes."""

from __future__ import annotations

from exhibits.base import words
from exhibits.evidence.names import count
from exhibits.rounding import number
from exhibits.rows import Row

Blocks = dict[str, list[Row]]
"""Question → its rows, the main question first."""


def forest_words(blocks: Blocks, gaps: list[Row], topic: str, main: str) -> dict[str, str]:
    """Title, subtitle, source and alternative text of a plot; `gaps` are its questions without a study."""
    rows = [row for block in blocks.values() for row in block]
    drawn = [row for row in rows if row["kind"] == "drawn"]
    each = " ".join(f"{capital(question)}: {tally(block)}." for question, block in blocks.items())
    return words(
        title=f"{topic}: {_what_is_drawn(blocks, main)}",
        subtitle="Each block is one question, counted by itself. Square: the effect, larger for more people; line: its "
        "interval (95% unless marked). Filled: trials; hollow: observational. A study may give several results. Only "
        "results of the same measure share an axis; ratios stand on a log axis",
        source="figures as printed in the studies named; certainty in GRADE's words, ours unless a study rated itself.",
        alt=f"Forest plot, {topic}: {count(len(drawn), 'result')} with an interval on "
        f"{count(len({row['panel'] for row in drawn}), 'axis', 'axes')}, "
        f"{sum(map(_unclear, drawn))} of them including no difference; "
        f"{count(len(rows) - len(drawn), 'result')} told in words; {count(len(gaps), 'question')} without a study. "
        + each,
    )


def _what_is_drawn(blocks: Blocks, main: str) -> str:
    """What the plot can say about its main question, and how much else is drawn; never a count across questions."""
    own = {  # a mixture is drawn, but the title speaks of magnesium
        question: found
        for question, rows in blocks.items()
        if (found := [row for row in rows if row["kind"] == "drawn" and row["magnesium"]])
    }
    if not own:
        return "no result for magnesium itself came with an interval"
    others = {question: rows for question, rows in own.items() if question != main}
    results = sum(map(len, others.values()))
    if main in own:
        more = f"; {count(results, 'result')} on {count(len(others), 'other question')}" if others else ""
        return f"on {main}, {tally(own[main])}{more}"
    ways = {row["way"] for rows in others.values() for row in rows}
    which = f", {'all ' if results > 1 else ''}{min(ways)}" if len(ways) == 1 else f" on {len(others)} questions"
    return f"{count(results, 'result')} with an interval{which}; none on {main}"


def _unclear(row: Row) -> bool:
    """Whether the interval includes no difference; a bound that touches it includes it."""
    return row["ci_low"] <= row["no_difference"] <= row["ci_high"]


def tally(rows: list[Row]) -> str:
    """Which way the intervals of one question point, in the words of their axes."""
    drawn = [row for row in rows if row["kind"] == "drawn"]
    if not drawn:
        return "no result with an interval"
    sides = [
        row["less"] if row["ci_high"] < row["no_difference"] else row["more"] for row in drawn if not _unclear(row)
    ]
    total, none = len(drawn), len(drawn) - len(sides)
    if total == 1:
        return f"the one interval says {sides[0]}" if sides else "the one interval includes no difference"
    if not sides:
        return f"{'both' if total == 2 else f'all {total}'} intervals include no difference"
    said = [f"{sides.count(side)} of {total} intervals: {side}" for side in dict.fromkeys(sides)]
    if none:
        said.append(f"{none} {'includes' if none == 1 else 'include'} no difference")
    studies = len({row["study"] for row in drawn})
    return f"{'; '.join(said)} ({count(studies, 'study', 'studies')})"


def capital(said: str) -> str:
    """The words as a sentence begins with them."""
    return said[:1].upper() + said[1:]


def side_words(row: Row, side: str) -> str:
    """The words of one side of an axis, and whether it is the better one."""
    return f"{row[side]} (better)" if row["better"] == side else row[side]


def as_printed(value: float, digits: float) -> str:
    """A figure with the decimals of its study."""
    return number(value, int(digits))
