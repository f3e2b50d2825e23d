"""The whole run of what is tested of accessibility, written down as a record: `make access`, or python -m tests.browser.access_run.

It opens every state that `access_axe` has (each view in both themes at 1280 and 390 px, and whatever opens on it) and asks
axe-core about each, a browser for each theme; looks each view over (`access.look_over`); and runs the tests of whole tasks by
keyboard, of headings, of a class. What comes out replaces `data/reference/accessibility_checks.yml`: afterwards `python -m data.package`.
"""

from __future__ import annotations

import datetime
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

from data.accessibility import CHECKS
from tests.browser.access import LAPTOP, look_over
from tests.browser.access_axe import (
    AXE_OF,
    THEMES,
    Tally,
    axe_of_lessons,
    axe_of_plain_pages,
    axe_of_records,
    axe_of_view,
)
from tests.browser.chromium import LAUNCH_ARGS, find_chromium
from tests.browser.helpers import Tabs, open_page
from tests.browser.server import serving
from tests.browser.views import VIEWS
from tests.site_map import ROOT

MOST_FOUND = 5
HEADER = "# Written by `make access`, never by hand: what was tested, in how many states, and what failed.\n"
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
    "class": (
        "axe on a class",
        "Phones at each kind of question, before and after, in both themes; the teacher's screen with code, panel, answers, time and end",
        ("tests/browser/test_class.py", "tests/browser/test_teach_class.py", "-k", "axe"),
    ),
    "headings": (
        "Headings in order",
        "Every view at 1280 and 390 px, everything folded opened, the drawer and a record too",
        ("tests/browser/test_headings.py",),
    ),
    "listening": ("Listen and step", "Rows walked by key and heard, in both themes, at 1280 and 390 px", ("tests/browser/test_listen.py",)),
    "intervals": ("Alternative texts", "Every exhibit with intervals tells its extremes with them", ("tests/exhibits/test_intervals_told.py",)),
}  # fmt: skip


class Tools(NamedTuple):
    """What the run is made with."""

    axe: str
    chromium: str

    @property
    def told(self) -> str:
        """For the record."""
        return f"axe-core {self.axe}, Chromium {self.chromium}"


def look_at_all(url: str, theme: str) -> tuple[Tally, Tools]:
    """Every state in one theme, in a browser of its own; looked over in the light one."""
    tally, version = Tally(), ""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_chromium(), args=LAUNCH_ARGS)
        tabs = Tabs(browser)
        for number, view in enumerate(VIEWS, 1):
            print(f"{theme}: {number} of {len(VIEWS)}: {view.name}", file=sys.stderr, flush=True)
            page = tabs.take(LAPTOP[0], theme)
            page.emulate_media(reduced_motion="reduce")
            open_page(page, url, view.slug, **view.query)
            if theme == "light":
                for check, problems in look_over(page).items():
                    tally.add(check, view.name, problems)
            version = version or Axe().run(page).response["testEngine"]["version"]
            try:
                axe_of_view(page, view, theme, tally)
            except Error as error:  # what does not open is a fault, and no reason to stop
                tally.add("axe-page", f"{view.name}, {theme}", [f"cannot be looked at: {error}"])
            tabs.give_back(page)
        for look_at in (axe_of_records, axe_of_lessons, axe_of_plain_pages):
            print(f"{theme}: {look_at.__name__}", file=sys.stderr, flush=True)
            look_at(tabs, url, theme, tally)
        tools = Tools(version, browser.version)
        browser.close()
    return tally, tools


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
    with serving() as url, ThreadPoolExecutor(len(THEMES)) as themes:
        of_themes = list(themes.map(partial(look_at_all, url), THEMES))
    tools = of_themes[0][1]
    for of_theme, _ in of_themes:
        tally.take_in(of_theme)
    for check, (_, _, arguments) in TESTED.items():
        run_tests(check, arguments, tally)
    text = yaml.safe_dump(records(tally, tools), sort_keys=False, allow_unicode=True, width=120)
    CHECKS.file.write_text(HEADER + text, encoding="utf-8")
    print(
        f"{sum(tally.states.values())} states and tasks, {sum(map(len, tally.faults.values()))} with a fault: {CHECKS.file.name}"
    )


if __name__ == "__main__":
    main()
