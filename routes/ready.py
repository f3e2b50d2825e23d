"""`/ready`: whether readers may be sent to this server. It turns off when the server is told to stop, before it stops.

A proxy that asks here sends new readers elsewhere while those who are here go on; a health check asks `/_stcore/health`,
which tells whether the process lives. A server that stops answers 404, which HAProxy takes for "no new readers; whoever is here goes on"
(`http-check disable-on-404`); every other probe takes any refusal alike.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

STOPPING = threading.Event()
MOST_DRAIN_SECONDS = 600


def drain_seconds() -> float:
    """How long the server goes on after it was told to stop (`DRAIN_SECONDS`, 0 where it is not set).

    Raises:
        ValueError: not a number from 0 to 600.
    """
    said = os.environ.get("DRAIN_SECONDS") or "0"
    try:
        seconds = float(said)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= MOST_DRAIN_SECONDS:
        raise ValueError(f"DRAIN_SECONDS is '{said}'; expected seconds from 0 to {MOST_DRAIN_SECONDS}, such as 20")
    return seconds


def route(base: str) -> Route:
    """The address, below the path that the dashboard has on its host."""

    async def ready(request: Request) -> PlainTextResponse:
        stopping = STOPPING.is_set()
        headers = {"cache-control": "no-store"}
        return PlainTextResponse("stopping" if stopping else "ready", 404 if stopping else 200, headers)

    return Route(f"{base}/ready", ready)


@contextmanager
def draining(let_go: Callable[[], None]) -> Iterator[None]:
    """Inside, a signal to stop first turns `/ready` off and calls `let_go`; the server stops `drain_seconds()` later.

    A second signal stops it at once. Only the main thread can hear signals; in another one nothing changes.
    """
    seconds = drain_seconds()
    signals = (signal.SIGTERM, signal.SIGINT) if threading.current_thread() is threading.main_thread() else ()
    before = {number: signal.getsignal(number) for number in signals}

    def stop(number: int, frame: FrameType | None) -> None:
        first = not STOPPING.is_set()
        STOPPING.set()
        let_go()
        if first and seconds:
            later = threading.Timer(seconds, os.kill, (os.getpid(), number))
            later.daemon = True
            later.start()
        elif callable(handler := before[signal.Signals(number)]):
            handler(number, frame)

    for number in signals:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in signals:
            signal.signal(number, before[number])
        STOPPING.clear()
