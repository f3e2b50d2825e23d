"""Old answers go by themselves, also where no further class is opened: every ten minutes while the server runs."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from classroom import database, store
from classroom.faults import ClassFault
from data import log

EVERY_SECONDS = 600.0


@contextlib.asynccontextmanager
async def sweeping() -> AsyncIterator[None]:
    """While this lasts, answers that are 24 hours old are deleted; a database that is not there yet is not made for it."""
    work = asyncio.create_task(_sweep_again_and_again())
    try:
        yield
    finally:
        work.cancel()


async def _sweep_again_and_again() -> None:
    while True:
        try:
            if await asyncio.to_thread(database.exists):
                await asyncio.to_thread(store.sweep)
        except ClassFault:
            pass  # it is away; the next time will do
        except Exception as surprise:  # or nothing would be swept until the next start
            log.tell(f"old answers not deleted: {type(surprise).__name__}: {surprise}")
        await asyncio.sleep(EVERY_SECONDS)
