"""What leaves the page: downloads open and hold what the page shows, a code and a link lead back, an embed stands on another site."""

import base64
import functools
import http.server
import io
import re
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import numpy as np
import openpyxl
import pandas as pd
import plotly
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

from exhibits.base import Look
from exhibits.catalog import catalog
from exhibits.frames import frame_height
from routes.exhibits import figure_of
from routes.pictures import drawer, fit, fonts
from tests.browser.helpers import new_page, settled, shown

PAGES = ("", "intake-nerves", "foods", "supplements")
FOLD = ".take"
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"


def opened(page: Page) -> Page:
    """The page with its first "Take it away" unfolded."""
    page.locator(FOLD).first.locator("summary").click()
    page.locator(f"{FOLD} img").first.wait_for()
    return page


def saved(page: Page, name: str) -> bytes:
    """The file behind a link of the first "Take it away", as the browser saves it."""
    with page.expect_download() as download:
        page.locator(FOLD).first.get_by_role("link", name=name, exact=True).click()
    return download.value.path().read_bytes()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("slug", PAGES, ids=lambda slug: slug or "overview")
def test_downloads_open_and_hold_what_the_page_shows(visit, slug, theme):
    """CSV and Excel the same rows; the picture of a slide is 16:9, that as seen has the page's background."""
    page = opened(visit(slug, theme=theme))
    csv = pd.read_csv(io.BytesIO(saved(page, "CSV")), encoding="utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(saved(page, "Excel")), read_only=True)
    assert len(csv) == len(list(book["Data"].iter_rows())) - 1 > 0
    if page.locator(FOLD).first.get_by_role("link", name="PNG for a slide").count():
        assert Image.open(io.BytesIO(saved(page, "PNG for a slide"))).size == (1920, 1080)
        corner = Image.open(io.BytesIO(saved(page, "PNG as seen"))).convert("RGB").getpixel((3, 3))
        assert (sum(corner) > 600) == (theme == "light")
        assert "<desc" in saved(page, "SVG for print").decode()


def test_the_code_on_the_screen_opens_the_same_view(visit):
    """Scanned from a picture of the screen, as a phone in the room does."""
    page = opened(visit("foods", per="100 g", group="Fruit"))
    code = page.locator(f"{FOLD} img").first
    code.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.take img').naturalWidth > 0")
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))
    address = urlsplit(found[0].text)
    assert parse_qs(address.query)["group"] == ["Fruit"]
    title = page.get_by_role("heading", level=2).first.inner_text()
    other = visit(address.path.strip("/"), **parse_qs(address.query))
    assert shown(other, title)


def test_a_code_of_an_exhibit_further_down_leads_to_it(visit):
    """The curve is the second picture of its tab; whoever scrolls first is left where they are."""
    page = visit("intake-nerves", width=390)
    page.goto("about:blank")
    page.goto(f"{visit.url}/intake-nerves#curve")
    settled(page)
    heading = page.locator("h2", has_text="Odds").first
    page.wait_for_function(
        "h => { const top = h.getBoundingClientRect().top; return top > 0 && top < 300 }", arg=heading.element_handle()
    )


def test_the_link_of_a_view_reopens_it(visit):
    """Pasted into another tab."""
    page = opened(visit("intake-nerves", who="Women"))
    address = urlsplit(page.locator(f"{FOLD} input").first.input_value())
    title = page.get_by_role("heading", level=2).first.inner_text()
    assert shown(visit(address.path.strip("/"), **parse_qs(address.query)), title)


@pytest.fixture
def elsewhere(tmp_path) -> Iterator[tuple[str, str]]:
    """Another site: its address, and the file of its page."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", str(tmp_path / "course.html")
        server.shutdown()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_embed_stands_on_another_site(browser, url, elsewhere, scripts):
    """Picture, table and the way back are read there; the dashboard itself may not be framed."""
    site, file = elsewhere
    with open(file, "w", encoding="utf-8") as course:
        frames = f'<iframe src="{url}/embed/curve" width=700 height=620></iframe><iframe src="{url}/foods"></iframe>'
        course.write(f"<!DOCTYPE html><title>A course</title>{frames}")
    page = new_page(browser, java_script_enabled=scripts)
    page.goto(f"{site}/course.html")
    frame = page.frames[1]
    frame.get_by_role("img").wait_for()
    box = frame.get_by_role("img").bounding_box()
    assert box["width"] > 500 and box["height"] > 200
    assert frame.get_by_text("The same as a table").is_visible()
    assert frame.get_by_role("link", name="Magnesium in Balance").get_attribute("href").startswith(url)
    assert "chrome-error" in page.frames[2].url or not page.frames[2].get_by_role("heading").count()
    page.context.close()


@pytest.mark.parametrize("key", ["curve", "pill", "forest", "funnel", "food-bars"])
def test_nothing_of_an_embed_is_cut_in_the_frame_of_its_snippet(browser, url, key):
    """At 700 pixels; on a phone the picture is the narrow one and nothing is wider than the screen."""
    one = catalog()[key]
    page = new_page(browser, width=700, height=frame_height(one, one.shown_first))
    page.goto(f"{url}/embed/{key}")
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    page.wait_for_function("() => document.images[0].currentSrc.includes('as=chart')")
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("() => document.images[0].currentSrc.includes('as=phone')")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


CHROMIUM_DRAWS = """async ([figure, width, height, letters]) => {
  const font = new FontFace('Source Sans', `url(data:font/ttf;base64,${letters})`);
  document.fonts.add(await font.load());
  const uri = await Plotly.toImage({data: figure.data, layout: figure.layout}, {format: 'svg', width, height});
  return decodeURIComponent(uri.slice(uri.indexOf(',') + 1));
}"""


def marks(svg: str) -> list[list[float]]:
    """Where the marks of a drawn figure begin: the first point of each path of its traces and shapes, pixels."""
    root = ET.fromstring(svg)
    groups = [part for part in root.iter() if {"trace", "shapelayer"} & set(part.get("class", "").split())]
    paths = [path.get("d", "") for group in groups for path in group.iter("{http://www.w3.org/2000/svg}path")]
    points = [re.findall(r"-?\d+\.?\d*", path)[:2] for path in paths]
    return [[float(one) for one in point] for point in points if len(point) == 2]


@pytest.mark.parametrize("key", ["curve", "prevalence", "food-bars"])
def test_a_picture_is_as_chromium_draws_it(browser, key):
    """The same plotly.js: as many marks, each where Chromium has it to three pixels, for letters are measured otherwise."""
    one = catalog()[key]
    figure = drawer.unpacked(figure_of(one.figure(one.shown_first, Look("light", "wide"))))
    height = fit.height_of(figure)
    page = new_page(browser)
    page.add_script_tag(path=PLOTLY)
    letters = base64.b64encode(fonts.REGULAR.read_bytes()).decode()
    theirs = marks(page.evaluate(CHROMIUM_DRAWS, [figure, 1000, height, letters]))
    page.context.close()
    ours = marks(drawer.svg_of(figure, 1000, height))
    assert len(ours) == len(theirs) > 3
    assert np.abs(np.array(ours) - np.array(theirs)).max() < 3
