"""The tuned server's entry: reads every table, tells faults, and answers without delay."""

import re
import socket
from collections.abc import Iterator
from email.message import Message
from functools import partial
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
import streamlit as st
from streamlit import config, net_util
from streamlit.web import bootstrap
from streamlit.web.server import server_util
from uvicorn.loops.auto import auto_loop_factory

import serve
from components.style import UNTIL_STYLED
from data.base import RecordError
from data.sources import load_sourced, load_sources
from data.survey import load_cells
from tests.browser.server import is_healthy, serving
from tests.site_map import ROOT


def test_every_table_is_read_once_at_the_start():
    """Loaders are found by name in all of data/; the bibliography's is one of them."""
    loaders = list(serve.loaders())
    assert load_sources in loaders
    assert load_sourced not in loaders  # needs to be told which table
    survey = {(load.func, *load.args) for load in loaders if isinstance(load, partial)}
    assert (load_cells, "chronic_pain") in survey


def test_the_committed_data_have_no_fault():
    """Nothing to tell at the start."""
    assert serve.data_problems() == []


def test_each_fault_is_told_once_and_stops_nothing(monkeypatch, tmp_path):
    """Two loaders that meet one fault, one that fails in a way nobody foresaw, and one that works."""

    def load_foods():
        raise RecordError(tmp_path / "foods.yaml", "chia", "serving_g", "is missing; expected a value")

    def load_serum():
        return {}["surprise"]

    monkeypatch.setattr(serve, "loaders", lambda: [load_foods, load_foods, load_serum, dict])
    assert serve.data_problems() == [
        "foods.yaml, record 'chia', field 'serving_g': is missing; expected a value",
        "test_each_fault_is_told_once_and_stops_nothing.<locals>.load_serum failed: KeyError: 'surprise'",
    ]


def test_the_server_runs_on_uvloop():
    """Streamlit's server takes it where it is installed; without it small answers wait for the visitor's receipt."""
    assert auto_loop_factory().__module__.partition(".")[0] == "uvloop"


# --- Nobody outside is asked, and nobody outside can ask for it -----------------------------------------------------


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """Every address that Streamlit's own look-up of this computer's address would have asked."""
    addresses: list[str] = []
    monkeypatch.setattr(net_util, "_make_blocking_http_get", lambda url, timeout=5: addresses.append(url))
    return addresses


def test_a_page_of_another_site_is_refused_without_asking_anybody(asked):
    """Streamlit would ask an outside service for this computer's address first, twice, and everybody would wait."""
    assert not server_util.is_url_from_allowed_origins("http://evil.example")
    assert server_util.is_url_from_allowed_origins("http://localhost:8501")
    assert asked == []


def test_the_start_for_a_whole_network_asks_nobody(asked, monkeypatch):
    """`HOST=0.0.0.0` without a browser: the addresses printed are those known here."""
    options = {"server.address": "0.0.0.0", "server.headless": True}
    before = {name: st.get_option(name) for name in options}
    try:
        for name, value in options.items():
            config.set_option(name, value)
        bootstrap._print_url(False)
    finally:
        for name, value in before.items():
            config.set_option(name, value)
    assert asked == []


def upgrade(url: str, origin: str) -> bytes:
    """The first line that answers a WebSocket's first request from a page of `origin`."""
    host = urlsplit(url)
    lines = ["GET /_stcore/stream HTTP/1.1", f"Host: {host.netloc}", f"Origin: {origin}", "Upgrade: websocket"]
    lines += ["Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "", ""]
    with socket.create_connection((host.hostname, host.port), timeout=60) as connection:
        connection.sendall("\r\n".join(lines).encode())
        return connection.recv(4096).split(b"\r\n")[0]


def test_the_running_server_asks_nobody_and_goes_on_answering():
    """Whatever it asked would go to a proxy that takes the connection and never answers; nothing comes there."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        proxy.setblocking(False)
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        with serving(HTTP_PROXY=address, HTTPS_PROXY=address, http_proxy=address, https_proxy=address) as url:
            for _ in range(3):
                assert b" 403 " in upgrade(url, "http://evil.example")
                assert is_healthy(url)
            assert b" 403 " in upgrade(url, "http://localhost:9")
            assert b" 101 " in upgrade(url, url)
        with pytest.raises(BlockingIOError):
            proxy.accept()


# --- Headers ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def running() -> Iterator[str]:
    """A dashboard started for these tests."""
    with serving() as url:
        yield url


def answer(url: str) -> tuple[int, Message, bytes]:
    """Status, headers and content of an answer, redirects not followed."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=60)
    connection.request("GET", urlsplit(url).path or "/")
    response = connection.getresponse()
    return response.status, response.headers, response.read()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/foods",
        "/foods/",
        "/foods/x",
        "/_stcore/health",
        "/app/static/icon.png",
        "/static/js/none.js",
        "/media/none",
    ],
)
def test_every_answer_has_the_headers(running, path):
    """Pages, files, redirects and refusals alike."""
    _, headers, _ = answer(running + path)
    assert {name: headers.get(name) for name in serve.HEADERS} == serve.HEADERS


