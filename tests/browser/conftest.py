"""One running dashboard and one Chromium for all browser tests of a process."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import LAUNCH_ARGS, MISSING, find_chromium
from tests.browser.helpers import Visits
from tests.browser.server import serving


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """The address of a dashboard started for these tests, as `make run` starts it."""
    with serving() as address:
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


@pytest.fixture
def visit(browser: Browser, url: str) -> Iterator[Visits]:
    """Open pages in fresh profiles: `page = visit("foods", width=390, theme="dark", group="nuts")`.

    Fails after the test if any page wrote an error to the console, raised one, or asked another host for anything.
    """
    visits = Visits(browser, url)
    yield visits
    visits.close()
    assert not visits.problems, "\n".join(visits.problems)
