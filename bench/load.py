"""Many readers and a class on several replicas behind HAProxy, while one is killed and all are restarted one by one.

    python -m bench.load --sessions 200 --phones 200 --seconds 90 --format json      `make load`

Loopback alone, bounded in time; HAProxy with the committed `deploy/haproxy.cfg`, PostgreSQL for the class. Exits with 1, naming what is
wrong, where an answer was lost, a page did not load, a reader on another replica was hurt, one was not back in time or came back to
another view, or memory grew.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import re
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench.classroom import LESSON, STEP, Server, common
from bench.phones import Phone
from bench.readers import HOST, Lost, Reader
from bench.watch import Watch, quantiles, watching
from classroom import database, store
from classroom.tally import tally
from exhibits.find.pages import PAGES
from tests.browser.server import ROOT
from tests.haproxy import haproxy
from tests.postgres import postgres

VIEWS = [
    *((slug, "") for slug in PAGES),
    *(("foods", "q=chia"), ("foods", "tab=See"), ("intake-nerves", "tab=Compare+groups"), ("sources", "tab=Glossary")),
    *(("balance", "tab=Blood+levels"), ("evidence", "tab=Effects"), ("supplements", "mg=500"), ("pain", "tab=Testing")),
]
"""Addresses that readers go to: every page, and some with choices."""
DRAIN_SECONDS, ENDS_SECONDS = 5, 60
MOST_SECONDS = 600
THINK_SECONDS, ANSWERS_SECONDS, DOWN_SECONDS = 3.0, 6.0, 3.0
BACK_SECONDS = 10.0  # aim for readers whose replica was killed
GROWTH_SHARE = 0.15  # of what a replica held when all readers had come
KILLED = "replica1"


def configuration(ports: list[int]) -> str:
    """The committed configuration with these replicas in place of those that Compose names."""
    committed = (ROOT / "deploy" / "haproxy.cfg").read_text("utf-8")
    here = "\n".join(f"    server replica{at} {HOST}:{port} cookie replica{at}" for at, port in enumerate(ports, 1))
    changed, found = re.subn(r"^    server-template .*$", here, committed, flags=re.MULTILINE)
    assert found == 1, "deploy/haproxy.cfg names its replicas in another way than expected"
    return changed


def says(text: str) -> None:
    """Where the run is, for whoever waits for it."""
    print(text, file=sys.stderr, flush=True)


async def is_up(port: int, path: str = "/ready") -> bool:
    """Whether a page of a server or of the proxy answers 200."""
    with contextlib.suppress(Lost):
        return await Reader(port).gets(path) == 200
    return False


async def seen_once(port: int) -> None:
    """Every view, by a reader each."""
    for page, query in VIEWS:
        reader = Reader(port, page=page, query=query)
        await reader.loads()
        assert reader.socket is not None
        await reader.socket.close()


async def restarted(replica: Server) -> None:
    """Told to stop, drained, started anew, ready, and seen so by the proxy."""
    await asyncio.to_thread(replica.ends, DRAIN_SECONDS + ENDS_SECONDS)
    await asyncio.to_thread(replica.start)
    while not await is_up(replica.port):
        await asyncio.sleep(0.2)
    await asyncio.sleep(2)


async def page_loads(port: int, done: asyncio.Event) -> list[Reader]:
    """New readers one after another until it is done."""
    new: list[Reader] = []
    while not done.is_set():
        page, query = VIEWS[len(new) % len(VIEWS)]
        new.append(reader := Reader(port, page=page, query=query))
        try:
            await reader.arrives()
            assert reader.socket is not None
            await reader.socket.close()
        except Lost as fault:
            reader.faults.append(f"{reader.address}: {fault}")
        await asyncio.sleep(0.3)
    return new


async def killed_while_answering(replica: Server, readers: list[Reader], phones: list[Phone]) -> dict[str, Any]:
    """A class answers over six seconds; two seconds on, the replica is killed: who was hurt, and how long they were away."""
    await asyncio.gather(*(phone.opens_the_page() for phone in phones))
    follows = [asyncio.create_task(phone.follows()) for phone in phones]
    pauses = [ANSWERS_SECONDS * at / len(phones) for at in range(len(phones))]
    answers = [phone.answers(STEP, 1, phone.number % 101, pause) for phone, pause in zip(phones, pauses, strict=True)]
    answering = asyncio.gather(*answers)
    await asyncio.sleep(ANSWERS_SECONDS / 3)
    says("a replica is killed while the class answers")
    there = {id(one): one.replica for one in readers}
    before = {id(one): len(one.back_s) for one in readers}
    await asyncio.to_thread(replica.kill)
    await asyncio.sleep(DOWN_SECONDS)
    await asyncio.to_thread(replica.start)
    await answering
    back = {id(one): one.back_s[before[id(one)] :] for one in readers}
    for task in follows:
        task.cancel()
    own = [seconds for one, replica_of in there.items() if replica_of == KILLED for seconds in back[one]]
    return {
        "own_sessions": len(own),
        "own_back_s_max": round(max(own, default=0.0), 1),
        "others_hurt": sum(bool(back[one]) for one, replica_of in there.items() if replica_of not in ("", KILLED)),
    }


async def rolling(replicas: list[Server], port: int) -> dict[str, Any]:
    """Each is restarted in turn while new pages are loaded."""
    done = asyncio.Event()
    loads = asyncio.create_task(page_loads(port, done))
    try:
        for at, replica in enumerate(replicas, 1):
            says(f"replica {at} is restarted while pages are loaded")
            await restarted(replica)
    finally:
        done.set()
        new = await loads
    faults = [fault for one in new for fault in one.faults]
    return {
        "rolling_page_loads": len(new),
        "rolling_loads_asked_again": sum(bool(one.helped) for one in new),
        "rolling_loads_failed": len(faults),
        "rolling_faults": sorted(set(faults))[:5],
    }


async def whole(replicas: list[Server], port: int, watch: Watch, options: argparse.Namespace) -> dict[str, Any]:
    """Readers come and walk; one replica is killed while a class answers; each is restarted; readers walk to the end."""
    started = time.perf_counter()
    coming, killing = started + options.seconds / 6, started + options.seconds / 2
    readers = [Reader(port) for _ in range(options.sessions)]
    apart, until = options.seconds / 6 / len(readers), started + options.seconds
    walks = [
        asyncio.create_task(_late(at * apart, one.walks(VIEWS, until, THINK_SECONDS))) for at, one in enumerate(readers)
    ]
    says(f"{options.sessions} readers walk")
    opened = await asyncio.to_thread(store.open_class, LESSON)
    await asyncio.to_thread(store.go, opened.code, opened.host_secret, STEP, 1, "open")
    phones = [Phone(port, opened.code, number) for number in range(options.phones)]
    await asyncio.sleep(max(0.0, killing - time.perf_counter()))
    found = await killed_while_answering(replicas[0], readers, phones)
    found |= await rolling(replicas, port)
    says("readers walk to the end")
    await asyncio.gather(*walks)
    found["seconds"] = round(time.perf_counter() - started, 1)
    lived = range(1, len(replicas))  # until the rolling restart, the killed one has not
    steady = [watch.told(at, coming, killing) for at in lived]
    found |= watch.told(1, started, killing) | {
        "memory_growth_after_all_came_mb": [one["memory_rss_mb_growth"] for one in steady]
    }
    found["memory_flat"] = all(
        one["memory_rss_mb_growth"] <= GROWTH_SHARE * one["memory_rss_mb_start"] for one in steady
    )
    return _told(readers, phones, opened.code) | found


async def _late(seconds: float, work: Any) -> None:
    await asyncio.sleep(seconds)
    await work


def _told(readers: list[Reader], phones: list[Phone], code: str) -> dict[str, Any]:
    sent = sorted(value for phone in phones for value in phone.acknowledged.values())
    stored = tally(code, STEP, 1)
    return {
        "sessions": len(readers),
        **quantiles("initial_load_time_ms", [ms for one in readers for ms in one.loads_ms]),
        **quantiles("rerun_time_ms", [ms for one in readers for ms in one.reruns_ms]),
        "reruns": sum(len(one.reruns_ms) for one in readers),
        "session_faults": sum(len(one.faults) for one in readers),
        "faults": sorted({fault for one in readers for fault in one.faults})[:5],
        "other_view": sum(len(one.other_views) for one in readers),
        "other_views": sorted({told for one in readers for told in one.other_views})[:5],
        "phones": len(phones),
        "answers_acknowledged": len(sent),
        "answers_lost": len(sent) - common(sent, list(stored.values)),
        "answers_too_many": stored.n - len(sent),
    }


def measured(options: argparse.Namespace) -> dict[str, Any]:
    """Starts everything, runs, and stops everything."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        settings = {"DATABASE_URL": stack.enter_context(postgres()).url, "DRAIN_SECONDS": str(DRAIN_SECONDS)}
        os.environ.update(settings)
        database.forget()
        stack.callback(database.forget)
        says(f"{options.replicas} servers start")
        replicas = [Server(settings, wait=False) for _ in range(options.replicas)]
        for one in replicas:
            stack.callback(one.stop)
        for one in replicas:
            one.wait_healthy()
        port = stack.enter_context(haproxy(configuration([one.port for one in replicas]), folder))
        watch = stack.enter_context(watching(replicas))
        before, start = sum(one.cpu() for one in replicas), time.perf_counter()
        found = asyncio.run(asyncio.wait_for(_ready_then(replicas, port, watch, options), MOST_SECONDS))
        cpu = sum(one.cpu() for one in replicas) - before
    percent = round(100 * cpu / (time.perf_counter() - start))
    return found | {
        "cpu_s": round(cpu, 1),
        "cpu_percent_avg": percent,
        "thread_count_max": watch.threads,
        "replicas": len(replicas),
    }


