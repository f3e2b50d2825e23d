"""The whole server on a disk that takes no byte, its log's included: what needs no disk is answered, what does is told."""

import io
import resource
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from data import log
from tests.browser.server import HOST, ROOT, STARTS_WITHIN_SECONDS, free_port, is_healthy

pytestmark = pytest.mark.faults
ANSWERED = [
    "/foods",
    "/exhibits/curve.svg",
    "/exhibits/curve.png",
    "/exhibits/curve.csv",
    "/embed/curve",
    "/api/v1/search?q=almonds",
    "/brief/low-magnesium.pdf",
    "/lessons/is-the-curve-a-u/pupils.pdf",
    "/c",
]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory) -> Iterator[str]:
    """A server whose disk is full since it started: every write to a file fails, in its process and in those it begins.

    The class file is not there yet.
    """
    folder, port = tmp_path_factory.mktemp("full"), free_port()
    url = f"http://{HOST}:{port}"
    command = [sys.executable, "-B", "-m", "streamlit", "run", "serve.py", "--server.address", HOST]
    command += ["--server.port", str(port), "--server.headless", "true"]
    environment = {"CLASSROOM_DB": str(folder / "classroom.db"), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    with open(folder / "log.txt", "wb") as output:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        try:
            deadline = time.monotonic() + STARTS_WITHIN_SECONDS
            while not is_healthy(url) and server.poll() is None and time.monotonic() < deadline:
                time.sleep(0.2)
            resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (0, 0))
            yield url
        finally:
            server.kill()
            server.wait()


def asked(url: str) -> tuple[int, bytes]:
    """Status and content."""
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=120) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


@pytest.mark.slow
def test_pages_pictures_and_sheets_need_no_disk(crowded):
    """Each is answered whole."""
    found = {path: asked(crowded + path) for path in ANSWERED}
    assert {path: status for path, (status, _) in found.items() if status != 200} == {}
    assert all(len(content) > 500 for _, content in found.values())


@pytest.mark.slow
def test_a_workbook_needs_one_and_says_so(crowded):
    """It is put together in a file."""
    status, content = asked(f"{crowded}/exhibits/curve.xlsx")
    assert status == 503 and b"The server's disk takes nothing just now" in content


@pytest.mark.slow
def test_a_class_is_told_that_nothing_can_be_stored(crowded):
    """Not a traceback, although not even the log can be written."""
    status, content = asked(f"{crowded}/c/CCCCCC")
    assert status == 503 and b"cannot be stored just now" in content
    assert asked(f"{crowded}/_stcore/health")[0] == 200


def test_a_log_that_cannot_be_written_stops_nothing(monkeypatch, capsys):
    """Full, or closed."""
    log.tell("heard")
    assert capsys.readouterr().err == "heard\n"
    with open("/dev/full", "wb", buffering=0) as full:
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(full, write_through=True))
        log.tell("lost")
    log.tell("lost as well, for it is closed")
