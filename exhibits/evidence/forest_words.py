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
    drawn = [row for row in rows if row["kind"] == "drawn" and not row["out"]]
    left_out = sorted({row["study"] for row in rows if row["out"]})
    each = " ".join(f"{capital(question)}: {tally(block)}." for question, block in blocks.items())
    return words(
        title=f"{topic}: {_what_is_drawn(blocks, main)}",
        subtitle="Each block is one question, counted by itself. Square: the effect, larger for more people; line: its "
        "interval (95% unless marked). Filled: trials; hollow: observational. A study may give several results. Only "
        "results of the same measure share an axis; ratios stand on a log axis"
        + (
            f". Left out by the reader, drawn hollow and gray and not counted: {', '.join(left_out)}"
            if left_out
            else ""
        ),
        source="figures as printed in the studies named; certainty in GRADE's words, ours unless a study rated itself.",
        alt=f"Forest plot, {topic}: {count(len(drawn), 'result')} with an interval on "
        f"{count(len({row['panel'] for row in drawn}), 'axis', 'axes')}, "
        f"{sum(map(_unclear, drawn))} of them including no difference; "
        f"{count(sum(row['kind'] == 'words' for row in rows), 'result')} told in words; {count(len(gaps), 'question')} without a study. "
        + each,
    )


def _what_is_drawn(blocks: Blocks, main: str) -> str:
    """What the plot can say about its main question, and how much else is drawn; never a count across questions."""
    own = {  # a mixture is drawn, but the title speaks of magnesium
        question: found
        for question, rows in blocks.items()
        if (found := [row for row in rows if row["kind"] == "drawn" and row["magnesium"] and not row["out"]])
    }
    if not own:
        if any(row["out"] for rows in blocks.values() for row in rows):
            return "no interval is left"
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
    drawn = [row for row in rows if row["kind"] == "drawn" and not row["out"]]
    if not drawn:
        return "no interval is left" if any(row["out"] for row in rows) else "no result with an interval"
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


def what_remains(drawn: list[Row], left_out: list[str]) -> str:
    """Question by question, which way the intervals point that remain, and from where to where the estimates reach; markdown."""
    lines = []
    for question in dict.fromkeys(row["question"] for row in drawn):
        block = [row for row in drawn if row["question"] == question]
        if any(row["out"] for row in block):
            lines.append(f"- **{capital(question)}.** {capital(tally(block))}. {_reach(block)}".rstrip())
    return (
        f"**Left out: {', '.join(left_out)}.** What remains of the questions that had them:\n\n"
        + "\n".join(lines)
        + "\n\nNothing was pooled anew. A pooled result of others that counts a study left out here still counts it."
    )


def _reach(block: list[Row]) -> str:
    """From the lowest to the highest estimate that remains, measure by measure, and whose they are."""
    said = []
    for panel in dict.fromkeys(row["panel"] for row in block):
        rows = [row for row in block if row["panel"] == panel and not row["out"]]
        if rows:
            low, high = (as_printed(end["estimate"], end["digits"]) for end in _ends(rows))
            names = ", ".join(dict.fromkeys(row["study"] for row in rows))
            reach = f"estimates from {low} to {high}" if len(rows) > 1 else f"one estimate, {low}"
            said.append(f"{rows[0]['measure']}: {reach} ({names}).")
    return " ".join(said)


def _ends(rows: list[Row]) -> tuple[Row, Row]:
    return min(rows, key=lambda row: row["estimate"]), max(rows, key=lambda row: row["estimate"])


def capital(said: str) -> str:
    """The words as a sentence begins with them."""
    return said[:1].upper() + said[1:]


def side_words(row: Row, side: str) -> str:
    """The words of one side of an axis, and whether it is the better one."""
    return f"{row[side]} (better)" if row["better"] == side else row[side]


def as_printed(value: float, digits: float) -> str:
    """A figure with the decimals of its study."""
    return number(value, int(digits))
