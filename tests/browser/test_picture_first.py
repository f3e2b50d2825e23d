"""A page opens with its picture on the first screen; it can be read from the back row; on a phone the menu is in reach."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import LAUNCH_ARGS, find_chromium
from tests.browser.helpers import new_page, open_page, settled, sideways
from tests.browser.views import PLAIN, TABS, VIEWS, View

SCREENS = {"laptop": (1280, 720), "phone": (390, 844)}
PROJECTOR = (1920, 1080)
IN_SIGHT_PX = 60  # of the picture, at the least
BACK_ROW_PX = 20
OF_THE_WIDTH = 0.8

# What a view shows: its first chart, table or cards; where there is none of them, what is written below the controls.
PICTURE = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  const seen = e => e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().height > 30;
  const first = css => [...main.querySelectorAll(css)].find(seen);
  const panel = first('[role=tabpanel]') ?? main;
  const shown = first(`[data-testid=stPlotlyChart], .stHtml table, .stHtml article, [data-testid=stDataFrame]`)
    ?? [...panel.querySelectorAll('[data-testid=stMarkdown], [data-testid=stCaptionContainer], button')].find(
      e => seen(e) && !e.closest('[class*=st-key-controls-], [class*=st-key-heading-]'));
  return shown ? shown.getBoundingClientRect().top : null;
}"""

SMALL_LETTERS = """least => {
  const letters = e => parseFloat(getComputedStyle(e).fontSize);
  const seen = e => e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().height > 0;
  const own = e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
  return [...document.querySelectorAll(`.js-plotly-plot text, [role=tab], [data-testid=stWidgetLabel] *, .stHtml td *, .stHtml th,
      [class*=st-key-controls-] *, [data-testid=stTopNavLink] *`)]
    .filter(e => seen(e) && own(e) && letters(e) < least && !e.closest('[data-testid=stIconMaterial]'))
    .map(e => `${letters(e)} px: ${e.textContent.trim().slice(0, 40)}`);
}"""

WIDEST_CHART = """() => Math.max(0, ...[...document.querySelectorAll('[data-testid=stMain] [data-testid=stPlotlyChart]')]
  .filter(c => c.checkVisibility()).map(c => c.getBoundingClientRect().width)) / innerWidth"""


def resized(page: Page, size: tuple[int, int]) -> Page:
    """The page on a screen of this size, composed for it."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    return settled(page)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
@pytest.mark.parametrize("screen", SCREENS)
def test_the_picture_is_on_the_first_screen(visit, view, screen):
    """Its top edge, and enough of it to see that it is one."""
    width, height = SCREENS[screen]
    page = resized(visit(view.slug, width=width, **view.query), (width, height))
    top = page.evaluate(PICTURE)
    assert top is not None, "nothing is shown"
    assert 0 <= top <= height - IN_SIGHT_PX, f"the picture begins at {top:.0f} px of {height}"


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_the_back_row_can_read_every_view(visit, view):
    """At 1920 x 1080 no letters in charts, labels and controls under 20 px, and pictures fill four fifths of the width."""
    page = resized(visit(view.slug, width=PROJECTOR[0], **view.query), PROJECTOR)
    small = page.evaluate(SMALL_LETTERS, BACK_ROW_PX - 0.01)
    assert not small, "\n".join(small)
    widest = page.evaluate(WIDEST_CHART)
    assert widest == 0 or widest >= OF_THE_WIDTH, f"the picture fills {widest:.0%} of the width"
    assert not sideways(page)


@pytest.fixture(scope="module")
def large_letters(browser: Browser) -> Iterator[Browser]:
    """A Chromium of a reader who has doubled the size of letters in its settings."""
    settings = [*LAUNCH_ARGS, "--blink-settings=defaultFontSize=32"]
    chromium = browser.browser_type.launch(executable_path=find_chromium(), args=settings)
    yield chromium
    chromium.close()


def menu_in_reach(page: Page) -> None:
    """The menu says what it is, lies on the screen, and opens the list of pages."""
    button = page.get_by_test_id("stExpandSidebarButton")
    assert button.evaluate("b => getComputedStyle(b, '::after').content") == '"Menu"'
    box, width = button.bounding_box(), page.viewport_size["width"]
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width, f"{box} on a screen of {width} px"
    button.click()
    page.get_by_test_id("stSidebarNavLink").first.wait_for()


def test_the_menu_is_in_reach_on_the_smallest_phone(visit):
    """At 320 px."""
    page = visit("foods", width=320)
    assert not sideways(page)
    menu_in_reach(page)


@pytest.mark.parametrize("view", PLAIN, ids=lambda view: view.name)
@pytest.mark.parametrize("width", [320, 390])
def test_large_letters_fit(large_letters, url, view: View, width):
    """At twice the usual letters the page grows with them, the menu stays in reach, and nothing goes off to the side."""
    page = open_page(new_page(large_letters, width=width, height=844), url, view.slug, **view.query)
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 32
    assert not sideways(page)
    menu_in_reach(page)
    page.context.close()


# Every frame in which the title can be seen: where it stands and how large it is.
WATCH_TITLE = """() => {
  window.titles = new Set();
  const look = () => {
    const title = document.querySelector('[data-testid=stMain] h1');
    if (title?.checkVisibility({visibilityProperty: true})) {
      const box = title.getBoundingClientRect();
      window.titles.add(`${Math.round(box.left)} ${Math.round(box.top)} ${getComputedStyle(title).fontSize}`);
    }
    requestAnimationFrame(look);
  };
  look();
}"""


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_nothing_jumps_while_loading(browser, url, width):
    """The title is shown in one place and size only, and so is what stands below it."""
    page = new_page(browser, width=width)
    page.add_init_script(f"({WATCH_TITLE})()")
    open_page(page, url, "foods")
    assert len(page.evaluate("[...window.titles]")) == 1, page.evaluate("[...window.titles]")
    page.context.close()


NAMED = """() => {
  const tab = document.querySelector("[data-testid=stMain] [role=tab][aria-selected=true]").getBoundingClientRect();
  return [Math.round(tab.left), Math.round(innerWidth - tab.right)];
}"""


@pytest.mark.parametrize("slug", ["intake-nerves", "evidence", "pain"])
def test_on_a_phone_the_name_of_the_open_tab_is_in_sight(visit, slug):
    """Of the last tab too, for who comes by a link; the page itself has not moved."""
    page = visit(slug, tab=TABS[slug][-1], width=390)
    page.wait_for_function(f"() => Math.min(...({NAMED})()) >= 0")
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0
