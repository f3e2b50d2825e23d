"""The database: which one, the way into it, and its form, made at first use.

DATABASE_URL names a PostgreSQL (`postgresql://…`), CLASSROOM_DB the file of an SQLite; without either it is a file in
`data/local/`. Whatever keeps it from answering is told as ClassFault("away").
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, InterfaceError, ProgrammingError
from sqlalchemy.exc import DataError as NoSuchValue
from sqlalchemy.exc import TimeoutError as NoneFree

from classroom import clock
from classroom.faults import away
from data import log

FILE = Path(__file__).resolve().parents[1] / "data" / "local" / "classroom.db"
MIGRATIONS = Path(__file__).parent / "migrations"
WAIT_SECONDS = 5
LOCK = 1_402_077  # one number for all processes that would change the form of the same PostgreSQL
_FIRST = threading.Lock()
_READY: set[Engine] = set()  # those whose database has its present form
_FROM: dict[Engine, float] = {}  # what an SQLite's time is counted from
TOLD_EVERY_SECONDS = 60.0
_told_at = -TOLD_EVERY_SECONDS


def address() -> URL:
    """The database that the settings name. Raises ValueError for one that cannot be any."""
    if given := os.environ.get("DATABASE_URL", ""):
        try:
            url = make_url(given)
        except (ArgumentError, ValueError):  # neither is repeated, for it may hold a password
            expected = "postgresql://user:password@host:5432/name"
            raise ValueError(f"DATABASE_URL is no address of a database; expected {expected}") from None
        postgres = url.get_backend_name() in ("postgres", "postgresql")
        return url.set(drivername="postgresql+psycopg") if postgres else url
    return URL.create("sqlite", database=os.environ.get("CLASSROOM_DB", "") or str(FILE))


@cache
def engine() -> Engine:
    """The one of this process; opens nothing yet."""
    url = address()
    made = _postgres(url) if url.get_backend_name() == "postgresql" else _sqlite(url)
    return made


def _postgres(url: URL) -> Engine:
    limits = f"-c statement_timeout={WAIT_SECONDS * 1000} -c lock_timeout={WAIT_SECONDS * 1000}"
    options = {"connect_timeout": WAIT_SECONDS, "options": limits, "tcp_user_timeout": WAIT_SECONDS * 1000}
    return create_engine(
        url, pool_size=4, max_overflow=4, pool_timeout=WAIT_SECONDS, pool_pre_ping=True, connect_args=options
    )


def _sqlite(url: URL) -> Engine:
    Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    made = create_engine(url, pool_timeout=WAIT_SECONDS, connect_args={"timeout": WAIT_SECONDS})

    @event.listens_for(made, "connect")
    def settings(connection: Any, _: object) -> None:
        connection.isolation_level = None  # or Python's module begins transactions of its own
        for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={WAIT_SECONDS * 1000}"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get("reads")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return made


def exists() -> bool:
    """Whether there is a database to look into; asks no server."""
    url = address()
    return url.get_backend_name() != "sqlite" or Path(url.database or "").exists()


def is_postgres() -> bool:
    """Which of the two."""
    return engine().dialect.name == "postgresql"


@contextmanager
def writing() -> Iterator[Connection]:
    """A transaction: all of it is stored at its end, or nothing. Raises ClassFault("away")."""
    with _told_where_away():
        made = engine()
        ready(made)
        with made.begin() as connection:
            yield connection


@contextmanager
def reading() -> Iterator[Connection]:
    """A look, which waits for nobody who writes and sees one moment, however many questions it asks. Raises ClassFault("away")."""
    with _told_where_away():
        made = engine()
        ready(made)
        one_moment = {"isolation_level": "REPEATABLE READ"} if made.dialect.name == "postgresql" else {"reads": True}
        with made.connect() as connection, connection.execution_options(**one_moment).begin():
            yield connection


@contextmanager
def _told_where_away() -> Iterator[None]:
    try:
        yield
    except (DatabaseError, InterfaceError, NoneFree, OSError) as fault:
        if "no such table" in str(fault) or "does not exist" in str(fault):
            _READY.clear()  # somebody removed the database; the next use makes it anew
        elif isinstance(fault, ProgrammingError | IntegrityError | NoSuchValue):
            raise  # what we asked is wrong, not the database
        _tell(fault)
        raise away() from fault


def _tell(fault: Exception) -> None:
    """What keeps the database from answering, for whoever runs the server; once a minute, however many phones ask."""
    global _told_at
    if time.monotonic() - _told_at >= TOLD_EVERY_SECONDS:
        _told_at = time.monotonic()
        why = str(getattr(fault, "orig", None) or fault).strip().splitlines()
        log.tell(f"class database does not answer: {why[0] if why else type(fault).__name__}")


def ready(made: Engine) -> None:
    """Bring the database into its present form, once a process; of several processes one does it and the others wait."""
    with _FIRST:
        if made not in _READY:
            _FROM[made] = _upgrade(made)
            _READY.add(made)


def _upgrade(made: Engine) -> float:
    """What time is counted from, in an SQLite. A form newer than ours is left alone: releases only add to it."""
    from alembic import command  # late: a server that no class uses needs none of it
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with made.begin() as connection:
        if made.dialect.name == "postgresql":
            connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        config.attributes["connection"] = connection
        ours = {one.revision for one in ScriptDirectory.from_config(config).walk_revisions()}
        if MigrationContext.configure(connection).get_current_revision() in {None, *ours}:
            command.upgrade(config, "head")
        return 0.0 if made.dialect.name == "postgresql" else clock.started_at(connection)


def now(connection: Connection) -> float:
    """Seconds since 1970, by the database's clock where several computers share one; see `classroom.clock`."""
    if is_postgres():
        return float(connection.execute(text("select extract(epoch from clock_timestamp())")).scalar_one())
    return _FROM[connection.engine] + clock.machine()


def forget() -> None:
    """Close every connection; the settings are read anew at the next use."""
    if engine.cache_info().currsize:
        engine().dispose()
    engine.cache_clear()
    _READY.clear()
    _FROM.clear()
