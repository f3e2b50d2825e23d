"""Briefs: one page and its sources, the same figures as the pages, in a PDF and in a page to print."""

import re
from dataclasses import replace
from functools import cache
from html import unescape
from math import ceil
from urllib.parse import urlsplit

import psutil
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from brief.choices import PAPERS, BriefChoices
from brief.fit import fitted, goes_first, without
from brief.ready import SECTIONS, SHEETS
from brief.record import MOST_IN_A_CODE, runs, sections
from data.evidence import load_studies
from data.releases import VERSION
from data.safety import load_safety
from data.serum import Unit
from exhibits.choices import ChoiceError
from exhibits.evidence.study_words import absolute_words, effect_words, study_facts
from exhibits.risk.selection import GroupChoices
from exhibits.risk.tables import group_table
from sheets import one_page_html, typst
from sheets.one_page import OnePage

HOME = "http://localhost:8501"
MOST_PARTS = 6  # that fit on one page whatever is chosen in them
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
POINTS_PER_MM = 72 / 25.4
SHEET_MM = {"a4": (210, 297), "letter": (215.9, 279.4)}
ALL_TOPICS = tuple(BriefChoices.control("topics").offered())
every_sheet = pytest.mark.parametrize(("sheet", "paper"), [(sheet, paper) for sheet in SHEETS for paper in PAPERS])


@cache
def made(choices: BriefChoices) -> OnePage:
    """The sheet as the routes make it."""
    return fitted(choices, HOME)


def squeezed(text: str) -> str:
    """Without blanks and hyphens at line ends, as two programs break lines in two ways."""
    return re.sub(r"[\s\u00ad\ufffe\u0002-]+", "", text)


