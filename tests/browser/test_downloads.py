"""Every exhibit's files, on every page and tab and in both themes: they open, and hold what the page shows."""

import io
import json
import xml.etree.ElementTree as ET

import openpyxl
import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.views import VIEWS

FOLDED = """() => [...document.querySelectorAll('.take')].map(fold => ({
  key: fold.dataset.exhibit,
  files: Object.fromEntries([...fold.querySelectorAll('a[download]')].map(link => [link.textContent, link.href])),
}))"""
SLIDE = (1920, 1080)
WORD = "{http://www.w3.org/2000/svg}"


def read(page: Page, address: str) -> bytes:
    """A file, asked for as the reader's browser does."""
    answer = page.request.get(address)
    assert answer.ok, f"{address}: {answer.status} {answer.text()[:300]}"
    return answer.body()


def same_rows(page: Page, files: dict[str, str]) -> dict:
    """CSV, Excel and JSON hold the same rows; the JSON."""
    told = json.loads(read(page, files["JSON"]))
    csv = pd.read_csv(io.BytesIO(read(page, files["CSV"])), encoding="utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(read(page, files["Excel"])), read_only=True)
    assert len(csv) == len(told["rows"]) == len(list(book["Data"].iter_rows())) - 1 > 0, told["key"]
    return told


def whole_picture(page: Page, files: dict[str, str], told: dict) -> None:
    """A slide is 16:9; on paper title, text alternative and source are those of the rows."""
    assert Image.open(io.BytesIO(read(page, files["PNG for a slide"]))).size == SLIDE
    root = ET.fromstring(read(page, files["SVG for print"]))
    assert root.findtext(f"{WORD}title") == told["title"]
    assert root.findtext(f"{WORD}desc") == told["alt"]
    words = " ".join("".join(line.itertext()) for line in root.iter(f"{WORD}text"))
    assert told["source"].split(".")[0] in words


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_exhibit_is_taken_away_as_it_is_shown(visit, view, theme):
    """The title over the picture is on the page; the picture as seen has the page's ground."""
    page = visit(view.slug, theme=theme, **view.query)
    shown = page.get_by_role("main").inner_text() if page.get_by_role("main").count() else page.inner_text("body")
    for fold in page.evaluate(FOLDED):
        told = same_rows(page, fold["files"])
        if "PNG as seen" not in fold["files"]:
            continue
        assert told["title"] in shown, f"{fold['key']}: the file's title is not on the page"
        corner = Image.open(io.BytesIO(read(page, fold["files"]["PNG as seen"]))).convert("RGB").getpixel((3, 3))
        assert (sum(corner) > 600) == (theme == "light")
        if theme == "light":
            whole_picture(page, fold["files"], told)
