"""What a class of phones costs, and whether an answer is lost: phones by real HTTP, beside an idle server in the same run.

    python -m bench.classroom --phones 200 --format json     answers spread over ten seconds
    python -m bench.classroom --phones 500 --burst           all press within one second
    python -m bench.classroom --phones 200 --kill            SIGKILL in the middle of the vote, and a new start
    python -m bench.classroom --phones 200 --replicas 2      two servers on one PostgreSQL

Loopback alone, bounded in time. With BENCH_DIR, the folder of the load harness (st_load.py, not part of this repository), a reader
clicks through the dashboard meanwhile, and beside the idle server: what the presenter's page is slowed by.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from bench.phones import Phone
from classroom import database, store
from classroom.questions import Plan, PlannedStep, Question
from classroom.store import Opened
from classroom.tally import tally
from tests.browser.server import HOST, ROOT, STARTS_WITHIN_SECONDS, free_port, is_healthy
from tests.postgres import postgres

MOST_SECONDS = 240
STEP = "guess"
LESSON = Plan(
    key="bench",
    title="A guess",
    steps=(
        PlannedStep(
            key=STEP,
            kind="predict",
            words="How many of a hundred?",
            question=Question(key=STEP, kind="number", unit="%"),
        ),
    ),
)


class Server:
    """The dashboard on a port of its own, to be killed and started anew."""

    def __init__(self, environment: dict[str, str], *, wait: bool = True):
        self.port, self.environment = free_port(), environment
        self.cpu_before = 0.0
        self.log = tempfile.TemporaryFile()  # noqa: SIM115  every life of it writes there
        self.launch()
        if wait:
            self.wait_healthy()

    def start(self) -> None:
        """Until it is healthy."""
        self.launch()
        self.wait_healthy()

    def launch(self) -> None:
        """Without waiting."""
        command = [sys.executable, "-m", "streamlit", "run", "serve.py", "--server.address", HOST]
        command += ["--server.port", str(self.port), "--server.headless", "true"]
        environment = os.environ | self.environment
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log
        )

    def wait_healthy(self) -> None:
        """Raises RuntimeError with what it said where it does not come up."""
        deadline = time.monotonic() + STARTS_WITHIN_SECONDS
        while not is_healthy(f"http://{HOST}:{self.port}"):
            if time.monotonic() > deadline or self.process.poll() is not None:
                self.log.seek(0)
                said = self.log.read()[-4000:].decode(errors="replace")
                raise RuntimeError(f"the server on port {self.port} did not start:\n{said}")
            time.sleep(0.1)

    def cpu(self) -> float:
        """Processor seconds of all its lives."""
        times = psutil.Process(self.process.pid).cpu_times()
        return self.cpu_before + times.user + times.system

    def memory_kb(self) -> float:
        """What it holds."""
        return psutil.Process(self.process.pid).memory_info().rss / 1024

    def kill(self) -> None:
        """Without a warning."""
        self.cpu_before = self.cpu()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def ends(self, seconds: float) -> None:
        """Told to stop, it drains and ends. Raises subprocess.TimeoutExpired where it goes on."""
        self.cpu_before = self.cpu()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(seconds)

    def stop(self) -> None:
        """At the end."""
        self.process.kill()
        self.process.wait()
        self.log.close()


@contextmanager
def servers(replicas: int, alone: bool) -> Iterator[tuple[list[Server], Server | None]]:
    """The servers of the class, on one database, and an idle one unless they are to be alone."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        settings = {"CLASSROOM_DB": f"{folder}/classroom.db"}
        if replicas > 1:
            settings = {"DATABASE_URL": stack.enter_context(postgres()).url}
        os.environ.pop("DATABASE_URL", None)
        os.environ.update(settings)
        database.forget()
        running = [Server(settings) for _ in range(replicas)]
        idle = None if alone else Server({"CLASSROOM_DB": f"{folder}/idle.db"})
        for one in (*running, *([idle] if idle else ())):
            stack.callback(one.stop)
        yield running, idle
        database.forget()


