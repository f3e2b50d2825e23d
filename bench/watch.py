"""What server processes take while a load test runs, sampled every half second, under the names of Streamlit's own load tests.

`memory_rss_mb_start`, `_peak` and `_growth` (last less first), `cpu_percent_avg`, `thread_count_max`; `initial_load_time_ms` and
`rerun_time_ms` of sessions (`e2e_playwright/load_testing` in Streamlit's repository).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import psutil

from bench.classroom import Server

EVERY_SECONDS = 0.5
MB = 1024


@dataclass
class Watch:
    """Samples of each server's memory, MB, and of all their threads; what is no longer there is left out."""

    servers: list[Server]
    memory: dict[int, list[tuple[float, float]]] = field(default_factory=dict)
    threads: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    def sample(self) -> None:
        """Now."""
        for at, server in enumerate(self.servers):
            try:
                held = server.memory_kb() / MB
                self.threads = max(self.threads, psutil.Process(server.process.pid).num_threads())
            except psutil.Error:
                continue
            self.memory.setdefault(at, []).append((time.perf_counter(), held))

    def run(self) -> None:
        """Until it is ended."""
        while not self.ended.wait(EVERY_SECONDS):
            self.sample()

    def told(self, which: int, since: float, until: float) -> dict[str, float]:
        """One server's memory in a stretch of time, in which it must have lived."""
        held = [mb for at, mb in self.memory[which] if since <= at <= until]
        return {
            "memory_rss_mb_start": round(held[0], 1),
            "memory_rss_mb_peak": round(max(held), 1),
            "memory_rss_mb_growth": round(held[-1] - held[0], 1),
        }


@contextmanager
def watching(servers: list[Server]) -> Iterator[Watch]:
    """Samples in a thread of its own while inside."""
    watch = Watch(servers)
    watch.sample()
    thread = threading.Thread(target=watch.run, daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        watch.ended.set()
        thread.join()


def quantiles(name: str, took_ms: list[float]) -> dict[str, Any]:
    """Middle and tail, milliseconds; null where nothing was measured."""
    return {
        f"{name}_p{share}": round(float(np.percentile(took_ms, share)), 1) if took_ms else None
        for share in (50, 95, 99)
    }
