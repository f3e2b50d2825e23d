"""The same on PostgreSQL: every test of the store, two processes on one database, and the server taken away for a while."""

import asyncio
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from classroom import database, limits, store
from classroom.faults import ClassFault
from classroom.hub import Hub
from classroom.rows import LIFE_SECONDS, Sent
from classroom.tables import METADATA
from classroom.tally import export_csv, export_key, shown_tally, tally
from tests.classroom.lesson import GOOD, LESSON, asked, check_nothing_slips_in, fault_of
from tests.loops import apart
from tests.postgres import MISSING, Postgres, find_postgres, postgres

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """Without a PostgreSQL these tests fail, they are not skipped."""
    if find_postgres() is None:
        pytest.fail(MISSING, pytrace=False)
    with postgres() as running:
        yield running


@pytest.fixture
def opened(server, monkeypatch) -> Iterator[store.Opened]:
    """A class in it."""
    monkeypatch.setenv("DATABASE_URL", server.url)
    database.forget()
    limits.TRIES_OF_CODE.left.clear()
    yield store.open_class(LESSON)
    database.forget()


def test_the_form_of_the_database_is_the_declared_one(opened):
    """What the migrations made is what the tables say."""
    assert database.is_postgres()
    with database.engine().connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_whole_class(opened):
    """Answers of each kind, twice, late, out of range and too late; a second round; shown; reset; exported; ended; swept."""
    code, secret = opened.code, opened.host_secret
    for step, value in GOOD.items():
        asked(opened, step)
        for turn, phone in ((2, "p1"), (1, "p1"), (1, "p2")):
            assert store.answer(code, phone, step, 1, value, turn=turn).value == value
        assert fault_of(store.answer, code, "p3", step, 1, "zebra").kind == "range"
        assert shown_tally(code)[1] is None
        store.go(code, secret, step, 1, "shown")
        assert shown_tally(code)[1].values == (value, value) == tally(code, step).values
        assert fault_of(store.answer, code, "p3", step, 1, value).kind == "closed"
    asked(opened, "more", 2)
    store.answer(code, "p1", "more", 2, "none")
    assert store.reset(code, secret, "more", 2) == 1
    store.present(code, "one", 2)
    store.present(code, "one", 3)
    assert store.counts(code) == store.Counts(connected=3, seats=3, answered=0, stored=8, more_time=0)
    assert b"White <rice>,2" in export_csv(code, export_key(code, store.new_secret(code, opened.recovery_words)))
    assert store.sweep(store.state(code).opened_at + LIFE_SECONDS) is None and store.counts(code).stored == 0


def test_one_batch_with_every_fault(opened):
    """Nothing that is wrong with one answer takes another with it."""
    asked(opened)
    sent = [Sent(opened.code, f"p{n % 30}", "more", 1, "bread" if n % 7 == 0 else "rice", 1) for n in range(100)]
    done = store.answers([*sent, Sent("CCCCCC", "p", "more", 1, "rice")])
    assert [getattr(one, "kind", "stored") for one in done] == [
        "range" if n % 7 == 0 else "stored" for n in range(100)
    ] + ["unknown"]
    assert tally(opened.code, "more").n == 30


@pytest.mark.faults
def test_another_process_is_heard_at_once_and_without_its_voice_by_the_next_look(opened):
    """NOTIFY, and a listener whose connection the server has cut."""

    async def whole():
        hub = Hub()
        store.MOVED.remove(hub._moved)  # as if another process had moved the class
        try:
            phone = hub.follow(opened.code, "p1")
            await anext(phone)
            await asyncio.sleep(0.5)  # until it listens
            heard = []
            hub.listener.heard = heard.append
            await asyncio.to_thread(asked, opened)
            assert (await asyncio.wait_for(anext(phone), 2.5)).state.phase == "open"
            assert heard == [opened.code]
            await asyncio.to_thread(cut_listeners)
            await asyncio.to_thread(asked, opened, "share")
            assert (await asyncio.wait_for(anext(phone), 2.5)).state.step == "share"
        finally:
            store.MOVED.append(hub._moved)
            await hub.stop()

    apart(asyncio.run, whole())


def cut_listeners() -> None:
    """End the connection of everybody who listens."""
    with database.engine().begin() as connection:
        cut = "select pg_terminate_backend(pid) from pg_stat_activity where query like 'LISTEN%'"
        assert connection.execute(text(cut)).rowcount >= 1


@pytest.mark.faults
def test_a_server_taken_away_is_told_and_what_was_acknowledged_is_there_afterward(opened, server):
    """Pulled without a goodbye, in the middle of a question."""
    asked(opened, "share")
    for phone in range(20):
        store.answer(opened.code, f"p{phone}", "share", 1, phone)
    server.stop()
    for call in (lambda: store.answer(opened.code, "late", "share", 1, 50), lambda: store.state(opened.code)):
        with pytest.raises(ClassFault, match="cannot be stored just now"):
            call()
    server.start()
    store.answer(opened.code, "late", "share", 1, 50)
    assert tally(opened.code, "share").values == (*map(float, range(20)), 50.0)


def test_a_tally_that_is_shown_holds_nothing_of_what_comes_after(opened, monkeypatch):
    """As on SQLite: a question opened again, and answered, between the look at its phase and the count."""
    check_nothing_slips_in(opened, monkeypatch)