def pages_of(pdf: bytes) -> list[str]:
    """What can be selected on each page."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def figures(text: str) -> set[str]:
    """Every number in a text, however its thousands are set."""
    return {found.replace(",", "") for found in FIGURE.findall(text)}


def anything() -> st.SearchStrategy[BriefChoices]:
    """A sheet of a few parts, with a few things chosen in each."""

    def few(name: str, most: int = 6) -> st.SearchStrategy[tuple[str, ...]]:
        offered = list(BriefChoices.control(name).offered())
        return st.lists(st.sampled_from(offered), unique=True, max_size=most).map(tuple)

    def one(name: str) -> st.SearchStrategy[str]:
        return st.sampled_from(list(BriefChoices.control(name).offered()))

    many = {name: few(name) for name in ("rows", "levels", "groups", "medicines", "forms", "topics", "ages")}
    single = {name: one(name) for name in ("sheet", "paper", "unit", "outcome", "who", "diabetes", "age", "sex")}
    return st.builds(BriefChoices, include=few("include", MOST_PARTS), **many, **single)


# What is on it ---------------------------------------------------------------------------------------------------------


@every_sheet
def test_a_ready_made_sheet_has_one_page_and_its_sources_a_second(sheet, paper):
    """On its paper, with its fonts inside, tagged, and every text selectable."""
    page = made(BriefChoices(sheet=sheet, paper=paper))
    pdf = typst.one_page(page)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 2
    assert [round(points / POINTS_PER_MM, 1) for points in document[0].get_size()] == list(SHEET_MM[paper])
    assert b"/FontFile" in pdf and b"/MarkInfo" in pdf and b"/Lang" in pdf and b"pdfuaid" in pdf
    first, second = map(squeezed, pages_of(pdf))
    sources = {source.text for source in page.sources}
    for text in page.texts:
        assert squeezed(text) in (second if text in sources else first), text
    assert squeezed(f"Sources of: {page.title}") in second


@given(anything())
def test_a_random_choice_fits_and_has_every_part_ticked(choices):
    """Rows go, parts never; what went is named."""
    page = made(choices)
    assert [ceil(end) for end in typst.ends(page)] == [1, 2]
    whole = sections(choices)
    shown = (*page.blocks, *page.after)
    assert [block.heading for block in shown] == [section.heading for section in whole]
    assert bool(page.bottom) == ("bottom" in choices.included)
    for section, block in zip(whole, shown, strict=True):
        assert block.rows
        told = {row[:-1] for row in block.rows}
        assert all(row.cells in told or row.name in page.left_out for row in section.rows)
        assert len(section.rows) == len(block.rows) or section.heading in page.left_out


def test_measuring_sheets_keeps_the_memory_flat():
    """Of the 6 MB that each takes to be laid out, no more is kept than of the last ones."""
    page, process = made(BriefChoices()), psutil.Process()

    def measured(*numbers: int) -> int:
        for number in numbers:
            typst.ends(replace(page, title=f"Sheet {number}", question=f"Which of {number}?", made_by=f"No. {number}"))
        return process.memory_info().rss

    before = measured(*range(20))
    assert measured(*range(20, 50)) - before < 60e6


@given(anything())
def test_figures_are_those_of_the_pages(choices):
    """Every number in a table of the sheet stands in the table or the words of the exhibit that its page shows."""
    for section in sections(choices):
        exhibit, shown = section.exhibit, section.shown
        table = exhibit.table(shown)
        words = {} if exhibit.empty(shown) else exhibit.words(shown)
        there = figures(" ".join(map(str, [*table.columns, *table.to_numpy().ravel(), *words.values()])))
        there |= figures(WITHOUT_AN_EXHIBIT.get(section.key, lambda unit: "")(choices.unit))
        there |= rounded(there) if section.key == "forms" else set()
        for row in section.rows:
            missing = figures(" ".join(row.cells)) - there
            assert not missing, f"{section.key}, {row.name}: {missing}"


def rounded(there: set[str]) -> set[str]:
    """The same figures as bars and words have them: "302" of 301.5, "25" of 25.0, "70" of 70.47 that a table has as 70.5."""
    return {
        said for one in there for said in (f"{float(one) + 0.04:.0f}", f"{float(one) - 0.04:.0f}", f"{float(one):g}")
    }


def _studies(unit: Unit) -> str:
    """The studies themselves, which the page on evidence shows as results and the exhibit of answers counts."""
    return " ".join(
        f"{study.name} {study_facts(study)} {effect_words(study, one)} {absolute_words(one)} {one.people}"
        for study in load_studies().values()
        for one in study.effects
    ) + " ".join(str(study.people) for study in load_studies().values())


def _emergency(unit: Unit) -> str:
    return " ".join(load_safety()[key].text for key in ("kidneys", "heart-and-bowel", "changing-a-medicine"))


def _group_figures(unit: Unit) -> str:
    return " ".join(map(str, group_table(GroupChoices().found, unit).to_numpy().ravel()))


WITHOUT_AN_EXHIBIT = {"evidence": _studies, "flags": _emergency, "groups": _group_figures}


@pytest.mark.parametrize(
    "study", [one for one in load_studies().values() if any(e.absolute for e in one.effects)], ids=str
)
def test_an_absolute_figure_is_one_that_the_study_prints(study):
    """Both numbers stand in the words of the same result, which were read in the study."""
    for effect in study.effects:
        if seen := effect.absolute:
            printed = figures(f"{effect.outcome} {effect.note}")
            assert {f"{abs(seen.with_magnesium):g}", f"{abs(seen.without):g}"} <= printed


def test_no_ratio_stands_alone():
    """Where a result is a ratio or a share of a share, the cell beside it has what each group had, or says none is printed."""
    block = next(
        one for one in sections(BriefChoices(include=("evidence",), topics=ALL_TOPICS)) if one.key == "evidence"
    )
    relative = [row for row in block.rows if re.search(r"\b(OR|RR|HR|SMD)\b|percent", row.cells[3])]
    assert relative
    for row in relative:
        assert re.search(r"with, .+ without|none printed", row.cells[2]), row.cells


def test_a_wish_for_everything_is_told_and_not_squeezed():
    """No type gets smaller: what does not fit with the fewest rows is said."""
    with pytest.raises(ChoiceError, match="do not fit on one page"):
        fitted(BriefChoices(include=tuple(SECTIONS), paper="letter"), HOME)


def test_rows_go_from_the_longest_table_and_never_the_last_one():
    whole = sections(BriefChoices(sheet="before-a-supplement"))
    order = goes_first(whole)
    first = whole[order[0][0]]
    assert len(first.rows) - first.keeps == max(len(one.rows) - one.keeps for one in whole)
    left = without(BriefChoices(sheet="before-a-supplement"), whole, order, HOME)
    assert all(len(block.rows) >= 1 for block in (*left.blocks, *left.after))
    assert all(whole[at].rows[place].name in left.left_out for at, place in order)


# What it is made into --------------------------------------------------------------------------------------------------


@every_sheet
def test_pdf_and_page_hold_the_same(sheet, paper):
    """Every text of the record, in the same order, in both."""
    page = made(BriefChoices(sheet=sheet, paper=paper, unit="mg/dL"))
    body = one_page_html.body(page, fonts=dict.fromkeys(one_page_html.FONTS, "x"))
    html = squeezed(unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", body, flags=re.S)))
    pdf = squeezed(" ".join(pages_of(typst.one_page(page))))
    for text in page.texts:
        assert squeezed(text) in html and squeezed(text) in pdf, text
    assert f"size:{one_page_html.SIZES[paper]}" in body


@every_sheet
def test_the_code_leads_to_whether_the_sheet_is_still_current(sheet, paper):
    """Scanned from the page as it is printed, at 200 dots an inch."""
    page = made(BriefChoices(sheet=sheet, paper=paper, unit="mg/dL"))
    printed = pypdfium2.PdfDocument(typst.one_page(page))[0].render(scale=200 / 72).to_pil()
    scanned = [found.text for found in zxingcpp.read_barcodes(printed)]
    assert scanned == [page.address]
    assert urlsplit(page.address).path == f"/v/{VERSION}/brief"


def test_the_code_of_many_choices_keeps_the_sheet_and_its_parts():
    """So that its squares stay large enough."""
    names = ("rows", "groups", "medicines")
    everything = {name: tuple(BriefChoices.control(name).offered()) for name in names}
    page = made(BriefChoices(include=("groups", "medicines"), **everything))
    assert len(page.address) <= MOST_IN_A_CODE
    assert page.address.endswith("brief?sheet=low-magnesium&include=groups&include=medicines")


def test_a_text_is_text_in_both():
    """No markup of Typst and none of HTML."""
    hostile = '#panic("x") *bold* $x$ <script>alert(1)</script> @ref'
    page = replace(made(BriefChoices()), question=hostile)
    assert squeezed(hostile) in squeezed(pages_of(typst.one_page(page))[0])
    assert "<script>" not in one_page_html.article(page) and "&lt;script&gt;" in one_page_html.article(page)


def test_it_is_black_on_white_and_gray_at_most():
    """Copied in gray nothing is lost: no pixel of the sheet has a color."""
    picture = pypdfium2.PdfDocument(typst.one_page(made(BriefChoices())))[0].render(scale=1).to_numpy()
    assert (picture.max(axis=2) - picture.min(axis=2)).max() == 0
    assert picture[0, 0].tolist() == [255, 255, 255]


def test_runs_of_numbers_are_told_as_runs():
    assert runs([1, 2, 3, 5, 7, 8]) == "1–3, 5, 7, 8"
    assert runs([]) == ""


def test_the_address_restores_the_choices():
    """What a reader sees in the address is read back."""
    choices = BriefChoices(sheet="magnesium-and-pain", include=("evidence", "flags"), topics=("cramps",), unit="mg/dL")
    said = {name: [value] if isinstance(value, str) else value for name, value in choices.address().items()}
    assert BriefChoices.read(said) == choices
