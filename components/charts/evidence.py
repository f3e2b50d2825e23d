"""Charts of the Evidence page: verdicts by article, and the forest plot by topic.

Verdicts are words with a shape, never red and green. In the forest plot position is the effect, four marks and a word
the certainty, square size and a figure the amount; a result without an interval is words, a missing study a dashed line.
"""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from components.captions import number
from components.charts.base import PALETTE, TYPE, Chart, blank, layout, rule, texts, words, wrapped

VERDICTS = {
    "well_supported": ("well supported", "circle"),
    "partly_supported": ("partly supported", "circle-open-dot"),
    "contested": ("contested", "diamond"),
    "unsupported": ("unsupported", "circle-open"),
    "contradicted": ("contradicted", "x"),
}
CERTAINTY = {
    "high": ("●●●●", "high"),
    "moderate": ("●●●○", "moderate"),
    "low": ("●●○○", "low"),
    "very_low": ("●○○○", "very low"),
}


# --- Verdicts by article -------------------------------------------------------------------------------------------


def verdicts_chart(claims: pd.DataFrame, *, mode: str, size: str = "wide") -> go.Figure:
    """A mark for each claim: articles as rows, verdicts as columns.

    Expects code, article (readable), verdict (a key of VERDICTS), overclaim (bool), claim; at least one row.
    """
    color, text = PALETTE[mode], TYPE[size]
    cells: dict[str, dict[str, list[dict]]] = {}
    for claim in claims.to_dict("records"):
        cells.setdefault(claim["article"], {verdict: [] for verdict in VERDICTS})[claim["verdict"]].append(claim)
    draw = _verdicts_narrow if size == "narrow" else _verdicts_wide
    data, shapes, height, axes = draw(cells, color, text, size)
    figure = layout(mode, size, height=height, meta=_verdict_words(cells), margin={"t": 4})
    return Chart(data=data, layout=figure | axes | {"shapes": shapes})


def _verdict_words(cells: dict[str, dict[str, list[dict]]]) -> dict[str, str]:
    claims = [claim for row in cells.values() for part in row.values() for claim in part]
    total, over = len(claims), sum(claim["overclaim"] for claim in claims)
    good = sum(claim["verdict"] == "well_supported" for claim in claims)
    each = "; ".join(
        f"{article}: " + ", ".join(f"{len(row[key])} {word}" for key, (word, _) in VERDICTS.items() if row[key])
        for article, row in cells.items()
    )
    return words(
        title=f"{good} of {_count(total, 'claim')} {'is' if 1 in (good, total) else 'are'} well supported; "
        f"{over} {'says' if over == 1 else 'say'} too much",
        subtitle="Each mark is a claim, counted in the article it is taken from. “Says too much”: more than the "
        "evidence allows, whatever the verdict",
        source="our reading of five web articles against the studies listed here; wording of the claims is ours.",
        alt=f"Marks for {_count(total, 'claim')} by article and verdict. {each}.",
    )


