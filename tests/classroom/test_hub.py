"""One look a second for all phones of a process; answers that come at once are stored at once."""

import asyncio
import time

import pytest

from classroom import database, store
from classroom.faults import ClassFault, away
from classroom.hub import Hub
from classroom.rows import Sent
from classroom.tally import tally
from tests.classroom.lesson import asked
from tests.loops import apart


def run(test):
    """A test in an event loop with a hub."""

    async def whole():
        hub = Hub()
        try:
            async with asyncio.timeout(30):
                await test(hub)
        finally:
            await hub.stop()

    apart(asyncio.run, whole())


def test_a_hundred_phones_cost_one_look_a_second(opened, monkeypatch):
    """Counted at the store, over two seconds."""
    looks = []
    monkeypatch.setattr("classroom.hub.shown_tally", lambda code: (looks.append(code), (store.state(code), None))[1])

    async def test(hub):
        phones = [hub.follow(opened.code, f"p{n}") for n in range(100)]
        await asyncio.gather(*(anext(phone) for phone in phones))
        looks.clear()
        await asyncio.sleep(2.2)
        assert 1 <= len(looks) <= 3

    run(test)


def test_every_phone_hears_of_a_move_at_once(opened):
    """Made from another thread, as the presenter's page does; with its state and no tally."""

    async def test(hub):
        phones = [hub.follow(opened.code, f"p{n}") for n in range(50)]
        await asyncio.gather(*(anext(phone) for phone in phones))
        start = time.monotonic()
        await asyncio.gather(asyncio.to_thread(asked, opened), *(anext(phone) for phone in phones))
        assert time.monotonic() - start < 0.9
        seen = await hub.seen(opened.code)
        assert (seen.state.step, seen.state.phase, seen.tally) == ("more", "open", None)

    run(test)


def test_a_move_by_another_process_is_seen_within_a_second_or_so(opened):
    """Nobody tells this one; its next look does."""

    async def test(hub):
        phone = hub.follow(opened.code, "p1")
        await anext(phone)
        store.MOVED.remove(hub._moved)
        try:
            asked(opened)
            assert (await asyncio.wait_for(anext(phone), 2)).state.phase == "open"
        finally:
            store.MOVED.append(hub._moved)

    run(test)


def test_five_hundred_answers_at_once_are_all_stored_in_a_few_transactions(opened, monkeypatch):
    """Each is acknowledged with what is stored."""
    asked(opened, "share")
    sizes = []
    real = store.answers
    monkeypatch.setattr("classroom.writer.store.answers", lambda batch: (sizes.append(len(batch)), real(batch))[1])

    async def test(hub):
        sent = [Sent(opened.code, f"p{n}", "share", 1, n % 60, 1) for n in range(500)]
        stored = await asyncio.gather(*map(hub.answer, sent))
        assert [one.value for one in stored] == [n % 60 for n in range(500)]

    run(test)
    assert tally(opened.code, "share").n == 500 and len(sizes) < 12


@pytest.mark.faults
def test_without_a_database_phones_see_what_was_seen_last_and_no_answer_is_acknowledged(opened, monkeypatch):
    """And all goes on when it is back."""
    asked(opened)

    async def test(hub):
        await hub.seen(opened.code)
        with monkeypatch.context() as without:
            without.setattr(database, "ready", lambda made: (_ for _ in ()).throw(away()))
            await hub._look(hub._room(opened.code))
            assert (await hub.seen(opened.code)).state.phase == "open"
            with pytest.raises(ClassFault, match="cannot be stored"):
                await hub.answer(Sent(opened.code, "p1", "more", 1, "rice", 1))
        assert (await hub.answer(Sent(opened.code, "p1", "more", 1, "rice", 1))).value == "rice"

    run(test)


def test_a_class_that_nobody_follows_is_looked_at_no_longer(opened, monkeypatch):
    """And an unknown one not at all."""
    monkeypatch.setattr("classroom.hub.LOOK_SECONDS", 0.01)
    monkeypatch.setattr("classroom.hub.MOST_EMPTY_LOOKS", 3)

    async def test(hub):
        with pytest.raises(ClassFault, match="No class has the code"):
            await hub.seen("CCCCCC")
        await hub.seen(opened.code)
        await asyncio.sleep(0.5)
        assert hub.rooms == {}

    run(test)


def test_every_stream_ends_when_the_server_is_to_stop(opened):
    """Else it would wait for every phone."""

    async def test(hub):
        phone = hub.follow(opened.code, "p1")
        await anext(phone)
        asyncio.get_running_loop().call_later(0.1, hub.close)
        with pytest.raises(StopAsyncIteration):
            await asyncio.wait_for(anext(phone), 2)

    run(test)


def test_one_participant_has_a_few_streams_at_most(opened):
    """Several tabs, and not a thousand."""

    async def test(hub):
        tabs = [hub.follow(opened.code, "p1") for _ in range(7)]
        for tab in tabs[:6]:
            await anext(tab)
        with pytest.raises(ClassFault, match="too often"):
            await anext(tabs[6])
        assert hub._room(opened.code).phones() == 1

    run(test)
