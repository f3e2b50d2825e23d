"""Every page in a browser with two processes behind one port: whichever answers what it asks for, and when one of them dies."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.helpers import Visits, new_page, open_page
from tests.browser.server import serving
from tests.site_map import page_slugs
from tests.test_workers import BOTH, processes, until

BACK_SECONDS = 10
CONNECTED = "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState === 'CONNECTED'"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server_log(tmp_path_factory) -> Path:
    """Of these two, not of the server of all other tests."""
    return tmp_path_factory.mktemp("workers") / "log.txt"


@pytest.fixture(scope="module")
def url(server_log: Path) -> Iterator[str]:
    """Two processes, both up."""
    database = str(server_log.parent / "classroom.db")
    with serving(log=server_log, workers=BOTH, CLASSROOM_DB=database, NO_COLOR="1", PYTHONUNBUFFERED="1") as address:
        until(lambda: server_log.read_text().count("Application startup complete") == BOTH, 120)
        yield address


def asked_by(page_url: str, one: psutil.Process) -> int:
    """How many connections of browsers a process holds now."""
    port = int(page_url.rsplit(":", 1)[1])
    return sum(held.laddr.port == port and held.status == psutil.CONN_ESTABLISHED for held in one.net_connections())


@pytest.mark.parametrize("slug", page_slugs())
def test_every_page_is_whole(visit: Visits, slug):
    """Nothing that one process has and the other has not; each page twice, in browsers of their own."""
    for _ in range(2):
        page = visit(slug, fresh=True)
        assert page.get_by_role("heading", level=1).count() == 1


def test_files_of_the_page_of_sources(visit: Visits, url):
    """By links that any of them answers."""
    page = visit("sources", tab="Data")
    for name, file in (
        ("This table as CSV", "magnesium-table-absorption.csv"),
        ("Data dictionary as JSON", "datapackage.json"),
        ("Everything, zipped", "magnesium-in-balance.zip"),
    ):
        with page.expect_download() as saved:
            page.get_by_role("link", name=name).click()
        assert saved.value.suggested_filename == file
        assert saved.value.path().stat().st_size > 1000


def test_a_page_whose_process_dies_goes_on_at_another_one(browser: Browser, url):
    """The same view within ten seconds, and its controls work."""
    page = new_page(browser, width=1280, theme="light")
    open_page(page, url, "foods", q="chia")
    expect(page.get_by_role("textbox").first).to_have_value("chia")
    sockets: list[str] = []
    heading = page.get_by_role("heading", level=2).first.inner_text()
    until(lambda: sum(asked_by(url, one) for one in processes(url)) == 1, 20)  # what loaded the page has been let go
    (holder,) = (one for one in processes(url) if asked_by(url, one))
    page.on("websocket", lambda socket: sockets.append(socket.url))
    killed = time.monotonic()
    holder.send_signal(signal.SIGKILL)
    while not sockets and time.monotonic() < killed + BACK_SECONDS:
        page.wait_for_timeout(100)
    page.wait_for_function(CONNECTED)
    assert sockets and time.monotonic() < killed + BACK_SECONDS
    expect(page.get_by_role("heading", level=2).first).to_have_text(heading)
    page.get_by_role("textbox").first.fill("oat")
    page.get_by_role("textbox").first.press("Enter")
    expect(page.get_by_role("heading", level=2).first).not_to_have_text(heading)
    page.context.close()
    until(lambda: len(processes(url)) == BOTH, 60)
