"""HAProxy for the tests and the load test that need one: found, or installed from the system's packages, and run on loopback.

`python -m tests.haproxy` prints where it is, installing it if there is none; `make test` and `make load` call it first.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.server import HOST, free_port
from tests.debian import install

STARTS_WITHIN_SECONDS = 30
MISSING = """\
The tests of several servers behind a proxy need HAProxy, and none could be found or installed.
Install it yourself, then run the tests again:
  Debian, Ubuntu   sudo apt-get install haproxy
  macOS            brew install haproxy"""


def find_haproxy() -> str | None:
    """The program; Debian keeps it where only root looks for programs."""
    return shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")


def ensure_haproxy() -> str | None:
    """The program, installed now if need be; None where that did not work."""
    if found := find_haproxy():
        return found
    install("haproxy")
    return find_haproxy()


@contextmanager
def haproxy(configuration: str, folder: Path) -> Iterator[int]:
    """HAProxy with this configuration, in which BIND is where it listens; its port on loopback.

    Raises FileNotFoundError, which says how to get one, and RuntimeError with what it said where it did not start.
    """
    program = find_haproxy()
    if program is None:
        raise FileNotFoundError(MISSING)
    port, file, log = free_port(), folder / "haproxy.cfg", folder / "haproxy.log"
    file.write_text(configuration, "utf-8")
    with open(log, "wb") as output:
        environment = os.environ | {"BIND": f"{HOST}:{port}"}
        proxy = subprocess.Popen([program, "-db", "-f", str(file)], env=environment, stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + STARTS_WITHIN_SECONDS
        while not _listens(port):
            if proxy.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"HAProxy did not start:\n{log.read_text(errors='replace')}")
            time.sleep(0.1)
        yield port
    finally:
        proxy.kill()
        proxy.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def main() -> None:
    """Print where it is, or say how to get it and fail."""
    program = ensure_haproxy()
    if program is None:
        raise SystemExit(MISSING)
    print(f"HAProxy: {program}", file=sys.stdout)


if __name__ == "__main__":
    main()