async def _ready_then(replicas: list[Server], port: int, watch: Watch, options: argparse.Namespace) -> dict[str, Any]:
    while not await is_up(port):
        await asyncio.sleep(0.2)
    says("every view once on every server, so that what is kept for all readers is there")
    await asyncio.gather(*(seen_once(one.port) for one in replicas))
    return await whole(replicas, port, watch, options)


NONE_OF = {
    "session_faults": "readers met a fault",
    "other_view": "readers came back to another view",
    "answers_lost": "acknowledged answers are not in the database",
    "answers_too_many": "answers are in the database that no phone knows of",
    "others_hurt": "readers lost their connection when another server than theirs was killed",
    "rolling_loads_failed": "pages did not load during the rolling restart",
}


def faults_of(found: dict[str, Any]) -> list[str]:
    """What a run shows that must not be, in words; empty where all is well."""
    told = [f"{found[name]} {words}" for name, words in NONE_OF.items() if found[name]]
    if found["answers_acknowledged"] != found["phones"]:
        told.append(
            f"{found['answers_acknowledged']} of {found['phones']} phones were told that their answer is stored"
        )
    if found["own_back_s_max"] > BACK_SECONDS:
        told.append(f"the killed server's readers were away for {found['own_back_s_max']} s (at most {BACK_SECONDS:g})")
    if not found["memory_flat"]:
        told.append(f"memory grew by {found['memory_growth_after_all_came_mb']} MB after all readers had come")
    return told


def main() -> None:
    """One run; prints what was measured."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=200, help="readers who walk all pages, at most 300")
    parser.add_argument("--phones", type=int, default=200, help="at most 500")
    parser.add_argument("--replicas", type=int, default=3, help="2 to 5")
    parser.add_argument("--seconds", type=float, default=90, help="how long readers walk, 10 to 300")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    options = parser.parse_args()
    options.sessions, options.phones = min(max(options.sessions, 1), 300), min(max(options.phones, 1), 500)
    options.replicas, options.seconds = min(max(options.replicas, 2), 5), min(max(options.seconds, 10.0), 300.0)
    found = measured(options)
    lines = [f"{name:32} {value}" for name, value in found.items()]
    print(json.dumps(found) if options.format == "json" else "\n".join(lines))
    for fault in (faults := faults_of(found)):
        says(f"FAULT  {fault}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
