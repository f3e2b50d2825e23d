"""Handouts: a sheet for pupils and one for teachers, as PDF and as a page, from the same parts."""

import re

import pypdfium2
import pytest

from classroom.questions import plan_of
from data.lessons import TEMPLATE, read_lesson
from exhibits.lessons.prepared import load_ready, prepare
from sheets import pages, typst
from sheets.lesson import KINDS_OF_SHEET, lesson_sheet

LESSONS = load_ready().lessons
ADDRESS = "http://localhost:8501/teach"
every_sheet = pytest.mark.parametrize(("key", "kind"), [(key, kind) for key in LESSONS for kind in KINDS_OF_SHEET])


def text_of(pdf: bytes) -> str:
    """What can be selected in it, on one line."""
    document = pypdfium2.PdfDocument(pdf)
    return re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_range() for page in document))


def squeezed(text: str) -> str:
    """Without blanks and hyphens at line ends, as two programs break lines in two ways."""
    return re.sub(r"[\s\u00ad\ufffe]+", "", text)


@every_sheet
def test_a_sheet_is_compiled_with_its_fonts_inside_and_its_text_selectable(key, kind):
    """Tagged, with a language and a title; compiled against the standards of archives and screen readers."""
    sheet = lesson_sheet(LESSONS[key], kind, ADDRESS)
    made = typst.pdf(sheet)
    assert made.startswith(b"%PDF-") and b"/FontFile" in made
    assert b"/MarkInfo" in made and b"/Lang" in made and b"pdfuaid" in made
    assert squeezed(LESSONS[key].tell(LESSONS[key].lesson.title)) in squeezed(text_of(made))
    assert typst.pdf(sheet) == made


@every_sheet
def test_pdf_and_page_tell_the_same(key, kind):
    """Every text of the parts stands in both."""
    sheet = lesson_sheet(LESSONS[key], kind, ADDRESS)
    html = pages.body(sheet)
    told = squeezed(text_of(typst.pdf(sheet)))
    for part in sheet.parts:
        for text in filter(None, (getattr(part, "text", ""), getattr(part, "under", ""), *getattr(part, "items", ()))):
            assert squeezed(text)[:40] in told, text
            assert text.replace("&", "&amp;").replace("'", "&#x27;").replace('"', "&quot;") in html


@pytest.mark.parametrize("key", LESSONS)
def test_the_pupils_sheet_is_one_page_and_numbers_questions_as_screen_and_phone_do(key):
    """Question 2 on paper is “Question 2 of 4” on the phone, whatever stands between the questions."""
    one = LESSONS[key]
    made = typst.pdf(lesson_sheet(one, "pupils", f"{ADDRESS}?lesson={key}"))
    assert len(pypdfium2.PdfDocument(made)) == 1
    asked = plan_of(one.lesson, one.tell).asked
    for number, step in enumerate(asked, 1):
        called = one.lesson.called(one.lesson.step(step.key))
        assert called.startswith(f"Question {number}: ")
        assert squeezed(called + step.words) in squeezed(text_of(made))


@pytest.mark.parametrize("key", LESSONS)
def test_the_pupils_sheet_has_every_question_and_no_answer(key):
    one = LESSONS[key]
    pupils = squeezed(text_of(typst.pdf(lesson_sheet(one, "pupils", ADDRESS))))
    teacher = squeezed(text_of(typst.pdf(lesson_sheet(one, "teacher", ADDRESS))))
    for step in one.lesson.questions.values():
        assert squeezed(one.tell(step.text)) in pupils
    assert "Inthedata" not in pupils and "Inthedata" in teacher
    for step in one.lesson.steps:
        if step.kind == "reveal":
            assert squeezed(one.tell(step.text)) not in pupils
        for misread in step.misreadings:
            assert squeezed(one.tell(misread.say)) in teacher and squeezed(one.tell(misread.say)) not in pupils


def test_a_text_of_a_lesson_is_text_in_both():
    """No markup of Typst and none of HTML."""
    hostile = '#panic("x") *bold* $x$ <script>alert(1)</script> @ref \\ = Heading'
    lesson = read_lesson(TEMPLATE)
    step = lesson.steps[0].model_copy(update={"text": hostile})
    prepared, faults = prepare(lesson.model_copy(update={"steps": (step, *lesson.steps[1:])}))
    assert not faults
    sheet = lesson_sheet(prepared, "pupils", ADDRESS)
    assert squeezed(hostile) in squeezed(text_of(typst.pdf(sheet)))
    assert "<script>" not in pages.body(sheet) and "&lt;script&gt;" in pages.body(sheet)


def test_a_language_is_set_and_both_papers_are_made():
    lesson = read_lesson(TEMPLATE).model_copy(update={"language": "de"})
    prepared, _ = prepare(lesson)
    sheet = lesson_sheet(prepared, "teacher", ADDRESS)
    assert b"/Lang" in typst.pdf(sheet) and re.search(rb"/Lang\s*\(de\)", typst.pdf(sheet))
    sizes = {paper: pypdfium2.PdfDocument(typst.pdf(sheet, paper))[0].get_size() for paper in typst.PAPERS}
    assert round(sizes["A4"][0]) == 595 and round(sizes["Letter"][0]) == 612
