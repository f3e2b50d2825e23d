"""All phones of this process: one look at the database a class and second, told to everybody from memory.

Lives in the server's event loop; every use of the database happens in threads beside it. Where the database does not answer,
phones go on seeing what was seen last, and are told that nothing can be stored.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from classroom import faults, limits, store
from classroom.faults import ClassFault
from classroom.listening import Listener
from classroom.questions import Plan
from classroom.rows import Sent, State, Stored
from classroom.tally import Tally, shown_tally
from classroom.writer import Writer
from data import log

Result = TypeVar("Result")

LOOK_SECONDS = 1.0
PRESENT_SECONDS = 5.0
POLLED_SECONDS = 12.0  # a phone that polls every three seconds is there
MOST_STREAMS_OF_ONE = 6
MOST_EMPTY_LOOKS = 10
LOOKERS = 3


@dataclass(frozen=True, eq=False)
class Seen:
    """What was seen of a class at the last look; `at` is this process's own steady clock."""

    plan: Plan
    state: State
    tally: Tally | None
    at: float

    def left(self, more_time: bool = False) -> float | None:
        """The rest of the question's clock now, seconds."""
        left = self.state.left(more_time)
        return None if left is None else max(0.0, left - (time.monotonic() - self.at))

    @property
    def key(self) -> tuple[int, bool]:
        """Changes when phones have something new to see."""
        return self.state.version, self.state.ended


@dataclass
class Room:
    """A class that phones of this process follow."""

    code: str
    seen: Seen | None = None
    fault: ClassFault | None = None
    streams: Counter[str] = field(default_factory=Counter)
    polled: dict[str, float] = field(default_factory=dict)
    seated: set[str] = field(default_factory=set)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    looked: asyncio.Event = field(default_factory=asyncio.Event)
    poked: asyncio.Event = field(default_factory=asyncio.Event)
    told_present: float = 0.0
    work: asyncio.Task[None] | None = None

    def phones(self) -> int:
        """How many follow, by a stream or by asking again and again."""
        since = time.monotonic() - POLLED_SECONDS
        self.polled = {one: at for one, at in self.polled.items() if at > since}
        return len({*self.streams, *self.polled})


class Hub:
    """The rooms of this process."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.process = secrets.token_hex(16)
        self.rooms: dict[str, Room] = {}
        self.threads = ThreadPoolExecutor(LOOKERS, "class-look")
        self.writer = Writer()
        self.listener = Listener(self._moved)
        self.closing = asyncio.Event()
        store.MOVED.append(self._moved)

    async def look(self, call: Callable[..., Result], *arguments: object) -> Result:
        """A call of the store, off the event loop."""
        return await self.loop.run_in_executor(self.threads, call, *arguments)

    async def seen(self, code: str, participant: str = "") -> Seen:
        """What there is to see of a class now. Raises ClassFault, "away" only where nothing was seen of it before."""
        room = self._room(code)
        if participant:
            room.polled[participant] = time.monotonic()
        await room.looked.wait()
        if room.seen is None:
            raise room.fault or faults.away()
        return room.seen

    def known(self, code: str) -> set[str]:
        """Participants of whom this process knows that they have a seat."""
        return self._room(code).seated

    async def follow(self, code: str, participant: str) -> AsyncIterator[Seen | None]:
        """What there is to see, each time it changes, and None now and then so that both ends know of one another."""
        room = self._room(code)
        if room.streams[participant] >= MOST_STREAMS_OF_ONE:
            raise faults.too_fast()
        room.streams[participant] += 1
        try:
            last: tuple[int, bool] | None = None
            while not self.closing.is_set() and room.code in self.rooms:
                changed = room.changed
                if room.seen and room.seen.key != last:
                    last = room.seen.key
                    yield room.seen
                    continue
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(changed.wait(), PRESENT_SECONDS * 2)
                    continue
                yield None
        finally:
            room.streams[participant] -= 1
            room.streams += Counter()  # drops those at zero

    async def answer(self, sent: Sent) -> Stored:
        """Store an answer, together with all others that wait. Raises ClassFault."""
        return await self.writer.store(sent)

    def close(self) -> None:
        """The server is to stop: let every stream end."""
        self.closing.set()
        for room in self.rooms.values():
            self._wake(room)

    async def stop(self) -> None:
        """End all work and let go of the threads."""
        self.close()
        store.MOVED.remove(self._moved)
        for room in list(self.rooms.values()):
            if room.work:
                room.work.cancel()
        await self.writer.stop()
        self.listener.stop()
        self.threads.shutdown(wait=False)

    def _moved(self, code: str) -> None:
        """From any thread: look at this class now."""
        with contextlib.suppress(RuntimeError):  # the loop has gone
            self.loop.call_soon_threadsafe(self._poke, code)

    def _poke(self, code: str) -> None:
        if room := self.rooms.get(code):
            room.poked.set()

    def _room(self, code: str) -> Room:
        if code not in self.rooms:
            if not limits.CODES_LOOKED_UP.allows(""):
                raise faults.too_fast()
            room = self.rooms[code] = Room(code)
            room.work = self.loop.create_task(self._keep_looking(room))
        return self.rooms[code]

    async def _keep_looking(self, room: Room) -> None:
        """Until nobody has followed for a while, or there is no such class."""
        self.listener.start()
        empty = 0
        while not self.closing.is_set():
            await self._look(room)
            empty = 0 if room.phones() else empty + 1
            if empty > MOST_EMPTY_LOOKS or (room.fault and room.fault.kind == "unknown"):
                break
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(room.poked.wait(), LOOK_SECONDS)
            room.poked.clear()
        del self.rooms[room.code]
        room.looked.set()  # whoever waits for the first look of a server that is to stop waits no longer
        self._wake(room)

    async def _look(self, room: Room) -> None:
        try:
            plan = room.seen.plan if room.seen else await self.look(store.plan, room.code)
            state, tally = await self.look(shown_tally, room.code)
            before, room.seen = room.seen, Seen(plan, state, tally, time.monotonic())
            room.fault = None
            await self._tell_present(room)
            if before is None or before.key != room.seen.key:
                self._wake(room)
        except ClassFault as fault:
            room.fault = fault
        except Exception as surprise:  # or one class would be followed by nobody until the next start
            log.tell(f"class {room.code}: {type(surprise).__name__}: {surprise}")
            room.fault = faults.away()
        room.looked.set()

    async def _tell_present(self, room: Room) -> None:
        at = time.monotonic()
        if at - room.told_present > PRESENT_SECONDS:
            room.told_present = at
            await self.look(store.present, room.code, self.process, room.phones())

    def _wake(self, room: Room) -> None:
        changed, room.changed = room.changed, asyncio.Event()
        changed.set()


_hub: Hub | None = None


def hub() -> Hub:
    """The hub of the running event loop."""
    global _hub
    if _hub is None or _hub.loop is not asyncio.get_running_loop():
        _hub = Hub()
    return _hub


def close() -> None:
    """From a signal or any thread: let every stream end, so that the server need not wait for its phones."""
    if _hub is not None:
        with contextlib.suppress(RuntimeError):
            _hub.loop.call_soon_threadsafe(_hub.close)


async def stop() -> None:
    """At the end of the server."""
    global _hub
    if _hub is not None:
        stopped, _hub = _hub, None
        await stopped.stop()
