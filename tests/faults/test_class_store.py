"""A class whose disk is full, read-only or damaged, or whose computer's clock is set: told in words, and no stored answer is lost."""

import os
import re
import resource
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import update
from starlette.applications import Starlette
from starlette.testclient import TestClient

from classroom import clock, database, rows, store
from classroom.rows import LIFE_SECONDS
from classroom.tables import CLASSES
from classroom.tally import tally
from routes.site import routes
from tests.classroom.conftest import file, opened  # noqa: F401  fixtures
from tests.classroom.lesson import LESSON, asked, fault_of

pytestmark = pytest.mark.faults
NOBODY = 65534


@pytest.fixture(autouse=True)
def fresh_watch(monkeypatch) -> None:
    """As in a process that has seen no clock yet."""
    monkeypatch.setattr(rows, "WATCH", clock.Watch())


@contextmanager
def full_disk(bytes_left: int = 0) -> Iterator[None]:
    """No file of this process can grow beyond so many bytes, as on a disk that has no more."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_left, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def answered(opened, phones: int = 3) -> None:  # noqa: F811
    """A question that some phones have answered."""
    asked(opened, "share")
    for phone in range(phones):
        store.answer(opened.code, f"p{phone}", "share", 1, phone)


def test_a_full_disk_takes_no_answer_and_loses_none(opened, file):  # noqa: F811
    """Nothing is acknowledged; what was stored can be read; when there is room again all goes on."""
    answered(opened)
    with full_disk(os.path.getsize(f"{file}-wal")):
        kinds = {
            fault_of(store.answer, opened.code, "late", "share", 1, 50).kind,
            fault_of(store.go, opened.code, opened.host_secret, "share", 1, "closed").kind,
            fault_of(store.open_class, LESSON).kind,
        }
        found = store.state(opened.code).phase, tally(opened.code, "share").values
    assert kinds == {"away"} and found == ("open", (0.0, 1.0, 2.0))
    store.answer(opened.code, "late", "share", 1, 50)
    assert tally(opened.code, "share").values == (0.0, 1.0, 2.0, 50.0)


def test_on_a_disk_that_is_full_from_the_start_no_class_is_opened(file):  # noqa: F811
    """And one is as soon as there is room."""
    with full_disk():
        kind = fault_of(store.open_class, LESSON).kind
    assert kind == "away"
    assert store.open_class(LESSON).code


def as_nobody(folder: Path, code: str, told) -> None:
    """In a process of its own that may not write there."""
    os.environ["CLASSROOM_DB"] = str(folder / "classroom.db")
    database.forget()
    os.setuid(NOBODY)
    calls = (lambda: store.answer(code, "late", "share", 1, 50), lambda: store.open_class(LESSON))
    told.put([fault_of(call).kind for call in calls])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody who may not write")
def test_a_read_only_disk_is_told_and_loses_nothing(opened, file):  # noqa: F811
    """The file and its folder belong to somebody else."""
    answered(opened)
    database.forget()
    with copied_for_all(file) as folder:
        context = get_context("fork")
        told = context.Queue()
        process = context.Process(target=as_nobody, args=(folder, opened.code, told))
        process.start()
        assert told.get(timeout=60) == ["away", "away"]
        process.join()
    assert tally(opened.code, "share").n == 3


@contextmanager
def copied_for_all(file: Path) -> Iterator[Path]:  # noqa: F811
    """A copy of a database where everybody may look and nobody write; a test's own folder is its user's alone."""
    folder = Path("/tmp") / f"read-only-{os.getpid()}"
    folder.mkdir()
    shutil.copy(file, folder)
    (folder / file.name).chmod(0o444)
    folder.chmod(0o555)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


DAMAGE = {
    "another kind of file": lambda content: b"nothing of the kind " * 500,
    "its pages inverted": lambda content: content[:4096] + bytes(255 - one for one in content[4096:]),
    "cut in the middle": lambda content: content[: len(content) // 2],
}


@pytest.fixture
def asking() -> Iterator[TestClient]:
    """A phone, and a server that raises nothing to the test: what it cannot answer is a 500."""
    with TestClient(Starlette(routes=routes("")), raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_class_file_is_told_and_left_as_it_is(opened, file, asking, damage, monkeypatch, capsys):  # noqa: F811
    """To phones in words, to whoever runs the server with the reason; nobody repairs it, or throws it away, unasked."""
    answered(opened)
    database.forget()
    with sqlite3.connect(file) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()
    file.write_bytes(damaged := damage(file.read_bytes()))
    monkeypatch.setattr(database, "_told_at", -1e9)
    assert fault_of(store.open_class, LESSON).kind == fault_of(store.sweep).kind == "away"
    assert re.search(r"class database does not answer: .*(malformed|not a database)", capsys.readouterr().err)
    answer = asking.get(f"/c/{opened.code}")
    assert answer.status_code == 503 and "cannot be stored just now" in answer.text and "Traceback" not in answer.text
    assert file.read_bytes() == damaged


# --- The clock --------------------------------------------------------------------------------------------------------


@pytest.fixture
def set_clock(monkeypatch):
    """Set this computer's clock by so many seconds."""
    real = time.time

    def by(seconds: float) -> None:
        monkeypatch.setattr(time, "time", lambda: real() + seconds)

    return by


