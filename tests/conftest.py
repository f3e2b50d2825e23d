"""Fixtures shared by all tests. The browser's are in tests/browser/conftest.py."""

import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from hypothesis import settings
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest, app_test

from exhibits.base import Chart
from tests.schedule import Schedule
from tests.site_map import ROOT, page_file

Open = Callable[..., AppTest]
# Few random questions, the same each time, so that a run is quick and a failure stays; EXAMPLES=500 asks others, and more.
MANY = int(os.environ.get("EXAMPLES", 0))
settings.register_profile("few", max_examples=12, derandomize=True, deadline=None)
settings.register_profile("many", max_examples=MANY or 1, deadline=None)
settings.load_profile("many" if MANY else "few")
Chart.checked = True  # in every test plotly checks every property of every figure; for readers it does not


class NavigatedPages(PagesManager):
    """Takes AppTest's reset of `uses_pages_directory`, made before each run, on itself.

    Otherwise Streamlit sees our pages/ folder, takes it for its own old convention, and runs a page's file without
    dashboard.py round it. A server does not: there st.navigation has said once and for all that it is in charge.
    """


class NoForeignComponents(BidiComponentManager):
    """Does not look for components in installed packages: there are none, and reading every package's metadata takes
    longer than the page, each time one is opened."""

    def discover_and_register_components(self, *, start_file_watching: bool = True) -> None:
        """Nothing to find."""


def pages_as_a_server_has_them() -> None:
    """For every program that opens pages with AppTest."""
    vars(app_test).update(PagesManager=NavigatedPages, BidiComponentManager=NoForeignComponents)
    PagesManager.uses_pages_directory = False


@cache
def registered_pages() -> dict:
    """What st.navigation told of the pages in a first run, so that a test may come by a link to any, as a reader may.

    AppTest asks for a run of the first page before each change of page; choices made there would then be known already.
    """
    return AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()._registered_pages


@pytest.fixture
def app() -> Open:
    """Open a page without a browser: `app("foods", group="nuts")` is the page as that shared link shows it.

    Returns an AppTest that has run once; set widgets and call `.run()` for the next state:

        def test_a_filter_narrows_the_table(app):
            page = app("foods")
            page.get_by_key("group").set_value(["nuts"]).run()
            assert not page.exception

    Filters go in as strings, a list for a filter with several values: `app("foods", group=["nuts", "seeds"])`.
    `app("")` is the first page. `theme="dark"` opens it for a reader in dark. Tables stay cached from test to test,
    because reading them is slow and they never change.
    """

    def open_page(slug: str = "", *, theme: str = "light", **query: str | list[str]) -> AppTest:
        pages_as_a_server_has_them()
        st.set_option("client.showErrorDetails", "full")  # a test that fails says why, unlike the page
        test = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60)
        test.context["theme"] = theme
        if slug:
            test._registered_pages = registered_pages()
            test.switch_page(page_file(slug))
        for name, value in query.items():
            test.query_params[name] = value
        return test.run()

    return open_page


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """The project as it runs, in a folder of its own whose files a test may damage."""
    for room in (
        "classroom",
        "components",
        "data",
        "exhibits",
        "mcp_server",
        "pages",
        "routes",
        "brief",
        "sheets",
        "static",
        "tests",
        ".streamlit",
        "dashboard.py",
        "menu.py",
        "serve.py",
    ):
        source, target = ROOT / room, tmp_path / room
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return tmp_path


class RawWatch:
    """Under REQUIRE_RAW=1 (continuous integration) no test may be skipped, and those on the raw files must have run."""

    def __init__(self) -> None:
        self.skipped: list[str] = []
        self.raw_passed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Called for each phase of each test, in the process that reports."""
        if report.skipped and not hasattr(report, "wasxfail"):
            self.skipped.append(report.nodeid)
        self.raw_passed += report.when == "call" and report.passed and "raw" in report.keywords

    def faults(self) -> list[str]:
        """What was left out."""
        faults = [f"skipped: {nodeid}" for nodeid in self.skipped]
        return faults if self.raw_passed else [*faults, "no test marked `raw` has run"]

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail the run if anything was left out."""
        if not hasattr(session.config, "workerinput") and self.faults():
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what was left out."""
        if self.faults():
            terminalreporter.section("REQUIRE_RAW=1, but not everything has run", red=True, bold=True)
            for fault in self.faults():
                terminalreporter.line(fault)


def pytest_configure(config: pytest.Config) -> None:
    """Share the work well; watch for tests left out, where that is asked for."""
    config.pluginmanager.register(Schedule(), "schedule")
    if os.environ.get("REQUIRE_RAW") == "1":
        config.pluginmanager.register(RawWatch(), "raw-watch")
