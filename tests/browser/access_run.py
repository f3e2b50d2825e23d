"""The whole run of what is tested of accessibility, written down as a record: `make access`, or python -m tests.browser.access_run.

It opens every view (page and tab) in both themes at 1280 and 390 px, with its drawer and, on a phone, the menu open, and asks
axe-core about each; looks each view over (`access.look_over`); and runs the tests of whole tasks by keyboard, of headings and
of colors. What comes out replaces `data/reference/accessibility_checks.yml`: afterwards `python -m data.package`.
"""

from __future__ import annotations

import datetime
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from data.accessibility import CHECKS
from tests.browser.access import LAPTOP, look_over
from tests.browser.chromium import LAUNCH_ARGS, find_chromium
from tests.browser.helpers import HEIGHT, Tabs, axe_findings, open_drawer, open_page, settled, unroll
from tests.browser.server import serving
from tests.browser.views import VIEWS, View
from tests.site_map import ROOT

THEMES, WIDTHS, PHONE = ("light", "dark"), (1280, 390), 390
MOST_FOUND, LONGEST = 5, 200
HEADER = "# Written by `make access`, never by hand: what was tested, in how many states, and what failed.\n"
AXE_OF = {
    "axe-page": (
        "axe on every view",
        "Every page and tab, in both themes, at 1280 and 390 px, the whole page unrolled",
    ),
    "axe-drawer": ("axe with a drawer open", "Every view that has rarer controls, in both themes, at 1280 and 390 px"),
    "axe-menu": ("axe with the menu open", "Every page on a phone, in both themes, 390 px"),
}
LOOKS = {
    "language": ("Language", "Every view: the page says in which language it is"),
    "forced colors": ("Forced colors", "Every view: marks and words of pictures stand out 3 to 1"),
    "letters twice as large": ("Letters twice as large", "Every view at 1280 px: nothing to scroll sideways, no word cut off"),
    "zoom of 200%": ("Zoom of 200%", "Every view at 640 px: nothing to scroll sideways, no word cut off, in pictures neither"),
    "zoom of 400%": ("Zoom of 400%", "Every view at 320 px: nothing to scroll sideways, no word cut off, in pictures neither"),
    "motion": ("Reduced motion", "Every view at each size: nothing moves for who wants no motion"),
    "targets at 1280 px": ("Targets on a laptop", "Every view at 1280 px: 24 px, or as much room; links in sentences excepted"),
    "targets at 320 px": ("Targets on a phone", "Every view at 320 px: 24 px, or as much room; links in sentences excepted"),
}  # fmt: skip
TESTED = {
    "keyboard": (
        "Whole tasks by keyboard alone",
        "Build a day, read the curve, lead a lesson and a class, answer as a pupil, make a brief, open a record: the focus marked "
        "3 to 1 at every stop, in sight, never lost; what changed is told",
        ("tests/browser/test_by_keyboard.py", "tests/browser/test_teach.py", "tests/browser/test_class.py", "-k", "keyboard"),
    ),
    "headings": (
        "Headings in order",
        "Every view at 1280 and 390 px, everything folded opened, the drawer and a record too",
        ("tests/browser/test_headings.py",),
    ),
    "listening": ("Listen and step", "Rows walked by key and heard, in both themes, at 1280 and 390 px", ("tests/browser/test_listen.py",)),
    "intervals": ("Alternative texts", "Every exhibit with intervals tells its extremes with them", ("tests/exhibits/test_intervals_told.py",)),
}  # fmt: skip


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


class Tools(NamedTuple):
    """What the run is made with."""

    axe: str
    chromium: str

    @property
    def told(self) -> str:
        """For the record."""
        return f"axe-core {self.axe}, Chromium {self.chromium}"


def axe_of_view(page: Page, view: View, theme: str, tally: Tally) -> None:
    """A view that is open at 1280 px: axe there and on a phone, with its drawer open, and with the menu of a phone."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        state = f"{view.name}, {theme}, {width} px"
        tally.add("axe-page", state, axe_findings(unroll(settled(page))))
        page.set_viewport_size({"width": width, "height": HEIGHT})
        if settled(page).locator("[data-testid=stPopoverButton]:visible").count():
            open_drawer(page)
            tally.add("axe-drawer", state, axe_findings(settled(page)))
            page.keyboard.press("Escape")
        if width == PHONE and not view.query:
            page.get_by_test_id("stExpandSidebarButton").click()
            page.wait_for_function(
                "() => document.querySelector('[data-testid=stSidebar]').getBoundingClientRect().left >= 0"
            )
            tally.add("axe-menu", state, axe_findings(page))


def look_at_all(browser: Browser, url: str, tally: Tally) -> Tools:
    """Every view in both themes, and looked over in the light one."""
    version, tabs = "", Tabs(browser)
    for number, view in enumerate(VIEWS, 1):
        print(f"{number} of {len(VIEWS)}: {view.name}", file=sys.stderr, flush=True)
        for theme in THEMES:
            page = tabs.take(LAPTOP[0], theme)
            page.emulate_media(reduced_motion="reduce")
            open_page(page, url, view.slug, **view.query)
            if theme == "light":
                for check, problems in look_over(page).items():
                    tally.add(check, view.name, problems)
                page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
            version = version or Axe().run(page).response["testEngine"]["version"]
            axe_of_view(page, view, theme, tally)
            tabs.give_back(page)
    return Tools(version, browser.version)


def run_tests(check: str, arguments: tuple[str, ...], tally: Tally) -> None:
    """Tests of our own, each a task or a state."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", *arguments]
        subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False)
        for case in ET.parse(report).iter("testcase"):
            failed = [one.get("message", "") for one in case if one.tag in ("failure", "error")]
            tally.add(check, case.get("name", "").removeprefix("test_").replace("_", " "), failed)


def records(tally: Tally, tools: Tools) -> dict[str, dict[str, Any]]:
    """The record of the run: a mapping from the key of a check to its fields."""
    told = AXE_OF | LOOKS | {check: (title, how) for check, (title, how, _) in TESTED.items()}
    made: dict[str, dict[str, Any]] = {}
    for check, (title, how) in told.items():
        faults = tally.faults[check]
        fields = {"title": title, "how": how, "states": tally.states[check], "failed": len(faults)}
        if faults:
            fields["found"] = faults[:MOST_FOUND]
        key = check.replace(" ", "-").replace("%", "")
        made[key] = fields | {"day": datetime.date.today().isoformat(), "tools": tools.told}
    return made


def main() -> None:
    """Run everything and write the record; a run that is cut short leaves the old one."""
    tally = Tally()
    with serving() as url, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_chromium(), args=LAUNCH_ARGS)
        tools = look_at_all(browser, url, tally)
        browser.close()
    for check, (_, _, arguments) in TESTED.items():
        run_tests(check, arguments, tally)
    text = yaml.safe_dump(records(tally, tools), sort_keys=False, allow_unicode=True, width=120)
    CHECKS.file.write_text(HEADER + text, encoding="utf-8")
    print(
        f"{sum(tally.states.values())} states and tasks, {sum(map(len, tally.faults.values()))} with a fault: {CHECKS.file.name}"
    )


if __name__ == "__main__":
    main()
