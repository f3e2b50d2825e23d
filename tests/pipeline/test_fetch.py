"""Downloads, from a server of our own on the loopback interface."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
import svy

from pipeline import fetch, sources
from pipeline.sources import SourceFileError

PEOPLE = 500


class Files(BaseHTTPRequestHandler):
    """Serves `content[path]`; honors Range; breaks off after `limit` bytes where one is set."""

    content: dict[str, bytes]
    limit: int | None
    ranges: list[str | None]

    def do_GET(self):
        body = self.content.get(self.path)
        asked = self.headers.get("Range")
        self.ranges.append(asked)
        if body is None:
            self.send_error(404)
            return
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0
        if start >= len(body):
            self.send_error(416)
            return
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        end = len(body) if self.limit is None else min(len(body), start + self.limit)
        self.wfile.write(body[start:end])

    def log_message(self, *arguments):
        """Stay quiet."""


@pytest.fixture
def xport(tmp_path) -> bytes:
    """A small SAS XPORT file."""
    path = tmp_path / "made.xpt"
    people = pl.DataFrame({"SEQN": [float(i) for i in range(PEOPLE)], "X": [0.0] * PEOPLE})
    svy.write_xpt(svy.Sample(people), path)
    return path.read_bytes()


@pytest.fixture
def server(xport, monkeypatch):
    """A server with DEMO as CDC would have it, and a manifest that expects just that."""
    Files.content, Files.limit, Files.ranges = {"/1999/DataFiles/DEMO.xpt": xport}, None, []
    table = pd.DataFrame({"first_year": [1999], "records": [PEOPLE], "read": ["SEQN X"], "sha256": [""]}, ["DEMO"])
    monkeypatch.setattr(sources, "manifest", lambda: table)
    monkeypatch.setattr(fetch, "manifest", lambda: table)
    monkeypatch.setattr(fetch.time, "sleep", lambda seconds: None)
    table["sha256"] = fetch.content_checksum(sources.parse_xport(xport, "DEMO"), "DEMO")
    running = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "raw"


def test_a_file_is_downloaded_once(server, folder, xport):
    """A second call finds it whole and asks for nothing."""
    fetch.fetch_all(folder, server)
    assert (folder / "DEMO.xpt").read_bytes() == xport
    fetch.fetch_all(folder, server)
    assert len(Files.ranges) == 1


def test_a_broken_download_is_resumed(server, folder, xport):
    """Each attempt brings 2,000 bytes at most and goes on where the last one ended."""
    Files.limit = 2_000
    with pytest.raises(SourceFileError, match=r"DEMO\.xpt: could not be downloaded .*of \d+ bytes"):
        fetch.fetch_all(folder, server)
    assert Files.ranges == [None, "bytes=2000-", "bytes=4000-"]
    Files.limit = None
    fetch.fetch_all(folder, server)
    assert (folder / "DEMO.xpt").read_bytes() == xport


def test_an_html_page_is_refused_and_thrown_away(server, folder):
    """CDC answers old addresses with a page and status 200."""
    Files.content["/1999/DataFiles/DEMO.xpt"] = b"<!DOCTYPE html><html>Page not found</html>"
    with pytest.raises(SourceFileError, match=r"DEMO\.xpt: is an HTML page"):
        fetch.fetch_all(folder, server)
    assert list(folder.iterdir()) == []


def test_a_missing_file_names_its_address(server, folder):
    """After three attempts."""
    Files.content.clear()
    with pytest.raises(SourceFileError, match=r"/1999/DataFiles/DEMO\.xpt .*404"):
        fetch.fetch_all(folder, server)


def test_a_reissued_file_is_told(server, folder):
    """It is kept, since it is good data, but our results rest on another."""
    fetch.manifest()["sha256"] = "0" * 64
    with pytest.raises(SourceFileError, match="DEMO: content differs"):
        fetch.fetch_all(folder, server)
    assert (folder / "DEMO.xpt").exists()


def test_columns_the_pipeline_does_not_read_leave_the_checksum_alone(server, xport):
    """A trimmed copy and CDC's full file count as the same."""
    table = sources.parse_xport(xport, "DEMO")
    assert fetch.content_checksum(table.assign(Y=1), "DEMO") == fetch.content_checksum(table, "DEMO")
    assert fetch.content_checksum(table.assign(X=1), "DEMO") != fetch.content_checksum(table, "DEMO")


@pytest.mark.raw
def test_the_files_at_hand_are_those_the_results_rest_on():
    """By content, for two of them; `python -m pipeline fetch` compares all."""
    for name in ("LEXPN", "RXQ_DRUG"):
        assert fetch.content_checksum(sources.read_nhanes(name), name) == sources.manifest().at[name, "sha256"]


def test_a_page_in_place_of_a_file_names_its_address(tmp_path, monkeypatch):
    """So that whoever gave a wrong one sees it, and how to give another."""
    monkeypatch.setattr(fetch, "download", lambda url, part, label: part.write_bytes(b"<html>not here</html>"))
    with pytest.raises(SourceFileError, match=r"came from https://example\.org/.*DEMO.*HTML page.*--base-url"):
        fetch.fetch_file("DEMO", tmp_path, "https://example.org", "1/1")
    assert not list(tmp_path.iterdir())
