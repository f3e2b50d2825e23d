"""Start the dashboard's own server for a test or a picture, and stop it again."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
STARTS_WITHIN_SECONDS = 120  # an upper bound for a slow machine; the server usually needs three


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def is_healthy(url: str) -> bool:
    """Whether Streamlit's health page answers `ok` (any other path answers 200 as well, so the body is read)."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"{url}/_stcore/health", timeout=2) as answer:
            return answer.read() == b"ok"
    except OSError:
        return False


@contextmanager
def serving(
    root: Path = ROOT, entry: str = "serve.py", log: Path | None = None, workers: int = 1, **environment: str
) -> Iterator[str]:
    """Run `streamlit run serve.py` in `root` on a free port; yields its URL, stops it at the end. With more workers, `python -m workers`.

    What the server prints goes to `log`, and is shown if it does not come up.
    """
    port = free_port()
    url = f"http://{HOST}:{port}"
    command = [sys.executable, "-m", "streamlit", "run", entry]
    if workers > 1:
        command = [sys.executable, "-m", "workers", "--workers", str(workers)]
    command += ["--server.address", HOST]
    command += ["--server.port", str(port), "--server.headless", "true"]
    with open(log, "w+b") if log else tempfile.TemporaryFile() as output:
        server = subprocess.Popen(
            command,
            cwd=root,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            deadline = time.monotonic() + STARTS_WITHIN_SECONDS
            base = environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "")
            while not is_healthy(f"{url}/{base}".rstrip("/")):
                if server.poll() is not None or time.monotonic() > deadline:
                    output.seek(0)
                    raise RuntimeError(f"the dashboard did not start:\n{output.read().decode(errors='replace')}")
                time.sleep(0.1)
            yield url
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
