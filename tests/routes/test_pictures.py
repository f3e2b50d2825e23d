"""Pictures: every chart can be drawn without a browser, complete in itself, and what cannot be drawn is told."""

import io
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
import resvg_py
import zxingcpp
from PIL import Image

from data.releases import VERSION
from exhibits.base import Chart, Look
from exhibits.catalog import catalog
from routes import exhibits as routed
from routes.asked import Drawn, view_of
from routes.pictures import drawer, fit, fonts, sheet

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = [key for key, one in catalog().items() if isinstance(one.figure(one.shown_first, Look()), Chart)]
TABLES = [key for key in catalog() if key not in CHARTS]


def text_of(root: ET.Element) -> str:
    """All that is written in a picture."""
    return " ".join("".join(part.itertext()) for part in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("key", CHARTS)
def test_every_chart_can_be_drawn_complete(key):
    """Well-formed, with title, alternative text, source, address, and the labels of its plot; in the wide look of a page."""
    view = view_of(key, {})
    figure, page = routed.prepared(view, Drawn("screen", Look("dark", "wide")), "http://testserver")
    assert not [name for name, part in figure["layout"].items() if isinstance(part, dict) and part.get("automargin")]
    size = next(fit.sizes(page, fit.height_of(figure)))[:2]
    root = ET.fromstring(sheet.composed(page, drawer.svg_of(figure, *size), size))
    words = view.exhibit.words(view.choices, Look("dark", "wide"))
    assert root.find(f"{SVG}title").text == words["title"]
    assert root.find(f"{SVG}desc").text == words["alt"]
    assert root.get("role") == "img"
    written = text_of(root)
    assert words["title"].split()[0] in written and f"/v/{VERSION}/{key}" in written.replace(" ", "")
    ours = len(fonts.wrapped(words["title"], size=28, width=page.inner, bold=True))
    assert len(list(root.iter(f"{SVG}text"))) > ours + 3, "the plot has no words"


@pytest.mark.parametrize("kind", ["slide", "print", "screen"])
def test_a_png_is_of_the_size_it_is_for_and_its_code_can_be_scanned(client, kind):
    """A slide is 16:9; the code leads to the page that says whether the figures are still current."""
    answer = client.get(f"/exhibits/target.png?as={kind}&mode=dark")
    assert answer.status_code == 200, answer.text
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.width == {"slide": 1920, "print": 3000, "screen": 2400}[kind]
    if kind == "slide":
        assert picture.size == (1920, 1080)
    found = zxingcpp.read_barcodes(picture)
    assert [one.text for one in found] == [f"http://testserver/v/{VERSION}/target"]


def test_a_picture_for_paper_is_black_on_white_from_the_dark_theme_too(client):
    """The corner is white."""
    dark = client.get("/exhibits/target.png?as=print&mode=dark")
    assert Image.open(io.BytesIO(dark.content)).convert("RGB").getpixel((2, 2)) == (255, 255, 255)


def test_the_code_alone_is_large_enough_to_project(client):
    """And leads to the view with its choices."""
    answer = client.get("/exhibits/food-bars.qr.svg?per=100g")
    svg = answer.text
    assert int(re.search(r'width="(\d+)"', svg)[1]) >= 400
    picture = Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=svg)))
    assert zxingcpp.read_barcodes(picture)[0].text == "http://testserver/foods?tab=Find&per=100+g#food-bars"


@pytest.mark.parametrize("key", TABLES)
def test_a_table_says_that_it_is_none_and_offers_its_rows(client, key):
    """406, never a broken picture."""
    answer = client.get(f"/exhibits/{key}.svg")
    assert answer.status_code == 406
    assert f"{key}.csv" in answer.json()["offers"]


def test_nothing_to_see_is_no_picture(client):
    """404 with the reason."""
    answer = client.get("/exhibits/food-bars.svg?q=xylophone")
    assert answer.status_code == 404 and "xylophone" in answer.json()["detail"]


def test_a_figure_that_cannot_be_drawn_is_told(client, monkeypatch):
    """503 with the page to print; the next one is drawn."""
    monkeypatch.setattr(routed, "figure_of", lambda chart: {"data": [{"x": {"bdata": "?"}}], "layout": {"height": 300}})
    answer = client.get("/exhibits/target.svg?as=print&sex=male")
    monkeypatch.undo()
    assert answer.status_code == 503 and answer.json()["page"].startswith("http://testserver/")
    assert client.get("/exhibits/target.svg").status_code == 200


def test_a_process_that_ends_is_started_anew(client):
    """A picture after a fault is drawn."""
    assert client.get("/exhibits/target.svg?mode=light").status_code == 200
    client.portal.call(routed.drawer().stop)
    assert client.get("/exhibits/pill.svg").status_code == 200


def dots(text: str, files: list[str]) -> np.ndarray:
    """A line of text as dots, in these fonts."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60" font-family="{fonts.STACK}" font-size="30">'
        f'<rect width="400" height="60" fill="#fff"/><text x="5" y="40">{text}</text></svg>'
    )
    told = {"font_files": files, "skip_system_fonts": True, "font_family": fonts.FAMILY}
    return np.asarray(Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=svg, **told))).convert("L"))


def test_no_font_of_the_machine_is_needed_and_a_sign_leaves_the_words_beside_it_alone():
    """□ is drawn from the font of signs; "guideline" before it has the dots it has without it."""
    with_sign, alone = dots("guideline □", fonts.FILES), dots("guideline", fonts.FILES)
    edge = int(5 + fonts.length("guideline", 30)) + 1
    assert (with_sign[:, :edge] == alone[:, :edge]).all()
    assert (with_sign[:, edge:] < 128).any()
    assert not (with_sign == dots("guideline □", fonts.FILES[:2])).all()


def test_arrays_are_unpacked_and_no_number_is_null():
    """As plotly.js outside a browser takes them."""
    chart = Chart([{"x": np.array([1.5, float("nan")])}], {"meta": {}})
    assert drawer.unpacked(chart.to_dict())["data"][0]["x"] == [1.5, None]


def test_long_titles_are_wrapped():
    """No line is wider than the picture, unless it is one word."""
    lines = fonts.wrapped("one two three four five six seven", size=40, width=200, bold=True)
    assert len(lines) > 1 and " ".join(lines) == "one two three four five six seven"