@pytest.mark.parametrize("seconds", [-40 * 365 * 86_400, -3_600, 3_600, 40 * 365 * 86_400])
def test_a_clock_that_is_set_in_mid_class_changes_nothing(opened, set_clock, seconds):  # noqa: F811
    """A laptop that believed it was another year, and was told: the question goes on with its seconds; nothing is swept."""
    asked(opened, "share", seconds=60)
    store.answer(opened.code, "p1", "share", 1, 10)
    set_clock(seconds)
    store.sweep()
    other = store.open_class(LESSON)
    assert 50 < store.state(opened.code).left() <= 60 and not store.state(other.code).ended
    store.answer(opened.code, "p2", "share", 1, 20)
    assert tally(opened.code, "share").values == (10.0, 20.0)


def test_nor_does_it_over_a_restart_of_the_server(opened, set_clock):  # noqa: F811
    """Another process counts from the same moment."""
    answered(opened)
    set_clock(365 * 86_400)
    database.forget()
    assert not store.state(opened.code).ended
    store.sweep()
    assert tally(opened.code, "share").n == 3


def test_after_a_restart_of_the_computer_its_clock_counts_anew(opened, set_clock, monkeypatch):  # noqa: F811
    """Answers that are a day old by then are swept."""
    answered(opened)
    database.forget()
    set_clock(LIFE_SECONDS)
    monkeypatch.setattr(clock, "this_start", lambda: "another")
    monkeypatch.setattr(rows, "WATCH", clock.Watch())
    store.sweep()
    assert tally(opened.code, "share").n == 0
    assert store.state(store.open_class(LESSON).code).opened_at == pytest.approx(time.time(), abs=5)


def test_where_a_start_of_the_computer_has_no_name_each_process_counts_for_itself(monkeypatch, tmp_path):
    """As on systems that are not Linux."""
    monkeypatch.setattr(clock, "BOOT", tmp_path / "none")
    assert clock.this_start() == clock.this_start() and len(clock.this_start()) == 32


def test_a_database_whose_own_clock_is_set_sweeps_nothing_for_a_day(opened, monkeypatch, capsys):  # noqa: F811
    """A PostgreSQL counts by its computer's clock, which this one can only hold against its own."""
    answered(opened)
    at = database.now
    store.sweep()
    monkeypatch.setattr(database, "now", lambda connection: at(connection) + 3 * LIFE_SECONDS)
    store.sweep()
    store.open_class(LESSON)
    assert tally(opened.code, "share").n == 3
    assert "its clock was set by +72.0 hours; no answer is swept away for a day" in capsys.readouterr().err
    machine = clock.machine
    monkeypatch.setattr(clock, "machine", lambda: machine() + LIFE_SECONDS)
    store.sweep()
    assert tally(opened.code, "share").n == 0


# --- Two releases on one database ----------------------------------------------------------------------------------------


def test_a_form_that_a_newer_release_made_is_used_as_it_is(opened):  # noqa: F811
    """A server of this release that starts while others are renewed already."""
    answered(opened)
    with database.writing() as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '9999'")
    database.forget()
    assert tally(opened.code, "share").n == 3
    assert store.open_class(LESSON).code


def newer(opened, change: tuple[str, str]) -> None:  # noqa: F811
    """The class as a newer release would have stored its lesson."""
    with database.writing() as connection:
        plan = rows.class_row(connection, opened.code).plan.replace(*change)
        connection.execute(update(CLASSES).where(CLASSES.c.code == opened.code).values(plan=plan))


def test_what_a_newer_release_says_more_of_a_lesson_is_passed_over(opened):  # noqa: F811
    """A question that has something this release does not know."""
    newer(opened, ('"kind":"number"', '"kind":"number","shown_as":"dots"'))
    answered(opened)
    assert tally(opened.code, "share").n == 3


def test_a_question_that_only_a_newer_release_can_read_waits_for_it(opened, asking):  # noqa: F811
    """The phone is told to ask again, and so finds a server that can; answers to other classes in the batch are stored."""
    other = store.open_class(LESSON)
    asked(other, "share")
    asked(opened, "share")
    newer(opened, ('"kind":"number"', '"kind":"drawing"'))
    done = store.answers([store.Sent(one, "p1", "share", 1, 10) for one in (opened.code, other.code)])
    assert getattr(done[0], "kind", "stored") == "away" and done[1].value == 10
    asking.cookies.set("seat", "x" * 22)
    answer = asking.get(f"/c/{opened.code}/state")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")


@pytest.mark.parametrize("said", ["nonsense", "postgresql://user:secret@host:port/name"])
def test_a_setting_that_is_no_address_of_a_database_is_named_without_its_password(monkeypatch, said):
    """At the start, not to the first class."""
    monkeypatch.setenv("DATABASE_URL", said)
    with pytest.raises(ValueError, match=r"^DATABASE_URL is no address of a database; expected postgresql://") as told:
        database.address()
    assert "secret" not in str(told.value) and told.value.__suppress_context__
