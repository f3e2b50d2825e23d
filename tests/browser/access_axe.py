"""What axe-core is asked about: every view, and whatever opens on it; records, lessons, and the pages without Streamlit.

Each function opens states and adds to a tally what axe found in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from playwright.sync_api import Locator, Page

from brief.ready import SHEETS
from exhibits.base import Look
from exhibits.catalog import catalog
from exhibits.lessons.prepared import load_ready
from sheets.lesson import KINDS_OF_SHEET
from tests.browser.access import LAPTOP
from tests.browser.helpers import HEIGHT, Tabs, axe_findings, open_page, settled, unfold, unroll
from tests.browser.views import View

THEMES, WIDTHS, PHONE = ("light", "dark"), (1280, 390), 390
EVERYWHERE = "in both themes, at 1280 and 390 px"
LONGEST = 200
AXE_OF = {
    "axe-page": ("axe on every view", f"Every page and tab, {EVERYWHERE}, the whole page unrolled"),
    "axe-drawer": ("axe with a drawer open", f"Each drawer of every view that has rarer controls, {EVERYWHERE}"),
    "axe-unfolded": (
        "axe with everything unfolded",
        f"Every view: what there is to take away, rows to listen to, notes and tables opened, {EVERYWHERE}",
    ),
    "axe-list": ("axe with a list open", f"The first list to choose from on every page that has one, {EVERYWHERE}"),
    "axe-term": ("axe with a word explained", f"The first explained word of every page that has one, {EVERYWHERE}"),
    "axe-menu": ("axe with the menu open", "Every page: the whole menu on a phone, “More” on a laptop, in both themes"),
    "axe-record": ("axe with a record open", f"One record of every picture whose marks open one, {EVERYWHERE}"),
    "axe-lesson": (
        "axe on lessons",
        f"The start of each lesson and each of its steps, {EVERYWHERE}; the window of notes at 1280 px",
    ),
    "axe-plain": ("axe on pages without Streamlit", f"Every embedded exhibit, the sheets and the page of data, {EVERYWHERE}"),
}  # fmt: skip
OF_A_PAGE = ("axe-list", "axe-term", "axe-menu")
OF_A_VIEW = ("axe-page", "axe-drawer", "axe-unfolded", *OF_A_PAGE)
PLAIN_PAGES = ("data", *(f"brief/{sheet}.html" for sheet in SHEETS))
WINDOWS: tuple[dict[str, str], ...] = ({}, {"window": "notes"})
DRAWERS = "[data-testid=stPopoverButton]:visible"
LISTS = "[data-testid=stMain] [role=combobox]:visible"
TABLES_NOT_SHOWN = "label:not([data-selected]):has-text('Show as table'):visible"
TERMS = "[data-testid=stMain] .term:visible"
MENU_IN = "() => document.querySelector('[data-testid=stSidebar]').getBoundingClientRect().left >= 0"


class Tally:
    """How many states were looked at for each check that is wanted, and which of them had a fault."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self.wanted = frozenset(wanted)
        self.states: dict[str, int] = defaultdict(int)
        self.faults: dict[str, list[str]] = defaultdict(list)

    def add(self, check: str, state: str, problems: list[str]) -> None:
        """One state; several problems in it are one fault, told by the first."""
        self.states[check] += 1
        if problems:
            self.faults[check].append(f"{state}: {problems[0]}".replace("\n", " ")[:LONGEST])

    def take_in(self, other: Tally) -> None:
        """What was looked at elsewhere."""
        for check, states in other.states.items():
            self.states[check] += states
        for check, faults in other.faults.items():
            self.faults[check] += faults


def axe_of_view(page: Page, view: View, theme: str, tally: Tally) -> None:
    """A view that is open at 1280 px: as it stands there and on a phone, and with what opens over it; then all unfolded."""
    for width in WIDTHS:
        state = f"{view.name}, {theme}, {width} px"
        page.set_viewport_size({"width": width, "height": HEIGHT})
        if "axe-page" in tally.wanted:
            tally.add("axe-page", state, axe_findings(unroll(settled(page))))
            page.set_viewport_size({"width": width, "height": HEIGHT})
        if "axe-drawer" in tally.wanted:
            for drawer in settled(page).locator(DRAWERS).all():
                with_open(page, "axe-drawer", drawer, "[data-testid=stPopoverBody]", state, tally)
        if tally.wanted.intersection(OF_A_PAGE) and not view.query:
            axe_of_overlays(settled(page), state, tally)
            axe_of_menu(page, width, state, tally)
    if "axe-unfolded" in tally.wanted:
        at_each_width(page, "axe-unfolded", f"{view.name}, {theme}", tally, opened=all_opened)


