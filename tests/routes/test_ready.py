"""A server that is told to stop says so first, and goes on for those who are there."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from routes import ready
from tests.browser.server import HOST, ROOT, STARTS_WITHIN_SECONDS, free_port, is_healthy

DRAIN = 3


def asked(url: str) -> tuple[int, str]:
    """Status and words of `/ready`; (0, "") where nobody listens."""
    try:
        with urllib.request.urlopen(f"{url}/ready", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()
    except OSError:
        return 0, ""


def start(*command: str, **environment: str) -> tuple[subprocess.Popen, str]:
    """A server on a free port that answers, and its URL."""
    port = free_port()
    words = [word.format(port=port) for word in command]
    server = subprocess.Popen([sys.executable, "-m", *words], cwd=ROOT, env={**os.environ, **environment})
    url, deadline = f"http://{HOST}:{port}", time.monotonic() + STARTS_WITHIN_SECONDS
    while not is_healthy(url) and server.poll() is None and time.monotonic() < deadline:
        time.sleep(0.1)
    return server, url


STREAMLIT = (
    "streamlit",
    "run",
    "serve.py",
    "--server.address",
    HOST,
    "--server.port",
    "{port}",
    "--server.headless",
    "true",
)
UVICORN = ("uvicorn", "serve:app", "--host", HOST, "--port", "{port}")


@pytest.mark.slow
@pytest.mark.parametrize("command", [STREAMLIT, UVICORN], ids=lambda command: command[0])
def test_readiness_turns_off_before_the_server_stops(command):
    """A proxy has the time to send readers elsewhere; pages are answered meanwhile."""
    server, url = start(*command, DRAIN_SECONDS=str(DRAIN))
    try:
        assert asked(url) == (200, "ready")
        told = time.monotonic()
        server.send_signal(signal.SIGTERM)
        while asked(url) == (200, "ready") and time.monotonic() < told + DRAIN:
            time.sleep(0.05)
        assert asked(url) == (404, "stopping")
        assert is_healthy(url)
        server.wait(timeout=DRAIN + 30)
        assert time.monotonic() - told >= DRAIN
    finally:
        server.kill()
        server.wait()


@pytest.mark.slow
def test_a_second_signal_stops_it_at_once():
    """Ctrl+C, twice."""
    server, url = start(*STREAMLIT, DRAIN_SECONDS="600")
    try:
        server.send_signal(signal.SIGINT)
        while asked(url) == (200, "ready"):
            time.sleep(0.05)
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
    finally:
        server.kill()
        server.wait()


@pytest.mark.parametrize("said", ["soon", "-1", "601", "nan", "1e9"])
def test_a_wrong_time_is_named(monkeypatch, said):
    """With what was expected."""
    monkeypatch.setenv("DRAIN_SECONDS", said)
    with pytest.raises(ValueError, match=f"DRAIN_SECONDS is '{said}'; expected seconds from 0 to 600"):
        ready.drain_seconds()


def test_signals_are_given_back(monkeypatch):
    """After the server has stopped, as before it started; phones were let go once for each signal."""
    monkeypatch.delenv("DRAIN_SECONDS", raising=False)
    heard, let_go = [], []
    before = signal.signal(signal.SIGTERM, lambda number, frame: heard.append(number))
    try:
        ours = signal.getsignal(signal.SIGTERM)
        with ready.draining(lambda: let_go.append(True)):
            os.kill(os.getpid(), signal.SIGTERM)
            assert ready.STOPPING.is_set()
        assert (heard, let_go) == ([signal.SIGTERM], [True])
        assert signal.getsignal(signal.SIGTERM) is ours
        assert not ready.STOPPING.is_set()
    finally:
        signal.signal(signal.SIGTERM, before)
