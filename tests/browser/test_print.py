"""Every page and tab on paper, read back from the PDF that Chromium prints.

Nothing is cut at an edge and no chart split over two sheets; nothing stands there that can only be pressed; address, day and
data version are at the foot of each sheet; the sheet is white, from the dark theme too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from data.releases import VERSION
from exhibits.lessons.prepared import load_ready
from tests.browser.helpers import Visits, new_page, settled
from tests.browser.views import PLAIN, VIEWS, View

POINTS_A_MM = 72 / 25.4
SIDE, TOP, BOTTOM = 12 * POINTS_A_MM, 13 * POINTS_A_MM, 17 * POINTS_A_MM  # margins of components/paper.py
SLACK = 2  # points that a letter may overhang
ONLY_ON_SCREEN = (
    "Take it away",
    "Show as table",
    "More choices",
    "Clear all",
    "Download CSV",
    "Rerun",
    "keyboard_arrow",
)
ADVICE = ("Forlearning,notmedicaladvice", "stopallmagnesium")  # how it begins and ends
LIGHT_AT_LEAST = 0.75  # of a sheet's dots; a dark page has next to none

CHARTS = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].filter(c => c.checkVisibility()).map(chart => {
  const near = (step) => { let one = chart.closest('[data-testid=stElementContainer]')[step + 'ElementSibling'];
    while (one && !one.textContent.trim()) one = one[step + 'ElementSibling']; return one?.innerText ?? ''; };
  const letters = [...chart.querySelectorAll('svg.main-svg text')].filter(t => t.checkVisibility() && t.getBoundingClientRect().width);
  const drawn = chart.querySelector('svg.main-svg'), width = Number(drawn.getAttribute('width')), height = Number(drawn.getAttribute('height'));
  return { inside: letters.map(t => t.textContent), before: near('previous'), after: near('next'), tall: height * Math.min(702 / width, 1.2) > 820 };
})"""
HEADINGS = (
    "() => [...document.querySelectorAll('h1, h2, h3, h4')].filter(h => h.checkVisibility()).map(h => h.textContent)"
)
COLORS = """() => [...new Set([...document.querySelectorAll('[data-testid=stPlotlyChart] svg.main-svg :is(text, path, rect, tspan)')]
  .filter(one => one.checkVisibility()).flatMap(one => [getComputedStyle(one).fill, getComputedStyle(one).stroke]))].sort()"""
WITH_CHARTS = ("", "balance", "intake-nerves", "foods", "supplements", "evidence", "risk-groups")
LEFT_BEHIND = """() => document.querySelectorAll('svg.main-svg[viewBox], .paper-table, head style').length
  + document.querySelectorAll('details[open]').length"""


class Sheet(NamedTuple):
    """A printed sheet: its words without white space, those of its foot, and its lines, from top to bottom."""

    words: str
    foot: str
    lines: list[str]
    outside: str  # letters that lie in the margin or beyond it
    light: float  # share of light dots


def plain(text: str) -> str:
    """The text without white space, which a PDF puts where it likes."""
    return re.sub(r"\s", "", re.sub("[\x02\ufffe]", "-", text))  # pdfium's signs for a hyphen at the end of a line


def printed(page: Page, form: str = "A4") -> list[Sheet]:
    """The sheets of a page, with the backgrounds that a reader may choose to print."""
    with_pdf = pypdfium2.PdfDocument(page.pdf(format=form, print_background=True))
    return [read(sheet) for sheet in with_pdf]


def read(page: pypdfium2.PdfPage) -> Sheet:
    """What stands on a sheet, and where."""
    width, height = page.get_size()
    text = page.get_textpage()
    body = text.get_text_bounded(bottom=BOTTOM)
    picture = page.render(scale=0.3, grayscale=True).to_numpy()
    return Sheet(
        plain(text.get_text_range()),
        plain(text.get_text_bounded(top=BOTTOM)),
        [line for line in body.splitlines() if line.strip()],
        "".join(outside(text, width, height)),
        float((picture > 150).mean()),
    )


def outside(text: pypdfium2.PdfTextPage, width: float, height: float) -> Iterator[str]:
    """The letters in the margins, but for those of the foot."""
    for at in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(at)
        letter = text.get_text_range(at, 1)
        beside = left < SIDE - SLACK or right > width - SIDE + SLACK
        if letter.strip() and (beside or top > height - TOP + SLACK or bottom < 0):
            yield letter


