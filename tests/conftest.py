"""Fixtures shared by all tests. The browser's are in tests/browser/conftest.py."""

import os
from collections.abc import Callable

import pytest
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest, app_test

from tests.site_map import ROOT, page_file

Open = Callable[..., AppTest]


class NavigatedPages(PagesManager):
    """Takes AppTest's reset of `uses_pages_directory`, made before each run, on itself.

    Otherwise Streamlit sees our pages/ folder, takes it for its own old convention, and runs a page's file without
    dashboard.py round it. A server does not: there st.navigation has said once and for all that it is in charge.
    """


@pytest.fixture
def app(monkeypatch) -> Open:
    """Open a page without a browser: `app("foods", group="nuts")` is the page as that shared link shows it.

    Returns an AppTest that has run once; set widgets and call `.run()` for the next state:

        def test_a_filter_narrows_the_table(app):
            page = app("foods")
            page.get_by_key("group").set_value(["nuts"]).run()
            assert not page.exception

    Filters go in as strings, a list for a filter with several values: `app("foods", group=["nuts", "seeds"])`.
    `app("")` is the first page. `theme="dark"` opens it for a reader in dark. Tables stay cached from test to test,
    because reading them is slow and they never change; `fresh=True` empties Streamlit's caches first.
    """

    def open_page(slug: str = "", *, theme: str = "light", fresh: bool = False, **query: str | list[str]) -> AppTest:
        monkeypatch.setattr(app_test, "PagesManager", NavigatedPages)
        monkeypatch.setattr(PagesManager, "uses_pages_directory", False)
        if fresh:
            st.cache_data.clear()
            st.cache_resource.clear()
        test = AppTest.from_file(ROOT / "dashboard.py", default_timeout=30)
        test.context["theme"] = theme
        if slug:
            test.run()
            test.switch_page(page_file(slug))
        for name, value in query.items():
            test.query_params[name] = value
        return test.run()

    return open_page


def needs_raw() -> bool:
    """Whether this run has been told (REQUIRE_RAW=1) that the raw survey files are there, so that nothing may skip."""
    return os.environ.get("REQUIRE_RAW") == "1"


def pytest_configure(config: pytest.Config) -> None:
    """Collect the reports of tests that did not run."""
    config.skipped_tests = []
    config.pluginmanager.register(SkipWatch(config.skipped_tests), "skip-watch")


class SkipWatch:
    """Notes each skipped test."""

    def __init__(self, skipped: list[str]) -> None:
        self.skipped = skipped

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Called once for each phase of each test."""
        if report.skipped and not hasattr(report, "wasxfail"):
            self.skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Under REQUIRE_RAW a skipped test fails the run."""
    if needs_raw() and session.config.skipped_tests:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which tests must not have been skipped."""
    if needs_raw() and config.skipped_tests:
        terminalreporter.section("REQUIRE_RAW=1, but these tests did not run", red=True, bold=True)
        for nodeid in config.skipped_tests:
            terminalreporter.line(nodeid)
