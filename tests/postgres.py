"""A PostgreSQL for the tests that need one: found or installed, and run in a folder of its own by a user who is not root.

`python -m tests.postgres` prints where its programs are, installing them if there are none; `make test` calls it first.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.debian import install

NEEDED = ("initdb", "postgres")
PLACES = ("/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt")
ACCOUNTS = ("postgres", "nobody")
STARTS_WITHIN_SECONDS = 60
MISSING = """\
The tests of a class on several replicas need PostgreSQL, and none could be found or installed.
Install it yourself, then run the tests again:
  Debian, Ubuntu   sudo apt-get install postgresql
  macOS            brew install postgresql
or point POSTGRES_BIN at the folder with its initdb and postgres: POSTGRES_BIN=/path/to/bin make test"""


def find_postgres() -> Path | None:
    """The folder with its programs: $POSTGRES_BIN, the newest of Debian's or Homebrew's, or one on the PATH."""
    if given := os.environ.get("POSTGRES_BIN"):
        if not _has_programs(Path(given)):
            raise FileNotFoundError(f"POSTGRES_BIN is '{given}', which has no {' and '.join(NEEDED)}")
        return Path(given)
    found = [one for place in PLACES for one in sorted(Path(place).glob("*/bin"), key=_release) if _has_programs(one)]
    on_path = shutil.which("initdb")
    return found[-1] if found else Path(on_path).resolve().parent if on_path else None


def _has_programs(folder: Path) -> bool:
    return all((folder / name).exists() for name in NEEDED)


def _release(folder: Path) -> int:
    digits = "".join(sign for sign in folder.parent.name if sign.isdigit())
    return int(digits or 0)


def ensure_postgres() -> Path | None:
    """Its programs, installed now if need be; None where that did not work."""
    if found := find_postgres():
        return found
    # Debian's package would start a server of the whole machine at once; ours is another one, which ends with the tests.
    install("postgresql")
    return find_postgres()


class Postgres:
    """One server; `stop` and `start` let a test take it away for a while."""

    def __init__(self, programs: Path, folder: Path):
        self.programs, self.folder = programs, folder
        self.account = next((name for name in ACCOUNTS if _exists(name)), None) if os.geteuid() == 0 else None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"postgresql://tests@127.0.0.1:{self.port}/postgres"
        self.process: subprocess.Popen[bytes] | None = None
        if self.account:
            shutil.chown(folder, self.account)
        self._run("initdb", "-D", "data", "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync")

    def _popen(self, *command: str) -> "subprocess.Popen[bytes]":
        program = str(self.programs / command[0])
        log = open(self.folder / f"{command[0]}.log", "ab")  # noqa: SIM115  the process writes it
        with log:
            return subprocess.Popen(
                [program, *command[1:]],
                cwd=self.folder,
                user=self.account,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
            )

    def _run(self, *command: str) -> None:
        if self._popen(*command).wait() != 0:
            raise RuntimeError(f"{command[0]} failed:\n{(self.folder / f'{command[0]}.log').read_text()}")

    def start(self) -> None:
        """Until it takes connections."""
        settings = ("-h", "127.0.0.1", "-k", str(self.folder), "-c", "max_connections=60", "-c", "shared_buffers=32MB")
        self.process = self._popen("postgres", "-D", "data", "-p", str(self.port), *settings)
        deadline = time.monotonic() + STARTS_WITHIN_SECONDS
        while self.process.poll() is None and time.monotonic() < deadline:
            if (self.folder / "data" / "postmaster.pid").exists() and self._answers():
                return
            time.sleep(0.1)
        raise RuntimeError(f"PostgreSQL did not start:\n{(self.folder / 'postgres.log').read_text()}")

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.url, connect_timeout=2).close()
        except psycopg.Error:
            return False
        return True

    def stop(self) -> None:
        """At once, as when a machine's plug is pulled; what was committed is there at the next start."""
        if self.process:
            self.process.send_signal(3)  # SIGQUIT: no goodbyes
            self.process.wait()


def _exists(account: str) -> bool:
    import pwd

    try:
        return bool(pwd.getpwnam(account))
    except KeyError:
        return False


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL with nothing in it. Raises FileNotFoundError, which says how to get one."""
    programs = find_postgres()
    if programs is None:
        raise FileNotFoundError(MISSING)
    with tempfile.TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as folder:
        server = Postgres(programs, Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.stop()


def main() -> None:
    """Print where its programs are, or say how to get them and fail."""
    programs = ensure_postgres()
    if programs is None:
        raise SystemExit(MISSING)
    print(f"PostgreSQL: {programs}", file=sys.stdout)


if __name__ == "__main__":
    main()