async def until(holds: Callable[[], bool], seconds: float) -> float:
    """How long it took until it held, at most so many seconds."""
    start = time.perf_counter()
    while not holds() and time.perf_counter() - start < seconds:
        await asyncio.sleep(0.02)
    return time.perf_counter() - start


async def moved(opened: Opened, phones: list[Phone], phase: store.Phase) -> float:
    """Move the class; seconds until the last phone has seen it."""
    start = time.perf_counter()
    await asyncio.to_thread(store.go, opened.code, opened.host_secret, STEP, 1, phase)
    await until(lambda: all(phase in phone.saw for phone in phones), 30)
    return max(phone.saw.get(phase, np.inf) for phone in phones) - start


async def joined(opened: Opened, running: list[Server], count: int) -> tuple[list[Phone], list[asyncio.Task]]:
    """Phones that have opened the page and follow, fifty a second."""
    phones = [Phone(running[number % len(running)].port, opened.code, number) for number in range(count)]
    tasks = []
    for phone in phones:
        await phone.opens_the_page()
        tasks.append(asyncio.create_task(phone.follows()))
        await asyncio.sleep(0.01)
    await until(lambda: all(phone.connected for phone in phones), 30)
    return phones, tasks


async def voted(phones: list[Phone], seconds: float) -> None:
    """Every phone answers once, at a moment of its own."""
    count = len(phones)
    await asyncio.gather(
        *(one.answers(STEP, 1, float(one.number % 101), seconds * one.number / count) for one in phones)
    )


async def floor(port: int, count: int, seconds: float) -> dict[str, float]:
    """As many requests for nothing to the idle server, within the same time: what the machine takes just now, milliseconds."""
    phones = [Phone(port, "", number) for number in range(count)]
    await asyncio.gather(*(phone.asks_for_nothing(seconds * phone.number / count) for phone in phones))
    return quantiles("floor", phones)


def quantiles(name: str, phones: list[Phone]) -> dict[str, float]:
    """Middle and 95th percentile of what phones waited, milliseconds."""
    took = [1000 * one for phone in phones for one in phone.took]
    return {f"{name}_p{share}_ms": round(float(np.quantile(took, share / 100)), 1) for share in (50, 95)}


async def killed(server: Server, phones: list[Phone], after: float) -> dict[str, float]:
    """Kill and start the server: how long it was away, and from then until 95% of its phones are back, seconds."""
    await asyncio.sleep(after)
    own = [phone for phone in phones if phone.port == server.port]
    await asyncio.to_thread(server.kill)
    dead = time.perf_counter()
    await asyncio.to_thread(server.start)
    up = time.perf_counter()
    await until(lambda: sum(phone.connected_at > dead for phone in own) >= 0.95 * len(own), 60)
    return {"down_s": round(up - dead, 1), "back_s": round(time.perf_counter() - up, 2), "up_at": up}


