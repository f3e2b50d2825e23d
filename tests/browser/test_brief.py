"""Briefs in Chromium: at every width and theme, the address restores the sheet, and the page to print prints as the PDF does."""

import re
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from playwright.sync_api import expect

from brief.choices import PAPERS
from brief.ready import SHEETS
from tests.brief.test_sheets import POINTS_PER_MM, SHEET_MM
from tests.browser.helpers import accessibility_problems, axe_findings, open_drawer, settled, sideways


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_sheet_is_shown_whole_and_clean_for_axe(visit, width, theme):
    """Nothing is cut off sideways, and black stays on white in the dark theme."""
    page = visit("brief", width=width, theme=theme)
    sheet = page.locator("article.one")
    expect(sheet.get_by_role("heading", name="Low magnesium at a glance", exact=True)).to_be_visible()
    look = sheet.evaluate("e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]")
    assert look == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    expect(sheet.get_by_role("img", name="Code to scan: is this sheet still current?")).to_be_visible()
    assert not sideways(page)
    assert accessibility_problems(page) == []


def test_the_choice_of_words_is_read_over_a_white_sheet_in_the_dark_theme(visit):
    """It is fixed above the page and has a ground of its own, whatever is scrolled under it."""
    page = visit("brief", theme="dark")
    page.get_by_role("heading", name="Who is at risk, in both directions").scroll_into_view_if_needed()
    assert axe_findings(settled(page)) == []


def test_what_is_ticked_stands_in_the_address_and_comes_back(visit):
    """A part is ticked, the address is opened anew, and the files have it too."""
    page = visit("brief", fresh=True)
    drawer = open_drawer(page)
    box = drawer.get_by_role("combobox", name="Take in")
    box.scroll_into_view_if_needed()
    settled(page)
    box.click()
    page.get_by_role("option", name="Intake targets and limits").click()
    page.wait_for_url(re.compile("include=Intake"))
    page.reload()
    settled(page)
    sheet = page.locator("article.one")
    expect(sheet.get_by_role("heading", name="Intake targets and limits")).to_be_visible()
    expect(sheet.get_by_role("heading", name="Red flags")).to_have_count(0)
    link = page.get_by_role("link", name="Download the PDF").get_attribute("href")
    assert parse_qs(urlsplit(link).query) == {"include": ["Intake targets and limits"]}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("sheet", SHEETS)
def test_the_page_to_print_prints_as_the_pdf_does(visit, url, sheet, paper):
    """On the same paper: one page, and a second for the sources alone."""
    page = visit("brief", fresh=True)
    page.goto(f"{url}/brief/{sheet}.html?size={paper}")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('8pt \"Source Sans Pro\"')")
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    assert len(printed) == 2
    width, height = (points / POINTS_PER_MM for points in printed[0].get_size())
    assert (width, height) == pytest.approx(SHEET_MM[paper], abs=0.2)
    first, second = (one.get_textpage().get_text_range() for one in printed)
    assert "Education, not advice" in first and "Sources of:" not in first
    assert second.lstrip().startswith("Sources of:")
