"""On paper: what 1,000, 10,000 and 100,000 readers need, from what one process takes in this very run.

    python -m bench.capacity --sessions 30 --seconds 30 --every 10        a minute; prints Markdown

Measured: processor time of an action and of a first load, memory of a process and of a session, and for each kind of address its bytes and
whether a cache may keep it. Computed from these: processes (a core each) and memory. Loopback alone, bounded in time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import random
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from bench.classroom import Server
from bench.load import VIEWS, seen_once
from bench.readers import HOST, Reader

READERS = (1_000, 10_000, 100_000)
BUSY = 0.6  # of a core: what is above waits for what is before it
STAYS_SECONDS = 300  # a first load for each reader in so long
ARRIVE_SECONDS = 0.2
KINDS = {
    "a page's frame": "/foods",
    "the page's script": "",
    "an exhibit's rows, CSV": "/exhibits/food-bars.csv",
    "an exhibit's picture, SVG": "/exhibits/food-bars.svg",
    "an embed for other sites": "/embed/food-bars",
    "the data interface": "/api/v1/tables/foods",
    "everything, zipped": "/download/magnesium-in-balance.zip",
    "a one-page brief, PDF": "/brief/low-magnesium.pdf",
    "where a phone joins": "/c",
}


@dataclass(frozen=True)
class Measured:
    """One process: processor milliseconds of an action and of a first load; MB without readers, kB a session."""

    action_ms: float
    load_ms: float
    process_mb: float
    session_kb: float
    actions: int
    sessions: int


@dataclass(frozen=True)
class Need:
    """For so many readers at once: actions a second, cores of readers' work, processes to have, and GB they hold."""

    readers: int
    actions_s: float
    cores: float
    processes: int
    memory_gb: float


def need(readers: int, one: Measured, every: float) -> Need:
    """Computed; an action every so many seconds from each, and a first load in STAYS_SECONDS."""
    actions = readers / every
    cores = (actions * one.action_ms + readers / STAYS_SECONDS * one.load_ms) / 1000
    processes = max(1, math.ceil(cores / BUSY))
    memory = processes * one.process_mb / 1024 + readers * one.session_kb / 1024**2
    return Need(readers, round(actions, 1), round(cores, 2), processes, round(memory, 1))


async def measure(server: Server, sessions: int, seconds: float, think_s: float) -> Measured:
    """Every view once, so that what is kept for all is there; then readers come, act, and stay."""
    await seen_once(server.port)
    empty_mb, before = server.memory_kb() / 1024, server.cpu()
    readers = [Reader(server.port, *random.choice(VIEWS)) for _ in range(sessions)]
    for one in readers:
        await one.loads()
        await asyncio.sleep(ARRIVE_SECONDS)
    load_ms = (server.cpu() - before) * 1000 / sessions
    before, until = server.cpu(), time.perf_counter() + seconds
    await asyncio.gather(*(one.acts_until(VIEWS, until, think_s) for one in readers))
    actions = sum(len(one.reruns_ms) for one in readers)
    took_ms, grown_kb = (server.cpu() - before) * 1000, server.memory_kb() - empty_mb * 1024
    for one in readers:
        assert one.socket is not None
        await one.socket.close()
    return Measured(
        round(took_ms / actions, 1),
        round(load_ms, 1),
        round(empty_mb),
        round(max(0.0, grown_kb / sessions)),
        actions,
        sessions,
    )


def kinds(port: int) -> list[dict[str, Any]]:
    """What is asked for by plain addresses: bytes as sent, and what a cache is told of them."""
    opener = build_opener(ProxyHandler({}))
    told = []
    for name, path in KINDS.items():
        asked = Request(f"http://{HOST}:{port}{path or _script(port)}", headers={"Accept-Encoding": "gzip"})
        with opener.open(asked, timeout=60) as answer:
            size, said = len(answer.read()), answer.headers.get("cache-control", "")
        kept = "max-age" in said and not any(word in said for word in ("no-store", "no-cache", "private"))
        told.append({"what": name, "kb": round(size / 1024, 1), "cache": said or "nothing said", "kept": kept})
    return told


def _script(port: int) -> str:
    opener = build_opener(ProxyHandler({}))
    with opener.open(f"http://{HOST}:{port}/", timeout=60) as answer:
        page = answer.read().decode()
    return "/" + page.split('src="./', 1)[1].split('"', 1)[0]


def markdown(one: Measured, needs: list[Need], asked: list[dict[str, Any]], every: float) -> str:
    """Two tables."""
    lines = [
        f"One process, {one.sessions} sessions, {one.actions} actions: {one.action_ms} ms of processor time an action, "
        f"{one.load_ms} a first load; {one.process_mb:g} MB without readers, {one.session_kb:g} kB a session.",
        "",
        f"| readers at once, an action every {every:g} s | actions a second | cores of work | processes, {BUSY:.0%} busy | memory, GB |",
        "|--:|--:|--:|--:|--:|",
        *(f"| {n.readers:,} | {n.actions_s:,} | {n.cores:,} | {n.processes:,} | {n.memory_gb:,} |" for n in needs),
        "",
        "| asked for by address | kB as sent | a cache is told | may stand at a cache |",
        "|---|--:|---|---|",
        *(f"| {k['what']} | {k['kb']:,} | `{k['cache']}` | {'yes' if k['kept'] else 'no'} |" for k in asked),
    ]
    return "\n".join(lines)


def main() -> None:
    """One run; prints what was measured and what follows from it."""
    parser = argparse.ArgumentParser(prog="python -m bench.capacity", description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=30, help="readers while it is measured, at most 100")
    parser.add_argument("--seconds", type=float, default=30, help="how long they act, at most 120")
    parser.add_argument("--every", type=float, default=10, help="on paper, an action of each reader in so many seconds")
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown")
    options = parser.parse_args()
    sessions, seconds = min(max(options.sessions, 2), 100), min(max(options.seconds, 5.0), 120.0)
    with tempfile.TemporaryDirectory() as folder:
        server = Server({"CLASSROOM_DB": str(Path(folder) / "classroom.db")})
        try:
            one = asyncio.run(measure(server, sessions, seconds, 3.0))
            asked = kinds(server.port)
        finally:
            server.stop()
    needs = [need(readers, one, options.every) for readers in READERS]
    if options.format == "json":
        print(json.dumps({"measured": asdict(one), "need": [asdict(n) for n in needs], "asked": asked}))
    else:
        print(markdown(one, needs, asked, options.every))


if __name__ == "__main__":
    main()