def presenter_ms(port: int) -> float | None:
    """Median of what a click on the Teach page takes there, milliseconds; None without the harness."""
    harness = Path(os.environ.get("BENCH_DIR", "-")) / "st_load.py"
    if not harness.is_file():
        return None
    kept = Path(tempfile.mkstemp(suffix=".json")[1])
    command = [sys.executable, str(harness), "--port", str(port), "--pages", "teach", "--json", str(kept)]
    command += ["-n", "1", "-k", "8", "--think", "0.8", "--no-warm"]
    subprocess.run(command, cwd=harness.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    actions = json.loads(kept.read_text(encoding="utf-8"))["runs"][0]["actions"]
    kept.unlink()
    return round(float(actions["p50"]), 1)


async def a_class(running: list[Server], idle: Server | None, options: argparse.Namespace) -> dict[str, Any]:
    """Join, open, vote, show; what was measured."""
    opened = await asyncio.to_thread(store.open_class, LESSON)
    await Phone(running[0].port, opened.code, 0).opens_the_page()  # what the first page loads is no phone's
    alone = await asyncio.to_thread(presenter_ms, running[0].port)
    memory = sum(server.memory_kb() for server in running)
    phones, tasks = await joined(opened, running, options.phones)
    opening = await moved(opened, phones, "open")
    spread = 1.0 if options.burst else options.seconds
    told: dict[str, Any] = await floor(idle.port, options.phones, spread) if idle else {}
    back = asyncio.create_task(killed(running[0], phones, spread / 2)) if options.kill else None
    presenting = None if options.kill else asyncio.create_task(asyncio.to_thread(presenter_ms, running[0].port))
    await voted(phones, spread)
    if back:
        told |= await back
        told["all_stored_s"] = round(max(phone.stored_at for phone in phones) - told.pop("up_at"), 2)
    if presenting and alone is not None:
        told |= {"presenter_alone_ms": alone, "presenter_ms": await presenting}
    reveal = await moved(opened, phones, "shown")
    memory = sum(server.memory_kb() for server in running) - memory
    for task in tasks:
        task.cancel()
    stored = await asyncio.to_thread(tally, opened.code, STEP, 1)
    acknowledged = sorted(value for phone in phones for value in phone.acknowledged.values())
    return {
        "phones": len(phones),
        "answers_sent": sum(phone.sent for phone in phones),
        "answers_acknowledged": len(acknowledged),
        "answers_lost": len(acknowledged) - common(acknowledged, list(stored.values)),
        "answers_too_many": stored.n - len(acknowledged),
        **quantiles("answer", phones),
        "open_max_ms": round(1000 * opening),
        "reveal_max_ms": round(1000 * reveal),
        "kb_per_phone": None if options.kill else round(memory / len(phones), 1),
    } | told


def common(one: list[float], other: list[Any]) -> int:
    """How many of the numbers of one list stand in the other, each as often as there."""
    left = list(other)
    found = 0
    for number in one:
        if number in left:
            left.remove(number)
            found += 1
    return found


def measured(options: argparse.Namespace) -> dict[str, Any]:
    """The class beside an idle server, in one run."""
    with servers(options.replicas, options.alone) as (running, idle):
        before, start = sum(server.cpu() for server in running), time.perf_counter()
        idle_before = idle.cpu() if idle else 0.0
        found = asyncio.run(asyncio.wait_for(a_class(running, idle, options), MOST_SECONDS))
        seconds = time.perf_counter() - start
        return found | {
            "server_cpu_s": round(sum(server.cpu() for server in running) - before, 2),
            "idle_cpu_s": round(idle.cpu() - idle_before, 2) if idle else None,
            "seconds": round(seconds, 1),
            "database": "postgresql" if options.replicas > 1 else "sqlite",
            "replicas": options.replicas,
        }


def main() -> None:
    """One run; prints what was measured, and exits with 1 where an answer was lost."""
    parser = argparse.ArgumentParser(prog="python -m bench.classroom", description=__doc__.splitlines()[0])
    parser.add_argument("--phones", type=int, default=200, help="at most 500, as many as a class has seats")
    parser.add_argument("--seconds", type=float, default=10, help="over how long the answers come")
    parser.add_argument("--burst", action="store_true", help="within one second")
    parser.add_argument(
        "--kill", action="store_true", help="kill the first server in the middle of the vote, and start it anew"
    )
    parser.add_argument("--replicas", type=int, default=1, help="more than one share a PostgreSQL")
    parser.add_argument("--alone", action="store_true", help="without the idle server beside")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args()
    options.phones = min(max(options.phones, 1), 500)
    found = measured(options)
    lines = [f"{name:22} {value}" for name, value in found.items()]
    print(json.dumps(found) if options.format == "json" else "\n".join(lines))
    raise SystemExit(1 if found["answers_lost"] or found["answers_too_many"] else 0)


if __name__ == "__main__":
    main()
