"""Handouts of lessons, `/lessons/<key>/pupils.pdf` and `.html`, and the template for a lesson of one's own."""

from __future__ import annotations

from data.files import read_bytes
from data.lessons import TEMPLATE
from exhibits.lessons.prepared import Prepared, load_ready
from routes import html
from routes.answers import Answer, Asked, Problem
from sheets import pages, typst
from sheets.lesson import KINDS_OF_SHEET, lesson_sheet

FORMATS = ("pdf", "html")
PAPER = "paper"


def handout(asked: Asked) -> Answer:
    """A sheet of a lesson. Raises Problem naming what there is."""
    prepared, (kind, _, ending) = _lesson(asked), asked.path["sheet"].partition(".")
    if kind not in KINDS_OF_SHEET or ending not in FORMATS:
        offered = [f"{one}.{form}" for one in KINDS_OF_SHEET for form in FORMATS]
        raise Problem(404, f"There is no sheet '{asked.path['sheet']}'.", parameter="sheet", allowed=offered)
    sheet = lesson_sheet(prepared, kind, f"{asked.home}/teach?lesson={prepared.key}")
    if ending == "html":
        return html.page(sheet.title, pages.body(sheet), language=sheet.language)
    name = f'inline; filename="{prepared.key}_{kind}.pdf"'
    return Answer(typst.pdf(sheet, _paper(asked)), "application/pdf", {"content-disposition": name})


def template(asked: Asked) -> Answer:
    """The file that a lesson of one's own begins with."""
    name = 'attachment; filename="my-lesson.yml"'
    return Answer(read_bytes(TEMPLATE), "application/yaml", {"content-disposition": name})


def _lesson(asked: Asked) -> Prepared:
    lessons = load_ready().lessons
    key = asked.path["key"]
    if key not in lessons:
        raise Problem(404, f"There is no lesson '{key}'.", parameter="key", allowed=list(lessons))
    return lessons[key]


def _paper(asked: Asked) -> str:
    said = asked.values().get(PAPER, ["A4"])[-1]
    if said not in typst.PAPERS:
        raise Problem(400, f"There is no paper '{said}'.", parameter=PAPER, allowed=list(typst.PAPERS))
    return said