def _count(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


class _Marks:
    """All marks of the picture, drawn as one trace."""

    def __init__(self):
        self.x: list[float] = []
        self.y: list[float] = []
        self.symbol: list[str] = []
        self.text: list[str] = []

    def add(self, part: list[dict], x: list[float], y: list[float], symbol: str) -> None:
        self.x += x
        self.y += y
        self.symbol += [symbol] * len(x)
        self.text += [wrapped(f"{claim['code']}: {claim['claim']}", 50) for claim in part]

    def trace(self, color: dict, size: float) -> dict:
        line = {"color": color["ink"], "width": 1.5}
        return {
            "type": "scatter",
            "mode": "markers",
            "x": self.x,
            "y": self.y,
            "marker": {"symbol": self.symbol, "size": size, "color": color["ink"], "line": line},
            "text": self.text,
            "hovertemplate": "%{text}<extra></extra>",
        }


def _verdicts_wide(cells, color, text, size):
    per_line, marks, shapes, y = 7, _Marks(), [], 0.0
    names, numbers = [], []
    for article, row in cells.items():
        total = sum(map(len, row.values()))
        lines = max(1, math.ceil(max(map(len, row.values())) / per_line))
        names.append((0, y - (lines - 1) / 2, f"{article}<br>{_count(total, 'claim')}"))
        for column, (verdict, (_, symbol)) in enumerate(VERDICTS.items()):
            part = row[verdict]
            start = 1.32 + column
            numbers.append((start - 0.09, y, str(len(part)) if len(part) else "–"))
            if part:
                x = [start + 0.05 + 0.095 * (i % per_line) for i in range(len(part))]
                at = [y - i // per_line for i in range(len(part))]
                marks.add(part, x, at, symbol)
        y -= lines + 0.55
        shapes.append(rule(0, 1, y + 0.78, y + 0.78, color["grid"], xref="paper"))
    heads = [(1.17 + column, 1.15, word) for column, (word, _) in enumerate(VERDICTS.values())]
    data = [
        marks.trace(color, text["mark"] + 2),
        texts(*_columns(names), color=color["ink"], size=text["body"]),
        texts(*_columns(numbers), color=color["muted"], size=text["body"], position="middle center"),
        texts(*_columns(heads), color=color["ink"], size=text["body"]),
    ]
    row_px = 44 if size == "projector" else 27
    axes = {"xaxis": blank(range=[0, 6.15]), "yaxis": blank(range=[y + 0.6, 1.7])}
    return data, shapes, round((1.1 - y) * row_px) + 10, axes


def _verdicts_narrow(cells, color, text, size):
    marks, shapes, y = _Marks(), [], 0.0
    names, labels = [], []
    for article, row in cells.items():
        total = sum(map(len, row.values()))
        names.append((0, y, f"<b>{article}</b> · {_count(total, 'claim')}"))
        y -= 1
        for verdict, (word, symbol) in VERDICTS.items():
            part = row[verdict]
            if not part:
                continue
            labels.append((0, y, f"{len(part)} {word}"))
            step = min(0.036, 0.58 / len(part))
            x = [0.42 + step * i for i in range(len(part))]
            marks.add(part, x, [y] * len(part), symbol)
            y -= 1
        shapes.append(rule(0, 1, y + 0.45, y + 0.45, color["grid"], xref="paper"))
        y -= 0.4
    data = [
        marks.trace(color, text["mark"]),
        texts(*_columns(names), color=color["ink"], size=text["body"]),
        texts(*_columns(labels), color=color["ink"], size=text["small"]),
    ]
    axes = {"xaxis": blank(range=[0, 1.02]), "yaxis": blank(range=[y + 0.3, 0.7])}
    return data, shapes, round((1 - y) * 24) + 10, axes


def _columns(rows: list[tuple[float, float, str]]) -> tuple[list[float], list[float], list[str]]:
    x, y, said = zip(*rows, strict=True)
    return list(x), list(y), list(said)


# --- Forest plot ---------------------------------------------------------------------------------------------------


def forest_chart(rows: pd.DataFrame, *, topic: str, main: str, mode: str, size: str = "wide") -> go.Figure:
    """Results of one topic in blocks of one question each, then what was never tested.

    Within a block each measure has its own axis, and results without an interval follow in words. Results are counted
    within one question only. Expects, in drawing order: kind ("drawn", "words" or "gap"), label, study; but for gaps
    question (in words) and way; for drawn rows panel, measure, log, no_difference, less, more, better ("less", "more"
    or neither), estimate, ci_low, ci_high, interval_pct, digits, trials, magnesium (False for mixtures), certainty,
    design, people; for rows in words said, certainty, design, people. `topic` and `main`, its main question, are words.
    Intervals are as printed. At least one row.
    """
    canvas = _Canvas(mode, size)
    records = rows.to_dict("records")  # once: plain rows are far quicker than a frame asked cell by cell
    gaps = [row for row in records if row["kind"] == "gap"]
    blocks: dict[str, list[dict]] = {main: []}
    for row in records:
        if row["kind"] != "gap":
            blocks.setdefault(row["question"], []).append(row)
    for question, block in blocks.items():
        canvas.question(question, block)
    canvas.block("No study found", gaps)
    return canvas.figure(_forest_words(blocks, gaps, topic, main))


def _forest_words(blocks: dict[str, list[dict]], gaps: list[dict], topic: str, main: str) -> dict[str, str]:
    rows = [row for block in blocks.values() for row in block]
    drawn = [row for row in rows if row["kind"] == "drawn"]
    each = " ".join(f"{_capital(question)}: {_tally(block)}." for question, block in blocks.items())
    return words(
        title=f"{topic}: {_what_is_drawn(blocks, main)}",
        subtitle="Each block is one question, counted by itself. Square: the effect, larger for more people; line: its "
        "interval (95% unless marked). Filled: trials; hollow: observational. A study may give several results. Only "
        "results of the same measure share an axis; ratios stand on a log axis",
        source="figures as printed in the studies named; certainty in GRADE's words, ours unless a study rated itself.",
        alt=f"Forest plot, {topic}: {_count(len(drawn), 'result')} with an interval on "
        f"{_count(len({row['panel'] for row in drawn}), 'axis', 'axes')}, "
        f"{sum(map(_unclear, drawn))} of them including no difference; "
        f"{_count(len(rows) - len(drawn), 'result')} told in words; {_count(len(gaps), 'question')} without a study. "
        + each,
    )


def _what_is_drawn(blocks: dict[str, list[dict]], main: str) -> str:
    """What the plot can say about its main question, and how much else is drawn; never a count across questions."""
    own = {  # a mixture is drawn, but the title speaks of magnesium
        question: found
        for question, rows in blocks.items()
        if (found := [row for row in rows if row["kind"] == "drawn" and row["magnesium"]])
    }
    if not own:
        return "no result for magnesium itself came with an interval"
    others = {question: rows for question, rows in own.items() if question != main}
    count = sum(map(len, others.values()))
    ways = {row["way"] for rows in others.values() for row in rows}
    if main in own:
        more = f"; {_count(count, 'result')} on {_count(len(others), 'other question')}" if others else ""
        return f"on {main}, {_tally(own[main])}{more}"
    which = f", {'all ' if count > 1 else ''}{min(ways)}" if len(ways) == 1 else f" on {len(others)} questions"
    return f"{_count(count, 'result')} with an interval{which}; none on {main}"


def _unclear(row: dict) -> bool:
    """Whether the interval includes no difference; a bound that touches it includes it."""
    return row["ci_low"] <= row["no_difference"] <= row["ci_high"]


def _tally(rows: list[dict]) -> str:
    """Which way the intervals of one question point, in the words of their axes."""
    drawn = [row for row in rows if row["kind"] == "drawn"]
    if not drawn:
        return "no result with an interval"
    sides = [
        row["less"] if row["ci_high"] < row["no_difference"] else row["more"] for row in drawn if not _unclear(row)
    ]
    total, none = len(drawn), len(drawn) - len(sides)
    if not sides:
        return (
            "the one interval includes no difference"
            if total == 1
            else f"{'both' if total == 2 else f'all {total}'} intervals include no difference"
        )
    if total == 1:
        return f"the one interval says {sides[0]}"
    said = [f"{sides.count(side)} of {total} intervals: {side}" for side in dict.fromkeys(sides)]
    if none:
        said.append(f"{none} {'includes' if none == 1 else 'include'} no difference")
    studies = len({row["study"] for row in drawn})
    return f"{'; '.join(said)} ({_count(studies, 'study', 'studies')})"


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


ROW_PX = {"wide": 50, "narrow": 0, "projector": 78}  # a row with two lines of text
LINE_PX = {"wide": 19, "narrow": 18, "projector": 29}  # a line of text
LETTERS = {"wide": 50, "narrow": 46, "projector": 34}  # in a line of a label
HEAD_LETTERS = {"wide": 118, "narrow": 40, "projector": 78}  # in a line of a heading
PLOT = {"wide": (0.35, 0.61), "narrow": (0.02, 0.98), "projector": (0.36, 0.6)}  # where the axis lies, of 0 to 1
COLUMNS = {"effect": 0.635, "certainty": 0.785, "amount": 0.885}


class _Canvas:
    """Collects marks from top to bottom in pixels; x runs over the figure from 0 to 1."""

    def __init__(self, mode: str, size: str):
        self.color, self.text, self.mode, self.size = PALETTE[mode], TYPE[size], mode, size
        self.narrow = size == "narrow"
        self.left, self.right = PLOT[size]
        self.y = 6.0
        self.lines: dict[tuple[str, float, str], tuple[list, list]] = {}
        self.squares: list[tuple[float, float, float, str, str]] = []  # x, y, size, fill, words
        self.said: dict[tuple[str, str, str], list[tuple[float, float, str]]] = {}

    def write(self, x: float, y: float, what: str, tone: str = "ink", px: str = "small", anchor: str = "middle right"):
        self.said.setdefault((tone, px, anchor), []).append((x, y, what))

    def line(
        self, x0: float, x1: float, y0: float, y1: float, color: str, width: float = 1, dash: str = "solid"
    ) -> None:
        """A straight line; all lines of one look are one trace, which is far cheaper than a shape each."""
        x, y = self.lines.setdefault((color, width, dash), ([], []))
        x += [x0, x1, None]
        y += [y0, y1, None]

    def heading(self, what: str) -> None:
        said = wrapped(what, HEAD_LETTERS[self.size])
        lines = said.count("<br>") + 1
        self.y += 10
        self.line(0, 1, self.y, self.y, self.color["axis"])
        line = LINE_PX[self.size]
        self.y += 8 + line * lines / 2
        self.write(0, self.y, f"<b>{said}</b>", px="body")
        self.y += line * lines / 2 + 4

    def question(self, question: str, rows: list[dict]) -> None:
        """The block of one question: its heading and tally, its axes, then its results in words."""
        self.heading(_capital(question))
        told = [row for row in rows if row["kind"] == "words"]
        only_told = told and len(told) == len(rows)
        self.note(_capital(_tally(rows)) + (": told in words, not drawn" if only_told else ""), "ink")
        panels: dict[str, list[dict]] = {}
        for row in rows:
            if row["kind"] == "drawn":
                panels.setdefault(row["panel"], []).append(row)
        for panel in panels.values():
            self.panel(panel)
        if told and not only_told:
            self.note("Printed without an interval: told in words, not drawn")
        self.rows(told)

    def note(self, what: str, tone: str = "muted") -> None:
        """A line or two of text across the figure."""
        said = wrapped(what, HEAD_LETTERS[self.size])
        height = LINE_PX[self.size] * (said.count("<br>") + 1)
        self.y += 2
        self.write(0, self.y + height / 2, said, tone)
        self.y += height + 2

    def panel(self, panel: list[dict]) -> None:
        """One axis with its rows, ticks and the words at its two sides."""
        first = panel[0]
        self.note(first["measure"])
        place, ticks = _scale(panel, self.left, self.right)
        none = place(first["no_difference"])
        line = LINE_PX[self.size]
        self.y += line / 2 + 2
        self.write(none - 0.008, self.y, f"← {_side(first, 'less')}", "muted", anchor="middle left")
        self.write(none + 0.008, self.y, f"{_side(first, 'more')} →", "muted")
        if not self.narrow:
            for name, what in (("effect", "Effect (interval)"), ("certainty", "How sure?"), ("amount", "How much?")):
                self.write(COLUMNS[name], self.y, what, "muted")
        self.y += line / 2 + 4
        top = self.y
        marks = [self.drawn(row, place) for row in panel]
        # On a phone the words stand between the marks, so the lines are drawn beside the marks alone.
        spans = [(at - 11, at + 11) for at in marks] if self.narrow else [(top, self.y)]
        for value, label in ticks:
            for start, stop in spans:
                self.line(place(value), place(value), start, stop, self.color["grid"])
            self.write(place(value), self.y + line / 2 + 1, label, "muted", anchor="middle center")
        for start, stop in spans:
            self.line(none, none, start, stop, self.color["axis"], 1.5)
        self.y += line + 4

    def drawn(self, row: dict, place) -> float:
        """A row with its square and interval; returns its height."""
        low, high = place(row["ci_low"]), place(row["ci_high"])
        span = f"{_figure(row['ci_low'], row['digits'])} to {_figure(row['ci_high'], row['digits'])}"
        level = "" if row["interval_pct"] == 95 else f" ({row['interval_pct']:.0f}%)"
        at = self.row(row, [f"<b>{_figure(row['estimate'], row['digits'])}</b>", span + level])
        self.line(low, high, at, at, self.color["ink"], self.text["line"])
        fill = self.color["ink"] if row["trials"] else self.color["bg"]
        said = f"{_figure(row['estimate'], row['digits'])} ({span}){level}"
        self.squares.append((place(row["estimate"]), at, square_px(row["people"], self.text["mark"]), fill, said))
        return at

    def block(self, title: str, rows: list[dict]) -> None:
        """Rows under a heading of their own: questions without a study."""
        if rows:
            self.heading(title)
            self.rows(rows)

    def rows(self, rows: list[dict]) -> None:
        """Rows that have no place on an axis: results in words, and questions without a study."""
        middle = (self.left + self.right) / 2
        for row in rows:
            if row["kind"] == "gap":
                at = self.row(row, ["<b>not tested</b>"])
                self.line(self.left, self.right, at, at, self.color["quiet"], 1.5, "dash")
            else:
                at = self.row(row, [f"<b>{row['said']}</b>"] if self.narrow else ["no interval"])
                if not self.narrow:
                    self.write(middle, at, wrapped(row["said"], 34), anchor="middle center")

    def row(self, row: dict, effect: list[str]) -> float:
        """The words of a row; returns the height at which its marks stand."""
        line, letters = LINE_PX[self.size], LETTERS[self.size]
        said = wrapped(row["label"], letters)
        if row["study"]:
            study = wrapped(row["study"], letters).replace(
                "<br>", f"</span><br><span style='color:{self.color['muted']}'>"
            )
            said += f"<br><span style='color:{self.color['muted']}'>{study}</span>"
        lines = said.count("<br>") + 1
        amount = _amount(row)
        certainty = CERTAINTY.get(row["certainty"], ("", ""))
        if self.narrow:
            self.y += 7
            self.write(0, self.y + line * lines / 2, said)
            self.y += line * lines + 9
            at = self.y
            drawn = row["kind"] != "words"
            self.y += 11 if drawn else -8
            self.write(0, self.y + line / 2, " ".join(effect))
            self.y += line
            more = " · ".join(part for part in (" ".join(certainty).strip(), ", ".join(amount)) if part)
            if more:
                self.write(0, self.y + line / 2, more, "muted")
                self.y += line
            self.y += 4
            return at
        height = max(ROW_PX[self.size], line * lines + 12)
        at = self.y + height / 2
        self.write(0.006, at, said)
        self.write(COLUMNS["effect"], at, "<br>".join(effect))
        self.write(COLUMNS["certainty"], at, "<br>".join(certainty))
        self.write(COLUMNS["amount"], at, "<br>".join(amount))
        self.y += height
        return at

    def figure(self, meta: dict[str, str]) -> go.Figure:
        """The finished figure."""
        lines = [
            {
                "type": "scatter",
                "mode": "lines",
                "x": x,
                "y": y,
                "line": {"color": color, "width": width, "dash": dash},
                "hoverinfo": "skip",
                "cliponaxis": False,
            }
            for (color, width, dash), (x, y) in sorted(self.lines.items(), key=self.depth)
        ]
        written = [
            texts(*_columns(said), color=self.color[tone], size=self.text[px], position=anchor)
            for (tone, px, anchor), said in self.said.items()
        ]
        axes = {"xaxis": blank(range=[0, 1]), "yaxis": blank(range=[self.y + 4, 0])}
        base = layout(self.mode, self.size, height=round(self.y + 4), meta=meta, margin={"t": 0})
        return Chart(data=[*lines, *self.marks(), *written], layout=base | axes)

    def depth(self, item: tuple) -> int:
        """Grid first, then axes, then what the plot is about."""
        order = [self.color[name] for name in ("grid", "axis", "quiet", "ink")]
        return order.index(item[0][0])

    def marks(self) -> list[dict]:
        """All squares as one trace."""
        if not self.squares:
            return []
        x, y, size, fill, said = (list(column) for column in zip(*self.squares, strict=True))
        edge = {"color": self.color["ink"], "width": 2}
        return [
            {
                "type": "scatter",
                "mode": "markers",
                "x": x,
                "y": y,
                "marker": {"symbol": "square", "size": size, "color": fill, "line": edge, "opacity": 1},
                "text": said,
                "hovertemplate": "%{text}<extra></extra>",
            }
        ]


def _side(row: dict, side: str) -> str:
    """The words of one side of an axis, and whether it is the better one."""
    return f"{row[side]} (better)" if row["better"] == side else row[side]


def square_px(people: float | None, smallest: float) -> float:
    """Side of the square: the smallest where the number is not stated, then growing with its logarithm."""
    if people is None or pd.isna(people):
        return smallest
    return round(smallest + 2.2 * max(0.0, math.log10(people / 10)), 1)


def _amount(row: dict) -> list[str]:
    if row["kind"] == "gap":
        return []
    people = row["people"]
    counted = "number not stated" if people is None or pd.isna(people) else f"{number(people)} people"
    return [row["design"]] if row["design"] in ("animals", "cells") else [row["design"], counted]


def _figure(value: float, digits: int) -> str:
    return number(value, int(digits))


def _scale(panel: list[dict], left: float, right: float):
    """A function from a value to its place between `left` and `right`, and the ticks (value, label)."""
    first = panel[0]
    log, none = bool(first["log"]), first["no_difference"]
    turn = math.log if log else float
    low = turn(min(none, *(row["ci_low"] for row in panel)))
    high = turn(max(none, *(row["ci_high"] for row in panel)))
    least = math.log(1.5) if log else 0.0
    low, high = min(low, turn(none) - least), max(high, turn(none) + least)
    room = (high - low) * 0.06
    low, high = low - room, high + room
    width = high - low
    # "No difference" keeps a third of the axis on its shorter side, so that both its words find room.
    low, high = min(low, turn(none) - 0.45 * width), max(high, turn(none) + 0.45 * width)

    def place(value: float) -> float:
        return left + (right - left) * (turn(value) - low) / (high - low)

    values = _log_ticks(low, high) if log else _ticks(low, high)
    return place, [(value, _tick_label(value)) for value in values if left <= place(value) <= right]


def _ticks(low: float, high: float) -> list[float]:
    rough = (high - low) / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next(step * power for step in (1, 2, 5, 10) if step * power >= rough)
    return [round(i * step, 10) for i in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _log_ticks(low: float, high: float) -> list[float]:
    if high - low > 2.2:
        chosen = [0.1, 0.2, 0.5, 1, 2, 5, 10]
    elif high - low > 1.5:
        chosen = [0.25, 0.5, 1, 2, 4]
    else:
        chosen = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2]
    return [value for value in chosen if low <= math.log(value) <= high]


def _tick_label(value: float) -> str:
    return f"{value:g}".replace("-", "−")
