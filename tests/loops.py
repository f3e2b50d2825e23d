"""An event loop for a test, in a thread of its own.

A worker that drove a browser before has a loop running in its main thread, where `asyncio.run` refuses to start.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def apart(call: Callable[..., Any], *given: Any) -> Any:
    """What `call(*given)` returns or raises, called in a thread of its own: `apart(asyncio.run, question())`."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(call, *given).result()
