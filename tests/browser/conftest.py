"""One running dashboard and one Chromium for all browser tests of a process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.chromium import LAUNCH_ARGS, MISSING, find_chromium
from tests.browser.helpers import WAIT_MS, Tabs, Visits
from tests.browser.server import serving

expect.set_options(timeout=WAIT_MS)


@pytest.hookimpl(tryfirst=True)  # before the marks are asked for
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder, so that it can be left out, and tried again once on a machine that was too busy.

    A fault of ours fails twice; what passed at the second try only is counted and named at the end of the run.
    """
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def server_log(tmp_path_factory) -> Path:
    """What the server prints: tracebacks stand here and not on the page."""
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="session")
def url(server_log: Path) -> Iterator[str]:
    """The address of a dashboard started for these tests, as `make run` starts it."""
    with serving(log=server_log, NO_COLOR="1", PYTHONUNBUFFERED="1") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium; without one the tests fail, they are not skipped."""
    path = find_chromium()
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=LAUNCH_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    """The tabs that the tests of a process hand on."""
    return Tabs(browser)


@pytest.fixture
def visit(tabs: Tabs, url: str, server_log: Path) -> Iterator[Visits]:
    """Open pages, each in a tab of its own: `page = visit("foods", width=390, theme="dark", group="nuts")`.

    Fails after the test if any page wrote an error to the console, raised one, or asked another host for anything.
    """
    visits = Visits(tabs, url, server_log)
    yield visits
    visits.close()
    assert not visits.problems, "\n".join(visits.problems)
