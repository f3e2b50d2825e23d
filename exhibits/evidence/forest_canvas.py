"""The sheet that the forest plot is drawn on, from top to bottom: lines, squares and texts, each look as one trace."""

from __future__ import annotations

import math

import pandas as pd

from exhibits.base import Chart, Look
from exhibits.evidence.names import CERTAINTY
from exhibits.layout import blank, layout, targets, texts, wrapped
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number
from exhibits.rows import Row

ROW_PX = {"wide": 50, "narrow": 0, "projector": 78}  # a row with two lines of text
LINE_PX = {"wide": 19, "narrow": 18, "projector": 29}  # a line of text
LETTERS = {"wide": 50, "narrow": 46, "projector": 34}  # in a line of a label
HEAD_LETTERS = {"wide": 118, "narrow": 40, "projector": 78}  # in a line of a heading
PLOT = {"wide": (0.35, 0.61), "narrow": (0.02, 0.98), "projector": (0.36, 0.6)}  # where the axis lies, of 0 to 1
COLUMNS = {"effect": 0.635, "certainty": 0.785, "amount": 0.885}
DEPTH = ("grid", "axis", "quiet", "ink")  # grid first, then axes, then what the plot is about


class Canvas:
    """Collects marks from top to bottom in pixels; x runs over the figure from 0 to 1."""

    def __init__(self, look: Look):
        self.look, self.color, self.text = look, PALETTE[look.mode], TYPE[look.size]
        self.narrow = look.size == "narrow"
        self.left, self.right = PLOT[look.size]
        self.line_px = LINE_PX[look.size]
        self.y = 6.0
        self.lines: dict[tuple[str, float, str], tuple[list, list]] = {}
        self.squares: list[tuple[float, float, float, str, str, str, str]] = []  # x, y, size, fill, edge, study, words
        self.reached: list[tuple[float, float, float, float, str, str]] = []  # left, right, y, height, study, words
        self.said: dict[tuple[str, str, str], list[tuple[float, float, str]]] = {}

    # Drawing -----------------------------------------------------------------------------------------------------------

    def write(
        self, x: float, y: float, what: str, tone: str = "ink", px: str = "small", anchor: str = "middle right"
    ) -> None:
        """A text; all texts of one look are one trace."""
        self.said.setdefault((tone, px, anchor), []).append((x, y, what))

    def line(
        self, x0: float, x1: float, y0: float, y1: float, tone: str, width: float = 1, dash: str = "solid"
    ) -> None:
        """A straight line; all lines of one look are one trace, which is far cheaper than a shape each."""
        x, y = self.lines.setdefault((tone, width, dash), ([], []))
        x += [x0, x1, None]
        y += [y0, y1, None]

    def square(self, x: float, y: float, row: Row, what: str) -> None:
        """The effect of a row: filled for trials, larger for more people."""
        edge = self.color[tone(row)]
        fill = edge if row["trials"] and not row["out"] else self.color["bg"]
        told = f"{wrapped(_name(row), 44)}<br><b>{what}</b>" + "".join(f"<br>{part}" for part in _amount(row))
        self.squares.append((x, y, square_px(row["people"], self.text["mark"]), fill, edge, row["study_key"], told))

    def reach(self, right: float, y: float, height: float, row: Row) -> None:
        """The words of a row, from the left edge to `right`, as a place where a pointer or a finger meets its study."""
        if row["study_key"]:
            self.reached.append((0, right, y, height, row["study_key"], wrapped(_name(row), 44)))

    def heading(self, what: str) -> None:
        """The heading of a block, below a line across the figure."""
        said = wrapped(what, HEAD_LETTERS[self.look.size])
        half = self.line_px * (said.count("<br>") + 1) / 2
        self.y += 10
        self.line(0, 1, self.y, self.y, "axis")
        self.y += 8 + half
        self.write(0, self.y, f"<b>{said}</b>", px="body")
        self.y += half + 4

    def note(self, what: str, tone: str = "muted") -> None:
        """A line or two of text across the figure."""
        said = wrapped(what, HEAD_LETTERS[self.look.size])
        height = self.line_px * (said.count("<br>") + 1)
        self.y += 2
        self.write(0, self.y + height / 2, said, tone)
        self.y += height + 2

    # Rows --------------------------------------------------------------------------------------------------------------

    def row(self, row: Row, effect: list[str]) -> float:
        """The words of a row; returns the height at which its marks stand."""
        return self._stacked(row, effect) if self.narrow else self._in_columns(row, effect)

    def _label(self, row: Row) -> tuple[str, float]:
        """What a row is, its study below it in gray, and how high that is."""
        said, letters = wrapped(row["label"], LETTERS[self.look.size]), LETTERS[self.look.size]
        if row["study"]:
            gray = f"<span style='color:{self.color['muted']}'>"
            study = row["study"] + (" · left out" if row["out"] else "")
            said += f"<br>{gray}{wrapped(study, letters).replace('<br>', f'</span><br>{gray}')}</span>"
        return said, self.line_px * (said.count("<br>") + 1)

    def _in_columns(self, row: Row, effect: list[str]) -> float:
        said, label_px = self._label(row)
        height = max(ROW_PX[self.look.size], label_px + 12)
        at = self.y + height / 2
        self.write(0.006, at, said)
        self.write(COLUMNS["effect"], at, "<br>".join(effect))
        self.write(COLUMNS["certainty"], at, "<br>".join(_certainty(row)))
        self.write(COLUMNS["amount"], at, "<br>".join(_amount(row)))
        self.reach(1 if row["kind"] == "words" else self.left, at, height - 2, row)
        self.y += height
        return at

    def _stacked(self, row: Row, effect: list[str]) -> float:
        """On a phone: label, marks, effect, and how sure, one below the other."""
        said, label_px = self._label(row)
        self.y += 7
        self.write(0, self.y + label_px / 2, said)
        self.reach(1, self.y + label_px / 2, label_px, row)
        self.y += label_px + 9
        at = self.y
        self.y += -8 if row["kind"] == "words" else 11
        self.write(0, self.y + self.line_px / 2, " ".join(effect))
        self.y += self.line_px
        more = " · ".join(part for part in (" ".join(_certainty(row)).strip(), ", ".join(_amount(row))) if part)
        if more:
            self.write(0, self.y + self.line_px / 2, more, "muted")
            self.y += self.line_px
        self.y += 4
        return at

    # The figure --------------------------------------------------------------------------------------------------------

    def figure(self, meta: dict[str, str]) -> Chart:
        """The finished figure."""
        axes = {"xaxis": blank(range=[0, 1]), "yaxis": blank(range=[self.y + 4, 0])}
        base = layout(*self.look, height=round(self.y + 4), meta=meta, margin={"t": 0})
        marks = [*self._line_traces(), *self._square_trace(), *self._text_traces(), *self._reach_trace()]
        return Chart(data=marks, layout=base | axes)

    def _reach_trace(self) -> list[dict]:
        if not self.reached:
            return []
        left, right, y, height, study, said = (list(column) for column in zip(*self.reached, strict=True))
        return [targets(list(zip(left, right, strict=True)), y, height, study, said)]

    def _line_traces(self) -> list[dict]:
        return [
            {
                "type": "scatter",
                "mode": "lines",
                "x": x,
                "y": y,
                "line": {"color": self.color[tone], "width": width, "dash": dash},
                "hoverinfo": "skip",
                "cliponaxis": False,
            }
            for (tone, width, dash), (x, y) in sorted(self.lines.items(), key=lambda item: DEPTH.index(item[0][0]))
        ]

    def _square_trace(self) -> list[dict]:
        """All squares as one trace."""
        if not self.squares:
            return []
        x, y, size, fill, edges, study, said = (list(column) for column in zip(*self.squares, strict=True))
        edge = {"color": edges, "width": 2}
        return [
            {
                "type": "scatter",
                "mode": "markers",
                "x": x,
                "y": y,
                "ids": study,
                "marker": {"symbol": "square", "size": size, "color": fill, "line": edge, "opacity": 1},
                "text": said,
                "hovertemplate": "%{text}<extra></extra>",
            }
        ]

    def _text_traces(self) -> list[dict]:
        traces = []
        for (tone, px, anchor), written in self.said.items():
            x, y, what = (list(column) for column in zip(*written, strict=True))
            traces.append(texts(x, y, what, color=self.color[tone], size=self.text[px], position=anchor))
        return traces


def tone(row: Row) -> str:
    """Quiet where the reader left the study out."""
    return "quiet" if row["out"] else "ink"


def _name(row: Row) -> str:
    """What a row is, and of which study."""
    return f"{row['label']}, {row['study']}" + (" (left out)" if row["out"] else "")


def square_px(people: float | None, smallest: float) -> float:
    """Side of the square: the smallest where the number is not stated, then growing with its logarithm."""
    if people is None or pd.isna(people):
        return smallest
    return round(smallest + 2.2 * max(0.0, math.log10(people / 10)), 1)


def _certainty(row: Row) -> tuple[str, str]:
    """Marks and word."""
    return CERTAINTY.get(row["certainty"], ("", ""))


def _amount(row: Row) -> list[str]:
    """Design, and the number of people where there are any."""
    if row["kind"] == "gap":
        return []
    people = row["people"]
    counted = "number not stated" if people is None or pd.isna(people) else f"{number(people)} people"
    return [row["design"]] if row["design"] in ("animals", "cells") else [row["design"], counted]
