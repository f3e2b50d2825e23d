"""Pictures answer: a mark chosen by mouse, finger or key opens its record beside the picture, and nothing else moves."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page

from exhibits.base import Look, Markup
from exhibits.catalog import catalog
from tests.browser.helpers import Watch, cut_off, new_page, open_page, settled, sideways
from tests.exhibits.test_marks import ANSWERING, CHOSEN

DRAWN = [key for key in ANSWERING if key != "two-curves"]  # which are drawn as the curve is, and placed as groups are
FEW = CHOSEN | {
    "specification": {"cuts": ("weighted",), "scale": ("amount",), "energy": ("all",), "diabetes": ("all",)}
}
TALL = 844  # a phone

# Where the mark of a record lies on the screen: the middle of a bar, or its point.
PLACE = """([chart, key]) => {
  const plot = document.querySelector(`.st-key-picture-${chart} .js-plotly-plot`), box = plot.getBoundingClientRect();
  for (const trace of plot._fullData) {
    const at = Array.from(trace.ids ?? []).indexOf(key);
    if (at < 0) continue;
    const axis = name => plot._fullLayout[`${name[0]}axis${name.slice(1)}`], mark = plot.calcdata[trace.index][at];
    const across = axis(trace.xaxis), up = axis(trace.yaxis), middle = (mark.p0 + mark.p1) / 2, half = (mark.s0 + mark.s1) / 2;
    const [x, y] = trace.type !== "bar" ? [mark.x, mark.y] : trace.orientation === "h" ? [half, middle] : [middle, half];
    return [box.left + across._offset + across.c2p(x), box.top + up._offset + up.c2p(y)];
  }
}"""
KEEP = "chart => { window.kept = document.querySelector(`.st-key-picture-${chart} .js-plotly-plot`) }"
KEPT = "chart => window.kept === document.querySelector(`.st-key-picture-${chart} .js-plotly-plot`)"
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.fixture
def touching(browser: Browser, url: str) -> Iterator[Callable[..., Page]]:
    """Opens pages on a phone with a screen to touch."""
    page = new_page(
        browser, width=390, height=TALL, has_touch=True, user_agent="Mozilla/5.0 (Linux; Android 14) Mobile"
    )
    watch = Watch(page, url)
    yield partial(open_page, page, url)
    page.context.close()
    assert not watch.problems


def place(page: Page, chart: str, key: str) -> tuple[float, float]:
    """Where to point at a mark, scrolled to the middle of the screen."""
    _, y = page.evaluate(PLACE, [chart, key])
    page.evaluate("y => { document.querySelector('[data-testid=stMain]').scrollTop += y - 400 }", y)
    settled(page)
    page.evaluate(KEEP, chart)
    x, y = page.evaluate(PLACE, [chart, key])
    return x, y


def told(key: str, mark: str, **choices) -> str:
    """The first words of a record."""
    one = catalog()[key]
    said = one.opens.told(one.choices(**choices) if choices else one.shown_first, mark)
    return (
        said.words["title"] if isinstance(said, Markup) else said.split("\n")[0].removeprefix("### ").replace("\\", "")
    )


def in_panel(page: Page, key: str) -> str:
    """What stands beside the picture."""
    return page.locator(f".st-key-record-{key}").inner_text()


def check_opened(page: Page, key: str, mark: str, top: float, **choices) -> None:
    """The record is there and in the address, the picture is the same element, and the page stands where it stood."""
    assert f"{catalog()[key].opens.name}={mark}" in page.url
    first = told(key, mark, **choices)
    assert " ".join(first.split())[:60] in " ".join(in_panel(page, key).split())
    assert page.evaluate(KEPT, key), "the picture was made anew"
    assert page.evaluate(SCROLLED) == pytest.approx(top, abs=1)
    assert page.locator(f".st-key-picture-{key} .opened-mark").count() >= 1


LINES_ALONE = {"curve", "serum-ruler"}  # what is pointed at there has no mark of its own
DRAWN_AND_MEANT = """chart => {
  const plot = document.querySelector(`.st-key-picture-${chart} .js-plotly-plot`);
  const meant = plot.calcdata.filter(([first]) => first.trace.ids && (first.trace.type === "bar" || first.trace.mode?.includes("markers")));
  const said = meant.flat().filter(one => one.x !== undefined && one.y !== undefined);
  const drawn = [...plot.querySelectorAll(".barlayer .point, .scatterlayer .point")].map(one => one.__data__).filter(one => one?.id !== undefined);
  return [drawn.length, said.length];
}"""


@pytest.mark.parametrize("key", DRAWN)
def test_every_mark_that_is_meant_is_drawn(visit, key):
    """Marks of one record too: plotly.js draws the first alone of those that share a name."""
    one = catalog()[key]
    page = visit(one.page, **one.address(one.choices(**FEW.get(key, one.example))))
    drawn, meant = page.evaluate(DRAWN_AND_MEANT, key)
    assert drawn == meant
    assert meant or key in LINES_ALONE


@pytest.mark.parametrize("key", DRAWN)
def test_a_click_on_a_mark_opens_its_record(visit, key):
    """Every picture that has records, by mouse, and no word of it is cut beside it; one Back closes the record again."""
    one = catalog()[key]
    choices = one.choices(**FEW.get(key, one.example))
    mark = one.figure(choices, Look()).marks[-1]
    page = visit(one.page, **one.address(choices))
    at = place(page, key, mark)
    top = page.evaluate(SCROLLED)
    page.mouse.click(*at)
    settled(page)
    check_opened(page, key, mark, top, **FEW.get(key, {}))
    assert cut_off(page) == []
    page.go_back()
    settled(page)
    assert f"{one.opens.name}=" not in page.url
    assert page.locator(f".st-key-record-{key}").count() == 0
    assert page.evaluate(SCROLLED) == pytest.approx(top, abs=1)


@pytest.mark.parametrize("key", DRAWN)
def test_no_word_of_a_picture_is_cut_beside_its_record_on_a_projector(visit, key):
    """Though the picture is narrower then."""
    one = catalog()[key]
    choices = one.choices(**FEW.get(key, one.example))
    record = {one.opens.name: one.figure(choices, Look()).marks[0]}
    assert cut_off(visit(one.page, width=1920, **one.address(choices) | record)) == []


@pytest.mark.parametrize(
    ("key", "mark"),
    [
        ("food-bars", "almond-butter-no-salt"),
        ("risk-map", "ppis"),
        ("verdicts", "J12"),
        ("symptom-matrix", "weakness"),
        ("curve", "200-mg-a-day"),
    ],
)
def test_a_finger_opens_it_under_the_picture_and_in_sight(touching, key, mark):
    """On a phone the record stands at the lower edge of the screen, and the mark that was touched is still there."""
    one = catalog()[key]
    page = touching(one.page, **one.address(one.shown_first))
    at = place(page, key, mark)
    top = page.evaluate(SCROLLED)
    page.touchscreen.tap(*at)
    settled(page)
    check_opened(page, key, mark, top)
    box = page.locator(f".st-key-record-{key}").bounding_box()
    assert TALL * 0.5 < box["y"] < TALL and box["y"] + box["height"] <= TALL + 1
    assert not sideways(page)


def test_a_finger_that_scrolls_over_the_marks_opens_none(touching):
    """It begins on a mark and means the page; one that lies still opens the record."""
    one = catalog()["verdicts"]
    page = touching(one.page, **one.address(one.shown_first))
    at = place(page, "verdicts", "J12")
    client = page.context.new_cdp_session(page)
    for kind, up in (("touchStart", 0), *(("touchMove", 8 * step) for step in range(1, 16)), ("touchEnd", None)):
        points = [] if up is None else [{"x": at[0], "y": at[1] - up}]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    settled(page)
    assert "claim=" not in page.url
    page.touchscreen.tap(*place(page, "verdicts", "J12"))
    settled(page)
    assert "claim=J12" in page.url


@pytest.mark.parametrize(
    ("key", "mark", "typed"),
    [
        ("food-bars", "chia-seeds", "Chia"),
        ("forest", "lim_2022", "Lim"),
        ("plan-chart", "caffeine", "caffeine"),
        ("mechanism-map", "low_nmda", "Low magnesium → NMDA"),
        ("day", "moxifloxacin", "Moxi"),
    ],
)
def test_keys_alone_open_and_close_it(visit, key, mark, typed):
    """Tab reaches the box below the picture; letters and Enter choose; the button closes."""
    one = catalog()[key]
    page = visit(one.page, **one.address(one.shown_first))
    field = page.get_by_role("combobox", name=one.opens.label)
    field.scroll_into_view_if_needed()
    page.evaluate(KEEP, key)
    field.focus()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    settled(page)
    assert f"{one.opens.name}={mark}" in page.url and page.evaluate(KEPT, key)
    assert told(key, mark)[:30] in in_panel(page, key)
    close = page.locator(f".st-key-record-{key}").get_by_role("button", name="Close")
    close.focus()
    page.keyboard.press("Enter")
    settled(page)
    assert f"{one.opens.name}=" not in page.url and page.evaluate(KEPT, key)


def test_a_second_click_on_the_same_mark_opens_it_again_after_it_was_closed(visit):
    """The chart forgets nothing and keeps nothing: the address alone says what is open."""
    page = visit("foods")
    for _ in range(2):
        at = place(page, "food-bars", "chia-seeds")
        page.mouse.click(*at)
        settled(page)
        assert "food=chia-seeds" in page.url
        page.locator(".st-key-record-food-bars").get_by_role("button", name="Close").click()
        settled(page)
        assert "food=" not in page.url


def test_a_study_left_out_stays_where_it_was(visit):
    """The picture keeps its height, so that the page does not move."""
    page = visit("evidence", tab="Effects", effects="Joints", study="hu_2020")
    height = page.locator(".st-key-picture-forest .js-plotly-plot").bounding_box()["height"]
    page.get_by_role("button", name="Leave this study out").click()
    settled(page)
    assert "without=Hu+2020" in page.url and page.get_by_text("Nothing was pooled anew").count() == 1
    assert page.locator(".st-key-picture-forest .js-plotly-plot").bounding_box()["height"] == height
