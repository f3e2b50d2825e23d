"""Charts of the Evidence page: verdicts by article, and the forest plot by topic.

Verdicts are words with a shape, never red and green. In the forest plot position is the effect, four marks and a word
the certainty, square size and a figure the amount; a result without an interval is words, a missing study a dashed line.
"""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from components.captions import number
from components.charts.base import PALETTE, TYPE, blank, layout, rule, texts, words, wrapped

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
    articles = list(dict.fromkeys(claims["article"]))
    counts = pd.crosstab(claims["article"], claims["verdict"]).reindex(
        index=articles, columns=list(VERDICTS), fill_value=0
    )
    draw = _verdicts_narrow if size == "narrow" else _verdicts_wide
    data, notes, shapes, height, axes = draw(claims, counts, color, text, size)
    figure = layout(mode, size, height=height, meta=_verdict_words(claims, counts), margin={"t": 4})
    return go.Figure(data=data, layout=figure | axes | {"annotations": notes, "shapes": shapes})


def _verdict_words(claims: pd.DataFrame, counts: pd.DataFrame) -> dict[str, str]:
    total, good, over = len(claims), int(counts["well_supported"].sum()), int(claims["overclaim"].sum())
    each = "; ".join(
        f"{article}: " + ", ".join(f"{row[key]} {word}" for key, (word, _) in VERDICTS.items() if row[key])
        for article, row in counts.iterrows()
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


def _marks(part: pd.DataFrame, x: list[float], y: list[float], symbol: str, color: dict, size: float) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {
            "symbol": symbol,
            "size": size,
            "color": color["ink"],
            "line": {"color": color["ink"], "width": 1.5},
        },
        "text": [wrapped(f"{code}: {claim}", 50) for code, claim in zip(part["code"], part["claim"], strict=True)],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _verdicts_wide(claims, counts, color, text, size):
    per_line, data, shapes, y = 7, [], [], 0.0
    names, numbers = [], []
    for article, row in counts.iterrows():
        lines = max(1, math.ceil(row.max() / per_line))
        names.append((0, y - (lines - 1) / 2, f"{article}<br>{_count(row.sum(), 'claim')}"))
        for column, (verdict, (_, symbol)) in enumerate(VERDICTS.items()):
            part = claims[(claims["article"] == article) & (claims["verdict"] == verdict)]
            start = 1.32 + column
            numbers.append((start - 0.09, y, str(len(part)) if len(part) else "–"))
            if len(part):
                x = [start + 0.05 + 0.095 * (i % per_line) for i in range(len(part))]
                at = [y - i // per_line for i in range(len(part))]
                data.append(_marks(part, x, at, symbol, color, text["mark"] + 2))
        y -= lines + 0.55
        shapes.append(rule(0, 1, y + 0.78, y + 0.78, color["grid"], xref="paper"))
    heads = [(1.17 + column, 1.15, word) for column, (word, _) in enumerate(VERDICTS.values())]
    data += [
        texts(*_columns(names), color=color["ink"], size=text["body"]),
        texts(*_columns(numbers), color=color["muted"], size=text["body"], position="middle center"),
        texts(*_columns(heads), color=color["ink"], size=text["body"]),
    ]
    row_px = 44 if size == "projector" else 27
    axes = {"xaxis": blank(range=[0, 6.15]), "yaxis": blank(range=[y + 0.6, 1.7])}
    return data, [], shapes, round((1.1 - y) * row_px) + 10, axes


def _verdicts_narrow(claims, counts, color, text, size):
    data, shapes, y = [], [], 0.0
    names, labels = [], []
    for article, row in counts.iterrows():
        names.append((0, y, f"<b>{article}</b> · {_count(row.sum(), 'claim')}"))
        y -= 1
        for verdict, (word, symbol) in VERDICTS.items():
            part = claims[(claims["article"] == article) & (claims["verdict"] == verdict)]
            if part.empty:
                continue
            labels.append((0, y, f"{len(part)} {word}"))
            step = min(0.036, 0.58 / len(part))
            x = [0.42 + step * i for i in range(len(part))]
            data.append(_marks(part, x, [y] * len(part), symbol, color, text["mark"]))
            y -= 1
        shapes.append(rule(0, 1, y + 0.45, y + 0.45, color["grid"], xref="paper"))
        y -= 0.4
    data += [
        texts(*_columns(names), color=color["ink"], size=text["body"]),
        texts(*_columns(labels), color=color["ink"], size=text["small"]),
    ]
    axes = {"xaxis": blank(range=[0, 1.02]), "yaxis": blank(range=[y + 0.3, 0.7])}
    return data, [], shapes, round((1 - y) * 24) + 10, axes


def _columns(rows: list[tuple[float, float, str]]) -> tuple[list[float], list[float], list[str]]:
    x, y, said = zip(*rows, strict=True)
    return list(x), list(y), list(said)


# --- Forest plot ---------------------------------------------------------------------------------------------------


def forest_chart(rows: pd.DataFrame, *, topic: str, mode: str, size: str = "wide") -> go.Figure:
    """Results of one topic: each measure on its own axis, then results in words, then what was never tested.

    Expects, in drawing order: kind ("drawn", "words" or "gap"), label, study; for drawn rows panel, measure, log,
    no_difference, less, more, estimate, ci_low, ci_high, interval_pct, digits, trials, magnesium (False for mixtures),
    certainty, design, people; for rows in words said, certainty, design, people. `topic` is readable. Intervals are as
    printed. At least one row.
    """
    canvas = _Canvas(mode, size)
    drawn = rows[rows["kind"] == "drawn"]
    for _, panel in drawn.groupby("panel", sort=False):
        canvas.panel(panel)
    canvas.block(
        "Result printed without an interval: told in words, not drawn", rows[rows["kind"] == "words"].to_dict("records")
    )
    canvas.block("No study found", rows[rows["kind"] == "gap"].to_dict("records"))
    return canvas.figure(_forest_words(rows, topic))


def _forest_words(rows: pd.DataFrame, topic: str) -> dict[str, str]:
    drawn = rows[rows["kind"] == "drawn"]
    told, gaps = int((rows["kind"] == "words").sum()), int((rows["kind"] == "gap").sum())
    unclear = (drawn["ci_low"] <= drawn["no_difference"]) & (drawn["ci_high"] >= drawn["no_difference"])
    own = drawn["magnesium"].astype(bool)  # a mixture of supplements is drawn, but the title speaks of magnesium
    if own.any():
        count, of = int(unclear[own].sum()), int(own.sum())
        verb = "includes" if count == 1 else "include"
        title = f"{topic}: {count} of {_count(of, 'interval')} {verb} “no difference”"
    else:
        title = f"{topic}: no result for magnesium itself came with an interval"
    axes = drawn["panel"].nunique()
    return words(
        title=title,
        subtitle="Square: the effect, larger for more people; line: its interval (95% unless marked). Filled: trials; "
        "hollow: observational. Only results of the same measure share an axis; ratios stand on a log axis",
        source="figures as printed in the studies named; certainty in GRADE's words, ours unless a study rated itself.",
        alt=f"Forest plot, {topic}: {_count(len(drawn), 'result')} with an interval on {_count(axes, 'axis', 'axes')}, "
        f"{int(unclear.sum())} of them including no difference; {_count(told, 'result')} told in words; "
        f"{_count(gaps, 'question')} without a study.",
    )


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
        self.data: list[dict] = []
        self.shapes: list[dict] = []
        self.said: dict[tuple[str, str, str], list[tuple[float, float, str]]] = {}

    def write(self, x: float, y: float, what: str, tone: str = "ink", px: str = "small", anchor: str = "middle right"):
        self.said.setdefault((tone, px, anchor), []).append((x, y, what))

    def heading(self, what: str) -> None:
        said = wrapped(what, HEAD_LETTERS[self.size])
        lines = said.count("<br>") + 1
        self.y += 10
        self.shapes.append(rule(0, 1, self.y, self.y, self.color["axis"], 1))
        line = LINE_PX[self.size]
        self.y += 8 + line * lines / 2
        self.write(0, self.y, f"<b>{said}</b>", px="body")
        self.y += line * lines / 2 + 4

    def panel(self, panel: pd.DataFrame) -> None:
        """One axis with its rows, ticks and the words at its two sides."""
        first = panel.iloc[0]
        self.heading(first["measure"])
        place, ticks = _scale(panel, self.left, self.right)
        none = place(first["no_difference"])
        line = LINE_PX[self.size]
        self.y += line / 2 + 2
        self.write(none - 0.008, self.y, f"← {first['less']}", "muted", anchor="middle left")
        self.write(none + 0.008, self.y, f"{first['more']} →", "muted")
        if not self.narrow:
            for name, what in (("effect", "Effect (interval)"), ("certainty", "How sure?"), ("amount", "How much?")):
                self.write(COLUMNS[name], self.y, what, "muted")
        self.y += line / 2 + 4
        top = self.y
        marks = [self.drawn(row, place) for row in panel.to_dict("records")]
        # On a phone the words stand between the marks, so the lines are drawn beside the marks alone.
        spans = [(at - 11, at + 11) for at in marks] if self.narrow else [(top, self.y)]
        for value, label in ticks:
            for start, stop in spans:
                self.shapes.append(rule(place(value), place(value), start, stop, self.color["grid"], 1))
            self.write(place(value), self.y + line / 2 + 1, label, "muted", anchor="middle center")
        for start, stop in spans:
            self.shapes.append(rule(none, none, start, stop, self.color["axis"], 1.5))
        self.y += line + 4

    def drawn(self, row: dict, place) -> float:
        """A row with its square and interval; returns its height."""
        low, high = place(row["ci_low"]), place(row["ci_high"])
        span = f"{_figure(row['ci_low'], row['digits'])} to {_figure(row['ci_high'], row['digits'])}"
        level = "" if row["interval_pct"] == 95 else f" ({row['interval_pct']:.0f}%)"
        at = self.row(row, [f"<b>{_figure(row['estimate'], row['digits'])}</b>", span + level])
        self.data.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": [low, place(row["estimate"]), high],
                "y": [at] * 3,
                "line": {"color": self.color["ink"], "width": self.text["line"]},
                "marker": {
                    "symbol": "square",
                    "size": [0.1, square_px(row["people"], self.text["mark"]), 0.1],
                    "color": self.color["ink"] if row["trials"] else self.color["bg"],
                    "line": {"color": self.color["ink"], "width": [0, 2, 0]},
                    "opacity": 1,
                },
                "hovertemplate": f"{_figure(row['estimate'], row['digits'])} ({span}){level}<extra></extra>",
            }
        )
        return at

    def block(self, title: str, rows: list[dict]) -> None:
        """Rows that have no place on an axis: results in words, and questions without a study."""
        if not rows:
            return
        self.heading(title)
        middle = (self.left + self.right) / 2
        for row in rows:
            if row["kind"] == "gap":
                at = self.row(row, ["<b>not tested</b>"])
                ends = (self.left, self.right)
                self.shapes.append(rule(*ends, at, at, self.color["quiet"], 1.5, dash="dash"))
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
        written = [
            texts(*_columns(said), color=self.color[tone], size=self.text[px], position=anchor)
            for (tone, px, anchor), said in self.said.items()
        ]
        axes = {"xaxis": blank(range=[0, 1]), "yaxis": blank(range=[self.y + 4, 0])}
        base = layout(self.mode, self.size, height=round(self.y + 4), meta=meta, margin={"t": 0})
        return go.Figure(data=self.data + written, layout=base | axes | {"shapes": self.shapes})


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


def _scale(panel: pd.DataFrame, left: float, right: float):
    """A function from a value to its place between `left` and `right`, and the ticks (value, label)."""
    first = panel.iloc[0]
    log, none = bool(first["log"]), first["no_difference"]
    turn = math.log if log else float
    low = turn(min(panel["ci_low"].min(), none))
    high = turn(max(panel["ci_high"].max(), none))
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
