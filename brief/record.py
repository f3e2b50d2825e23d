"""A brief as a record: the sections ticked, sources numbered as they come, and what had to go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlencode, urlsplit

from brief import clinic, doses, findings, framing
from brief.choices import BriefChoices
from brief.ready import AFTER
from brief.section import Row, Said, Section
from data.releases import RELEASED, VERSION
from data.sources import load_sources
from sheets.one_page import Block, OnePage, Reference

MAKERS: dict[str, Callable[[BriefChoices], Section]] = {
    "comparison": clinic.comparison,
    "levels": clinic.levels,
    "groups": clinic.groups,
    "evidence": findings.evidence,
    "survey": findings.survey,
    "forms": doses.forms,
    "testing": clinic.testing,
    "targets": doses.targets,
    "medicines": doses.medicines,
    "flags": doses.flags,
}
MADE_BY = (
    "Magnesium in Balance, an open teaching project, made this sheet from its own tables. Education, not advice: it knows no patient, "
    "and asks nothing about one."
)


MOST_IN_A_CODE = 300  # characters: more make its squares too small for a phone


class Numbered:
    """The sources in the order in which they are first named."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def numbers(self, keys: Iterable[str]) -> str:
        """ "1, 4–6": their numbers; our own reading is no document and has none."""
        named = [key for key in dict.fromkeys(keys) if load_sources()[key].is_document]
        self.keys += [key for key in named if key not in self.keys]
        return runs(sorted(self.keys.index(key) + 1 for key in named))

    def said(self, one: Said) -> str:
        """A sentence with its numbers behind it."""
        numbers = self.numbers(one.sources)
        return f"{one.text} [{numbers}]" if numbers else one.text


def runs(numbers: Sequence[int]) -> str:
    """Numbers that follow one another told as a run: "1, 4–6"."""
    told: list[list[int]] = []
    for number in numbers:
        if told and number == told[-1][-1] + 1:
            told[-1].append(number)
        else:
            told.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in told)


@lru_cache(maxsize=256)
def sections(choices: BriefChoices) -> tuple[Section, ...]:
    """The sections ticked that are tables, whole, in the order of the sheet."""
    return tuple(MAKERS[key](choices) for key in choices.included if key in MAKERS)


def record(choices: BriefChoices, kept: Sequence[Section], gone: Sequence[tuple[str, str]], home: str) -> OnePage:
    """The sheet with these sections; `gone` are (heading, name) of the rows that had to go, `home` the dashboard's address."""
    numbered = Numbered()
    first = [section for section in kept if section.key not in AFTER]
    said = framing.bottom(choices) if "bottom" in choices.included else ()
    bottom = tuple(map(numbered.said, said))
    blocks = tuple(_block(section, numbered) for section in first)
    not_shown = tuple(map(numbered.said, framing.not_shown(choices, kept)))
    after = tuple(_block(section, numbered) for section in kept if section.key in AFTER)
    ready = choices.ready
    return OnePage(
        title=ready.title,
        question=ready.question,
        facts=(("For", ready.population), ("Data", f"version {VERSION} of {RELEASED}")),
        bottom=bottom,
        blocks=blocks,
        not_shown=not_shown,
        after=after,
        left_out=_left_out(gone),
        made_by=MADE_BY,
        sources=tuple(_reference(key) for key in numbered.keys),
        address=address(choices, home),
        paper=choices.paper,
    )


def address(choices: BriefChoices, home: str) -> str:
    """Where a reader of the sheet asks whether it is still current, with as many of its choices as a code can hold."""
    asked = f"{home}/v/{VERSION}/brief?sheet={choices.sheet}"
    parts = "".join(f"&include={part}" for part in choices.include)
    given = {name: getattr(choices, name) for name in BriefChoices.model_fields if name not in ("sheet", "include")}
    chosen = {name: value for name, value in given.items() if value != BriefChoices.model_fields[name].default}
    whole = f"{asked}{parts}&{urlencode(chosen, doseq=True)}" if chosen else asked + parts
    return whole if len(whole) <= MOST_IN_A_CODE else asked + parts


def query(choices: BriefChoices) -> str:
    """The choices behind an address: "?sheet=…", or nothing where all is as it was."""
    said = urlencode(choices.address(), doseq=True)
    return f"?{said}" if said else ""


def _block(section: Section, numbered: Numbered) -> Block:
    lead = numbered.said(section.lead) if section.lead else ""
    rows = tuple(_cells(row, numbered) for row in section.rows)
    return Block(
        heading=section.heading,
        lead=lead,
        refers=section.refers,
        heads=(*section.heads, "Sources"),
        widths=(*section.widths, 1.8),
        rows=rows,
        strong=tuple(not row.extra for row in section.rows),
    )


def _cells(row: Row, numbered: Numbered) -> tuple[str, ...]:
    return (*row.cells, numbered.numbers(row.sources) or "–")


def _left_out(gone: Sequence[tuple[str, str]]) -> str:
    """Which rows had to go, section by section."""
    by: dict[str, list[str]] = {}
    for heading, name in gone:
        by.setdefault(heading, []).append(name)
    told = "; ".join(f"{heading}: {', '.join(dict.fromkeys(names))}" for heading, names in by.items())
    return f"Left out for want of room, and on the dashboard: {told}." if told else ""


def _reference(key: str) -> Reference:
    """Who, what it is called, where, when, and its DOI; of a page without one its host, with the whole address behind it."""
    one = load_sources()[key]
    where = f"doi:{one.doi}" if one.doi else urlsplit(one.url or "").netloc.removeprefix("www.")
    year = str(one.year) if one.year else "year not stated"
    said = (one.name, one.title, f"{one.publisher.rstrip('.')}, {year}", where)
    return Reference(". ".join(part.rstrip(".") for part in said if part), one.link or "")
