"""The words of pictures: in our letters, whole on the sheet, large enough, and true where no page is round them."""

import re
import xml.etree.ElementTree as ET
from functools import cache
from urllib.parse import parse_qs

import pytest
from fontTools.ttLib import TTFont

from exhibits.base import Chart, Look
from exhibits.catalog import catalog
from routes import exhibits as routed
from routes.asked import SIZE, Drawn, view_of
from routes.pictures import drawer, fit, fonts, letters, sheet, signs

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = [key for key, one in catalog().items() if isinstance(one.figure(one.shown_first, Look()), Chart)]
MORE = (
    "food-bars?per=100g&bars=48",
    "food-bars?whole=true",
    "food-density?per=100g",
    "food-comparison?per=100g",
    "forest?topic=migraine",
    "forest?topic=nerve",
    "curve?sex=female&scale=density",
    "prevalence?sex=male&by=band",
    "intake?split=race",
    "nutrients?sort=name",
    "risk-map?direction=deficiency",
    "target?sex=female&status=pregnant",
    "pill?mg=2000",
    "day?drug=doxycycline",
)
"""Views beside those shown first, whose words are others."""
PLACE = re.compile(
    r"\b(?:(?:named|listed|told|list|table|picture|levels|as) (?:\w+ ){0,3}(?:below|above)|listed here)\b"
)


@cache
def drawn(key: str, kind: str, query: str = "") -> tuple[str, fit.Size]:
    """The plot of an exhibit, as it is shown first where there is no `query`, as the server would draw it."""
    how = Drawn(kind, Look("light", SIZE.get(kind, "wide")))
    figure, page = routed.prepared(view_of(key, parse_qs(query)), how, "https://magnesium.example.org")
    sizes = list(fit.sizes(page, fit.height_of(figure)))
    for size in sizes:
        plot = drawer.svg_of(figure, size.width, size.height)
        if len(sizes) == 1 or fit.does(plot, size):
            break
    return plot, size


@pytest.mark.parametrize("kind", ["screen", "slide", "print", "chart", "phone"])
@pytest.mark.parametrize("key", CHARTS)
def test_no_word_of_a_plot_leaves_its_sheet(key, kind):
    """Measured in the letters of pictures, to two pixels."""
    plot, size = drawn(key, kind)
    assert not letters.beyond(plot, size.width, size.height)


@pytest.mark.parametrize("kind", ["slide", "print"])
@pytest.mark.parametrize("view", MORE)
def test_no_word_leaves_its_sheet_with_other_choices(view, kind):
    """As above."""
    key, _, query = view.partition("?")
    plot, size = drawn(key, kind, query)
    assert not letters.beyond(plot, size.width, size.height)


@pytest.mark.parametrize("key", CHARTS)
def test_letters_on_a_slide_can_be_read_from_the_back_row_or_the_slide_says_where_they_can(key):
    """28 pixels in the plot, 22 under it; the plot fills its room in one direction."""
    plot, size = drawn(key, "slide")
    svg = sheet.composed(size.sheet, plot, size[:2])
    words = letters.written(svg)
    assert min(one.size for one in words) >= 22 or fit.TOO_LARGE in size.sheet.notes
    inner = [one for one in words if one.size >= 22]
    assert all(one.left >= 0 and one.right <= 1920 and one.bottom <= 1080 for one in inner)
    if fit.TOO_LARGE not in size.sheet.notes:
        scale = float(re.search(r"scale\(([\d.]+)\)\"><svg", svg)[1])
        assert min(one.size for one in letters.written(plot)) * scale >= fit.LETTERS


@pytest.mark.parametrize("key", ["day", "food-bars"])
def test_every_text_has_a_stack_that_ends_in_any_font_without_serifs_and_our_lines_keep_their_width(key):
    """The plot's too; on a machine without our letters no line grows beyond its own width here."""
    plot, size = drawn(key, "print")
    root = ET.fromstring(sheet.composed(size.sheet, plot, size[:2]))
    assert root.get("font-family").endswith("sans-serif")
    for text in root.iter(f"{SVG}text"):
        family = re.search(r"font-family:([^;]*)", text.get("style", ""))
        assert family is None or family[1].strip() == fonts.STACK
    for line in root.findall(f"{SVG}text"):
        assert float(line.get("textLength")) <= size.sheet.inner and line.get("lengthAdjust") == "spacingAndGlyphs"


def test_every_sign_of_every_picture_is_in_the_fonts_of_pictures():
    """And no font of signs has letters, or it would be taken for the words beside a sign too."""
    of_signs = {chr(code) for code in TTFont(str(signs.FONT)).getBestCmap()}
    assert of_signs == set(fonts.STEPS) and not any(sign.isalnum() for sign in of_signs)
    both = set.intersection(
        *({chr(code) for code in TTFont(str(file)).getBestCmap()} for file in (fonts.REGULAR, fonts.BOLD))
    )
    for key in CHARTS:
        words = catalog()[key].words(catalog()[key].shown_first)
        written = {sign for one in letters.written(drawn(key, "print")[0]) for sign in one.text}
        written |= set("".join((words["title"], words["subtitle"], words["source"], *catalog()[key].cautions)))
        assert written <= both | of_signs | {"\n"}, key


def test_the_font_of_signs_is_as_it_is_drawn(tmp_path, monkeypatch):
    """`python -m routes.pictures.signs` was run after the last change."""
    kept = signs.FONT.read_bytes()
    monkeypatch.setattr(signs, "FONT", tmp_path / "signs.ttf")
    signs.main()
    assert signs.FONT.read_bytes() == kept


@pytest.mark.parametrize("key", list(catalog()))
def test_words_of_an_exhibit_name_no_place_on_a_page(key):
    """A picture and an embed have no list below and nothing above."""
    one = catalog()[key]
    words = one.words(one.shown_first)
    for part in ("title", "subtitle", "source", "alt"):
        assert not PLACE.search(words[part]), words[part]


def test_a_word_wider_than_its_line_is_parted():
    """Such as a long address."""
    address = "https://magnesium.example.org/v/1.2.0/food-day?" + "day=oatmeal%3A1&" * 20
    lines = fonts.wrapped(address, size=22, width=600)
    assert "".join(lines) == address and max(fonts.length(line, 22) for line in lines) <= 600