def problems(page: Page, sheets: list[Sheet], charts: list[dict], headings: list[str]) -> Iterator[str]:
    """What is wrong with a print, a line each."""
    address = plain(page.url)
    for number, sheet in enumerate(sheets, 1):
        if sheet.outside:
            yield f"sheet {number} is cut: {sheet.outside[:80]!r} lies in the margin"
        if (
            address not in sheet.foot
            or plain(f"data version {VERSION}") not in sheet.foot
            or "Printed" not in sheet.foot
        ):
            yield f"the foot of sheet {number} is {sheet.foot!r}"
        if sheet.light < LIGHT_AT_LEAST:
            yield f"sheet {number} is light on {sheet.light:.0%} only"
        yield from (f"sheet {number} has {word!r}" for word in ONLY_ON_SCREEN if plain(word) in sheet.words)
        if sheet.lines and sheet.lines[-1].strip() in headings:
            yield f"sheet {number} ends with the heading {sheet.lines[-1]!r}"
    if any(ADVICE[0] in sheet.words and ADVICE[-1] not in sheet.words for sheet in sheets):
        yield "the advice is split over two sheets"
    for chart in charts:
        yield from chart_problems(chart, sheets)


def chart_problems(chart: dict, sheets: list[Sheet]) -> Iterator[str]:
    """A chart is whole on one sheet, with the words right above and below it."""
    inside = [plain(text) for text in chart["inside"] if plain(text)]
    around = [plain(chart["before"])[-40:], plain(chart["after"])[:40]]
    if chart["tall"] and in_parts(inside, around, sheets):
        return
    if not any(all(text in sheet.words for text in [*inside, *around]) for sheet in sheets):
        best = max(sheets, key=lambda sheet: sum(text in sheet.words for text in inside))
        missing = [text for text in [*inside, *around] if text not in best.words]
        yield f"a chart is split, cut, or parted from its title or source; not on its sheet: {missing[:5]}"


def in_parts(inside: list[str], around: list[str], sheets: list[Sheet]) -> bool:
    """Whether a chart too tall for a sheet is on sheets that follow one another, the first with its title, the last with its source."""
    first = next((at for at, sheet in enumerate(sheets) if around[0] in sheet.words), None)
    last = next((at for at, sheet in enumerate(sheets) if around[1] in sheet.words), None)
    if first is None or last is None:
        return False
    parts = sheets[first : last + 1]
    begun = any(text in parts[0].words for text in inside[:60])
    return begun and all(any(text in part.words for part in parts) for text in inside)


def letters_of(sheet: pypdfium2.PdfPage) -> Iterator[float]:
    """The size in points of each digit and capital letter above the foot; they stand 0.65 of it high in our font."""
    text = sheet.get_textpage()
    for at in range(text.count_chars()):
        letter = text.get_text_range(at, 1)
        _, bottom, _, top = text.get_charbox(at)
        if letter.isascii() and (letter.isdigit() or letter.isupper()) and bottom > BOTTOM:
            yield (top - bottom) / 0.65


def print_problems(page: Page, form: str) -> list[str]:
    """Print an open page and say what is wrong with it."""
    charts, headings = page.evaluate(CHARTS), page.evaluate(HEADINGS)
    return list(problems(page, printed(page, form), charts, headings))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_prints_whole_on_a4_from_the_dark_theme(visit: Visits, view: View):
    """Charts whole with title and source, no controls, address and version at the foot, black on white."""
    page = visit(view.slug, theme="dark", **view.query)
    before = page.evaluate(LEFT_BEHIND)
    assert not print_problems(page, "A4")
    settled(page)
    assert page.evaluate(LEFT_BEHIND) == before, "the screen is not as it was before printing"


@pytest.mark.parametrize("view", PLAIN, ids=lambda view: view.name)
@pytest.mark.parametrize("width", [390, 1920])
def test_every_page_prints_whole_on_letter_from_other_screens(visit: Visits, view: View, width: int):
    """From a phone and from a projector."""
    assert not print_problems(visit(view.slug, width=width, **view.query), "Letter")


