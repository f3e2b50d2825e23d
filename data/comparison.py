"""Deficiency and toxicity side by side: one cell a statement, with how sure we are and where it was read."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, Field

from data.base import Record, RecordError, Table, read_records
from data.sources import Sourced, load_sourced

Certainty = Literal["well_established", "fairly_sure", "uncertain"]
Verdict = Literal["right", "needs_caveat", "misleading"]

CERTAINTY_WORDS: dict[str, str] = {
    "well_established": "Well established",
    "fairly_sure": "Fairly sure",
    "uncertain": "Uncertain",
}
VERDICT_WORDS: dict[str, str] = {
    "right": "Right",
    "needs_caveat": "Needs a caveat",
    "misleading": "Misleading",
}


class ArticleCheck(BaseModel):
    """How a popular article's cell on the same point stands up, in our words."""

    verdict: Verdict = Field(description="Whether the facts read support it")
    right: str = Field(description="What it gets right")
    caveat: str = Field(description="What it leaves out, or gets wrong")


class ComparisonRow(Record):
    """A question asked of both sides."""

    name: str = Field(description="Name of the row")
    short: str = Field(description="Name on its button, and in links", max_length=20)


class ComparisonCell(Record, Sourced):
    """What is known of one side in one row."""

    row: str = Field(description="Key of the row")
    side: Literal["deficiency", "toxicity"] = Field(description="Side of the balance")
    statement: str = Field(description="What is known; blood levels in mmol/L")
    certainty: Certainty = Field(description="How sure we are: our own reading, not a GRADE rating")
    because: str = Field(description="Why no surer, or why so sure")
    article: ArticleCheck | None = Field(None, description="Check of the article's cell; empty for rows of our own")
    in_short: str | None = Field(
        None, description="The same in a few words, for the emergency line at the top of the page"
    )
    footnote: str | None = Field(None, description="Something too thin for the statement itself")


COMPARISON_ROWS = Table(
    name="comparison_rows",
    path="reference/comparison_rows.yml",
    row=ComparisonRow,
    title="Rows of the comparison",
    description="The questions asked of deficiency and of toxicity.",
)
COMPARISON = Table(
    name="comparison",
    path="reference/comparison.yml",
    row=ComparisonCell,
    title="Deficiency and toxicity compared",
    description="One statement for each question and side, with certainty, sources and a check of a popular article.",
    cautions=("own_reading",),
)


@cache
def load_comparison_rows() -> dict[str, ComparisonRow]:
    """The rows by key, in the order they are shown."""
    return {row.key: row for row in read_records(COMPARISON_ROWS)}


@cache
def load_comparison() -> dict[tuple[str, str], ComparisonCell]:
    """The cells by (row, side). Raises RecordError where a cell names an unknown row or one taken already."""
    cells: dict[tuple[str, str], ComparisonCell] = {}
    for cell in load_sourced(COMPARISON):
        place = (cell.row, cell.side)
        if cell.row not in load_comparison_rows():
            problem = f"is '{cell.row}'; expected one of {sorted(load_comparison_rows())}"
            raise RecordError(COMPARISON.file, cell.key, "row", problem)
        if place in cells:
            problem = f"is '{cell.row}' on the side '{cell.side}', as in record '{cells[place].key}'; expected once"
            raise RecordError(COMPARISON.file, cell.key, "row", problem)
        cells[place] = cell
    return cells
