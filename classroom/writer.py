"""Answers that come at once are stored at once: all that wait go into one transaction, and each is told what became of it.

So a class that presses within one second costs a few commits and not hundreds. Nothing is acknowledged before its commit.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from classroom import faults, store
from classroom.faults import ClassFault
from classroom.rows import Sent, Stored
from data import log

MOST_AT_ONCE = 100
MOST_WAITING = 3_000


class Writer:
    """One thread that stores, and the answers that wait for it."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Sent, asyncio.Future[Stored]]] = []
        self.thread = ThreadPoolExecutor(1, "class-write")
        self.work: asyncio.Task[None] | None = None

    async def store(self, sent: Sent) -> Stored:
        """What is stored; raises ClassFault."""
        if len(self.waiting) >= MOST_WAITING:
            raise faults.away()
        done: asyncio.Future[Stored] = asyncio.get_running_loop().create_future()
        self.waiting.append((sent, done))
        if self.work is None or self.work.done():
            self.work = asyncio.create_task(self._store_all())
        return await done

    async def stop(self) -> None:
        """Store what still waits, and end."""
        if self.work:
            await self.work
        self.thread.shutdown(wait=False)

    async def _store_all(self) -> None:
        loop = asyncio.get_running_loop()
        while self.waiting:
            batch, self.waiting = self.waiting[:MOST_AT_ONCE], self.waiting[MOST_AT_ONCE:]
            try:
                results = await loop.run_in_executor(self.thread, store.answers, [sent for sent, _ in batch])
            except ClassFault as fault:  # no database: those behind need not each wait for it as long
                batch, self.waiting = batch + self.waiting, []
                results = [fault] * len(batch)
            except Exception as surprise:  # those behind must not wait for nothing
                log.tell(f"answers not stored: {type(surprise).__name__}: {surprise}")
                results = [faults.away()] * len(batch)
            for (_, done), result in zip(batch, results, strict=True):
                _tell(done, result)


def _tell(done: asyncio.Future[Stored], result: Stored | ClassFault) -> None:
    if done.done():  # the phone has gone meanwhile; its answer is stored all the same
        return
    if isinstance(result, ClassFault):
        done.set_exception(ClassFault(result.kind, result.words))
    else:
        done.set_result(result)
