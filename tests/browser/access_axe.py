"""What axe-core is asked about: every view, and whatever opens on it; records, lessons, and the pages without Streamlit.

Each function opens states and adds to a tally what axe found in them.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product

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
        f"Every view: “Take it away”, “Listen and step”, notes and tables opened, {EVERYWHERE}",
    ),
    "axe-list": ("axe with a list open", f"The first list to choose from on every view that has one, {EVERYWHERE}"),
    "axe-term": ("axe with a word explained", f"The first explained word of every view that has one, {EVERYWHERE}"),
    "axe-menu": ("axe with the menu open", "Every page: the whole menu on a phone, “More” on a laptop, in both themes"),
    "axe-record": ("axe with a record open", f"One record of every picture whose marks open one, {EVERYWHERE}"),
    "axe-lesson": (
        "axe on lessons",
        f"The start of each lesson and each of its steps, {EVERYWHERE}; the window of notes at 1280 px",
    ),
    "axe-plain": ("axe on pages without Streamlit", f"Every embedded exhibit, the sheets and the page of data, {EVERYWHERE}"),
}  # fmt: skip
PLAIN_PAGES = ("data", *(f"brief/{sheet}.html" for sheet in SHEETS))
DRAWERS = "[data-testid=stPopoverButton]:visible"
LISTS = "[data-testid=stMain] [role=combobox]:visible"
TERMS = "[data-testid=stMain] .term:visible"
MENU_IN = "() => document.querySelector('[data-testid=stSidebar]').getBoundingClientRect().left >= 0"


class Tally:
    """How many states were looked at for each check, and which of them had a fault."""

    def __init__(self) -> None:
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
        tally.add("axe-page", state, axe_findings(unroll(settled(page))))
        page.set_viewport_size({"width": width, "height": HEIGHT})
        axe_of_overlays(settled(page), state, tally)
        if not view.query:
            axe_of_menu(page, width, state, tally)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        settled(page)
        tally.add("axe-unfolded", f"{view.name}, {theme}, {width} px", axe_findings(unroll(all_opened(page))))


def axe_of_overlays(page: Page, state: str, tally: Tally) -> None:
    """Each drawer, one list and one explanation, one after the other, and all closed again."""
    for drawer in page.locator(DRAWERS).all():
        with_open(page, "axe-drawer", drawer, "[data-testid=stPopoverBody]", state, tally)
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
    unfold(page)
    for toggle in page.get_by_text("Show as table", exact=True).all():
        toggle.click()
        settled(page)
    return settled(page)


def axe_of_records(tabs: Tabs, url: str, theme: str, tally: Tally) -> None:
    """A record of every picture whose marks open one, beside its picture and on a phone over the page."""
    for key, one in catalog().items():
        if not one.opens:
            continue
        mark = one.figure(one.shown_first, Look()).marks[0]
        for width in WIDTHS:
            page = open_page(
                tabs.take(width, theme), url, one.page, **one.address(one.shown_first) | {one.opens.name: mark}
            )
            page.locator("[class*=st-key-record-] h3").first.scroll_into_view_if_needed()
            tally.add("axe-record", f"{key}, {theme}, {width} px", axe_findings(settled(page)))
            tabs.give_back(page)


def axe_of_lessons(tabs: Tabs, url: str, theme: str, tally: Tally) -> None:
    """The start of each lesson and its steps, on the screen of the class; the teacher's notes at 1280 px."""
    for key, prepared in load_ready().lessons.items():
        steps: list[dict[str, str]] = [{}, *({"step": step.key} for step in prepared.lesson.steps)]
        places = [*product(steps, WIDTHS), *((step | {"window": "notes"}, LAPTOP[0]) for step in steps[1:])]
        for place, width in places:
            page = open_page(tabs.take(width, theme), url, "teach", lesson=key, **place)
            state = f"{'-'.join([key, *place.values()])}, {theme}, {width} px"
            tally.add("axe-lesson", state, axe_findings(unroll(page)))
            tabs.give_back(page)


def axe_of_plain_pages(tabs: Tabs, url: str, theme: str, tally: Tally) -> None:
    """What is made without Streamlit, and for other sites; the phones of a class have tests of their own."""
    handouts = [f"lessons/{key}/{sheet}.html" for key in load_ready().lessons for sheet in KINDS_OF_SHEET]
    for path, width in product((*PLAIN_PAGES, *handouts, *(f"embed/{key}" for key in catalog())), WIDTHS):
        page = tabs.take(width, theme)
        answer = page.goto(f"{url}/{path}")
        if answer is None or not answer.ok:
            raise RuntimeError(f"{path} answers {answer.status if answer else 'nothing'}, where a page was expected")
        page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
        tally.add("axe-plain", f"{path}, {theme}, {width} px", axe_findings(page))
        tabs.give_back(page)
