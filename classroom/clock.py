"""The time by which classes live: one that nobody can set while they do.

A computer's clock may be wrong and be set right in the middle of a class, by hours or by years; a class would end at once, and its
answers would be swept away as old. So an SQLite keeps at which moment its computer was started, as its clock said when the first
class of that start came, and counts from there. A PostgreSQL has its own clock, which is held against this computer's.
"""

from __future__ import annotations

import secrets
import time
from pathlib import Path

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import sqlite

from classroom.tables import STARTS
from data import log

BOOT = Path("/proc/sys/kernel/random/boot_id")
MOST_AHEAD_SECONDS = 6 * 3600.0
"""A clock that was set by less shortens the day that a class has, and no more."""
WAIT_AFTER_SECONDS = 24 * 3600.0


def machine() -> float:
    """Seconds that nobody can set: since this computer was started, its sleep counted in where it tells of it."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


def this_start() -> str:
    """The same for all processes until the computer is started anew; where it has no name for that, of this process alone."""
    try:
        return BOOT.read_text(encoding="ascii").strip()[:36]
    except OSError:
        return _OWN


_OWN = secrets.token_hex(16)


def started_at(connection: Connection) -> float:
    """When this computer was started, in seconds since 1970, as an SQLite has kept it; kept now if it is the first time."""
    start = this_start()
    kept = sqlite.insert(STARTS).values(start=start, at=time.time() - machine())
    connection.execute(kept.on_conflict_do_nothing())
    connection.execute(delete(STARTS).where(STARTS.c.start != start))
    return float(connection.execute(select(STARTS.c.at)).scalar_one())


class Watch:
    """Whether a database's clock may be believed when it says that something is old."""

    def __init__(self) -> None:
        self.ahead: float | None = None  # of this computer's own count
        self.not_before = 0.0

    def trusts(self, at: float) -> bool:
        """`at` is what the clock says now. After it was set it is not believed for a day, which is as long as a class lives."""
        ahead = at - machine()
        if self.ahead is not None and abs(ahead - self.ahead) > MOST_AHEAD_SECONDS:
            told = f"class database: its clock was set by {(ahead - self.ahead) / 3600:+.1f} hours; no answer is swept away for a day"
            log.tell(told)
            self.not_before = machine() + WAIT_AFTER_SECONDS
        self.ahead = ahead
        return machine() >= self.not_before


WATCH = Watch()
