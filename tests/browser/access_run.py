"""The whole run of what is tested of accessibility, written down as a record: `make access`, or python -m tests.browser.access_run.

It opens every state that `access_axe` has (each view in both themes at 1280 and 390 px, and whatever opens on it) and asks
axe-core about each, a browser for each theme; looks each view over (`access.look_over`); and runs the tests of whole tasks by
keyboard, of headings, of a class. What comes out replaces `data/reference/accessibility_checks.yml`: afterwards `python -m data.package`. With the names of checks behind it
(`… access_run axe-drawer motion`) it runs these alone, and the record keeps the others with the day of their own run.
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
    OF_A_PAGE,
    OF_A_VIEW,
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
from tests.browser.views import PLAIN, VIEWS
from tests.site_map import ROOT

MOST_FOUND = 5
HEADER = "# Written by `make access`, never by hand: what was tested, in how many states, and what failed.\n"
OTHERS = {"axe-record": axe_of_records, "axe-lesson": axe_of_lessons, "axe-plain": axe_of_plain_pages}
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


def look_at_all(url: str, wanted: frozenset[str], theme: str) -> tuple[Tally, Tools]:
    """Every wanted state in one theme, in a browser of its own."""
    tally = Tally(wanted)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_chromium(), args=LAUNCH_ARGS)
        tabs = Tabs(browser)
        page = tabs.take(LAPTOP[0], theme)
        page.goto(url)
        tools = Tools(Axe().run(page).response["testEngine"]["version"], browser.version)
        tabs.give_back(page)
        if wanted.intersection([*OF_A_VIEW, *LOOKS]):
            look_at_views(tabs, url, theme, tally)
        for check, look_at in OTHERS.items():
            if check in wanted:
                print(f"{theme}: {check}", file=sys.stderr, flush=True)
                look_at(tabs, url, theme, tally)
        browser.close()
    return tally, tools


def look_at_views(tabs: Tabs, url: str, theme: str, tally: Tally) -> None:
    """Every view, and in the light theme looked over."""
    views = PLAIN if tally.wanted <= set(OF_A_PAGE) else VIEWS
    for number, view in enumerate(views, 1):
        print(f"{theme}: {number} of {len(views)}: {view.name}", file=sys.stderr, flush=True)
        page = tabs.take(LAPTOP[0], theme)
        page.emulate_media(reduced_motion="reduce")
        open_page(page, url, view.slug, **view.query)
        if theme == "light" and tally.wanted.intersection(LOOKS):
            for check, problems in look_over(page).items():
                tally.add(check, view.name, problems)
        try:
            axe_of_view(page, view, theme, tally)
        except Error as error:  # what does not open is a fault, and no reason to stop
            check = next(check for check in OF_A_VIEW if check in tally.wanted)
            tally.add(check, f"{view.name}, {theme}", [f"cannot be looked at: {error}"])
        tabs.give_back(page)


def run_tests(check: str, arguments: tuple[str, ...], tally: Tally) -> None:
    """Tests of our own, each a task or a state."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", *arguments]
        subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False)
        for case in ET.parse(report).iter("testcase"):
            failed = [one.get("message", "") for one in case if one.tag in ("failure", "error")]
            tally.add(check, case.get("name", "").removeprefix("test_").replace("_", " "), failed)


def records(tally: Tally, tools: Tools, kept: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The record of the run: a mapping from the key of a check to its fields; what was not run is `kept` with its day."""
    made: dict[str, dict[str, Any]] = {}
    for check, (title, how) in checks().items():
        key = check.replace(" ", "-").replace("%", "")
        if not tally.states[check]:
            made |= {key: kept[key]} if key in kept else {}
            continue
        faults = tally.faults[check]
        fields = {"title": title, "how": how, "states": tally.states[check], "failed": len(faults)}
        if faults:
            fields["found"] = faults[:MOST_FOUND]
        made[key] = fields | {"day": datetime.date.today().isoformat(), "tools": tools.told}
    return made


def checks() -> dict[str, tuple[str, str]]:
    """Every check with its title and how it is made, in the order of the record."""
    return AXE_OF | LOOKS | {check: (title, how) for check, (title, how, _) in TESTED.items()}


def main(wanted: list[str]) -> None:
    """Run what is wanted and write it into the record; a run that is cut short leaves the old one."""
    if unknown := set(wanted) - set(checks()):
        raise SystemExit(
            f"access_run: no check is called {', '.join(sorted(unknown))}. There are: {', '.join(checks())}."
        )
    tally = Tally(wanted or checks())
    with serving() as url, ThreadPoolExecutor(len(THEMES)) as themes:
        of_themes = list(themes.map(partial(look_at_all, url, tally.wanted), THEMES))
    for of_theme, _ in of_themes:
        tally.take_in(of_theme)
    for check, (_, _, arguments) in TESTED.items():
        if check in tally.wanted:
            run_tests(check, arguments, tally)
    kept = yaml.safe_load(CHECKS.file.read_text(encoding="utf-8"))
    text = yaml.safe_dump(records(tally, of_themes[0][1], kept), sort_keys=False, allow_unicode=True, width=120)
    CHECKS.file.write_text(HEADER + text, encoding="utf-8")
    print(
        f"{sum(tally.states.values())} states and tasks, {sum(map(len, tally.faults.values()))} with a fault: {CHECKS.file.name}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