TALL = [
    View("balance", {"tab": "Blood levels"}),
    View("balance", {"tab": "Signs"}),
    View("evidence", {"tab": "Effects", "effects": "Nerves"}),
    View("risk-groups", {}),
    View("intake-nerves", {"tab": "Every analysis"}),
    View("intake-nerves", {"tab": "How people eat"}),
    View("foods", {"bars": "48"}),
]


@pytest.mark.parametrize("view", TALL, ids=lambda view: view.name)
@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_no_letter_on_paper_is_smaller_than_seven_points(visit: Visits, view: View, width: int):
    """However tall the chart and wide the screen; a hair less is a glyph's own shape."""
    page = visit(view.slug, width=width, **view.query)
    charts, headings = page.evaluate(CHARTS), page.evaluate(HEADINGS)
    document = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=True))
    assert min(size for sheet in document for size in letters_of(sheet)) > 6.8
    assert not list(problems(page, [read(sheet) for sheet in document], charts, headings))


@pytest.mark.parametrize("form", ["A4", "Letter"])
def test_the_comparison_is_two_sheets_at_most(visit: Visits, form: str):
    """With its head on each, and when to seek care, which is folded on the screen."""
    sheets = printed(visit("balance"), form)
    assert len(sheets) <= 2
    assert plain("signs like those of a stroke") in sheets[0].words
    rows = [sheet for sheet in sheets if "▰" in sheet.words.split(plain("well established"))[0]]
    assert rows and all("Question▼Toolittle▲Toomuch" in sheet.words for sheet in rows)


def test_a_long_table_repeats_its_head(visit: Visits):
    """On every sheet on which it has rows."""
    sheets = printed(visit("risk-groups", tab="Medicines"))
    rows = [sheet for sheet in sheets if len(sheet.lines) > 12]
    assert len(rows) > 1
    assert all("Whathappens" in sheet.words for sheet in rows[:-1])


def test_what_only_leads_to_another_page_is_not_printed(visit: Visits):
    """The advice is, and not the link below it."""
    words = "".join(sheet.words for sheet in printed(visit("evidence")))
    assert "notmedicaladvice" in words and "howtoreportabarrier" not in words


@pytest.mark.parametrize("view", [View("", {}), View("evidence", {}), View("evidence", {"tab": "Studies"})])
def test_the_advice_is_not_alone_on_a_sheet(visit: Visits, view: View):
    """What stands above it goes along."""
    last = printed(visit(view.slug, **view.query))[-1]
    assert ADVICE[0] in last.words and not last.words.startswith(ADVICE[0])


def test_a_brief_printed_from_its_page_begins_with_the_sheet(visit: Visits):
    """Not with a page that has the page's heading alone."""
    first = printed(visit("brief"))[0]
    assert "Lowmagnesiumataglance" in first.words
    assert "Whatfitsononepage" not in first.words and "Deficiencyversustoxicity" in first.words


@pytest.mark.parametrize("lesson", sorted(load_ready().lessons))
def test_no_sheet_of_pupils_has_its_foot_alone(browser: Browser, url: str, lesson: str):
    """The page to print, on A4."""
    page = new_page(browser)
    page.goto(f"{url}/lessons/{lesson}/pupils.html")
    last = [read(sheet) for sheet in pypdfium2.PdfDocument(page.pdf(format="A4"))][-1]
    page.context.close()
    assert not last.words.startswith("MagnesiuminBalance,dataversion") and "Why" in last.words


def test_a_table_to_scroll_is_told_in_full(visit: Visits):
    """All claims, though the screen draws a dozen; and how many foods are left out."""
    claims = "".join(sheet.words for sheet in printed(visit("evidence", tab="Claims")))
    assert "85claims" in claims and claims.count("Whatissaid:") == 85
    foods = "".join(sheet.words for sheet in printed(visit("foods")))
    assert re.search(r"Thefirst\d+of259rows", foods)


@pytest.mark.parametrize("view", [view for view in VIEWS if view.slug in WITH_CHARTS], ids=lambda view: view.name)
def test_charts_have_the_same_colors_on_paper_from_either_theme(visit: Visits, view: View):
    """Pale letters of the dark theme would vanish on white."""
    found = []
    for theme in ("light", "dark"):
        page = visit(view.slug, theme=theme, **view.query)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")  # as the browser does, without a change of its media
        found.append(page.evaluate(COLORS))
    assert set(found[1]) ^ set(found[0]) == set()
