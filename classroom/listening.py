"""What other processes tell through PostgreSQL (LISTEN/NOTIFY): which class has moved. Where it fails, the look a second remains."""

from __future__ import annotations

import threading
from collections.abc import Callable

from classroom import database

CHANNEL = "classroom"
AGAIN_SECONDS = 5.0
HEAR_SECONDS = 1.0  # how long until it notices that it is to stop


class Listener:
    """A thread with a connection of its own, where the database is a PostgreSQL; nothing otherwise."""

    def __init__(self, heard: Callable[[str], None]):
        self.heard = heard
        self.stopped = threading.Event()
        self.thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to listen, once."""
        if self.thread is None and database.address().get_backend_name() == "postgresql":
            self.thread = threading.Thread(target=self._run, name="class-listen", daemon=True)
            self.thread.start()

    def stop(self) -> None:
        """Within a second."""
        self.stopped.set()

    def _run(self) -> None:
        import psycopg  # late, here and below: a server with SQLite needs none of it

        while not self.stopped.is_set():
            try:
                self._listen()
            except (psycopg.Error, OSError):
                self.stopped.wait(AGAIN_SECONDS)

    def _listen(self) -> None:
        import psycopg

        url = database.address().set(drivername="postgresql")
        with psycopg.connect(
            url.render_as_string(hide_password=False), autocommit=True, connect_timeout=database.WAIT_SECONDS
        ) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            while not self.stopped.is_set():
                for told in connection.notifies(timeout=HEAR_SECONDS):
                    self.heard(told.payload)