def test_the_policy_names_no_other_host_and_allows_no_evaluation():
    """Every place that a browser may load from is our own server, or the page itself."""
    policy = dict(part.split(" ", 1) for part in serve.HEADERS["content-security-policy"].split("; "))
    assert policy["frame-ancestors"] == policy["object-src"] == "'none'"
    assert "'unsafe-inline'" not in policy["script-src"]
    allowed = {place for places in policy.values() for place in places.split() if not place.startswith("'sha256-")}
    assert allowed == {"'self'", "'none'", "'unsafe-inline'", "data:", "blob:"}


@pytest.mark.parametrize("packed", ["identity", "gzip"])
def test_a_page_comes_with_the_rules_that_keep_it_from_jumping(running, packed):
    """Whether Streamlit packs it or not; and once only."""
    connection = HTTPConnection(urlsplit(running).netloc, timeout=60)
    connection.request("GET", "/foods", headers={"Accept-Encoding": packed, "Accept": "text/html"})
    content = connection.getresponse().read()
    assert content.count(UNTIL_STYLED.encode()) == 1
    assert content.rstrip().endswith(b"</html>")


def test_an_address_below_a_page_is_answered_in_words(running):
    """Two levels and more; what Streamlit serves there itself still comes."""
    status, _, content = answer(f"{running}/foods/x/y")
    assert status == 404
    assert b"There is no page at this address" in content
    assert answer(f"{running}/foods")[0] == 200
    assert answer(f"{running}/_stcore/health")[2] == b"ok"
    assert answer(f"{running}/app/static/icon.png")[2].startswith(b"\x89PNG")


@pytest.mark.parametrize("path", ["/favicon.png", "/favicon.ico"])
def test_the_icon_is_ours_also_where_a_page_names_none(running, path):
    """A browser asks for the latter beside sheets and the phone's page, and wrote an error for each."""
    assert answer(running + path)[2] == serve.ICON.read_bytes()


@pytest.mark.parametrize(
    "path",
    ["/nope", "/FOODS", "/foods/x", "/foods%2fx", "/v/1.2.0", "/lessons/x", "/brief/x/y", "/static/x", "/api", "/.well-known/x"],
)  # fmt: skip
def test_what_is_no_address_is_a_page_that_says_so_with_its_status(running, path):
    """Of one level Streamlit's, which opens the first page and says it; of more, ours: Streamlit's would stay white."""
    status, headers, content = answer(running + path)
    assert status == 404 and headers["content-type"].startswith("text/html")
    assert (b"There is no page at this address" in content) != (b"<noscript>" in content)


def test_a_name_that_is_not_ours_is_refused(running):
    """DNS rebinding: the page of a stranger has its own name point here."""
    here = urlsplit(running)
    for host, status in ((here.netloc, 200), (f"localhost:{here.port}", 200), (f"evil.example:{here.port}", 421)):
        connection = HTTPConnection(here.netloc, timeout=60)
        connection.request("GET", "/foods", headers={"Host": host})
        answered = connection.getresponse()
        assert answered.status == status, host
        assert {name: answered.headers.get(name) for name in serve.HEADERS} == serve.HEADERS
    lines = ["GET /_stcore/stream HTTP/1.1", "Host: evil.example", "Origin: http://evil.example", "Upgrade: websocket"]
    lines += ["Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "", ""]
    with socket.create_connection((here.hostname, here.port), timeout=60) as connection:
        connection.sendall("\r\n".join(lines).encode())
        assert b" 403 " in connection.recv(4096).split(b"\r\n")[0]


def test_behind_a_base_path_the_pages_are_one_level_below_it(monkeypatch):
    """server.baseUrlPath moves every address one level down."""
    assert serve.below_the_pages("/foods/x")
    assert not serve.below_the_pages("/foods")
    assert not serve.below_the_pages("/")
    monkeypatch.setattr(serve, "base_path", lambda: "/magnesium")
    assert not serve.below_the_pages("/magnesium/foods")
    assert serve.below_the_pages("/magnesium/foods/x")


def test_the_page_on_security_names_every_header_and_the_policy_has_no_eval():
    """What is told of the headers is what is sent."""
    told = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([a-z-]+)` \|", told, re.M)
    assert named == list(serve.HEADERS)
    assert "unsafe-eval" not in serve.HEADERS["content-security-policy"]
    for directive in re.findall(r"`([a-z]+-[a-z]+) '?(?:unsafe-inline|none|self)'?`", told):
        assert directive in serve.HEADERS["content-security-policy"]
