"""Claims by article and verdict: a mark for each claim."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.evidence.claim import OPENS_CLAIM
from exhibits.evidence.found_claims import RESTS_ON, ClaimsChoices, found_claims, no_claim, sources_of_claims
from exhibits.evidence.names import ARTICLES, VERDICT_LABELS, VERDICTS, count
from exhibits.layout import blank, layout, rule, texts, wrapped
from exhibits.palette import PALETTE, TYPE

PER_LINE = 7  # marks of one cell, on a wide screen
COLUMN, STEP = 1.32, 0.095  # where the first verdict stands, and the room for a mark
STEP_ON_A_PHONE, ROOM_ON_A_PHONE = 0.036, 0.58
LETTERS = 50  # of a claim, in a line of its words on hover

Cells = dict[str, dict[str, list[dict[str, Any]]]]
"""Article → verdict → its claims."""
Word = tuple[float, float, str]


def table(choices: ClaimsChoices) -> pd.DataFrame:
    """Counts of verdicts by article."""
    return _table(choices)


@built_once
def _table(choices: ClaimsChoices) -> pd.DataFrame:
    rows = []
    for article, label in ARTICLES.items():
        own = [claim for claim in found_claims(choices) if claim.article == article]
        if own:
            counts = {VERDICT_LABELS[key]: sum(claim.verdict == key for claim in own) for key in VERDICT_LABELS}
            over = sum(claim.overclaim for claim in own)
            rows.append({"Article": label, "Claims": len(own), **counts, "Says too much": over})
    return pd.DataFrame(rows)


def figure(choices: ClaimsChoices, look: Look) -> Chart:
    """The verdicts of the claims found, by article."""
    return _figure(choices, look)


@built_once
def _figure(choices: ClaimsChoices, look: Look) -> Chart:
    claims = found_claims(choices)
    rows = pd.DataFrame(
        {
            "code": [claim.code for claim in claims],
            "article": [ARTICLES[claim.article] for claim in claims],
            "verdict": [claim.verdict for claim in claims],
            "overclaim": [claim.overclaim for claim in claims],
            "claim": [claim.claim for claim in claims],
        }
    )
    rank = {label: at for at, label in enumerate(ARTICLES.values())}
    return verdicts_chart(rows.sort_values("article", key=lambda names: names.map(rank)), look=look)


def verdicts_chart(claims: pd.DataFrame, *, look: Look) -> Chart:
    """A mark for each claim: articles as rows, verdicts as columns.

    Expects code, article (readable), verdict (a key of VERDICTS), overclaim (bool), claim; at least one row.
    """
    cells: Cells = {}
    for claim in claims.to_dict("records"):
        cells.setdefault(claim["article"], {verdict: [] for verdict in VERDICTS})[claim["verdict"]].append(claim)
    draw = _narrow if look.size == "narrow" else _wide
    data, height, axes = draw(cells, look)
    return Chart(data=data, layout=layout(*look, height=height, meta=_words(cells), margin={"t": 4}) | axes)


# Marks -----------------------------------------------------------------------------------------------------------------


class _Marks:
    """All marks of the picture, drawn as one trace."""

    def __init__(self) -> None:
        self.x: list[float] = []
        self.y: list[float] = []
        self.symbol: list[str] = []
        self.text: list[str] = []
        self.codes: list[str] = []

    def add(self, part: list[dict[str, Any]], x: list[float], y: list[float], symbol: str) -> None:
        """A mark for each claim of a cell."""
        self.x += x
        self.y += y
        self.symbol += [symbol] * len(x)
        self.codes += [claim["code"] for claim in part]
        self.text += [wrapped(f"{claim['code']}: {claim['claim']}", LETTERS) for claim in part]

    def trace(self, look: Look, size: float) -> dict:
        """The trace."""
        ink = PALETTE[look.mode]["ink"]
        return {
            "type": "scatter",
            "mode": "markers",
            "ids": self.codes,
            "x": self.x,
            "y": self.y,
            "marker": {"symbol": self.symbol, "size": size, "color": ink, "line": {"color": ink, "width": 1.5}},
            "text": self.text,
            "hovertemplate": "%{text}<extra></extra>",
        }


def _wide(cells: Cells, look: Look) -> tuple[list[dict], int, dict]:
    marks, shapes, y = _Marks(), [], 0.0
    names: list[Word] = []
    numbers: list[Word] = []
    for article, row in cells.items():
        lines = max(1, math.ceil(max(map(len, row.values())) / PER_LINE))
        names.append((0, y - (lines - 1) / 2, f"{article}<br>{_claims(row)}"))
        numbers += _cells_of(row, y, marks)
        y -= lines + 0.55
        shapes.append(rule(0, 1, y + 0.78, y + 0.78, PALETTE[look.mode]["grid"], xref="paper"))
    heads = [(1.17 + column, 1.15, word) for column, (word, _) in enumerate(VERDICTS.values())]
    data = [
        marks.trace(look, TYPE[look.size]["mark"] + 2),
        _written(names, look, "ink", "body"),
        _written(numbers, look, "muted", "body", position="middle center"),
        _written(heads, look, "ink", "body"),
    ]
    row_px = 44 if look.size == "projector" else 27
    axes = {"xaxis": blank(range=[0, 6.15]), "yaxis": blank(range=[y + 0.6, 1.7]), "shapes": shapes}
    return data, round((1.1 - y) * row_px) + 10, axes


def _cells_of(row: dict[str, list[dict[str, Any]]], y: float, marks: _Marks) -> list[Word]:
    """The marks of an article, verdict by verdict, and how many each has, in words with their places."""
    numbers: list[Word] = []
    for column, (verdict, (_, symbol)) in enumerate(VERDICTS.items()):
        part, start = row[verdict], COLUMN + column
        numbers.append((start - 0.09, y, str(len(part)) if part else "–"))
        x = [start + 0.05 + STEP * (i % PER_LINE) for i in range(len(part))]
        marks.add(part, x, [y - i // PER_LINE for i in range(len(part))], symbol)
    return numbers


def _narrow(cells: Cells, look: Look) -> tuple[list[dict], int, dict]:
    """A line for each verdict that an article has."""
    marks, shapes, y = _Marks(), [], 0.0
    names, labels = [], []
    for article, row in cells.items():
        names.append((0, y, f"<b>{article}</b> · {_claims(row)}"))
        y -= 1
        for verdict, (word, symbol) in VERDICTS.items():
            if part := row[verdict]:
                labels.append((0, y, f"{len(part)} {word}"))
                step = min(STEP_ON_A_PHONE, ROOM_ON_A_PHONE / len(part))
                marks.add(part, [0.42 + step * i for i in range(len(part))], [y] * len(part), symbol)
                y -= 1
        shapes.append(rule(0, 1, y + 0.45, y + 0.45, PALETTE[look.mode]["grid"], xref="paper"))
        y -= 0.4
    data = [
        marks.trace(look, TYPE[look.size]["mark"]),
        _written(names, look, "ink", "body"),
        _written(labels, look, "ink", "small"),
    ]
    axes = {"xaxis": blank(range=[0, 1.02]), "yaxis": blank(range=[y + 0.3, 0.7]), "shapes": shapes}
    return data, round((1 - y) * 24) + 10, axes


def _written(said: Sequence[Word], look: Look, tone: str, px: str, **more: Any) -> dict:
    x, y, what = (list(column) for column in zip(*said, strict=True))
    return texts(x, y, what, color=PALETTE[look.mode][tone], size=TYPE[look.size][px], **more)


# Words -----------------------------------------------------------------------------------------------------------------


def _claims(row: dict[str, list[dict[str, Any]]]) -> str:
    """How many an article has: "12 claims"."""
    return count(sum(map(len, row.values())), "claim")


def _words(cells: Cells) -> dict[str, str]:
    claims = [claim for row in cells.values() for part in row.values() for claim in part]
    total, over = len(claims), sum(claim["overclaim"] for claim in claims)
    good = sum(claim["verdict"] == "well_supported" for claim in claims)
    each = "; ".join(
        f"{article}: " + ", ".join(f"{len(row[key])} {word}" for key, (word, _) in VERDICTS.items() if row[key])
        for article, row in cells.items()
    )
    return words(
        title=f"{good} of {count(total, 'claim')} {'is' if 1 in (good, total) else 'are'} well supported; "
        f"{over} {'says' if over == 1 else 'say'} too much",
        subtitle="Each mark is a claim, counted in the article it is taken from. “Says too much”: more than the "
        "evidence allows, whatever the verdict",
        source="our reading of five web articles against the studies listed under Evidence; wording of the claims is ours.",
        alt=f"Marks for {count(total, 'claim')} by article and verdict. {each}.",
    )


VERDICTS_CHART = Exhibit(
    "verdicts",
    title="Verdicts on the claims, by article",
    page="evidence",
    tab="Claims",
    choices=ClaimsChoices,
    table=table,
    figure=figure,
    empty=no_claim,
    rests_on=RESTS_ON,
    sources=sources_of_claims,
    also="fact check, true or false, supported, contested, contradicted, overclaim, exaggerated",
    opens=OPENS_CLAIM,
)