def at_each_width(
    page: Page,
    check: str,
    state: str,
    tally: Tally,
    *,
    opened: Callable[[Page], Page] = settled,
    widths: tuple[int, ...] = WIDTHS,
) -> None:
    """The page on a laptop and on a phone, once `opened` has opened what is to be open on it."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        tally.add(check, f"{state}, {width} px", axe_findings(opened(page)))


def axe_of_overlays(page: Page, state: str, tally: Tally) -> None:
    """One list and one explanation, one after the other, and both closed again."""
    for box in page.locator(LISTS).all()[:1]:
        with_open(page, "axe-list", box, "[role=listbox]", state, tally)
    for term in page.locator(TERMS).all()[:1]:
        term.scroll_into_view_if_needed()
        settled(page)
        term.dispatch_event("click")
        page.locator("#term-tip").wait_for()
        tally.add("axe-term", state, axe_findings(page))
        page.keyboard.press("Escape")


def with_open(page: Page, check: str, opener: Locator, opened: str, state: str, tally: Tally) -> None:
    """Click, look at what opened, and close it."""
    opener.scroll_into_view_if_needed()
    settled(page)
    opener.click()
    page.locator(opened).first.wait_for()
    tally.add(check, state, axe_findings(settled(page)))
    page.keyboard.press("Escape")
    page.locator(opened).first.wait_for(state="detached")


def axe_of_menu(page: Page, width: int, state: str, tally: Tally) -> None:
    """The menu of a phone at the side, or what drops from the bar of a laptop."""
    if width == PHONE:
        page.get_by_test_id("stExpandSidebarButton").click()
        page.wait_for_function(MENU_IN)
        tally.add("axe-menu", state, axe_findings(page))
        page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
        return
    for button in page.get_by_role("navigation", name="App pages").get_by_role("button").all():
        with_open(page, "axe-menu", button, "[data-testid=stTopNavDropdownLink]", state, tally)


def all_opened(page: Page) -> Page:
    """The page with all that is folded opened, and every table that a picture has shown."""
    hidden = page.locator(TABLES_NOT_SHOWN)
    for _ in range(hidden.count()):  # each that is clicked is one less
        hidden.first.click()
        settled(page)
    return unfold(page)


def details_opened(page: Page) -> Page:
    """A page without Streamlit, with what it folds opened."""
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    return page


def axe_of_records(tabs: Tabs, url: str, theme: str, tally: Tally) -> None:
    """A record of every picture whose marks open one, beside its picture and on a phone over the page."""
    for key, one in catalog().items():
        if one.opens:
            mark = one.figure(one.shown_first, Look()).marks[0]
            page = tabs.take(LAPTOP[0], theme)
            open_page(page, url, one.page, **one.address(one.shown_first) | {one.opens.name: mark})
            page.locator("[class*=st-key-record-] h3").first.wait_for()
            at_each_width(page, "axe-record", f"{key}, {theme}", tally)
            tabs.give_back(page)


def axe_of_lessons(tabs: Tabs, url: str, theme: str, tally: Tally) -> None:
    """The start of each lesson and its steps, on the screen of the class and in the teacher's window of notes."""
    for key, prepared in load_ready().lessons.items():
        steps = [step.key for step in prepared.lesson.steps]
        windows: list[dict[str, str]] = [{}, *({"step": step} | window for step in steps for window in WINDOWS)]
        for place in windows:
            page = open_page(tabs.take(LAPTOP[0], theme), url, "teach", lesson=key, **place)
            widths = WIDTHS[:1] if "window" in place else WIDTHS
            at_each_width(page, "axe-lesson", f"{'-'.join([key, *place.values()])}, {theme}", tally, widths=widths)
            tabs.give_back(page)


def axe_of_plain_pages(tabs: Tabs, url: str, theme: str, tally: Tally) -> None:
    """What is made without Streamlit, and for other sites; the phones of a class have tests of their own."""
    handouts = [f"lessons/{key}/{sheet}.html" for key in load_ready().lessons for sheet in KINDS_OF_SHEET]
    for path in (*PLAIN_PAGES, *handouts, *(f"embed/{key}" for key in catalog())):
        page = tabs.take(LAPTOP[0], theme)
        answer = page.goto(f"{url}/{path}")
        if answer is None or not answer.ok:
            raise RuntimeError(f"{path} answers {answer.status if answer else 'nothing'}, where a page was expected")
        at_each_width(page, "axe-plain", f"{path}, {theme}", tally, opened=details_opened)
        tabs.give_back(page)
