"""A sheet of one page, with a second one for its sources: what is on it, whatever it becomes (PDF or page)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """A table with its heading, a sentence that leads to it and what its numbers refer to; the last cell of a row names its sources by number.

    `strong` are the rows whose first cell stands out.
    """

    heading: str
    lead: str
    refers: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: tuple[bool, ...]


@dataclass(frozen=True)
class Reference:
    """A source as it stands in the list, and the address to open ("" for none)."""

    text: str
    link: str = ""


@dataclass(frozen=True)
class OnePage:
    """Everything on the sheet, in the order in which it stands."""

    title: str
    question: str
    facts: tuple[tuple[str, str], ...]
    bottom: tuple[str, ...]
    blocks: tuple[Block, ...]
    not_shown: tuple[str, ...]
    after: tuple[Block, ...]
    left_out: str
    made_by: str
    sources: tuple[Reference, ...]
    address: str
    """Behind the code to scan: whether the sheet is still current."""
    paper: str = "a4"
    language: str = "en"

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text on the sheet, in order: what any form of it must tell."""
        said = [self.title, self.question, *(text for fact in self.facts for text in fact), *self.bottom]
        for block in (*self.blocks, *self.after):
            said += [
                block.heading,
                block.lead,
                block.refers,
                *block.heads,
                *(cell for row in block.rows for cell in row),
            ]
        said += [*self.not_shown, self.left_out, self.made_by, *(one.text for one in self.sources)]
        return tuple(text for text in said if text)
