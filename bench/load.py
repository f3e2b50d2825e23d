"""Many readers and a class on several replicas behind HAProxy, while one is killed and all are restarted one by one.

    python -m bench.load --sessions 200 --phones 200 --seconds 90 --format json      `make load`

Loopback alone, bounded in time; HAProxy with the committed `deploy/haproxy.cfg`, PostgreSQL for the class. Exits with 1 where an answer
was lost, a page did not load, a reader on another replica was hurt, or one came back to another view.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from bench.classroom import LESSON, STEP, Server
from bench.phones import Phone
from bench.readers import HOST, Lost, Reader
from classroom import database, store
from classroom.tally import tally
from exhibits.find.pages import PAGES
from tests.browser.chromium import ran
from tests.browser.server import ROOT, free_port
from tests.postgres import postgres

REPLICAS = 3
SLUGS = list(PAGES)
DRAIN_SECONDS = 3
MOST_SECONDS = 600
THINK_SECONDS, ANSWERS_SECONDS = 3.0, 6.0
KILLED = "replica1"
MISSING = "The load test needs HAProxy, and none could be found or installed: sudo apt-get install haproxy"


def ensure_haproxy() -> str:
    """The program, installed from Debian now if need be. Raises SystemExit where there is none."""
    if not shutil.which("haproxy") and shutil.which("apt-get"):
        as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        ran(*as_root, "apt-get", "update", "-q")
        ran(
            *as_root,
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "install",
            "-q",
            "-y",
            "--no-install-recommends",
            "haproxy",
        )
    if not (found := shutil.which("haproxy")):
        raise SystemExit(MISSING)
    return found


def configuration(ports: list[int]) -> str:
    """The committed configuration with these replicas in place of those that Compose names."""
    committed = (ROOT / "deploy" / "haproxy.cfg").read_text("utf-8")
    here = "\n".join(f"    server replica{at} {HOST}:{port} cookie replica{at}" for at, port in enumerate(ports, 1))
    changed, found = re.subn(r"^    server-template .*$", here, committed, flags=re.MULTILINE)
    assert found == 1, "deploy/haproxy.cfg names its replicas in another way than expected"
    return changed


@contextmanager
def proxied(replicas: list[Server], folder: Path) -> Iterator[int]:
    """HAProxy before the replicas; its port."""
    port, file = free_port(), folder / "haproxy.cfg"
    file.write_text(configuration([one.port for one in replicas]), "utf-8")
    proxy = subprocess.Popen(
        [ensure_haproxy(), "-db", "-f", str(file)],
        env=os.environ | {"BIND": f"{HOST}:{port}"},
        stdout=subprocess.DEVNULL,
    )
    try:
        time.sleep(1)
        if proxy.poll() is not None:
            raise SystemExit(f"HAProxy stopped with {proxy.returncode}; what it says stands above")
        yield port
    finally:
        proxy.kill()
        proxy.wait()


def says(text: str) -> None:
    """Where the run is, for whoever waits for it."""
    print(text, file=sys.stderr, flush=True)


async def is_up(port: int, path: str = "/ready") -> bool:
    """Whether a page of a server or of the proxy answers 200."""
    with contextlib.suppress(Lost):
        return await Reader(port).gets(path) == 200
    return False


async def restarted(replica: Server) -> None:
    """Told to stop, drained, started anew, ready."""
    assert replica.process is not None
    replica.process.send_signal(signal.SIGTERM)
    await asyncio.to_thread(replica.process.wait)
    await asyncio.to_thread(replica.start)
    while not await is_up(replica.port):
        await asyncio.sleep(0.2)
    await asyncio.sleep(2)  # until the proxy has seen it


async def page_loads(port: int, failed: list[str], done: asyncio.Event) -> int:
    """New readers one after another until it is done; how many."""
    count = 0
    while not done.is_set():
        reader = Reader(port, page=SLUGS[count % len(SLUGS)])
        try:
            async with asyncio.timeout(30):
                await reader.loads()
                assert reader.socket is not None
                await reader.socket.close()
        except (Lost, TimeoutError) as fault:
            failed.append(f"{type(fault).__name__}: {fault}")
        count += 1
        await asyncio.sleep(0.3)
    return count


def rss_mb(replicas: list[Server]) -> float:
    """What the replicas hold together."""
    return sum(one.memory_kb() for one in replicas) / 1024


async def whole(replicas: list[Server], port: int, options: argparse.Namespace) -> dict[str, Any]:
    """The run: readers walk, one replica is killed while a class answers, then each is restarted."""
    started, until = time.perf_counter(), time.perf_counter() + options.seconds
    memory = [rss_mb(replicas)]
    readers = [Reader(port) for _ in range(options.sessions)]
    apart = options.seconds / 6 / len(readers)
    walks = [
        asyncio.create_task(_late(at * apart, one.walks(SLUGS, until, THINK_SECONDS))) for at, one in enumerate(readers)
    ]
    says(f"{options.sessions} readers walk")
    opened = await asyncio.to_thread(store.open_class, LESSON)
    await asyncio.to_thread(store.go, opened.code, opened.host_secret, STEP, 1, "open")
    phones = [Phone(port, opened.code, number) for number in range(options.phones)]
    await asyncio.sleep(max(0.0, started + options.seconds / 3 - time.perf_counter()))
    memory.append(rss_mb(replicas))
    hurt = await killed_while_answering(replicas[0], readers, phones)
    rolled = await rolling(replicas, port)
    says("readers walk to the end")
    memory.append(rss_mb(replicas))
    await asyncio.wait_for(asyncio.gather(*walks), MOST_SECONDS)
    took = {"seconds": round(time.perf_counter() - started, 1)}
    return _told(readers, phones, opened.code, memory) | hurt | rolled | took


async def killed_while_answering(replica: Server, readers: list[Reader], phones: list[Phone]) -> dict[str, Any]:
    """A class answers over six seconds, and two seconds on the replica is killed; who was hurt, and how long they were away."""
    there = {id(one): one.replica for one in readers}
    await asyncio.gather(*(phone.opens_the_page() for phone in phones))
    follows = [asyncio.create_task(phone.follows()) for phone in phones]
    pauses = [ANSWERS_SECONDS * at / len(phones) for at in range(len(phones))]
    answers = [phone.answers(STEP, 1, phone.number % 100, pause) for phone, pause in zip(phones, pauses, strict=True)]
    answering = asyncio.gather(*answers)
    await asyncio.sleep(ANSWERS_SECONDS / 3)
    says("a replica is killed while the class answers")
    await asyncio.to_thread(replica.kill)
    await asyncio.sleep(3)
    await asyncio.to_thread(replica.start)
    await answering
    for task in follows:
        task.cancel()
    own = [seconds for one in readers if there[id(one)] == KILLED for seconds in one.back_s]
    hurt = sum(bool(one.back_s) for one in readers if there[id(one)] not in ("", KILLED))
    return {"own_sessions": len(own), "own_back_max_s": round(max(own, default=0.0), 1), "others_hurt": hurt}


async def rolling(replicas: list[Server], port: int) -> dict[str, Any]:
    """Each is restarted in turn while new pages are loaded."""
    failed: list[str] = []
    done = asyncio.Event()
    loads = asyncio.create_task(page_loads(port, failed, done))
    for at, replica in enumerate(replicas, 1):
        says(f"replica {at} is restarted while pages are loaded")
        await restarted(replica)
    done.set()
    faults = sorted(set(failed))[:5]
    return {"rolling_page_loads": await loads, "rolling_failed": len(failed), "rolling_faults": faults}


async def _late(seconds: float, work: Any) -> None:
    await asyncio.sleep(seconds)
    await work


def _told(readers: list[Reader], phones: list[Phone], code: str, memory: list[float]) -> dict[str, Any]:
    loads = [ms for one in readers for ms in one.loads_ms]
    reruns = [ms for one in readers for ms in one.reruns_ms]
    stored = [answer for answer in tally(code, STEP).values]
    sent = [value for phone in phones for value in phone.acknowledged.values()]
    return {
        "sessions": len(readers),
        "first_load_p95_ms": round(float(np.percentile(loads, 95)), 1),
        "rerun_p50_ms": round(float(np.percentile(reruns, 50)), 1),
        "rerun_p95_ms": round(float(np.percentile(reruns, 95)), 1),
        "actions": len(reruns),
        "session_faults": sum(len(one.faults) for one in readers),
        "faults": sorted({fault for one in readers for fault in one.faults})[:5],
        "other_view": sum(one.other_view for one in readers),
        "rss_start_mb": round(memory[0]),
        "rss_peak_mb": round(max(memory)),
        "rss_growth_mb": round(memory[-1] - memory[0]),
        "phones": len(phones),
        "answers_acknowledged": len(sent),
        "answers_lost": len(sent) - len(stored),
    }


def measured(options: argparse.Namespace) -> dict[str, Any]:
    """Starts everything, runs, and stops everything."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        settings = {"DATABASE_URL": stack.enter_context(postgres()).url, "DRAIN_SECONDS": str(DRAIN_SECONDS)}
        os.environ.update(settings)
        database.forget()
        replicas = [Server(settings) for _ in range(REPLICAS)]
        for one in replicas:
            stack.callback(one.stop)
        before = sum(one.cpu() for one in replicas)
        port = stack.enter_context(proxied(replicas, folder))
        found = asyncio.run(asyncio.wait_for(_ready_then(replicas, port, options), MOST_SECONDS))
        threads = max(psutil.Process(one.process.pid).num_threads() for one in replicas)
        cpu = sum(one.cpu() for one in replicas) - before
        database.forget()
    return found | {"threads": threads, "cpu_s": round(cpu, 1), "replicas": REPLICAS}


async def _ready_then(replicas: list[Server], port: int, options: argparse.Namespace) -> dict[str, Any]:
    while not await is_up(port):
        await asyncio.sleep(0.2)
    return await whole(replicas, port, options)


def is_sound(found: dict[str, Any]) -> bool:
    """Whether nothing was lost and nobody else hurt."""
    return not any(
        found[name] for name in ("answers_lost", "others_hurt", "rolling_failed", "other_view", "session_faults")
    )


def main() -> None:
    """One run; prints what was measured."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=200, help="readers who walk all pages")
    parser.add_argument("--phones", type=int, default=200, help="at most 500")
    parser.add_argument("--seconds", type=float, default=90, help="how long readers walk")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    options = parser.parse_args()
    found = measured(options)
    print(
        json.dumps(found)
        if options.format == "json"
        else "\n".join(f"{name:22} {value}" for name, value in found.items())
    )
    sys.exit(0 if is_sound(found) else 1)


if __name__ == "__main__":
    main()
